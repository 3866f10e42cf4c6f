import { isIsoDate } from '../../../domain/calendarDays.ts'
import type { ForceRules } from '../../../domain/reminderPolicy.ts'
import type { DaysOff } from '../../../domain/workingDays.ts'
import type { ReadForm, Values } from './ruleFields.ts'

/** What the fields show of the rules of the force. */
export function rulesValues({ quietFrom, quietUntil, secretaryPost }: ForceRules): Values {
  return { quietFrom, quietUntil, secretaryPost }
}

const isTime = (text: string | undefined): text is string => /^([01]\d|2[0-3]):[0-5]\d$/.test(text ?? '')

/** Reads the rules of the force. */
export function readRulesValues(values: Values): ReadForm<ForceRules> {
  const { quietFrom = '', quietUntil = '', secretaryPost = '' } = values
  return {
    value: { quietFrom, quietUntil, secretaryPost },
    problems: {
      ...(!isTime(quietFrom) && { quietFrom: 'Write a time such as 19:00.' }),
      ...(!isTime(quietUntil) && { quietUntil: 'Write a time such as 07:00.' }),
      ...(secretaryPost === '' && { secretaryPost: 'Choose the post at the top of every ladder.' }),
    },
  }
}

/** Days off as a form keeps them: lists as text, so that what was typed can be kept on the device. */
export function daysOffValues({ added, removed }: DaysOff): Values {
  return { added: JSON.stringify(added), removed: JSON.stringify(removed) }
}

/** The days that the force adds, as they stand in the form; a day may still be empty. */
export function addedDays(values: Values): DaysOff['added'] {
  return listOf<DaysOff['added'][number]>(values.added)
}

/** The bank holidays on which the force works, as they stand in the form. */
export function removedDays(values: Values): DaysOff['removed'] {
  return listOf<string>(values.removed)
}

/** Written by these forms themselves, so only that it is a list is checked; the use case checks the rest. */
function listOf<T>(text = '[]'): readonly T[] {
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list : []
}

/** Reads the days off; a problem has the name `day-` and the place of its day in the list. */
export function readDaysOffValues(values: Values): ReadForm<DaysOff> {
  const added = addedDays(values)
  const twice = (day: string, place: number) => added.findIndex((one) => one.day === day) < place
  const problems: Record<string, string> = {}
  added.forEach(({ day, name }, place) => {
    if (!isIsoDate(day)) problems[`day-${place}`] = 'Choose the day.'
    else if (twice(day, place)) problems[`day-${place}`] = 'This day is in the list already.'
    if (name.trim() === '') problems[`name-${place}`] = 'Say what day it is.'
  })
  return {
    value: {
      added: added
        .map(({ day, name }) => ({ day, name: name.trim() }))
        .toSorted((a, b) => a.day.localeCompare(b.day)),
      removed: removedDays(values).toSorted(),
    },
    problems,
  }
}
