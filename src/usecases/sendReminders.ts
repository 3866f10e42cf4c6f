import { isM365Error } from '../domain/m365Error.ts'
import type { PostHolder } from '../domain/post.ts'
import type { ReminderLine, ReminderPlan } from '../domain/reminderLines.ts'
import { sayHeld } from '../domain/reminderReasons.ts'
import { cancelLapsed } from './cancelReminders.ts'
import { sentBefore } from './claimReminders.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { LedgerBook } from './ledgerBook.ts'
import {
  type DueWork,
  openPlan,
  type PlanDeps,
  type RunMoment,
  readConcerned,
  standingOf,
  titlesOf,
  withTitle,
} from './planReminderRun.ts'
import type { Clock, LedgerStore, Messenger, SettingStore } from './ports.ts'
import { notAccountedFor, type PersonCards, type RunControl, remindPerson } from './remindPerson.ts'
import { type Lease, type LockDeps, takeRunLock } from './runLock.ts'
import { readRunRecords, recordRun, silenceOf } from './runRecord.ts'
import { newRunResults, type RunName, type RunReport, type RunResults } from './runReport.ts'

export interface ReminderDeps extends PlanDeps {
  readonly ledger: Pick<LedgerStore, 'ofPerson' | 'pending' | 'create' | 'save'>
  readonly settings: Pick<SettingStore, 'all' | 'byKey' | 'create' | 'save'>
  readonly messenger: Messenger
  readonly clock: Pick<Clock, 'now'>
  /** This process among the instances of the service. */
  readonly instance: Pick<LockDeps, 'process' | 'isGone'>
  wait(milliseconds: number): Promise<void>
}

/** How far a run has got. */
export interface RunProgress {
  readonly people: number
  readonly done: number
}

export interface RunInput extends RunMoment {
  /** A name that no other run has. */
  readonly run: string
  /** Only this person is told; everybody when left out. */
  readonly only?: string | null
  /** Asked before each card; true ends the run, and the next one goes on. */
  stopped?(): boolean
  onProgress?(progress: RunProgress): void
}

/** People whose cards are under way at a time: enough to use what SharePoint allows, few enough not to flood it. */
export const peopleAtOnce = 8

/** A reminder goes up at once when somebody cannot be reached: one round for each place of the ladder. */
const mostRounds = 4

/**
 * Sends everybody what is due for them and has not been sent: one digest per person, and a card for each decision. A
 * failure for one person is recorded and the run goes on. Only one instance runs at a time; what a run that broke off
 * left behind is settled first.
 * @throws M365Error when the register itself cannot be read; then nothing was sent
 */
export async function sendReminders(deps: ReminderDeps, input: RunInput): Promise<RunReport> {
  const lock = await takeRunLock({ ...deps.instance, settings: deps.settings, clock: deps.clock }, input.run)
  if (!lock.ok) return notNow(input, 'Another instance of the service is sending the reminders just now.')
  try {
    return await runUnderLease(deps, input, lock.lease)
  } finally {
    await lock.lease.release()
  }
}

async function runUnderLease(deps: ReminderDeps, input: RunInput, lease: Lease): Promise<RunReport> {
  const startedAt = await deps.clock.now()
  const silence = silenceOf(await readRunRecords(deps), startedAt)
  const { work, book } = await openPlan(deps, input)
  const results = newRunResults()
  const run = new Run(deps, input, work, book, results, lease)
  const plan = await run.send()
  const report: RunReport = {
    today: input.today,
    ...results.lists(),
    unaddressed: plan.unaddressed,
    unreadable: [...work.unreadable, ...book.unreadable],
    stopped: run.stopped,
    silence,
  }
  const unrecorded = await recordRun(deps, report, { run: input.run, startedAt })
  return unrecorded === null
    ? report
    : { ...report, silence: [silence, unrecorded].filter(Boolean).join(' ') }
}

function notNow(input: RunInput, why: string): RunReport {
  const lists = newRunResults().lists()
  return { today: input.today, ...lists, unaddressed: [], unreadable: [], stopped: why, silence: null }
}

/** One run: rounds of planning and sending until nobody is left to be told. */
class Run {
  stopped: string | null = null
  private readonly deps: ReminderDeps
  private readonly input: RunInput
  private readonly work: DueWork
  private readonly book: LedgerBook
  private readonly results: RunResults
  private readonly control: RunControl
  private readonly attempted = new Set<string>()
  /** People of whom something is not accounted for: more would hide it. */
  private readonly onHold = new Set<string>()

