import { type IsoDate, writeInstant } from '../domain/calendarDays.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { PostHolder } from '../domain/post.ts'
import { sayReason } from '../domain/reminderReasons.ts'
import type { PlannedLine } from './planReminderRun.ts'
import type { Clock, DeadlineLine, LedgerEntry, LedgerStore, Messenger, Stored } from './ports.ts'
import { type SettleDeps, settleClaim } from './settleReminders.ts'

export interface ClaimDeps extends SettleDeps {
  readonly ledger: Pick<LedgerStore, 'create' | 'save'>
  readonly messenger: Pick<Messenger, 'arrivedSince' | 'isInstalled'>
  readonly clock: Pick<Clock, 'now'>
}

/** A card by the name under which its lines are claimed, and the day that it is for. */
export interface CardName {
  /** The run, and which of the person's cards it is: all that is claimed under one name is on one card. */
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
      /** What is known of the line now, when the chat or the ledger told. */
      readonly entry?: Stored<LedgerEntry>
      /** Nothing may be sent to the person before the next run: it would hide what is not known yet. */
      readonly holds?: boolean
    }

/**
 * Looks whether a line may be claimed at all; null when it may. A claim left by a run that broke off is settled by
 * looking into the chat: sent again only when the card is known not to be there.
 * @param known every entry of the person, to tell their other cards from the missing one
 */
export async function findObstacle(
  deps: ClaimDeps,
  person: PostHolder,
  { line, standing, entry }: PlannedLine,
  known: readonly Stored<LedgerEntry>[],
): Promise<Claim | null> {
  if (entry === null || standing === 'fresh' || standing === 'failed') return null
  if (standing === 'sent') return { code: 'skipped', line, entry, reason: sentBefore(entry.value) }
  try {
    if (standing === 'unreachable') {
      const installed = await deps.messenger.isInstalled(person.objectId)
      return installed === true ? null : { code: 'unreachable', line, entry, reason: entry.value.note }
    }
    const settled = await settleClaim(deps, entry, known)
    if (settled.state === 'absent') return null
    if (settled.state === 'unread')
      return { code: 'unconfirmed', line, entry: settled.entry, holds: true, reason: settled.reason }
    const code = settled.state === 'sent' ? 'skipped' : 'unconfirmed'
    return { code, line, entry: settled.entry, reason: settled.reason }
  } catch (thrown) {
    return notClaimed(line, thrown)
  }
}

/** Claims a line in the ledger before its card is sent, so that no other run sends it too. */
export async function claimLine(
  deps: ClaimDeps,
  person: PostHolder,
  { line, entry }: PlannedLine,
  card: CardName,
): Promise<Claim> {
  try {
    return entry === null
      ? await claimFresh(deps, person, line, card)
      : await claimAgain(deps, line, entry, card)
  } catch (thrown) {
    return notClaimed(line, thrown)
  }
}

function notClaimed(line: DeadlineLine, thrown: unknown): Claim {
  if (!isM365Error(thrown)) throw thrown
  return {
    code: 'failed',
    line,
    reason: `The ledger could not be written, so nothing was sent. ${thrown.message}`,
  }
}

/** What a run says of a card that is there already. */
export function sentBefore(entry: LedgerEntry): string {
  return `Already sent to ${entry.personName} on ${writeInstant(entry.sentAt ?? entry.claimedAt)}.`
}

/** What the card shows of a row and why, so that its answer can tell what has changed since. */
const madeFrom = (line: DeadlineLine, day: IsoDate) => ({
  forDay: day,
  why: sayReason(line),
  progressSeen: line.row === null ? '' : fingerprint(line.row.progress),
})

async function claimFresh(
  deps: ClaimDeps,
  person: PostHolder,
  line: DeadlineLine,
  { run, today: day }: CardName,
): Promise<Claim> {
  const { row: entry, already } = await deps.ledger.create({
    key: line.key,
    recommendation: line.recommendation,
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

async function claimAgain(
  deps: ClaimDeps,
  line: DeadlineLine,
  entry: Stored<LedgerEntry>,
  { run, today: day }: CardName,
): Promise<Claim> {
  const claimedAt = await deps.clock.now()
  const fresh = { state: 'claimed', claimedAt, note: '', channel: null, run } as const
  const saved = await deps.ledger.save(entry, { ...entry.value, ...fresh, ...madeFrom(line, day) })
  return saved.ok ? { code: 'claimed', line, entry: saved.row } : takenByAnother(line)
}

function takenByAnother(line: DeadlineLine): Claim {
  return { code: 'skipped', line, reason: 'Another run is sending this one.' }
}
