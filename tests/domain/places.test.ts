import { allotmentRefusal, nextRelease, placeCounts, roomFor } from '../../src/domain/allotments.ts'
import type { CourseRun } from '../../src/domain/course.ts'
import { offerPlace } from '../../src/domain/placeMarket.ts'
import { acceptOffer, givePlaceBack, takePlace } from '../../src/domain/places.ts'
import type { Allotment, Seat } from '../../src/domain/runPlaces.ts'
import { ukMoment } from '../../src/domain/runTimes.ts'
import { mostWaiting, offerEnd, settleRun } from '../../src/domain/waitingList.ts'
import { aRun } from '../support/places.ts'

const now = '2021-06-01T08:00:00.000Z'
const seat = (name: string, borough = '', until: string | null = null): Seat => ({
  ...{ booking: name, agency: 'Police', borough, until },
  state: until === null ? 'booked' : 'offered',
})
const waits = (name: string, borough = '', since = now) => ({
  booking: name,
  agency: 'Police',
  borough,
  since,
})
const asks = (name: string, borough = '', since = now) => ({
  booking: name,
  agency: 'Police',
  borough,
  since,
})
const kept = (changes: Partial<Allotment> = {}): Allotment => ({
  ...{ agency: 'Police', borough: 'Camden', places: 1, releaseOn: '2021-07-01' },
  ...changes,
})
const took = (change: ReturnType<typeof takePlace>) => {
  if (!change.ok) throw new Error(change.code)
  return change
}
const lineOf = (run: CourseRun) => run.waiting.map(({ booking }) => booking)

describe('asking for a place', () => {
  test('the last place is given', () => {
    const { run, effects } = took(takePlace(aRun({ seats: [seat('a')] }), asks('b'), now))
    expect(run.seats).toHaveLength(2)
    expect(effects).toEqual([{ booking: 'b', to: 'booked', until: null, because: 'place-free' }])
  })

  test('the one after the last waits', () => {
    const { run, effects } = took(takePlace(aRun({ seats: [seat('a'), seat('b')] }), asks('c'), now))
    expect(lineOf(run)).toEqual(['c'])
    expect(effects).toEqual([{ booking: 'c', to: 'waiting', until: null, because: 'nothing-free' }])
  })

  test('whoever asked first is first in line, whoever was saved first', () => {
    const full = aRun({
      seats: [seat('a'), seat('b')],
      waiting: [waits('late', '', '2021-06-01T08:00:02.000Z')],
    })
    const { run } = took(takePlace(full, asks('early', '', '2021-06-01T08:00:01.500Z'), now))
    expect(lineOf(run)).toEqual(['early', 'late'])
  })

  test('asking again changes nothing', () => {
    const run = aRun({ seats: [seat('a'), seat('b')], waiting: [waits('c')] })
    expect(took(takePlace(run, asks('a'), now)).run).toBe(run)
    expect(took(takePlace(run, asks('c'), now)).run).toBe(run)
  })

  test.each([
    [mostWaiting - 1, true],
    [mostWaiting, false],
  ])('with %i people in line one more may join: %s', (count, ok) => {
    const waiting = Array.from({ length: count }, (_, index) => waits(`w${index}`))
    expect(takePlace(aRun({ seats: [seat('a'), seat('b')], waiting }), asks('x'), now).ok).toBe(ok)
  })

  test.each([
    ['run-cancelled', { status: 'cancelled' as const }],
    ['run-not-open', { status: 'planned' as const }],
    ['run-begun', { status: 'held' as const }],
    ['run-begun', { date: '2021-06-01', start: '09:00' }],
  ])('is refused: %s', (code, changes) => {
    expect(takePlace(aRun(changes), asks('x'), now)).toEqual({ ok: false, code })
  })

  test('is possible up to the minute before the start, in UK time', () => {
    expect(takePlace(aRun({ date: '2021-06-01', start: '09:01' }), asks('x'), now).ok).toBe(true)
  })
})

