import type { IsoDate } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { PostHolder } from '../domain/post.ts'
import type { UnaddressedRow } from '../domain/reminders.ts'
import { arrivedCards, type Claim, claimLine } from './claimReminders.ts'
import { type PlanDeps, type Recipient, readDueWork, standingsOf } from './planReminderRun.ts'
import type {
  Channel,
  Clock,
  Delivery,
  LedgerEntry,
  LedgerStore,
  Messenger,
  Stored,
  UnreadableRow,
} from './ports.ts'

export interface ReminderDeps extends PlanDeps {
  readonly ledger: Pick<LedgerStore, 'ofPerson' | 'create' | 'save'>
  readonly messenger: Messenger
  readonly clock: Pick<Clock, 'now'>
}

/** Rows of one person that ended alike, by key, and why. */
export interface PersonResult {
  readonly person: string
  readonly rows: readonly string[]
  readonly reason: string
}

/** What a run did. Everything that was due is in exactly one of the lists. */
export interface RunReport {
  readonly today: IsoDate
  readonly sent: readonly PersonResult[]
  readonly skipped: readonly PersonResult[]
  readonly failed: readonly PersonResult[]
  readonly unreachable: readonly PersonResult[]
  readonly unconfirmed: readonly PersonResult[]
  readonly unaddressed: readonly UnaddressedRow[]
  readonly unreadable: readonly UnreadableRow[]
}

type Outcome = 'sent' | 'skipped' | 'failed' | 'unreachable' | 'unconfirmed'
type Results = Record<Outcome, PersonResult[]>

/**
 * Sends one card per person for what is due and has not been sent. A failure for one person is recorded and the run
 * goes on. Two runs at the same time are kept apart by the ledger's unique key; a claim that another run still
 * works on looks like one that broke off, so a service starts one run after the other.
 * @param input.run a name that no other run has
 * @throws M365Error when the register itself cannot be read; then nothing was sent
 */
export async function sendReminders(
  deps: ReminderDeps,
  input: { readonly today: IsoDate; readonly run: string },
): Promise<RunReport> {
  const work = await readDueWork(deps, input.today)
  const results: Results = { sent: [], skipped: [], failed: [], unreachable: [], unconfirmed: [] }
  const unreadable = [...work.unreadable]
  for (const recipient of work.recipients) {
    try {
      unreadable.push(...(await remindPerson(deps, recipient, input, results)))
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      record(results, 'failed', recipient.person, keysOf(recipient.lines), notSent(thrown.message))
    }
  }
  return { today: input.today, ...results, unaddressed: work.unaddressed, unreadable }
}

const notSent = (why: string) => `Nothing was sent; the next run tries again. ${why}`
const keysOf = (lines: readonly { readonly key: string }[]) => lines.map((line) => line.key)

async function remindPerson(
  deps: ReminderDeps,
  { person, lines }: Recipient,
  input: { readonly today: IsoDate; readonly run: string },
  results: Results,
): Promise<readonly UnreadableRow[]> {
  const ledger = await deps.ledger.ofPerson(person.objectId)
  let known = ledger.rows
  const claims: Claim[] = []
  for (const planned of standingsOf(lines, ledger.rows)) {
    const claim = await claimLine(deps, person, planned, known, input)
    if (claim.code !== 'claimed' && claim.settled) known = withSettled(known, claim.settled)
    claims.push(claim)
  }
  recordUnclaimed(results, person, claims)
  const claimed = claims.flatMap((claim) => (claim.code === 'claimed' ? [claim] : []))
  if (claimed.length > 0) {
    const toSend = claimed.map((claim) => claim.line)
    const entries = claimed.map((claim) => claim.entry)
    const leaving = (channel: Channel) => writeChannel(deps, entries, channel)
    const delivery = claims.some((claim) => claim.code === 'failed')
      ? heldBack
      : await deps.messenger.sendDeadlines(person, toSend, input.today, arrivedCards(known), leaving)
    const unmarked = await markAll(deps, entries, delivery)
    record(results, delivery.state, person, keysOf(toSend), reasonOf(delivery, toSend, unmarked))
  }
  return ledger.unreadable
}

/**
 * A claim that failed may be in the ledger all the same. A card without its row would later be taken for the card of
 * that row too, so the person gets nothing now and everything in the next run.
 */
const heldBack: Delivery = {
  state: 'failed',
  note: 'Another row of this person could not be claimed, so the card was held back; the next run sends it whole.',
}

function withSettled(
  known: readonly Stored<LedgerEntry>[],
  settled: LedgerEntry,
): readonly Stored<LedgerEntry>[] {
  return known.map((entry) => (entry.value.key === settled.key ? { ...entry, value: settled } : entry))
}

function recordUnclaimed(results: Results, person: PostHolder, claims: readonly Claim[]): void {
  for (const claim of claims)
    if (claim.code !== 'claimed') record(results, claim.code, person, [claim.line.key], claim.reason)
}

function record(
  results: Results,
  outcome: Outcome,
  person: PostHolder,
  rows: readonly string[],
  reason: string,
): void {
  results[outcome].push({ person: person.name, rows, reason })
}

function reasonOf(
  delivery: Delivery,
  lines: readonly { readonly reason: string }[],
  unmarked: number,
): string {
  if (delivery.state !== 'sent') return delivery.note
  const late =
    unmarked > 0 ? ' The ledger could not be marked; the next run looks into the chat and marks it.' : ''
  return lines.map((line) => line.reason).join(' ') + late
}

/**
 * Writes down by which channel a message is about to leave, where that cannot be found out afterwards. The entries are
 * replaced in place, with their new etags; false when one of them could not be written, and nothing may leave then.
 */
async function writeChannel(
  deps: Pick<ReminderDeps, 'ledger'>,
  entries: Stored<LedgerEntry>[],
  channel: Channel,
): Promise<boolean> {
  for (const [at, entry] of entries.entries()) {
    try {
      const saved = await deps.ledger.save(entry, { ...entry.value, channel })
      if (!saved.ok) return false
      entries[at] = saved.row
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      return false
    }
  }
  return true
}

/** Writes down what became of the card; answers with how many entries could not be written. */
async function markAll(
  deps: ReminderDeps,
  entries: readonly Stored<LedgerEntry>[],
  delivery: Delivery,
): Promise<number> {
  const sentAt = delivery.state === 'sent' ? await deps.clock.now().catch(() => null) : null
  let unmarked = 0
  for (const entry of entries) {
    try {
      const saved = await deps.ledger.save(entry, markedEntry(entry.value, delivery, sentAt))
      if (!saved.ok) unmarked += 1
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      unmarked += 1
    }
  }
  return unmarked
}

function markedEntry(entry: LedgerEntry, delivery: Delivery, sentAt: string | null): LedgerEntry {
  if (delivery.state !== 'sent') return { ...entry, state: delivery.state, note: delivery.note }
  const { conversation, activity, channel = 'teams' } = delivery
  return { ...entry, state: 'sent', sentAt: sentAt ?? entry.claimedAt, conversation, activity, channel }
}
