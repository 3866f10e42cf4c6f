import { type ClaimNumbers, type CountedKind, joinClaims, readClaim } from './claimNumbers.ts'
import { isGreen } from './paperContent.ts'
import type { Recommendation, RecommendationKind, Status } from './recommendation.ts'
import type { Report } from './report.ts'

/** How far a report's recommendations have come: rows of the register and what is known beyond them. */
export interface ReportCounts {
  /** All of the report, whoever they are for; at least what is known. */
  readonly total: number
  readonly forForce: number
  readonly inPart: number
  readonly complete: number
  readonly closed: number
  readonly open: number
  /** Settled before the register began, so that it holds no rows for them; told by the paper's sentences. */
  readonly beyond: { readonly complete: number; readonly closed: number }
  /** How many of those for the force are of which kind; null where the register cannot know. */
  readonly kinds: Readonly<Partial<Record<CountedKind, number>>> | null
  /** The paper counted a sub-divided recommendation, so what was settled before cannot be told. */
  readonly isUnclear: boolean
  /** Numbers that stand in parts of their own: `4` where there are rows `4a` and `4b`. */
  readonly subdivided: readonly string[]
}

type CountedRow = Pick<
  Recommendation,
  'number' | 'key' | 'kind' | 'status' | 'applies' | 'history' | 'due' | 'counterparty'
>

/** One recommendation as the inspectorate counts it; its rows are its parts. */
export interface CountedUnit {
  readonly rows: readonly CountedRow[]
  readonly standing: 'complete' | 'closed' | 'open'
}

/** Whether a row is the force's to answer for. An undecided one is, unless it is WHITE. */
export function appliesToForce({ applies, status }: Pick<Recommendation, 'applies' | 'status'>): boolean {
  return applies === null ? status !== 'WHITE' : applies !== 'no'
}

/** Counts a report. @param rows rows of the register that belong to the report */
export function countReport(report: Pick<Report, 'claims'>, rows: readonly CountedRow[]): ReportCounts {
  const units = unitsOf(rows, ({ status }) => status)
  const ours = units.filter((unit) => unit.rows.some(appliesToForce))
  const claimed = joinClaims(believed(report.claims, ours, rows).claims)
  const beyond = beyondRegister(report, rows)
  const unseen = beyond.complete + beyond.closed
  const of = (standing: CountedUnit['standing']) => ours.filter((unit) => unit.standing === standing).length
  return {
    total: Math.max(claimed.total ?? 0, units.length + unseen),
    forForce: ours.length + unseen,
    inPart: ours.filter((unit) => unit.rows.every(({ applies }) => applies === 'in-part')).length,
    complete: of('complete') + beyond.complete,
    closed: of('closed') + beyond.closed,
    open: of('open'),
    beyond,
    kinds: kindsOf(ours, unseen, claimed),
    isUnclear: claimed.subdivided,
    subdivided: [...new Set(ours.flatMap((unit) => subdividedNumber(unit)))],
  }
}

/** The recommendations of a report that are for the force, open ones with their rows. */
export function unitsForForce(rows: readonly CountedRow[]): readonly CountedUnit[] {
  return unitsOf(rows, ({ status }) => status).filter((unit) => unit.rows.some(appliesToForce))
}

/** Rows 4a and 4b are one recommendation: open while one of them is, closed when all of them are. */
function unitsOf(rows: readonly CountedRow[], statusOf: (row: CountedRow) => Status): readonly CountedUnit[] {
  const byNumber = Map.groupBy(rows, ({ number, key }) =>
    /^\d+[a-z]$/i.test(number) ? number.slice(0, -1) : key,
  )
  return [...byNumber.values()].map((parts) => {
    const statuses = parts.map(statusOf)
    const isOpen = statuses.some((status) => !isGreen(status) && status !== 'CLOSED')
    const isClosed = statuses.every((status) => status === 'CLOSED')
    return { rows: parts, standing: isOpen ? 'open' : isClosed ? 'closed' : 'complete' }
  })
}

