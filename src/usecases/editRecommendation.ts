import { postsHeldBy } from '../domain/post.ts'
import { type EditRefusal, editProgress, type Recommendation } from '../domain/recommendation.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, PostStore, RecommendationStore, Stored } from './ports.ts'

export interface EditRecommendationDeps {
  readonly recommendations: Pick<RecommendationStore, 'get' | 'save'>
  readonly posts: Pick<PostStore, 'all'>
  readonly clock: Pick<Clock, 'now'>
}

export interface EditRecommendationInput {
  readonly id: string
  /** The version that the person had in front of them, not the newest one. */
  readonly etag: string
  readonly progress: string
  readonly actor: Person
  /** Through which face of the product; the tab when left out. */
  readonly via?: 'tab' | 'card'
}

export type EditRecommendationOutcome =
  | { readonly ok: true; readonly row: Stored<Recommendation> }
  | { readonly ok: false; readonly code: EditRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Recommendation> }

/**
 * Saves a progress note with its line of history. Refused with a code when the person may not, when the note says
 * nothing new, or when somebody saved since the version in `etag`. Throws `M365Error`; the row is then as it was,
 * or holds this very note, and the same call may be repeated.
 */
export async function editRecommendation(
  deps: EditRecommendationDeps,
  input: EditRecommendationInput,
): Promise<EditRecommendationOutcome> {
  const [current, posts, at] = await Promise.all([
    deps.recommendations.get(input.id),
    deps.posts.all(),
    deps.clock.now(),
  ])
  if (current.etag !== input.etag) {
    return isOwnSave(current.value, input)
      ? { ok: true, row: current }
      : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  const held = postsHeldBy(
    posts.rows.map((row) => row.value),
    input.actor.objectId,
  )
  const edit = editProgress(current.value, input.progress, input.actor, held, at, input.via ?? 'tab')
  if (!edit.ok) return edit
  const saved = await deps.recommendations.save({ id: input.id, etag: input.etag }, edit.next)
  if (saved.ok) return saved
  return isOwnSave(saved.theirs.value, input) ? { ok: true, row: saved.theirs } : saved
}

/** An earlier attempt got through although its answer was lost: the newest change is this person's same note. */
function isOwnSave(row: Recommendation, input: EditRecommendationInput): boolean {
  const newest = row.history.at(-1)
  return (
    newest?.field === 'progress' &&
    newest.byObject === input.actor.objectId &&
    newest.to === input.progress.trim() &&
    row.progress === input.progress.trim()
  )
}
