import { readClaim } from './claimNumbers.ts'
import type { Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'
import { type CountedUnit, countReport, type ReportCounts, unitsForForce } from './reportCounts.ts'

/** What a sentence can be wrong about: `sum` is a sentence whose own numbers do not add up. */
export const claimSubjects = ['for-force', 'complete', 'closed', 'open', 'sum'] as const
export type ClaimSubject = (typeof claimSubjects)[number]

/** A number that a sentence gives and the register does not. */
export interface ClaimDisagreement {
  /** The sentence, as written. */
  readonly claim: string
  readonly what: ClaimSubject
  readonly claimed: number
  readonly counted: number
}

type RowOfReport = Recommendation

/**
 * The sentence that says how far a report's recommendations have come, in the manner of board papers. It is written
 * from the rows and from what earlier papers said was settled; the same data give the same sentence.
 */
export function countSentence(report: Pick<Report, 'claims'>, rows: readonly RowOfReport[]): string {
  const counts = countReport(report, rows)
  const { forForce, total } = counts
  if (forForce === 0) return total === 0 ? noneKnown : `${sayTotal(total, rows)}, none for the force.`
  const states = sayStates(counts, unitsForForce(rows))
  if (counts.isUnclear) return sayUnclear(counts, rows, states)
  const part = counts.inPart > 0 ? ` [${counts.inPart} of them in part]` : ''
  const sub = counts.subdivided.length > 0 ? ` [number ${counts.subdivided.join(', ')} is sub-divided]` : ''
  const isMore = total > forForce
  const lead = isMore
    ? `${sayTotal(total, rows)}, of which ${sayOfThose(counts)} for the force${part}${sub}`
    : `${sayKinds(counts)} for the force${part}${sub}`
  const gap = states.length === 1 ? ', ' : ': '
  return `${lead}${gap}${states.join(', ')}.`
}

/** Where the paper's own count is unclear, only what the register holds is said. */
function sayUnclear(counts: ReportCounts, rows: readonly RowOfReport[], states: readonly string[]): string {
  const sub = counts.subdivided.length > 0 ? `, number ${counts.subdivided.join(' and ')} sub-divided` : ''
  const held = `${counts.forForce} of them ${counts.forForce === 1 ? 'is' : 'are'} held here`
  return `${sayTotal(counts.total, rows)}${sub || ', some sub-divided'}; ${held}, ${states.join(', ')}.`
}

const noneKnown = 'The register holds no recommendation of this report.'

/**
 * Compares sentences with the register. A sentence is only said to disagree where its arithmetic cannot be right;
 * one that counts a sub-divided recommendation gives no total that could be compared.
 * @param sentences the report's own where left out
 */
export function checkClaims(
  report: Pick<Report, 'claims'>,
  rows: readonly RowOfReport[],
  sentences: readonly string[] = report.claims,
): readonly ClaimDisagreement[] {
  const counts = countReport(report, rows)
  return sentences.flatMap((claim) => [...checkNumbers(claim, counts), ...checkSum(claim)])
}

function checkNumbers(claim: string, counts: ReportCounts): ClaimDisagreement[] {
  const { forForce, complete, closed, open, subdivided, isAllComplete } = readClaim(claim)
  if (subdivided) return []
  const pairs: readonly (readonly [ClaimSubject, number | null, number])[] = [
    ['for-force', forForce, counts.forForce],
    ['complete', isAllComplete ? counts.forForce : complete, counts.complete],
    ['closed', closed, counts.closed],
    ['open', open, counts.open],
  ]
  return pairs.flatMap(([what, claimed, counted]) =>
    claimed === null || claimed === counted ? [] : [{ claim, what, claimed, counted }],
  )
}

/** A sentence that names every state must add up to what it says is for the force. */
function checkSum(claim: string): ClaimDisagreement[] {
  const { forForce, complete, closed, open, subdivided } = readClaim(claim)
  if (subdivided || forForce === null || complete === null || open === null) return []
  const sum = complete + open + (closed ?? 0)
  return sum === forForce ? [] : [{ claim, what: 'sum', claimed: forForce, counted: sum }]
}

function sayTotal(total: number, rows: readonly RowOfReport[]): string {
  const improvements = rows.filter(({ kind }) => kind === 'area-for-improvement').length
  if (improvements === 0) return plural(total, 'recommendation')
  if (improvements === rows.length) return plural(total, 'area for improvement')
  return `${total} recommendations and areas for improvement`
}

function sayKinds({ kinds, forForce }: ReportCounts): string {
  if (kinds === null) return plural(forForce, 'recommendation')
  const { recommendation = 0, 'area-for-improvement': improvement = 0, either = 0 } = kinds
  return [
    ...(either > 0 ? [`${either} recommendations and areas for improvement`] : []),
    ...(recommendation > 0 ? [plural(recommendation, 'recommendation')] : []),
    ...(improvement > 0 ? [plural(improvement, 'area for improvement')] : []),
  ].join(' and ')
}

function sayOfThose(counts: ReportCounts): string {
  const isMixed = counts.kinds !== null && Object.keys(counts.kinds).length > 1
  return `${isMixed ? sayKinds(counts) : counts.forForce} ${counts.forForce === 1 ? 'is' : 'are'}`
}

function plural(number: number, noun: 'recommendation' | 'area for improvement'): string {
  const many = noun === 'recommendation' ? 'recommendations' : 'areas for improvement'
  return `${number} ${number === 1 ? noun : many}`
}

/** What is said of the states, settled first. With one state for all of them the number is not repeated. */
function sayStates(counts: ReportCounts, units: readonly CountedUnit[]): readonly string[] {
  const open = [
    ...Map.groupBy(
      units.filter(({ standing }) => standing === 'open'),
      wordFor,
    ),
  ]
  const said: readonly (readonly [string, number])[] = [
    ['complete', counts.complete],
    ['closed', counts.closed],
    ...openOrder.flatMap((order) =>
      open.filter(([word]) => order === word).map(([word, own]) => [sayWord(word, own), own.length] as const),
    ),
  ]
  const present = said.filter(([, number]) => number > 0)
  const [only] = present
  if (present.length === 1 && only) return [counts.forForce === 1 ? only[0] : `all ${only[0]}`]
  return present.map(([word, number]) => `${number} ${word}`)
}

const openOrder = [
  'in progress',
  'to be progressed',
  'can now be progressed',
  'being considered',
  'pending',
] as const
type OpenWord = (typeof openOrder)[number]

/** Whom those wait for that are pending, in brackets as papers put their asides. */
function sayWord(word: OpenWord, units: readonly CountedUnit[]): string {
  if (word !== 'pending') return word
  const bodies = units.flatMap(({ rows }) => rows.map(({ counterparty }) => counterparty?.body ?? ''))
  const named = new Set(
    bodies.map((body) =>
      body
        .replace(/[[\]()]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  )
  named.delete('')
  return named.size === 0 ? word : `${word} [${[...named].join(', ')}]`
}

/** The word for an open recommendation: WHITE waits, RED has missed its day, one without any date is new. */
function wordFor({ rows }: CountedUnit): OpenWord {
  const open = rows.filter(({ status }) => status === 'RED' || status === 'AMBER' || status === 'WHITE')
  const red = open.find(({ status }) => status === 'RED')
  const amber = open.find(({ status }) => status === 'AMBER')
  if (red ?? amber) {
    if (open.some(cameBackToForce)) return 'can now be progressed'
    if (red) return 'to be progressed'
    return amber?.due.every(({ date, verb }) => date === null && verb === 'none')
      ? 'being considered'
      : 'in progress'
  }
  return 'pending'
}

/** It waited for another body, and its last change of status gave it back to the force. */
function cameBackToForce({ history }: Pick<Recommendation, 'history'>): boolean {
  return history.findLast(({ field }) => field === 'status')?.from === 'WHITE'
}
