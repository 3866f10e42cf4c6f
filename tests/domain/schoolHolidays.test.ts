import { schoolHolidayOn } from '../../src/domain/schoolHolidays.ts'

describe('the usual school holidays', () => {
  it.each([
    ['2018-02-09', null],
    ['2018-02-12', 'February half-term'],
    ['2018-02-16', 'February half-term'],
    ['2018-02-19', null],
    ['2018-03-29', null],
    ['2018-03-30', 'Easter holidays'],
    ['2018-04-13', 'Easter holidays'],
    ['2018-04-18', null],
    ['2019-04-05', null],
    ['2019-04-08', 'Easter holidays'],
    ['2019-04-22', 'Easter holidays'],
    ['2019-04-24', null],
    ['2020-04-06', 'Easter holidays'],
    ['2020-04-17', 'Easter holidays'],
    ['2020-04-20', null],
    ['2018-05-25', null],
    ['2018-05-28', 'May half-term'],
    ['2018-07-18', null],
    ['2018-07-23', 'summer holidays'],
    ['2018-08-31', 'summer holidays'],
    ['2018-09-12', null],
    ['2018-10-17', null],
    ['2018-10-24', 'October half-term'],
    ['2018-11-07', null],
    ['2018-12-12', null],
    ['2018-12-21', 'Christmas holidays'],
    ['2019-01-02', 'Christmas holidays'],
    ['2019-01-03', null],
  ])('on %s: %s', (day, name) => {
    expect(schoolHolidayOn(day)?.name ?? null).toBe(name)
  })
})
