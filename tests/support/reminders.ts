import type { Instant } from '../../src/domain/calendarDays.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type {
  ArrivedCard,
  Clock,
  DeadlineLine,
  Delivery,
  LedgerEntry,
  LedgerStore,
  Messenger,
  ReadRows,
} from '../../src/usecases/ports.ts'
import { MemoryListStore } from './memoryListStore.ts'
import { aPost, aRecommendation, aReport, MemoryRecommendations } from './register.ts'

/** The reminder ledger in memory. */
export class MemoryLedger extends MemoryListStore<LedgerEntry> implements LedgerStore {
  async ofPerson(objectId: string): Promise<ReadRows<LedgerEntry>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => value.person === objectId), unreadable }
  }

  async pending(): Promise<ReadRows<LedgerEntry>> {
    const { rows, unreadable } = await this.all()
    const done = ['sent', 'cancelled']
    return { rows: rows.filter(({ value }) => !done.includes(value.state)), unreadable }
  }

  async ofDay(day: string): Promise<ReadRows<LedgerEntry>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => value.forDay === day), unreadable }
  }

  async notMineSince(day: string): Promise<ReadRows<LedgerEntry>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => (value.notMineAt ?? '') >= day), unreadable }
  }

  /** State of every entry, in the order of writing. */
  async states(): Promise<string[]> {
    return (await this.all()).rows.map(({ value }) => value.state)
  }
}

/** A clock that a test moves. */
export class MovableClock implements Clock {
  private moment: Instant

  constructor(moment: Instant) {
    this.moment = moment
  }

  moveTo(moment: Instant): void {
    this.moment = moment
  }

  async now(): Promise<Instant> {
    return this.moment
  }

  async today(): Promise<string> {
    return this.moment.slice(0, 10)
  }
}

/** Keeps what it is given to send; a test says what becomes of it and what the chat tells. */
export class RecordingMessenger implements Messenger {
  readonly cards: { readonly person: string; readonly keys: readonly string[] }[] = []
  readonly asked: { readonly moment: Instant; readonly others: readonly ArrivedCard[] }[] = []
  readonly next: Delivery[] = []
  inChat: boolean | null | 'unread' = false
  installed: boolean | null = true

  async sendDeadlines(
    person: { readonly objectId: string },
    lines: readonly DeadlineLine[],
  ): Promise<Delivery> {
    this.cards.push({ person: person.objectId, keys: lines.map((line) => line.recommendation) })
    const number = this.cards.length
    return this.next.shift() ?? { state: 'sent', conversation: 'a:1', activity: `card-${number}` }
  }

  async arrivedSince(
    _person: string,
    moment: Instant,
    others: readonly ArrivedCard[] = [],
  ): Promise<ArrivedCard | false | null | 'unread'> {
    this.asked.push({ moment, others })
    return this.inChat === true ? { activity: 'found', sentAt: moment } : this.inChat
  }

  async isInstalled(): Promise<boolean | null> {
    return this.installed
  }
}

/** A register with its owners, an empty ledger, a messenger that records and the morning of 16 June 2021. */
export function reminderScene(
  rows: readonly Recommendation[] = [aRecommendation()],
  posts: readonly Post[] = [aPost()],
) {
  return {
    recommendations: new MemoryRecommendations(rows),
    posts: new MemoryListStore(posts),
    reports: new MemoryListStore([aReport()]),
    ledger: new MemoryLedger(),
    messenger: new RecordingMessenger(),
    clock: new MovableClock('2021-06-16T08:00:00.000Z'),
    settings: new MemoryListStore<Setting>(),
    instance: { process: 'here 1', isGone: () => false },
    wait: async () => undefined,
  }
}

/** A ledger entry of Daniel Okafor's for the row with this number. */
export function aLedgerEntry(changes: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    key: 'hate-crime-2018-07/8|before-14|2021-06-30|00000000-0000-4000-8000-000000000002',
    recommendation: 'hate-crime-2018-07/8',
    recommendationRef: '1',
    rule: 'before-14',
    deadline: '2021-06-30',
    person: '00000000-0000-4000-8000-000000000002',
    personName: 'Daniel Okafor',
    state: 'sent',
    claimedAt: '2021-06-16T07:00:00.000Z',
    sentAt: '2021-06-16T07:00:01.000Z',
    conversation: 'a:1',
    activity: 'card-1',
    note: '',
    run: '',
    forDay: '2021-06-16',
    progressSeen: '',
    ...changes,
  }
}

/** A setting as somebody made it. */
export function aSetting(key: string, value: unknown): Setting {
  return { key, value: JSON.stringify(value), changedBy: 'o-1', changedByName: 'A B' }
}
