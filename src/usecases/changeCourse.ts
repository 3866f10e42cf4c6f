import type { Course } from '../domain/course.ts'
import {
  type CourseDecided,
  type CourseFacts,
  type CourseRefusal,
  changeCourse,
  newCourse,
  withdrawCourse,
} from '../domain/courseChange.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, CourseStore, Stored } from './ports.ts'

export type ChangeCourseOutcome =
  | { readonly ok: true; readonly row: Stored<Course> }
  | { readonly ok: false; readonly code: CourseRefusal | 'title-taken' }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Course> }

/** What to do with a course: say other things of it, or take it out of the catalogue and put it back. */
export type CourseEdit =
  | { readonly does: 'change'; readonly facts: CourseFacts }
  | { readonly does: 'withdraw'; readonly withdrawn: boolean }

interface Deps {
  readonly courses: Pick<CourseStore, 'get' | 'save' | 'create'>
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Changes a course of the catalogue, with a reason that goes into its history. Refused with a code by the rules, or
 * when somebody saved since the version in `etag`. Throws `M365Error`; the same call may be repeated.
 */
export async function editCourse(
  deps: Deps,
  input: {
    readonly id: string
    readonly etag: string
    readonly edit: CourseEdit
    readonly why: string
    readonly actor: Person
  },
): Promise<ChangeCourseOutcome> {
  const { id, etag, edit, why, actor } = input
  const current = await deps.courses.get(id)
  const made = { actor, at: await deps.clock.now(), why }
  const decided: CourseDecided =
    edit.does === 'change'
      ? changeCourse(current.value, edit.facts, made)
      : withdrawCourse(current.value, edit.withdrawn, made)
  if (current.etag !== etag) {
    // An earlier attempt whose answer was lost left the course just as it was wanted.
    const isAsWanted = !decided.ok && decided.code === 'nothing-changed'
    return isAsWanted ? { ok: true, row: current } : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  if (!decided.ok) return decided
  const saved = await deps.courses.save({ id, etag }, decided.next)
  return saved.ok ? { ok: true, row: saved.row } : saved
}

/**
 * Adds a course to the catalogue. Refused when one of that title is there; a repeated call after a lost answer finds
 * its own. Throws `M365Error`.
 */
export async function addCourse(
  deps: Deps,
  input: { readonly facts: CourseFacts; readonly why: string; readonly actor: Person },
): Promise<ChangeCourseOutcome> {
  const { facts, why, actor } = input
  const decided = newCourse(facts, { actor, at: await deps.clock.now(), why })
  if (!decided.ok) return decided
  const { row, already } = await deps.courses.create(decided.next)
  return already && !isOwn(row.value, decided.next) ? { ok: false, code: 'title-taken' } : { ok: true, row }
}

/** The same course but for the moment at which it was added. */
function isOwn(there: Course, wanted: Course): boolean {
  const plain = ({ history: _, ...facts }: Course) => JSON.stringify(Object.entries(facts).sort())
  const by = (course: Course) => course.history.map((line) => line.byObject).join()
  return plain(there) === plain(wanted) && by(there) === by(wanted)
}
