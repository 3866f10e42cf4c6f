import { countsUntil, graceUntil, nextChangeOf, standingOf } from '../../src/domain/coverRules.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { StaffMember } from '../../src/domain/staff.ts'
import { completion, member, requirement } from '../support/cover.ts'

const yearly = requirement({ kind: 'every', everyMonths: 12 })
const certificate = requirement({ kind: 'certificate', everyMonths: 36 })
const visited = requirement({ kind: 'rotational', everyMonths: 12, graceDays: 0 })

const stateOn = (
  day: string,
  {
    of = requirement(),
    who = member(),
    taken = [completion()],
  }: {
    of?: Requirement
    who?: StaffMember
    taken?: readonly ReturnType<typeof completion>[]
  } = {},
) => standingOf(of, who, taken, day)?.state ?? 'not asked'

describe('how a person stands towards a requirement', () => {
  test.each([
    ['a refresher counts on the anniversary', '2022-01-10', { of: yearly }, 'due'],
    ['and has lapsed the day after', '2022-01-11', { of: yearly }, 'lapsed'],
    ['it is due from ninety days before', '2021-10-12', { of: yearly }, 'due'],
    ['and current on the ninety-first', '2021-10-11', { of: yearly }, 'current'],
    ['what is asked once never ends', '2031-01-01', {}, 'current'],
    ['a visit of the team stays taken', '2031-01-01', { of: visited }, 'current'],
    ['nobody has it before the day', '2021-01-09', {}, 'never'],
    ['who failed does not have it', '2021-06-01', { taken: [completion({ result: 'failed' })] }, 'never'],
    ['nor who was there for a part', '2021-06-01', { taken: [completion({ result: 'partly' })] }, 'never'],
    ['another course does not count', '2021-06-01', { taken: [completion({ courseKey: 'x' })] }, 'never'],
  ] as const)('%s', (_, day, given, state) => {
    expect(stateOn(day, given)).toBe(state)
  })

  test('a later failure does not take away what still counts', () => {
    const taken = [completion(), completion({ completedOn: '2021-05-01', result: 'failed' })]
    expect(stateOn('2021-06-01', { of: yearly, taken })).toBe('current')
  })

  test('a certificate counts until the day that it says, whatever the requirement would give it', () => {
    const taken = [completion({ expiresOn: '2021-05-31' })]
    expect(stateOn('2021-05-31', { of: certificate, taken })).toBe('due')
    expect(stateOn('2021-06-01', { of: certificate, taken })).toBe('lapsed')
    expect(countsUntil(certificate, completion())).toBe('2024-01-10')
  })

  test('29 February and a year is 28 February', () => {
    expect(countsUntil(yearly, completion({ completedOn: '2020-02-29' }))).toBe('2021-02-28')
  })
})

describe('grace for whoever is new', () => {
  const who = member({ inRoleSince: '2021-05-01' })
  test('covers the thirtieth day and not the thirty-first', () => {
    expect(stateOn('2021-05-31', { who, taken: [] })).toBe('in-grace')
    expect(stateOn('2021-06-01', { who, taken: [] })).toBe('never')
  })

  test('begins with the requirement where that is newer', () => {
    const of = requirement({ from: '2021-05-10' })
    expect(graceUntil(of, who)).toBe('2021-06-09')
    expect(stateOn('2021-05-09', { of, who, taken: [] })).toBe('not asked')
  })

  test('of a team that is visited is the twelve months of its turnover', () => {
    expect(graceUntil(visited, who)).toBe('2022-05-01')
    expect(stateOn('2022-05-01', { of: visited, who, taken: [] })).toBe('in-grace')
    expect(stateOn('2022-05-02', { of: visited, who, taken: [] })).toBe('never')
  })
})

describe('whom it does not concern', () => {
  test.each([
    ['another role', member({ role: 'DS' }), requirement()],
    ['somebody not there yet', member({ inRoleSince: '2021-06-02' }), requirement()],
    ['somebody who has left', member({ until: '2021-05-31' }), requirement()],
    ['a requirement that is over', member(), requirement({ retired: true })],
  ])('%s', (_, who, of) => {
    expect(standingOf(of, who, [], '2021-06-01')).toBeNull()
  })

  test('the last day at work still counts', () => {
    expect(stateOn('2021-06-01', { who: member({ until: '2021-06-01' }) })).toBe('current')
  })

  test('an exemption holds until its day and not longer', () => {
    const exemption = { personName: '', why: 'maternity leave', at: '', by: '' }
    const of = requirement({ exemptions: [{ ...exemption, person: 'p1', until: '2021-06-01' }] })
    expect(stateOn('2021-06-01', { of, taken: [] })).toBe('exempt')
    expect(stateOn('2021-06-02', { of, taken: [] })).toBe('never')
  })
})

describe('the next day on which something changes by itself', () => {
  test.each([
    ['the day on which it is due', '2021-06-01', '2021-10-12'],
    ['thirty days before it lapses', '2021-10-12', '2021-12-11'],
    ['seven days before', '2021-12-11', '2022-01-03'],
    ['the day after it counted last', '2022-01-03', '2022-01-11'],
    ['the day from which nobody is told of it any more', '2022-01-11', '2022-01-25'],
  ])('is %s', (_, today, next) => {
    expect(nextChangeOf(yearly, member(), [completion()], today)).toBe(next)
  })

  test('is none where nothing ever ends', () => {
    expect(nextChangeOf(requirement(), member(), [completion()], '2021-06-01')).toBeNull()
  })
})
