import fc from 'fast-check'
import { addDays, daysBetween } from '../../src/domain/calendarDays.ts'
import type { Completion } from '../../src/domain/completion.ts'
import type { CoverCounts, CoverRollUp, CoverState } from '../../src/domain/cover.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { StaffMember } from '../../src/domain/staff.ts'
import { updateCover } from '../../src/usecases/updateCover.ts'
import { completion, coverStores, member, requirement } from '../support/cover.ts'

const start = '2021-06-01'
const teams = ['North', 'South', 'East'] as const
const roles = ['PCLO', 'DS'] as const
const courses = ['c1', 'c2'] as const

/** The rules once more, as slowly and plainly as they can be said: day by day, person by person. */
function slowState(
  asked: Requirement,
  who: StaffMember,
  all: readonly Completion[],
  today: string,
): CoverState | null {
  if (asked.retired || asked.from > today || !asked.roles.includes(who.role)) return null
  if (who.inRoleSince > today || (who.until ?? '9999') < today) return null
  if (asked.exemptions.some((one) => one.person === who.key && (one.until ?? '9999') >= today))
    return 'exempt'
  const good = all.filter(
    (one) =>
      one.person === who.key &&
      one.courseKey === asked.courseKey &&
      one.completedOn <= today &&
      ['completed', 'passed'].includes(one.result),
  )
  const lasts = good.map((one) => slowUntil(asked, one)).sort()
  const until = lasts.at(-1)
  if (until !== undefined && until >= today) return until <= addDays(today, 90) ? 'due' : 'current'
  const since = [who.inRoleSince, asked.from].sort()[1] ?? ''
  const months = asked.kind === 'rotational' ? asked.everyMonths : null
  const grace = months === null ? addDays(since, asked.graceDays) : slowMonths(since, months)
  if (today <= grace) return 'in-grace'
  return until === undefined ? 'never' : 'lapsed'
}

function slowUntil(asked: Requirement, one: Completion): string {
  const byMonths = asked.everyMonths === null ? '9999-12-31' : slowMonths(one.completedOn, asked.everyMonths)
  if (asked.kind === 'every') return byMonths
  return asked.kind === 'certificate' ? (one.expiresOn ?? byMonths) : '9999-12-31'
}

/** Counts on day by day until the month has come, then to the day or to the month's end. */
function slowMonths(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  const prefix = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  let next = day
  while (!next.startsWith(prefix)) next = addDays(next, 1)
  while (next.slice(8) < day.slice(8) && addDays(next, 1).startsWith(prefix)) next = addDays(next, 1)
  return next
}

function slowFigures(
  asked: readonly Requirement[],
  staff: readonly StaffMember[],
  done: readonly Completion[],
  today: string,
): Record<string, CoverCounts> {
  const figures: Record<string, Record<CoverState, number>> = {}
  for (const one of asked)
    for (const who of staff) {
      const state = slowState(one, who, done, today)
      if (state === null) continue
      for (const key of [who.team, '*'].flatMap((team) => [
        `${one.key}/${team}`,
        `${one.key}/${team}/${who.role}`,
      ])) {
        figures[key] ??= { current: 0, due: 0, 'in-grace': 0, lapsed: 0, never: 0, exempt: 0 }
        figures[key][state] += 1
      }
    }
  return figures
}

/** Figures in which there is anybody at all. */
function figuresOf(rows: readonly { readonly value: CoverRollUp }[]): Record<string, CoverCounts> {
  const some = rows.filter(({ value }) => Object.values(value.counts).some((count) => count > 0))
  return Object.fromEntries(
    some.flatMap(({ value }) => [
      [value.key, value.counts],
      ...value.roles.map(({ role, counts }) => [`${value.key}/${role}`, counts]),
    ]),
  )
}

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(start, days))
const person = fc.integer({ min: 1, max: 6 }).map((number) => `p${number}`)

const someRequirement = fc.record({
  kind: fc.constantFrom('once', 'every', 'rotational', 'certificate'),
  everyMonths: fc.constantFrom(3, 12),
  courseKey: fc.constantFrom(...courses),
  roles: fc.subarray([...roles], { minLength: 1 }),
  graceDays: fc.constantFrom(0, 30),
  from: day(-400, 60),
} as const)
const someCompletion = fc.record({
  person,
  courseKey: fc.constantFrom(...courses),
  completedOn: day(-500, 120),
  result: fc.constantFrom('completed', 'passed', 'failed', 'partly'),
  expiresOn: fc.option(day(-100, 300)),
} as const)

