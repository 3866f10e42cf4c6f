import {
  type AttendanceRefusal,
  attendeeOf,
  cameUnbooked,
  completionName,
  completionOf,
  resultRefusal,
  withdrawnCompletion,
  withResult,
} from '../domain/attendance.ts'
import type { Booking } from '../domain/booking.ts'
import { type Booker, bookingKey, isResult, type Result } from '../domain/bookingLadder.ts'
import { type Instant, ukDay } from '../domain/calendarDays.ts'
import type { Completion } from '../domain/completion.ts'
import type { Course, CourseRun } from '../domain/course.ts'
import { isM365Error, type M365Error } from '../domain/m365Error.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import type { PlaceDeps } from './changePlaces.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { Stored } from './ports.ts'
import type { CompletionStore, StaffStore } from './trainingPorts.ts'

export type AttendanceDeps = Pick<PlaceDeps, 'runs' | 'bookings' | 'courses' | 'clock'> & {
  readonly completions: Pick<CompletionStore, 'byKey' | 'create' | 'save'>
  readonly staff: Pick<StaffStore, 'ofAddress'>
}

/** Somebody's result: of a booking, or of whoever came without one. */
export type Mark =
  | { readonly booking: string; readonly result: Result }
  | { readonly walkIn: Booker; readonly result: Exclude<Result, 'no-show'> }

export interface AttendanceInput {
  readonly runKey: string
  readonly marks: readonly Mark[]
  readonly actor: Person
}

/** What became of one mark. Where one could not be saved, the others are all the same. */
export type Marked =
  | { readonly ok: true; readonly booking: Stored<Booking> }
  | { readonly ok: false; readonly name: string; readonly code: AttendanceRefusal | 'changed-meanwhile' }
  | { readonly ok: false; readonly name: string; readonly code: 'not-saved'; readonly failure: M365Error }

export type AttendanceOutcome =
  | { readonly ok: true; readonly marked: readonly Marked[] }
  | { readonly ok: false; readonly code: 'not-a-coordinator' | 'no-such-run' | 'no-such-course' }

/** Marks that are written at the same time. */
const atOnce = 4
const triesOverOthers = 3

/**
 * Writes down who came and how they did, from the day of the run on: each booking gets its result, and what was
 * finished is entered among the completions. Entering the same again changes nothing; a wrong result is put right the
 * same way. Throws `M365Error` when run or course cannot be read.
 */
export async function recordAttendance(
  deps: AttendanceDeps,
  { runKey, marks, actor }: AttendanceInput,
): Promise<AttendanceOutcome> {
  if (!mayRunCourses(actor)) return { ok: false, code: 'not-a-coordinator' }
  const run = await deps.runs.byKey(runKey)
  if (!run) return { ok: false, code: 'no-such-run' }
  const course = await deps.courses.byKey(run.value.courseKey)
  if (!course) return { ok: false, code: 'no-such-course' }
  const at = await deps.clock.now()
  const given = { run: run.value, course: course.value, at, actor }
  const marked = await fewAtOnce(marks, atOnce, (mark) => attempt(deps, mark, given))
  return { ok: true, marked }
}

interface Given {
  readonly run: CourseRun
  readonly course: Course
  readonly at: Instant
  readonly actor: Person
}

async function attempt(deps: AttendanceDeps, mark: Mark, given: Given): Promise<Marked> {
  const name = 'booking' in mark ? mark.booking : bookingKey(given.run.key, mark.walkIn)
  try {
    return await markOne(deps, mark, name, given)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { ok: false, name, code: 'not-saved', failure: thrown }
  }
}

async function markOne(deps: AttendanceDeps, mark: Mark, name: string, given: Given): Promise<Marked> {
  const { run, course, at } = given
  const refusal = resultRefusal(run, course, mark.result, ukDay(at))
  if (refusal) return { ok: false, name, code: refusal }
  const found = await deps.bookings.byKey(name)
  const row = found ?? ('walkIn' in mark ? await walkedIn(deps, mark.walkIn, mark.result, given) : null)
  if (!row) return { ok: false, name, code: 'no-place' }
  const saved = await withResultSaved(deps, row, mark, given)
  if (!saved.ok) return { ok: false, name, code: saved.code }
  const entered = await enterCompletion(deps, saved.booking.value, given)
  return entered ? saved : { ok: false, name, code: 'changed-meanwhile' }
}

