import { addDays, daysBetween, type IsoDate, ukDay } from '../../../domain/calendarDays.ts'
import { type Post, postsHeldBy } from '../../../domain/post.ts'
import { openDeadline, type Recommendation } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'

/** How far ahead "soon" reaches, in days. */
export const soonDays = 30
/** A change counts as recent for so many days. */
export const recentDays = 14

/** What a person has to see to, by urgency. Each row stands in exactly one of the first four. */
export interface MyWork {
  readonly posts: readonly Post[]
  /** Posts of the person's unit that nobody holds or deputises for; their rows are the head's to see to. */
  readonly vacant: readonly Post[]
  readonly overdue: readonly Stored<Recommendation>[]
  readonly soon: readonly Stored<Recommendation>[]
  readonly later: readonly Stored<Recommendation>[]
  /** Owned, but nothing is asked of the force now: done, closed, or waiting for another body. */
  readonly resting: readonly Stored<Recommendation>[]
}

/** Posts of a person's unit that have neither holder nor deputy. */
export function vacantPostsOf(posts: readonly Post[], objectId: string): readonly Post[] {
  return posts.filter((post) => !post.holder && !post.deputy && post.headOfUnit?.objectId === objectId)
}

/** Sorts the rows owned by the posts that a person holds or deputises for, or that stand vacant in their unit. */
export function sortMyWork(
  rows: readonly Stored<Recommendation>[],
  posts: readonly Post[],
  objectId: string,
  today: IsoDate,
): MyWork {
  const own = new Set(postsHeldBy(posts, objectId))
  const vacant = vacantPostsOf(posts, objectId)
  const held = new Set([...own, ...vacant.map((post) => post.key)])
  const mine = rows.filter((row) => row.value.ownerPost !== null && held.has(row.value.ownerPost))
  const groups = Map.groupBy(mine, (row) => urgency(row.value, today))
  const group = (name: ReturnType<typeof urgency>) => (groups.get(name) ?? []).toSorted(byDeadline)
  return {
    posts: posts.filter((post) => own.has(post.key)),
    vacant,
    overdue: group('overdue'),
    soon: group('soon'),
    later: group('later'),
    resting: group('resting'),
  }
}

function urgency(row: Recommendation, today: IsoDate): 'overdue' | 'soon' | 'later' | 'resting' {
  if (row.status !== 'AMBER' && row.status !== 'RED') return 'resting'
  const deadline = openDeadline(row)
  if (deadline === null) return 'later'
  if (deadline < today) return 'overdue'
  return daysBetween(today, deadline) <= soonDays ? 'soon' : 'later'
}

function byDeadline(a: Stored<Recommendation>, b: Stored<Recommendation>): number {
  const last = '9999-12-31'
  const [first, second] = [openDeadline(a.value) ?? last, openDeadline(b.value) ?? last]
  return first.localeCompare(second) || a.value.key.localeCompare(b.value.key)
}

/** The newest change of a row if it is recent; reading in a paper is nobody's change. */
export function recentChange(row: Recommendation, today: IsoDate) {
  const newest = row.history.findLast((change) => change.via !== 'import')
  if (!newest) return null
  return ukDay(newest.at) >= addDays(today, -recentDays) ? newest : null
}