function subdividedNumber({ rows }: CountedUnit): string[] {
  const number = rows[0]?.number ?? ''
  return /^\d+[a-z]$/i.test(number) ? [number.slice(0, -1)] : []
}

/** What the sentences say was settled of which the register holds no rows. */
function beyondRegister(report: Pick<Report, 'claims'>, rows: readonly CountedRow[]): ReportCounts['beyond'] {
  const now = unitsForForce(rows)
  const { claims, units } = believed(report.claims, now, rows)
  const { forForce, complete, closed, open, subdivided } = joinClaims(claims)
  if (subdivided) return { complete: 0, closed: 0 }
  const of = (standing: CountedUnit['standing']) => units.filter((unit) => unit.standing === standing).length
  const allClosed = closed ?? of('closed')
  const rest = forForce === null ? null : forForce - allClosed - (open ?? of('open'))
  return {
    complete: Math.max(0, (complete ?? rest ?? 0) - of('complete')),
    closed: Math.max(0, allClosed - of('closed')),
  }
}

/**
 * The sentences that can be right, and the state of the rows that they speak of: as it is now, or as it was when the
 * paper was read. The paper may be years old; then its sentences fit the rows as they came.
 */
function believed(
  sentences: readonly string[],
  now: readonly CountedUnit[],
  rows: readonly CountedRow[],
): { readonly claims: readonly ClaimNumbers[]; readonly units: readonly CountedUnit[] } {
  const imported = unitsOf(rows, statusAsImported).filter((unit) => unit.rows.some(appliesToForce))
  const read = sentences.map(readClaim)
  const fitting = (units: readonly CountedUnit[]) => read.filter((claim) => canBeRight(claim, units))
  const [fitsNow, fitsThen] = [fitting(now), fitting(imported)]
  return fitsThen.length > fitsNow.length
    ? { claims: fitsThen, units: imported }
    : { claims: fitsNow, units: now }
}

function canBeRight(
  { forForce, complete, closed, open }: ClaimNumbers,
  units: readonly CountedUnit[],
): boolean {
  const of = (standing: CountedUnit['standing']) => units.filter((unit) => unit.standing === standing).length
  return (
    (open === null || open === of('open')) &&
    (complete === null || complete >= of('complete')) &&
    (closed === null || closed >= of('closed')) &&
    (forForce === null || forForce >= units.length) &&
    // What it calls settled leaves room for what is open: a row that was re-opened since was settled then.
    (forForce === null || forForce >= (complete ?? 0) + (closed ?? 0) + of('open'))
  )
}

/** The status that the last imported paper gave a row. */
function statusAsImported({ status, history }: CountedRow): Status {
  const changes = history.filter(({ field }) => field === 'status')
  const imported = changes.findLastIndex(({ via }) => via === 'import')
  const word = imported >= 0 ? changes[imported]?.to : changes[0]?.from
  return (word as Status | undefined) ?? status
}

function kindsOf(ours: readonly CountedUnit[], unseen: number, claimed: ClaimNumbers): ReportCounts['kinds'] {
  if (unseen > 0 || claimed.kinds.either !== undefined) {
    const counted = Object.values(claimed.kinds).reduce((sum, number) => sum + number, 0)
    return counted === ours.length + unseen ? claimed.kinds : null
  }
  const improvement = ours.filter((unit) => kindOf(unit) === 'area-for-improvement').length
  return withoutZero({ recommendation: ours.length - improvement, 'area-for-improvement': improvement })
}

function kindOf({ rows }: CountedUnit): RecommendationKind | undefined {
  return rows[0]?.kind
}

function withoutZero(kinds: NonNullable<ReportCounts['kinds']>): NonNullable<ReportCounts['kinds']> {
  return Object.fromEntries(Object.entries(kinds).filter(([, number]) => number > 0))
}
