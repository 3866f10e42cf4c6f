import { useCallback, useState } from 'react'
import type { Exercise } from '../../../domain/exercise.ts'
import { currentRevision, type InvitationPlan, planInvitation } from '../../../domain/invitation.ts'
import { isM365Error } from '../../../domain/m365Error.ts'
import { type InviteResult, inviteToExercise } from '../../../usecases/inviteToExercise.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useServices, useToday } from '../../ui/services.tsx'
import { type Outcome, outcomeWords } from './exerciseWords.ts'

/** A preview on the screen: the row as it was when it was drawn, and what would be sent from it. */
export interface Preview {
  readonly row: Stored<Exercise>
  readonly plan: InvitationPlan
}

const words = {
  nothingSent: 'Nothing was sent. Try again in a minute: it goes on where it stopped.',
  ours: 'Something in Follow-Through itself did not work. Trying again is safe: nobody gets the invitation twice.',
}

/** The preview of one exercise's invitation, sending it, and what became of that. */
export function useInvitation(row: Stored<Exercise>, replace: (row: Stored<Exercise>) => void) {
  const { me, exercises, calendar, clock } = useServices()
  const today = useToday()
  const [previewed, setPreviewed] = useState<Stored<Exercise> | null>(null)
  const [shown, setShown] = useState(false)
  const [sending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const finish = (next: Outcome) => {
    setOutcome(next)
    if (next.tone === 'success') setShown(false)
  }
  const send = async () => {
    if (!previewed || sending) return
    setSending(true)
    setOutcome(null)
    try {
      const result = await inviteToExercise({ exercises, calendar, clock }, { previewed, actor: me })
      const newest = newestRow(result)
      if (newest) replace(newest)
      if (newest && newest.value.invitation?.state !== 'sent') setPreviewed(newest)
      finish(outcomeWords(result))
    } catch (thrown) {
      const sentence = isM365Error(thrown) ? `${thrown.message} ${words.nothingSent}` : words.ours
      finish({ tone: 'error', sentence, final: false })
    } finally {
      setSending(false)
    }
  }
  const open = useCallback(() => {
    setOutcome(null)
    setPreviewed(row)
    setShown(true)
  }, [row])
  const close = useCallback(() => {
    setShown(false)
    setOutcome(null)
  }, [])
  const preview = previewOf(previewed, today)
  // The preview stays while the dialog fades out; a dialog must not empty before it is gone.
  return { preview, shown: shown && preview !== null, outcome, sending, open, close, send }
}

function newestRow(result: InviteResult): Stored<Exercise> | null {
  return result.state === 'refused' ? null : result.row
}

function previewOf(row: Stored<Exercise> | null, today: string): Preview | null {
  if (!row) return null
  const planned = planInvitation(row.value, currentRevision(row.value), today)
  return planned.ok ? { row, plan: planned.plan } : null
}
