import { weekday } from './bankHolidays.ts'
import { addDays, type IsoDate } from './calendarDays.ts'
import { asksForDecision, type HeldCode, type LedgerMark, type ReminderLine } from './reminderLines.ts'
import { defaultPreference, type ForceRules, type ReminderPreference } from './reminderPolicy.ts'
import { type DaysOff, holidayOn, isWeekend, isWorkingDay } from './workingDays.ts'

/** The calendar of a run: days without work, and the local time where quiet hours are to be kept. */
export interface ReminderCalendar {
  readonly daysOff: DaysOff
  /** `HH:MM` in the United Kingdom; null for a run that somebody asked for by hand. */
  readonly time: string | null
}

/** Why nothing at all goes out now; null when it does. */
export function closedNow(calendar: ReminderCalendar, rules: ForceRules, today: IsoDate): HeldCode | null {
  if (holidayOn(today, calendar.daysOff) !== null) return 'bank-holiday'
  if (isWeekend(today)) return 'weekend'
  return calendar.time !== null && isQuiet(calendar.time, rules) ? 'quiet-hours' : null
}

/** Quiet hours may span midnight; the same time twice means that there are none. */
function isQuiet(time: string, { quietFrom, quietUntil }: ForceRules): boolean {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? time >= quietFrom && time < quietUntil
    : time >= quietFrom || time < quietUntil
}

/**
 * Why a person's own wishes hold a line back; null when they do not. A duty that the law sets is never held back, and
 * a decision waits for no digest. Somebody who stands in for another who cannot be reached is told at once.
 * @param hadDigest whether the person had their message of this day
 */
export function heldByWishes(
  line: Pick<ReminderLine, 'rule' | 'reason'>,
  preference: ReminderPreference | undefined,
  daysOff: DaysOff,
  today: IsoDate,
  hadDigest: boolean,
): HeldCode | null {
  const { how, weekday: chosen, snoozeUntil } = preference ?? defaultPreference
  if (line.rule === 'statutory') return null
  if (snoozeUntil !== null && today < snoozeUntil) return 'snoozed'
  if (asksForDecision(line.rule)) return null
  if (how === 'weekly' && today !== digestDay(chosen, today, daysOff)) return 'weekly-digest'
  const { because } = line.reason
  if (how === 'at-once' || because === 'unreachable' || because === 'not-mine') return null
  return hadDigest ? 'one-digest-a-day' : null
}

/** The day of this week's digest: the chosen weekday, or the next working day of the week, or else the last before. */
function digestDay(chosen: number, today: IsoDate, daysOff: DaysOff): IsoDate {
  const monday = addDays(today, 1 - weekday(today))
  const week = [0, 1, 2, 3, 4].map((days) => addDays(monday, days))
  const working = week.filter((day) => isWorkingDay(day, daysOff))
  return working.find((day) => weekday(day) >= chosen) ?? working.at(-1) ?? today
}

/** Whether the ledger knows of a digest that a person had for a day. */
export function hadDigestOn(marks: readonly LedgerMark[], today: IsoDate): boolean {
  return marks.some(
    ({ state, forDay, rule }) =>
      state === 'sent' && forDay === today && rule !== 'statutory' && !asksForDecision(rule),
  )
}
