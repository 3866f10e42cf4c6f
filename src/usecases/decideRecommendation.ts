import { applyDecision, type Decision, type DecisionContext, type DecisionRefusal } from '../domain/decide.ts'
import { isTaken } from '../domain/decisionTaken.ts'
import { postsHeldBy } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, PostStore, RecommendationStore, ReportStore, Stored } from './ports.ts'

export interface DecideRecommendationDeps {
  readonly recommendations: Pick<RecommendationStore, 'get' | 'save'>
  readonly posts: Pick<PostStore, 'all'>
  readonly clock: Pick<Clock, 'now' | 'today'>
  /** For the day of publication, before which no deadline may lie; left out, that is not looked at. */
  readonly reports?: Pick<ReportStore, 'byKey'>
}

export interface DecideRecommendationInput {
  readonly id: string
  /** The version that the person had in front of them, not the newest one. */
  readonly etag: string
  readonly decision: Decision
  readonly actor: Person
  /** Through which face of the product; the tab when left out. */
  readonly via?: 'tab' | 'card'
}

export type DecideRecommendationOutcome =
  | { readonly ok: true; readonly row: Stored<Recommendation> }
  | { readonly ok: false; readonly code: DecisionRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Recommendation> }

/**
 * Takes a decision about a recommendation and saves it with its lines of history. Refused with a code when the rules
 * or the person's part forbid it, or when somebody saved since the version in `etag`. Throws `M365Error`; the row is
 * then as it was, or holds this very decision, and the same call may be repeated.
 */
export async function decideRecommendation(
  deps: DecideRecommendationDeps,
  input: DecideRecommendationInput,
): Promise<DecideRecommendationOutcome> {
  const current = await deps.recommendations.get(input.id)
  if (current.etag !== input.etag) return meanwhile(current, input)
  const applied = applyDecision(current.value, input.decision, await contextOf(deps, input, current.value))
  if (!applied.ok) return applied
  const saved = await deps.recommendations.save({ id: input.id, etag: input.etag }, applied.next)
  return saved.ok ? saved : meanwhile(saved.theirs, input)
}

/** Somebody saved in between, or an earlier attempt of this very decision got through and its answer was lost. */
function meanwhile(
  theirs: Stored<Recommendation>,
  { decision, actor }: DecideRecommendationInput,
): DecideRecommendationOutcome {
  return isTaken(theirs.value, decision, actor.objectId)
    ? { ok: true, row: theirs }
    : { ok: false, code: 'changed-meanwhile', theirs }
}

async function contextOf(
  deps: DecideRecommendationDeps,
  input: DecideRecommendationInput,
  row: Recommendation,
): Promise<DecisionContext> {
  const needsReport = input.decision.does === 'move-deadline' && deps.reports !== undefined
  const [stored, at, today, report] = await Promise.all([
    deps.posts.all(),
    deps.clock.now(),
    deps.clock.today(),
    needsReport ? deps.reports?.byKey(row.reportKey) : null,
  ])
  const posts = stored.rows.map((one) => one.value)
  const heldPosts = postsHeldBy(posts, input.actor.objectId)
  const published = report?.value.published.date ?? null
  return { actor: input.actor, heldPosts, posts, at, today, published, via: input.via }
}
