import { hasArrived, type LastMessage } from '../../src/bot/arrival.ts'
import { ConnectorFailure, deliverCard } from '../../src/bot/deliverCard.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type { ArrivedCard, LedgerEntry, Messenger } from '../../src/usecases/ports.ts'
import type { ReminderDeps } from '../../src/usecases/sendReminders.ts'
import { FarList } from './farEnd.ts'
import type { FaultProcess } from './faultProcess.ts'
import type { VirtualTime } from './virtualTime.ts'

/** A card in somebody's chat, with the ledger keys of what it says. */
interface ChatCard extends LastMessage {
  readonly keys: readonly string[]
}

/** Microsoft 365 for one schedule: the lists, and everybody's chat with the bot. */
export class FaultWorld {
  readonly recommendations = new FarList<Recommendation>()
  readonly posts = new FarList<Post>()
  readonly reports = new FarList<Report>()
  readonly ledger = new FarList<LedgerEntry>()
  readonly settings = new FarList<Setting>()
  readonly chats = new Map<string, ChatCard[]>()
  /** People for whom the app is not installed. */
  readonly withoutApp = new Set<string>()
  private readonly time: VirtualTime
  private messages = 0

  constructor(time: VirtualTime) {
    this.time = time
  }

  /** The service's own dependencies, each call of which goes through a process. */
  depsFor(process: FaultProcess, isGone: (name: string) => boolean): ReminderDeps {
    const { graph } = process
    const { recommendations, posts, reports, ledger, settings, time } = this
    const rows = (name: string) => () => graph(name, () => recommendations.read())
    return {
      recommendations: { dueBy: rows('due'), chaseBy: rows('chase'), waitingBy: rows('waiting') },
      posts: { all: () => graph('posts', () => posts.read()) },
      reports: { all: () => graph('reports', () => reports.read()) },
      ledger: {
        ofPerson: (person) => graph('ledger', () => ledger.read((entry) => entry.person === person)),
        pending: () =>
          graph('pending', () => ledger.read(({ state }) => state !== 'sent' && state !== 'cancelled')),
        create: (entry) => graph('claim', () => ledger.create(entry)),
        save: (row, next) => graph('mark', () => ledger.save(row, next)),
      },
      settings: {
        all: () => graph('settings', () => settings.read()),
        byKey: (key) => graph('setting', () => settings.ofKey(key)),
        create: (setting) => graph('setting', () => settings.create(setting)),
        save: (row, next) => graph('setting', () => settings.save(row, next)),
      },
      messenger: this.messengerOf(process),
      clock: { now: async () => time.instant() },
      instance: { process: process.name, isGone },
      wait: (milliseconds) => process.wait(milliseconds),
    }
  }

  private messengerOf(process: FaultProcess): Messenger {
    const sentHere = new Map<string, ArrivedCard>()
    const now = async () => this.time.instant()
    const newest = (person: string) => process.graph('chat', () => this.chats.get(person)?.at(-1) ?? null)
    return {
      sendDeadlines: async ({ objectId }, lines, _today, accountedFor = []) => {
        const earlier = sentHere.get(objectId)
        const keys = lines.map((line) => line.key)
        const delivery = await deliverCard(
          { now, wait: (milliseconds) => process.wait(milliseconds), random: () => 0.5 },
          {
            open: () => process.connector('open', () => this.open(objectId)),
            send: (chat) => process.connector('send', () => this.post(chat, keys)),
            lastMessage: () => newest(objectId),
            others: earlier ? [...accountedFor, earlier] : accountedFor,
          },
        )
        if (delivery.state === 'sent')
          sentHere.set(objectId, { activity: delivery.activity, sentAt: this.time.instant() })
        return delivery
      },
      async arrivedSince(person, moment, others = []) {
        const last = await newest(person).catch(() => undefined)
        if (last === undefined) return 'unread'
        const arrived = hasArrived(last, moment, others)
        if (!arrived || !last) return arrived === false ? false : null
        return { activity: last.id, sentAt: last.at }
      },
      isInstalled: (person) => process.graph('install', () => !this.withoutApp.has(person)).catch(() => null),
    }
  }

  private open(person: string): string {
    if (this.withoutApp.has(person)) throw new ConnectorFailure(403, null)
    return person
  }

  private post(person: string, keys: readonly string[]): string {
    this.messages += 1
    const id = `message-${this.messages}`
    const card: ChatCard = { id, at: this.time.instant(), ours: true, hasCard: true, keys }
    this.chats.set(person, [...(this.chats.get(person) ?? []), card])
    return id
  }

  /** How many cards say a thing, by its ledger key. */
  cardsOfKeys(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const { keys } of [...this.chats.values()].flat())
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
}
