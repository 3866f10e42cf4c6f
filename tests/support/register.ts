import { undecided } from '../../src/domain/decisions.ts'
import type { DueEntry } from '../../src/domain/dueLedger.ts'
import type { Post, PostHolder } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Person } from '../../src/domain/roles.ts'
import type { Clock, ReadRows, RecommendationStore } from '../../src/usecases/ports.ts'
import { MemoryListStore } from './memoryListStore.ts'

export const owner: Person = {
  objectId: '00000000-0000-4000-8000-000000000002',
  name: 'Daniel Okafor',
  signInName: 'daniel.okafor@thameside.example',
  roles: [],
}
export const officer: Person = {
  objectId: '00000000-0000-4000-8000-000000000001',
  name: 'Amira Hassan',
  signInName: 'amira.hassan@thameside.example',
  roles: [],
}
export const secretary: Person = {
  objectId: '00000000-0000-4000-8000-000000000004',
  name: 'Helen Carver',
  signInName: 'helen.carver@thameside.example',
  roles: ['Secretary'],
}

/** A person as the holder of a post. */
export function holderOf(person: Person): PostHolder {
  return { objectId: person.objectId, name: person.name, address: person.signInName }
}

export function aPost(changes: Partial<Post> = {}): Post {
  return {
    key: 'crime-dci',
    title: 'T/DCI Crime',
    unit: 'Crime',
    holder: holderOf(owner),
    deputy: null,
    headOfUnit: null,
    ...changes,
  }
}

export function aReport(changes: Partial<Report> = {}): Report {
  return {
    key: 'hate-crime-2018-07',
    title: 'Understanding the difference',
    typeLine: 'A national joint report by HMICFRS',
    published: { text: 'July 2018', date: '2018-07-31', precision: 'month' },
    claims: ['15 recommendations; 8 for the force.'],
    narrative: '',
    order: 1,
    importedAs: '',
    source: 'joint-inspection',
    scope: 'national',
    publishers: ['HMICFRS'],
    clocks: [],
    ...changes,
  }
}

export function aDueEntry(changes: Partial<DueEntry> = {}): DueEntry {
  return {
    text: 'June 2021',
    verb: 'none',
    date: '2021-06-30',
    precision: 'month',
    purpose: '',
    tags: [],
    ...changes,
  }
}

export function aRecommendation(changes: Partial<Recommendation> = {}): Recommendation {
  const number = changes.number ?? '8'
  return {
    key: `hate-crime-2018-07/${number}`,
    reportKey: 'hate-crime-2018-07',
    number,
    numberInferred: false,
    order: 1,
    kind: 'recommendation',
    status: 'AMBER',
    text: 'Chief constables should review how reports are graded.',
    progress: 'A working group met in April.',
    elements: [],
    due: [aDueEntry()],
    doubts: [],
    ownerPost: 'crime-dci',
    history: [],
    importedAs: '',
    ...undecided,
    ...changes,
  }
}

/** Recommendations in memory. */
export class MemoryRecommendations extends MemoryListStore<Recommendation> implements RecommendationStore {
  async dueBy(): Promise<ReadRows<Recommendation>> {
    return this.all()
  }

  async chaseBy(): Promise<ReadRows<Recommendation>> {
    return this.all()
  }

  async waitingBy(): Promise<ReadRows<Recommendation>> {
    return this.all()
  }

  async answeredSince(): Promise<ReadRows<Recommendation>> {
    return this.all()
  }

  async restingOnTraining(): Promise<ReadRows<Recommendation>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => value.restsOn.length > 0), unreadable }
  }
}

/** A clock that stands at nine in the morning of 1 June 2021, UK time, until it is set. */
export function standingClock(now = '2021-06-01T08:00:00.000Z'): Clock {
  return { now: async () => now, today: async () => now.slice(0, 10) }
}
