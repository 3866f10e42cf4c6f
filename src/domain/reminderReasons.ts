import { writeDate } from './calendarDays.ts'
import type { HeldLine, LapsedEntry, ReminderLine, Rung } from './reminderLines.ts'
import type { ClockKind } from './statutoryClock.ts'
import { fallen, sayStanding } from './trainingDecisions.ts'

/** Why a person gets a line, in one sentence: the same on the card, in a dry run and on the delivery page. */
export function sayReason(line: ReminderLine): string {
  return `${who(line)}; ${what(line)}.`
}

const rungWords: Readonly<Record<Rung, string>> = {
  holder: 'holds',
  deputy: 'deputises for',
  'head-of-unit': 'heads the unit of',
  secretary: 'is board secretary, above',
}

function who({ reason, row, training }: ReminderLine): string {
  const { person, rung, postTitle, because, other } = reason
  const post = `the post ${postTitle}`
  if (because === 'decides') return `${person} is asked to decide what ${other} asked for`
  if (because === 'needs')
    return `The role of ${person} needs it${training?.because ? ` (${training.because})` : ''}`
  if (because === 'asked') return `${person} asked for it`
  if (because === 'no-owner') return `No post owns this row, so it goes to ${person}, who holds ${post}`
  const place = `${person} ${rungWords[rung]} ${post}`
  if (row === null) return `${place}, which answers for this duty${standIn(because, other)}`
  return `${place}, which owns this row${standIn(because, other)}`
}

function standIn(because: ReminderLine['reason']['because'], other: string): string {
  if (because === 'vacant') return ' and has no holder'
  if (because === 'not-mine') return `, and ${other} says that it is not theirs`
  if (because === 'unreachable') return `, and ${other} cannot be reached`
  return because === 'no-answer' ? `, and ${other} has not answered` : ''
}

function what(line: ReminderLine): string {
  const { rule, deadline, reason } = line
  const day = writeDate(deadline)
  if (line.clock) return `${clockWords[line.clock.kind]} ${lastDay(line, day)}`
  if (rule.startsWith('before-')) {
    const days = Number(rule.slice('before-'.length))
    return `it is due on ${day}, and ${count(days, 'working day')} before is when a reminder goes out`
  }
  if (rule.startsWith('escalated-'))
    return `it ${line.daysLeft < 0 ? 'was' : 'is'} due on ${day}, and after ${count(reason.silence, 'working day')} without an answer it goes up`
  return (otherRules[rule] ?? ((on: string) => `it is about ${on}`))(day, line)
}

const otherRules: Readonly<Record<string, (day: string, line: ReminderLine) => string>> = {
  'on-the-day': (day, line) =>
    line.daysLeft < 0 ? `it was due on ${day}, a day without work` : `it is due today, ${day}`,
  overdue: (day, line) =>
    line.occurrence === 1
      ? `it was due on ${day}`
      : `it was due on ${day}, and this is reminder ${line.occurrence} since`,
  'white-chase': (day, line) =>
    `${line.row?.counterparty?.body ?? 'the other body'} was to be asked again on ${day}`,
  'evidence-missing': (day) => `it is said to be done since ${day}, and nothing shows it yet`,
  'sign-off-waiting': (day) => `the sign-off waits since ${day}`,
  'cover-lapsed': (_day, line) => (line.row === null ? '' : fallen(line.row).map(sayStanding).join('; ')),
  'training-lapsed': (day, line) => `“${line.training?.title}” was needed by ${day}`,
  'training-due-30': (day, line) => `“${line.training?.title}” is needed by ${day}`,
  'training-due-7': (day, line) => `“${line.training?.title}” is needed by ${day}`,
  'sign-off-answered': (day, line) => `${line.reason.other} answered on ${day}`,
  'extension-answered': (day, line) => `${line.reason.other} answered on ${day}`,
  'extension-waiting': (day) => `the later deadline waits for an answer since ${day}`,
}

const clockWords: Readonly<Record<ClockKind, string>> = {
  'section-55': 'the comments under section 55 of the Police Act 1996',
  'paragraph-28B': 'the response under paragraph 28B of schedule 3 to the Police Reform Act 2002',
  'super-complaint': 'the response to the super-complaint',
  coroner: 'the response to the coroner under regulation 29',
}

function lastDay(line: ReminderLine, day: string): string {
  if (line.daysLeft < 0) return `had to be published or sent by ${day}`
  return line.daysLeft === 0
    ? `must be published or sent today, ${day}`
    : `must be published or sent by ${day}`
}

const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'}`

/** What a duty is called on a card and in lists. */
export function writeClock(kind: ClockKind): string {
  const words = clockWords[kind]
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
    .replace('The ', '')
    .replace(/^./, (letter) => letter.toUpperCase())
}

const heldWords: Readonly<Record<HeldLine['code'], string>> = {
  'already-sent': 'Sent already.',
  weekend: 'It is the weekend: it goes out on the next working day.',
  'bank-holiday': 'It is a bank holiday: it goes out on the next working day.',
  'quiet-hours': 'These are quiet hours: it goes out when they are over.',
  snoozed: 'They have put their reminders off: it goes out when that ends.',
  'weekly-digest': 'They want one message a week: it goes out with the next.',
  'one-digest-a-day': 'They had their message of the day: it goes out with the next.',
}

/** Why a line is not sent now. */
export function sayHeld({ code }: Pick<HeldLine, 'code'>): string {
  return heldWords[code]
}

const lapsedWords: Readonly<Record<LapsedEntry['code'], string>> = {
  'not-due': 'The row is not due any more, so this was not sent.',
  'deadline-moved': 'The deadline was moved before this was sent.',
  'handed-over': 'Somebody else is responsible now, so this was not sent.',
  'later-reminder': 'A more urgent reminder took its place before this was sent.',
}

/** Why something that was begun is not sent any more. */
export function sayLapsed({ code }: Pick<LapsedEntry, 'code'>): string {
  return lapsedWords[code]
}