describe('places that are kept', () => {
  const run = aRun({ capacity: 2, seats: [seat('a', 'Brent')], allotments: [kept()] })

  test.each([
    ['2021-06-30', 'Brent', 0],
    ['2021-06-30', 'Camden', 1],
    ['2021-07-01', 'Brent', 1],
  ])('on %s somebody from %s could have %i', (day, borough, places) => {
    expect(roomFor(run, { agency: 'Police', borough }, day)).toBe(places)
  })

  test('go to whoever waited longest anywhere, on the day of their release and not before', () => {
    const waiting = [waits('brent', 'Brent'), waits('barnet', 'Barnet')]
    const before = ukMoment('2021-06-30', '23:59')
    const after = ukMoment('2021-07-01', '00:01')
    expect(settleRun({ ...run, waiting }, before).effects).toEqual([])
    expect(settleRun({ ...run, waiting }, after).effects).toMatchObject([{ booking: 'brent', to: 'offered' }])
  })

  test('a seat of the borough fills its own allotment before that of the agency', () => {
    const both = [kept({ borough: '' }), kept()]
    const one = aRun({ capacity: 3, seats: [seat('a', 'Camden')], allotments: both })
    expect(roomFor(one, { agency: 'Police', borough: 'Brent' }, '2021-06-30')).toBe(2)
    expect(roomFor(one, { agency: 'NHS', borough: 'Camden' }, '2021-06-30')).toBe(1)
  })

  test('names are the same whatever their case and spaces', () => {
    expect(roomFor(run, { agency: ' police ', borough: 'CAMDEN' }, '2021-06-30')).toBe(1)
  })

  test('are counted beside what is open', () => {
    expect(placeCounts(run, '2021-06-30')).toMatchObject({ booked: 1, free: 1, kept: 1, open: 0 })
    expect(placeCounts(run, '2021-07-01')).toMatchObject({ booked: 1, free: 1, kept: 0, open: 1 })
    expect(nextRelease(run, '2021-06-30')).toBe('2021-07-01')
    expect(nextRelease(run, '2021-07-01')).toBeNull()
  })

  test.each([
    ['fits beside those who have a place', [kept()], null],
    ['one more than fits', [kept({ places: 2 })], 'too-many-allotted'],
    ['twice for the same', [kept(), kept({ borough: 'camden ' })], 'allotted-twice'],
    ['for nobody', [kept({ agency: ' ' })], 'no-agency'],
    ['no places', [kept({ places: 0 })], 'no-places'],
    ['until the day of the run', [kept({ releaseOn: '2021-07-16' })], null],
    ['until after the run', [kept({ releaseOn: '2021-07-17' })], 'bad-release'],
  ])('are refused where they cannot be: %s', (_, allotments, code) => {
    expect(allotmentRefusal(run, allotments, '2021-06-01')).toBe(code)
  })
})

describe('offers', () => {
  test.each([
    ['two weeks away', '2021-06-15', '2021-06-04T08:00:00.000Z'],
    ['a day less', '2021-06-14', '2021-06-02T08:00:00.000Z'],
    ['three days away', '2021-06-04', '2021-06-02T08:00:00.000Z'],
    ['two days away', '2021-06-03', '2021-06-01T12:00:00.000Z'],
  ])('are kept for longer the further the run is: %s', (_, date, end) => {
    expect(offerEnd(aRun({ date }), now)).toBe(end)
  })

  test.each([
    ['12:00', '2021-06-01T09:00:00.000Z'],
    ['11:59', null],
  ])('on the day itself end two hours before a start at %s, and need an hour', (start, end) => {
    expect(offerEnd(aRun({ date: '2021-06-01', start, end: '18:00' }), now)).toBe(end)
  })

  const until = '2021-06-04T08:00:00.000Z'
  const offered = aRun({ seats: [seat('a'), seat('b', '', until)], waiting: [waits('c')] })

  test('can be taken until the moment at which they end, and not then', () => {
    expect(acceptOffer(offered, 'b', '2021-06-04T07:59:59.000Z').ok).toBe(true)
    expect(acceptOffer(offered, 'b', until)).toEqual({ ok: false, code: 'offer-gone' })
  })

  test('that nobody answered go to the next in line, and not to the same person again', () => {
    const { run, effects } = settleRun(offered, until)
    expect(effects.map(({ booking, to }) => [booking, to])).toEqual([
      ['b', 'declined'],
      ['c', 'offered'],
    ])
    expect(run.waiting).toEqual([])
  })

  test('that are turned down go to the next in line in the same step', () => {
    const { effects } = took(givePlaceBack(offered, 'b', 'declined', now))
    expect(effects.map(({ booking, to }) => [booking, to])).toEqual([
      ['b', 'declined'],
      ['c', 'offered'],
    ])
  })

  test('for another date come after those who wait for this one', () => {
    const free = aRun({ seats: [seat('a')] })
    expect(offerPlace(free, asks('from-elsewhere'), now)).toMatchObject({ ok: true })
    const waitedFor = aRun({ capacity: 1, seats: [seat('a')], waiting: [waits('c')] })
    expect(offerPlace(waitedFor, asks('from-elsewhere'), now)).toEqual({ ok: false, code: 'no-place' })
  })
})

describe('giving back', () => {
  test('a place in the line frees nothing', () => {
    const run = aRun({ seats: [seat('a'), seat('b')], waiting: [waits('c'), waits('d')] })
    expect(took(givePlaceBack(run, 'c', 'withdrawn', now)).effects).toHaveLength(1)
  })

  test('is refused for what somebody does not have, and once the run has begun', () => {
    expect(givePlaceBack(aRun(), 'x', 'withdrawn', now)).toEqual({ ok: false, code: 'no-place' })
    const begun = aRun({ seats: [seat('a')] })
    expect(givePlaceBack(begun, 'a', 'withdrawn', '2021-07-16T07:59:59.000Z').ok).toBe(true)
    expect(givePlaceBack(begun, 'a', 'withdrawn', '2021-07-16T08:00:00.000Z')).toMatchObject({
      code: 'run-begun',
    })
  })
})
