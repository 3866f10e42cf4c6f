import { writeInstant } from '../../../domain/calendarDays.ts'
import type { DeliveredLine } from '../../../usecases/deliveries.ts'
import type { Channel, LedgerState } from '../../../usecases/ports.ts'
import type { RunRecord } from '../../../usecases/runRecord.ts'
import type { Outcome } from '../../../usecases/runReport.ts'

/** What became of one reminder, in a word or two. */
export const stateWords: Readonly<Record<LedgerState, string>> = {
  sent: 'Sent',
  failed: 'Failed',
  unreachable: 'Unreachable',
  unconfirmed: 'Not known to have arrived',
  claimed: 'Being sent',
  cancelled: 'Not due any more',
}

/** States in which a person may ask for a reminder to go out again. */
export const sendableStates: ReadonlySet<LedgerState> = new Set(['failed', 'unreachable', 'unconfirmed'])

const channelWords: Readonly<Record<Channel, string>> = {
  teams: 'in the chat',
  activity: 'in the activity feed',
  mail: 'by mail',
}

/** `Sent in the chat on 16 June 2021 at 08:00; acknowledged`. */
export function sayDelivered({ state, channel, sentAt, acknowledgedAt }: DeliveredLine): string {
  const how = state === 'sent' && channel ? ` ${channelWords[channel]}` : ''
  const when = state === 'sent' && sentAt ? ` on ${writeInstant(sentAt)}` : ''
  const seen = acknowledgedAt ? `; acknowledged on ${writeInstant(acknowledgedAt)}` : ''
  return `${stateWords[state]}${how}${when}${seen}`
}

/** What became of a row in a run. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  sent: 'sent',
  skipped: 'skipped because sent before',
  failed: 'failed',
  unreachable: 'unreachable',
  unconfirmed: 'not known to have arrived',
  held: 'held back for later',
  cancelled: 'not due any more',
}

/** A run's outcomes in their order, without those that are 0. */
export function countsOf(run: RunRecord): string {
  const order = ['sent', 'failed', 'unreachable', 'unconfirmed', 'skipped', 'held', 'cancelled'] as const
  const said = order
    .filter((outcome) => (run.counts[outcome] ?? 0) > 0)
    .map((outcome) => `${run.counts[outcome]} ${outcomeWords[outcome]}`)
  return said.length === 0 ? 'Nothing was due' : said.join(', ')
}

/** How a run ended, in one sentence. */
export function sayEnd(run: RunRecord): string {
  if (run.stopped !== null) return run.stopped
  const cards = `${run.cards} ${run.cards === 1 ? 'card' : 'cards'}`
  return `Went through; ${cards} on ${writeInstant(run.finishedAt)}.`
}

/** What a run could not even begin with, in sentences; none when there was nothing of the kind. */
export function leftOut(run: RunRecord): readonly string[] {
  const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)
  return [
    ...(run.unaddressed > 0 ? [`${rows(run.unaddressed)} had nobody who could be told.`] : []),
    ...(run.unreadable > 0 ? [`${rows(run.unreadable)} could not be read.`] : []),
  ]
}
