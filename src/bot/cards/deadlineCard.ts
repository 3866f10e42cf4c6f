import { writeDaysLeft, writeInstant } from '../../domain/calendarDays.ts'
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

/**
 * The deadline card: up to ten rows and a link to the rest. It holds references, report titles and facts, and never
 * the text of a recommendation. Rows are left to the link until the card is within its budget.
 */
export function deadlineCard(
  contents: CardContents,
  teamsAppId: string,
  notice: RowNotice | null = null,
): AdaptiveCard {
  const total = contents.rows.length + contents.more
  const order = notice ? [...contents.rows].sort((a, b) => rank(a, notice) - rank(b, notice)) : contents.rows
  for (let count = Math.min(mostCardRows, order.length); ; count -= 1) {
    const kept = new Set(order.slice(0, count))
    const rows = contents.rows.filter((row) => kept.has(row))
    const card = build(rows, total, teamsAppId, notice)
    if (count <= 1 || sizeOf(card) <= cardBudget) return card
  }
}

const rank = (row: CardRow, notice: RowNotice) => (row.ref === notice.ref ? 0 : 1)

/** Size of a card as it travels, in bytes. */
export function sizeOf(card: AdaptiveCard): number {
  return new TextEncoder().encode(JSON.stringify(card)).length
}

function build(
  rows: readonly CardRow[],
  total: number,
  teamsAppId: string,
  notice: RowNotice | null,
): AdaptiveCard {
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
      ...rows.map((row) => rowContainer(row, teamsAppId, notice?.ref === row.ref ? notice : null)),
      ...restOf(total - rows.length, teamsAppId),
    ],
  }
}

function rowContainer(row: CardRow, teamsAppId: string, notice: RowNotice | null): Container {
  const open = { type: 'Action.OpenUrl', title: 'Open in Follow-Through' } as const
  const url = tabLink(teamsAppId, `recommendation/${row.ref}`)
  const form = row.standing === 'open' ? [progressForm(row, notice?.typed ?? null)] : []
  const link = row.standing === 'missing' ? [] : [{ ...open, url }]
  const actions = [...form, ...link]
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
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : []),
    ],
  }
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
  const by = oneLine(row.update.by, 80)
  return [
    runs({ text: 'Progress: ', weight: 'Bolder' }, { text: oneLine(row.update.text, 200) }),
    runs({ text: `Updated by ${by} on ${writeInstant(row.update.at)}`, isSubtle: true, size: 'Small' }),
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
