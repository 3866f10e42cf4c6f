import { writeDate } from './calendarDays.ts'
import type { ChangeField, Recommendation } from './recommendation.ts'

/** What one version of a row says where another says something else. Both texts are empty where nothing was said. */
export interface Difference {
  readonly field: ChangeField
  readonly from: string
  readonly to: string
}

type Say = (row: Recommendation) => string

const said: readonly (readonly [ChangeField, Say])[] = [
  ['status', (row) => (row.closedReason ? `${row.status} (${row.closedReason})` : row.status)],
  ['kind', (row) => row.kind],
  ['text', (row) => plain(row.text)],
  ['progress', (row) => plain(row.progress)],
  ['owner', (row) => row.ownerPost ?? ''],
  ['due', (row) => row.due.map((entry) => entry.text).join('; ')],
  ['elements', (row) => row.elements.map(sayElement).join('\n')],
  ['applies', (row) => row.applies ?? ''],
  ['addressees', (row) => row.addressees.join(', ')],
  ['links', (row) => row.links.map((link) => `${link.kind} ${link.to}`).join(', ')],
  ['evidence', (row) => row.evidence.map((one) => `${one.title} (${one.link})`).join('; ')],
  ['sign-off', (row) => row.signOff?.state ?? ''],
  ['demonstration', (row) => (row.demonstrationUntil ? `until ${writeDate(row.demonstrationUntil)}` : '')],
  ['rationale', (row) => plain(row.rationale)],
  ['counterparty', sayCounterparty],
  [
    'inspectorate',
    (row) => row.inspectorate.map((word) => `${word.status} on ${writeDate(word.on)}`).join('; '),
  ],
]

/** All fields in which the second row says something else than the first, in the order in which people read them. */
export function differencesBetween(before: Recommendation, after: Recommendation): readonly Difference[] {
  return said.flatMap(([field, say]) => {
    const [from, to] = [say(before), say(after)]
    return from === to ? [] : [{ field, from, to }]
  })
}

function sayElement({ label, text, status, comment }: Recommendation['elements'][number]): string {
  return [label, text, status && `(${status})`, comment].filter(Boolean).join(' ')
}

function sayCounterparty({ counterparty }: Recommendation): string {
  if (!counterparty) return ''
  const { body, product, lastChased, nextChase } = counterparty
  const parts = [product && `${body}: ${product}`]
  if (!product) parts[0] = body
  if (lastChased) parts.push(`asked on ${writeDate(lastChased)}`)
  if (nextChase) parts.push(`to be asked again on ${writeDate(nextChase)}`)
  return parts.join(', ')
}

/** SharePoint's own form ends lines in its own way and trims; that alone is no change. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}
