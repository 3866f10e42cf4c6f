import type { Instant } from './calendarDays.ts'
import type { Course } from './course.ts'
import { undetailed } from './courseDetails.ts'
import { keyOfName } from './keyOfName.ts'
import type { Change } from './recommendation.ts'
import { mayRunCourses, type Person } from './roles.ts'
import { isSafeLink } from './safeLink.ts'

/** What somebody enters about a course; the rest is kept by the catalogue itself. */
export type CourseFacts = Omit<Course, 'key' | 'withdrawn' | 'history'>

export type CourseRefusal =
  | 'not-yours'
  | 'no-title'
  | 'no-months'
  | 'months-range'
  | 'hours-range'
  | 'fail-unassessed'
  | 'material-title'
  | 'material-link'
  | 'no-why'
  | 'nothing-changed'

export type CourseDecided =
  | { readonly ok: true; readonly next: Course }
  | { readonly ok: false; readonly code: CourseRefusal }

/** Who changes a course, when, and the reason they give. */
export interface CourseChangeMade {
  readonly actor: Person
  readonly at: Instant
  readonly why: string
}

const longestMonths = 120
const longestHours = 2_000

/** What the facts of a course are called in its history. */
export const courseFactNames: Readonly<Record<keyof CourseFacts, string>> = {
  title: 'Title',
  about: 'What it is about',
  audience: 'For',
  mandatory: 'Mandatory',
  selfApply: 'People apply themselves',
  assessed: 'Assessed',
  canFail: 'Can be failed',
  ifFailed: 'After failing',
  length: 'Length',
  hours: 'Hours',
  frequency: 'How often',
  frequencyKind: 'Frequency',
  everyMonths: 'Months until it is taken again',
  mode: 'Held',
  groupSize: 'Group size',
  provider: 'Provider',
  trainers: 'Trainers',
  trainerQualification: "Trainers' qualification",
  externalInputs: 'From outside',
  materials: 'Materials',
  scenarios: 'Scenarios',
  accreditation: 'Accreditation',
  themes: 'Themes',
}
const factNames = Object.keys(courseFactNames) as (keyof CourseFacts)[]

/**
 * Changes what the catalogue says of a course. Every fact that differs becomes a line of its history, with the
 * reason: questions under the Freedom of Information Act ask what changed in ten years.
 */
export function changeCourse(course: Course, facts: CourseFacts, made: CourseChangeMade): CourseDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  const wanted = tidy(facts)
  const wrong = wrongWith(wanted)
  if (wrong) return { ok: false, code: wrong }
  const lines = differences(course, wanted, made)
  if (lines.length === 0) return { ok: false, code: 'nothing-changed' }
  if (made.why.trim() === '') return { ok: false, code: 'no-why' }
  return { ok: true, next: { ...course, ...wanted, history: [...course.history, ...lines] } }
}

/** A course that the catalogue does not have yet. Its key is made from its title and never changes. */
export function newCourse(facts: CourseFacts, made: CourseChangeMade): CourseDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  const wanted = tidy(facts)
  const wrong = wrongWith(wanted)
  if (wrong) return { ok: false, code: wrong }
  const line = lineOf('', `Added to the catalogue: ${wanted.title}`, made)
  return {
    ok: true,
    next: { ...undetailed, ...wanted, key: keyOfName(wanted.title, 'course'), history: [line] },
  }
}

/** Takes a course out of the catalogue, or puts it back. Its dates, places and completions stay. */
export function withdrawCourse(course: Course, withdrawn: boolean, made: CourseChangeMade): CourseDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  if (course.withdrawn === withdrawn) return { ok: false, code: 'nothing-changed' }
  if (made.why.trim() === '') return { ok: false, code: 'no-why' }
  const line = withdrawn
    ? lineOf('Offered', 'No longer offered', made)
    : lineOf('No longer offered', 'Offered', made)
  return { ok: true, next: { ...course, withdrawn, history: [...course.history, line] } }
}

function tidy(facts: CourseFacts): CourseFacts {
  const words = (lines: readonly string[]) => [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
  const repeats = facts.frequencyKind === 'every' || facts.frequencyKind === 'rotational'
  return {
    ...facts,
    title: facts.title.trim(),
    about: facts.about.trim(),
    audience: words(facts.audience),
    externalInputs: words(facts.externalInputs),
    scenarios: words(facts.scenarios),
    themes: words(facts.themes.map((theme) => theme.toLowerCase())),
    everyMonths: repeats ? facts.everyMonths : null,
    ifFailed: facts.canFail ? facts.ifFailed.trim() : '',
    materials: facts.materials.map((one) => ({
      title: one.title.trim(),
      owner: one.owner.trim(),
      copyright: one.copyright.trim(),
      link: one.link.trim(),
    })),
  }
}

function wrongWith(facts: CourseFacts): CourseRefusal | null {
  if (facts.title === '') return 'no-title'
  if (facts.canFail && !facts.assessed) return 'fail-unassessed'
  if (facts.frequencyKind === 'every' && facts.everyMonths === null) return 'no-months'
  if (!isWithin(facts.everyMonths, longestMonths) || facts.everyMonths === 0) return 'months-range'
  if (!isWithin(facts.hours, longestHours)) return 'hours-range'
  if (facts.materials.some(({ title }) => title === '')) return 'material-title'
  if (facts.materials.some(({ link }) => link !== '' && !isSafeLink(link))) return 'material-link'
  return null
}

function isWithin(value: number | null, most: number): boolean {
  return value === null || (Number.isFinite(value) && value >= 0 && value <= most)
}

function differences(before: Course, after: CourseFacts, made: CourseChangeMade): readonly Change[] {
  return factNames.flatMap((name) => {
    const [from, to] = [sayFact(before, name), sayFact(after, name)]
    const called = courseFactNames[name]
    return from === to ? [] : [lineOf(`${called}: ${from}`, `${called}: ${to}`, made)]
  })
}

/** One fact in the words of the history. */
export function sayFact(facts: CourseFacts, name: keyof CourseFacts): string {
  const value = facts[name]
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null || value === '') return 'not stated'
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  const parts = value.map((part) => (typeof part === 'string' ? part : sayMaterial(part)))
  return parts.length === 0 ? 'none' : parts.join('; ')
}

function sayMaterial({ title, owner, copyright, link }: Course['materials'][number]): string {
  const about = [owner, copyright, link].filter(Boolean).join(', ')
  return about === '' ? title : `${title} (${about})`
}

function lineOf(from: string, to: string, { actor, at, why }: CourseChangeMade): Change {
  const reason = why.trim()
  const who = { at, by: actor.name, byObject: actor.objectId }
  return { ...who, field: 'course', from, to, ...(reason !== '' && { why: reason }), via: 'tab' }
}
