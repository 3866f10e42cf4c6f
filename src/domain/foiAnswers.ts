import { writeDate } from './calendarDays.ts'
import type { Course } from './course.ts'
import { type FoiEffort, roundHours } from './foiEffort.ts'
import type { FoiFigures, FoiScope } from './foiFigures.ts'
import type { FoiSource } from './foiPack.ts'
import type { AnswerGrade, FoiQuestion } from './foiQuestions.ts'
import { medianOf } from './placeTally.ts'
import { type PublishedCount, publishCount, publishLine, writeCount } from './smallNumbers.ts'

/** Numbers as they may be published. */
export interface FoiTable {
  readonly heads: readonly string[]
  /** `null`: nothing is recorded of that year. */
  readonly rows: readonly {
    readonly label: string
    readonly counts: readonly (PublishedCount | null)[]
    readonly total: PublishedCount | null
  }[]
}

export interface FoiAnswer {
  readonly number: number
  readonly question: string
  readonly grade: AnswerGrade
  /** One paragraph each. */
  readonly lines: readonly string[]
  readonly table: FoiTable | null
  /** How the figures were counted; empty without any. */
  readonly counted: string
  /** What the data do not hold; empty where they hold everything. */
  readonly notHeld: string
  /** Hours to find what is not held; null where nothing is missing. */
  readonly hours: number | null
  /** How the hours were reckoned; empty without any. */
  readonly hoursFrom: string
}

type Parts = Partial<Omit<FoiAnswer, 'number' | 'question'>>
type Asked = FoiSource & { readonly scope: FoiScope; readonly effort: FoiEffort }

/** Answers one question from the catalogue and the completions. */
export function answerOf(
  question: FoiQuestion,
  source: FoiSource,
  scope: FoiScope,
  effort: FoiEffort,
): FoiAnswer {
  const parts = partsOf[question.number - 1]?.({ ...source, scope, effort }) ?? {}
  return {
    number: question.number,
    question: question.text,
    grade: 'answered',
    ...{ lines: [], table: null, counted: '', notHeld: '', hours: null, hoursFrom: '' },
    ...parts,
  }
}

const partsOf: readonly ((asked: Asked) => Parts)[] = [
  ({ courses }) =>
    courses.length === 0
      ? { lines: ['The catalogue holds no such training.'] }
      : { lines: [`Yes: ${courses.map(({ title }) => title).join('; ')}.`] },
  (asked) => facts(asked, 'what it is about', ({ about }) => about),
  (asked) => facts(asked, 'its materials', sayMaterials),
  (asked) => facts(asked, 'its scenarios', ({ scenarios }) => scenarios.join('; ')),
  (asked) => facts(asked, 'how long it takes', sayLength),
  (asked) => facts(asked, 'how often it is taken', ({ frequency }) => frequency),
  (asked) => facts(asked, 'how it is held', ({ mode }) => modes[mode]),
  (asked) => facts(asked, 'the size of its groups', ({ groupSize }) => groupSize),
  failing,
  (asked) => facts(asked, 'who gives it', sayProvider),
  outside,
  (asked) => facts(asked, 'how people come to it', sayTakingPart),
  (asked) => facts(asked, 'for whom it is', ({ audience }) => audience.join('; ')),
  changed,
  followed,
  finished,
  notApplicable,
  notApplicable,
]

const modes = {
  online: 'online',
  'in person': 'in person',
  blended: 'partly online, partly in person',
} as const

/** One line for each course; what the catalogue does not say is named, with the time it would take to ask. */
function facts(asked: Asked, what: string, say: (course: Course) => string): Parts {
  const said = asked.courses.map((course) => ({ title: course.title, words: say(course).trim() }))
  const lines = said.flatMap(({ title, words }) => (words === '' ? [] : [`${title}: ${words}`]))
  const missing = said.filter(({ words }) => words === '')
  if (missing.length === 0) return { lines }
  const minutes = asked.effort.minutesAFact
  return {
    grade: lines.length === 0 ? 'not-held' : 'partly',
    lines,
    notHeld: `The catalogue does not say ${what} for: ${missing.map(({ title }) => title).join('; ')}.`,
    hours: roundHours((missing.length * minutes) / 60),
    hoursFrom: `${missing.length} to find out, ${minutes} minutes each`,
  }
}

