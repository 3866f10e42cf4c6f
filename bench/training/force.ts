import { addDays, type IsoDate } from '../../src/domain/calendarDays.ts'
import type { Completion } from '../../src/domain/completion.ts'
import { completionOf } from '../../src/domain/completionImport.ts'
import type { Course } from '../../src/domain/course.ts'
import { undetailed } from '../../src/domain/courseDetails.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { StaffMember } from '../../src/domain/staff.ts'

export const today: IsoDate = '2021-06-01'

/** Completions for each member of staff, as 500,000 are for 46,000 people. */
const perPerson = 500_000 / 46_000
const teamSize = 25
const courseCount = 12
const roles = ['Response officer', 'Detective', 'Sergeant', 'Neighbourhood officer', 'Staff']

export const courses: readonly Course[] = Array.from({ length: courseCount }, (_, index) => ({
  ...undetailed,
  ...{ key: `course-${index}`, title: `Course ${index}`, audience: [], mandatory: true, selfApply: false },
  ...{ assessed: index % 3 === 0, canFail: index % 3 === 0, length: '', frequency: '', mode: 'online' },
  ...{ provider: '', trainers: '', externalInputs: [], about: '', everyMonths: index % 2 === 0 ? 12 : null },
}))

export const requirements: readonly Requirement[] = courses.map(({ key, title }, index) => ({
  ...{ key: `requirement-${index}`, title, courseKey: key, from: '2019-01-01', graceDays: 60, because: '' },
  roles: roles.filter((_, at) => (at + index) % 2 === 0),
  kind: index % 2 === 0 ? 'every' : 'once',
  everyMonths: index % 2 === 0 ? 12 : null,
  ...{ exemptions: [], retired: false, history: [] },
}))

/** So many people as have so many completions. */
export function peopleFor(completions: number): number {
  return Math.max(1, Math.round(completions / perPerson))
}

/** The key of a person, as long as an Entra object id. */
export function keyOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}

/** The team of a person: 25 to a team. */
export function teamOf(index: number): string {
  return `Team ${Math.floor(index / teamSize)}`
}

/** A member of staff, made from their number alone. */
export function memberAt(index: number): StaffMember {
  return {
    ...{ key: keyOf(index), staffNumber: String(100_000 + index), name: `Officer ${index}` },
    ...{ address: `officer.${index}@thameside.example`, role: roles[index % roles.length] ?? '' },
    ...{ team: teamOf(index), borough: 'Camden', movedFrom: '', until: null },
    inRoleSince: addDays('2018-01-01', (index * 37) % 1_200),
  }
}

/** A completion, made from its number alone: the same person comes round every `people` rows. */
export function completionAt(index: number, people: number): Completion {
  const who = index % people
  const round = Math.floor(index / people)
  const course = courses[(who + round) % courseCount] as Course
  const day = addDays('2019-01-07', (index * 13) % 870)
  return completionOf({ person: keyOf(who), personName: `Officer ${who}` }, course, day, {
    ...{ result: index % 29 === 0 ? 'failed' : 'passed', expiresOn: null, runKey: '' },
    ...{ recordedOn: day, source: 'Learning system' },
  })
}
