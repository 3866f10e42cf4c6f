import { agencyCoordinatorsKey, mayBookFor, readAgencyCoordinators } from '../domain/agencyCoordinators.ts'
import type { Booking } from '../domain/booking.ts'
import {
  type Booker,
  bookingKey,
  isHopeful,
  isResult,
  requestBooking,
  stepTo,
} from '../domain/bookingLadder.ts'
import type { Instant } from '../domain/calendarDays.ts'
import type { Course, CourseRun } from '../domain/course.ts'
import { closedFor } from '../domain/places.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import { type BookRefusal, bookPlace, type PlaceOutcome } from './bookPlace.ts'
import type { PlaceDeps } from './changePlaces.ts'
import type { SettingStore, Stored } from './ports.ts'

export interface RequestInput {
  readonly runKey: string
  /** Whom the place is for: the person themselves, or somebody without an account. */
  readonly booker: Booker
  readonly actor: Person
  /** What they want to say; may be empty. */
  readonly note: string
}

export type RequestRefusal =
  | BookRefusal
  | 'no-such-course'
  | 'course-withdrawn'
  | 'not-for-others'
  | 'nobody-named'
  /** They were there already; a result stays. */
  | 'over'
  /** They have a place on another date of the course. */
  | 'booked-elsewhere'

/**
 * Asks for a place for the signed-in person. Where people apply for the course themselves the place is given at once,
 * or they wait in line; otherwise a coordinator has to agree (`booking.state` is then `requested`). Asking again for
 * what somebody has already gives it back as it is. Throws `M365Error`; the wish is then not written, or it is kept
 * and the same call goes on.
 */
export async function requestPlace(
  deps: PlaceDeps,
  input: RequestInput,
): Promise<PlaceOutcome<RequestRefusal>> {
  if (input.booker.person !== input.actor.objectId) return { ok: false, code: 'not-for-others' }
  return request(deps, input, '')
}

/**
 * The same for somebody else: people without an account book through their organisation's coordinator, and
 * coordinators of the force book for anybody.
 */
export async function bookForOther(
  deps: PlaceDeps & { readonly settings: Pick<SettingStore, 'byKey'> },
  input: RequestInput,
): Promise<PlaceOutcome<RequestRefusal>> {
  const { booker, actor } = input
  if (booker.personName.trim() === '' || (booker.person === '' && !booker.address.includes('@')))
    return { ok: false, code: 'nobody-named' }
  const setting = await deps.settings.byKey(agencyCoordinatorsKey)
  const coordinators = readAgencyCoordinators(setting?.value ?? null)
  if (!mayBookFor(actor, booker.organisation, coordinators)) return { ok: false, code: 'not-for-others' }
  return request(deps, input, actor.objectId)
}

async function request(
  deps: PlaceDeps,
  input: RequestInput,
  arrangedBy: string,
): Promise<PlaceOutcome<RequestRefusal>> {
  const { booker, actor } = input
  const [run, before, at] = await Promise.all([
    deps.runs.byKey(input.runKey),
    deps.bookings.byKey(bookingKey(input.runKey, booker)),
    deps.clock.now(),
  ])
  if (!run) return { ok: false, code: 'no-such-run' }
  const course = await deps.courses.byKey(run.value.courseKey)
  if (!course) return { ok: false, code: 'no-such-course' }
  const code = await obstacle(deps, run.value, course.value, before, booker, at)
  if (code) return { ok: false, code }
  const row = await written(deps, input, { run: run.value, before, at, arrangedBy })
  if (row.value.state !== 'requested' && row.value.state !== 'approved')
    return { ok: true, booking: row, run }
  const agreed = row.value.state === 'approved' ? row : await agree(deps, row, course.value, actor, at)
  if (agreed.value.state !== 'approved') return { ok: true, booking: agreed, run }
  return bookPlace(deps, agreed, { name: actor.name, objectId: actor.objectId })
}

async function obstacle(
  deps: PlaceDeps,
  run: CourseRun,
  course: Course,
  before: Stored<Booking> | null,
  booker: Booker,
  now: Instant,
): Promise<RequestRefusal | null> {
  if (before && isResult(before.value.state)) return 'over'
  if (before && isHopeful(before.value.state)) return null
  if (course.withdrawn) return 'course-withdrawn'
  const closed = closedFor(run, now)
  if (closed) return closed
  const { rows } = await deps.runs.ofCourse(run.courseKey)
  const elsewhere = rows.some(({ value }) => isBookedOn(value, run, booker, now))
  return elsewhere ? 'booked-elsewhere' : null
}

/** Whether somebody has a place on another date of the course that is still to come. */
function isBookedOn(other: CourseRun, run: CourseRun, booker: Booker, now: Instant): boolean {
  if (other.key === run.key || closedFor(other, now) !== null) return false
  const key = bookingKey(other.key, booker)
  return other.seats.some((seat) => seat.booking === key && seat.state === 'booked')
}

/** The row of the wish: what is there and still hopes, the same one asked for anew, or a first one. */
async function written(
  deps: PlaceDeps,
  { booker, actor, note }: RequestInput,
  given: {
    readonly run: CourseRun
    readonly before: Stored<Booking> | null
    readonly at: Instant
    readonly arrangedBy: string
  },
): Promise<Stored<Booking>> {
  const { run, before, at, arrangedBy } = given
  if (before && isHopeful(before.value.state)) return before
  const by = { at, by: actor.name, byObject: actor.objectId, why: note.trim(), arrangedBy }
  const next = requestBooking(before?.value ?? null, run, booker, by)
  if (!before) return (await deps.bookings.create(next)).row
  const saved = await deps.bookings.save(before, next)
  return saved.ok ? saved.row : saved.theirs
}

/** Agrees to a request where no coordinator has to; their own requests, and those they enter, coordinators agree to. */
async function agree(
  deps: PlaceDeps,
  row: Stored<Booking>,
  course: Course,
  actor: Person,
  at: Instant,
): Promise<Stored<Booking>> {
  if (!course.selfApply && !mayRunCourses(actor)) return row
  const why = course.selfApply ? 'People apply for this course themselves.' : 'Entered by a coordinator.'
  const next = stepTo(row.value, 'approved', { at, by: actor.name, byObject: actor.objectId, why })
  if (!next) return row
  const saved = await deps.bookings.save(row, next)
  return saved.ok ? saved.row : saved.theirs
}
