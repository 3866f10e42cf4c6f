import { mergeClasses } from '@fluentui/react-components'
import { useDueStyles } from './DueChart.styles.ts'
import type { ChartHop, ChartMark, DueChart as Layout } from './dueChart.ts'

/** The height of the line of time in the drawing's own units: 0 is the top, 100 the bottom. */
const line = 66
/** A hop this wide has room for the number of days above it. */
const roomForDays = 11

/** The due ledger drawn on a line of time: each move as an arc, milestones that were met, today, and being late. */
export function DueChart({ chart, summary }: { chart: Layout; summary: string }) {
  const styles = useDueStyles()
  return (
    <div className={styles.chart} role="img" aria-label={summary}>
      <div className={styles.field}>
        <svg className={styles.svg} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {chart.years.map(({ at, year }) => (
            <Upright key={year} at={at} className={styles.year} from={12} to={100} />
          ))}
          <path className={styles.axis} d={`M 0 ${line} H 100`} vectorEffect="non-scaling-stroke" />
          {chart.late && (
            <path
              className={styles.late}
              d={`M ${chart.late.from} ${line} H ${chart.late.to}`}
              vectorEffect="non-scaling-stroke"
            />
          )}
          {chart.hops.map((hop) => (
            <path
              key={`${hop.from} ${hop.to}`}
              className={mergeClasses(styles.hop, hop.days === null && styles.awaited)}
              d={arcOf(hop)}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <Upright at={chart.today} className={styles.today} from={12} to={88} />
        </svg>
        <Labels chart={chart} />
        {chart.marks.map((mark) => (
          <span
            key={mark.number}
            className={styles.onLine}
            style={{ left: `${mark.at}%` }}
            aria-hidden="true"
          >
            <DueMark mark={mark} />
          </span>
        ))}
      </div>
    </div>
  )
}

function Upright(props: { at: number; className: string; from: number; to: number }) {
  const { at, className, from, to } = props
  return <path className={className} d={`M ${at} ${from} V ${to}`} vectorEffect="non-scaling-stroke" />
}

/** A move as an arc above the line; longer moves rise higher. */
function arcOf({ from, to }: ChartHop): string {
  const top = line - 14 - Math.min(Math.abs(to - from), 30) * 0.9
  return `M ${from} ${line - 8} C ${from} ${top}, ${to} ${top}, ${to} ${line - 8}`
}

function Labels({ chart }: { chart: Layout }) {
  const styles = useDueStyles()
  const wide = chart.hops.filter(({ from, to, days }) => days !== null && Math.abs(to - from) >= roomForDays)
  return (
    <span aria-hidden="true">
      {chart.years.map(({ at, year }) => (
        <span key={year} className={mergeClasses(styles.label, styles.yearLabel)} style={{ left: `${at}%` }}>
          {year}
        </span>
      ))}
      <span className={mergeClasses(styles.label, styles.todayLabel)} style={{ left: `${chart.today}%` }}>
        Today
      </span>
      {wide.map(({ from, to, days }) => (
        <span
          key={`${from} ${to}`}
          className={mergeClasses(styles.label, styles.hopLabel)}
          style={{ left: `${(from + to) / 2}%` }}
        >
          {sayShift(days ?? 0)}
        </span>
      ))}
    </span>
  )
}

/** A move in days: `+92 days`, `−30 days`. */
export function sayShift(days: number): string {
  const unit = Math.abs(days) === 1 ? 'day' : 'days'
  return `${days < 0 ? '−' : '+'}${Math.abs(days)} ${unit}`
}

/** The numbered mark of an entry, the same on the line of time and in the list. */
export function DueMark({ mark }: { mark: Pick<ChartMark, 'number' | 'kind'> }) {
  const styles = useDueStyles()
  const { number, kind } = mark
  return (
    <span
      className={mergeClasses(
        styles.mark,
        kind === 'first' && styles.first,
        kind === 'met' && styles.met,
        (kind === 'second' || kind === 'awaited') && styles.second,
        kind === 'now' && styles.now,
      )}
    >
      {number}
    </span>
  )
}
