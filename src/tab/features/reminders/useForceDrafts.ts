import { useMemo } from 'react'
import type { ForceRules, PolicyDifference } from '../../../domain/reminderPolicy.ts'
import { reminderSettingKeys, reminderSettingsOf } from '../../../domain/reminderSettings.ts'
import type { ReminderWording } from '../../../domain/reminderWording.ts'
import type { Setting } from '../../../domain/setting.ts'
import type { DaysOff } from '../../../domain/workingDays.ts'
import type { Rows } from '../../ui/rows.tsx'
import { daysOffValues, readDaysOffValues, readRulesValues, rulesValues } from './forceFields.ts'
import { policyValues, readPolicyValues } from './ruleFields.ts'
import { useSettingDraft } from './useSettingDraft.ts'
import { readWordingValues, wordingValues } from './wordingFields.ts'

/** The four settings of the force as they are being changed, and what they come to together. */
export function useForceDrafts(settings: Rows<Setting>) {
  const rows = settings.held?.rows
  const saved = useMemo(() => reminderSettingsOf((rows ?? []).map(({ value }) => value)), [rows])
  const force = useSettingDraft<PolicyDifference>(settings, {
    key: reminderSettingKeys.force,
    saved: policyValues(saved.policies.force),
    read: (values) => readPolicyValues(values, null),
  })
  const rules = useSettingDraft<ForceRules>(settings, {
    key: reminderSettingKeys.rules,
    saved: rulesValues(saved.policies.rules),
    read: readRulesValues,
  })
  const daysOff = useSettingDraft<DaysOff>(settings, {
    key: reminderSettingKeys.daysOff,
    saved: daysOffValues(saved.daysOff),
    read: readDaysOffValues,
  })
  const wording = useSettingDraft<ReminderWording>(settings, {
    key: reminderSettingKeys.wording,
    saved: wordingValues(saved.wording),
    read: readWordingValues,
  })
  const understood = [force, rules, daysOff].every(({ problems }) => Object.keys(problems).length === 0)
  const proposal = understood
    ? JSON.stringify({ policies: { force: force.value, rules: rules.value }, daysOff: daysOff.value })
    : null
  return { saved, force, rules, daysOff, wording, proposal, unreadable: saved.unreadable }
}
