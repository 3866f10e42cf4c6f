import type { IsoDate } from './calendarDays.ts'
import type { Course } from './course.ts'
import { answerOf, type FoiAnswer } from './foiAnswers.ts'
import { type FoiEffort, roundHours } from './foiEffort.ts'
import type { FoiFigures, FoiScope } from './foiFigures.ts'
import { foiQuestions } from './foiQuestions.ts'
import { leaveOutNames } from './namesLeftOut.ts'

/** Hours after which answering may be refused as too dear (section 12, Freedom of Information Act 2000). */
export const hoursLimit = 18

/** What is known when a pack is made. */
export interface FoiSource {
  readonly courses: readonly Course[]
  readonly figures: FoiFigures
  /** Answers given three months after a run, for the question about effect. */
  readonly lateAnswers: number
  /** Names that must not leave: they are taken out of every text of the pack. */
  readonly names: readonly string[]
}

/** The answers to the eighteen questions about a subject. */
export interface FoiPack {
  /** The force's reference of the request, such as `01.FOI.24.035892`; may be empty. */
  readonly reference: string
  readonly theme: string
  readonly scope: FoiScope
  readonly answers: readonly FoiAnswer[]
  /** Hours that it would take to find what the data do not hold. */
  readonly hours: number
  /** Numbers of the questions to leave out so that the rest stays within the limit, the dearest first. */
  readonly leaveOut: readonly number[]
  readonly madeOn: IsoDate
}

/** Writes the pack. The same register, scope and day of the figures give the same answers. */
export function foiPackOf(
  source: FoiSource,
  given: {
    readonly reference: string
    readonly theme: string
    readonly scope: FoiScope
    readonly effort: FoiEffort
    readonly madeOn: IsoDate
  },
): FoiPack {
  const { reference, theme, scope, effort, madeOn } = given
  const inScope = { ...source, courses: source.courses.filter(({ key }) => scope.courseKeys.includes(key)) }
  const answers = foiQuestions(theme).map((question) =>
    withoutNames(answerOf(question, inScope, scope, effort), source.names),
  )
  const hours = roundHours(answers.reduce((sum, answer) => sum + (answer.hours ?? 0), 0))
  return { reference, theme, scope, answers, hours, leaveOut: leaveOutOf(answers), madeOn }
}

function leaveOutOf(answers: readonly FoiAnswer[]): readonly number[] {
  const dearest = answers
    .filter(({ hours }) => (hours ?? 0) > 0)
    .toSorted((a, b) => (b.hours ?? 0) - (a.hours ?? 0))
  let left = dearest.reduce((sum, { hours }) => sum + (hours ?? 0), 0)
  const out: number[] = []
  for (const answer of dearest) {
    if (left <= hoursLimit) break
    left -= answer.hours ?? 0
    out.push(answer.number)
  }
  return out
}

/** An answer from which every known name is taken out. */
function withoutNames(answer: FoiAnswer, names: readonly string[]): FoiAnswer {
  const clean = (text: string) => leaveOutNames(text, names)
  const { table } = answer
  return {
    ...answer,
    lines: answer.lines.map(clean),
    notHeld: clean(answer.notHeld),
    table: table && { ...table, rows: table.rows.map((row) => ({ ...row, label: clean(row.label) })) },
  }
}
