import type { ComponentType } from 'react'
import type { IsoDate } from '../../../../domain/calendarDays.ts'
import type { CourseRun } from '../../../../domain/course.ts'
import type { RunChange } from '../../../../domain/runChanges.ts'
import type { Venue } from '../../../../domain/venue.ts'
import type { ChangeRunRefusal, PlanRunRefusal } from '../../../../usecases/changeRun.ts'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'

/** What the fields of a date's form know beside what was typed. */
export interface RunFormContext {
  readonly run: CourseRun | null
  readonly venues: readonly Venue[]
  readonly today: IsoDate
}

/** One thing that a coordinator does with a date, as fields. */
export interface RunForm {
  readonly label: string
  readonly title: string
  readonly saveLabel: string
  /** What it does, and whom it concerns. */
  explain(run: CourseRun): string
  start(run: CourseRun): Values
  read(values: Values, context: RunFormContext): RunChange
  readonly Fields: ComponentType<RunFormContext>
  readonly saved: string
}

const fieldOf: Partial<Record<ChangeRunRefusal | PlanRunRefusal, string>> = {
  'why-missing': 'why',
  'bad-day': 'date',
  'past-day': 'date',
  'bad-times': 'end',
  'bad-capacity': 'capacity',
  'places-taken': 'capacity',
  'bad-minimum': 'minimum',
  'no-such-course': 'courseKey',
}

/** Beside which field a refusal stands; the whole form where none is named. */
export function fieldOfRefusal(code: ChangeRunRefusal | PlanRunRefusal): string {
  return fieldOf[code] ?? ''
}

/** A whole number that was typed; what is none is no number, and the rules refuse it. */
export function wholeNumber(values: Values, name: string): number {
  const typed = wordsOf(values, name)
  return /^\d+$/.test(typed) ? Number(typed) : Number.NaN
}

/** When and where, as it was typed: a venue of the directory gives its name. */
export function readDay(values: Values, venues: readonly Venue[]) {
  const venueKey = wordsOf(values, 'venueKey')
  const venue = venues.find(({ key }) => key === venueKey)
  return {
    date: wordsOf(values, 'date'),
    start: wordsOf(values, 'start'),
    end: wordsOf(values, 'end'),
    venue: venue ? venue.name : wordsOf(values, 'venue'),
    venueKey: venue ? venueKey : '',
  }
}
