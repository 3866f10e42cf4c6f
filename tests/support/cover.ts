import type { Completion } from '../../src/domain/completion.ts'
import type { CoverRollUp } from '../../src/domain/cover.ts'
import { tellFrom } from '../../src/domain/coverRollUps.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type { StaffMember } from '../../src/domain/staff.ts'
import type { ReadRows } from '../../src/usecases/ports.ts'
import type { CompletionStore, CoverStore, StaffStore, TakenPage } from '../../src/usecases/trainingPorts.ts'
import { MemoryListStore } from './memoryListStore.ts'

export const pcloCourse = 'pclo-course'

/** A requirement as far as a test says nothing else: once, from 2020, thirty days of grace. */
export function requirement(changes: Partial<Requirement> = {}): Requirement {
  return {
    ...{ key: 'pclo', title: 'Conference liaison', courseKey: pcloCourse, roles: ['PCLO'], kind: 'once' },
    ...{ everyMonths: null, from: '2020-01-01', graceDays: 30, because: 'IX/3841/20' },
    ...{ exemptions: [], retired: false, history: [] },
    ...changes,
  }
}

/** A conference liaison officer of the north team who has been there since 2020. */
export function member(changes: Partial<StaffMember> = {}): StaffMember {
  return {
    ...{ key: 'p1', staffNumber: '1', name: 'Ann Archer', address: 'ann@thameside.example', role: 'PCLO' },
    ...{ team: 'North', borough: 'Camden', inRoleSince: '2020-01-01', until: null, movedFrom: '' },
    ...changes,
  }
}

/** A completion of the course on a day. */
export function completion(changes: Partial<Completion> = {}): Completion {
  const one: Omit<Completion, 'key'> = {
    ...{
      person: 'p1',
      personName: 'Ann Archer',
      courseKey: pcloCourse,
      runKey: '',
      completedOn: '2021-01-10',
    },
    ...{ result: 'completed', expiresOn: null, recordedOn: '2021-01-11', source: 'test' },
    ...changes,
  }
  return { ...one, key: `${one.person}/${one.courseKey}/${one.completedOn}` }
}

class MemoryCompletions extends MemoryListStore<Completion> implements CompletionStore {
  ofPerson = (person: string) => this.where((one) => one.person === person)
  ofPeople = (people: readonly string[]) => this.where((one) => people.includes(one.person))
  ofCourse = (courseKey: string) => this.where((one) => one.courseKey === courseKey)
  async takenSince(token: string | null, onPage: (page: TakenPage) => void) {
    const changes = await this.changesSince(token)
    onPage({ taken: changes.rows.map(({ value }) => value) })
    const { removed, unreadable, restarted } = changes
    return {
      ...{ token: changes.token, restarted, rows: changes.rows.length },
      ...{ removed: removed.length, unreadable: unreadable.length },
    }
  }
  private where = (wanted: (one: Completion) => boolean) => rowsWhere(this, wanted)
}

export class MemoryStaff extends MemoryListStore<StaffMember> implements StaffStore {
  ofTeam = (team: string) => rowsWhere(this, (one) => one.team === team)
  ofRole = (role: string) => rowsWhere(this, (one) => one.role === role)
  ofAddress = (address: string) =>
    rowsWhere(this, (one) => one.address.toLowerCase() === address.toLowerCase())
  ofKeys = (keys: readonly string[]) => rowsWhere(this, (one) => keys.includes(one.key))
}

class MemoryCover extends MemoryListStore<CoverRollUp> implements CoverStore {
  ofRequirement = (key: string) => rowsWhere(this, (one) => one.requirement === key)
  ofTeam = (team: string) => rowsWhere(this, (one) => one.team === team)
  changingBy = (day: string) => rowsWhere(this, ({ nextChange }) => nextChange !== null && nextChange <= day)
  tellingBy = (day: string) => rowsWhere(this, (one) => (tellFrom(one) ?? '9999') <= day)
}

async function rowsWhere<T extends { readonly key: string }>(
  store: MemoryListStore<T>,
  wanted: (one: T) => boolean,
): Promise<ReadRows<T>> {
  const { rows, unreadable } = await store.all()
  return { rows: rows.filter(({ value }) => wanted(value)), unreadable }
}

/** The lists that cover is counted from and kept in, in memory. */
export function coverStores(given: {
  readonly requirements?: readonly Requirement[]
  readonly staff?: readonly StaffMember[]
  readonly completions?: readonly Completion[]
}) {
  return {
    requirements: new MemoryListStore(given.requirements ?? []),
    staff: new MemoryStaff(given.staff ?? []),
    completions: new MemoryCompletions(given.completions ?? []),
    cover: new MemoryCover(),
    me: { roles: ['Coordinator'] as const },
    settings: new MemoryListStore<Setting>(),
    clock: { today: async () => '2021-06-01', now: async () => '2021-06-01T08:00:00.000Z' },
  }
}
