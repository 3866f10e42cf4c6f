import type { Instant } from '../domain/calendarDays.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import {
  type Change,
  type EditRefusal,
  editProgress,
  type Recommendation,
  whoWroteProgress,
} from '../domain/recommendation.ts'
import type { Person } from '../domain/roles.ts'
import { isSettled } from '../domain/statusWords.ts'
import type { CardUpdate } from './cardRows.ts'
import type { RecommendationStore, Stored } from './ports.ts'

/** Longest note that a card takes; longer ones are written in the tab. */
export const longestCardNote = 4_000

export type ProgressOutcome =
  | { readonly code: 'saved'; readonly did: 'update-progress' }
  | { readonly code: 'refused'; readonly why: EditRefusal | 'too-long-for-a-card' | 'closed' }
  | {
      readonly code: 'conflict'
      /** The note that is there, and who wrote it; nobody known when it was changed outside Follow-Through. */
      readonly theirs: CardUpdate
    }

export interface ProgressInput {
  readonly person: { readonly objectId: string; readonly name: string }
  readonly posts: readonly Post[]
  readonly text: string
  readonly seen: number | null
  readonly progressSeen: string | null
  readonly now: Instant
}

const saved = { code: 'saved', did: 'update-progress' } as const

/**
 * Saves the progress note that somebody typed on a card, unless somebody else wrote one that they have not seen.
 * Throws M365Error when the row cannot be saved.
 */
export async function saveProgress(
  deps: { readonly recommendations: Pick<RecommendationStore, 'save'> },
  input: ProgressInput,
  row: Stored<Recommendation>,
  mayRepeat = true,
): Promise<ProgressOutcome> {
  const { text, posts, now } = input
  if (text.length > longestCardNote) return { code: 'refused', why: 'too-long-for-a-card' }
  const actor: Person = { ...input.person, signInName: '', roles: [] }
  const edit = editProgress(row.value, text, actor, postsHeldBy(posts, actor.objectId), now, 'card')
  if (!edit.ok) return refuse(edit.code, row.value, input)
  if (isSettled(row.value)) return { code: 'refused', why: 'closed' }
  const unseen = unseenProgress(row.value, input)
  if (unseen) return unseen
  const outcome = await deps.recommendations.save(row, edit.next)
  if (outcome.ok) return saved
  const { theirs } = outcome
  if (mayRepeat && theirs.value.progress === row.value.progress)
    return saveProgress(deps, input, theirs, false)
  return theirText(theirs.value)
}

/** The same note pressed twice, or delivered twice by the channel, is saved once and is no error. */
function refuse(why: EditRefusal, row: Recommendation, { person }: ProgressInput): ProgressOutcome {
  const mineAlready = why === 'nothing-changed' && whoWroteProgress(row)?.byObject === person.objectId
  return mineAlready ? saved : { code: 'refused', why }
}

/** Progress that somebody else wrote after the card was shown: the person has to see it before replacing it. */
function unseenProgress(row: Recommendation, input: ProgressInput): ProgressOutcome | null {
  const { person, seen, progressSeen } = input
  const isOther = (change: Change | null) => change?.byObject !== person.objectId
  const since = seen === null ? [] : row.history.slice(seen)
  if (since.some((change) => change.field === 'progress' && isOther(change))) return theirText(row)
  const same = progressSeen === null || progressSeen === fingerprint(row.progress)
  return same || !isOther(whoWroteProgress(row)) ? null : theirText(row)
}

function theirText(row: Recommendation): ProgressOutcome {
  const writer = whoWroteProgress(row)
  const written = writer && { by: writer.by, at: writer.at }
  return { code: 'conflict', theirs: { text: row.progress, written } }
}
