import { type IsoDate, writeDate, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { EntryRefusal } from '../../../../domain/exerciseEntry.ts'
import type { Standing } from '../../../../domain/programme.ts'
import type { PageDoubt } from '../../../../domain/programmeReading.ts'
import type { Finding, PlanRefusal, PlanWarning } from '../../../../domain/programmeRules.ts'

/** How far an exercise has come, in a word or two. */
export const standingWords: Readonly<Record<Standing, string>> = {
  planned: 'Planned',
  sending: 'Invitation being sent',
  invited: 'Invited',
  confirmed: 'Confirmed',
  'day-past': 'Day is over',
  'never-invited': 'Past, nobody invited',
  held: 'Held',
  cancelled: 'Called off',
}

const findingWords: Readonly<Record<PlanRefusal | PlanWarning, (about: string) => string>> = {
  'no-type': () => 'Choose what kind of exercise it is.',
  'no-unit': () => 'Say which unit it is for.',
  'no-boroughs': () => 'Name the boroughs that take part.',
  'not-a-date': () => 'Choose the day.',
  'not-a-time': () => 'Give start and end as times of day, such as 09:30.',
  'ends-before-start': () => 'It has to end after it starts.',
  'online-outside': () => 'The part online has to lie within the day, with a start and an end.',
  'no-venue': () => 'Say where it is held.',
  'suite-taken': (about) => `The suite is taken on that day by the exercise for ${about}.`,
  'room-busy': (about) => `The calendar of the room says that it is taken: ${about}.`,
  'facilitator-taken': (about) => `${about} runs another exercise on that day.`,
  'facilitator-busy': (about) => `The calendar says that somebody is not free: ${about}.`,
  'bank-holiday': (about) => `That day is a bank holiday: ${about}.`,
  'school-holiday': (about) =>
    `That day usually falls in the ${about}. Each authority sets its own: ask the boroughs.`,
  weekend: () => 'That day is a Saturday or Sunday.',
  'in-the-past': () => 'That day is in the past.',
  'unit-twice': (about) => `The unit has an exercise of this kind in the same year, on ${writeDate(about)}.`,
  'borough-twice': (about) => `${about} takes part in another exercise of this kind in the same year.`,
  tentative: (about) => `The calendar holds a tentative entry: ${about}.`,
  'free-unknown': (about) => `Whether this is free could not be asked: ${about}. Check it yourself.`,
}

/** Says what speaks against a day. */
export function sayFinding({ code, about }: Finding): string {
  return findingWords[code](about)
}

const refusalWords: Readonly<Record<EntryRefusal, string>> = {
  'coordinators-only': 'Only exercise coordinators plan exercises. Nothing was saved.',
  'nothing-changed': 'Nothing has been changed, so nothing was saved.',
  'no-reason': 'Say why: people have arranged themselves around it.',
  'too-long': 'One of the texts is too long to be kept. Shorten it and save again.',
  'already-there': 'Somebody else has planned an exercise of this unit for that day. Nothing was saved.',
  'is-held': 'The exercise was held, so its plan stays as it is.',
  'is-cancelled': 'The exercise was called off. Bring it back before you change it.',
  'invited-already': 'People have been invited, so call it off under Invitation: it tells them why.',
  'day-to-come': 'Its day is still to come.',
}

/** Says why a plan was not saved. */
export function sayEntryRefusal(code: EntryRefusal): string {
  return refusalWords[code]
}

const doubtWords: Readonly<Record<PageDoubt['code'], (about: string) => string>> = {
  'unknown-place': (about) => `“${about}” is no borough that is known. It is kept as the page writes it.`,
  'no-place': (about) => `No unit stands behind ${about}, so this date is left out.`,
  'impossible-date': (about) => `${about} is no day of the calendar, so it is left out.`,
  'borough-twice': (about) => `${about} is named for two dates of the year.`,
  'date-twice': (about) => `The day is given to two units: ${about}.`,
  'internal-line': (about) =>
    `A line asks to be left out before sharing. It is not brought in: “${shortened(about)}”`,
}

const longestQuote = 140

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text
}

/** Says what to look at in a page. */
export function sayPageDoubt({ code, about }: PageDoubt): string {
  return doubtWords[code](about)
}

/** `18 Apr`. */
export function shortDay(day: IsoDate): string {
  return writeDate(day).replace(/^(\d+ \w{3})\w* \d{4}$/, '$1')
}

/** `Wednesday 18 April`. */
export function weekdayAndDay(day: IsoDate): string {
  const [date = '', weekday = ''] = writeDateAndWeekday(day).split(', ')
  return `${weekday} ${date.replace(/ \d{4}$/, '')}`
}

/** `12 exercises`, `1 exercise`. */
export function exercisesCount(count: number): string {
  return count === 1 ? '1 exercise' : `${count} exercises`
}

/** The year that a programme is copied to unless somebody chooses another: the next one, and never one that is over. */
export function yearToCopyTo(from: number, today: IsoDate): number {
  return Math.max(from + 1, Number(today.slice(0, 4)))
}
