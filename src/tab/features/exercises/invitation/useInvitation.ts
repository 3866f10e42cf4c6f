import { useCallback, useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { currentRevision, type InvitationPlan, planInvitation } from '../../../../domain/invitation.ts'
import type { InvitationTemplate } from '../../../../domain/invitationTemplate.ts'
import { findLeaks, type Leak } from '../../../../domain/partnerSafe.ts'
import { type InviteResult, inviteToExercise } from '../../../../usecases/inviteToExercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import { outcomeWords } from './outcomeWords.ts'
import type { InvitationInputs } from './useInvitationInputs.ts'
import { useSending } from './useSending.ts'

/** A preview on the screen: the row as it was when it was drawn, and what would be sent from it. */
export interface Preview {
  readonly row: Stored<Exercise>
  readonly plan: InvitationPlan
  /** What partners must not read; it is not sent while there is any. */
  readonly leaks: readonly Leak[]
}

/** The preview of one exercise's invitation, sending it, and what became of that. */
export function useInvitation(
  row: Stored<Exercise>,
  replace: (row: Stored<Exercise>) => void,
  inputs: InvitationInputs,
) {
  const { me, exercises, calendars, clock } = useServices()
  const today = useToday()
  const sending = useSending()
  const [previewed, setPreviewed] = useState<Stored<Exercise> | null>(null)
  const template = inputs.templateOf(row.value.type)
  const { others } = inputs
  const { open: show } = sending

  const send = () =>
    sending.send(async () => {
      if (!previewed) throw new Error('There is no preview.')
      const input = { previewed, actor: me, template, others }
      const result = await inviteToExercise({ exercises, calendars, clock }, input)
      const newest = newestRow(result)
      if (newest) replace(newest)
      if (newest && newest.value.invitation?.state !== 'sent') setPreviewed(newest)
      return outcomeWords(result)
    })
  const open = useCallback(() => {
    setPreviewed(row)
    show()
  }, [row, show])
  const preview = previewOf(previewed, today, template, others)
  // The preview stays while the dialog fades out; a dialog must not empty before it is gone.
  return { ...sending, preview, shown: sending.shown && preview !== null, open, send }
}

function newestRow(result: InviteResult): Stored<Exercise> | null {
  return 'row' in result ? result.row : null
}

function previewOf(
  row: Stored<Exercise> | null,
  today: string,
  template: InvitationTemplate,
  others: readonly Exercise[],
): Preview | null {
  if (!row) return null
  const planned = planInvitation(row.value, currentRevision(row.value), today, template)
  if (!planned.ok) return null
  const { plan } = planned
  const words = { subject: plan.draft.subject, text: plan.text, place: plan.draft.location }
  return { row, plan, leaks: findLeaks(words, row.value, others) }
}
