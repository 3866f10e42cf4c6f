import { bankHolidays, easterSunday, weekday } from '../../src/domain/bankHolidays.ts'

/** As published on gov.uk/bank-holidays for England and Wales. */
const published: Readonly<Record<number, string>> = {
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

describe('bank holidays of England and Wales', () => {
  test.each(Object.entries(published))('%s is as it was published', (year, days) => {
    const found = bankHolidays(Number(year)).map(({ day }) => day.slice(5))
    expect(found.join(' ')).toBe(days)
  })

  test.each([
    ['Christmas Day on a Saturday is kept on Monday, Boxing Day on Tuesday', 2021, ['12-27', '12-28']],
    ['Christmas Day on a Sunday is kept on Tuesday, after Boxing Day', 2022, ['12-27', '12-26']],
    ['Boxing Day on a Saturday is kept on Monday', 2026, ['12-25', '12-28']],
    ['in the middle of the week both are themselves', 2024, ['12-25', '12-26']],
  ])('%s', (_what, year, expected) => {
    const day = (name: string) =>
      bankHolidays(year)
        .find((one) => one.name === name)
        ?.day.slice(5)
    expect([day('Christmas Day'), day('Boxing Day')]).toEqual(expected)
  })

  test('no holiday falls on a weekend, and none on another, in a hundred years', () => {
    for (let year = 1978; year < 2078; year += 1) {
      const days = bankHolidays(year).map(({ day }) => day)
      expect([year, days.filter((day) => weekday(day) > 5)]).toEqual([year, []])
      expect([year, new Set(days).size]).toEqual([year, days.length])
    }
  })

  test.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })
})
