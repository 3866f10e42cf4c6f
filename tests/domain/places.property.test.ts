import fc from 'fast-check'
import { keptPlaces, roomFor } from '../../src/domain/allotments.ts'
import { ukDay } from '../../src/domain/calendarDays.ts'
import type { CourseRun } from '../../src/domain/course.ts'
import { acceptOffer, givePlaceBack, type PlaceChange, takePlace } from '../../src/domain/places.ts'
import { applyRunChange, type RunChange } from '../../src/domain/runChanges.ts'
import { hoursLater } from '../../src/domain/runTimes.ts'
import { offerEnd, type PlaceEffect, settleRun } from '../../src/domain/waitingList.ts'
import { aRun } from '../support/places.ts'

const groups = [
  { agency: 'Police', borough: 'Camden' },
  { agency: 'Police', borough: 'Brent' },
  { agency: 'NHS', borough: '' },
  { agency: 'Council', borough: 'Camden' },
] as const
const allotments = [
  { agency: 'Police', borough: 'Camden', places: 1, releaseOn: '2021-07-01' },
  { agency: 'Police', borough: '', places: 1, releaseOn: '2021-07-05' },
  { agency: 'NHS', borough: '', places: 1, releaseOn: '2021-07-10' },
]
const coordinator = { by: 'Ruth Mbeki', byObject: 'o-3' }

type Act =
  | { readonly does: 'ask' | 'back' | 'accept' | 'decline'; readonly who: number }
  | { readonly does: 'time'; readonly hours: number }
  | { readonly does: 'change'; readonly change: RunChange }

const who = fc.integer({ min: 0, max: 11 })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('ask' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('back' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('accept' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('decline' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 120 }) }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Act>(...changes()) },
)

function changes(): readonly Act[] {
  const day = { start: '09:00', end: '16:00', venue: 'Town Hall', venueKey: '', why: 'W' }
  const all: readonly RunChange[] = [
    { does: 'move', ...day, date: '2021-07-20' },
    { does: 'move', ...day, date: '2021-07-12' },
    { does: 'capacity', capacity: 6, why: '' },
    { does: 'capacity', capacity: 3, why: '' },
    { does: 'allot', allotments, why: '' },
    { does: 'allot', allotments: allotments.slice(1), why: '' },
    { does: 'allot', allotments: [], why: '' },
    { does: 'cancel', why: 'W' },
  ]
  return all.map((change) => ({ does: 'change', change }))
}

interface History {
  run: CourseRun
  now: string
  asked: number
  readonly steps: {
    before: CourseRun
    act: Act
    effects: readonly PlaceEffect[]
    after: CourseRun
    now: string
  }[]
}

function play(acts: readonly Act[]): History {
  const history: History = {
    ...{ run: aRun({ capacity: 4, allotments }), now: '2021-06-25T08:00:00.000Z', asked: 0, steps: [] },
  }
  for (const one of acts) {
    if (one.does === 'time') history.now = hoursLater(history.now, one.hours)
    const before = history.run
    const answer = carryOut(history, one)
    if (!answer.ok) continue
    history.run = answer.run
    history.steps.push({ before, act: one, effects: answer.effects, after: answer.run, now: history.now })
  }
  return history
}

function carryOut(history: History, one: Act): PlaceChange | ReturnType<typeof applyRunChange> {
  const { run, now } = history
  if (one.does === 'time') return { ok: true, ...settleRun(run, now) }
  if (one.does === 'change') return applyRunChange(run, one.change, { ...coordinator, at: now })
  const booking = `p${one.who}`
  if (one.does === 'accept') return acceptOffer(run, booking, now)
  if (one.does === 'back') return givePlaceBack(run, booking, 'withdrawn', now)
  if (one.does === 'decline') return givePlaceBack(run, booking, 'declined', now)
  history.asked += 1
  const group = groups[one.who % groups.length] ?? groups[0]
  // Answers cross on their way: whoever asked first is not always the first to be saved.
  const since = hoursLater(now, -((one.who * 7 + history.asked) % 5))
  return takePlace(run, { booking, ...group, since }, now)
}

const histories = fc.array(act, { minLength: 1, maxLength: 60 }).map(play)
const always = (check: (history: History) => void) =>
  fc.assert(fc.property(histories, check), { numRuns: 100 })

test('there are never more places taken or offered than there are places', () => {
  always(({ steps }) => {
    for (const { after } of steps) expect(after.seats.length).toBeLessThanOrEqual(after.capacity)
  })
})

test('nobody has two places, and nobody who has one waits', () => {
  always(({ run }) => {
    const everybody = [...run.seats, ...run.waiting].map(({ booking }) => booking)
    expect(new Set(everybody).size).toBe(everybody.length)
  })
})

test('the line is in the order of asking', () => {
  always(({ steps }) => {
    for (const { after } of steps) {
      const since = after.waiting.map((one) => one.since)
      expect(since).toEqual(since.toSorted())
    }
  })
})

test('nobody is offered a place past somebody of the same group who waited longer', () => {
  always(({ steps }) => {
    for (const { before, effects, after } of steps)
      for (const { to, booking } of effects) {
        const place = before.waiting.find((one) => one.booking === booking)
        if (to !== 'offered' || !place) continue
        const passed = after.waiting.filter(
          (one) => one.since < place.since && one.agency === place.agency && one.borough === place.borough,
        )
        expect(passed).toEqual([])
      }
  })
})

test('nobody waits while there is a place that they could have and that can still be offered', () => {
  always(({ steps }) => {
    for (const { after, now } of steps) {
      if (after.status !== 'open' || offerEnd(after, now) === null) continue
      for (const one of after.waiting) expect(roomFor(after, one, ukDay(now))).toBe(0)
    }
  })
})

test('nobody is given a place past somebody who waits and could have it', () => {
  always(({ steps }) => {
    for (const { before, act: one, effects, now } of steps) {
      if (one.does !== 'ask' || !effects.some(({ to }) => to === 'booked')) continue
      const settled = settleRun(before, now).run
      for (const waiting of settled.waiting) expect(roomFor(settled, waiting, ukDay(now))).toBe(0)
    }
  })
})

test('what is kept for a group can be had by the group, however many others ask', () => {
  always(({ steps }) => {
    for (const { after, now } of steps) {
      const kept = keptPlaces(after, ukDay(now)).reduce((sum, { left }) => sum + left, 0)
      expect(after.seats.length + kept).toBeLessThanOrEqual(after.capacity)
    }
  })
})

test('every change of who is on the run is told to the booking, and nothing else is', () => {
  always(({ steps }) => {
    for (const { before, effects, after } of steps) {
      const standing = (run: CourseRun) =>
        new Map([
          ...run.seats.map((seat) => [seat.booking, `${seat.state} ${seat.until}`] as const),
          ...run.waiting.map(({ booking }) => [booking, 'waiting null'] as const),
        ])
      const [was, is] = [standing(before), standing(after)]
      const last = new Map(effects.map(({ booking, to, until }) => [booking, `${to} ${until}`]))
      for (const booking of new Set([...was.keys(), ...is.keys()])) {
        if (was.get(booking) === is.get(booking)) continue
        const told = last.get(booking)
        expect(is.get(booking) ?? 'gone').toBe(is.has(booking) ? told : 'gone')
        expect(told).toBeDefined()
      }
    }
  })
})
