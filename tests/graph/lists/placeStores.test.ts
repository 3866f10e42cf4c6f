import type { Booking } from '../../../src/domain/booking.ts'
import type { CourseRun } from '../../../src/domain/course.ts'
import type { Venue } from '../../../src/domain/venue.ts'
import { bookingStore } from '../../../src/graph/lists/bookings.ts'
import { runStore } from '../../../src/graph/lists/runs.ts'
import { venueStore } from '../../../src/graph/lists/venues.ts'
import type { SiteContext } from '../../../src/graph/site.ts'
import type { Created, ReadRows } from '../../../src/usecases/ports.ts'
import { startListStub } from '../listStub.ts'

const at = '2021-06-01T09:00:00.000Z'
const run: CourseRun = {
  ...{ key: 'c/1', courseKey: 'c', date: '2021-07-01', start: '09:00', end: '16:30', venue: 'Here' },
  ...{ capacity: 12, status: 'planned', changedWhy: 'W', trainer: 'T', venueKey: 'hall', minimum: 4 },
  allotments: [{ agency: 'Thameside Police', borough: '', places: 2, releaseOn: '2021-06-20' }],
  seats: [
    { booking: 'c/1/o-1', agency: 'Thameside Police', borough: 'Camden', state: 'booked', until: null },
    { booking: 'c/1/n@p.example', agency: '', borough: '', state: 'offered', until: at },
    { booking: 'another/o-2', agency: 'A', borough: '', state: 'booked', until: null },
  ],
  waiting: [{ booking: 'c/1/o-3', agency: 'NHS', borough: '', since: at }],
  debrief: 'D',
  history: [{ at, by: 'A B', byObject: 'o-1', field: 'date', from: 'a', to: 'b', why: 'W', via: 'tab' }],
}
const booking: Booking = {
  ...{ key: 'c/1/o-1', runKey: 'c/1', courseKey: 'c', runDate: '2021-07-01', person: 'o-1' },
  ...{ personName: 'A B', address: 'a@b.example', organisation: 'Thameside Police', borough: 'Camden' },
  ...{ state: 'offered', requestedAt: at, offerUntil: at, arrangedBy: 'o-2' },
  ...{ eventRef: 'x'.repeat(300), eventDue: true, eventFor: 'ab12' },
  steps: [{ at, by: 'A B', byObject: 'o-1', from: null, to: 'requested', why: 'W' }],
}
const venue: Venue = {
  ...{ key: 'hall', name: 'Hall', address: '1 Street\nTown', borough: 'Camden', capacity: 40 },
  ...{ access: 'Step-free', roomAddress: 'hall@thameside.example' },
  ...{ contact: 'The caretaker', closed: true, history: [] },
}

interface AnyStore<T> {
  create(value: T): Promise<Created<T>>
  all(): Promise<ReadRows<T>>
}

async function roundTrip<T>(
  title: string,
  open: (site: SiteContext) => AnyStore<T>,
  value: T,
): Promise<unknown> {
  const list = await startListStub(title)
  try {
    const store = open(list.site)
    await store.create(value)
    const read = await store.all()
    expect(read.unreadable).toEqual([])
    return read.rows[0]?.value
  } finally {
    await list.stop()
  }
}

test('a run comes back with its seats, its waiting people and its history', async () => {
  expect(await roundTrip('Runs', runStore, run)).toEqual(run)
})

test('a booking comes back with all its steps', async () => {
  expect(await roundTrip('Bookings', bookingStore, booking)).toEqual(booking)
})

test('a booking with very long reasons keeps all its steps in one note of SharePoint', async () => {
  const [step] = booking.steps
  const steps = Array.from({ length: 200 }, () => ({ ...step, why: 'w'.repeat(5_000) }))
  const read = await roundTrip('Bookings', bookingStore, { ...booking, steps } as Booking)
  const kept = (read as Booking).steps
  expect(kept).toHaveLength(200)
  expect(JSON.stringify(kept).length).toBeLessThan(63_999)
})

test('a booking that nothing is offered to and no event is made for comes back', async () => {
  const bare: Booking = {
    ...booking,
    offerUntil: null,
    eventDue: false,
    eventRef: '',
    eventFor: '',
    steps: [],
  }
  expect(await roundTrip('Bookings', bookingStore, bare)).toEqual(bare)
})

test('a venue comes back', async () => {
  expect(await roundTrip('Venues', venueStore, venue)).toEqual(venue)
})

const person = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const full = (places: number, waiting: number): CourseRun => ({
  ...run,
  key: 'foundation-officers-2021-06-07',
  seats: Array.from({ length: places }, (_, index) => ({
    booking: `foundation-officers-2021-06-07/${person(index)}`,
    ...{
      agency: 'Metropolitan Police Service',
      borough: 'Kensington and Chelsea',
      state: 'offered',
      until: at,
    },
  })),
  waiting: Array.from({ length: waiting }, (_, index) => ({
    booking: `foundation-officers-2021-06-07/${person(1_000 + index)}`,
    ...{ agency: 'Metropolitan Police Service', borough: 'Kensington and Chelsea', since: at },
  })),
})

test('the largest run that the rules allow fits into its notes', async () => {
  const largest = full(300, 300)
  expect(await roundTrip('Runs', runStore, largest)).toEqual(largest)
})
