import type { Booking } from '../../src/domain/booking.ts'
import type { CourseRun } from '../../src/domain/course.ts'
import { sayStanding, standingOf } from '../../src/domain/placeStanding.ts'
import { ordinal } from '../../src/domain/placeWords.ts'
import type { Seat, WaitingPlace } from '../../src/domain/runPlaces.ts'
import { aBooking, anOfficer, aRun, force, officerId } from '../support/places.ts'

const now = '2021-06-01T08:00:00.000Z'
const me = anOfficer(1, 'Brent')
const mine = (changes: Partial<Booking> = {}) => aBooking(me, 'waiting', changes)
const key = mine().key
const seat = (booking: string, until: string | null = null): Seat => ({
  ...{ booking, agency: force, borough: '', until },
  state: until === null ? 'booked' : 'offered',
})
const waits = (booking: string): WaitingPlace => ({ booking, agency: force, borough: 'Brent', since: now })
const inLine = (changes: Partial<CourseRun> = {}) =>
  aRun({ seats: [seat('a'), seat('b')], waiting: [waits('w'), waits(key), waits('x')], ...changes })

describe('where somebody stands', () => {
  test('with a place: when and where', () => {
    expect(sayStanding(aRun({ seats: [seat(key)] }), mine({ state: 'booked' }), now)).toBe(
      'A place is booked: 16 July 2021, 09:00 to 16:00 UK time, Town Hall.',
    )
  })

  test('with an offer: until when, and what becomes of it', () => {
    const run = aRun({ seats: [seat(key, '2021-06-04T08:00:00.000Z')] })
    expect(sayStanding(run, mine({ state: 'offered' }), now)).toBe(
      'A place is offered and kept until 4 June 2021 at 09:00. If it is not taken by then, it goes to the next person who waits.',
    )
    expect(sayStanding(run, mine({ state: 'offered' }), '2021-06-04T08:00:00.000Z')).toContain(
      'not taken in time',
    )
  })

  test('in line: which of how many, since when, and that all places are taken', () => {
    expect(sayStanding(inLine(), mine(), now)).toBe(
      '2nd in line of the 3 who wait, since 1 June 2021 at 09:00. All 2 places are taken. Whoever is first in line is offered the next one that becomes free.',
    )
  })

  test('in line, while others think over an offer', () => {
    const run = inLine({ seats: [seat('a'), seat('b', '2021-06-04T08:00:00.000Z')] })
    expect(sayStanding(run, mine(), now)).toContain('1 of them offered to people who have not answered yet')
  })

  test('in line, while a free place is kept for another borough: for whom and until when', () => {
    const allotments = [{ agency: force, borough: 'Camden', places: 1, releaseOn: '2021-07-01' }]
    const run = inLine({ seats: [seat('a')], allotments })
    expect(sayStanding(run, mine(), now)).toContain(
      '1 free place is kept for Thameside Police in Camden; on 1 July 2021 what is left goes to whoever has waited longest.',
    )
    expect(standingOf(run, mine(), now)).toEqual({
      ...{ position: 2, waiting: 3, keptForOthers: 1, nextRelease: '2021-07-01' },
    })
  })

  test('in line, when it is too late for an offer', () => {
    const run = inLine({ seats: [seat('a')] })
    expect(sayStanding(run, mine(), '2021-07-16T07:00:00.000Z')).toContain('too close to the start')
  })

  test('in line for the only place', () => {
    expect(sayStanding(inLine({ capacity: 1, seats: [seat('a')] }), mine(), now)).toContain(
      'The one place is taken.',
    )
  })

  test('alone in line', () => {
    expect(sayStanding(inLine({ waiting: [waits(key)] }), mine(), now)).toMatch(/^First and only one in line/)
  })

  test.each([
    ['requested', 'Asked for; a coordinator has to agree.'],
    ['approved', 'Agreed to; the place is being given.'],
    ['no-show', 'Booked, and did not come.'],
    ['passed', 'Passed.'],
  ] as const)('%s', (state, sentence) => {
    expect(sayStanding(aRun(), mine({ state }), now)).toBe(sentence)
  })

  test.each([
    ['booked', 'Given back.', 'The place was given back.'],
    ['offered', 'Ill.', 'The place was given back. Ill.'],
    ['waiting', 'Given back.', 'The request was withdrawn.'],
    ['requested', 'Not needed.', 'The request was withdrawn. Not needed.'],
  ] as const)('given up by somebody who was %s, because %s', (from, why, sentence) => {
    const step = { at: now, by: 'R', byObject: officerId(3), from, to: 'withdrawn', why } as const
    expect(sayStanding(aRun(), mine({ state: 'withdrawn', steps: [step] }), now)).toBe(sentence)
  })

  test('after the end: with the reason of the last step', () => {
    const step = { at: now, by: 'R', byObject: officerId(3), from: null, why: 'Not your role.' }
    const booking = mine({ state: 'declined', steps: [{ ...step, to: 'declined' }] })
    expect(sayStanding(aRun(), booking, now)).toBe('No place. Not your role.')
  })
})

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [111, '111th'],
])('%i is written %s', (count, words) => {
  expect(ordinal(count)).toBe(words)
})
