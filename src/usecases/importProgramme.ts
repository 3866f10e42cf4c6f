import type { Exercise } from '../domain/exercise.ts'
import { emptySeats, exerciseKey } from '../domain/exerciseEntry.ts'
import { withChange } from '../domain/exerciseHistory.ts'
import type { ExerciseType } from '../domain/exerciseType.ts'
import type { ProgrammeStep, ReadDay } from '../domain/programmeReading.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { blankExercise, freeKey } from './planExercise.ts'
import type { Clock, ExerciseStore } from './ports.ts'

/** What a page leaves open and its exercises need. */
export interface ProgrammeDefaults {
  readonly type: ExerciseType
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly venue: string
  readonly roomAddress: string
}

/** What became of one date of a page. */
export interface ProgrammeResult {
  readonly day: ReadDay
  readonly state: 'created' | 'there' | 'failed'
  /** Why it failed, in a sentence; empty otherwise. */
  readonly note: string
}

export type ProgrammeOutcome =
  | { readonly ok: true; readonly results: readonly ProgrammeResult[] }
  | { readonly ok: false; readonly code: 'coordinators-only' | 'nothing-to-bring-in' }

/**
 * Brings the new dates of a page into the programme. What is there stays as it is; a repeated call makes only what is
 * missing. A programme of the past is brought in as well, so the rules for days to come are not asked.
 * Throws `M365Error` when the list cannot be read.
 */
export async function importProgramme(
  deps: { readonly exercises: Pick<ExerciseStore, 'all' | 'createMany'>; readonly clock: Pick<Clock, 'now'> },
  input: {
    readonly steps: readonly ProgrammeStep[]
    readonly defaults: ProgrammeDefaults
    /** The file that it was read from, for the history. */
    readonly source: string
    readonly actor: Person
  },
): Promise<ProgrammeOutcome> {
  const { steps, defaults, source, actor } = input
  if (!mayInvite(actor)) return { ok: false, code: 'coordinators-only' }
  const days = steps.filter(({ does }) => does === 'create').map(({ day }) => day)
  if (days.length === 0) return { ok: false, code: 'nothing-to-bring-in' }
  const rows = (await deps.exercises.all()).rows
  const there = rows.map(({ value }) => value)
  const act = { actor, at: await deps.clock.now(), via: 'import' as const }
  const values = days.map((day) => {
    const blank = exerciseOf(day, defaults, there)
    return withChange(blank, {}, act, { field: 'import', from: '', to: source })
  })
  const made = await deps.exercises.createMany(values)
  const results = days.map((day, index): ProgrammeResult => {
    const one = made[index]
    if (!one?.ok) return { day, state: 'failed', note: one?.error.message ?? 'It was not tried.' }
    return { day, state: one.value.already ? 'there' : 'created', note: '' }
  })
  return { ok: true, results }
}

function exerciseOf(day: ReadDay, defaults: ProgrammeDefaults, there: readonly Exercise[]): Exercise {
  const { type, start, end, venue, roomAddress } = defaults
  const { date, unit, boroughs } = day
  return {
    ...blankExercise,
    ...{
      key: keyFor(day, type, there),
      type: type.name,
      unit,
      boroughs,
      date,
      start,
      end,
      venue,
      roomAddress,
    },
    ...{ agenda: type.agenda, joining: type.joining, invitees: emptySeats(type.roles) },
  }
}

/** A date that an earlier try brought in keeps its key, so that trying again makes no second one. */
function keyFor({ date, unit }: ReadDay, type: ExerciseType, there: readonly Exercise[]): string {
  const key = exerciseKey({ type: type.name, date, unit })
  const isTheSame = there.some((one) => one.key === key && one.date === date)
  return isTheSame ? key : freeKey(key, new Set(there.map((one) => one.key)))
}
