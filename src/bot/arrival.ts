import type { Instant } from '../domain/calendarDays.ts'
import type { ArrivedCard } from '../usecases/ports.ts'

/** The newest message of a chat, as far as we look at it. */
export interface LastMessage {
  readonly id: string
  readonly at: Instant
  /** Whether our bot wrote it. */
  readonly ours: boolean
  /** Whether it carries a card; our answers to plain messages do not. */
  readonly hasCard: boolean
}

/** Our clock and that of Teams may differ by this much (milliseconds) before a card is taken for an older one. */
export const clockTolerance = 30_000

/**
 * Decides whether a card that was sent at or after a moment has arrived, from the newest message alone. Null when
 * something newer hides it: then nobody can say, and a second card must not be risked.
 * @param last null when the chat has no message
 */
export function hasArrived(
  last: LastMessage | null,
  moment: Instant,
  others: readonly ArrivedCard[],
): boolean | null {
  if (last === null) return false
  const known = others.find((card) => card.activity === last.id)
  if (known) return Date.parse(known.sentAt) <= Date.parse(moment) ? false : null
  if (Date.parse(last.at) < Date.parse(moment) - clockTolerance) return false
  return last.ours && last.hasCard ? true : null
}
