import { addDays, type IsoDate } from '../../src/domain/calendarDays.ts'
import { reminderSettingsOf } from '../../src/domain/reminderSettings.ts'
import { planReminders } from '../../src/domain/reminders.ts'
import { isWorkingDay, publishedDaysOff, workingDaysAfter } from '../../src/domain/workingDays.ts'
import { type ReminderDeps, sendReminders } from '../../src/usecases/sendReminders.ts'
import { FaultProcess } from './faultProcess.ts'
import { FaultWorld } from './faultWorld.ts'
import { person, post, report, row, secretaryPost } from './subjects.ts'
import { seeded, VirtualTime } from './virtualTime.ts'

/** What one schedule came to. `lost` and `doubled` are to stay empty. */
export interface ScheduleVerdict {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly cards: number
  readonly kills: number
  readonly twins: number
  readonly faults: number
}

const firstDay = '2021-06-14'
const days = 6
const hour = 3_600_000
const tryAgain = 15 * 60_000

/**
 * One history of a small register: days on which two instances run at once, are killed at any call, start again or
 * stay down, while deadlines move, posts change hands and rows close; then days on which nothing goes wrong.
 * @param alter changes the service's dependencies, to see that what goes wrong would be found
 */
export async function runSchedule(
  seed: number,
  alter: Alteration = (deps) => deps,
): Promise<ScheduleVerdict> {
  return new FaultSchedule(seed, alter).run()
}

type Alteration = (deps: ReminderDeps) => ReminderDeps

class FaultSchedule {
  private readonly random: () => number
  private readonly time = new VirtualTime(Date.parse(`${firstDay}T07:00:00Z`))
  private readonly world = new FaultWorld(this.time)
  private readonly processes: FaultProcess[] = []
  private readonly lost: string[] = []
  private readonly sameHost: boolean
  private kills = 0
  private twins = 0
  private readonly faults: number
  private readonly alter: Alteration

  constructor(seed: number, alter: Alteration) {
    this.alter = alter
    this.random = seeded(seed)
    this.sameHost = this.chance(0.5)
    this.faults = this.chance(0.8) ? this.random() * 0.25 : 0
    this.fill()
  }

  async run(): Promise<ScheduleVerdict> {
    for (let day = firstDay, left = days; left > 0; day = workingDaysAfter(day, 1), left -= 1) {
      await this.time.moveTo(Math.max(this.time.now, Date.parse(`${day}T07:00:00Z`)))
      if (day !== firstDay) this.happenings(day)
      if (!this.chance(0.15)) await this.troubledDay(day)
      if (left === 1 || this.chance(0.2)) await this.calmDay(day)
    }
    const doubled = [...this.world.cardsOfKeys()].flatMap(([key, cards]) =>
      cards > 1 ? [`${key} is on ${cards} cards`] : [],
    )
    this.mustBeTrue()
    const cards = [...this.world.chats.values()].flat().length
    const { lost, kills, twins, faults } = this
    return { lost, doubled, cards, kills, twins, faults }
  }

  private fill(): void {
    const { world } = this
    for (let number = 1; number <= 3; number += 1)
      world.posts.put(post(number, this.chance(0.5) ? { deputy: person(number + 10) } : {}))
    world.posts.put(secretaryPost)
    world.reports.put(report(1))
    const count = 2 + this.pick(5)
    for (let number = 1; number <= count; number += 1) {
      const deadline = addDays(firstDay, this.pick(40) - 12)
      world.recommendations.put(
        row(number, deadline, { reportKey: 'report-1', ownerPost: `post-${1 + this.pick(3)}` }),
      )
    }
    if (this.chance(0.2)) world.withoutApp.add(person(1 + this.pick(3)).objectId)
    if (this.chance(0.3)) this.wish(person(1).objectId)
    this.askSomething(firstDay)
  }

  private wish(objectId: string): void {
    const value = JSON.stringify({ how: this.chance(0.5) ? 'at-once' : 'weekly', weekday: 1 + this.pick(5) })
    this.world.settings.put({
      key: `reminder-preference/${objectId}`,
      value,
      changedBy: '',
      changedByName: '',
    })
  }

  /** What people do between two days. */
  private happenings(day: IsoDate): void {
    const rows = this.world.recommendations.rows()
    const some = rows[this.pick(rows.length)]?.value
    if (!some) return
    const what = this.random()
    if (what < 0.2) this.world.recommendations.put({ ...some, status: 'CLOSED' })
    else if (what < 0.5) {
      const date = addDays(day, this.pick(30) - 3)
      const moved = {
        text: date,
        verb: 'extended-to',
        date,
        precision: 'day',
        purpose: '',
        tags: [],
      } as const
      this.world.recommendations.put({ ...some, due: [...some.due, moved] })
    } else if (what < 0.7) this.world.posts.put(post(1 + this.pick(3), { holder: person(20 + this.pick(3)) }))
    else if (what < 0.8) this.askSomething(day)
    else if (what < 0.9) this.world.withoutApp.clear()
  }

