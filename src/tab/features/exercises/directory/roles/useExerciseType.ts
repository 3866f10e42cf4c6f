import { useMemo } from 'react'
import {
  type ExerciseType,
  exerciseTypeKey,
  exerciseTypesOf,
  spase,
} from '../../../../../domain/exerciseType.ts'
import type { RoleTemplate } from '../../../../../domain/roleTemplate.ts'
import type { Setting } from '../../../../../domain/setting.ts'
import {
  changeExerciseType,
  type ExerciseSettingOutcome,
} from '../../../../../usecases/changeExerciseSetting.ts'
import type { Stored } from '../../../../../usecases/ports.ts'
import type { Rows } from '../../../../ui/rows.tsx'
import { useServices } from '../../../../ui/services.tsx'

/** One type of exercise with the setting that keeps it; null while it is as it was built in. */
export interface TypeRow {
  readonly type: ExerciseType
  readonly setting: Stored<Setting> | null
}

/** The types of exercise, the one that is looked at, and how its roles are kept. */
export function useExerciseType(list: Rows<Setting>, key: string | null) {
  const { settings, clock, me } = useServices()
  const rows = list.held?.rows
  const types = useMemo(() => exerciseTypesOf((rows ?? []).map(({ value }) => value)), [rows])
  const type = types.find((one) => one.key === key) ?? types.find((one) => one.key === spase.key) ?? spase
  const setting = rows?.find(({ value }) => value.key === exerciseTypeKey(type.key)) ?? null
  const keepRoles = async (
    roles: readonly RoleTemplate[],
    base: TypeRow = { type, setting },
  ): Promise<ExerciseSettingOutcome> => {
    const outcome = await changeExerciseType(
      { settings, clock },
      { type: { ...base.type, roles }, etag: base.setting?.etag ?? null, actor: me },
    )
    if (outcome.ok) list.replace(outcome.row)
    else if (outcome.code === 'changed-meanwhile') list.replace(outcome.theirs)
    return outcome
  }
  return { types, type, setting, keepRoles }
}
export type TypeInHand = ReturnType<typeof useExerciseType>
