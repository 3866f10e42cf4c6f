import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { daysBetween, type IsoDate, writeDate } from '../../domain/calendarDays.ts'
import type { CoverPoint } from '../../domain/cover.ts'
import { percentOf } from '../../domain/coverRollUps.ts'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  field: {
    display: 'grid',
    gridTemplateColumns: '2.5rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
  },
  scale: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    // The middle of each number stands at the height that it names.
    lineHeight: 1,
    margin: '-0.5em 0',
  },
  svg: {
    display: 'block',
    width: '100%',
    height: '96px',
    overflow: 'visible',
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  line: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: '2.5px' },
  mark: { stroke: tokens.colorNeutralForeground1, strokeDasharray: '5 4', strokeWidth: '1.5px' },
  days: {
    gridColumn: 2,
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
  },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
})

export interface CoverChartProps {
  readonly title: string
  readonly points: readonly CoverPoint[]
  readonly today: IsoDate
  /** Per cent that is asked for; none is drawn where it is left out. */
  readonly atLeast?: number
}

/** Cover day by day as a line of steps, with the figure that is asked for; the same as a table. */
export function CoverChart({ title, points, today, atLeast }: CoverChartProps) {
  const styles = useStyles()
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const drawn = points.filter(({ needed }) => needed > 0)
  if (drawn.length < 2) return <OnlyOne points={drawn} />
  return (
    <div className={styles.box}>
      <div>
        <ToggleButton size="small" appearance="subtle" checked={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'As a line' : 'As a table'}
        </ToggleButton>
      </div>
      {asTable ? (
        <PointTable points={drawn} title={title} />
      ) : (
        <div className={styles.field} role="img" aria-labelledby={id}>
          <span id={id} hidden>
            {summaryOf(title, drawn, atLeast)}
          </span>
          <div className={styles.scale} aria-hidden="true">
            <span>100 %</span>
            <span>50 %</span>
            <span>0 %</span>
          </div>
          <Line points={drawn} today={today} atLeast={atLeast} />
          <div className={styles.days} aria-hidden="true">
            <span>{writeDate(drawn[0]?.day ?? today)}</span>
            <span>{writeDate(today)}</span>
          </div>
        </div>
      )}
    </div>
  )
}

function OnlyOne({ points }: { points: readonly CoverPoint[] }) {
  const styles = useStyles()
  const [first] = points
  return (
    <div className={styles.days}>
      {first
        ? `${percentOf(first.covered, first.needed)} % since ${writeDate(first.day)}.`
        : 'Nobody has to have it yet.'}
    </div>
  )
}

function summaryOf(title: string, points: readonly CoverPoint[], atLeast?: number): string {
  const said = points
    .slice(-4)
    .map(({ day, covered, needed }) => `${percentOf(covered, needed)} % on ${writeDate(day)}`)
  return `${title}: ${said.join(', ')}${atLeast === undefined ? '' : `; at least ${atLeast} % is asked for`}`
}

function Line({ points, today, atLeast }: Pick<CoverChartProps, 'points' | 'today' | 'atLeast'>) {
  const styles = useStyles()
  const first = points[0]?.day ?? today
  // A little room after today, so that a change of today is seen.
  const length = Math.max(1, daysBetween(first, today)) * 1.04
  const x = (day: IsoDate) => (Math.max(0, daysBetween(first, day)) * 100) / length
  const y = ({ covered, needed }: CoverPoint) => 100 - (covered * 100) / needed
  // Steps: a figure holds until the day on which another one is counted.
  const path = points.map(
    (point, index) =>
      `${index === 0 ? 'M' : 'H'} ${index === 0 ? `${x(point.day)} ${y(point)}` : `${x(point.day)} V ${y(point)}`}`,
  )
  return (
    <svg className={styles.svg} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {atLeast !== undefined && (
        <path className={styles.mark} d={`M 0 ${100 - atLeast} H 100`} vectorEffect="non-scaling-stroke" />
      )}
      <path className={styles.line} d={`${path.join(' ')} H 100`} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** The newest dozen; what came before is in the drawing. */
const mostLines = 12

function PointTable({ points, title }: Pick<CoverChartProps, 'points' | 'title'>) {
  const styles = useStyles()
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Cover</th>
          <th scope="col">Have it</th>
          <th scope="col">Should have it</th>
        </tr>
      </thead>
      <tbody>
        {points
          .slice(-mostLines)
          .toReversed()
          .map(({ day, covered, needed }) => (
            <tr key={day}>
              <th scope="row">{writeDate(day)}</th>
              <td>{percentOf(covered, needed)} %</td>
              <td>{covered}</td>
              <td>{needed}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
