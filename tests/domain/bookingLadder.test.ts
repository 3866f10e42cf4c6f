import { type BookingState, bookingStates } from '../../src/domain/booking.ts'
import { bookingKey, bookingsBehind, isStep, stepTo } from '../../src/domain/bookingLadder.ts'
import type { Seat } from '../../src/domain/runPlaces.ts'
import { aBooking, anOfficer, aPartner, aRun, force } from '../support/places.ts'

const now = '2021-06-04T08:00:00.000Z'
const by = { at: now, by: 'A B', byObject: 'o-1', why: 'W' }

const ladder: readonly (readonly [BookingState | null, readonly BookingState[]])[] = [
  [null, ['requested', 'no-show', 'partly', 'attended', 'passed', 'failed']],
  ['requested', ['approved', 'declined', 'withdrawn']],
  ['approved', ['waiting', 'booked', 'declined', 'withdrawn']],
  ['waiting', ['offered', 'booked', 'declined', 'withdrawn']],
  ['offered', ['booked', 'declined', 'withdrawn']],
  ['booked', ['withdrawn', 'no-show', 'partly', 'attended', 'passed', 'failed']],
  ['declined', ['requested']],
  ['withdrawn', ['requested']],
  ['attended', ['no-show', 'partly', 'attended', 'passed', 'failed']],
]
test.each(ladder)('from %s the ladder leads to %j, and nowhere else', (from, to) => {
  expect(bookingStates.filter((state) => isStep(from, state))).toEqual(to)
})

test('a step is written down with who, when and why, and one that is not there is not taken', () => {
  const booked = aBooking(anOfficer(1), 'booked')
  expect(stepTo(booked, 'withdrawn', by)?.steps).toEqual([{ ...by, from: 'booked', to: 'withdrawn' }])
  expect(stepTo(booked, 'offered', by)).toBeNull()
})

test('somebody is known by their account, or by their address whatever its case', () => {
  expect(bookingKey('r', anOfficer(1))).toBe(`r/${anOfficer(1).person}`)
  expect(bookingKey('r', { ...aPartner('Bea'), address: ' Bea@Camden.example ' })).toBe(
    'r/bea@camden.example',
  )
})

describe('a row that a broken-off change left behind', () => {
  const mine = (state: BookingState, offerUntil: string | null = null) =>
    aBooking(anOfficer(1), state, { offerUntil })
  const seat = (until: string | null = null): Seat => ({
    ...{ booking: mine('booked').key, agency: force, borough: '', until },
    state: until === null ? 'booked' : 'offered',
  })
  const later = '2021-06-05T08:00:00.000Z'

  test.each([
    ['has a place', aRun({ seats: [seat()] }), mine('approved'), 'booked', 'put-right'],
    ['has an offer', aRun({ seats: [seat(later)] }), mine('waiting'), 'offered', 'put-right'],
    ['has another offer', aRun({ seats: [seat(later)] }), mine('offered', now), 'offered', 'put-right'],
    ['has no place any more', aRun(), mine('booked'), 'withdrawn', 'put-right'],
    ['had an offer that ended', aRun(), mine('offered', now), 'declined', 'not-answered'],
    ['was on a cancelled run', aRun({ status: 'cancelled' }), mine('booked'), 'withdrawn', 'cancelled'],
    [
      'is on a run that moved',
      aRun({ date: '2021-07-20', seats: [seat()] }),
      mine('booked'),
      'booked',
      'put-right',
    ],
  ] as const)('is brought after the run: %s', (_, run, row, to, because) => {
    expect(bookingsBehind(run, [row], now)).toMatchObject([{ to, because }])
  })

  test.each([
    ['a request', aRun(), mine('requested')],
    ['a request that was agreed to', aRun(), mine('approved')],
    ['a booked place', aRun({ seats: [seat()] }), mine('booked')],
    ['an offer', aRun({ seats: [seat(later)] }), mine('offered', later)],
    ['a result', aRun(), mine('attended')],
    ['an end', aRun(), mine('declined')],
  ] as const)('is not seen in %s', (_, run, row) => {
    expect(bookingsBehind(run, [row], now)).toEqual([])
  })
})
