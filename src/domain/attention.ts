import { daysBetween, type IsoDate } from './calendarDays.ts'
import { currentDeadline, currentDueEntry, dueValueKind, lacksNextDate } from './dueLedger.ts'
import { alignedKeys, indexLinks, type LinkIndex } from './links.ts'
import type { Post } from './post.ts'
import { isOpenForForce, type Recommendation } from './recommendation.ts'
import { isImplemented, isSettled } from './statusWords.ts'
import { fellOn } from './trainingDecisions.ts'
import { twoStatuses } from './twoStatuses.ts'

/** Everything about a row that a person should see to. Each face turns the codes into sentences. */
export const attentionCodes = [
  'no-next-date',
  'no-deadline',
  'no-owner',
  'vacant-owner',
  'unknown-owner',
  'white-without-counterparty',
  'white-without-product',
  'white-without-next-chase',
  'chase-due',
  'white-for-years',
  'red-without-rationale',
  'green-without-evidence',
  'green-without-sign-off',
  'cover-fell',
  'sign-off-waiting',
  'demonstration-over',
  'demonstration-not-agreed',
  'aligned-deadlines-differ',
  'depends-on-open-row',
  'applies-undecided',
  'inspectorate-behind',
  'inspectorate-disagrees',
] as const
export type AttentionCode = (typeof attentionCodes)[number]

/** One thing to see to. `rows` are the keys of other rows that it is about; `days` how long it has been so. */
export interface Attention {
  readonly code: AttentionCode
  readonly rows?: readonly string[]
  readonly days?: number
}

/** What is around a row: made once for the whole register, not once for each row. */
export interface Surroundings {
  readonly links: LinkIndex
  readonly rows: ReadonlyMap<string, Recommendation>
  readonly posts: ReadonlyMap<string, Post>
}

/** Gathers what `attentionOf` must know of other rows and of posts. */
export function surroundingsOf(rows: readonly Recommendation[], posts: readonly Post[]): Surroundings {
  return {
    links: indexLinks(rows),
    rows: new Map(rows.map((row) => [row.key, row])),
    posts: new Map(posts.map((post) => [post.key, post])),
  }
}

/** A WHITE row this many days after its deadline is years old rather than late. */
export const whiteForYearsAfter = 365

/** All that a person should see to in a row, the most pressing first. */
export function attentionOf(row: Recommendation, around: Surroundings, today: IsoDate): readonly Attention[] {
  return [
    ...ofDeadline(row, around),
    ...(row.status === 'WHITE' ? ofWaiting(row, today) : []),
    ...ofStatus(row, today),
    ...ofOwner(row, around),
    ...ofOtherRows(row, around),
    ...ofInspectorate(row, today),
    ...(row.applies === null ? [{ code: 'applies-undecided' } as const] : []),
  ]
}

function ofDeadline(row: Recommendation, around: Surroundings): readonly Attention[] {
  if (isSettled(row)) return []
  if (lacksNextDate(row.due)) return [{ code: 'no-next-date' }]
  const last = row.due.at(-1)
  const isUnset =
    last === undefined || (currentDueEntry(row.due) === null && dueValueKind(last) === 'to-be-set')
  if (isUnset && isOpenForForce(row)) return [{ code: 'no-deadline' }]
  return differingDeadlines(row, around)
}

function differingDeadlines(row: Recommendation, { links, rows }: Surroundings): readonly Attention[] {
  const own = currentDeadline(row.due)
  const differing = alignedKeys(row.key, links).filter((key) => {
    const other = rows.get(key)
    return other && !isSettled(other) && currentDeadline(other.due) !== own
  })
  return differing.length === 0 ? [] : [{ code: 'aligned-deadlines-differ', rows: differing }]
}

function ofWaiting({ counterparty, due }: Recommendation, today: IsoDate): readonly Attention[] {
  const found: Attention[] = []
  if (!counterparty || counterparty.body.trim() === '') found.push({ code: 'white-without-counterparty' })
  else if (counterparty.product.trim() === '') found.push({ code: 'white-without-product' })
  const next = counterparty?.nextChase ?? null
  if (next === null) found.push({ code: 'white-without-next-chase' })
  else if (next <= today) found.push({ code: 'chase-due', days: daysBetween(next, today) })
  const deadline = currentDueEntry(due)?.date ?? null
  const days = deadline === null ? 0 : daysBetween(deadline, today)
  if (days > whiteForYearsAfter) found.push({ code: 'white-for-years', days })
  return found
}

function ofStatus(row: Recommendation, today: IsoDate): readonly Attention[] {
  const found: Attention[] = []
  if (row.status === 'RED' && row.rationale.trim() === '') found.push({ code: 'red-without-rationale' })
  if (isImplemented(row.status)) {
    if (row.evidence.length === 0) found.push({ code: 'green-without-evidence' })
    if (row.signOff?.state !== 'agreed') found.push({ code: 'green-without-sign-off' })
    const fell = fellOn(row)
    if (fell !== null) found.unshift({ code: 'cover-fell', days: daysBetween(fell, today) })
    return found
  }
  if (row.signOff?.state === 'asked') found.push({ code: 'sign-off-waiting' })
  const until = row.demonstrationUntil
  if (until !== null && until < today && row.status !== 'CLOSED') {
    const isAgreed = row.signOff?.state === 'agreed'
    found.push({
      code: isAgreed ? 'demonstration-over' : 'demonstration-not-agreed',
      days: daysBetween(until, today),
    })
  }
  return found
}

function ofOwner(row: Recommendation, { posts }: Surroundings): readonly Attention[] {
  if (!isOpenForForce(row)) return []
  if (row.ownerPost === null) return [{ code: 'no-owner' }]
  const post = posts.get(row.ownerPost)
  if (!post) return [{ code: 'unknown-owner' }]
  return post.holder === null ? [{ code: 'vacant-owner' }] : []
}

function ofOtherRows(row: Recommendation, { links, rows }: Surroundings): readonly Attention[] {
  if (!isOpenForForce(row)) return []
  const open = (links.get(row.key) ?? [])
    .filter((end) => end.kind === 'depends-on' && end.own)
    .map((end) => end.key)
    .filter((key) => {
      const other = rows.get(key)
      return other !== undefined && !isSettled(other)
    })
  return open.length === 0 ? [] : [{ code: 'depends-on-open-row', rows: open }]
}

/** The inspectorate closes, not the force: where the two differ, and for how many days. */
function ofInspectorate(row: Recommendation, today: IsoDate): readonly Attention[] {
  const { inspectorate, inspectorateDone, days } = twoStatuses(row, today)
  if (inspectorate === null) return []
  if (isImplemented(row.status) && inspectorateDone === null)
    return [{ code: 'inspectorate-behind', ...(days !== null && { days }) }]
  if (isOpenForForce(row) && inspectorateDone !== null)
    return [{ code: 'inspectorate-disagrees', days: daysBetween(inspectorateDone, today) }]
  return []
}
