import { addMonths } from './addMonths.ts'
import type { IsoDate } from './calendarDays.ts'
import type { Completion, CompletionResult } from './completion.ts'
import type { Course } from './course.ts'
import type { StaffFinder } from './staffFinder.ts'
import { readDay } from './tableDays.ts'
import { type Columns, cellOf, guessColumns, type HeadingRules, type TableLine } from './trainingTable.ts'

export const completionMeanings = [
  'person',
  'name',
  'course',
  'completed',
  'result',
  'expires',
  'run',
] as const
export type CompletionMeaning = (typeof completionMeanings)[number]

/** Without these nothing can be said of a line. */
export const neededMeanings = ['person', 'course', 'completed'] as const

const rules: HeadingRules<CompletionMeaning> = [
  ['expires', /expir|valid (?:to|until)|renew|due again|lapse/],
  [
    'completed',
    /complet\w* (?:date|on)|date (?:of )?complet|^completed$|finish(?:ed)? (?:on|date)|attended on|date taken|^date$/,
  ],
  [
    'person',
    /staff (?:no|number|id)|employee|payroll|collar|warrant|user ?name|user id|login|person id|^upn$|e ?mail|object id/,
  ],
  ['course', /course (?:code|id|key|ref)|^course$|course (?:name|title)|^(?:module|activity|title|learning)/],
  ['result', /result|outcome|status|grade|pass/],
  ['run', /run|session|class|event/],
  ['name', /name|learner|person/],
]

/** What the columns of a learning system's file seem to mean. */
export function guessCompletionColumns(headings: readonly string[]): Columns<CompletionMeaning> {
  return guessColumns(headings, rules)
}

/** Why a line cannot be brought in, or is left out on purpose. */
export type LineRefusal =
  | 'no-person'
  | 'unknown-person'
  | 'no-course'
  | 'unknown-course'
  | 'no-day'
  | 'not-a-day'
  | 'day-to-come'
  | 'day-too-early'
  | 'expires-before'
  | 'unknown-result'
  | 'not-finished'
  | 'twice'

export type CompletionLine =
  | { readonly line: number; readonly ok: true; readonly completion: Completion }
  | { readonly line: number; readonly ok: false; readonly code: LineRefusal; readonly word: string }

/** What lines are read by. */
export interface CompletionReading {
  readonly columns: Columns<CompletionMeaning>
  readonly findPerson: StaffFinder
  readonly findCourse: (word: string) => Course | null
  readonly today: IsoDate
  /** Name of the file. */
  readonly source: string
}

/** Words that say how it ended; the first that fits. Those that say that it has not ended are left out. */
const results: readonly (readonly [RegExp, CompletionResult | 'not-finished'])[] = [
  [
    /^(?:not |in progress|incomplete|enrol|started|registered|booked|withdrawn|did not|dna|no.?show|cancel)/,
    'not-finished',
  ],
  [/^(?:part|partial)/, 'partly'],
  [/^(?:fail|unsuccess|referred)/, 'failed'],
  [/^(?:pass|merit|distinction|competent|achieved)/, 'passed'],
  [/^(?:complet|attend|yes|y$|done|finished|success|100)/, 'completed'],
]

/** Nothing before this was taken down by a learning system. */
const earliest = '1980-01-01'

/** Reads lines as completions; a line that is not one says why. Of lines that say the same the first counts. */
export function readCompletionLines(
  lines: readonly TableLine[],
  reading: CompletionReading,
): readonly CompletionLine[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const read = readLine(line, reading)
    if (!read.ok) return read
    const { key } = read.completion
    if (seen.has(key)) return { line: line.line, ok: false, code: 'twice', word: '' }
    seen.add(key)
    return read
  })
}

