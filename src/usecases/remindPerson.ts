import { isM365Error } from '../domain/m365Error.ts'
import type { PostHolder } from '../domain/post.ts'
import { sayReason } from '../domain/reminderReasons.ts'
import { type Claim, type ClaimDeps, claimLine, findObstacle } from './claimReminders.ts'
import type { LedgerBook } from './ledgerBook.ts'
import type { PlannedLine } from './planReminderRun.ts'
import type { Channel, DeadlineLine, Delivery, LedgerEntry, Messenger, Stored } from './ports.ts'
import type { RunName, RunResults } from './runReport.ts'
import { arrivedCards } from './settleReminders.ts'

export interface PersonDeps extends ClaimDeps {
  readonly messenger: Messenger
}

/** What one person is to get, card by card. */
export interface PersonCards {
  readonly person: PostHolder
  readonly cards: readonly (readonly PlannedLine[])[]
}

/** What a run may ask while it works. */
export interface RunControl {
  readonly name: RunName
  /** Says whether the next card may still be begun: the run is neither asked to stop nor taken over. */
  mayGoOn(): Promise<boolean>
}

/**
 * Sends one person's cards, one after the other. First everything is settled that an earlier run left in doubt, while
 * the newest message of the chat still tells; a card is begun only when the one before it is accounted for.
 * @returns false when something is not accounted for: then the person gets nothing more before the next run
 */
export async function remindPerson(
  deps: PersonDeps,
  { person, cards }: PersonCards,
  book: LedgerBook,
  control: RunControl,
  results: RunResults,
): Promise<boolean> {
  const open: (readonly PlannedLine[])[] = []
  let clear = true
  for (const lines of cards) {
    const free: PlannedLine[] = []
    for (const planned of lines) {
      const obstacle = await findObstacle(deps, person, planned, book.of(person.objectId))
      if (obstacle === null) free.push(planned)
      else {
        clear &&= obstacle.code === 'claimed' || (obstacle.code !== 'failed' && obstacle.holds !== true)
        tellUnclaimed(results, person, obstacle, book)
      }
    }
    if (free.length > 0) open.push(free)
  }
  for (const lines of open) {
    if (!clear) results.add('failed', person, keysOf(lines), notAccountedFor)
    else if (!(await control.mayGoOn())) results.leave(person, keysOf(lines))
    else clear = await sendCard(deps, person, lines, book, control.name, results)
  }
  return clear
}

/** Why a card waits for another one. */
export const notAccountedFor =
  'An earlier card of this person is not accounted for yet, so this one was held back; the next run sends it.'

/**
 * A claim that failed may be in the ledger all the same. A card without its row would later be taken for the card of
 * that row too, so the person gets nothing now and everything in the next run.
 */
const heldBack =
  'Another row of this person could not be claimed, so the card was held back; the next run sends it whole.'

const keysOf = (lines: readonly { readonly line: DeadlineLine }[]) =>
  lines.map(({ line }) => line.recommendation)

function tellUnclaimed(results: RunResults, person: PostHolder, claim: Claim, book: LedgerBook): void {
  if (claim.code === 'claimed') return
  if (claim.entry) book.put(claim.entry)
  results.add(claim.code, person, [claim.line.recommendation], claim.reason)
}

/** Claims, sends and marks one card; false when nothing may follow it before the next run. */
async function sendCard(
  deps: PersonDeps,
  person: PostHolder,
  lines: readonly PlannedLine[],
  book: LedgerBook,
  name: RunName,
  results: RunResults,
): Promise<boolean> {
  const card = { run: results.nameOfNextCard(name.run), today: name.today }
  const claims: Claim[] = []
  for (const planned of lines) claims.push(await claimLine(deps, person, planned, card))
  for (const claim of claims) tellUnclaimed(results, person, claim, book)
  const claimed = claims.flatMap((claim) => (claim.code === 'claimed' ? [claim] : []))
  if (claimed.length === 0) return claims.every((claim) => claim.code !== 'failed')
  const begun = new BegunCard(
    deps,
    claimed.map(({ entry }) => entry),
  )
  const whole = claims.every((claim) => claim.code !== 'failed')
  const delivery: Delivery = whole
    ? await deps.messenger.sendDeadlines(
        person,
        claimed.map(({ line }) => line),
        name.today,
        arrivedCards(book.of(person.objectId)),
        (channel) => begun.leaveBy(channel),
      )
    : { state: 'failed', note: heldBack }
  const unmarked = await begun.mark(delivery)
  for (const entry of begun.entries) book.put(entry)
  results.add(delivery.state, person, keysOf(claimed), reasonOf(delivery, claimed, unmarked))
  return whole && unmarked === 0 && delivery.state !== 'unconfirmed'
}

function reasonOf(
  delivery: Delivery,
  claimed: readonly { readonly line: DeadlineLine }[],
  unmarked: number,
): string {
  if (delivery.state !== 'sent') return delivery.note
  const late =
    unmarked > 0 ? ' The ledger could not be marked; the next run looks into the chat and marks it.' : ''
  return claimed.map(({ line }) => sayReason(line)).join(' ') + late
}

/** The ledger's entries of one card, from the claim to the mark. */
class BegunCard {
  entries: Stored<LedgerEntry>[]
  private readonly deps: PersonDeps

  constructor(deps: PersonDeps, entries: Stored<LedgerEntry>[]) {
    this.deps = deps
    this.entries = entries
  }

  /** Puts the channel into every entry before the message leaves by it; false when one could not be written. */
  async leaveBy(channel: Channel): Promise<boolean> {
    return (await this.write((entry) => ({ ...entry, channel }))) === 0
  }

  /** Writes down what became of the card; answers with how many entries could not be written. */
  async mark(delivery: Delivery): Promise<number> {
    const sentAt = delivery.state === 'sent' ? await this.deps.clock.now().catch(() => null) : null
    return this.write((entry) => markedEntry(entry, delivery, sentAt))
  }

  private async write(change: (entry: LedgerEntry) => LedgerEntry): Promise<number> {
    let unwritten = 0
    for (const [at, entry] of this.entries.entries()) {
      const next = change(entry.value)
      try {
        const saved = await this.deps.ledger.save(entry, next)
        if (saved.ok) this.entries[at] = saved.row
        else unwritten += 1
      } catch (thrown) {
        if (!isM365Error(thrown)) throw thrown
        unwritten += 1
      }
    }
    return unwritten
  }
}

function markedEntry(entry: LedgerEntry, delivery: Delivery, sentAt: string | null): LedgerEntry {
  if (delivery.state !== 'sent') return { ...entry, state: delivery.state, note: delivery.note }
  const { conversation, activity, channel = 'teams' } = delivery
  return { ...entry, state: 'sent', sentAt: sentAt ?? entry.claimedAt, conversation, activity, channel }
}
