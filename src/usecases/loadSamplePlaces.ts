import {
  type AgencyCoordinator,
  agencyCoordinatorsKey,
  writeAgencyCoordinators,
} from '../domain/agencyCoordinators.ts'
import { completionOf } from '../domain/attendance.ts'
import type { Booking, BookingState, BookingStep } from '../domain/booking.ts'
import { type Booker, bookingKey, isResult } from '../domain/bookingLadder.ts'
import type { Instant } from '../domain/calendarDays.ts'
import type { Completion } from '../domain/completion.ts'
import type { Course, CourseRun } from '../domain/course.ts'
import { forceNameKey, writeForceName } from '../domain/forceName.ts'
import { hoursLater, startOf, wholeSecond } from '../domain/runTimes.ts'
import type { Venue } from '../domain/venue.ts'
import { offerEnd } from '../domain/waitingList.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { SampleCount } from './loadSample.ts'
import type { Clock, ListStore, People, RunStore, SettingStore } from './ports.ts'
import type { BookingStore, VenueStore } from './trainingPorts.ts'

/** A booking before the directory has been asked who the person is. */
export interface BookingDraft extends Omit<Booker, 'person'> {
  readonly run: string
  readonly state: BookingState
  readonly asked: Instant
  /** People of the tenant are looked up by their address. */
  readonly hasAccount: boolean
}

/** Venues, dates and who has a place on them. */
export interface SamplePlaces {
  readonly venues: readonly Venue[]
  readonly runs: readonly CourseRun[]
  readonly bookings: readonly BookingDraft[]
  readonly courses: readonly Course[]
  /** What the force is called. */
  readonly force: string
  /** Who books for the people of which agency, by address. */
  readonly bookFor: readonly (readonly [address: string, agency: string])[]
}

export interface SamplePlacesPorts {
  readonly venues: VenueStore
  readonly runs: RunStore
  readonly bookings: BookingStore
  readonly completions: ListStore<Completion>
  readonly kept: SettingStore
  readonly people: People
  readonly clock: Clock
}

const atOnce = 4

/**
 * Creates the venues, dates and bookings of a sample that are not there yet; the dates come with the places that the
 * bookings take, because the date alone says who has one. A row that is there is never changed. Throws `M365Error`;
 * running it again creates the rest.
 */
export async function loadSamplePlaces(
  sample: SamplePlaces,
  ports: SamplePlacesPorts,
  tell: (count: SampleCount) => void,
): Promise<void> {
  const now = await ports.clock.now()
  const runs = new Map(sample.runs.map((run) => [run.key, run]))
  const known = await knownPeople(sample.bookings, ports.people)
  const bookings = sample.bookings.flatMap((draft) => {
    const run = runs.get(draft.run)
    const booker = bookerOf(draft, known)
    return run && booker ? [bookingOf(draft, booker, run, now)] : []
  })
  tell(await createMissing('Venues', ports.venues, sample.venues))
  tell(
    await createMissing(
      'Runs',
      ports.runs,
      sample.runs.map((run) => seated(run, bookings)),
    ),
  )
  tell(await createMissing('Bookings', ports.bookings, bookings))
  tell(await createMissing('Attendance', ports.completions, completionsOf(bookings, sample.courses)))
  await createSettings(sample, ports)
}

/** What the bookings of past runs add to what people have finished, as if it had been entered on the day. */
function completionsOf(bookings: readonly Booking[], courses: readonly Course[]) {
  const byKey = new Map(courses.map((course) => [course.key, course]))
  return bookings.flatMap((booking) => {
    const course = byKey.get(booking.courseKey)
    const completion = course && completionOf(booking, course, booking.runDate)
    return completion ? [completion] : []
  })
}

async function createSettings(sample: SamplePlaces, { kept, people }: SamplePlacesPorts): Promise<void> {
  const by = { changedBy: 'import', changedByName: 'Sample' }
  const found = await fewAtOnce(sample.bookFor, atOnce, ([address]) => people.byAddress(address))
  const coordinators = sample.bookFor.flatMap(([, agency], index): AgencyCoordinator[] => {
    const person = found[index]
    return person ? [{ agency, person: person.objectId, personName: person.name }] : []
  })
  await kept.create({ key: forceNameKey, value: writeForceName(sample.force), ...by })
  await kept.create({ key: agencyCoordinatorsKey, value: writeAgencyCoordinators(coordinators), ...by })
}