  constructor(
    deps: ReminderDeps,
    input: RunInput,
    work: DueWork,
    book: LedgerBook,
    results: RunResults,
    lease: Lease,
  ) {
    this.deps = deps
    this.input = input
    this.work = work
    this.book = book
    this.results = results
    const name: RunName = { run: input.run, today: input.today }
    this.control = { name, mayGoOn: () => this.mayGoOn(lease) }
  }

  async send(): Promise<ReminderPlan> {
    let plan = await readConcerned(this.work, this.book)
    this.tellHeld(plan)
    const unknown = await cancelLapsed(this.deps, this.lapsedOf(plan), this.book, this.results)
    for (const person of unknown) this.onHold.add(person)
    for (let round = 1; round <= mostRounds; round += 1) {
      const cards = this.freshCards(plan)
      if (cards.length === 0) break
      await this.sendAll(cards)
      if (this.stopped !== null) break
      plan = await readConcerned(this.work, this.book)
    }
    return plan
  }

  private async mayGoOn(lease: Lease): Promise<boolean> {
    if (this.stopped !== null) return false
    const asked = this.input.stopped?.() === true
    if (!asked && (await lease.keep())) return true
    this.stopped = asked
      ? 'The run was asked to stop. The next run goes on where it ended.'
      : 'The run could not tell the other instances that it is there, so it ended. The next run goes on.'
    return false
  }

  private tellHeld(plan: ReminderPlan): void {
    for (const { person, line, code } of plan.notSent) {
      const entry = this.book.entry(line.key)
      if (this.isLeftOut(person)) continue
      if (code === 'already-sent' && entry)
        this.results.add('skipped', person, [line.recommendation], sentBefore(entry.value))
      else this.results.add('held', person, [line.recommendation], sayHeld({ code }))
    }
  }

  private lapsedOf(plan: ReminderPlan): ReminderPlan['lapsed'] {
    const { only } = this.input
    return only ? plan.lapsed.filter(({ key }) => this.book.entry(key)?.value.person === only) : plan.lapsed
  }

  private isLeftOut(person: PostHolder): boolean {
    return Boolean(this.input.only) && person.objectId !== this.input.only
  }

  /** What the plan wants sent and this run has not tried yet, person by person. */
  private freshCards(plan: ReminderPlan): readonly PersonCards[] {
    const titles = titlesOf(this.work)
    const planned = (line: ReminderLine) => {
      const entry = this.book.entry(line.key)
      return { line: withTitle(line, titles), entry, standing: standingOf(entry) }
    }
    const byPerson = Map.groupBy(plan.messages, ({ person }) => person.objectId)
    return [...byPerson.values()].flatMap((messages) => {
      const person = messages[0]?.person
      if (!person || this.isLeftOut(person)) return []
      const cards = messages
        .map(({ digest }) => digest.filter((line) => !this.attempted.has(line.key)).map(planned))
        .filter((lines) => lines.length > 0)
      return cards.length > 0 ? [{ person, cards }] : []
    })
  }

  private async sendAll(all: readonly PersonCards[]): Promise<void> {
    let done = 0
    await fewAtOnce(all, peopleAtOnce, async (mine) => {
      for (const { line } of mine.cards.flat()) this.attempted.add(line.key)
      await this.sendOne(mine)
      done += 1
      this.input.onProgress?.({ people: all.length, done })
    })
  }

  private async sendOne(mine: PersonCards): Promise<void> {
    const { person, cards } = mine
    const rows = cards.flat().map(({ line }) => line.recommendation)
    const unread = this.book.unread.get(person.objectId)
    if (unread !== undefined) return this.results.add('failed', person, rows, notSent(unread))
    if (this.onHold.has(person.objectId)) return this.results.add('failed', person, rows, notAccountedFor)
    try {
      const clear = await remindPerson(this.deps, mine, this.book, this.control, this.results)
      if (!clear) this.onHold.add(person.objectId)
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      this.onHold.add(person.objectId)
      this.results.add('failed', person, rows, notSent(thrown.message))
    }
  }
}

const notSent = (why: string) => `Nothing was sent; the next run tries again. ${why}`
