import type { Booking } from '../domain/booking.ts'
import { type Instant, ukDay } from '../domain/calendarDays.ts'
import type { CourseRun } from '../domain/course.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { closedFor } from '../domain/places.ts'
import { settleRun } from '../domain/waitingList.ts'
import { bookPlace } from './bookPlace.ts'
import type { PlaceDeps } from './changePlaces.ts'
import { promoteWaiting } from './changeRun.ts'
import { type CalendarDeps, followCalendar } from './followCalendar.ts'
import { putBookingsRight, theService } from './followPlaces.ts'
import { offerElsewhere } from './offerElsewhere.ts'
import type { Stored } from './ports.ts'
import { type TellPlaceDeps, tellPlace } from './tellPlace.ts'
import type { BookingStore, DatedRunStore, VenueStore } from './trainingPorts.ts'

/** What settling places reads and writes. */
export type SettleDeps = PlaceDeps & {
  readonly runs: Pick<DatedRunStore, 'onOrAfter'>
  readonly bookings: Pick<BookingStore, 'inState'>
}

/** What telling people and keeping calendars reads and writes. */
export type ServeDeps = TellPlaceDeps &
  Pick<PlaceDeps, 'courses'> & {
    readonly runs: Pick<DatedRunStore, 'byKey'>
    readonly bookings: Pick<BookingStore, 'eventsDue' | 'save'>
    readonly venues: Pick<VenueStore, 'byKey'>
    /** Null where the service has no mailbox: people are told by card alone. */
    readonly calendar: CalendarDeps['calendar'] | null
  }

/** What became of the places themselves. */
export interface PlacesSettled {
  /** Requests that were agreed to and had not got their place. */
  readonly placed: number
  /** Runs whose offers ended or whose free places were offered. */
  readonly settled: number
  /** Places of a run on which nobody waits, offered to people who wait for another date. */
  readonly offeredElsewhere: number
  /** Rows of bookings that a change which broke off had left behind their run. */
  readonly putRight: number
  /** What could not be done, in sentences; the next round tries again. */
  readonly failures: readonly string[]
}

/** What became of the calendars, and who was told. */
export interface PlacesServed {
  readonly events: number
  readonly told: number
  readonly failures: readonly PlaceFailure[]
}

export interface PlaceFailure {
  readonly booking: string
  readonly why: string
}

/**
 * Ends what people began, gives places whose offer was not answered to the next, and those that are no longer kept for
 * a group to whoever has waited longest. One failure keeps nothing else from being done. Any number of instances may
 * do it at a time. Throws `M365Error` only when nothing can be read.
 * @param input.thorough also offers what is free on one date to those who wait for another, and looks through the
 * bookings of every run to come for what a change that broke off left behind
 */
export async function settlePlaces(
  deps: SettleDeps,
  input: { readonly thorough: boolean },
): Promise<PlacesSettled> {
  const now = await deps.clock.now()
  const count = { placed: 0, settled: 0, offeredElsewhere: 0, putRight: 0 }
  const failures: string[] = []
  const each = async <T>(
    things: readonly T[],
    name: (thing: T) => string,
    work: (thing: T) => Promise<void>,
  ) => {
    for (const thing of things)
      await work(thing).catch((thrown: unknown) => {
        if (!isM365Error(thrown)) throw thrown
        failures.push(`${name(thing)}: ${thrown.message}`)
      })
  }
  await each((await deps.bookings.inState('approved')).rows, keyOf, async (row) => {
    const placed = await bookPlace(deps, row, theService)
    if (placed.ok) count.placed += 1
  })
  const runs = (await deps.runs.onOrAfter(ukDay(now))).rows
  await each(
    runs.filter((run) => isUnsettled(run.value, now)),
    keyOf,
    async ({ value }) => {
      await promoteWaiting(deps, { runKey: value.key, actor: theService })
      count.settled += 1
    },
  )
  if (input.thorough) {
    await each(openCourses(runs, now), String, async (courseKey) => {
      count.offeredElsewhere += await offerElsewhere(deps, courseKey)
    })
    await each(runs, keyOf, async ({ value: { key } }) => {
      const run = await deps.runs.byKey(key)
      if (run) count.putRight += await putBookingsRight(deps, run.value, now)
    })
  }
  return { ...count, failures }
}

