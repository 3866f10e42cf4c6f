import { type IsoDate, writeInstant } from '../domain/calendarDays.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { PostHolder } from '../domain/post.ts'
import type { PlannedLine } from './planReminderRun.ts'
import type {
  ArrivedCard,
  Clock,
  DeadlineLine,
  LedgerEntry,
  LedgerStore,
  Messenger,
  Stored,
} from './ports.ts'

export interface ClaimDeps {
  readonly ledger: Pick<LedgerStore, 'create' | 'save'>
  readonly messenger: Pick<Messenger, 'arrivedSince' | 'isInstalled'>
  readonly clock: Pick<Clock, 'now'>
}

/** A run by its name, and the day that it is for. */
export interface RunName {
  readonly run: string
  readonly today: IsoDate
}

/** What became of one line before anything is sent. Only a claimed line may go on a card. */
export type Claim =
  | { readonly code: 'claimed'; readonly line: DeadlineLine; readonly entry: Stored<LedgerEntry> }
  | {
      readonly code: 'skipped' | 'unconfirmed' | 'unreachable' | 'failed'
      readonly line: DeadlineLine
      readonly reason: string
      /** What is known of the line's card now, when the chat or the ledger told. */
      readonly settled?: LedgerEntry
    }

/**
 * Claims a line in the ledger before its card is sent, so that no other run sends it too. A claim left by a run
 * that broke off is settled by looking into the chat: sent again only when the card is known not to be there.
 * @param known every entry of the person, to tell their other cards from the missing one
 * @param run its name tells our own claim from another's when an answer was lost
 */
export async function claimLine(
  deps: ClaimDeps,
  person: PostHolder,
  planned: PlannedLine,
  known: readonly Stored<LedgerEntry>[],
  run: RunName,
): Promise<Claim> {
  const { line, entry } = planned
  try {
    if (entry === null) return await claimFresh(deps, person, line, run)
    if (planned.standing === 'sent') return { code: 'skipped', line, reason: sentBefore(entry.value) }
    const obstacle = await findObstacle(deps, person, planned, entry, known)
    return obstacle ?? (await claimAgain(deps, line, entry, run))
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return {
      code: 'failed',
      line,
      reason: `The ledger could not be written, so nothing was sent. ${thrown.message}`,
    }
  }
}

/** What the card shows of a row, so that its answer can tell what has changed since. */
const madeFrom = (line: DeadlineLine, day: IsoDate) => ({
  forDay: day,
  progressSeen: fingerprint(line.row.progress),
})

function sentBefore(entry: LedgerEntry): string {
  return `Already sent to ${entry.personName} on ${writeInstant(entry.sentAt ?? entry.claimedAt)}.`
}

async function claimFresh(
  deps: ClaimDeps,
  person: PostHolder,
  line: DeadlineLine,
  { run, today: day }: RunName,
): Promise<Claim> {
  const { row: entry, already } = await deps.ledger.create({
    key: line.ledgerKey,
    recommendation: line.key,
    recommendationRef: line.rowRef,
    rule: line.rule,
    deadline: line.deadline,
    person: person.objectId,
    personName: person.name,
    state: 'claimed',
    claimedAt: await deps.clock.now(),
    sentAt: null,
    conversation: '',
    activity: '',
    note: '',
    run,
    ...madeFrom(line, day),
  })
  if (already && entry.value.run !== run) return takenByAnother(line)
  return { code: 'claimed', line, entry }
}

async function findObstacle(
  deps: ClaimDeps,
  person: PostHolder,
  { line, standing }: PlannedLine,
  entry: Stored<LedgerEntry>,
  known: readonly Stored<LedgerEntry>[],
): Promise<Claim | null> {
  if (standing === 'failed') return null
  if (standing === 'unreachable') {
    const installed = await deps.messenger.isInstalled(person.objectId)
    return installed === true ? null : { code: 'unreachable', line, reason: entry.value.note }
  }
  const sibling = sentInSameRun(entry.value, known)
  if (sibling) return settleAsSent(deps, line, entry, sibling)
  // The feed and a mailbox cannot be asked what arrived, so what may have left by them is not sent again.
  const { channel } = entry.value
  if (channel === 'activity' || channel === 'mail') return settleAsUnconfirmed(deps, line, entry)
  const arrived = await deps.messenger.arrivedSince(
    person.objectId,
    entry.value.claimedAt,
    arrivedCards(known),
  )
  if (arrived === false) return null
  if (arrived === null) return settleAsUnconfirmed(deps, line, entry)
  return settleAsSent(deps, line, entry, { ...arrived, conversation: '' })
}

/** A run sends all that it claims for a person on one card, or nothing: when one was marked sent, all went with it. */
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
  deps: ClaimDeps,
  line: DeadlineLine,
  entry: Stored<LedgerEntry>,
  card: Pick<LedgerEntry, 'conversation' | 'activity' | 'sentAt'>,
): Promise<Claim> {
  const { conversation, activity } = card
  const sentAt = card.sentAt ?? (await deps.clock.now())
  const settled: LedgerEntry = { ...entry.value, state: 'sent', sentAt, conversation, activity, note: '' }
  await deps.ledger.save(entry, settled)
  const begun = writeInstant(entry.value.claimedAt)
  return {
    code: 'skipped',
    line,
    settled,
    reason: `The card begun on ${begun} is in the chat; it was not sent again.`,
  }
}

async function settleAsUnconfirmed(
  deps: ClaimDeps,
  line: DeadlineLine,
  entry: Stored<LedgerEntry>,
): Promise<Claim> {
  const reason = unconfirmedReason(entry.value)
  if (entry.value.state !== 'unconfirmed')
    await deps.ledger.save(entry, { ...entry.value, state: 'unconfirmed', note: reason })
  return { code: 'unconfirmed', line, reason }
}

function unconfirmedReason({ channel, claimedAt, personName }: LedgerEntry): string {
  const begun = writeInstant(claimedAt)
  const end = `It was not sent again; ask ${personName}.`
  if (channel === 'mail') return `A mail was begun on ${begun}, and it is not known whether it left. ${end}`
  if (channel === 'activity')
    return `A notification was begun on ${begun}, and it is not known whether it arrived. ${end}`
  return `A card was begun on ${begun}, and the chat does not tell whether it arrived. ${end}`
}

async function claimAgain(
  deps: ClaimDeps,
  line: DeadlineLine,
  entry: Stored<LedgerEntry>,
  { run, today: day }: RunName,
): Promise<Claim> {
  const claimedAt = await deps.clock.now()
  const fresh = { state: 'claimed', claimedAt, note: '', channel: null, run, ...madeFrom(line, day) } as const
  const next = { ...entry.value, ...fresh }
  const saved = await deps.ledger.save(entry, next)
  return saved.ok ? { code: 'claimed', line, entry: saved.row } : takenByAnother(line)
}

function takenByAnother(line: DeadlineLine): Claim {
  return { code: 'skipped', line, reason: 'Another run is sending this one.' }
}
