import type { Exercise } from '../../../domain/exercise.ts'
import type { Stored } from '../../../usecases/ports.ts'

/** What every part of an exercise's page is handed. */
export interface ExerciseSectionProps {
  readonly row: Stored<Exercise>
  /** Shows a row that has just been saved. */
  readonly replace: (row: Stored<Exercise>) => void
}
