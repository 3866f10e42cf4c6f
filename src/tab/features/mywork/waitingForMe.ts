import type { Instant, IsoDate } from '../../../domain/calendarDays.ts'
import { addDays } from '../../../domain/calendarDays.ts'
import { partRefusal } from '../../../domain/decisionRights.ts'
import { type Post, postsHeldBy } from '../../../domain/post.ts'
import type { Change, Recommendation } from '../../../domain/recommendation.ts'
import { mayManage, type Person } from '../../../domain/roles.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { vacantPostsOf } from './sortMyWork.ts'

/** A chase counts as mine to make from so many days before its day. */
export const chaseAheadDays = 7

/** One row with the reason why it stands here, in words. */
export interface WorkLine {
  readonly row: Stored<Recommendation>
  readonly says: string
}

export interface WaitingForMe {
  /** Sign-offs and later deadlines that were asked for and that this person answers. */
  readonly answers: readonly WorkLine[]
  /** WHITE rows of the person's posts whose next chase is due, or was never set. */
  readonly chases: readonly { readonly row: Stored<Recommendation>; readonly nextChase: IsoDate | null }[]
  /** What others changed in the person's rows since a moment, newest first. */
  readonly changed: readonly { readonly row: Stored<Recommendation>; readonly change: Change }[]
}

/** What waits for a person beside the work on their own rows. @param since the last visit; null on the first */
export function waitingForMe(
  rows: readonly Stored<Recommendation>[],
  posts: readonly Post[],
  me: Person,
  { today, since }: { readonly today: IsoDate; readonly since: Instant | null },
): WaitingForMe {
  const held = postsHeldBy(posts, me.objectId)
  const mineKeys = new Set([...held, ...vacantPostsOf(posts, me.objectId).map((post) => post.key)])
  const mine = rows.filter(({ value }) => value.ownerPost !== null && mineKeys.has(value.ownerPost))
  return {
    answers: rows.flatMap((row) => answersOf(row, posts, held, me)),
    chases: mine.flatMap((row) => chaseOf(row, today)).toSorted(byChase),
    changed: since === null ? [] : mine.flatMap((row) => newestByOthers(row, me, since)).toSorted(byNewest),
  }
}

function answersOf(
  row: Stored<Recommendation>,
  posts: readonly Post[],
  heldPosts: readonly string[],
  me: Person,
): readonly WorkLine[] {
  const { value } = row
  const isHead = posts.some(
    (post) => post.key === value.ownerPost && post.headOfUnit?.objectId === me.objectId,
  )
  // Holders of other posts may answer too, but nobody waits for them.
  if (!isHead && !mayManage(me)) return []
  const may = (does: 'answer-sign-off' | 'answer-extension') =>
    partRefusal(value, does, { actor: me, heldPosts, posts }) === null
  const lines: WorkLine[] = []
  if (value.signOff?.state === 'asked' && may('answer-sign-off'))
    lines.push({ row, says: `${value.signOff.askedBy} asks for your sign-off` })
  if (value.extensionRequest && may('answer-extension'))
    lines.push({ row, says: `${value.extensionRequest.askedBy} asks for a later deadline` })
  return lines
}

/** Nobody is chased for a row that is not the force's. */
function chaseOf(row: Stored<Recommendation>, today: IsoDate): WaitingForMe['chases'] {
  const { status, counterparty, applies } = row.value
  if (status !== 'WHITE' || applies === 'no') return []
  const nextChase = counterparty?.nextChase ?? null
  return nextChase === null || nextChase <= addDays(today, chaseAheadDays) ? [{ row, nextChase }] : []
}

function newestByOthers(row: Stored<Recommendation>, me: Person, since: Instant): WaitingForMe['changed'] {
  const change = row.value.history.findLast((one) => one.byObject !== me.objectId && one.at > since)
  return change ? [{ row, change }] : []
}

function byChase(one: WaitingForMe['chases'][number], other: WaitingForMe['chases'][number]): number {
  const last = '9999-12-31'
  return (one.nextChase ?? last).localeCompare(other.nextChase ?? last)
}

function byNewest(one: WaitingForMe['changed'][number], other: WaitingForMe['changed'][number]): number {
  return other.change.at.localeCompare(one.change.at)
}
