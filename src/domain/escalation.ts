import { type IsoDate, ukDay } from './calendarDays.ts'
import type { Post, PostHolder } from './post.ts'
import type { Recommendation } from './recommendation.ts'
import { type LedgerMark, partsOfKey, type Rung } from './reminderLines.ts'
import { defaultForceRules, type EscalationOffsets } from './reminderPolicy.ts'
import { type DaysOff, workingDaysAfter } from './workingDays.ts'

/** One place on a ladder and who stands there. */
export interface LadderPlace {
  readonly rung: Rung
  readonly person: PostHolder
}

/**
 * The ladder of a post, from the bottom: holder, deputy, head of unit, and the board secretary or their deputy. Empty
 * places are left out, and nobody stands on it twice.
 */
export function ladderOf(post: Post | null, secretary: Post | null): readonly LadderPlace[] {
  const places: readonly (readonly [Rung, PostHolder | null | undefined])[] = [
    ['holder', post?.holder],
    ['deputy', post?.deputy],
    ['head-of-unit', post?.headOfUnit],
    ['secretary', secretary?.holder ?? secretary?.deputy],
  ]
  const seen = new Set<string>()
  return places.flatMap(([rung, person]) => {
    if (!person || seen.has(person.objectId)) return []
    seen.add(person.objectId)
    return { rung, person }
  })
}

/** Somebody who may decide what was asked for about a row. */
export interface Decider {
  readonly person: PostHolder
  readonly rung: Extract<Rung, 'head-of-unit' | 'secretary'>
  readonly postTitle: string
}

/**
 * Who decides about an extension or a sign-off, in the order in which they are asked: the board secretary, or the
 * deputy while that post is vacant, then the head of the owning post's unit. Never the one who asked.
 * @param askedBy object id of who asked
 */
export function decidersFor(
  row: Pick<Recommendation, 'ownerPost'>,
  posts: readonly Post[],
  askedBy: string = '',
  secretaryPost: string = defaultForceRules.secretaryPost,
): readonly Decider[] {
  const post = posts.find((one) => one.key === row.ownerPost) ?? null
  const secretary = posts.find((one) => one.key === secretaryPost) ?? null
  const both: readonly (readonly [Decider['rung'], PostHolder | null | undefined, string])[] = [
    ['secretary', secretary?.holder, secretary?.title ?? ''],
    ['secretary', secretary?.deputy, secretary?.title ?? ''],
    ['head-of-unit', post?.headOfUnit, post?.title ?? ''],
  ]
  const seen = new Set([askedBy])
  return both.flatMap(([rung, person, postTitle]) => {
    if (!person || seen.has(person.objectId)) return []
    seen.add(person.objectId)
    return { rung, person, postTitle }
  })
}

/** Who is told that somebody below them does not answer. */
export interface Escalated extends LadderPlace {
  /** Working days that went by without an answer. */
  readonly silence: number
}

export interface Silence {
  readonly row: Recommendation
  readonly version: string
  /** The ladder from the person who was told upwards. */
  readonly ladder: readonly LadderPlace[]
  readonly offsets: EscalationOffsets
  /** Working days before the deadline from which a reminder left unanswered counts. */
  readonly ladderFrom: number
  /** The day from which the ladder counts where the person has put their reminders off; null when they have not. */
  readonly putOffSince: IsoDate | null
}

/**
 * Who is to be told today because nobody answered. The first place is the one who was told; an answer is any change of
 * the row by a person, or an acknowledgement. A place above somebody who cannot be reached is told with them.
 * @param marks the ledger's entries of this row
 * @param unreachable says whether the line for a place could not be delivered
 */
export function escalatedTo(
  silence: Silence,
  marks: readonly LedgerMark[],
  daysOff: DaysOff,
  today: IsoDate,
  unreachable: (place: LadderPlace) => boolean,
): readonly Escalated[] {
  const since = unansweredSince(silence, marks)
  if (since === null) return []
  let atOnce = false
  return silence.ladder.slice(1).flatMap((place) => {
    const offset = offsetOf(place.rung, silence.offsets)
    const due = offset !== null && workingDaysAfter(since, offset, daysOff) <= today
    if (!due && !atOnce) return []
    atOnce = unreachable(place)
    return { ...place, silence: offset ?? 0 }
  })
}

function offsetOf(rung: Rung, offsets: EscalationOffsets): number | null {
  if (rung === 'deputy') return offsets.deputy
  return rung === 'head-of-unit' ? offsets.headOfUnit : rung === 'secretary' ? offsets.secretary : null
}

/** The day of the first reminder after the last answer; null when there is none, or nothing was sent since. */
function unansweredSince(
  { row, version, ladder, ladderFrom, putOffSince }: Silence,
  marks: readonly LedgerMark[],
) {
  const told = ladder[0]?.person.objectId
  const answer = lastAnswer(row, marks)
  const sent = marks
    .filter((mark) => mark.person === told && mark.state === 'sent' && mark.sentAt !== null)
    .filter(
      (mark) =>
        partsOfKey(mark.key).version === version && startsLadder(partsOfKey(mark.key).rule, ladderFrom),
    )
    .filter(({ sentAt }) => answer === null || (sentAt ?? '') > answer)
    // The day that a card was made for counts, also where it was sent ahead of that day.
    .map(({ forDay, sentAt }) => forDay ?? ukDay(sentAt ?? ''))
  const first = sent.sort()[0]
  if (first !== undefined) return first
  return putOffSince !== null && (answer === null || ukDay(answer) < putOffSince) ? putOffSince : null
}

/** Whether a reminder under this rule is one that may not be left unanswered. */
export function startsLadder(rule: string, ladderFrom: number): boolean {
  if (rule.startsWith('before-')) return Number(rule.slice('before-'.length)) <= ladderFrom
  return rule === 'on-the-day' || rule.startsWith('overdue')
}

function lastAnswer(row: Recommendation, marks: readonly LedgerMark[]): string | null {
  const changed = row.history.filter((change) => change.via !== 'import').map((change) => change.at)
  const acknowledged = marks.flatMap((mark) => mark.acknowledgedAt ?? [])
  return [...changed, ...acknowledged].sort().at(-1) ?? null
}
