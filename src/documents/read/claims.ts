import type { PaperDoubt } from '../../domain/paperReading.ts'

/** How many rows of a report the paper shows, by status. */
export type ShownCounts = Readonly<Record<string, number>>

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const count = `(?:\\d{1,3}|${numberWords.join('|')}|all)`
const claimed = new RegExp(
  `\\b${count}\\b[^.]{0,80}\\b(?:recommendations?|actions?|areas? for improvement|afis?|causes? of concern)\\b`,
  'i',
)
const state = {
  complete: 'complete[d]?',
  closed: 'closed',
  open: 'in progress|to be progressed|can now be progressed|pending|held at|being considered|ongoing',
}

/** Says whether a paragraph claims how many recommendations there are. */
export function isClaim(paragraph: string): boolean {
  return paragraph.length <= 600 && claimed.test(paragraph)
}

/** Splits a paragraph into its sentences. A number may begin one: "4 are complete. 2 are in progress." */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = []
  for (const part of paragraph.split(/(?<=[.!?][”"’')\]]?)\s+(?=[\p{Lu}\d“"‘'[(])/u)) {
    const before = sentences.at(-1)
    if (before && /\b(?:no|e\.g|i\.e|etc|supt|insp|mr|mrs|dr|st)\.$/i.test(before)) {
      sentences[sentences.length - 1] = `${before} ${part}`
    } else sentences.push(part)
  }
  return sentences
}

/**
 * Compares what a sentence claims with the rows that are shown. A paper drops settled rows, so a claim of complete
 * ones may be larger than what is shown; WHITE rows may belong to another body, so they may count or not.
 */
export function claimDoubts(
  claims: readonly string[],
  lines: readonly number[],
  shown: ShownCounts,
): PaperDoubt[] {
  const of = (status: string) => shown[status] ?? 0
  const ours = of('AMBER') + of('RED')
  return claims.flatMap((claim, index) => {
    const open = countOf(claim, state.open)
    const complete = countOf(claim, state.complete)
    const closed = countOf(claim, state.closed)
    const green = of('GREEN') + of('NEW GREEN')
    const faults = [
      ...(open !== null && (open < ours || open > ours + of('WHITE'))
        ? [`${open} in progress, where ${ours} AMBER or RED and ${of('WHITE')} WHITE are shown`]
        : []),
      ...(complete !== null && complete < green
        ? [`${complete} complete, where ${green} green are shown`]
        : []),
      ...(closed !== null && closed < of('CLOSED')
        ? [`${closed} closed, where ${of('CLOSED')} are shown`]
        : []),
      ...(/\ball\b[^.]{0,20}\bcomplete/i.test(claim) && ours > 0
        ? [`all complete, where ${ours} are open`]
        : []),
    ]
    return faults.map((fault) => ({
      code: 'claim-disagrees',
      message: `The sentence "${claim.slice(0, 100)}" seems to disagree with the rows: it says ${fault}.`,
      line: lines[index] ?? 0,
    }))
  })
}

/** The number that a sentence gives for a state, added up where it gives several; null where it gives none. */
function countOf(claim: string, states: string): number | null {
  const pattern = new RegExp(
    `\\b${count}\\b(?:(?!\\b${count}\\b)[^;.,]|, (?=these|they|which)){0,80}?\\b(?:${states})\\b`,
    'gi',
  )
  const numbers = [...claim.matchAll(pattern)].map(([found]) => toNumber(found.split(/\W/)[0] ?? ''))
  const after = new RegExp(`\\b(?:${states}) (\\d{1,3})\\b`, 'i').exec(claim)?.[1]
  const known = after && numbers.length === 0 ? [Number(after)] : numbers.filter((number) => number !== null)
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0)
}

function toNumber(text: string): number | null {
  const word = numberWords.indexOf(text.toLowerCase())
  if (word >= 0) return word
  return /^\d+$/.test(text) ? Number(text) : null
}
