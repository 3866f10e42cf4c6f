import { writeDaysLeft } from '../../domain/calendarDays.ts'
import { defaultWording } from '../../domain/reminderWording.ts'
import type { CardRow } from '../../usecases/cardRows.ts'
import { oneLine } from './cardText.ts'
import { tabLink } from './links.ts'
import { statusInWords } from './statusWords.ts'
import { type CardWords, wordsAround } from './wordsAround.ts'

/** Most rows that a mail lists; the rest is the link. */
const mostMailRows = 50

/**
 * The card as a mail, for somebody whom Teams does not let us reach: the same facts and a link. The subject holds no
 * word of any recommendation or report, since it shows on locked screens and in other people's lists.
 */
export function mailText(
  rows: readonly CardRow[],
  teamsAppId: string,
  words: CardWords | null = null,
): { readonly subject: string; readonly text: string } {
  const total = rows.length
  const { mailOpening, closing } = words ? wordsAround(words, total) : defaultWording
  const listed = rows.slice(0, mostMailRows)
  const rest = total - listed.length
  const [only] = total === 1 ? rows : []
  const lines = [
    mailOpening,
    '',
    ...listed.flatMap(rowLines),
    ...(rest > 0 ? [`${rest} more in Follow-Through.`, ''] : []),
    `Open Follow-Through in Teams: ${tabLink(teamsAppId, only?.ref ? `recommendation/${only.ref}` : null)}`,
    '',
    ...(closing === '' ? [] : [closing, '']),
    'Nobody reads answers to this mail.',
  ]
  const subject = total === 1 ? 'Follow-Through: one item for you' : `Follow-Through: ${total} items for you`
  return { subject, text: lines.join('\r\n') }
}

function rowLines(row: CardRow): readonly string[] {
  const title = oneLine(row.reportTitle, 200)
  const left = row.daysLeft === null ? '' : ` (${writeDaysLeft(row.daysLeft)})`
  return [
    `${oneLine(row.reference, 60)}${title === '' ? '' : ` – ${title}`}`,
    ...(row.status === null ? [] : [`  Status: ${statusInWords[row.status]}`]),
    `  Deadline: ${row.deadline}${left}`,
    ...(row.asked ? ['  Your decision is asked for: open it in Teams.'] : []),
    ...(row.reason === '' ? [] : [`  Why did I get this? ${oneLine(row.reason, 300)}`]),
    '',
  ]
}
