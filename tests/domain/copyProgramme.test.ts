import { copiedExercise, planCopy, sameWeekdayOf } from '../../src/domain/copyProgramme.ts'
import type { RuleContext } from '../../src/domain/programmeRules.ts'
import { allTwelve, anExercise } from '../support/exercises.ts'

const alone = (others = allTwelve()): RuleContext => ({ today: '2018-12-20', others })

describe('the same weekday of the same week of the month', () => {
  it.each([
    ['2018-04-18', 2019, '2019-04-17'],
    ['2018-04-25', 2019, '2019-04-24'],
    ['2018-11-07', 2019, '2019-11-06'],
    ['2018-12-12', 2019, '2019-12-11'],
    ['2019-01-30', 2020, '2020-01-29'],
    ['2018-05-30', 2019, '2019-05-29'],
    ['2018-10-31', 2019, '2019-10-30'],
    ['2020-04-29', 2021, '2021-04-28'],
    ['2018-03-31', 2019, '2019-03-30'],
  ])('as %s in %i is %s', (day, year, expected) => {
    expect(sameWeekdayOf(day, year)).toBe(expected)
  })

  it('is the last one where there is no fifth', () => {
    expect(sameWeekdayOf('2018-01-31', 2019)).toBe('2019-01-30')
    expect(sameWeekdayOf('2018-08-29', 2019)).toBe('2019-08-28')
    expect(sameWeekdayOf('2019-05-29', 2021)).toBe('2021-05-26')
  })
})

describe('a programme copied to another year', () => {
  it('keeps twelve Wednesdays, each on its own day', () => {
    const copied = planCopy(allTwelve(), { from: 2018, to: 2019 }, alone())
    expect(copied).toHaveLength(12)
    expect(new Set(copied.map(({ date }) => date)).size).toBe(12)
    expect(copied.every(({ date }) => new Date(date).getUTCDay() === 3)).toBe(true)
    expect(copied.every(({ moved, there }) => moved.length === 0 && !there)).toBe(true)
  })

  it('moves a day that falls on a bank holiday by a week, and says why', () => {
    const monday = anExercise({ date: '2018-05-14' })
    const [one] = planCopy([monday], { from: 2018, to: 2021 }, alone([]))
    expect(one).toMatchObject({ pattern: '2021-05-10', date: '2021-05-10', moved: [] })
    const spring = anExercise({ date: '2019-05-06' })
    const [early] = planCopy([anExercise({ date: '2018-04-02' })], { from: 2018, to: 2021 }, alone([]))
    expect(early).toMatchObject({ pattern: '2021-04-05', date: '2021-04-12' })
    expect(early?.moved).toEqual([{ stops: true, code: 'bank-holiday', about: 'Easter Monday' }])
    const [moved] = planCopy([spring], { from: 2019, to: 2018 }, alone([]))
    expect(moved).toMatchObject({ pattern: '2018-05-07', date: '2018-05-14' })
  })

  it('gives no two of one suite the same day', () => {
    const two = [
      anExercise({ date: '2018-01-31', key: 'a' }),
      anExercise({ date: '2018-01-24', key: 'b', boroughs: ['Enfield'], unit: 'Enfield' }),
    ]
    // 2024: the fourth Wednesday is the 24th and the last one the 31st; 2023: both are the 25th.
    const copied = planCopy(two, { from: 2018, to: 2023 }, alone([]))
    expect(copied.map(({ date }) => date)).toEqual(['2023-01-25', '2023-02-01'])
    expect(copied[1]?.moved[0]).toMatchObject({ code: 'suite-taken' })
  })

  it('moves around a room that is taken', () => {
    const [given] = allTwelve()
    const busy = [
      {
        ...{ address: 'hydra.suite@thameside.example', date: '2019-04-17', start: '00:00', end: '24:00' },
        status: 'busy' as const,
      },
    ]
    const [copied] = planCopy(
      given ? [given] : [],
      { from: 2018, to: 2019 },
      {
        ...alone([]),
        free: { busy, unknown: [] },
      },
    )
    expect(copied).toMatchObject({ pattern: '2019-04-17', date: '2019-04-24' })
    expect(copied?.moved[0]).toMatchObject({ code: 'room-busy' })
  })

  it('warns of school holidays and moves nothing for them', () => {
    const [copied] = planCopy([anExercise({ date: '2018-04-18' })], { from: 2018, to: 2022 }, alone([]))
    expect(copied).toMatchObject({ date: '2022-04-20', moved: [] })
    const [easter] = planCopy([anExercise({ date: '2018-04-11' })], { from: 2018, to: 2022 }, alone([]))
    expect(easter?.date).toBe('2022-04-13')
    expect(easter?.findings.map(({ code }) => code)).toEqual(['school-holiday'])
  })

  it('leaves what is in the other year already, by where it came from or by its unit', () => {
    const from = anExercise({ key: 'a', date: '2018-04-18' })
    const copy = { ...copiedExercise(from, '2019-05-08', 'b'), boroughs: ['Camden', 'Islington', 'Barnet'] }
    expect(planCopy([from, copy], { from: 2018, to: 2019 }, alone([]))[0]).toMatchObject({
      ...{ there: true, date: '2019-05-08' },
    })
    const sameUnit = anExercise({ key: 'c', date: '2019-06-12' })
    expect(planCopy([from, sameUnit], { from: 2018, to: 2019 }, alone([]))[0]?.there).toBe(true)
    const calledOff = { ...sameUnit, status: 'cancelled' as const }
    expect(planCopy([from, calledOff], { from: 2018, to: 2019 }, alone([]))[0]?.there).toBe(false)
  })

  it('leaves out what was called off', () => {
    expect(planCopy([anExercise({ status: 'cancelled' })], { from: 2018, to: 2019 }, alone([]))).toEqual([])
  })

  it('takes roles along, and no people, notes, answers or history', () => {
    const from = anExercise({ internalNote: 'A secret', agenda: 'Coffee', history: [], changedWhy: 'x' })
    const copy = copiedExercise(from, '2019-04-17', 'new')
    expect(copy.invitees.map(({ role, state, name, address }) => [role, state, name, address])).toEqual(
      from.invitees.map(({ role }) => [role, 'unknown', '', '']),
    )
    expect(copy).toMatchObject({ internalNote: '', agenda: 'Coffee', copiedFrom: from.key, invitation: null })
    expect(JSON.stringify(copy)).not.toContain('Oliver Webb')
  })
})