type Step =
  | { readonly does: 'finish'; readonly what: Partial<Completion> }
  | { readonly does: 'move'; readonly who: number; readonly team: string; readonly role: string }
  | { readonly does: 'leave'; readonly who: number; readonly until: string }
  | { readonly does: 'join'; readonly team: string; readonly role: string; readonly since: string }
  | { readonly does: 'change'; readonly at: number; readonly to: Partial<Requirement> }
  | { readonly does: 'exempt'; readonly at: number; readonly person: string; readonly until: string | null }
  | { readonly does: 'take-back'; readonly at: number }
  | { readonly does: 'wait'; readonly days: number }

const someStep: fc.Arbitrary<Step> = fc.oneof(
  someCompletion.map((what) => ({ does: 'finish', what }) as const),
  fc.record({
    ...{ does: fc.constant('move' as const), who: fc.nat(5) },
    ...{ team: fc.constantFrom(...teams), role: fc.constantFrom(...roles) },
  }),
  fc.record({ does: fc.constant('leave' as const), who: fc.nat(5), until: day(-10, 200) }),
  fc.record({
    ...{ does: fc.constant('join' as const), team: fc.constantFrom(...teams) },
    ...{ role: fc.constantFrom(...roles), since: day(-60, 60) },
  }),
  fc.record({ does: fc.constant('change' as const), at: fc.nat(1), to: someRequirement }),
  fc.record({
    ...{ does: fc.constant('exempt' as const), at: fc.nat(1), person },
    until: fc.option(day(0, 100)),
  }),
  fc.record({ does: fc.constant('take-back' as const), at: fc.nat(20) }),
  fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 120 }) }),
)

type World = ReturnType<typeof coverStores>

async function take(world: World, step: Step, number: number): Promise<void> {
  const nth = async <T extends { readonly key: string }>(
    store: { all(): Promise<{ rows: readonly { id: string; value: T }[] }> },
    at: number,
  ) => (await store.all()).rows[at]
  switch (step.does) {
    case 'finish':
      world.completions.put({ ...completion(step.what), key: `f${number}` })
      return
    case 'join':
      world.staff.put(
        member({ key: `j${number}`, team: step.team, role: step.role, inRoleSince: step.since }),
      )
      return
    case 'move':
    case 'leave': {
      const row = await nth(world.staff, step.who)
      if (!row) return
      const { team } = row.value
      world.staff.change(row.id, (was) =>
        step.does === 'leave'
          ? { ...was, until: step.until }
          : {
              ...was,
              team: step.team,
              role: step.role,
              movedFrom: step.team === team ? was.movedFrom : team,
            },
      )
      return
    }
    case 'change':
    case 'exempt': {
      const row = await nth(world.requirements, step.at)
      if (!row) return
      const exemption = { personName: '', why: 'w', at: '', by: '' }
      world.requirements.change(row.id, (was) =>
        step.does === 'change'
          ? { ...was, ...step.to }
          : {
              ...was,
              exemptions: [...was.exemptions, { ...exemption, person: step.person, until: step.until }],
            },
      )
      return
    }
    case 'take-back': {
      const row = await nth(world.completions, step.at)
      if (row) world.completions.remove(row.id)
      return
    }
    case 'wait':
  }
}

describe('cover kept by delta', () => {
  test('is after every step what a slow count from nothing comes to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(someRequirement, someRequirement),
        fc.array(someCompletion, { maxLength: 8 }),
        fc.array(someStep, { maxLength: 10 }),
        async ([first, second], done, steps) => {
          const world = coverStores({
            requirements: [requirement({ ...first, key: 'r1' }), requirement({ ...second, key: 'r2' })],
            staff: [1, 2, 3, 4, 5, 6].map((number) =>
              member({
                ...{ key: `p${number}`, team: teams[number % 3], role: roles[number % 2] },
                inRoleSince: addDays(start, -number * 40),
              }),
            ),
            completions: done.map((one, index) => ({ ...completion(one), key: `d${index}` })),
          })
          let today = start
          for (const [number, step] of [{ does: 'wait', days: 0 } as const, ...steps].entries()) {
            await take(world, step, number)
            if (step.does === 'wait') today = addDays(today, step.days)
            await updateCover(world, today)
            const read = async <T>(list: { all(): Promise<{ rows: readonly { value: T }[] }> }) =>
              (await list.all()).rows.map(({ value }) => value)
            const [asked, staff, all] = [
              await read(world.requirements),
              await read(world.staff),
              await read(world.completions),
            ]
            const kept = (await world.cover.all()).rows
            expect(figuresOf(kept)).toEqual(slowFigures(asked, staff, all, today))
            for (const { value } of kept)
              expect(daysBetween(value.points.at(-1)?.day ?? today, today)).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 150 },
    )
  }, 20_000)
})
