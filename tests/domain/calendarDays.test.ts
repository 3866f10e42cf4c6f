import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  isIsoDate,
  lastDayOfMonth,
  ukDay,
  writeDate,
  writeDaysLeft,
  writeInstant,
  writeMonth,
} from '../../src/domain/calendarDays.ts'

const anyDay = fc
  .integer({ min: -20_000, max: 60_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

describe('a day is YYYY-MM-DD and exists', () => {
  test.each([
    ['2021-06-16', true],
    ['2020-02-29', true],
    ['2021-02-29', false],
    ['2021-06-31', false],
    ['2021-00-10', false],
    ['2021-13-10', false],
    ['2021-6-1', false],
    ['16 June 2021', false],
    ['', false],
  ])('%p: %p', (text, is) => expect(isIsoDate(text)).toBe(is))
})

describe('counting days', () => {
  test.each([
    ['2021-06-01', '2021-06-01', 0],
    ['2021-06-01', '2021-06-30', 29],
    ['2021-06-01', '2021-05-31', -1],
    ['2020-02-28', '2020-03-01', 2],
  ])('from %s to %s is %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days))

  test.each([
    ['into summer time', '2021-03-27', '2021-03-29'],
    ['out of summer time', '2021-10-30', '2021-11-01'],
  ])('two days %s are two days', (_when, from, to) => expect(daysBetween(from, to)).toBe(2))

  test('adding and counting undo one another', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })
})

test.each([
  [2021, 6, '2021-06-30'],
  [2020, 2, '2020-02-29'],
  [2021, 2, '2021-02-28'],
  [2021, 12, '2021-12-31'],
])('the last day of month %i-%i is %s', (year, month, day) => expect(lastDayOfMonth(year, month)).toBe(day))

describe('the day in the United Kingdom', () => {
  test.each([
    ['a summer evening', '2021-06-15T22:59:59.999Z', '2021-06-15'],
    ['a summer night, when London is an hour ahead', '2021-06-15T23:00:00.000Z', '2021-06-16'],
    ['a winter night', '2021-01-15T23:59:59.999Z', '2021-01-15'],
    ['a winter midnight', '2021-01-16T00:00:00.000Z', '2021-01-16'],
  ])('on %s', (_when, instant, day) => expect(ukDay(instant)).toBe(day))
})

describe('words for people', () => {
  test.each([
    ['2021-06-16', '16 June 2021', 'June 2021'],
    ['2018-11-07', '7 November 2018', 'November 2018'],
  ])('%s is %s, or %s', (day, date, month) => {
    expect(writeDate(day)).toBe(date)
    expect(writeMonth(day)).toBe(month)
  })

  test('what is no date is left as it was written', () => expect(writeDate('To be set')).toBe('To be set'))

  test('a moment is in UK time', () => {
    expect(writeInstant('2021-06-16T13:05:00.000Z')).toBe('16 June 2021 at 14:05')
    expect(writeInstant('2021-12-16T13:05:00.000Z')).toBe('16 December 2021 at 13:05')
  })

  test.each([
    [-2, '2 days overdue'],
    [-1, '1 day overdue'],
    [0, 'due today'],
    [1, 'due in 1 day'],
    [2, 'due in 2 days'],
  ])('%i days left is %s', (days, words) => expect(writeDaysLeft(days)).toBe(words))
})
