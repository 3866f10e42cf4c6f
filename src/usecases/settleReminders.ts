import { writeInstant } from '../domain/calendarDays.ts'
import type { ArrivedCard, Clock, LedgerEntry, LedgerStore, Messenger, Stored } from './ports.ts'

export interface SettleDeps {
  readonly ledger: Pick<LedgerStore, 'save'>
  readonly messenger: Pick<Messenger, 'arrivedSince'>
  readonly clock: Pick<Clock, 'now'>
  wait(milliseconds: number): Promise<void>
}

/** What became of a card that was begun by a run that broke off. */
export type Settlement =
  | { readonly state: 'sent'; readonly entry: Stored<LedgerEntry>; readonly reason: string }
  | { readonly state: 'absent' }
  | { readonly state: 'unread'; readonly entry: Stored<LedgerEntry>; readonly reason: string }
  | { readonly state: 'unconfirmed'; readonly entry: Stored<LedgerEntry>; readonly reason: string }

/**
 * Milliseconds after a claim before the chat is asked for its card: a request that a run sent with its last breath may
 * still be on its way. Longer than any one request of ours is allowed to take.
 */
export const restAfterClaim = 30_000

/**
 * Finds out whether the card of a broken claim arrived, and writes it down. It never sends anything.
 * @param known every entry of the person, to tell their other cards from the missing one
 * @throws M365Error when the ledger cannot be written
 */
export async function settleClaim(
  deps: SettleDeps,
  entry: Stored<LedgerEntry>,
  known: readonly Stored<LedgerEntry>[],
): Promise<Settlement> {
  const sibling = sentInSameRun(entry.value, known)
  if (sibling) return settleAsSent(deps, entry, sibling)
  // Neither the activity feed nor a mailbox can be asked afterwards.
  const { channel } = entry.value
  if (channel === 'activity' || channel === 'mail') return settleAsUnconfirmed(deps, entry)
  await rest(deps, entry.value)
  const arrived = await deps.messenger.arrivedSince(
    entry.value.person,
    entry.value.claimedAt,
    arrivedCards(known),
  )
  if (arrived === false) return { state: 'absent' }
  if (arrived === 'unread' && !(await isGivenUp(deps, entry.value))) return settleAsUnread(deps, entry)
  // A newer claim in doubt has the better right to a card that nobody accounts for.
  if (arrived === null || arrived === 'unread' || isOvertaken(entry.value, known))
    return settleAsUnconfirmed(deps, entry)
  return settleAsSent(deps, entry, { ...arrived, conversation: '' })
}

const unreadChat = ({ claimedAt, personName }: LedgerEntry) =>
  `A card was begun on ${writeInstant(claimedAt)}, and the chat with ${personName} cannot be read just now. Nothing more was sent to them; the next run looks again.`

/** Milliseconds for which a chat that cannot be read keeps everything more from a person. */
const longestHold = 14 * 86_400_000

/** Whether a card is so old, and was looked for in vain before, that nobody waits for its chat any more. */
export async function isGivenUp(deps: Pick<SettleDeps, 'clock'>, entry: LedgerEntry): Promise<boolean> {
  return entry.state === 'unconfirmed' && (await ageOf(deps, entry)) >= longestHold
}

async function settleAsUnread(deps: SettleDeps, entry: Stored<LedgerEntry>): Promise<Settlement> {
  const reason = unreadChat(entry.value)
  if (entry.value.state === 'unconfirmed') return { state: 'unread', entry, reason }
  const next: LedgerEntry = { ...entry.value, state: 'unconfirmed', note: reason }
  return { state: 'unread', entry: await saved(deps, entry, next), reason }
}

/** Milliseconds since an entry was claimed. */
const ageOf = async (deps: Pick<SettleDeps, 'clock'>, { claimedAt }: LedgerEntry) =>
  Date.parse(await deps.clock.now()) - Date.parse(claimedAt)

async function rest(deps: SettleDeps, entry: LedgerEntry): Promise<void> {
  const age = await ageOf(deps, entry)
  if (age >= 0 && age < restAfterClaim) await deps.wait(restAfterClaim - age)
}

function isOvertaken(entry: LedgerEntry, known: readonly Stored<LedgerEntry>[]): boolean {
  return known.some(
    ({ value }) =>
      (value.state === 'claimed' || value.state === 'unconfirmed') &&
      value.run !== entry.run &&
      value.claimedAt > entry.claimedAt,
  )
}

/** A run sends all that it claims for a card under one name, or nothing: when one was marked sent, all went with it. */
function sentInSameRun(entry: LedgerEntry, known: readonly Stored<LedgerEntry>[]): LedgerEntry | null {
  const marked = known.find(
    ({ value }) => value.state === 'sent' && value.run !== '' && value.run === entry.run,
  )
  return marked?.value ?? null
}

/** The cards of a person that are accounted for. */
export function arrivedCards(known: readonly Stored<LedgerEntry>[]): ArrivedCard[] {
  return known.flatMap(({ value }) =>
    value.state === 'sent' && value.activity !== '' && value.sentAt !== null
      ? [{ activity: value.activity, sentAt: value.sentAt }]
      : [],
  )
}

async function settleAsSent(
  deps: SettleDeps,
  entry: Stored<LedgerEntry>,
  card: Pick<LedgerEntry, 'conversation' | 'activity' | 'sentAt'>,
): Promise<Settlement> {
  const { conversation, activity } = card
  const sentAt = card.sentAt ?? (await deps.clock.now())
  const next: LedgerEntry = { ...entry.value, state: 'sent', sentAt, conversation, activity, note: '' }
  const begun = writeInstant(entry.value.claimedAt)
  const reason = `The card begun on ${begun} is in the chat; it was not sent again.`
  return { state: 'sent', entry: await saved(deps, entry, next), reason }
}

async function settleAsUnconfirmed(deps: SettleDeps, entry: Stored<LedgerEntry>): Promise<Settlement> {
  const { claimedAt, personName, state, channel } = entry.value
  const what = channel === 'mail' ? 'mail' : channel === 'activity' ? 'notification' : 'card'
  const where =
    what === 'card' ? 'the chat does not tell whether it arrived' : 'nothing tells whether it left'
  const reason = `A ${what} was begun on ${writeInstant(claimedAt)}, and ${where}. It was not sent again; ask ${personName}.`
  if (state === 'unconfirmed') return { state: 'unconfirmed', entry, reason }
  const next: LedgerEntry = { ...entry.value, state: 'unconfirmed', note: reason }
  return { state: 'unconfirmed', entry: await saved(deps, entry, next), reason }
}

/** A refused save changes nothing of what is known: somebody else settled it first. */
async function saved(
  deps: SettleDeps,
  entry: Stored<LedgerEntry>,
  next: LedgerEntry,
): Promise<Stored<LedgerEntry>> {
  const answer = await deps.ledger.save(entry, next)
  return answer.ok ? answer.row : { ...answer.theirs, value: next }
}