async function createMissing<T extends { readonly key: string }>(
  list: string,
  store: ListStore<T>,
  values: readonly T[],
): Promise<SampleCount> {
  const found = new Set((await store.all()).rows.map((row) => row.value.key))
  const missing = values.filter((value) => !found.has(value.key))
  const attempts = await store.createMany(missing)
  for (const attempt of attempts) if (!attempt.ok) throw attempt.error
  const created = attempts.filter((attempt) => attempt.ok && !attempt.value.already).length
  return { list, created, there: values.length - created }
}

type Known = ReadonlyMap<
  string,
  { readonly objectId: string; readonly name: string; readonly address: string }
>

async function knownPeople(drafts: readonly BookingDraft[], people: People): Promise<Known> {
  const addresses = [...new Set(drafts.filter((draft) => draft.hasAccount).map(({ address }) => address))]
  const found = await fewAtOnce(addresses, atOnce, (address) => people.byAddress(address))
  return new Map(
    found.flatMap((person, index) => (person ? [[addresses[index] ?? '', person] as const] : [])),
  )
}

/** Null where the directory does not know the person: then nobody has that place. */
function bookerOf(draft: BookingDraft, known: Known): Booker | null {
  const { personName, address, organisation, borough, hasAccount } = draft
  if (!hasAccount) return { person: '', personName, address, organisation, borough }
  const found = known.get(address)
  return found
    ? { person: found.objectId, personName: found.name, address: found.address, organisation, borough }
    : null
}

function bookingOf(draft: BookingDraft, booker: Booker, run: CourseRun, now: Instant): Booking {
  const { state, asked } = draft
  const until = state === 'offered' ? (offerEnd(run, now) ?? now) : null
  return {
    key: bookingKey(run.key, booker),
    runKey: run.key,
    courseKey: run.courseKey,
    runDate: run.date,
    ...booker,
    state,
    requestedAt: wholeSecond(asked),
    offerUntil: until === null ? null : wholeSecond(until),
    eventRef: '',
    eventDue: false,
    eventFor: '',
    arrangedBy: '',
    steps: stepsTo(state, draft, run, now),
  }
}

/** The states that somebody went through on the way to where they stand. */
const ways: Readonly<Partial<Record<BookingState, readonly BookingState[]>>> = {
  requested: ['requested'],
  waiting: ['requested', 'approved', 'waiting'],
  offered: ['requested', 'approved', 'waiting', 'offered'],
  declined: ['requested', 'declined'],
}
const reasons: Readonly<Partial<Record<BookingState, string>>> = {
  waiting: 'No place was free.',
  offered: 'A place became free.',
  declined: 'It is not for the role.',
  'no-show': 'Did not come.',
  partly: 'Left before the end.',
}

function stepsTo(
  state: BookingState,
  draft: BookingDraft,
  run: CourseRun,
  now: Instant,
): readonly BookingStep[] {
  const booked: readonly BookingState[] = ['requested', 'approved', 'booked']
  const way = ways[state] ?? (state === 'booked' ? booked : [...booked, state])
  return way.map((to, place) => {
    const why = to === 'withdrawn' ? run.changedWhy || 'Cannot come on the day.' : (reasons[to] ?? '')
    return {
      ...{ at: stepAt(to, place, draft.asked, run, now), by: 'Sample', byObject: 'import' },
      ...{ from: way[place - 1] ?? null, to, why },
    }
  })
}

function stepAt(to: BookingState, place: number, asked: Instant, run: CourseRun, now: Instant): Instant {
  if (isResult(to)) return wholeSecond(hoursLater(startOf(run), 9))
  if (to === 'offered') return wholeSecond(hoursLater(now, -1))
  // Some give their place back early, some the day before: the figures tell the two apart.
  if (to === 'withdrawn') {
    const late = hoursLater(startOf(run), -30)
    return wholeSecond(late < now ? late : hoursLater(now, -48))
  }
  return wholeSecond(hoursLater(asked, place * 5))
}

/** The run with the places that its bookings take, and those who wait in the order in which they asked. */
function seated(run: CourseRun, bookings: readonly Booking[]): CourseRun {
  const own = bookings.filter((booking) => booking.runKey === run.key)
  const group = ({ key, organisation, borough }: Booking) => ({ booking: key, agency: organisation, borough })
  return {
    ...run,
    seats: own
      .filter(({ state }) => state === 'offered' || state === 'booked' || isResult(state))
      .map((one) => ({
        ...group(one),
        state: one.state === 'offered' ? ('offered' as const) : ('booked' as const),
        until: one.offerUntil,
      })),
    waiting: own
      .filter(({ state }) => state === 'waiting')
      .map((one) => ({ ...group(one), since: one.requestedAt }))
      .sort((one, other) => one.since.localeCompare(other.since)),
  }
}
