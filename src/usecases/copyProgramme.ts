import { type CopiedDay, copiedExercise, planCopy } from '../domain/copyProgramme.ts'
import type { Exercise } from '../domain/exercise.ts'
import { exerciseKey } from '../domain/exerciseEntry.ts'
import { withChange } from '../domain/exerciseHistory.ts'
import { isM365Error } from '../domain/m365Error.ts'
import {
  checkDay,
  type Finding,
  type FreeBusy,
  nothingAsked,
  type RuleContext,
} from '../domain/programmeRules.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { daysOffOf, freeKey, type PlanDeps } from './planExercise.ts'
import type { Attempted, Created, ExerciseStore, Stored } from './ports.ts'
import type { Schedules } from './programmePorts.ts'

export interface CopyDeps extends PlanDeps {
  readonly exercises: PlanDeps['exercises'] & Pick<ExerciseStore, 'createMany'>
}

/** A programme for another year as it would be, and what it was held against. */
export interface CopyPlan {
  readonly days: readonly CopiedDay[]
  readonly context: RuleContext
}

/**
 * Puts together the programme of another year from one that there is, held against what the list, the bank holidays and
 * the calendars of rooms and facilitators say. Writes nothing. Throws `M365Error`.
 */
export async function planProgrammeCopy(
  deps: Pick<PlanDeps, 'exercises' | 'schedules' | 'settings' | 'clock'>,
  years: { readonly from: number; readonly to: number },
): Promise<CopyPlan> {
  const [rows, settings, today] = await Promise.all([
    deps.exercises.all(),
    deps.settings.all(),
    deps.clock.today(),
  ])
  const exercises = rows.rows.map(({ value }) => value)
  const context: RuleContext = {
    today,
    others: exercises,
    daysOff: daysOffOf(settings.rows.map(({ value }) => value)),
    free: await askForYear(deps.schedules, exercises, years.from, years.to),
  }
  return { days: planCopy(exercises, years, context), context }
}

async function askForYear(
  schedules: Schedules,
  exercises: readonly Exercise[],
  from: number,
  to: number,
): Promise<FreeBusy> {
  const copied = exercises.filter(({ date }) => date.startsWith(`${from}-`))
  const addresses = copied.flatMap(({ roomAddress, facilitators }) => [
    roomAddress,
    ...facilitators.map(({ address }) => address),
  ])
  const wanted = [...new Set(addresses.filter((one) => one !== ''))]
  if (wanted.length === 0) return nothingAsked
  try {
    return await schedules.freeBusy(wanted, `${to}-01-01`, `${to}-12-31`)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { busy: [], unknown: wanted }
  }
}

/** What speaks against another day for a copied exercise, with the other days as they have been chosen. */
export function findingsForCopy(
  plan: CopyPlan,
  chosen: readonly CopiedDay[],
  day: CopiedDay,
): readonly Finding[] {
  const beside = chosen
    .filter((one) => one.from.key !== day.from.key && !one.there)
    .map(({ from, date }) => ({ ...from, date, status: 'planned' as const }))
  const context = { ...plan.context, others: [...plan.context.others, ...beside] }
  return checkDay({ ...day.from, date: day.date }, context)
}

/** What became of one copied exercise. */
export interface CopyResult {
  readonly day: CopiedDay
  readonly state: 'created' | 'there' | 'failed'
  /** Why it failed, in a sentence; empty otherwise. */
  readonly note: string
}

export type CopyOutcome =
  | { readonly ok: true; readonly results: readonly CopyResult[] }
  | { readonly ok: false; readonly code: 'coordinators-only' | 'nothing-to-copy' }

/**
 * Makes the exercises of another year. One failure leaves the others; a repeated call makes only what is missing, since
 * each has its key. Throws `M365Error` when the list cannot be read.
 * @param days as they were chosen, those that are there already left out
 */
export async function copyProgramme(
  deps: CopyDeps,
  input: { readonly days: readonly CopiedDay[]; readonly actor: Person },
): Promise<CopyOutcome> {
  const { actor } = input
  if (!mayInvite(actor)) return { ok: false, code: 'coordinators-only' }
  const days = input.days.filter(({ there }) => !there)
  if (days.length === 0) return { ok: false, code: 'nothing-to-copy' }
  const rows = (await deps.exercises.all()).rows
  const at = await deps.clock.now()
  const values = days.map((day) => copyOf(day, rows, actor, at))
  const made = await deps.exercises.createMany(values)
  return { ok: true, results: days.map((day, index) => resultOf(day, made[index])) }
}

function copyOf(day: CopiedDay, rows: readonly Stored<Exercise>[], actor: Person, at: string): Exercise {
  const { from, date } = day
  const earlier = rows.find(({ value }) => value.copiedFrom === from.key && value.date === date)
  const taken = new Set(rows.map(({ value }) => value.key))
  const key = earlier?.value.key ?? freeKey(exerciseKey({ ...from, date }), taken)
  const noted = { field: 'plan', from: '', to: `Copied from ${from.date}` } as const
  return withChange(copiedExercise(from, date, key), {}, { actor, at }, noted)
}

function resultOf(day: CopiedDay, made: Attempted<Created<Exercise>> | undefined): CopyResult {
  if (!made) return { day, state: 'failed', note: 'It was not tried.' }
  if (!made.ok) return { day, state: 'failed', note: made.error.message }
  return { day, state: made.value.already ? 'there' : 'created', note: '' }
}
