import type { Post } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { type Pace, pacedLedger, pacedReads } from '../../src/usecases/pace.ts'
import type { LedgerEntry, ReadRows } from '../../src/usecases/ports.ts'
import type { ReminderDeps } from '../../src/usecases/sendReminders.ts'
import { FarList } from './farEnd.ts'
import type { VirtualTime } from './virtualTime.ts'

/** Microsoft's published rates, in a minute and in a second, and what a call costs of them. */
export const publishedRates = { unitsPerMinute: 1_200, messagesPerSecond: 30 }
const unitsOfCall = 2
const rowsOfPage = 200
/** Milliseconds that an answer takes; none is published, so these are assumed. */
const latency = { sharePoint: 150, teams: 250 }
/** Seconds that a throttled call is told to wait. */
const retryAfter = 10_000

/**
 * A tenant in memory that counts calls and resource units and refuses what is over Microsoft's rates, as seen over any
 * sixty seconds (SharePoint) or any one second (Teams).
 */
export class ThrottledTenant {
  readonly recommendations = new FarList<Recommendation>()
  readonly posts = new FarList<Post>()
  readonly reports = new FarList<Report>()
  readonly ledger = new FarList<LedgerEntry>()
  readonly settings = new FarList<Setting>()
  readonly requests: Record<string, number> = {}
  units = 0
  messages = 0
  throttled = 0
  private readonly time: VirtualTime
  private readonly byPerson = new Map<string, Map<string, string>>()
  private readonly spent: { at: number; units: number }[] = []
  private spentOfMinute = 0
  private readonly sent: number[] = []

  constructor(time: VirtualTime) {
    this.time = time
  }

  /** Puts an entry into the ledger, with its place among those of its person. */
  putEntry(entry: LedgerEntry): void {
    this.ledger.put(entry)
    const keys = this.byPerson.get(entry.person) ?? new Map<string, string>()
    this.byPerson.set(entry.person, keys.set(entry.key, entry.key))
  }

  /** The service's dependencies over this tenant, with a pace for what goes to SharePoint. */
  deps(pace: Pace): ReminderDeps {
    const { recommendations, posts, reports, ledger, settings, time } = this
    const all =
      <T extends { readonly key: string }>(name: string, list: FarList<T>) =>
      () =>
        this.pages(name, list.rows().length, () => list.read())
    const none = async (): Promise<ReadRows<Recommendation>> => ({ rows: [], unreadable: [] })
    const entriesOf = (person: string): ReadRows<LedgerEntry> => ({
      rows: [...(this.byPerson.get(person)?.keys() ?? [])].flatMap((key) => ledger.ofKey(key) ?? []),
      unreadable: [],
    })
    const reads = pacedReads(
      {
        recommendations: {
          dueBy: all('read due rows', recommendations),
          chaseBy: () => this.sharePoint('read rows to chase', unitsOfCall, none),
          waitingBy: () => this.sharePoint('read rows that wait', unitsOfCall, none),
        },
        posts: { all: all('read posts', posts) },
        reports: { all: all('read reports', reports) },
      },
      pace,
    )
    return {
      ...reads,
      ledger: pacedLedger(
        {
          ofPerson: (person) => {
            const size = this.byPerson.get(person)?.size ?? 0
            return this.pages('read ledger of a person', size, () => entriesOf(person))
          },
          pending: () =>
            this.sharePoint('read pending', 4 * unitsOfCall, async () => ({ rows: [], unreadable: [] })),
          create: (entry) =>
            this.sharePoint('claim', unitsOfCall, async () => {
              const created = ledger.create(entry)
              this.putEntry(created.row.value)
              return { ...created, row: ledger.ofKey(entry.key) ?? created.row }
            }),
          save: (row, next) => this.sharePoint('mark', unitsOfCall, async () => ledger.save(row, next)),
        },
        pace,
      ),
      settings: {
        all: all('read settings', settings),
        byKey: (key) => this.sharePoint('lock and record', unitsOfCall, async () => settings.ofKey(key)),
        create: (setting) =>
          this.sharePoint('lock and record', unitsOfCall, async () => settings.create(setting)),
        save: (row, next) =>
          this.sharePoint('lock and record', unitsOfCall, async () => settings.save(row, next)),
      },
      messenger: {
        sendDeadlines: async () => {
          await this.teams('open a chat')
          await this.teams('send a card')
          return { state: 'sent', conversation: 'a:1', activity: `card-${this.messages}` }
        },
        arrivedSince: async () => false,
        isInstalled: async () => true,
      },
      clock: { now: async () => time.instant() },
      instance: { process: 'bench 1', isGone: () => false },
      wait: (milliseconds) => time.wait(milliseconds),
    }
  }

  private async pages<T>(name: string, rows: number, read: () => ReadRows<T>): Promise<ReadRows<T>> {
    const pages = Math.max(1, Math.ceil(rows / rowsOfPage))
    for (let page = 1; page <= pages; page += 1) await this.sharePoint(name, unitsOfCall, async () => null)
    return read()
  }

  private async sharePoint<T>(name: string, units: number, act: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.time.wait(latency.sharePoint)
      this.requests[name] = (this.requests[name] ?? 0) + 1
      while (this.spent[0] && this.spent[0].at <= this.time.now - 60_000)
        this.spentOfMinute -= this.spent.shift()?.units ?? 0
      if (this.spentOfMinute + units <= publishedRates.unitsPerMinute) {
        this.spent.push({ at: this.time.now, units })
        this.spentOfMinute += units
        this.units += units
        return act()
      }
      this.throttled += 1
      await this.time.wait(retryAfter)
    }
  }

  private async teams(name: string): Promise<void> {
    for (;;) {
      await this.time.wait(latency.teams)
      this.requests[name] = (this.requests[name] ?? 0) + 1
      while ((this.sent[0] ?? Number.POSITIVE_INFINITY) <= this.time.now - 1_000) this.sent.shift()
      if (this.sent.length < publishedRates.messagesPerSecond) {
        this.sent.push(this.time.now)
        this.messages += 1
        return
      }
      this.throttled += 1
      await this.time.wait(1_000)
    }
  }
}
