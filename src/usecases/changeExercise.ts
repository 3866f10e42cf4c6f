import type { Instant, IsoDate } from '../domain/calendarDays.ts'
import type { Exercise } from '../domain/exercise.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

export interface ChangeExerciseDeps {
  readonly exercises: Pick<ExerciseStore, 'save'>
  readonly clock: Clock
}

/** A rule of the domain that makes the next exercise or says why not. */
export type ExerciseRule<Code extends string> = (
  exercise: Exercise,
  act: { readonly actor: Person; readonly at: Instant },
  today: IsoDate,
) => { readonly ok: true; readonly next: Exercise } | { readonly ok: false; readonly code: Code }

export type ExerciseChanged<Code extends string> =
  | { readonly ok: true; readonly row: Stored<Exercise> }
  | { readonly ok: false; readonly code: Code; readonly row: Stored<Exercise> }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly row: Stored<Exercise> }

/** How often a change is made again over somebody else's. */
const triesOverOthers = 3

/**
 * Changes one exercise by a rule. Where somebody else saved in between, the rule is asked again about what they
 * wrote: a mark beside a name stands on its own, and both are kept. Throws `M365Error`; nothing was written then, or
 * the answer was lost and pressing again finds it done.
 */
export async function changeExercise<Code extends string>(
  deps: ChangeExerciseDeps,
  input: { readonly row: Stored<Exercise>; readonly actor: Person; readonly rule: ExerciseRule<Code> },
): Promise<ExerciseChanged<Code>> {
  const [at, today] = await Promise.all([deps.clock.now(), deps.clock.today()])
  let row = input.row
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const decided = input.rule(row.value, { actor: input.actor, at }, today)
    if (!decided.ok) return { ...decided, row }
    if (decided.next === row.value) return { ok: true, row }
    const saved = await deps.exercises.save(row, decided.next)
    if (saved.ok) return { ok: true, row: saved.row }
    row = saved.theirs
  }
  return { ok: false, code: 'changed-meanwhile', row }
}
