import type { IsoDate } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'
import { type ExerciseType, typeNamed } from './exerciseType.ts'
import { yearOf } from './programmeRules.ts'
import { unitMark } from './units.ts'

export const programmeDoubts = [
  'unknown-place',
  'no-place',
  'impossible-date',
  'borough-twice',
  'date-twice',
  'internal-line',
] as const
export type ProgrammeDoubt = (typeof programmeDoubts)[number]

/** Something in a page that a person should look at. */
export interface PageDoubt {
  readonly code: ProgrammeDoubt
  /** The words of the page that it is about. */
  readonly about: string
  /** Line of the page, counted from 1. */
  readonly line: number
}

/** One date of a programme as a page writes it. */
export interface ReadDay {
  readonly date: IsoDate
  readonly unit: string
  /** By their names, `Hammersmith and Fulham`. */
  readonly boroughs: readonly string[]
  readonly line: number
  /** The page's own words. */
  readonly written: string
}

/** What a page says of a programme. */
export interface ProgrammeReading {
  /** The type of exercise as the page calls it, `SPASE`; empty when it names none. */
  readonly typeName: string
  readonly fullName: string
  readonly days: readonly ReadDay[]
  readonly doubts: readonly PageDoubt[]
}

/** What came of a file: its programme, or a sentence that says why there is none. */
export type ProgrammeFileResult =
  | { readonly ok: true; readonly reading: ProgrammeReading }
  | { readonly ok: false; readonly message: string }

/** What bringing in one date would do. `ask`: the unit has an exercise in that year on another day. */
export type ProgrammeStep =
  | { readonly does: 'create'; readonly day: ReadDay }
  | { readonly does: 'nothing'; readonly day: ReadDay; readonly there: Exercise }
  | { readonly does: 'ask'; readonly day: ReadDay; readonly there: Exercise }

/** Holds each date of a page against the programme. What is there is never changed: a moved day is a person's to move. */
export function programmeSteps(
  reading: ProgrammeReading,
  type: ExerciseType,
  exercises: readonly Exercise[],
): readonly ProgrammeStep[] {
  return reading.days.map((day) => {
    const there = exercises.filter(
      (one) =>
        one.status !== 'cancelled' &&
        typeNamed([type], one.type) !== null &&
        yearOf(one.date) === yearOf(day.date) &&
        unitMark(one.boroughs) === unitMark(day.boroughs),
    )
    const same = there.find(({ date }) => date === day.date)
    if (same) return { does: 'nothing', day, there: same }
    return there[0] ? { does: 'ask', day, there: there[0] } : { does: 'create', day }
  })
}
