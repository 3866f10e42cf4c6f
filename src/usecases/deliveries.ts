import { addDays, type Instant, type IsoDate, ukDay, writeInstant } from '../domain/calendarDays.ts'
import type { Person } from '../domain/roles.ts'
import { mayFollowReminders } from '../domain/roles.ts'
import type {
  Channel,
  Clock,
  LedgerEntry,
  LedgerState,
  LedgerStore,
  SettingStore,
  Stored,
  UnreadableRow,
} from './ports.ts'
import { type RunRecord, readRunRecords, silenceOf } from './runRecord.ts'

/** One reminder of one person: what for, what became of it, and why. */
export interface DeliveredLine {
  /** Key in the ledger. */
  readonly key: string
  /** Name of the run that claimed it last, and of the card in it. */
  readonly run: string
  readonly claimedAt: Instant
  readonly recommendation: string
  readonly recommendationRef: string
  readonly rule: string
  readonly deadline: IsoDate
  readonly state: LedgerState
  /** Null when it did not go out, and in entries of older versions. */
  readonly channel: Channel | null
  readonly sentAt: Instant | null
  /** Why the person was told. */
  readonly why: string
  /** Why it did not arrive, for people; empty when it did. */
  readonly trouble: string
  readonly acknowledgedAt: Instant | null
}

/** Everything that a day's runs did for one person. */
export interface PersonDelivery {
  readonly person: string
  readonly name: string
  readonly lines: readonly DeliveredLine[]
}

/** What the secretary has to see to: people who were not reached, and rows that somebody says are not theirs. */
export interface SecretarysList {
  readonly notReached: readonly PersonDelivery[]
  readonly notMine: readonly (DeliveredLine & {
    readonly person: string
    readonly name: string
    readonly saidAt: Instant
    readonly whose: string
  })[]
  readonly unreadable: readonly UnreadableRow[]
}

