import { writeDaysLeft } from '../../domain/calendarDays.ts'
import { mostCardRows } from '../../usecases/cardEntries.ts'
import type { CardContents, CardRow } from '../../usecases/cardRows.ts'
import type { AdaptiveCard, CardElement } from './adaptiveCard.ts'
import { ownWords, runs } from './cardText.ts'
import { tabLink } from './links.ts'
import { type Drafts, inputId, inputNames } from './press.ts'
import { noticeElements, type RowNotice, rowContainer, strayText } from './rowParts.ts'
import { statusInWords } from './statusWords.ts'
import { type CardWords, spokenWords, wordsAround } from './wordsAround.ts'

/** What goes on a card, and the force's own sentences around it. */
export interface ShownContents extends CardContents {
  readonly words?: CardWords
}

/** Bytes that a card may have. Teams refuses messages over about 28 KB from some senders, so we stay below. */
export const cardBudget = 25_000

/**
 * The card of one person: up to ten rows and a link to the rest. It holds references, report titles and facts, and
 * never the text of a recommendation. Until the card is within its budget, rows show fewer ways to answer, the last
 * ones first, and then are left to the link.
 */
export function deadlineCard(
  contents: ShownContents,
  teamsAppId: string,
  notice: RowNotice | null = null,
): AdaptiveCard {
  return layOut(contents, { teamsAppId, notice, drafts: new Map() }).card
}

/**
 * The card after a press, with what was typed in it and not saved; null when not all of that fits on a card.
 * @param pressed the row that was pressed; it shows every way to answer
 */
export function cardWithDrafts(
  contents: ShownContents,
  teamsAppId: string,
  notice: RowNotice | null,
  drafts: Drafts,
  pressed: string | null = notice?.ref ?? null,
): AdaptiveCard | null {
  const { card, left } = layOut(contents, { teamsAppId, notice, drafts, pressed })
  const lost = left.some((row) => hasDraft(row, drafts)) || (drafts.size > 0 && sizeOf(card) > cardBudget)
  return lost ? null : card
}

interface Order {
  readonly teamsAppId: string
  readonly notice: RowNotice | null
  readonly drafts: Drafts
  readonly pressed?: string | null
}

interface Layout {
  readonly card: AdaptiveCard
  readonly left: readonly CardRow[]
}

function layOut(contents: ShownContents, order: Order): Layout {
  const total = contents.rows.length + contents.more
  const ranked = [...contents.rows].sort((a, b) => rank(a, order) - rank(b, order))
  let wholes = Math.min(mostCardRows, ranked.length)
  for (let count = wholes; ; ) {
    const kept = new Set(ranked.slice(0, count))
    const rows = contents.rows.filter((row) => kept.has(row))
    const card = build({ ...contents, rows }, total, order, new Set(ranked.slice(0, wholes)))
    if ((count <= 1 && wholes <= 1) || sizeOf(card) <= cardBudget) return { card, left: ranked.slice(count) }
    if (wholes > 1) wholes -= 1
    else count -= 1
  }
}

/** The row that was pressed is the last to be left out, and before it those in which something was typed. */
function rank(row: CardRow, { notice, drafts, pressed = notice?.ref ?? null }: Order): number {
  if (row.ref === pressed) return 0
  return hasDraft(row, drafts) ? 1 : 2
}

const hasDraft = ({ ref }: CardRow, drafts: Drafts) =>
  inputNames.some((name) => drafts.has(inputId(name, ref)))

/** Size of a card as it travels, in bytes. */
export function sizeOf(card: AdaptiveCard): number {
  return new TextEncoder().encode(JSON.stringify(card)).length
}

function build(
  { rows, words }: ShownContents,
  total: number,
  { teamsAppId, notice, drafts }: Order,
  wholes: ReadonlySet<CardRow>,
): AdaptiveCard {
  const title = titleOf(rows, total)
  const stray = notice && !rows.some((row) => row.ref === notice.ref) ? strayNotice(notice, drafts) : []
  const around = words ? wordsAround(words, total) : null
  const opening = around !== null && isDigest(rows) ? around.opening : ''
  const spoken = [`${title}.`, ...spokenWords(opening), ...rows.slice(0, 3).map(sayRow)]
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: `${spoken.join(' ')} Open Follow-Through to see more.`,
    speak: spoken.join(' '),
    lang: 'en-GB',
    body: [
      ownWords(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...(opening === '' ? [] : [runs({ text: opening })]),
      ...stray,
      ...rows.map((row) => rowContainer(row, { teamsAppId, notice, drafts, whole: wholes.has(row) })),
      ...restOf(total - rows.length, teamsAppId),
      ...(around === null || around.closing === '' ? [] : [runs({ text: around.closing, isSubtle: true })]),
    ],
  }
}

/** About a row that is on no card of this person: what was typed is shown, so that it can be copied. */
function strayNotice(notice: RowNotice, drafts: Drafts): readonly CardElement[] {
  return [
    ...noticeElements(notice),
    ...inputNames.flatMap((name) => strayText(drafts.get(inputId(name, notice.ref)))),
  ]
}

/** Reminders, alone or with what is asked; a card that only asks or only answers opens with that. */
const isDigest = (rows: readonly CardRow[]) =>
  rows.some(({ isAnswer }) => !isAnswer) && rows.some(({ asked }) => asked === null)

function titleOf(rows: readonly CardRow[], total: number): string {
  if (rows.length > 0 && rows.every(({ isAnswer }) => isAnswer)) return 'What you asked for was answered'
  if (rows.length > 0 && rows.every(({ fallen }) => fallen?.length))
    return 'Training has fallen under a green row'
  const asked = rows.filter(({ asked }) => asked !== null)
  if (asked.length === 0 || asked.length < rows.length) return `Deadlines: ${total} to look at`
  if (asked.every((row) => row.asked?.signOff === null)) return 'A later deadline is asked for'
  return asked.every((row) => row.asked?.extension === null)
    ? 'Your sign-off is asked for'
    : 'Your decision is asked for'
}

/** A row as it is read aloud: our own words and the reference without its signs; no text of other people. */
function sayRow(row: CardRow): string {
  const reference = row.reference.replace(/[^\p{L}\p{N} .()–-]/gu, '').slice(0, 120)
  const status = row.status === null ? '' : `, ${statusInWords[row.status]}`
  const left = row.daysLeft === null || row.standing === 'closed' ? '' : `, ${writeDaysLeft(row.daysLeft)}`
  return `${reference}${status}${left}.`
}

function restOf(count: number, teamsAppId: string): readonly CardElement[] {
  if (count <= 0) return []
  const title = count === 1 ? 'One more in Follow-Through' : `${count} more in Follow-Through`
  const url = tabLink(teamsAppId, null)
  return [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title, url }] }]
}
