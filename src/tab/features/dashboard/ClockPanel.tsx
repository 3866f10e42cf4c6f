import { mergeClasses } from '@fluentui/react-components'
import { writeDate } from '../../../domain/calendarDays.ts'
import type { RunningClock } from '../../../domain/overview.ts'
import type { ClockKind, ClockState } from '../../../domain/statutoryClock.ts'
import { FigureButton } from './FigureButton.tsx'
import { usePanelStyles } from './Panel.styles.ts'
import { Panel } from './Panel.tsx'
import type { OverviewData } from './useOverview.ts'

const kindWords: Readonly<Record<ClockKind, string>> = {
  'section-55': 'Section 55, Police Act 1996',
  'paragraph-28B': 'Paragraph 28B, Police Reform Act 2002',
  'super-complaint': 'Super-complaint',
  coroner: 'Coroner’s report',
}

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

function sayState(state: ClockState): string {
  switch (state.state) {
    case 'running':
      return `${days(state.daysLeft)} left`
    case 'extension-asked':
      return `${days(state.daysLeft)} left, extension asked for`
    case 'due-today':
      return 'due today'
    case 'missed':
      return `missed by ${days(state.days)}`
    case 'stopped':
      return 'stopped'
    case 'no-day-set':
      return 'no day set'
    default:
      return 'answered'
  }
}

/** Duties to answer within a time that the law or the report sets. */
export function ClockPanel({ data }: { data: OverviewData }) {
  const styles = usePanelStyles()
  const { clocks, byReport } = data.overview
  const missed = clocks.filter(({ state }) => state.state === 'missed').length
  const says =
    clocks.length === 0
      ? 'No answer that the law asks for is outstanding.'
      : `${clocks.length} outstanding, ${missed === 0 ? 'none' : missed} missed.`
  return (
    <Panel title="Statutory clocks" says={says}>
      {clocks.length > 0 && (
        <div className={styles.scroll}>
          <table className={mergeClasses(styles.table, styles.lined)}>
            <thead className={styles.head}>
              <tr>
                <th scope="col">Report</th>
                <th scope="col">Duty</th>
                <th scope="col">Last day</th>
                <th scope="col">Stands</th>
                <th scope="col" className={styles.number}>
                  Rows
                </th>
              </tr>
            </thead>
            <tbody>
              {clocks.map((one) => (
                <ClockLine
                  key={`${one.report.key} ${one.clock.kind} ${one.clock.from}`}
                  one={one}
                  rows={[...(byReport.get(one.report.key)?.values() ?? [])].reduce(
                    (sum, count) => sum + count,
                    0,
                  )}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function ClockLine({ one: { report, clock, lastDay, state }, rows }: { one: RunningClock; rows: number }) {
  const styles = usePanelStyles()
  return (
    <tr>
      <th scope="row">{report.title}</th>
      <td>{kindWords[clock.kind]}</td>
      <td>{lastDay ? writeDate(lastDay) : 'not set'}</td>
      <td>{sayState(state)}</td>
      <td className={styles.number}>
        <FigureButton count={rows} figure={[['report', report.key]]} says={report.title} />
      </td>
    </tr>
  )
}
