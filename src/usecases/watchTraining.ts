import type { IsoDate } from '../domain/calendarDays.ts'
import { coveredOf, neededOf, wholeForce } from '../domain/coverRollUps.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import { fellOn, measureTraining } from '../domain/trainingDecisions.ts'
import type { Clock, RecommendationStore, Stored } from './ports.ts'
import type { CoverStore } from './trainingPorts.ts'

export interface WatchTrainingDeps {
  readonly recommendations: Pick<RecommendationStore, 'restingOnTraining' | 'save'>
  readonly cover: Pick<CoverStore, 'ofTeam'>
  readonly clock: Pick<Clock, 'now'>
}

/** What looking at the rows came to. */
export interface WatchedTraining {
  /** Rows in which a figure was reached or fell since the last time. */
  readonly changed: readonly Stored<Recommendation>[]
  /** Green rows whose training is below its figure: those that are to be told of. */
  readonly fell: readonly Stored<Recommendation>[]
}

/**
 * Looks at every row that rests on training and writes down where a figure was reached or fell. A row that somebody
 * else saves just now is left to the next time. Throws `M365Error`; what was written stays.
 */
export async function watchTraining(deps: WatchTrainingDeps, today: IsoDate): Promise<WatchedTraining> {
  const { rows } = await deps.recommendations.restingOnTraining()
  if (rows.length === 0) return { changed: [], fell: [] }
  const force = (await deps.cover.ofTeam(wholeForce)).rows.map(({ value }) => value)
  const figures = new Map(
    force.map(({ requirement, counts }) => [
      requirement,
      { covered: coveredOf(counts), needed: neededOf(counts) },
    ]),
  )
  const at = await deps.clock.now()
  const changed: Stored<Recommendation>[] = []
  const now: Stored<Recommendation>[] = []
  for (const row of rows) {
    const next = measureTraining(row.value, (key) => figures.get(key) ?? null, at, today)
    const saved = next && (await deps.recommendations.save(row, next))
    const current = saved === null ? row : saved.ok ? saved.row : saved.theirs
    if (saved?.ok) changed.push(saved.row)
    now.push(current)
  }
  return { changed, fell: now.filter(({ value }) => fellOn(value) !== null) }
}
