import type { RecommendationKind } from '../../domain/recommendation.ts'

const labels: readonly (readonly [RegExp, RecommendationKind])[] = [
  [/^causes? of concern\b/i, 'cause-of-concern'],
  [/^areas? for improvement\b/i, 'area-for-improvement'],
  [/^recommendations?\b/i, 'recommendation'],
]
const numberShape = /^\(?((?:AFI|R|Rec)?\.? ?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)\)?[.:]?$/i

/** What stands at the head of a row's text: its number, its kind, and the text that is left. */
export interface RowLead {
  readonly number: string
  readonly kind: RecommendationKind | null
  /** The words that name the kind, as written; empty where there are none. */
  readonly label: string
  readonly lines: readonly string[]
}

/** Says whether the text is nothing but the label of a kind, in the singular or the plural. */
export function isKindLabel(text: string): boolean {
  return /^\s*(?:causes? of concern|areas? for improvement|recommendations?)\s*:?\s*$/i.test(
    text.slice(0, 60),
  )
}

/** Reads a cell that should hold a number and nothing else: "4a", "3.", "(12)". Null for anything else. */
export function readNumberCell(text: string): string | null {
  const match =
    text.length <= 12 ? numberShape.exec(text.replace(/\s*\(?cont(?:inued|\.|d)?\)?$/i, '').trim()) : null
  return match?.[1] ?? null
}

/** Takes number and kind off the beginning of a row's text: "7 Recommendation By …", "4a", "Areas for improvement". */
export function readLead(lines: readonly string[]): RowLead {
  const [first = '', ...others] = lines
  const leading = /^\(?(\d{1,3}(?:\.\d{1,2})?[a-z]?)\)?([.:]?)(?:\s+|$)/i.exec(first)
  if (!leading) return readLabel('', lines)
  const rest = first.slice(leading[0].length)
  const after = readLabel(leading[1] ?? '', rest === '' ? others : [rest, ...others])
  const isNumber = after.kind !== null || rest === '' || leading[2] !== ''
  return isNumber ? after : { number: '', kind: null, label: '', lines }
}

function readLabel(number: string, lines: readonly string[]): RowLead {
  const [first = '', ...others] = lines
  for (const [label, kind] of labels) {
    const match = label.exec(first)
    if (!match) continue
    const rest = first.slice(match[0].length)
    const numbered = /^\s*(?:no\.?\s*)?(\d{1,3}[a-z]?)\s*(?:[:.–-]\s*|$)/i.exec(rest)
    const text = (numbered ? rest.slice(numbered[0].length) : rest).replace(/^[\s:–-]+/, '')
    if (text !== '' && !isLabel(first, rest, number !== '' || Boolean(numbered))) continue
    const left = text === '' ? others : [text, ...others]
    return { number: number || (numbered?.[1] ?? ''), kind, label: match[0], lines: left }
  }
  return { number, kind: null, label: '', lines }
}

/** "Recommendation By May …" carries a label; in "Recommendations of last year stand" the word is the sentence's own. */
function isLabel(line: string, rest: string, hasNumber: boolean): boolean {
  if (/^\s*[:–-]/.test(rest) || /^\s+[\p{Lu}\d[("“‘•]/u.test(rest)) return true
  return hasNumber && /^\p{Lu}/u.test(line)
}

/** The kind of a row whose text holds more than one label: a cause of concern stays one. */
export function kindOf(lead: RowLead): RecommendationKind {
  const hasConcern = lead.lines.some((line) => /^causes? of concern$/i.test(line))
  return hasConcern ? 'cause-of-concern' : (lead.kind ?? 'recommendation')
}
