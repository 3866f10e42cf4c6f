import type { Exercise } from '../domain/exercise.ts'
import { withoutPartners } from '../domain/forgetPeople.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

/** What became of the exercises whose partners were to be forgotten. */
export type PartnersForgotten =
  | { readonly ok: false; readonly code: 'coordinators-only' }
  | {
      readonly ok: true
      readonly done: readonly Stored<Exercise>[]
      /** Exercises that somebody saved in between; the next try takes them as they are now. */
      readonly changed: readonly Stored<Exercise>[]
    }

/**
 * Takes names and addresses of partners out of exercises that are over for longer than the rules allow. Their figures
 * stay. Stops at the first failure with `M365Error`; what is done stays done, and the call may be repeated.
 */
export async function forgetPartners(
  deps: {
    readonly exercises: Pick<ExerciseStore, 'save'>
    readonly clock: Pick<Clock, 'now'>
  },
  input: {
    readonly rows: readonly Stored<Exercise>[]
    readonly actor: Person
    readonly onSaved?: (row: Stored<Exercise>) => void
  },
): Promise<PartnersForgotten> {
  if (!mayInvite(input.actor)) return { ok: false, code: 'coordinators-only' }
  const at = await deps.clock.now()
  const done: Stored<Exercise>[] = []
  const changed: Stored<Exercise>[] = []
  for (const row of input.rows) {
    const saved = await deps.exercises.save(row, withoutPartners(row.value, input.actor, at))
    if (!saved.ok) {
      changed.push(saved.theirs)
      continue
    }
    done.push(saved.row)
    input.onSaved?.(saved.row)
  }
  return { ok: true, done, changed }
}
