import { useMemo, useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { type ChangePlan, planChange } from '../../../../domain/invitationChanges.ts'
import { findLeaks, type Leak } from '../../../../domain/partnerSafe.ts'
import { changeInvitation } from '../../../../usecases/changeInvitation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import { changeWords } from './outcomeWords.ts'
import type { InvitationInputs } from './useInvitationInputs.ts'
import { useSending } from './useSending.ts'

/** What the invited do not know yet, telling them, and what became of that. */
export function useChange(
  row: Stored<Exercise>,
  replace: (row: Stored<Exercise>) => void,
  inputs: InvitationInputs,
) {
  const { me, exercises, calendars, clock } = useServices()
  const today = useToday()
  const sending = useSending()
  const begun = row.value.invitation?.pending
  const [typed, setWhy] = useState<string | null>(null)
  const why = typed ?? (begun?.kind === 'change' ? begun.why : row.value.changedWhy)
  const template = inputs.templateOf(row.value.type)
  const { others } = inputs
  const told = row.value.invitation?.told
  const plan = useMemo(() => {
    if (!told) return null
    const planned = planChange(row.value, told, why, today, template)
    return planned.ok ? planned.plan : null
  }, [row.value, told, why, today, template])

  const send = (overOutlook = false) =>
    sending.send(async () => {
      const input = { previewed: row, why, actor: me, template, others, overOutlook }
      const result = await changeInvitation({ exercises, calendars, clock }, input)
      if ('row' in result) replace(result.row)
      return changeWords(result)
    })
  const leaks = plan ? leaksOf(plan, row.value, why, others) : []
  return { ...sending, plan, leaks, why, setWhy, send, begun: begun?.kind === 'change' ? begun : null }
}
export type InvitationChange = ReturnType<typeof useChange>

function leaksOf(
  plan: ChangePlan,
  exercise: Exercise,
  why: string,
  others: readonly Exercise[],
): readonly Leak[] {
  const words = { subject: plan.draft.subject, text: `${plan.text}\n${why}`, place: plan.draft.location }
  return findLeaks(words, exercise, others)
}
