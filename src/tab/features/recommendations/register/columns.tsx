import type { ReactNode } from 'react'
import type { IsoDate } from '../../../../domain/calendarDays.ts'
import { writeCounterparty } from '../../../../domain/counterparty.ts'
import { timesExtended } from '../../../../domain/dueLedger.ts'
import { kindWords } from '../../../../domain/recommendation.ts'
import { deadlineWords } from '../../../ui/deadlineWords.ts'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { appliesLabels, nothing, sourceWords } from './facets.ts'
import type { RegisterItem } from './items.ts'
import { Marked } from './Marked.tsx'
import { useGridStyles } from './RegisterGrid.styles.ts'
import { excerptOf } from './search.ts'
import type { ColumnName } from './view.ts'

export interface CellProps {
  readonly item: RegisterItem
  /** What was searched for. */
  readonly words: readonly string[]
  readonly today: IsoDate
}

export interface Column {
  readonly label: string
  /** As the grid's template takes it. */
  readonly width: string
  /** The same in pixels, for the width below which the grid scrolls sideways. */
  readonly least: number
  /** What stands in it, in words. */
  say(item: RegisterItem, today: IsoDate): string
  Cell(props: CellProps): ReactNode
}

type Extra = Pick<Partial<Column>, 'Cell'> & { readonly share?: number }

/** A column whose cells say what `say` says, with what was searched for marked, unless it has cells of its own. */
function column(label: string, least: number, say: Column['say'], extra: Extra = {}): Column {
  const { share = 0 } = extra
  const Plain = ({ item, words, today }: CellProps) => <Marked text={say(item, today)} words={words} />
  return {
    ...{ label, least, say },
    Cell: extra.Cell ?? Plain,
    width: share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`,
  }
}

/** The columns of the grid: what each is called, how wide it is and what stands in it. */
export const columns: Readonly<Record<ColumnName, Column>> = {
  reference: column('Number', 164, sayReference),
  report: column('Report', 190, ({ report, row }) => report?.title ?? row.value.reportKey),
  kind: column('Kind', 150, ({ row }) => kindWords[row.value.kind]),
  text: column('Recommendation', 260, ({ row }) => row.value.text, { Cell: TextCell, share: 3 }),
  status: column('Status', 116, ({ row }) => row.value.status, { Cell: StatusCell }),
  due: column('Deadline', 204, sayDue, { Cell: DueCell }),
  moved: column('Extended', 96, ({ row }) => sayTimes(timesExtended(row.value.due))),
  owner: column('Owner', 170, ({ owner }) => owner, { share: 1 }),
  applies: column('Applies', 120, ({ row }) => appliesLabels[row.value.applies ?? nothing] ?? ''),
  awaits: column('Waits for', 170, ({ row }) => writeCounterparty(row.value.counterparty)),
  source: column('Source', 140, ({ report }) => sourceWords[report?.source ?? nothing] ?? ''),
}

function sayReference({ reference, row }: RegisterItem): string {
  return row.value.numberInferred ? `${reference} (number inferred)` : reference
}

function sayDue({ row }: RegisterItem, today: IsoDate): string {
  const { deadline, left } = deadlineWords(row.value, today)
  return left ? `${deadline} · ${left}` : deadline
}

function sayTimes(times: number): string {
  if (times === 0) return 'Never'
  return times === 1 ? 'Once' : `${times} times`
}

function StatusCell({ item }: CellProps) {
  return <StatusBadge status={item.row.value.status} size="small" />
}

/** The text, or what was found in the progress note where the text has none of it. */
function TextCell({ item, words }: CellProps) {
  const { from, text } = excerptOf(item.row.value, words)
  return (
    <>
      {from === 'progress' && <Quiet>Progress: </Quiet>}
      <Marked text={text} words={words} />
    </>
  )
}

function DueCell({ item, today }: CellProps) {
  const styles = useGridStyles()
  const { deadline, left, overdue } = deadlineWords(item.row.value, today)
  return (
    <>
      {deadline}
      {left && <span className={overdue ? styles.overdue : styles.left}>{left}</span>}
    </>
  )
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className={useGridStyles().quiet}>{children}</span>
}
