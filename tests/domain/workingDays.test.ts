import fc from 'fast-check'
import { addDays } from '../../src/domain/calendarDays.ts'
import {
  holidayOn,
  isWorkingDay,
  publishedDaysOff,
  workingDaysAfter,
  workingDaysBefore,
} from '../../src/domain/workingDays.ts'

describe('working days', () => {
  test.each([
    ['a Friday', '2021-06-18', true],
    ['a Saturday', '2021-06-19', false],
    ['a Sunday', '2021-06-20', false],
    ['the spring bank holiday', '2021-05-31', false],
    ['the day after it', '2021-06-01', true],
    ['a substitute day', '2021-12-28', false],
  ])('%s (%s): %s', (_what, day, expected) => {
    expect(isWorkingDay(day)).toBe(expected)
  })

  test.each([
    ['seven before a Wednesday reaches over one weekend', '2021-06-30', 7, '2021-06-21'],
    ['one before a Saturday is the Friday', '2021-06-19', 1, '2021-06-18'],
    ['one before a Monday is the Friday', '2021-06-21', 1, '2021-06-18'],
    ['one before the Tuesday after a bank holiday is the Friday', '2021-06-01', 1, '2021-05-28'],
    ['none is the day itself, also on a Sunday', '2021-06-20', 0, '2021-06-20'],
    ['thirty before the end of June 2021 passes a bank holiday', '2021-06-30', 30, '2021-05-18'],
  ])('%s', (_what, day, count, expected) => {
    expect(workingDaysBefore(day, count)).toBe(expected)
  })

  test('a force adds days off and works on others', () => {
    const daysOff = { added: [{ day: '2021-06-16', name: 'Force day' }], removed: ['2021-08-30'] }
    expect([holidayOn('2021-06-16', daysOff), isWorkingDay('2021-08-30', daysOff)]).toEqual([
      'Force day',
      true,
    ])
    expect([holidayOn('2021-06-16'), isWorkingDay('2021-08-30', publishedDaysOff)]).toEqual([null, false])
  })

  test('as many working days lie between as were counted, and the way back is the same', () => {
    const days = fc.integer({ min: 0, max: 5_000 }).map((offset) => addDays('2018-01-01', offset))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        fc.pre(isWorkingDay(from))
        const to = workingDaysAfter(from, count)
        let between = 0
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) between += 1
        expect([between, workingDaysBefore(to, count)]).toEqual([count, from])
      }),
      { numRuns: 200 },
    )
  })
})
