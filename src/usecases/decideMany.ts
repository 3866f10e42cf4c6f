import { applyDecision, type Decision, type DecisionRefusal } from '../domain/decide.ts'
import { M365Error } from '../domain/m365Error.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Person } from '../domain/roles.ts'
import { type DecideRecommendationDeps, decideRecommendation } from './decideRecommendation.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { Clock, RecommendationStore, Stored } from './ports.ts'

type Row = Stored<Recommendation>

/** What would become of one row. */
export type Preview =
  | { readonly row: Row; readonly ok: true; readonly next: Recommendation }
  | { readonly row: Row; readonly ok: false; readonly code: DecisionRefusal }

/** What became of one row. `failed` is open: the row is as it was, or holds the decision; trying again is safe. */
export type Result =
  | { readonly row: Row; readonly outcome: 'done'; readonly saved: Row }
  | { readonly row: Row; readonly outcome: 'refused'; readonly code: DecisionRefusal }
  | { readonly row: Row; readonly outcome: 'changed-meanwhile'; readonly theirs: Row }
  | { readonly row: Row; readonly outcome: 'failed'; readonly message: string; readonly forbidden: boolean }
  | { readonly row: Row; readonly outcome: 'not-begun' }

export interface ManyInput {
  readonly rows: readonly Row[]
  readonly decision: Decision
  readonly actor: Person
  readonly posts: readonly Post[]
}

/** What the same decision would do to each of the rows, by the same rules that decide it later. */
export async function previewMany(
  { clock }: { readonly clock: Clock },
  { rows, decision, actor, posts }: ManyInput,
): Promise<readonly Preview[]> {
  const [at, today] = await Promise.all([clock.now(), clock.today()])
  const heldPosts = postsHeldBy(posts, actor.objectId)
  return rows.map((row) => {
    const applied = applyDecision(row.value, decision, { actor, heldPosts, posts, at, today })
    return applied.ok ? { row, ok: true, next: applied.next } : { row, ok: false, code: applied.code }
  })
}

/** Rows that are saved at the same time: few enough to leave others their share of Microsoft 365. */
const atOnce = 4

export interface DecideManyDeps {
  readonly recommendations: Pick<RecommendationStore, 'save'>
  readonly clock: Clock
  /** Nothing more is begun once this says so; what has begun ends. */
  readonly stopped: () => boolean
  readonly onResult: (result: Result) => void
}

/**
 * Takes the same decision about many rows, each by itself and with the version that the person had in front of them:
 * a row that somebody else changed meanwhile is left as it is and named. One row's failure stops none of the others,
 * but a refusal of Microsoft 365 to let the person write stops the rest, which would all fail alike.
 */
export async function decideMany(deps: DecideManyDeps, input: ManyInput): Promise<readonly Result[]> {
  let hopeless = false
  return fewAtOnce(input.rows, atOnce, async (row) => {
    const result: Result =
      hopeless || deps.stopped() ? { row, outcome: 'not-begun' } : await decideOne(deps, input, row)
    if (result.outcome === 'failed' && result.forbidden) hopeless = true
    deps.onResult(result)
    return result
  })
}

async function decideOne(deps: DecideManyDeps, input: ManyInput, row: Row): Promise<Result> {
  const posts = { all: async () => ({ rows: input.posts.map(asStored), unreadable: [] }) }
  // The row as it was shown: reading it again would cost a request and could not make the save any safer.
  const recommendations: DecideRecommendationDeps['recommendations'] = {
    get: async () => row,
    save: (version, next) => deps.recommendations.save(version, next),
  }
  try {
    const outcome = await decideRecommendation(
      { recommendations, posts, clock: deps.clock },
      { id: row.id, etag: row.etag, decision: input.decision, actor: input.actor },
    )
    if (outcome.ok) return { row, outcome: 'done', saved: outcome.row }
    if (outcome.code === 'changed-meanwhile')
      return { row, outcome: 'changed-meanwhile', theirs: outcome.theirs }
    return { row, outcome: 'refused', code: outcome.code }
  } catch (thrown) {
    if (!(thrown instanceof M365Error)) throw thrown
    return { row, outcome: 'failed', message: thrown.message, forbidden: thrown.kind === 'forbidden' }
  }
}

function asStored(value: Post): Stored<Post> {
  return { id: value.key, etag: '', value }
}
