import {
  Badge,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { daysBetween, writeDate, writeInstant, writeMonth } from '../../../../domain/calendarDays.ts'
import {
  currentDeadline,
  currentDueEntry,
  type DueEntry,
  isMetMilestone,
  originalDeadline,
  reportedTo,
  slipInDays,
  timesExtended,
  writeDeadline,
} from '../../../../domain/dueLedger.ts'
import { isOpenForForce, type Recommendation } from '../../../../domain/recommendation.ts'
import { sayVerb } from '../../../ui/decisionWords.ts'
import { useToday } from '../../../ui/services.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import { useDueStyles } from './DueChart.styles.ts'
import { DueChart, DueMark, sayShift } from './DueChart.tsx'
import { type ChartMark, chartDue } from './dueChart.ts'

/** The due ledger: drawn on a line of time, and below it every entry in words. */
export function DueTimeline({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  const own = useDueStyles()
  const { due } = row
  const chart = chartDue(due, useToday(), isOpenForForce(row))
  const current = currentDeadline(due) === null ? (due.at(-1) ?? null) : currentDueEntry(due)
  const kinds = new Map(chart?.marks.map((mark) => [mark.number, mark.kind]))
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>Due history</h3>
        <DecisionButton form="move-deadline" size="small" onlyIfAllowed />
      </div>
      <RequestBar row={row} />
      {due.length === 0 && <div className={styles.quiet}>The paper gives no deadline.</div>}
      {due.length > 0 && <div>{saySlip(due)}</div>}
      {chart && (
        <DueChart chart={chart} summary={`Line of time. ${saySlip(due)} The list below says the same.`} />
      )}
      <ol className={own.list} aria-label="Due history">
        {withKeys(due, (entry) => entry.text).map(({ key, thing: entry }, index) => (
          <Entry
            key={key}
            entry={entry}
            before={moveBefore(due, index)}
            index={index}
            kind={kinds.get(index + 1) ?? 'moved'}
            current={entry === current}
          />
        ))}
      </ol>
    </section>
  )
}

/** A later deadline that somebody asked for and nobody has answered yet. */
function RequestBar({ row: { extensionRequest } }: { row: Recommendation }) {
  if (!extensionRequest) return null
  const { to, precision, reason, askedBy, askedAt } = extensionRequest
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>A later deadline is asked for</MessageBarTitle>
        {askedBy} asked on {writeInstant(askedAt)} for{' '}
        {precision === 'month' ? writeMonth(to) : writeDate(to)}: “{reason}”
      </MessageBarBody>
      <MessageBarActions>
        <DecisionButton form="answer-extension" size="small" />
      </MessageBarActions>
    </MessageBar>
  )
}

/** The entry that this one moved: the last before it that was neither met nor a second deadline. */
function moveBefore(due: readonly DueEntry[], index: number): DueEntry | null {
  if (due[index]?.verb === 'and') return null
  return due.slice(0, index).findLast((entry) => !isMetMilestone(entry) && entry.date !== null) ?? null
}

/** Where the deadline began, where it stands, and how far and how often it moved. */
export function saySlip(due: readonly DueEntry[]): string {
  const [original, slip, times] = [originalDeadline(due), slipInDays(due), timesExtended(due)]
  const told = reportedTo(due)
  const boards =
    told.length > 0
      ? ` ${new Intl.ListFormat('en-GB').format(told)} ${told.length === 1 ? 'was' : 'were'} told.`
      : ''
  if (original === null) return `${writeDeadline(due)}.${boards}`
  if (times === 0) return `Set to ${writeDeadline(due)}, and not moved since.${boards}`
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
  const first = due.find((entry) => entry.date === original)
  const from = first?.precision === 'month' ? writeMonth(original) : writeDate(original)
  if (slip === null) return `First ${from}, moved ${often}; it now awaits an event.${boards}`
  return `First ${from}, now ${writeDeadline(due)}: moved ${often}, ${sayShift(slip)} in all.${boards}`
}

interface EntryProps {
  readonly entry: DueEntry
  readonly before: DueEntry | null
  readonly index: number
  readonly kind: ChartMark['kind']
  readonly current: boolean
}

function Entry({ entry, before, index, kind, current }: EntryProps) {
  const styles = useDetailStyles()
  const own = useDueStyles()
  const met = isMetMilestone(entry)
  const title = entryTitle(entry)
  const preset = { entry: String(index), name: entry.text }
  return (
    <li className={own.entry} aria-current={current ? 'true' : undefined}>
      <span className={own.inList} aria-hidden="true">
        <DueMark mark={{ number: index + 1, kind }} />
      </span>
      <div className={own.head}>
        <span className={own.date}>{title}</span>
        <span className={styles.quiet}>{index === 0 ? 'First set' : sayVerb(entry.verb)}</span>
        {shiftOf(entry, before) && <span className={styles.quiet}>{shiftOf(entry, before)}</span>}
        {met && (
          <Badge appearance="tint" color="success" shape="rounded">
            Met
          </Badge>
        )}
        {current && (
          <Badge appearance="tint" shape="rounded">
            Now
          </Badge>
        )}
      </div>
      {entry.text !== title && <div className={styles.quiet}>“{entry.text}”</div>}
      <EntryChange entry={entry} />
      {(current || entry.verb === 'and') && !met && (
        <div className={own.buttons}>
          {entry.date !== null && (
            <DecisionButton form="meet-milestone" preset={preset} about={title} size="small" onlyIfAllowed />
          )}
          <DecisionButton form="report-to-board" preset={preset} about={title} size="small" onlyIfAllowed />
        </div>
      )}
    </li>
  )
}

/** What a move made here says beyond the paper's words. */
function EntryChange({ entry: { change } }: { entry: DueEntry }) {
  const styles = useDetailStyles()
  if (!change) return null
  const told = change.reportedTo.length > 0 && `told: ${change.reportedTo.join(', ')}`
  const agreed = change.agreedBy && `agreed by ${change.agreedBy}`
  return (
    <>
      <div>{change.reason}</div>
      <div className={styles.quiet}>
        {[`${change.by}, ${writeInstant(change.at)}`, agreed, told].filter(Boolean).join(' · ')}
      </div>
    </>
  )
}

function shiftOf(entry: DueEntry, before: DueEntry | null): string | null {
  if (!before?.date || !entry.date || isMetMilestone(entry)) return null
  return sayShift(daysBetween(before.date, entry.date))
}

function entryTitle({ date, precision, text }: DueEntry): string {
  if (date === null) return text
  return precision === 'month' ? writeMonth(date) : writeDate(date)
}