function sayMaterials({ materials }: Course): string {
  return materials
    .map(({ title, owner, copyright }) => [title, owner, copyright].filter(Boolean).join(', '))
    .join('; ')
}

function sayLength({ length, hours }: Course): string {
  const inHours = hours === null ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`
  if (length === '') return inHours
  return inHours === '' ? length : `${length} (${inHours})`
}

function sayProvider({ provider, trainers }: Course): string {
  return [provider, trainers].filter(Boolean).join('. Trainers: ')
}

function sayTakingPart({ mandatory, selfApply }: Course): string {
  if (mandatory)
    return selfApply ? 'mandatory, and people apply themselves' : 'mandatory; people are told to go'
  return selfApply ? 'people apply themselves' : 'people are offered it'
}

function failing({ courses, figures }: Asked): Parts {
  const lines = courses.map((course) => {
    const { title, mandatory, assessed, canFail, ifFailed } = course
    const then = canFail && ifFailed !== '' ? `; after failing: ${ifFailed}` : ''
    const words = [
      mandatory ? 'mandatory' : 'not mandatory',
      assessed ? 'assessed' : 'not assessed',
      canFail ? 'can be failed' : 'cannot be failed',
    ]
    return `${title}: ${words.join(', ')}${then}`
  })
  const { failedLastYear, until } = figures
  if (failedLastYear === null)
    return {
      grade: 'partly',
      lines,
      notHeld: 'No completion is recorded, so nobody can say how many failed.',
    }
  return {
    lines: [
      ...lines,
      `Failed in the year to ${writeDate(until)}: ${writeCount(publishCount(failedLastYear))}.`,
    ],
    counted: 'People with a result of “failed” in those twelve months, each once.',
  }
}

function outside(asked: Asked): Parts {
  const { courses, effort, scope } = asked
  const lines = courses.map(({ title, externalInputs, trainerQualification }) => {
    const from = externalInputs.length === 0 ? 'nobody from outside' : externalInputs.join('; ')
    const how = trainerQualification === '' ? '' : ` Trainers of the force: ${trainerQualification}.`
    return `${title}: ${from}.${how}`
  })
  const years = yearsBeforeHistory(asked)
  if (years === 0) return { lines }
  const minutes = effort.minutesACourseYear
  return {
    grade: 'partly',
    lines,
    notHeld: `The catalogue names the organisations of today. Those of earlier years, from ${scope.fromYear}, stand in the papers of each course.`,
    hours: roundHours((years * courses.length * minutes) / 60),
    hoursFrom: `${counted(courses.length, 'course')}, ${counted(years, 'year')}, ${minutes} minutes each`,
  }
}

/** Years of the range before the catalogue kept changes. */
function yearsBeforeHistory({ courses, figures }: Asked): number {
  const first = courses.flatMap(({ history }) => history[0]?.at ?? []).sort()[0]
  const since = first === undefined ? Number.POSITIVE_INFINITY : Number(first.slice(0, 4))
  return figures.years.filter((year) => year < since).length
}

function changed(asked: Asked): Parts {
  const { courses, figures, effort } = asked
  const held = courses.flatMap(({ key, title }) => {
    const from = figures.courses.find(({ courseKey }) => courseKey === key)?.heldFrom ?? null
    return from === null ? [] : [`${title}: completions are recorded from ${from}.`]
  })
  const changes = courses.flatMap(({ title, history }) =>
    history.map(({ at, from, to }) => {
      const was = from === '' ? '' : ` (before: ${from})`
      return `${writeDate(at.slice(0, 10))}, ${title}: ${to}${was}`
    }),
  )
  const years = yearsBeforeHistory(asked)
  if (years === 0) return { lines: [...held, ...changes] }
  const minutes = effort.minutesACourseYear
  return {
    grade: held.length + changes.length === 0 ? 'not-held' : 'partly',
    lines: [...held, ...changes],
    notHeld: 'Changes are kept from the day on which a course came into the catalogue; earlier ones are not.',
    hours: roundHours((years * courses.length * minutes) / 60),
    hoursFrom: `${counted(courses.length, 'course')}, ${counted(years, 'year')}, ${minutes} minutes each`,
  }
}

function followed({ lateAnswers, figures }: Asked): Parts {
  const recorded = figures.courses.some(({ heldFrom }) => heldFrom !== null)
  const completion = recorded
    ? 'Completion is followed: each completion is recorded with its day, its result and the day until which it counts.'
    : 'No completion of these courses is recorded.'
  const effect = `Effect is asked for by feedback straight after a date and three months later; ${writeCount(publishCount(lateAnswers))} answers came after three months.`
  return { grade: recorded ? 'answered' : 'partly', lines: [completion, effect] }
}

function finished({ courses, figures, effort, scope }: Asked): Parts {
  const rows = courses.map(({ key, title }) => {
    const counts = figures.courses.find(({ courseKey }) => courseKey === key)?.finished ?? []
    const line = publishLine(counts.flatMap((count) => count ?? []))
    let place = 0
    const published = counts.map((count) => (count === null ? null : (line.counts[place++] ?? null)))
    return { label: title, counts: published, total: line.total }
  })
  const table = { heads: figures.years.map(String), rows }
  const missing = figures.courses.reduce(
    (sum, course) => sum + course.finished.filter((count) => count === null).length,
    0,
  )
  const lines = peopleLines(figures, courses.length)
  const howCounted = `People whose completion lies in the year and ended with “completed” or “passed”, each once a year for a course, as recorded by ${writeDate(scope.asAt)}. Numbers from 1 to 4 are not shown, nor is what would tell them.`
  if (missing === 0) return { lines, table, counted: howCounted }
  const people = effort.peopleAYear ?? usualPeople(figures)
  return {
    grade: figures.people.every((count) => count === null) ? 'not-held' : 'partly',
    ...{ lines, table, counted: howCounted },
    notHeld:
      'Years marked “not held” lie before the first recorded completion; they stand in personal files.',
    hours: people === null ? null : roundHours((missing * people * effort.minutesAFile) / 60),
    hoursFrom:
      people === null
        ? 'nothing is known of how many people took the courses in a year'
        : `${counted(missing, 'year')} of courses, about ${counted(people, 'personal file')} in each, ${effort.minutesAFile} minutes a file`,
  }
}

function peopleLines({ people, years }: FoiFigures, courses: number): readonly string[] {
  if (courses < 2) return []
  const said = people.flatMap((count, place) =>
    count === null ? [] : [`${years[place] ?? ''}: ${roughly(count)}`],
  )
  return said.length === 0
    ? []
    : [`People who finished at least one of the courses, to the nearest ten: ${said.join('; ')}.`]
}

const roughly = (count: number) => (count < 10 ? 'fewer than 10' : `about ${Math.round(count / 10) * 10}`)

/** `1 course`, `2 courses`. */
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/** The median of the years in which somebody finished a course, a whole number; null when there is none. */
function usualPeople({ courses }: FoiFigures): number | null {
  const median = medianOf(courses.flatMap((course) => course.finished.flatMap((count) => count || [])))
  return median === null ? null : Math.max(1, Math.round(median))
}

function notApplicable({ courses }: Asked): Parts {
  return courses.length > 0
    ? { lines: ['Not applicable: there is such training.'] }
    : { grade: 'not-held', lines: [], notHeld: 'The catalogue does not say.' }
}
