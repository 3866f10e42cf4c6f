import { useCallback, useMemo } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { type InvitationTemplate, templateOf } from '../../../../domain/invitationTemplate.ts'
import type { Setting } from '../../../../domain/setting.ts'
import { type Rows, useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'

/** What every invitation needs beside its exercise. */
export interface InvitationInputs {
  templateOf(type: string): InvitationTemplate
  /** Every exercise: what belongs to another one must not be in an invitation. */
  readonly others: readonly Exercise[]
  readonly settings: Rows<Setting>
}

const none: readonly never[] = []

/** The words that were set for each type of exercise, and the programme to hold an invitation against. */
export function useInvitationInputs(): InvitationInputs {
  const services = useServices()
  const exercises = useRows('exercises', services.exercises)
  const settings = useRows('settings', services.settings)
  const held = exercises.held?.rows ?? none
  const set = settings.held?.rows ?? none
  const others = useMemo(() => held.map((row) => row.value), [held])
  const values = useMemo(() => set.map((row) => row.value), [set])
  const wordsOf = useCallback((type: string) => templateOf(values, type), [values])
  return { templateOf: wordsOf, others, settings }
}
