import type { CoverPoint } from '../../src/domain/cover.ts'
import {
  addPoint,
  coveredOf,
  neededOf,
  pastPoints,
  percentOf,
  rollUpForce,
  rollUpTeam,
  tellFrom,
} from '../../src/domain/coverRollUps.ts'
import { completion, member, requirement } from '../support/cover.ts'

const yearly = requirement({ kind: 'every', everyMonths: 12 })
const who = (key: string, since: string, ...days: readonly string[]) => ({
  ...member({ key, name: `Name ${key}`, inRoleSince: since }),
  completions: days.map((completedOn) => completion({ person: key, completedOn })),
})
const north = [
  who('a', '2020-01-01', '2021-01-10'),
  who('b', '2020-01-01', '2020-03-01'),
  who('c', '2021-05-20'),
  who('d', '2020-01-01'),
]

describe('the cover of a team', () => {
  const figure = rollUpTeam(yearly, 'North', north, '2021-06-01', null)

  test('counts whoever has it against whoever should; grace is neither', () => {
    expect(figure.counts).toEqual({ current: 1, due: 0, 'in-grace': 1, lapsed: 1, never: 1, exempt: 0 })
    expect([coveredOf(figure.counts), neededOf(figure.counts)]).toEqual([1, 3])
  })

  test('lists the most pressing first, with the day', () => {
    expect(figure.open.map(({ person, state, by }) => [person, state, by])).toEqual([
      ['d', 'never', '2020-01-31'],
      ['b', 'lapsed', '2021-03-01'],
      ['c', 'in-grace', '2021-06-19'],
    ])
  })

  test('counts as newcomers those who came after the course was last held for the team', () => {
    expect(figure.newcomers).toBe(1)
    expect(
      rollUpTeam(yearly, 'North', [...north, who('e', '2020-01-01', '2021-05-25')], '2021-06-01', null)
        .newcomers,
    ).toBe(0)
  })

  test('says from which day on somebody is to be told', () => {
    expect(tellFrom(figure)).toBe('2021-05-20')
    expect(tellFrom(rollUpTeam(yearly, 'North', north.slice(0, 2), '2021-06-01', null))).toBeNull()
  })

  test('counts role by role, and the roles of all teams add up', () => {
    const people = [...north, { ...who('e', '2020-01-01', '2021-02-01'), role: 'DS' }]
    const both = { ...yearly, roles: ['PCLO', 'DS'] }
    const team = rollUpTeam(both, 'North', people, '2021-06-01', null)
    expect(team.roles.map(({ role, counts }) => [role, coveredOf(counts), neededOf(counts)])).toEqual([
      ['DS', 1, 1],
      ['PCLO', 1, 3],
    ])
    const force = rollUpForce(both, [team, figure], '2021-06-01', null)
    expect(force.roles.map(({ role, counts }) => [role, coveredOf(counts), neededOf(counts)])).toEqual([
      ['DS', 1, 1],
      ['PCLO', 2, 6],
    ])
  })

  test('adds up to the force', () => {
    const force = rollUpForce(yearly, [figure, figure], '2021-06-01', null)
    expect([force.team, coveredOf(force.counts), neededOf(force.counts), force.newcomers]).toEqual([
      '*',
      2,
      6,
      2,
    ])
  })
})

test('per cent are rounded down: what is not reached is not shown as reached', () => {
  expect(percentOf(949, 1000)).toBe(94)
  expect(percentOf(950, 1000)).toBe(95)
  expect(percentOf(0, 0)).toBeNull()
})

test('cover over time begins a year before the first count, from what is known now', () => {
  const points = pastPoints(yearly, north, '2021-06-01')
  expect(points.map(({ day, covered, needed }) => [day, covered, needed])).toEqual([
    ['2020-06-30', 1, 3],
    ['2021-01-31', 2, 3],
    ['2021-03-31', 1, 3],
  ])
})

describe('cover over time', () => {
  const point = (day: string, covered: number): CoverPoint => ({ day, covered, needed: 10 })
  test('gets a point for each day on which the figure changed', () => {
    const once = addPoint([], point('2021-06-01', 5))
    expect(addPoint(once, point('2021-06-02', 5))).toEqual(once)
    expect(addPoint(once, point('2021-06-02', 6))).toHaveLength(2)
  })

  test('shows the last figure of a day', () => {
    const day = addPoint(addPoint([], point('2021-06-01', 5)), point('2021-06-01', 7))
    expect(day).toEqual([point('2021-06-01', 7)])
  })

  test('keeps the last figure of each month when it grows too long for its column', () => {
    let points: readonly CoverPoint[] = []
    for (let index = 0; index < 2_000; index += 1) {
      const day = new Date(Date.UTC(2015, 0, 1 + index)).toISOString().slice(0, 10)
      points = addPoint(points, point(day, index))
    }
    expect(points.length).toBeLessThanOrEqual(730)
    expect(points[0]?.day).toBe('2015-01-31')
    expect(points.at(-1)?.covered).toBe(1_999)
    expect(JSON.stringify(points.map(Object.values)).length).toBeLessThan(60_000)
  })
})