  private askSomething(day: IsoDate): void {
    const [first] = this.world.recommendations.rows()
    if (!first || this.chance(0.5)) return
    const extensionRequest = {
      ...{
        to: addDays(day, 60),
        precision: 'day' as const,
        reason: 'Late.',
        askedAt: `${day}T06:00:00.000Z`,
      },
      ...{ askedBy: 'Person 1', askedByObject: person(1).objectId },
    }
    this.world.recommendations.put({ ...first.value, extensionRequest })
  }

  /** One or two instances run the day, each until it goes through, is killed, or has tried for hours. */
  private async troubledDay(day: IsoDate): Promise<void> {
    const twin = this.chance(0.5)
    if (twin) this.twins += 1
    const until = this.time.now + 5 * hour
    const both = [this.instance(day), ...(twin ? [this.instance(day)] : [])].map((one) =>
      one.catch(() => 'broke off'),
    )
    const end = this.time.wait(5 * hour)
    await this.time.until(Promise.race([Promise.all(both), end]))
    await this.time.moveTo(until)
  }

  private async instance(day: IsoDate): Promise<void> {
    for (let life = 1; life <= 3; life += 1) {
      const ended = await this.live(day)
      if (ended === 'through' || this.chance(0.3)) return
      await this.time.wait(this.chance(0.5) ? 0 : this.random() * hour)
    }
  }

  /** One life of a process; it ends when its run goes through, or when it is killed. */
  private async live(day: IsoDate): Promise<'through' | 'gone'> {
    const killedAt = this.chance(0.6) ? 1 + this.pick(60) : null
    const answerLost = this.random() * this.faults
    const process = this.process({ killedAt, refused: this.faults - answerLost, answerLost })
    const through = this.runIn(process, day)
    const ended = await Promise.race([through.catch(() => 'gone' as const), process.gone])
    if (process.killed) this.kills += 1
    // A life that has ended does nothing more, whatever it waits for.
    process.kill()
    return ended
  }

  private async runIn(process: FaultProcess, day: IsoDate): Promise<'through'> {
    const deps = this.alter(this.world.depsFor(process, (name) => this.sameHost && this.isGone(name)))
    for (let tried = 1; ; tried += 1) {
      const run = `${process.name}.${tried}`
      const report = await sendReminders(deps, { today: day, run }).catch(() => null)
      if (report && report.stopped === null) return 'through'
      await process.wait(tryAgain)
    }
  }

  /** Runs until everybody is told; afterwards all that the plan wants said has been said. */
  private async calmDay(day: IsoDate): Promise<void> {
    await this.time.moveTo(this.time.now + hour)
    for (let run = 1; run <= 2; run += 1) {
      const process = this.process({ killedAt: null, refused: 0, answerLost: 0 })
      await this.time.until(this.runIn(process, day))
      process.kill()
    }
    const said = this.world.cardsOfKeys()
    const { world } = this
    const settings = reminderSettingsOf(world.settings.rows().map(({ value }) => value))
    const plan = planReminders(
      world.recommendations.rows(),
      world.posts.rows().map(({ value }) => value),
      world.ledger.rows().map(({ value }) => value),
      settings.policies,
      { daysOff: publishedDaysOff, time: null },
      day,
    )
    for (const { person: to, digest } of plan.messages)
      for (const { key } of digest)
        if (!said.has(key) && !world.withoutApp.has(to.objectId))
          this.lost.push(`${key} was not said on ${day}`)
    if (!isWorkingDay(day)) this.lost.push(`${day} is no working day`)
  }

  /** What the ledger says was sent is in a chat. */
  private mustBeTrue(): void {
    const said = this.world.cardsOfKeys()
    for (const { value } of this.world.ledger.rows()) {
      if (value.state === 'sent' && !said.has(value.key))
        this.lost.push(`${value.key} is marked and in no chat`)
      if (value.state === 'cancelled' && said.has(value.key))
        this.lost.push(`${value.key} is cancelled and in a chat`)
    }
  }

  private process(trouble: { killedAt: number | null; refused: number; answerLost: number }): FaultProcess {
    const name = `host ${this.processes.length + 1}`
    const process = new FaultProcess(name, this.time, { random: this.random, ...trouble })
    this.processes.push(process)
    return process
  }

  private isGone(name: string): boolean {
    return this.processes.some((process) => process.name === name && process.killed)
  }

  private chance(of: number): boolean {
    return this.random() < of
  }

  /** A whole number from 0 up to below a limit. */
  private pick(below: number): number {
    return Math.floor(this.random() * below)
  }
}
