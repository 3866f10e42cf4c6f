import type { BookingState } from '../../src/domain/booking.ts'
import { daysWaited, medianOf, outcomeOf, percentOf, tallyOf } from '../../src/domain/placeTally.ts'
import { aBooking } from '../support/training.ts'

const left = (at: string) => {
  const booking = aBooking(['requested', 'booked', 'withdrawn'])
  const steps = booking.steps.map((step) => (step.to === 'withdrawn' ? { ...step, at } : step))
  return { ...booking, steps }
}

describe('what became of a booking', () => {
  it.each<[string, BookingState[], string]>([
    ['had a place and came', ['requested', 'booked', 'attended'], 'attended'],
    ['had a place and was there for a part', ['requested', 'booked', 'partly'], 'attended'],
    ['came without ever having had a place', ['attended'], 'unscheduled'],
    ['had a place and did not come', ['booked', 'no-show'], 'no-show'],
    ['had a place, and nobody said', ['requested', 'booked'], 'not-recorded'],
    ['was still waiting', ['requested', 'waiting'], 'left-waiting'],
    ['was offered a place and said nothing', ['requested', 'waiting', 'offered'], 'left-waiting'],
    ['was declined', ['requested', 'declined'], 'no-place'],
    ['took the wish back before having a place', ['requested', 'withdrawn'], 'no-place'],
  ])('%s', (_label, states, outcome) => {
    expect(outcomeOf(aBooking(states))).toBe(outcome)
  })

  it('is a late cancellation from the seventh day before the run, and none on the eighth', () => {
    expect(outcomeOf(left('2021-04-26T10:00:00.000Z'))).toBe('late-cancelled')
    expect(outcomeOf(left('2021-04-25T10:00:00.000Z'))).toBe('cancelled')
  })
})

describe('adding up', () => {
  it('registers those who came with a place, those who did not, late cancellations and those not recorded', () => {
    const tally = tallyOf([
      aBooking(['booked', 'attended']),
      aBooking(['booked', 'no-show']),
      left('2021-05-01T10:00:00.000Z'),
      left('2021-04-10T10:00:00.000Z'),
      aBooking(['booked']),
      aBooking(['attended']),
      aBooking(['requested', 'waiting']),
    ])
    expect(tally).toMatchObject({ registered: 4, attended: 2, unscheduled: 1, noShows: 1, lateCancelled: 1 })
    expect(tally).toMatchObject({ cancelled: 1, notRecorded: 1, leftWaiting: 1 })
  })

  it('waits from the wish to the first place', () => {
    expect(daysWaited(aBooking(['requested', 'waiting', 'booked']))).toBe(2)
    expect(daysWaited(aBooking(['requested', 'waiting']))).toBeNull()
  })

  it.each([
    [[], null],
    [[4], 4],
    [[9, 1, 4], 4],
    [[1, 2, 9, 4], 3],
  ])('takes the middle of %j', (numbers, median) => {
    expect(medianOf(numbers)).toBe(median)
  })

  it('has no share of nothing', () => {
    expect([percentOf(0, 0), percentOf(2, 3)]).toEqual([null, 67])
  })
})
