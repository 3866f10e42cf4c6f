import type { CourseRun } from '../domain/course.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import {
  applyRunChange,
  type NewRun,
  planRun,
  type RunChange,
  type RunRefusal,
} from '../domain/runChanges.ts'
import { type Settled, settleRun } from '../domain/waitingList.ts'
import { changePlaces, type PlaceDeps } from './changePlaces.ts'
import { followPlaces, type PlaceActor, putBookingsRight } from './followPlaces.ts'
import type { CourseStore, RunStore, Stored } from './ports.ts'

export type RunOutcome<C extends string> =
  | { readonly ok: true; readonly row: Stored<CourseRun>; readonly concerned: number }
  | { readonly ok: false; readonly code: C }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<CourseRun> }

export type ChangeRunRefusal = RunRefusal | 'not-a-coordinator' | 'no-such-run' | 'too-busy'

export interface ChangeRunInput {
  readonly runKey: string
  readonly change: RunChange
  readonly actor: Person
  /**
   * What the coordinator had in front of them of what they change: days, venue, capacity and plan. Bookings that came
   * in between hold nobody up; another coordinator's change does.
   */
  readonly seen: CourseRun
}

/**
 * Moves, cancels, opens or changes a run, whatever is being booked meanwhile. Those who are on it are brought after
 * it: their bookings first, then the service tells them and changes their calendars. `concerned` counts them. Throws
 * `M365Error`; where the bookings could not follow, they are put right later.
 */
export async function changeRun(
  deps: PlaceDeps,
  { runKey, change, actor, seen }: ChangeRunInput,
): Promise<RunOutcome<ChangeRunRefusal>> {
  if (!mayRunCourses(actor)) return { ok: false, code: 'not-a-coordinator' }
  let theirs: CourseRun | null = null
  const by = { by: actor.name, byObject: actor.objectId }
  const changed = await changePlaces<RunRefusal | 'changed-meanwhile'>(deps, runKey, (run, at) => {
    theirs = run
    if (planOf(run) !== planOf(seen)) return { ok: false, code: 'changed-meanwhile' }
    return applyRunChange(run, change, { ...by, at })
  })
  if (!changed.ok) {
    if (changed.code !== 'changed-meanwhile') return { ok: false, code: changed.code }
    const row = await deps.runs.byKey(runKey)
    return row && theirs
      ? { ok: false, code: 'changed-meanwhile', theirs: row }
      : { ok: false, code: 'no-such-run' }
  }
  const { row, run, at, effects } = changed
  await followPlaces(deps, effects, { run, at, actor })
  return { ok: true, row, concerned: new Set(effects.map(({ booking }) => booking)).size }
}

/** All that coordinators decide about a run; who has a place is not part of it. */
function planOf({ seats: _, waiting: __, ...plan }: CourseRun): string {
  return JSON.stringify(Object.entries(plan).sort(([one], [other]) => (one < other ? -1 : 1)))
}

export type PlanRunRefusal = RunRefusal | 'not-a-coordinator' | 'no-such-course'

/**
 * Enters a new date of a course. A second run of a course on a day gets a name of its own. Throws `M365Error`; the
 * same call gives a run that is there already.
 */
export async function enterRun(
  deps: {
    readonly runs: Pick<RunStore, 'create'>
    readonly courses: Pick<CourseStore, 'byKey'>
    readonly clock: PlaceDeps['clock']
  },
  { entered, actor }: { readonly entered: NewRun; readonly actor: Person },
): Promise<RunOutcome<PlanRunRefusal>> {
  if (!mayRunCourses(actor)) return { ok: false, code: 'not-a-coordinator' }
  if (!(await deps.courses.byKey(entered.courseKey))) return { ok: false, code: 'no-such-course' }
  const at = await deps.clock.now()
  const planned = planRun(entered, { at, by: actor.name, byObject: actor.objectId })
  if (!planned.ok) return planned
  for (let nth = 1; ; nth += 1) {
    const key = nth === 1 ? planned.run.key : `${planned.run.key}-${nth}`
    const { row, already } = await deps.runs.create({ ...planned.run, key })
    if (!already || isSameEntry(row.value, planned.run)) return { ok: true, row, concerned: 0 }
  }
}

/** The same person entering the same run again, because the answer was lost or the button was pressed twice. */
function isSameEntry(there: CourseRun, entered: CourseRun): boolean {
  const facts = ({ date, start, end, venue, courseKey }: CourseRun) =>
    JSON.stringify([date, start, end, venue, courseKey])
  return facts(there) === facts(entered)
}

/**
 * Brings a run up to now: offers that were not answered go to the next, places that are no longer kept for a group go
 * to whoever has waited longest, and rows that a broken-off change left behind are put right. Nothing is written where
 * all is as it should be. Throws `M365Error`.
 */
export async function promoteWaiting(
  deps: PlaceDeps,
  { runKey, actor }: { readonly runKey: string; readonly actor: PlaceActor },
): Promise<RunOutcome<'no-such-run' | 'too-busy'>> {
  const changed = await changePlaces<never>(deps, runKey, (run, now) => ({
    ok: true,
    ...(settleRun(run, now) satisfies Settled),
  }))
  if (!changed.ok) return changed
  const { row, run, at, effects } = changed
  await followPlaces(deps, effects, { run, at, actor })
  const behind = await putBookingsRight(deps, run, at)
  return { ok: true, row, concerned: effects.length + behind }
}