/**
 * Tells people of what became of their places without them, and brings their calendars after it. Only one instance may
 * do it at a time. One failure keeps nobody else from being served. Throws `M365Error` only when nothing can be read.
 * @param input.may asked before each booking; false ends the round, and the next one goes on
 * @param input.later bookings that failed a short while ago and are left for now
 */
export async function servePlaces(
  deps: ServeDeps,
  input: { readonly round: string; may(): Promise<boolean>; readonly later: ReadonlySet<string> },
): Promise<PlacesServed> {
  const due = (await deps.bookings.eventsDue()).rows
  const facts = factsOnce(deps)
  const served = { events: 0, told: 0 }
  const failures: PlaceFailure[] = []
  for (const row of due.filter(({ value }) => !input.later.has(value.key))) {
    if (!(await input.may())) break
    try {
      const { events, told, failure } = await serveOne(deps, row, await facts(row.value), input.round)
      served.events += events
      served.told += told
      if (failure !== '') failures.push({ booking: row.value.key, why: failure })
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      failures.push({ booking: row.value.key, why: thrown.message })
    }
  }
  return { ...served, failures }
}

const keyOf = ({ value }: { readonly value: { readonly key: string } }) => value.key

/** Whether a moment has passed since which the run is not as it should be. */
function isUnsettled(run: CourseRun, now: Instant): boolean {
  return closedFor(run, now) === null && settleRun(run, now).run !== run
}

/** Courses of which one date has people waiting and another may have places. */
function openCourses(runs: readonly Stored<CourseRun>[], now: Instant): readonly string[] {
  const open = runs.map(({ value }) => value).filter((run) => closedFor(run, now) === null)
  const waitedFor = new Set(open.filter((run) => run.waiting.length > 0).map(({ courseKey }) => courseKey))
  const free = open.filter((run) => run.waiting.length === 0 && run.seats.length < run.capacity)
  return [...new Set(free.map(({ courseKey }) => courseKey))].filter((courseKey) => waitedFor.has(courseKey))
}

interface Facts {
  readonly run: CourseRun
  readonly courseTitle: string
  readonly venue: Awaited<ReturnType<VenueStore['byKey']>>
}

/** The run, course and venue of a booking; each run is read once a round. Null where the run is gone. */
function factsOnce(deps: ServeDeps): (booking: Booking) => Promise<Facts | null> {
  const known = new Map<string, Promise<Facts | null>>()
  const read = async (runKey: string): Promise<Facts | null> => {
    const run = await deps.runs.byKey(runKey)
    if (!run) return null
    const { courseKey, venueKey } = run.value
    const [course, venue] = await Promise.all([
      deps.courses.byKey(courseKey),
      venueKey === '' ? null : deps.venues.byKey(venueKey),
    ])
    return { run: run.value, courseTitle: course?.value.title ?? courseKey, venue }
  }
  return ({ runKey }) => {
    const asked = known.get(runKey) ?? read(runKey)
    known.set(runKey, asked)
    return asked
  }
}

/** Tells of the last step, then brings the calendar after it: the row is due until both are done. */
async function serveOne(
  deps: ServeDeps,
  row: Stored<Booking>,
  facts: Facts | null,
  round: string,
): Promise<{ readonly events: number; readonly told: number; readonly failure: string }> {
  if (!facts) return { events: 0, told: 0, failure: 'its run is not there any more' }
  const { run, courseTitle, venue } = facts
  const events = deps.calendar !== null
  const told = await tellPlace(deps, row.value, { run, courseTitle, round, events })
  if (told.failure !== '') return { events: 0, told: told.sent, failure: told.failure }
  if (deps.calendar === null) {
    await deps.bookings.save(row, { ...row.value, eventDue: false })
    return { events: 0, told: told.sent, failure: '' }
  }
  const own = { bookings: deps.bookings, calendar: deps.calendar }
  const { did } = await followCalendar(own, row, { run, courseTitle, venue: venue?.value ?? null })
  return { events: did === 'none' ? 0 : 1, told: told.sent, failure: '' }
}
