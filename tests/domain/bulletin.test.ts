import { bulletinSummary, composeBulletin, placesForAnybody, sayPlaces } from '../../src/domain/bulletin.ts'
import type { Seat } from '../../src/domain/runPlaces.ts'
import { aCourse, aRun } from '../support/training.ts'

const seat = (booking: string, agency = 'Thameside Police', borough = ''): Seat => ({
  ...{ booking, agency, borough, state: 'booked', until: null },
})
const june = (given = {}) => aRun({ key: 'june', date: '2021-06-14', ...given })
const made = { day: '2021-06-01', since: '2021-05-01', editorial: '' }
const compose = (runs = [june()], courses = [aCourse()]) => composeBulletin({ courses, runs }, made)

describe('places that anybody may have', () => {
  const kept = [{ agency: 'Camden Council', borough: '', places: 4, releaseOn: '2021-06-07' }]
  it.each([
    ['all of an empty run', june(), 10],
    ['not those that are taken', june({ seats: [seat('a'), seat('b')] }), 8],
    ['not those still kept for an agency', june({ allotments: kept }), 6],
    [
      'an agency that used its places keeps none',
      june({ allotments: kept, seats: ['a', 'b', 'c', 'd'].map((one) => seat(one, 'Camden Council')) }),
      6,
    ],
    [
      'a place of a borough of the agency is taken from what is kept for that borough, and from that alone',
      june({
        allotments: [
          ...[{ agency: 'Camden Council', borough: 'Camden', places: 2, releaseOn: '2021-06-07' }],
          ...kept,
        ],
        seats: [seat('a', 'camden  council', 'Camden'), seat('b', 'Camden Council', 'Camden')],
      }),
      4,
    ],
    ['none of a run that is not open', june({ status: 'planned' }), 0],
  ])('%s', (_label, run, places) => {
    expect(placesForAnybody(run, '2021-06-01')).toBe(places)
  })

  it('are free to all on the day of release', () => {
    expect(placesForAnybody(june({ allotments: kept }), '2021-06-06')).toBe(6)
    expect(placesForAnybody(june({ allotments: kept }), '2021-06-07')).toBe(10)
  })
})

describe('a bulletin', () => {
  it('looks from its day to eight weeks on', () => {
    const days = ['2021-05-31', '2021-06-01', '2021-07-27', '2021-07-28']
    const bulletin = compose(days.map((date) => june({ key: date, date })))
    expect(bulletin.coming.map(({ runKey }) => runKey)).toEqual(['2021-06-01', '2021-07-27'])
  })

  it('puts the dates with the most places first among the free ones, and leaves full ones out', () => {
    const full = june({ key: 'full', capacity: 1, seats: [seat('a')] })
    const bulletin = compose([june({ key: 'few', capacity: 2 }), full, june({ key: 'many', capacity: 20 })])
    expect(bulletin.free.map(({ runKey }) => runKey)).toEqual(['many', 'few'])
  })

  it('tells what was called off, with why, and no cancelled date as coming', () => {
    const change = {
      at: '2021-05-20T09:00:00.000Z',
      by: 'Ruth',
      byObject: 'r',
      field: 'date',
      from: '',
      to: '',
      via: 'tab',
    } as const
    const gone = june({ status: 'cancelled', changedWhy: 'The room is flooded', history: [change] })
    const bulletin = compose([gone])
    expect(bulletin.coming).toEqual([])
    expect(bulletin.changes).toEqual([
      {
        day: '2021-05-20',
        text: 'Cancelled: From constable to detective on 14 June 2021. The room is flooded.',
      },
    ])
  })

  it('names nobody: not who teaches, nor who changed what', () => {
    const change = {
      at: '2021-05-20T09:00:00.000Z',
      by: 'Ruth Mbeki',
      byObject: 'r',
      field: 'course',
      from: '',
      to: 'Length: two days',
      via: 'tab',
    } as const
    const bulletin = compose([june({ trainer: 'Chen Wei' })], [aCourse({ history: [change] })])
    expect(JSON.stringify(bulletin)).not.toMatch(/Ruth|Chen/)
    expect(bulletin.changes[0]?.text).toBe('From constable to detective: length: two days.')
  })

  it('sums itself up', () => {
    expect(bulletinSummary(compose())).toBe(
      '1 date in the next 8 weeks, 10 free places on 1 of them, nothing changed.',
    )
    expect(bulletinSummary(compose([]))).toBe('0 dates in the next 8 weeks, no free places, nothing changed.')
  })

  it('says how full a date is', () => {
    const [run] = compose().coming
    if (!run) throw new Error('nothing is coming')
    expect(sayPlaces(run)).toBe('10 of 10 places free')
    expect(sayPlaces({ ...run, free: 0, waiting: 3 })).toBe('full, 3 waiting')
  })
})
