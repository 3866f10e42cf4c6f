import { writeDaysLeft, writeInstant } from '../../domain/calendarDays.ts'
import { longestCardNote } from '../../usecases/answerCard.ts'
import { type CardContents, type CardRow, type CardStanding, mostCardRows } from '../../usecases/cardRows.ts'
import type { AdaptiveCard, CardElement, Container } from './adaptiveCard.ts'
import { oneLine, ownWords, runs } from './cardText.ts'
import { tabLink } from './links.ts'
import { progressForm } from './progressForm.ts'

/** Bytes that a card may have. Teams refuses messages over about 28 KB from some senders, so we stay below. */
export const cardBudget = 25_000

/** A sentence about the row that was pressed, shown above it, and what to keep in its input. */
export interface RowNotice {
  readonly ref: string
  readonly tone: 'good' | 'attention'
  readonly sentence: string
  /** Words of people that belong to the sentence, on one line already; shown as they are. */
  readonly quote: string | null
  readonly typed: string | null
}

/** What was typed in rows that were not saved, by row. */
export type Drafts = ReadonlyMap<string, string>

const noDrafts: Drafts = new Map()

/**
 * The deadline card: up to ten rows and a link to the rest. It holds references, report titles and facts, and never
 * the text of a recommendation. Rows are left to the link until the card is within its budget.
 */
export function deadlineCard(
  contents: CardContents,
  teamsAppId: string,
  notice: RowNotice | null = null,
): AdaptiveCard {
  return layOut(contents, { teamsAppId, notice, drafts: noDrafts }).card
}

/** The card after a press, with what was typed in its other rows; null when not all of that fits on a card. */
export function cardWithDrafts(
  contents: CardContents,
  teamsAppId: string,
  notice: RowNotice,
  drafts: Drafts,
): AdaptiveCard | null {
  const { card, left } = layOut(contents, { teamsAppId, notice, drafts })
  const lost = left.some((row) => drafts.has(row.ref)) || (drafts.size > 0 && sizeOf(card) > cardBudget)
  return lost ? null : card
}

interface Dressing {
  readonly teamsAppId: string
  readonly notice: RowNotice | null
  readonly drafts: Drafts
}

function layOut(
  contents: CardContents,
  dressing: Dressing,
): { readonly card: AdaptiveCard; readonly left: readonly CardRow[] } {
  const total = contents.rows.length + contents.more
  const order = [...contents.rows].sort((a, b) => rank(a, dressing) - rank(b, dressing))
  for (let count = Math.min(mostCardRows, order.length); ; count -= 1) {
    const kept = new Set(order.slice(0, count))
    const rows = contents.rows.filter((row) => kept.has(row))
    const card = build(rows, total, dressing)
    if (count <= 1 || sizeOf(card) <= cardBudget) return { card, left: order.slice(count) }
  }
}

/** The row that was pressed is the last to be left out, and before it those in which something was typed. */
function rank(row: CardRow, { notice, drafts }: Dressing): number {
  if (row.ref === notice?.ref) return 0
  return drafts.has(row.ref) ? 1 : 2
}

/** Size of a card as it travels, in bytes. */
export function sizeOf(card: AdaptiveCard): number {
  return new TextEncoder().encode(JSON.stringify(card)).length
}

function build(rows: readonly CardRow[], total: number, dressing: Dressing): AdaptiveCard {
  const { teamsAppId, notice } = dressing
  const title = `Deadlines: ${total} to look at`
  const stray = notice && !rows.some((row) => row.ref === notice.ref) ? noticeElements(notice) : []
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: `${title}. Open Follow-Through to see them.`,
    speak: `${title}.`,
    lang: 'en-GB',
    body: [
      ownWords(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...stray,
      ...rows.map((row) => rowContainer(row, dressing)),
      ...restOf(total - rows.length, teamsAppId),
    ],
  }
}