export interface DeliveryDeps {
  readonly ledger: Pick<LedgerStore, 'pending' | 'ofDay' | 'notMineSince'>
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

/** The newest runs, and what is to be said when none has finished for 26 hours. Throws M365Error. */
export async function readRuns(
  deps: Pick<DeliveryDeps, 'settings' | 'clock'>,
): Promise<{ readonly runs: readonly RunRecord[]; readonly silence: string | null }> {
  const runs = await readRunRecords(deps)
  return { runs, silence: silenceOf(runs, await deps.clock.now()) }
}

/** Per person what became of the reminders of a day, by name. */
export interface DayDeliveries {
  readonly people: readonly PersonDelivery[]
  readonly unreadable: readonly UnreadableRow[]
}

/** Reads what became of the reminders of a day. Throws M365Error. */
export async function readDeliveriesOf(
  deps: { readonly ledger: Pick<LedgerStore, 'ofDay'> },
  day: IsoDate,
): Promise<DayDeliveries> {
  const { rows, unreadable } = await deps.ledger.ofDay(day)
  return { people: byPerson(rows), unreadable }
}

/** What one person was told, the newest first; whoever reads their own asks for nobody else's. Throws M365Error. */
export async function readRemindersOf(
  deps: { readonly ledger: Pick<LedgerStore, 'ofPerson'> },
  objectId: string,
): Promise<{ readonly lines: readonly DeliveredLine[]; readonly unreadable: readonly UnreadableRow[] }> {
  const { rows, unreadable } = await deps.ledger.ofPerson(objectId)
  const newest = rows.toSorted((a, b) => b.value.claimedAt.localeCompare(a.value.claimedAt))
  return { lines: newest.map(({ value }) => lineOf(value)), unreadable }
}

/** Days for which a row that is said to be somebody else's stays on the secretary's list. */
const notMineDays = 90

/** What the secretary has to see to now. Throws M365Error. */
export async function readSecretarysList(deps: Omit<DeliveryDeps, 'settings'>): Promise<SecretarysList> {
  const since = addDays(ukDay(await deps.clock.now()), -notMineDays)
  const [pending, denied] = await Promise.all([deps.ledger.pending(), deps.ledger.notMineSince(since)])
  const notReached = pending.rows.filter(({ value }) => value.state !== 'claimed')
  return {
    notReached: byPerson(notReached),
    notMine: newestByRow(denied.rows).map(({ value }) => ({
      ...lineOf(value),
      ...{ person: value.person, name: value.personName },
      ...{ saidAt: value.notMineAt ?? '', whose: value.notMineWhose ?? '' },
    })),
    unreadable: [...pending.unreadable, ...denied.unreadable],
  }
}

function byPerson(rows: readonly Stored<LedgerEntry>[]): readonly PersonDelivery[] {
  const groups = Map.groupBy(rows, ({ value }) => value.person)
  return [...groups]
    .map(([person, entries]) => ({
      person,
      name: entries.at(-1)?.value.personName ?? '',
      lines: entries.map(({ value }) => lineOf(value)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Somebody who was reminded several times says it of the row once. */
function newestByRow(rows: readonly Stored<LedgerEntry>[]): readonly Stored<LedgerEntry>[] {
  const groups = Map.groupBy(rows, ({ value }) => `${value.person} ${value.recommendation}`)
  const newest = (entries: readonly Stored<LedgerEntry>[]) =>
    entries.toSorted((a, b) => (b.value.notMineAt ?? '').localeCompare(a.value.notMineAt ?? ''))[0]
  return [...groups.values()].flatMap((entries) => newest(entries) ?? [])
}

function lineOf(entry: LedgerEntry): DeliveredLine {
  const { key, run, claimedAt, recommendation, recommendationRef, rule, deadline, state, sentAt } = entry
  return {
    ...{ key, run, claimedAt, recommendation, recommendationRef, rule, deadline, state, sentAt },
    channel: entry.channel ?? (state === 'sent' ? 'teams' : null),
    why: entry.why ?? '',
    trouble: state === 'sent' ? '' : entry.note,
    acknowledgedAt: entry.acknowledgedAt ?? null,
  }
}

export interface SendAgainDeps {
  readonly ledger: Pick<LedgerStore, 'byKey' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

/** What became of each line that was asked for again. */
export type SendAgainOutcome =
  | {
      readonly ok: true
      readonly asked: readonly string[]
      readonly left: readonly { readonly key: string; readonly why: string }[]
    }
  | { readonly ok: false; readonly code: 'not-yours' }

/**
 * Lets the next run send reminders again that did not arrive, or are not known to have. It is an answer of a person
 * who knows, so what could not be settled by looking counts as not sent from now on. A reminder that something more
 * urgent has taken the place of is not sent any more. Throws M365Error; what was asked for until then stays asked for.
 */
export async function sendAgain(
  deps: SendAgainDeps,
  input: { readonly keys: readonly string[]; readonly actor: Person },
): Promise<SendAgainOutcome> {
  if (!mayFollowReminders(input.actor)) return { ok: false, code: 'not-yours' }
  const now = await deps.clock.now()
  const asked: string[] = []
  const left: { key: string; why: string }[] = []
  for (const key of input.keys) {
    const why = await askAgain(deps, key, input.actor, now)
    if (why === null) asked.push(key)
    else left.push({ key, why })
  }
  return { ok: true, asked, left }
}

async function askAgain(
  deps: SendAgainDeps,
  key: string,
  actor: Person,
  now: Instant,
): Promise<string | null> {
  const entry = await deps.ledger.byKey(key)
  if (entry === null) return 'It is not in the ledger any more.'
  const { state } = entry.value
  if (state === 'sent') return 'It was sent already.'
  if (state === 'cancelled') return 'It is not due any more.'
  if (state === 'claimed') return 'A run is sending it just now.'
  const note = `${actor.name} asked on ${writeInstant(now)} that it is sent again; the next run does.`
  const saved = await deps.ledger.save(entry, { ...entry.value, state: 'failed', channel: null, note })
  return saved.ok ? null : 'A run wrote to it in between. Look at it again.'
}
