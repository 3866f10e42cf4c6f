import { weekday } from './bankHolidays.ts'
import { addDays, type IsoDate, lastDayOfMonth } from './calendarDays.ts'
import type { Exercise, Invitee } from './exercise.ts'
import { unplanned } from './exercisePlan.ts'
import {
  checkDay,
  type Finding,
  isStopped,
  type PlannedDay,
  type RuleContext,
  yearOf,
} from './programmeRules.ts'
import { unitMark } from './units.ts'

/** One exercise of a year on its way into another. */
export interface CopiedDay {
  /** The exercise that it is copied from. */
  readonly from: Exercise
  /** The same weekday of the same week of the month: the third Wednesday of April. */
  readonly pattern: IsoDate
  /** The day that it gets: the pattern's, or the nearest of that weekday on which nothing stops it. */
  readonly date: IsoDate
  /** Why the pattern's day was not taken; empty when it was. */
  readonly moved: readonly Finding[]
  /** What speaks against the day all the same: warnings, or refusals when no day was found. */
  readonly findings: readonly Finding[]
  /** It is in the other year already: nothing is to be made. */
  readonly there: boolean
}

/** Weeks by which a day is moved at most, to either side. */
const farthestWeeks = 4

/** The same weekday of the same week of the month in another year; the last one where there is no fifth. */
export function sameWeekdayOf(day: IsoDate, year: number): IsoDate {
  const [, month = '01', dayOfMonth = '01'] = day.split('-')
  const week = Math.ceil(Number(dayOfMonth) / 7)
  const first: IsoDate = `${year}-${month}-01`
  const wanted = addDays(first, ((weekday(day) - weekday(first) + 7) % 7) + 7 * (week - 1))
  return wanted > lastDayOfMonth(year, Number(month)) ? addDays(wanted, -7) : wanted
}

/**
 * A programme for another year: every exercise that was not called off keeps its weekday and its week of the month. A
 * day that the rules stop is moved by whole weeks, first later and then earlier; what is copied before takes part in
 * the rules.
 */
export function planCopy(
  exercises: readonly Exercise[],
  years: { readonly from: number; readonly to: number },
  context: RuleContext,
): readonly CopiedDay[] {
  const given = exercises
    .filter(({ date, status }) => yearOf(date) === years.from && status !== 'cancelled')
    .sort((a, b) => a.date.localeCompare(b.date))
  const placed: RuleContext['others'][number][] = [...context.others]
  return given.map((from) => {
    const there = isThere(from, years.to, exercises)
    const copied = there ? sameDay(from, there) : placeDay(from, years.to, { ...context, others: placed })
    if (!there) placed.push({ ...from, date: copied.date, status: 'planned' })
    return copied
  })
}

function isThere(from: Exercise, year: number, exercises: readonly Exercise[]): Exercise | undefined {
  return exercises.find(
    (one) =>
      yearOf(one.date) === year &&
      one.status !== 'cancelled' &&
      (one.copiedFrom === from.key ||
        (one.type === from.type && unitMark(one.boroughs) === unitMark(from.boroughs))),
  )
}

function sameDay(from: Exercise, there: Exercise): CopiedDay {
  return { from, pattern: there.date, date: there.date, moved: [], findings: [], there: true }
}

function placeDay(from: Exercise, year: number, context: RuleContext): CopiedDay {
  const pattern = sameWeekdayOf(from.date, year)
  const findingsOn = (date: IsoDate) => checkDay({ ...from, date } satisfies PlannedDay, context)
  const wanted = findingsOn(pattern)
  const stops = wanted.filter((one) => one.stops)
  const placed = { from, pattern, there: false }
  if (stops.length === 0) return { ...placed, date: pattern, moved: [], findings: wanted }
  for (let weeks = 1; weeks <= farthestWeeks; weeks += 1) {
    for (const days of [7 * weeks, -7 * weeks]) {
      const date = addDays(pattern, days)
      const findings = findingsOn(date)
      if (yearOf(date) === year && !isStopped(findings)) return { ...placed, date, moved: stops, findings }
    }
  }
  return { ...placed, date: pattern, moved: [], findings: wanted }
}

/**
 * The exercise of a copied day: everything that can be said of it before anybody is asked. Roles come along and people
 * do not, for they may have moved on; internal notes belong to the day that they were written for.
 */
export function copiedExercise(from: Exercise, date: IsoDate, key: string): Exercise {
  const { type, unit, boroughs, start, end, venue, roomAddress } = from
  const { facilitators, scenarios, agenda, joining, onlinePart, mailbox } = from
  return {
    ...unplanned,
    ...{ key, type, unit, boroughs, date, start, end, venue, roomAddress },
    ...{ facilitators, scenarios, agenda, joining, onlinePart, mailbox, copiedFrom: from.key },
    ...{ internalNote: '', invitees: from.invitees.map(emptySeat), invitation: null, history: [] },
  }
}

/** The role without whoever held it. */
function emptySeat({ role, side, required, sector, condition, panel }: Invitee): Invitee {
  return {
    ...{ role, organisation: '', side, required, state: 'unknown', name: '', address: '', response: 'none' },
    ...(sector === undefined ? {} : { sector }),
    ...(condition === undefined ? {} : { condition }),
    ...(panel === undefined ? {} : { panel }),
  }
}
