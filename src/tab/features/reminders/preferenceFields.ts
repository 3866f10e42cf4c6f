import { addDays, type IsoDate, isIsoDate } from '../../../domain/calendarDays.ts'
import type { ReminderPreference } from '../../../domain/reminderPolicy.ts'
import type { ReadForm, Values } from './ruleFields.ts'

/** Days for which somebody may put reminders off from here: a long leave, and not a deadline forgotten. */
const longestSnooze = 92

/** What the fields show of a person's wishes. */
export function preferenceValues({ how, weekday, snoozeUntil }: ReminderPreference): Values {
  return { how, weekday: String(weekday), snoozeUntil: snoozeUntil ?? '' }
}

/** Reads a person's wishes. */
export function readPreferenceValues(values: Values, today: IsoDate): ReadForm<ReminderPreference> {
  const { how, weekday = '1', snoozeUntil = '' } = values
  const latest = addDays(today, longestSnooze)
  const problem =
    snoozeUntil !== '' && !isIsoDate(snoozeUntil)
      ? 'Choose a day, or leave it empty.'
      : snoozeUntil > latest
        ? `Choose a day within ${longestSnooze} days; for longer, ask for a deputy in your place.`
        : null
  return {
    value: {
      how: how === 'at-once' || how === 'weekly' ? how : 'daily',
      weekday: Number(weekday),
      snoozeUntil: snoozeUntil === '' ? null : snoozeUntil,
    },
    problems: problem === null ? {} : { snoozeUntil: problem },
  }
}
