import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { unitsOfPerson } from '../../../../domain/programme.ts'
import { knownUnits } from '../../../../domain/units.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices } from '../../../ui/services.tsx'
import { keepTyped, readTyped } from '../../../ui/typedText.ts'

/** Where the unit that an officer chose is kept on this device. */
const kept = 'own unit'

/**
 * The unit of an officer: the one they chose on this device, or else the one in whose exercises they have a place.
 * Empty when nobody has said.
 */
export function useOwnUnit(rows: readonly Stored<Exercise>[]) {
  const { me } = useServices()
  const [chosen, setChosen] = useState(() => readTyped(me.objectId, kept)?.unit ?? '')
  const values = rows.map(({ value }) => value)
  const units = knownUnits(values).map(({ name }) => name)
  const known = unitsOfPerson(values, me)[0] ?? ''
  return {
    unit: units.includes(chosen) ? chosen : known,
    units,
    choose(unit: string) {
      keepTyped(me.objectId, kept, { unit })
      setChosen(unit)
    },
  }
}
