import { type DebriefRefusal, pointBecame } from '../domain/debriefs.ts'
import type { Exercise } from '../domain/exercise.ts'
import {
  courseRequestSetting,
  learnedRecommendation,
  learningReport,
  requestedCourse,
} from '../domain/learningPoints.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { changeExercise, type ExerciseChanged } from './changeExercise.ts'
import type { Clock, ExerciseStore, RecommendationStore, ReportStore, SettingStore, Stored } from './ports.ts'

export interface TakeUpDeps {
  readonly exercises: Pick<ExerciseStore, 'save'>
  readonly reports: Pick<ReportStore, 'all' | 'create'>
  readonly recommendations: Pick<RecommendationStore, 'create'>
  readonly settings: Pick<SettingStore, 'create'>
  readonly clock: Clock
}

export interface TakeUpInput {
  readonly row: Stored<Exercise>
  /** The learning point's words. */
  readonly text: string
  readonly as: 'recommendation' | 'course-request'
  readonly actor: Person
}

/** More learning points of one type and year than anybody takes up. */
const mostNumbers = 200

/**
 * Makes a recommendation or a course request of a learning point, and marks the point. What was made in an attempt
 * whose answer was lost is found and not made again. Throws `M365Error`.
 */
export async function takeUpLearning(
  deps: TakeUpDeps,
  input: TakeUpInput,
): Promise<ExerciseChanged<DebriefRefusal>> {
  const { row, text, as, actor } = input
  const point = row.value.debrief?.learning.find((one) => one.text === text)
  if (!mayInvite(actor)) return { ok: false, code: 'not-a-coordinator', row }
  if (!point) return { ok: false, code: 'no-such-point', row }
  if (point.became) return { ok: false, code: 'became-already', row }
  const key = as === 'recommendation' ? await recommend(deps, input) : await requestCourse(deps, input)
  const rule = (exercise: Exercise, act: { actor: Person; at: string }) =>
    pointBecame(exercise, text, { kind: as, key }, act)
  return changeExercise(deps, { row, actor, rule })
}

async function recommend(deps: TakeUpDeps, { row, text, actor }: TakeUpInput): Promise<string> {
  const reports = await deps.reports.all()
  const last = Math.max(0, ...reports.rows.map(({ value }) => value.order))
  await deps.reports.create(learningReport(row.value, last + 1))
  const at = await deps.clock.now()
  for (let number = 1; number <= mostNumbers; number += 1) {
    const wanted = learnedRecommendation(row.value, text, number, actor, at)
    const { row: made, already } = await deps.recommendations.create(wanted)
    const isOwn = made.value.text === text && made.value.history[0]?.why === wanted.history[0]?.why
    if (!already || isOwn) return made.value.key
  }
  throw new Error(`There are ${mostNumbers} recommendations of this year's debriefs already.`)
}

async function requestCourse(deps: TakeUpDeps, { row, text, actor }: TakeUpInput): Promise<string> {
  const request = requestedCourse(row.value, text, actor, await deps.clock.now())
  await deps.settings.create(courseRequestSetting(request, actor))
  return request.key
}