function readLine(line: TableLine, reading: CompletionReading): CompletionLine {
  const { columns, today } = reading
  const cell = (meaning: CompletionMeaning) => cellOf(line, columns, meaning)
  const refuse = (code: LineRefusal, word = ''): CompletionLine => ({
    line: line.line,
    ok: false,
    code,
    word,
  })
  const result = resultOf(cell('result'))
  if (result === 'not-finished') return refuse('not-finished', cell('result'))
  if (result === null) return refuse('unknown-result', cell('result'))
  if (cell('person') === '') return refuse('no-person')
  const person = reading.findPerson(cell('person'))
  if (!person) return refuse('unknown-person', cell('person'))
  if (cell('course') === '') return refuse('no-course')
  const course = reading.findCourse(cell('course'))
  if (!course) return refuse('unknown-course', cell('course'))
  if (cell('completed') === '') return refuse('no-day')
  const completedOn = readDay(cell('completed'))
  if (completedOn === null) return refuse('not-a-day', cell('completed'))
  if (completedOn > today) return refuse('day-to-come', cell('completed'))
  if (completedOn < earliest) return refuse('day-too-early', cell('completed'))
  const expiresOn = cell('expires') === '' ? null : readDay(cell('expires'))
  if (expiresOn === null && cell('expires') !== '') return refuse('not-a-day', cell('expires'))
  if (expiresOn !== null && expiresOn < completedOn) return refuse('expires-before', cell('expires'))
  return {
    line: line.line,
    ok: true,
    completion: completionOf({ person: person.key, personName: person.name }, course, completedOn, {
      ...{ result, expiresOn, runKey: cell('run'), recordedOn: today, source: reading.source },
    }),
  }
}

/** A completion with its key and, where nothing else is said, the last day that the course's frequency gives it. */
export function completionOf(
  who: Pick<Completion, 'person' | 'personName'>,
  course: Pick<Course, 'key' | 'everyMonths'>,
  completedOn: IsoDate,
  rest: Pick<Completion, 'result' | 'expiresOn' | 'runKey' | 'recordedOn' | 'source'>,
): Completion {
  const counts = rest.result === 'completed' || rest.result === 'passed'
  const computed = counts && course.everyMonths !== null ? addMonths(completedOn, course.everyMonths) : null
  return {
    key: `${who.person}/${course.key}/${completedOn}`,
    ...who,
    ...{ courseKey: course.key, completedOn },
    ...rest,
    expiresOn: rest.expiresOn ?? computed,
  }
}

function resultOf(word: string): CompletionResult | 'not-finished' | null {
  const plain = word.toLowerCase().trim()
  if (plain === '') return 'completed'
  return results.find(([words]) => words.test(plain))?.[1] ?? null
}

/** Finds courses by key or title, or by what a person said that a word of the file means. */
export function courseFinder(
  courses: readonly Course[],
  said: Readonly<Record<string, string>>,
): (word: string) => Course | null {
  const plain = (word: string) => word.trim().toLowerCase().replace(/\s+/g, ' ')
  const byKey = new Map(courses.map((course) => [course.key, course]))
  const byWord = new Map(
    courses.flatMap((course) => [
      [plain(course.key), course] as const,
      [plain(course.title), course] as const,
    ]),
  )
  return (word) => byKey.get(said[plain(word)] ?? '') ?? byWord.get(plain(word)) ?? null
}

/** What is kept here and what a file says of the same completion, as far as the file can be right. */
export function sameCompletion(kept: Completion, imported: Completion): boolean {
  return kept.result === imported.result && kept.expiresOn === imported.expiresOn
}

const sentences: Readonly<Record<LineRefusal, (word: string) => string>> = {
  'no-person': () => 'It does not say who.',
  'unknown-person': (word) => `The staff list knows nobody called “${word}”.`,
  'no-course': () => 'It does not say which course.',
  'unknown-course': (word) => `The catalogue has no course called “${word}”.`,
  'no-day': () => 'It does not say when.',
  'not-a-day': (word) => `“${word}” is no day; days are written such as 4/3/2021 or 2021-03-04.`,
  'day-to-come': (word) => `“${word}” has not come yet.`,
  'day-too-early': (word) => `“${word}” is too long ago to be meant.`,
  'expires-before': (word) => `It would end on “${word}”, before it was taken.`,
  'unknown-result': (word) => `“${word}” does not say how it ended.`,
  'not-finished': (word) => `Not finished (${word}): nothing to keep.`,
  twice: () => 'The same as an earlier line of this file.',
}

/** Why a line is not brought in, as a sentence. */
export function sayLineRefusal({
  code,
  word,
}: {
  readonly code: LineRefusal
  readonly word: string
}): string {
  return sentences[code](word)
}

/** Lines that are left out on purpose: nobody has to mend them. */
export function isLeftOut(code: LineRefusal): boolean {
  return code === 'not-finished' || code === 'twice'
}
