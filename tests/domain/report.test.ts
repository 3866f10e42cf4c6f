import { reportKey, writePublished } from '../../src/domain/report.ts'

describe('the key of a report', () => {
  it.each([
    ['PEEL 2018/2019', '2019-05-31', 'peel-2018-2019-2019-05'],
    ['Police super-complaint¹: sharing', '2020-12-17', 'police-super-complaint-sharing-2020-12'],
    ['Élan vital', null, 'elan-vital-undated'],
    ['???', '2021-03-11', 'report-2021-03'],
  ])('%s of %s is %s', (title, date, key) => {
    expect(reportKey(title, date)).toBe(key)
  })

  it('ends at a whole word within sixty letters', () => {
    expect(
      reportKey('An inspection of how effectively the police deal with protests everywhere', '2021-03-11'),
    ).toBe('an-inspection-of-how-effectively-the-police-deal-with-2021-03')
  })

  it('cuts a single word that is longer than that', () => {
    expect(reportKey('x'.repeat(80), null)).toBe(`${'x'.repeat(60)}-undated`)
  })
})

describe('the day of publication', () => {
  it.each([
    [{ text: '11th March 2021', date: '2021-03-11', precision: 'day' }, '11 March 2021'],
    [{ text: 'October 2019', date: '2019-10-31', precision: 'month' }, 'October 2019'],
    [{ text: 'spring 2019', date: null, precision: null }, 'spring 2019'],
  ] as const)('%j is written %s', (published, words) => {
    expect(writePublished({ published })).toBe(words)
  })
})
