import { type Bulletin, bulletinSummary, bulletinTitle, sayPlaces, sayRun } from './bulletin.ts'

/**
 * A bulletin as a mail in plain text.
 * @param link where the dates are in Teams; null for people who have no account
 */
export function bulletinMail(
  bulletin: Bulletin,
  link: string | null,
): { readonly subject: string; readonly text: string } {
  const title = bulletinTitle(bulletin)
  const book =
    link === null
      ? 'To book a place, ask whoever books courses for your agency, or your training coordinator.'
      : `To book a place, open Follow-Through in Teams: ${link}`
  const lines = [
    title,
    '',
    bulletinSummary(bulletin),
    '',
    ...(bulletin.editorial === '' ? [] : [bulletin.editorial, '']),
    ...section(
      'FREE PLACES',
      bulletin.free.map((run) => `${sayRun(run)} (${sayPlaces(run)})`),
    ),
    ...section(
      'ALSO COMING',
      bulletin.coming.filter(({ free }) => free === 0).map((run) => `${sayRun(run)} (${sayPlaces(run)})`),
    ),
    ...section(
      'WHAT CHANGED',
      bulletin.changes.map(({ text }) => text),
    ),
    book,
    '',
    'Nobody reads answers to this mail.',
  ]
  return { subject: title, text: lines.join('\r\n') }
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `- ${line}`), '']
}
