import type { PaperDoubt } from '../../domain/paperReading.ts'
import { type JoinedLine, lineAt } from './seams.ts'

const cue =
  '(?:see|refer(?:s|red)? to|aligned (?:to|with)|in line with|as (?:in|for|at|under|with)|same as|linked (?:to|with)|tied to|cover(?:ed|s) (?:by|in|under)|(?:met|addressed|delivered|achieved|answered) (?:by|under|through)|depend(?:s|ent|ant|ing)? (?:up)?on|relies on)'
const kindWord = '(?:recommendations?|recs?\\.?|AFIs?|areas? for improvement)'
const number = '(\\d{1,3}[a-z]?)'
const named = `${kindWord} (?:no\\.? ?)?${number}\\b`
const placed = `${number} (?:above|below)\\b`
const closing = `, ${number}(?=\\s*(?:[\\])]|\\.?$))`
// Bounded, so that a long comment without any reference is read once.
const reference = new RegExp(`\\b${cue}\\b([^.;()[\\]]{0,150}?)(?:\\b${named}|\\b${placed}|${closing})`, 'gi')

/**
 * A green row that points to another recommendation: whether it is met can only be told from both.
 * A row that names its own number and no report points to itself.
 */
export function reliance(status: string, ownNumber: string, lines: readonly JoinedLine[]): PaperDoubt[] {
  for (const own of lines) {
    for (const match of own.text.matchAll(reference)) {
      const [whole, between = '', ...numbers] = match
      const other = numbers.find((found) => found !== undefined) ?? ''
      const namesNoReport = !/\p{L}/u.test(between.replace(/\bthe\b/gi, ''))
      if (namesNoReport && other.toLowerCase() === ownNumber.toLowerCase()) continue
      const message = `The row is ${status} and points to another recommendation ("${whole.slice(0, 120)}"); the two have to be judged together.`
      return [{ code: 'relies-on-another-row', message, line: lineAt(own, match.index) }]
    }
  }
  return []
}