async function walkedIn(
  deps: AttendanceDeps,
  booker: Booker,
  result: Result,
  { run, at, actor }: Given,
): Promise<Stored<Booking>> {
  const by = { at, by: actor.name, byObject: actor.objectId, why: 'Came without a place.' }
  return (await deps.bookings.create(cameUnbooked(run, booker, result, by))).row
}

async function withResultSaved(
  deps: AttendanceDeps,
  given: Stored<Booking>,
  { result, ...mark }: Mark,
  { at, actor }: Given,
): Promise<
  | { readonly ok: true; readonly booking: Stored<Booking> }
  | { readonly ok: false; readonly code: 'no-place' | 'changed-meanwhile' }
> {
  let row = given
  for (let tried = 1; tried <= triesOverOthers; tried += 1) {
    const by = { at, by: actor.name, byObject: actor.objectId, why: 'Entered on the day.' }
    // Whoever had no place after all, and came, is counted as such.
    const came = 'walkIn' in mark || row.value.state === 'booked' || isResult(row.value.state)
    const next = came ? withAnyResult(row.value, result, by) : null
    if (!next) return { ok: false, code: 'no-place' }
    if (next === row.value) return { ok: true, booking: row }
    const saved = await deps.bookings.save(row, next)
    if (saved.ok) return { ok: true, booking: saved.row }
    row = saved.theirs
  }
  return { ok: false, code: 'changed-meanwhile' }
}

/** Somebody may come all the same who waited or had given the place back: the step is written down as it was. */
function withAnyResult(
  booking: Booking,
  result: Result,
  by: { readonly at: Instant; readonly by: string; readonly byObject: string; readonly why: string },
): Booking | null {
  const usual = withResult(booking, result, by)
  if (usual) return usual
  const step = { ...by, why: 'Came without a place.', from: booking.state, to: result }
  return { ...booking, state: result, offerUntil: null, steps: [...booking.steps, step] }
}

/** False when others kept saving the completion; entering the result again goes on here. */
async function enterCompletion(deps: AttendanceDeps, booking: Booking, given: Given): Promise<boolean> {
  const { course, at } = given
  const person = await memberOf(deps, booking)
  const wanted = completionOf(booking, course, ukDay(at), person)
  if (wanted) {
    const { row, already } = await deps.completions.create(wanted)
    return (
      !already ||
      saveCompletion(deps, row, (kept) =>
        kept.result === wanted.result && kept.source === wanted.source
          ? null
          : { ...wanted, recordedOn: kept.recordedOn },
      )
    )
  }
  const wrong = await deps.completions.byKey(completionName(person, course.key, booking.runDate))
  if (!wrong) return true
  return saveCompletion(deps, wrong, (kept) =>
    kept.runKey === booking.runKey && kept.source === 'attendance' ? withdrawnCompletion(kept) : null,
  )
}

/**
 * Whose completion it is. A colleague who came without a place is entered by their address, like a partner: it counts
 * for their team all the same.
 */
async function memberOf(deps: AttendanceDeps, booking: Booking): Promise<string> {
  if (booking.person !== '') return booking.person
  const { rows } = await deps.staff.ofAddress(booking.address.trim())
  const there = rows.find(({ value: { until } }) => until === null || until >= booking.runDate)
  return there?.value.key ?? attendeeOf(booking)
}

/** @param next the completion as it shall be; null where it is so already */
async function saveCompletion(
  deps: Pick<AttendanceDeps, 'completions'>,
  found: Stored<Completion>,
  next: (kept: Completion) => Completion | null,
): Promise<boolean> {
  let row = found
  for (let tried = 1; tried <= triesOverOthers; tried += 1) {
    const value = next(row.value)
    if (value === null) return true
    const saved = await deps.completions.save(row, value)
    if (saved.ok) return true
    row = saved.theirs
  }
  return false
}
