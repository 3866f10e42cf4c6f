import { type Instant, writeDate, writeInstant } from '../../../domain/calendarDays.ts'
import { type Change, type Recommendation, writeReference } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { useToday } from '../../ui/services.tsx'
import { useMyWorkStyles } from './MyWorkPage.styles.ts'
import type { WaitingForMe, WorkLine } from './waitingForMe.ts'

const fieldWords: Readonly<Partial<Record<Change['field'], string>>> = {
  progress: 'the progress',
  status: 'the status',
  owner: 'the owner',
  due: 'the deadline',
  'sign-off': 'the sign-off',
  import: 'what a paper says',
}

export interface WaitingListsProps {
  readonly waiting: WaitingForMe
  readonly since: Instant | null
  readonly reportTitles: ReadonlyMap<string, string>
}

/** What waits for my answer, whom I chase, and what others changed since I was last here. */
export function WaitingLists({ waiting, since, reportTitles }: WaitingListsProps) {
  const today = useToday()
  const chases = waiting.chases.map(({ row, nextChase }): WorkLine => {
    const body = row.value.counterparty?.body || 'nobody is named'
    if (nextChase === null) return { row, says: `${body}; no next chase is set` }
    return {
      row,
      says: `${body}; ${nextChase < today ? 'chase was due on' : 'chase on'} ${writeDate(nextChase)}`,
    }
  })
  const changed = waiting.changed.map(
    ({ row, change }): WorkLine => ({
      row,
      says: `${change.by} changed ${fieldWords[change.field] ?? change.field} on ${writeInstant(change.at)}`,
    }),
  )
  return (
    <>
      <LineList title="Waits for your answer" lines={waiting.answers} reportTitles={reportTitles} />
      <LineList title="To be chased" lines={chases} reportTitles={reportTitles} />
      <LineList
        title="Changed since your last visit"
        about={since ? `On this device you were last here on ${writeInstant(since)}.` : undefined}
        lines={changed}
        reportTitles={reportTitles}
      />
    </>
  )
}

interface LineListProps {
  readonly title: string
  readonly about?: string
  readonly lines: readonly WorkLine[]
  readonly reportTitles: ReadonlyMap<string, string>
}

function LineList({ title, about, lines, reportTitles }: LineListProps) {
  const styles = useMyWorkStyles()
  if (lines.length === 0) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>
        {title} <span className={styles.small}>{lines.length}</span>
      </h3>
      {about && <div className={styles.small}>{about}</div>}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={`${line.row.id} ${line.says}`}>
            <LineButton line={line} reportTitle={reportTitles.get(line.row.value.reportKey)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LineButton({ line: { row, says }, reportTitle }: { line: WorkLine; reportTitle?: string }) {
  const styles = useMyWorkStyles()
  const { open } = useNavigation()
  return (
    <button type="button" className={styles.line} onClick={() => openRow(open, row)}>
      <span>
        <span className={styles.reference}>{writeReference(row.value)}</span>
        {reportTitle && <span className={styles.small}> {reportTitle}</span>}
      </span>
      <span>{says}</span>
    </button>
  )
}

function openRow(open: ReturnType<typeof useNavigation>['open'], row: Stored<Recommendation>): void {
  open('recommendations', row.id, '')
}
