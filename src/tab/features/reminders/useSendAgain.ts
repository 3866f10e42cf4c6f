import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type DeliveredLine, sendAgain } from '../../../usecases/deliveries.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { asError } from '../../ui/asError.ts'
import { useServices } from '../../ui/services.tsx'

/** Somebody's reminders that are to go out again. */
export interface AgainLine {
  readonly name: string
  readonly line: DeliveredLine
}

/** How far asking for reminders again has come. */
export interface SendAgainStep {
  readonly lines: readonly AgainLine[]
  readonly state: 'asking' | 'running' | 'done'
  readonly asked: number
  readonly left: readonly { readonly name: string; readonly line: DeliveredLine; readonly why: string }[]
  /** Why it ended before all were asked for; what was asked for until then stays so. */
  readonly failure: Error | null
}

/** Asks for reminders again, one after the other: each is written to the ledger once and goes out with the next run. */
export function useSendAgain() {
  const { ledger, clock, me } = useServices()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [step, setStep] = useState<SendAgainStep | null>(null)
  const begin = (lines: readonly AgainLine[]) =>
    setStep({ lines, state: 'asking', asked: 0, left: [], failure: null })
  const run = async () => {
    if (step === null || step.state !== 'asking') return
    let now: SendAgainStep = { ...step, state: 'running' }
    setStep(now)
    try {
      for (const { name, line } of step.lines) {
        const outcome = await sendAgain({ ledger, clock }, { keys: [line.key], actor: me })
        const refused = outcome.ok
          ? outcome.left[0]?.why
          : 'Only coordinators and the secretary may ask for it.'
        now = refused
          ? { ...now, left: [...now.left, { name, line, why: refused }] }
          : { ...now, asked: now.asked + 1 }
        setStep(now)
      }
    } catch (thrown) {
      now = { ...now, failure: asError(thrown) }
    }
    setStep({ ...now, state: 'done' })
    announce(`${now.asked} of ${now.lines.length} will be sent again.`)
    await client.invalidateQueries({ queryKey: ['reminder-day'] })
    await client.invalidateQueries({ queryKey: ['reminder-troubles'] })
  }
  return { step, begin, run, close: () => setStep(null) }
}

export type SendAgain = ReturnType<typeof useSendAgain>
