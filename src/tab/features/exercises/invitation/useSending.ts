import { useCallback, useState } from 'react'
import { isM365Error } from '../../../../domain/m365Error.ts'
import type { Outcome } from './outcomeWords.ts'

const words = {
  nothingSent: 'Nothing was sent. Try again in a minute: it goes on where it stopped.',
  ours: 'Something in Follow-Through itself did not work. Trying again is safe: nobody gets the same mail twice.',
}

/** A window that shows something before it is sent, and what became of sending it. */
export function useSending() {
  const [shown, setShown] = useState(false)
  const [sending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const finish = (next: Outcome) => {
    setOutcome(next)
    if (next.tone === 'success') setShown(false)
  }
  const send = async (work: () => Promise<Outcome>) => {
    if (sending) return
    setSending(true)
    setOutcome(null)
    try {
      finish(await work())
    } catch (thrown) {
      const sentence = isM365Error(thrown) ? `${thrown.message} ${words.nothingSent}` : words.ours
      finish({ tone: 'error', sentence, final: false })
    } finally {
      setSending(false)
    }
  }
  const open = useCallback(() => {
    setOutcome(null)
    setShown(true)
  }, [])
  const close = useCallback(() => {
    setShown(false)
    setOutcome(null)
  }, [])
  return { shown, sending, outcome, send, open, close }
}
export type Sending = ReturnType<typeof useSending>
