import type { Instant, IsoDate } from './calendarDays.ts'
import { undecided } from './decisions.ts'
import { writeDueEntry } from './dueWords.ts'
import type { Exercise } from './exercise.ts'
import { fingerprint } from './fingerprint.ts'
import { inferDecisions } from './inferDecisions.ts'
import type { Recommendation } from './recommendation.ts'
import { type Report, slugOf } from './report.ts'
import type { Person } from './roles.ts'
import type { Setting } from './setting.ts'

type Day = Pick<Exercise, 'key' | 'type' | 'unit' | 'date'>

/** The report under which the register keeps what was learned in one type of exercise in one year. */
export function learningReport(exercise: Day, order: number): Report {
  const year = exercise.date.slice(0, 4)
  const title = `${exercise.type} debriefs ${year}`
  return {
    ...{ key: slugOf(title), title, typeLine: 'Learning from exercises', order },
    published: { text: year, date: null, precision: null },
    ...{ claims: [], narrative: '', importedAs: '', clocks: [] },
    ...{ source: 'internal', scope: 'force', publishers: [] },
  }
}

/**
 * A recommendation of our own, made from a learning point: being considered, without an owner, for the board
 * secretary to place. It says from which exercise it comes.
 */
export function learnedRecommendation(
  exercise: Day,
  text: string,
  number: number,
  actor: Pick<Person, 'objectId' | 'name'>,
  at: Instant,
): Recommendation {
  const report = learningReport(exercise, 0)
  const due = {
    date: null,
    precision: 'day',
    event: 'To be set',
    verb: 'none',
    purpose: '',
    tags: [],
  } as const
  const row: Recommendation = {
    ...undecided,
    ...{
      key: `${report.key}/${number}`,
      reportKey: report.key,
      number: String(number),
      numberInferred: false,
    },
    ...{ order: number, kind: 'recommendation', status: 'AMBER', text, elements: [], doubts: [] },
    progress: '',
    ...{ ownerPost: null, due: [writeDueEntry(due)], importedAs: '' },
    history: [
      {
        ...{ at, by: actor.name, byObject: actor.objectId, field: 'text', from: '', to: text, via: 'tab' },
        why: `Learned at ${exercise.type}, ${exercise.unit}, ${exercise.date}`,
      },
    ],
  }
  return { ...row, ...inferDecisions(row) }
}

/** A course that is asked for because of something that was learned. */
export interface CourseRequest {
  /** Unique: made from the exercise and the words, so that asking twice asks once. */
  readonly key: string
  readonly text: string
  readonly exercise: string
  readonly unit: string
  readonly date: IsoDate
  readonly at: Instant
  readonly by: string
}

const requestKind = 'course-request'

/** The request for a course that a learning point becomes. */
export function requestedCourse(
  exercise: Day,
  text: string,
  actor: Pick<Person, 'name'>,
  at: Instant,
): CourseRequest {
  const key = `${requestKind}/${fingerprint(`${exercise.key} ${text}`)}`
  return { key, text, exercise: exercise.key, unit: exercise.unit, date: exercise.date, at, by: actor.name }
}

/** A request as it is kept among the settings. */
export function courseRequestSetting(
  request: CourseRequest,
  actor: Pick<Person, 'objectId' | 'name'>,
): Setting {
  const { key, ...value } = request
  return { key, value: JSON.stringify(value), changedBy: actor.objectId, changedByName: actor.name }
}

/** All courses that are asked for, the newest first; a value that cannot be read is left out. */
export function courseRequestsOf(settings: readonly Setting[]): readonly CourseRequest[] {
  return settings
    .filter(({ key }) => key.startsWith(`${requestKind}/`))
    .flatMap(({ key, value }) => {
      const read = readObject(value)
      const text = (name: string) => (typeof read[name] === 'string' ? read[name] : '')
      if (text('text') === '') return []
      const said = { text: text('text'), exercise: text('exercise'), unit: text('unit') }
      return [{ key, ...said, date: text('date'), at: text('at'), by: text('by') }]
    })
    .sort((one, other) => other.at.localeCompare(one.at))
}

function readObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
