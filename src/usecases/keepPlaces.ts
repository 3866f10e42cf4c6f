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
import { theService } from './followPlaces.ts'
import { offerElsewhere } from './offerElsewhere.ts'
import type { Stored } from './ports.ts'
import { type TellPlaceDeps, tellPlace } from './tellPlace.ts'
import type { BookingStore, DatedRunStore, VenueStore } from './trainingPorts.ts'

export type KeepDeps = PlaceDeps &
  TellPlaceDeps & {
    readonly runs: Pick<DatedRunStore, 'onOrAfter' | 'ofCourse'>
    readonly bookings: Pick<BookingStore, 'inState' | 'eventsDue'>
    readonly venues: Pick<VenueStore, 'byKey'>
    /** Null where the service has no mailbox: people are told by card and mail alone. */
    readonly calendar: CalendarDeps['calendar'] | null
  }

/** What a round did, for the log and for whoever asked for it. */
export interface PlacesKept {
  /** Requests that were agreed to and had not got their place. */
  readonly placed: number
  /** Runs whose offers ended or whose free places were offered. */
  readonly settled: number
  /** Places of a run on which nobody waits, offered to people who wait for another date. */
  readonly offeredElsewhere: number
  readonly events: number
  readonly told: number
  /** What could not be done, in sentences; the next round tries again. */
  readonly failures: readonly string[]
}

export interface KeepInput {
  /** The name of the round in the ledger. */
  readonly round: string
  /** Asked before each step; false ends the round, and the next one goes on. */
  may(): Promise<boolean>
  /** Bookings that failed a short while ago and are left for later. */
  readonly later?: ReadonlySet<string>
}

/**
 * One round of the service over all places: what people began is ended, offers that were not answered go to the next,
 * places that are no longer kept for a group go to whoever has waited longest, calendars follow, and people are told.
 * One failure keeps nothing else from being done. Throws `M365Error` only when nothing can be read.
 */
export async function keepPlaces(deps: KeepDeps, input: KeepInput): Promise<PlacesKept> {
  const now = await deps.clock.now()
  const count = { placed: 0, settled: 0, offeredElsewhere: 0, events: 0, told: 0 }
  const failures: string[] = []
  const each = async <T>(
    things: readonly T[],
    name: (thing: T) => string,
    work: (thing: T) => Promise<void>,
  ) => {
    for (const thing of things) {
      if (!(await input.may())) return
      await work(thing).catch((thrown: unknown) => {
        if (!isM365Error(thrown)) throw thrown
        failures.push(`${name(thing)}: ${thrown.message}`)
      })
    }
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
  await each(openCourses(runs, now), String, async (courseKey) => {
    count.offeredElsewhere += await offerElsewhere(deps, courseKey)
  })
  const due = (await deps.bookings.eventsDue()).rows.filter(({ value }) => !input.later?.has(value.key))
  const facts = factsOnce(deps)
  await each(due, keyOf, async (row) => {
    const did = await serveOne(deps, row, await facts(row.value), input.round)
    count.events += did.events
    count.told += did.told
    if (did.failure !== '') failures.push(`${row.value.key}: ${did.failure}`)
  })
  return { ...count, failures }
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
function factsOnce(deps: KeepDeps): (booking: Booking) => Promise<Facts | null> {
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
  deps: KeepDeps,
  row: Stored<Booking>,
  facts: Facts | null,
  round: string,
): Promise<{ readonly events: number; readonly told: number; readonly failure: string }> {
  if (!facts) return { events: 0, told: 0, failure: 'its run is not there any more' }
  const { run, courseTitle, venue } = facts
  const told = await tellPlace(deps, row.value, { run, courseTitle, round })
  if (told.failure !== '') return { events: 0, told: told.sent, failure: told.failure }
  if (deps.calendar === null) {
    await deps.bookings.save(row, { ...row.value, eventDue: false })
    return { events: 0, told: told.sent, failure: '' }
  }
  const own = { bookings: deps.bookings, calendar: deps.calendar }
  const { did } = await followCalendar(own, row, { run, courseTitle, venue: venue?.value ?? null })
  return { events: did === 'none' ? 0 : 1, told: told.sent, failure: '' }
}
