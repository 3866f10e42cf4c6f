import type { Instant } from '../domain/calendarDays.ts'
import type { Exercise } from '../domain/exercise.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

const triesOverOthers = 3

/**
 * Adds something to a row whatever others saved in between. `next` is asked anew about each version and gives null when
 * it is there already. Not `ok`: others kept saving; the row that comes back is theirs. Throws `M365Error`.
 */
export async function saveOver(
  deps: { readonly exercises: Pick<ExerciseStore, 'save'>; readonly clock: Pick<Clock, 'now'> },
  found: Stored<Exercise>,
  next: (value: Exercise, at: Instant) => Exercise | null,
): Promise<{ readonly ok: boolean; readonly row: Stored<Exercise> }> {
  const at = await deps.clock.now()
  let row = found
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const value = next(row.value, at)
    if (value === null) return { ok: true, row }
    const saved = await deps.exercises.save(row, value)
    if (saved.ok) return { ok: true, row: saved.row }
    row = saved.theirs
  }
  return { ok: next(row.value, at) === null, row }
}
