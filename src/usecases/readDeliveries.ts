import { type IsoDate, writeInstant } from '../domain/calendarDays.ts'
import { mayManage, type Person } from '../domain/roles.ts'
import type { Clock, LedgerEntry, LedgerStore, ReadRows, SettingStore, Stored } from './ports.ts'
import { type RunRecord, readRunRecords, silenceOf } from './runRecord.ts'

export interface DeliveryDeps {
  readonly ledger: Pick<LedgerStore, 'ofDay'>
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

/** Everything that one person was to be told on a day, and what became of it. */
export interface PersonDeliveries {
  readonly person: string
  readonly objectId: string
  readonly entries: readonly Stored<LedgerEntry>[]
}

/** The delivery page: the newest runs, a day person by person, and whether anything has run lately. */
export interface Deliveries {
  readonly runs: readonly RunRecord[]
  readonly people: readonly PersonDeliveries[]
  readonly unreadable: ReadRows<LedgerEntry>['unreadable']
  /** That no run has finished for too long; null when one has. */
  readonly silence: string | null
}

/** Reads what was delivered on a day. Throws `M365Error`. */
export async function readDeliveries(
  deps: DeliveryDeps,
  input: { readonly day: IsoDate },
): Promise<Deliveries> {
  const [runs, entries, now] = await Promise.all([
    readRunRecords(deps),
    deps.ledger.ofDay(input.day),
    deps.clock.now(),
  ])
  const byPerson = Map.groupBy(entries.rows, ({ value }) => value.person)
  const people = [...byPerson].map(([objectId, mine]) => ({
    objectId,
    person: mine[0]?.value.personName ?? '',
    entries: mine,
  }))
  people.sort((a, b) => a.person.localeCompare(b.person))
  return { runs, people, unreadable: entries.unreadable, silence: silenceOf(runs, now) }
}

export type SendAgainRefusal = 'coordinator-only' | 'already-sent' | 'being-sent' | 'changed-meanwhile'

/**
 * Lets the next run send a card anew of which it is not known that it arrived, or that could not be delivered. What is
 * marked as sent is never sent again. Throws `M365Error`.
 */
export async function letSendAgain(
  deps: { readonly ledger: Pick<LedgerStore, 'save'>; readonly clock: Pick<Clock, 'now'> },
  input: { readonly entry: Stored<LedgerEntry>; readonly actor: Person },
): Promise<
  | { readonly ok: true; readonly row: Stored<LedgerEntry> }
  | { readonly ok: false; readonly code: SendAgainRefusal }
> {
  const { entry, actor } = input
  if (!mayManage(actor) && !actor.roles.includes('Coordinator'))
    return { ok: false, code: 'coordinator-only' }
  const { state } = entry.value
  // The next run looks into the chat for it by itself.
  if (state === 'claimed') return { ok: false, code: 'being-sent' }
  if (state === 'sent' || state === 'cancelled') return { ok: false, code: 'already-sent' }
  const note = `${actor.name} asked on ${writeInstant(await deps.clock.now())} for it to be sent again.`
  const saved = await deps.ledger.save(entry, { ...entry.value, state: 'failed', channel: null, note })
  return saved.ok ? saved : { ok: false, code: 'changed-meanwhile' }
}
