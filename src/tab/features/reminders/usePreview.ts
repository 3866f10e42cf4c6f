import { useEffect, useMemo, useState } from 'react'
import type { IsoDate } from '../../../domain/calendarDays.ts'
import type { ReminderProposal } from '../../../usecases/planReminderRun.ts'
import { previewReminders, type ReminderPreview } from '../../../usecases/previewReminders.ts'
import { asError } from '../../ui/asError.ts'
import { useServices } from '../../ui/services.tsx'
import { type HeldRegister, planFrom, rememberedLedger } from './heldRegister.ts'

/** Milliseconds of rest after a key before the preview is made anew. */
const rest = 300

interface Shown {
  readonly proposed: ReminderPreview | null
  readonly saved: ReminderPreview | null
  readonly error: Error | null
}

/**
 * What a day's run would send under the rules as they stand in the forms, and under those that are saved.
 * @param proposal as JSON, so that forms that are drawn again without a change make no new preview; null when what is
 * typed cannot be understood yet, and the preview before stays
 */
export function usePreview(held: HeldRegister, day: IsoDate | null, proposal: string | null) {
  const { ledger } = useServices()
  const remembered = useMemo(() => rememberedLedger(ledger), [ledger])
  const [shown, setShown] = useState<Shown>({ proposed: null, saved: null, error: null })
  const [busy, setBusy] = useState(true)
  useEffect(() => {
    if (day === null || proposal === null) return
    let current = true
    setBusy(true)
    const timer = setTimeout(async () => {
      const next = await bothPreviews().catch((thrown) => ({
        proposed: null,
        saved: null,
        error: asError(thrown),
      }))
      if (!current) return
      setShown(next)
      setBusy(false)
    }, rest)
    const bothPreviews = async (): Promise<Shown> => {
      const deps = planFrom(held, remembered)
      const proposed: ReminderProposal = JSON.parse(proposal)
      return {
        saved: await previewReminders(deps, { today: day, proposed: {} }),
        proposed: await previewReminders(deps, { today: day, proposed }),
        error: null,
      }
    }
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [held, remembered, day, proposal])
  return { ...shown, busy }
}
