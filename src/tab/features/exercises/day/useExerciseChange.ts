import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import {
  changeExercise,
  type ExerciseChanged,
  type ExerciseRule,
} from '../../../../usecases/changeExercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices } from '../../../ui/services.tsx'
import { refusalWords } from '../afterwardsWords.ts'

/** One exercise as it is being changed: whether a save is under way, and what went wrong with the last one. */
export interface ExerciseChange {
  readonly busy: boolean
  /** A sentence, or null. */
  readonly trouble: string | null
  forget(): void
  /** Changes by a rule; true when it was saved. @param said what is announced once it is */
  by<Code extends string>(rule: ExerciseRule<Code>, said: string): Promise<boolean>
  /** The same for a use case that changes more than the exercise. */
  with<Code extends string>(work: () => Promise<ExerciseChanged<Code>>, said: string): Promise<boolean>
}

/** Saves changes of one exercise and says what became of them. */
export function useExerciseChange(
  row: Stored<Exercise>,
  replace: (row: Stored<Exercise>) => void,
): ExerciseChange {
  const { exercises, clock, me } = useServices()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const settle = <Code extends string>(changed: ExerciseChanged<Code>, said: string): boolean => {
    if (changed.row !== row) replace(changed.row)
    if (changed.ok) announce(said)
    else setTrouble(refusalWords(changed.code))
    return changed.ok
  }
  const doing: ExerciseChange['with'] = async (work, said) => {
    if (busy) return false
    setBusy(true)
    setTrouble(null)
    try {
      return settle(await work(), said)
    } catch (thrown) {
      const sentence = isM365Error(thrown) ? thrown.message : 'It could not be saved.'
      setTrouble(`${sentence} Nothing was lost; press the button to try again.`)
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    trouble,
    forget: () => setTrouble(null),
    by: (rule, said) => doing(() => changeExercise({ exercises, clock }, { row, actor: me, rule }), said),
    with: doing,
  }
}
