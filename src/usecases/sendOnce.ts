import type { IsoDate } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { Addressee, ArrivedCard, Channel, Delivery, LedgerEntry, LedgerStore, Stored } from './ports.ts'
import { arrivedCards, type SettleDeps, settleClaim } from './settleReminders.ts'

export interface SendOnceDeps extends SettleDeps {
  readonly ledger: Pick<LedgerStore, 'create' | 'save' | 'ofPerson'>
}

/** One message to one person, by its key in the ledger. */
export interface OnceOnly {
  readonly key: string
  readonly rule: string
  readonly to: Addressee
  readonly day: IsoDate
  /** The name of the job's run. */
  readonly run: string
  /** Why the person is told, in one sentence. */
  readonly why: string
}

/** What became of it; `skipped` was sent before, or nobody can know. */
export interface SentOnce {
  readonly state: Delivery['state'] | 'skipped'
  readonly note: string
}

/** How the ledger knows somebody: people outside the tenant by their address. */
export const ledgerPerson = ({ objectId, address = '' }: Addressee) => objectId || address.toLowerCase()

/**
 * Sends a message that nobody is to get twice: it is claimed in the ledger before it leaves and marked afterwards. A
 * claim that was left behind is settled by looking into the chat. Throws `M365Error` when the ledger cannot be read or
 * the claim not be written; then nothing was sent.
 * @param send is handed what the chat is known to hold, and what to call before leaving by a channel that cannot be asked
 */
export async function sendOnce(
  deps: SendOnceDeps,
  once: OnceOnly,
  send: (
    others: readonly ArrivedCard[],
    leaving: (channel: Channel) => Promise<boolean>,
  ) => Promise<Delivery>,
): Promise<SentOnce> {
  const known = (await deps.ledger.ofPerson(ledgerPerson(once.to))).rows
  const before = known.find(({ value }) => value.key === once.key) ?? null
  const obstacle = before && (await obstacleOf(deps, before, known))
  if (obstacle) return obstacle
  let entry = await claim(deps, once, before)
  if (entry === null) return { state: 'skipped', note: 'Another run is sending this one.' }
  const write = async (next: LedgerEntry): Promise<boolean> => {
    const saved = entry && (await deps.ledger.save(entry, next).catch(nothingForM365))
    if (saved?.ok) entry = saved.row
    return saved?.ok === true
  }
  const claimed = entry.value
  const delivery = await send(arrivedCards(known), (channel) => write({ ...claimed, channel }))
  await write(await marked(deps, entry.value, delivery))
  return delivery.state === 'sent' ? { state: 'sent', note: '' } : delivery
}

/** Whether somebody is known to have been sent this already, or to be out of reach. */
export function isSettled({ state }: Pick<LedgerEntry, 'state'>): boolean {
  return state === 'sent' || state === 'unreachable' || state === 'cancelled'
}

async function obstacleOf(
  deps: SendOnceDeps,
  before: Stored<LedgerEntry>,
  known: readonly Stored<LedgerEntry>[],
): Promise<SentOnce | null> {
  const { state, note } = before.value
  if (isSettled(before.value)) return { state: 'skipped', note }
  if (state === 'failed') return null
  const settled = await settleClaim(deps, before, known)
  return settled.state === 'absent' ? null : { state: 'skipped', note: settled.reason }
}

async function claim(
  deps: SendOnceDeps,
  { key, rule, to, day, run, why }: OnceOnly,
  before: Stored<LedgerEntry> | null,
): Promise<Stored<LedgerEntry> | null> {
  const claimedAt = await deps.clock.now()
  const fresh = { state: 'claimed', claimedAt, sentAt: null, note: '', channel: null, run, why } as const
  if (before) {
    const saved = await deps.ledger.save(before, { ...before.value, ...fresh })
    return saved.ok ? saved.row : null
  }
  const { row, already } = await deps.ledger.create({
    ...{ key, rule, recommendation: '', recommendationRef: '', deadline: day, forDay: day },
    ...{ person: ledgerPerson(to), personName: to.name, conversation: '', activity: '', progressSeen: '' },
    ...fresh,
  })
  return already && row.value.run !== run ? null : row
}

async function marked(deps: SendOnceDeps, entry: LedgerEntry, delivery: Delivery): Promise<LedgerEntry> {
  if (delivery.state !== 'sent') return { ...entry, state: delivery.state, note: delivery.note }
  const sentAt = await deps.clock.now().catch(() => entry.claimedAt)
  const { conversation, activity, channel = 'teams' } = delivery
  return { ...entry, state: 'sent', sentAt, conversation, activity, channel }
}

function nothingForM365(thrown: unknown): null {
  if (!isM365Error(thrown)) throw thrown
  return null
}
