import { writeDate } from './calendarDays.ts'
import type { Counterparty } from './decisions.ts'

/** Whom a row waits for, in words: `College of Policing: practice guidelines; next chase 1 July 2021`. */
export function writeCounterparty(counterparty: Counterparty | null): string {
  if (!counterparty) return ''
  const { body, product, lastChased, nextChase } = counterparty
  const parts = [
    [body, product].filter((part) => part !== '').join(': '),
    lastChased && `last chased ${writeDate(lastChased)}`,
    nextChase && `next chase ${writeDate(nextChase)}`,
  ]
  return parts.filter((part) => part).join('; ')
}