function rowContainer(row: CardRow, dressing: Dressing): Container {
  const notice = dressing.notice?.ref === row.ref ? dressing.notice : null
  const draft = draftOf(row, dressing)
  const open = { type: 'Action.OpenUrl', title: 'Open in Follow-Through' } as const
  const url = tabLink(dressing.teamsAppId, `recommendation/${row.ref}`)
  const forms = row.standing === 'open' ? [progressForm(row, notice ? notice.typed : draft)] : []
  const link = row.standing === 'missing' ? [] : [{ ...open, url }]
  const actions = [...forms.map(({ opener }) => opener), ...link]
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      heading(row),
      ...(notice ? noticeElements(notice) : []),
      ...factsOf(row),
      ...updateOf(row),
      ...whyOf(row),
      ...(row.standing === 'open' ? [] : strayDraft(draft)),
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : []),
      ...forms.map(({ form }) => form),
    ],
  }
}

/** What was typed in a row and is not in the register by another way. */
function draftOf(row: CardRow, { notice, drafts }: Dressing): string | null {
  const draft = drafts.get(row.ref)
  if (draft === undefined || row.ref === notice?.ref) return null
  return row.update?.text.trim() === draft.trim() ? null : draft
}

/** A row without a form shows what was typed in it, so that it can be copied. */
function strayDraft(draft: string | null): readonly CardElement[] {
  if (draft === null) return []
  return [runs({ text: `Not saved. You wrote: “${oneLine(draft, longestCardNote)}”` })]
}

function heading(row: CardRow): CardElement {
  const reference = { text: oneLine(row.reference, 60), weight: 'Bolder' } as const
  const title = oneLine(row.reportTitle, 120)
  return title === '' ? runs(reference) : runs(reference, { text: ` – ${title}` })
}

function factsOf(row: CardRow): readonly CardElement[] {
  if (row.standing === 'missing' || row.standing === 'not-yours') return []
  const left = row.daysLeft === null ? '' : ` (${writeDaysLeft(row.daysLeft)})`
  const facts = [
    { title: 'Status', value: row.status },
    { title: 'Deadline', value: `${row.deadline}${row.standing === 'open' ? left : ''}` },
    { title: 'Extended', value: timesInWords(row.extended) },
  ]
  return [{ type: 'FactSet', facts }]
}

function timesInWords(times: number): string {
  if (times === 0) return 'never'
  if (times === 1) return 'once'
  return times === 2 ? 'twice' : `${times} times`
}

function updateOf(row: CardRow): readonly CardElement[] {
  if (!row.update) return []
  const { written } = row.update
  const by =
    written === null
      ? 'Changed in SharePoint, outside Follow-Through'
      : `Updated by ${oneLine(written.by, 80)} on ${writeInstant(written.at)}`
  return [
    runs({ text: 'Progress: ', weight: 'Bolder' }, { text: oneLine(row.update.text, 200) }),
    runs({ text: by, isSubtle: true, size: 'Small' }),
  ]
}

const standingSentences: Readonly<Record<Exclude<CardStanding, 'open'>, string>> = {
  closed: 'Nothing more is asked of you here: the status says so now.',
  'not-yours': 'Another post owns this row now, so it can no longer be changed from here.',
  missing: 'This row is no longer in the register.',
}

function whyOf(row: CardRow): readonly CardElement[] {
  if (row.standing !== 'open') return [ownWords(standingSentences[row.standing], { isSubtle: true })]
  if (row.reason === '') return []
  return [runs({ text: `Why did I get this? ${oneLine(row.reason, 300)}`, isSubtle: true, size: 'Small' })]
}

function noticeElements(notice: RowNotice): readonly CardElement[] {
  const color = notice.tone === 'good' ? 'Good' : 'Attention'
  const quote = notice.quote === null ? [] : [runs({ text: `“${notice.quote}”` })]
  return [ownWords(notice.sentence, { color, weight: 'Bolder' }), ...quote]
}

function restOf(count: number, teamsAppId: string): readonly CardElement[] {
  if (count <= 0) return []
  const title = count === 1 ? 'One more in Follow-Through' : `${count} more in Follow-Through`
  const url = tabLink(teamsAppId, null)
  return [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url }] }]
}
