import type { Exercise, Invitee } from '../domain/exercise.ts'
import { limits, noteLength, type Overflow, overflow } from '../domain/limits.ts'
import type { Change } from '../domain/recommendation.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { rosterProblems } from '../domain/rosterEdits.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

export type RosterRefusal =
  | 'coordinators-only'
  | 'nothing-changed'
  | 'is-cancelled'
  | 'being-sent'
  | 'no-name'
  | 'bad-address'
  | 'no-role'
  | 'no-why'

export type RosterOutcome =
  | { readonly ok: true; readonly row: Stored<Exercise> }
  | { readonly ok: false; readonly code: RosterRefusal }
  | { readonly ok: false; readonly code: 'too-many'; readonly overflow: Overflow }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Exercise> }

/**
 * Puts people into the places of an exercise. Nobody is told by this: what the calendar's event says is changed with
 * the next invitation. Refused while an invitation is going out; after one a reason is asked for. Throws `M365Error`;
 * the same call may be repeated.
 * @param input.invitees everybody, in order
 */
export async function fillRoster(
  deps: {
    readonly exercises: Pick<ExerciseStore, 'get' | 'save'>
    readonly clock: Pick<Clock, 'now'>
  },
  input: {
    readonly id: string
    readonly etag: string
    readonly invitees: readonly Invitee[]
    readonly why: string
    readonly actor: Person
  },
): Promise<RosterOutcome> {
  if (!mayInvite(input.actor)) return { ok: false, code: 'coordinators-only' }
  const [problem] = rosterProblems(input.invitees)
  if (problem) return { ok: false, code: problem.code }
  const current = await deps.exercises.get(input.id)
  const same = JSON.stringify(current.value.invitees) === JSON.stringify(input.invitees)
  if (current.etag !== input.etag)
    return same ? { ok: true, row: current } : { ok: false, code: 'changed-meanwhile', theirs: current }
  const refused = refusalOf(current.value, input.why)
  if (refused) return { ok: false, code: refused }
  if (same) return { ok: false, code: 'nothing-changed' }
  const tooMany = overflow(noteLength(JSON.stringify(input.invitees)), limits.noteCharacters)
  if (tooMany) return { ok: false, code: 'too-many', overflow: tooMany }
  const change = changeOf(current.value.invitees, input, await deps.clock.now())
  const next = {
    ...current.value,
    invitees: input.invitees,
    history: [...current.value.history, change],
  }
  const saved = await deps.exercises.save({ id: input.id, etag: input.etag }, next)
  return saved.ok ? { ok: true, row: saved.row } : saved
}

function refusalOf(exercise: Exercise, why: string): RosterRefusal | null {
  if (exercise.status === 'cancelled') return 'is-cancelled'
  if (exercise.invitation?.state === 'sending') return 'being-sent'
  return exercise.invitation && why.trim() === '' ? 'no-why' : null
}

function changeOf(
  before: readonly Invitee[],
  input: { readonly invitees: readonly Invitee[]; readonly why: string; readonly actor: Person },
  at: string,
): Change {
  const why = input.why.trim()
  return {
    ...{ at, by: input.actor.name, byObject: input.actor.objectId, field: 'roster', via: 'tab' },
    from: countsOf(before),
    to: countsOf(input.invitees),
    ...(why !== '' && { why }),
  }
}

/** How many places are held, in words that name nobody: an exercise is kept longer than its people. */
function countsOf(invitees: readonly Invitee[]): string {
  const known = invitees.filter((one) => one.state === 'known').length
  return `${known} of ${invitees.length} places held`
}
