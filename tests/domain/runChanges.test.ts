import type { CourseRun } from '../../src/domain/course.ts'
import { applyRunChange, bookingsLacking, planRun, type RunChange } from '../../src/domain/runChanges.ts'
import type { Seat } from '../../src/domain/runPlaces.ts'
import { aRun } from '../support/places.ts'

const now = '2021-06-01T08:00:00.000Z'
const by = { at: now, by: 'Ruth Mbeki', byObject: 'o-3' }
const seat = (booking: string, until: string | null = null): Seat => ({
  ...{ booking, agency: 'Police', borough: '', until },
  state: until === null ? 'booked' : 'offered',
})
const busy = aRun({
  seats: [seat('a'), seat('b', '2021-06-04T08:00:00.000Z')],
  waiting: [{ booking: 'c', agency: 'Police', borough: '', since: now }],
})
const day = { date: '2021-07-20', start: '10:00', end: '17:00', venue: 'Library', venueKey: '' }
const change = (run: CourseRun, one: RunChange, at = now) => applyRunChange(run, one, { ...by, at })
const done = (run: CourseRun, one: RunChange, at = now) => {
  const changed = change(run, one, at)
  if (!changed.ok) throw new Error(changed.code)
  return changed
}

describe('moving a run', () => {
  const moved = done(busy, { does: 'move', ...day, why: 'The hall is flooded' })

  test('takes everybody along, with a place, an offer or a place in the line', () => {
    expect(moved.effects.map(({ booking, to, because }) => [booking, to, because])).toEqual([
      ['a', 'booked', 'moved'],
      ['b', 'offered', 'moved'],
      ['c', 'waiting', 'moved'],
    ])
  })

  test('writes down who did it, from where to where, and why', () => {
    expect(moved.run.history).toEqual([
      {
        ...{ ...by, field: 'date', via: 'tab', why: 'The hall is flooded' },
        from: '16 July 2021, 09:00 to 16:00 UK time, Town Hall',
        to: '20 July 2021, 10:00 to 17:00 UK time, Library',
      },
    ])
  })

  test('to a day so near that an offer could not be answered any more ends the offer', () => {
    const near = { ...day, date: '2021-06-01', start: '10:00' }
    const { effects } = done(busy, { does: 'move', ...near, why: 'W' })
    expect(effects.at(-1)).toMatchObject({ booking: 'b', to: 'declined', because: 'not-answered' })
  })

  test('keeps allotments no longer than until the new day', () => {
    const kept = aRun({
      allotments: [{ agency: 'NHS', borough: '', places: 1, releaseOn: '2021-07-10' }],
    })
    const { run } = done(kept, { does: 'move', ...day, date: '2021-07-05', why: 'W' })
    expect(run.allotments[0]?.releaseOn).toBe('2021-07-05')
  })
})

describe('cancelling a run', () => {
  test('takes everybody off and says why', () => {
    const { run, effects } = done(busy, { does: 'cancel', why: 'No trainer' })
    expect(run).toMatchObject({ status: 'cancelled', seats: [], waiting: [], changedWhy: 'No trainer' })
    expect(effects.map(({ booking, to, because }) => [booking, to, because])).toEqual([
      ['a', 'withdrawn', 'cancelled'],
      ['b', 'withdrawn', 'cancelled'],
      ['c', 'withdrawn', 'cancelled'],
    ])
  })
})

describe('more places', () => {
  test('are offered to those who wait, in the same step', () => {
    const { effects } = done(busy, { does: 'capacity', capacity: 3, why: '' })
    expect(effects).toMatchObject([{ booking: 'c', to: 'offered' }])
  })
})

test.each<[string, CourseRun, RunChange]>([
  ['why-missing', busy, { does: 'move', ...day, why: ' ' }],
  ['why-missing', busy, { does: 'cancel', why: '' }],
  ['past-day', busy, { does: 'move', ...day, date: '2021-05-31', why: 'W' }],
  ['bad-day', busy, { does: 'move', ...day, date: '2021-02-30', why: 'W' }],
  ['bad-times', busy, { does: 'move', ...day, end: '10:00', why: 'W' }],
  ['bad-times', busy, { does: 'move', ...day, start: '24:00', why: 'W' }],
  ['places-taken', busy, { does: 'capacity', capacity: 1, why: '' }],
  ['bad-capacity', busy, { does: 'capacity', capacity: 301, why: '' }],
  ['no-change', busy, { does: 'capacity', capacity: 2, why: '' }],
  ['bad-minimum', busy, { does: 'details', trainer: '', minimum: 3 }],
  ['not-planned', busy, { does: 'open' }],
  ['not-yet', busy, { does: 'hold' }],
  ['run-cancelled', aRun({ status: 'cancelled' }), { does: 'debrief', text: 'D' }],
  ['run-held', aRun({ status: 'held' }), { does: 'cancel', why: 'W' }],
  ['too-many-allotted', busy, allot(1)],
])('%s: is refused, and nothing changes', (code, run, one) => {
  expect(change(run, one)).toEqual({ ok: false, code })
})

function allot(places: number): RunChange {
  return {
    does: 'allot',
    allotments: [{ agency: 'NHS', borough: '', places, releaseOn: '2021-07-01' }],
    why: '',
  }
}

test('a planned run is moved without a reason: nobody is on it', () => {
  expect(change(aRun({ status: 'planned' }), { does: 'move', ...day, why: '' }).ok).toBe(true)
})

test('a debrief can still be written of a run that was held', () => {
  const { run } = done(aRun({ status: 'held' }), { does: 'debrief', text: ' Good. ' })
  expect(run.debrief).toBe('Good.')
})

test('a run lacks bookings up to its minimum; an offer is no booking', () => {
  expect(bookingsLacking({ ...busy, minimum: 2 })).toBe(1)
  expect(bookingsLacking({ ...busy, minimum: 1 })).toBe(0)
})

const entered = { ...day, courseKey: 'c', capacity: 12, minimum: 4, trainer: 'T', open: false }
test('a run is entered as planned, and open when it is said so', () => {
  expect(planRun(entered, by)).toMatchObject({ ok: true, run: { key: 'c-2021-07-20', status: 'planned' } })
  expect(planRun({ ...entered, open: true }, by)).toMatchObject({ run: { status: 'open' } })
})
test.each([
  ['past-day', { date: '2021-05-31' }],
  ['bad-capacity', { capacity: 0 }],
  ['bad-minimum', { minimum: 13 }],
])('a run cannot be entered: %s', (code, changes) => {
  expect(planRun({ ...entered, ...changes }, by)).toEqual({ ok: false, code })
})
