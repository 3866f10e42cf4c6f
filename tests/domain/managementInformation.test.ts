import { informationOf } from '../../src/domain/managementInformation.ts'
import { quarterBefore, quarterOf, quartersUpTo } from '../../src/domain/quarters.ts'
import { aBooking, aRun } from '../support/training.ts'

const spring = quarterOf('2021-05-03')

describe('quarters of the financial year', () => {
  it.each([
    ['2021-04-01', '2021-04-01', '2021-06-30', 'Q1 2021/22', 'April to June 2021'],
    ['2021-03-31', '2021-01-01', '2021-03-31', 'Q4 2020/21', 'January to March 2021'],
    ['2021-12-31', '2021-10-01', '2021-12-31', 'Q3 2021/22', 'October to December 2021'],
  ])('%s lies between %s and %s', (day, from, to, short, name) => {
    expect(quarterOf(day)).toEqual({ from, to, short, name })
  })

  it('go back over the end of a year', () => {
    expect(quarterBefore(quarterOf('2021-02-01')).short).toBe('Q3 2020/21')
    expect(quartersUpTo(spring, 3).map(({ short }) => short)).toEqual([
      'Q3 2020/21',
      'Q4 2020/21',
      'Q1 2021/22',
    ])
  })
})

describe('management information', () => {
  const runs = [
    aRun({ allotments: [{ agency: 'Camden Council', borough: '', places: 3, releaseOn: '2021-04-20' }] }),
    aRun({ key: 'other', date: '2021-05-10', capacity: 4 }),
    aRun({ key: 'cancelled', date: '2021-05-11', status: 'cancelled' }),
    aRun({ key: 'today', date: '2021-06-01' }),
    aRun({ key: 'winter', date: '2021-03-31' }),
  ]
  const bookings = [
    aBooking(['requested', 'booked', 'attended']),
    aBooking(['booked', 'no-show'], { person: 'b', borough: 'Islington' }),
    aBooking(['booked', 'attended'], { person: 'c', organisation: 'Camden Council' }),
    aBooking(['booked', 'attended'], { runKey: 'winter', person: 'd' }),
  ]
  const figures = informationOf({ runs, bookings }, spring, '2021-06-01')

  it('counts runs of the quarter that are over, and names those cancelled and those to come', () => {
    expect(figures.byRun.map(({ run }) => run.key)).toEqual(['pip2-2021-05-03', 'other'])
    expect(figures).toMatchObject({ cancelledRuns: 1, toCome: 1 })
  })

  it('has both denominators: places offered and people registered', () => {
    expect(figures.all).toMatchObject({ runs: 2, capacity: 14, registered: 3, attended: 2, unused: 12 })
  })

  it('says which agency left places unused that were kept for it', () => {
    expect(figures.byAgency).toMatchObject([
      { name: 'Thameside Police', registered: 2, noShows: 1, allotted: 0 },
      { name: 'Camden Council', registered: 1, allotted: 3, allottedUnused: 2 },
    ])
  })

  it('adds up: every table of people holds all of them', () => {
    const sum = (groups: readonly { registered: number }[]) =>
      groups.reduce((all, one) => all + one.registered, 0)
    expect([
      sum(figures.byAgency),
      sum(figures.byBorough),
      sum(figures.byCourse),
      sum(figures.byRun),
    ]).toEqual([3, 3, 3, 3])
  })
})
