import type { BookingState } from '../../domain/booking.ts'
import type { IsoDate } from '../../domain/calendarDays.ts'
import type { BookingDraft } from '../../usecases/loadSamplePlaces.ts'
import { force, sampleOfficers, samplePartners } from './participants.ts'

type Counted = readonly [count: number, state: BookingState]

const tenant = 'thameside.example'
const nobody = { organisation: force, borough: '' }

/** Bookings of the sample: what became of the last months, and where the coming ones are full or empty. */
export const sampleBookings: readonly BookingDraft[] = [
  ...partners(
    'what-to-do-if-2021-01-27',
    0,
    '2020-11-16',
    [17, 'attended'],
    [3, 'no-show'],
    [2, 'withdrawn'],
  ),
  ...officers('traffic-patrol-2021-03-17', 0, '2021-02-01', [2, 'passed'], [1, 'failed']),
  ...partners(
    'achieving-best-evidence-2021-02-22',
    5,
    '2020-11-02',
    [7, 'passed'],
    [1, 'failed'],
    [1, 'withdrawn'],
  ),
  ...officers('achieving-best-evidence-2021-02-22', 1, '2020-11-09', [2, 'passed'], [1, 'partly']),
  ...partners('what-to-do-if-2021-03-10', 9, '2021-01-11', [9, 'attended'], [2, 'no-show'], [3, 'withdrawn']),
  ...officers('what-to-do-if-2021-03-10', 4, '2021-01-12', [3, 'attended']),
  ...partners(
    'joint-investigation-2021-03-23',
    2,
    '2021-01-04',
    [8, 'attended'],
    [1, 'partly'],
    [1, 'no-show'],
  ),
  ...officers('joint-investigation-2021-03-23', 2, '2021-01-05', [4, 'attended']),
  ...officers('safelives-programme-2021-04-28', 0, '2021-03-15', [7, 'attended'], [1, 'no-show']),
  ...partners(
    'what-to-do-if-2021-05-12',
    14,
    '2021-03-01',
    [12, 'attended'],
    [1, 'no-show'],
    [2, 'withdrawn'],
  ),
  ...officers('what-to-do-if-2021-05-12', 7, '2021-03-08', [3, 'attended'], [1, 'no-show']),
  ...partners(
    'joint-investigation-2021-05-25',
    20,
    '2021-03-29',
    [9, 'attended'],
    [1, 'no-show'],
    [1, 'withdrawn'],
  ),
  ...officers('joint-investigation-2021-05-25', 0, '2021-03-30', [3, 'attended']),

  ...officers('safelives-programme-2021-06-02', 2, '2021-04-26', [8, 'booked'], [1, 'withdrawn']),
  ...partners('what-to-do-if-2021-06-03', 3, '2021-05-04', [6, 'withdrawn']),
  ...partners('what-to-do-if-2021-06-15', 0, '2021-05-04', [11, 'booked'], [1, 'declined']),
  ...officers('what-to-do-if-2021-06-15', 5, '2021-05-06', [3, 'booked'], [1, 'requested']),
  ...partners(
    'achieving-best-evidence-2021-06-21',
    3,
    '2021-04-06',
    [9, 'booked'],
    [1, 'offered'],
    [4, 'waiting'],
  ),
  ...officers('achieving-best-evidence-2021-06-21', 8, '2021-04-12', [2, 'booked'], [1, 'waiting']),
  ...partners('joint-investigation-2021-06-24', 12, '2021-04-19', [11, 'booked']),
  ...officers('joint-investigation-2021-06-24', 3, '2021-04-20', [4, 'booked']),
  ...partners('joint-investigation-2021-07-08', 24, '2021-05-10', [3, 'booked']),
  ...partners('what-to-do-if-2021-07-13', 27, '2021-05-17', [4, 'booked']),
  ...officers('what-to-do-if-2021-07-13', 9, '2021-05-18', [1, 'booked']),
  ...partners('achieving-best-evidence-2021-07-19', 30, '2021-05-24', [3, 'booked']),
  ...officers('community-safety-unit-2021-06-21', 1, '2021-05-03', [4, 'booked']),
  ...officers('traffic-patrol-2021-06-09', 0, '2021-05-11', [1, 'booked']),
]

/** People of partners, one after the other from a place in the list, each asking a day after the one before. */
function partners(run: string, from: number, first: IsoDate, ...counted: readonly Counted[]): BookingDraft[] {
  return states(counted).flatMap((state, index): BookingDraft[] => {
    const partner = samplePartners[(from + index) % samplePartners.length]
    return partner ? [{ ...partner, run, state, asked: laterOn(first, index), hasAccount: false }] : []
  })
}

function officers(run: string, from: number, first: IsoDate, ...counted: readonly Counted[]): BookingDraft[] {
  return states(counted).flatMap((state, index): BookingDraft[] => {
    const officer = sampleOfficers[(from + index) % sampleOfficers.length]
    const asked = laterOn(first, index)
    return officer
      ? [{ ...nobody, personName: '', address: `${officer}@${tenant}`, run, state, asked, hasAccount: true }]
      : []
  })
}

function states(counted: readonly Counted[]): readonly BookingState[] {
  return counted.flatMap(([count, state]) => Array.from({ length: count }, () => state))
}

/** A day later for each, at an hour of its own, so that no two have waited equally long. */
function laterOn(first: IsoDate, index: number): string {
  const day = new Date(Date.parse(`${first}T08:00:00.000Z`) + index * 86_400_000 + index * 1_260_000)
  return `${day.toISOString().slice(0, 19)}.000Z`
}
