import type { IsoDate } from '../domain/calendarDays.ts'
import type { Exercise } from '../domain/exercise.ts'
import {
  changeExercise,
  draftOf,
  type EntryRefusal,
  type EntryResult,
  type ExerciseDraft,
  enterExercise,
  exerciseKey,
  isSameDraft,
  setExerciseState,
} from '../domain/exerciseEntry.ts'
import { type ExerciseState, unplanned } from '../domain/exercisePlan.ts'
import { exerciseTypesOf, typeNamed } from '../domain/exerciseType.ts'
import { isM365Error } from '../domain/m365Error.ts'
import {
  checkDay,
  type Finding,
  type FreeBusy,
  nothingAsked,
  type RuleContext,
} from '../domain/programmeRules.ts'
import { readDaysOff, reminderSettingKeys } from '../domain/reminderSettings.ts'
import type { Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import type { DaysOff } from '../domain/workingDays.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'
import type { Schedules } from './programmePorts.ts'

export interface PlanDeps {
  readonly exercises: Pick<ExerciseStore, 'get' | 'all' | 'create' | 'save'>
  readonly schedules: Schedules
  readonly settings: { readonly all: () => Promise<{ readonly rows: readonly Stored<Setting>[] }> }
  readonly clock: Clock
}

export type PlanOutcome =
  | { readonly ok: true; readonly row: Stored<Exercise>; readonly warnings: readonly Finding[] }
  | { readonly ok: false; readonly code: EntryRefusal }
  | { readonly ok: false; readonly code: 'stopped'; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Exercise> }

/** An exercise of which nothing is known yet. */
export const blankExercise: Exercise = {
  ...unplanned,
  ...{ key: '', type: '', unit: '', boroughs: [], date: '', start: '', end: '', venue: '', roomAddress: '' },
  ...{ internalNote: '', invitees: [], invitation: null, history: [] },
}

/**
 * Plans a new exercise. The rules are asked again against what the list and the calendars hold now. A repeated call
 * after a lost answer finds its own. Throws `M365Error`.
 */
export async function planNewExercise(
  deps: PlanDeps,
  input: { readonly draft: ExerciseDraft; readonly actor: Person },
): Promise<PlanOutcome> {
  const { draft, actor } = input
  const { context, settings, rows } = await contextFor(deps, draft, null)
  const key = exerciseKey(draft)
  const tried = rows.find(({ value }) => value.key === key)
  if (tried && isOwnTry(tried.value, draft, actor)) return { ok: true, row: tried, warnings: [] }
  const type = typeNamed(exerciseTypesOf(settings), draft.type)
  const blank = { ...blankExercise, key: freeKey(key, new Set(rows.map(({ value }) => value.key))) }
  const decided = enterExercise(draft, type, blank, context, { actor, at: await deps.clock.now() })
  if (!decided.ok) return decided
  const { row, already } = await deps.exercises.create(decided.next)
  const isTaken = already && !isOwnTry(row.value, draft, actor)
  return isTaken ? { ok: false, code: 'already-there' } : { ok: true, row, warnings: decided.findings }
}

/** The same plan by the same person, and nothing since: their earlier try, whose answer was lost. */
function isOwnTry(there: Exercise, draft: ExerciseDraft, actor: Person): boolean {
  const [begun, ...since] = there.history
  return begun?.byObject === actor.objectId && since.length === 0 && isSameDraft(draftOf(there), draft)
}

/** A key that was given to an exercise stays with it when it moves, so another of that day gets a number. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key
  for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`
  return free
}

/**
 * Changes what is planned, with its reason in the history. Refused when somebody saved since the version in `etag`.
 * Throws `M365Error`; the same call may be repeated.
 */
export async function changePlan(
  deps: PlanDeps,
  input: {
    readonly row: Stored<Exercise>
    readonly draft: ExerciseDraft
    readonly why: string
    readonly actor: Person
  },
): Promise<PlanOutcome> {
  const { row, draft, why, actor } = input
  const current = await deps.exercises.get(row.id)
  const { context } = await contextFor(deps, draft, current)
  const act = { actor, at: await deps.clock.now() }
  const decided = changeExercise(current.value, draft, why, context, act)
  return saveDecided(deps, row, current, decided)
}

/** Confirms, closes, calls off or brings back an exercise. Throws `M365Error`; the same call may be repeated. */
export async function changeState(
  deps: Pick<PlanDeps, 'exercises' | 'clock'>,
  input: {
    readonly row: Stored<Exercise>
    readonly to: ExerciseState
    readonly why: string
    readonly actor: Person
  },
): Promise<PlanOutcome> {
  const { row, to, why, actor } = input
  const current = await deps.exercises.get(row.id)
  const act = { actor, at: await deps.clock.now() }
  const decided = setExerciseState(current.value, to, why, await deps.clock.today(), act)
  return saveDecided(deps, row, current, decided)
}

async function saveDecided(
  deps: Pick<PlanDeps, 'exercises'>,
  row: Stored<Exercise>,
  current: Stored<Exercise>,
  decided: EntryResult,
): Promise<PlanOutcome> {
  if (current.etag !== row.etag) {
    // An earlier attempt whose answer was lost left the exercise just as it was wanted.
    const asWanted = !decided.ok && decided.code === 'nothing-changed'
    return asWanted
      ? { ok: true, row: current, warnings: [] }
      : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  if (!decided.ok) return decided
  const saved = await deps.exercises.save(row, decided.next)
  return saved.ok ? { ok: true, row: saved.row, warnings: decided.findings } : saved
}

/**
 * What speaks for and against a day as it is being typed: what is known on this device, and the calendars of the room
 * and the facilitators. Calendars that cannot be reached leave a warning. Throws nothing.
 */
export async function lookAtDay(
  deps: Pick<PlanDeps, 'schedules' | 'clock'>,
  input: {
    readonly draft: ExerciseDraft
    readonly exercises: readonly Stored<Exercise>[]
    readonly settings: readonly Setting[]
    readonly row: Stored<Exercise> | null
  },
): Promise<readonly Finding[]> {
  const { draft, exercises, settings, row } = input
  const free = await askCalendars(deps.schedules, draft)
  const today = await deps.clock.today()
  return checkDay(draft, { ...knownContext(exercises, settings, row, today), free })
}

async function contextFor(deps: PlanDeps, draft: ExerciseDraft, row: Stored<Exercise> | null) {
  const [exercises, settings, free, today] = await Promise.all([
    deps.exercises.all(),
    deps.settings.all(),
    askCalendars(deps.schedules, draft),
    deps.clock.today(),
  ])
  const values = settings.rows.map(({ value }) => value)
  return {
    settings: values,
    rows: exercises.rows,
    context: { ...knownContext(exercises.rows, values, row, today), free },
  }
}

function knownContext(
  exercises: readonly Stored<Exercise>[],
  settings: readonly Setting[],
  row: Stored<Exercise> | null,
  today: IsoDate,
): RuleContext {
  const others = exercises.filter(({ id }) => id !== row?.id).map(({ value }) => value)
  const own = row?.value.invitation ? row.value : null
  return { today, others, own, daysOff: daysOffOf(settings) }
}

/** Bank holidays as the force has set them. */
export function daysOffOf(settings: readonly Setting[]): DaysOff | undefined {
  const setting = settings.find(({ key }) => key === reminderSettingKeys.daysOff)
  if (!setting) return undefined
  try {
    return readDaysOff(JSON.parse(setting.value)) ?? undefined
  } catch {
    return undefined
  }
}

/** An outage of the calendars stops nobody from planning: everybody counts as unknown then. */
async function askCalendars(
  schedules: Schedules,
  { date, roomAddress, facilitators }: ExerciseDraft,
): Promise<FreeBusy> {
  const addresses = [roomAddress, ...facilitators.map(({ address }) => address)].filter((one) => one !== '')
  if (addresses.length === 0 || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return nothingAsked
  try {
    return await schedules.freeBusy(addresses, date, date)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { busy: [], unknown: addresses }
  }
}
