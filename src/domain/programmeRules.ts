import { type IsoDate, isIsoDate } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'
import type { Facilitator } from './exercisePlan.ts'
import { isTime } from './exerciseType.ts'
import { schoolHolidayOn } from './schoolHolidays.ts'
import { unitMark } from './units.ts'
import { type DaysOff, holidayOn, isWeekend, publishedDaysOff } from './workingDays.ts'

/** What the rules look at: a day, a place and the people who run it. */
export type PlannedDay = Pick<
  Exercise,
  | 'type'
  | 'unit'
  | 'boroughs'
  | 'date'
  | 'start'
  | 'end'
  | 'venue'
  | 'roomAddress'
  | 'facilitators'
  | 'onlinePart'
>

export const planRefusals = [
  'no-type',
  'no-unit',
  'no-boroughs',
  'not-a-date',
  'not-a-time',
  'ends-before-start',
  'online-outside',
  'no-venue',
  'suite-taken',
  'room-busy',
  'facilitator-taken',
  'facilitator-busy',
  'bank-holiday',
] as const
export type PlanRefusal = (typeof planRefusals)[number]

export const planWarnings = [
  'school-holiday',
  'weekend',
  'in-the-past',
  'unit-twice',
  'borough-twice',
  'tentative',
  'free-unknown',
] as const
export type PlanWarning = (typeof planWarnings)[number]

/** Something that speaks against a plan: a refusal stops it, a warning does not. */
export type Finding =
  | { readonly stops: true; readonly code: PlanRefusal; readonly about: string }
  | { readonly stops: false; readonly code: PlanWarning; readonly about: string }

/** When somebody or a room is taken on a day; UK local times, `HH:MM`. */
export interface BusyTime {
  readonly address: string
  readonly date: IsoDate
  readonly start: string
  readonly end: string
  readonly status: 'busy' | 'tentative'
}

/** What calendars said, and whose could not be asked. */
export interface FreeBusy {
  readonly busy: readonly BusyTime[]
  readonly unknown: readonly string[]
}

export const nothingAsked: FreeBusy = { busy: [], unknown: [] }

/** What a plan is held against. */
export interface RuleContext {
  readonly today: IsoDate
  /** Every other exercise, whatever its year. */
  readonly others: readonly (PlannedDay & Pick<Exercise, 'status'>)[]
  readonly daysOff?: DaysOff
  readonly free?: FreeBusy
  /** As it was when invitations went: its own entry in the room's calendar is no clash. */
  readonly own?: Pick<Exercise, 'date' | 'start' | 'end'> | null
}

/** Everything that speaks against a day, refusals first. */
export function checkDay(day: PlannedDay, context: RuleContext): readonly Finding[] {
  const missing = missingParts(day)
  if (!isIsoDate(day.date)) return missing
  const found = [...missing, ...calendarFindings(day, context), ...clashes(day, context)]
  const all = [...found, ...freeFindings(day, context)]
  return [...all.filter(({ stops }) => stops), ...all.filter(({ stops }) => !stops)]
}

/** Whether anything stops the plan. */
export function isStopped(findings: readonly Finding[]): boolean {
  return findings.some(({ stops }) => stops)
}

const stop = (code: PlanRefusal, about = ''): Finding => ({ stops: true, code, about })
const warn = (code: PlanWarning, about = ''): Finding => ({ stops: false, code, about })

function missingParts(day: PlannedDay): readonly Finding[] {
  const times = isTime(day.start) && isTime(day.end)
  return [
    ...(day.type.trim() === '' ? [stop('no-type')] : []),
    ...(day.unit.trim() === '' ? [stop('no-unit')] : []),
    ...(day.boroughs.length === 0 ? [stop('no-boroughs')] : []),
    ...(isIsoDate(day.date) ? [] : [stop('not-a-date')]),
    ...(times ? [] : [stop('not-a-time')]),
    ...(times && day.end <= day.start ? [stop('ends-before-start')] : []),
    ...(isOnlineOutside(day) ? [stop('online-outside')] : []),
    ...(day.venue.trim() === '' ? [stop('no-venue')] : []),
  ]
}

/** The part online is a part of the day, and has a beginning and an end. */
function isOnlineOutside({ onlinePart, start, end }: PlannedDay): boolean {
  if (onlinePart === null) return false
  const { start: from, end: to } = onlinePart
  return !isTime(from) || !isTime(to) || to <= from || from < start || to > end
}

function calendarFindings(day: PlannedDay, { today, daysOff }: RuleContext): readonly Finding[] {
  const bankHoliday = holidayOn(day.date, daysOff ?? publishedDaysOff)
  const schools = schoolHolidayOn(day.date)
  return [
    ...(bankHoliday === null ? [] : [stop('bank-holiday', bankHoliday)]),
    ...(isWeekend(day.date) ? [warn('weekend')] : []),
    ...(schools ? [warn('school-holiday', schools.name)] : []),
    ...(day.date < today ? [warn('in-the-past')] : []),
  ]
}

function clashes(day: PlannedDay, { others }: RuleContext): readonly Finding[] {
  const standing = others.filter(({ status }) => status !== 'cancelled')
  const sameDay = standing.filter(({ date }) => date === day.date)
  const sameSuite = sameDay.find((one) => suiteOf(one) === suiteOf(day) && suiteOf(day) !== '')
  const sameYear = standing.filter((one) => one.type === day.type && yearOf(one.date) === yearOf(day.date))
  const again = sameYear.find((one) => unitMark(one.boroughs) === unitMark(day.boroughs))
  const shared = again ? [] : sharedBoroughs(day, sameYear)
  return [
    ...(sameSuite ? [stop('suite-taken', sameSuite.unit)] : []),
    ...takenFacilitators(day, sameDay).map((about) => stop('facilitator-taken', about)),
    ...(again && day.boroughs.length > 0 ? [warn('unit-twice', again.date)] : []),
    ...shared.map((about) => warn('borough-twice', about)),
  ]
}

/** The year of a programme. */
export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

/** A suite is its room's mailbox, or where it has none its name. */
function suiteOf({ roomAddress, venue }: Pick<PlannedDay, 'roomAddress' | 'venue'>): string {
  return (roomAddress || venue).trim().toLowerCase()
}

/** Somebody who runs a day is their address, or where none is known their name. */
function facilitatorMark({ address, name }: Facilitator): string {
  return (address || name).trim().toLowerCase()
}

function takenFacilitators(day: PlannedDay, sameDay: RuleContext['others']): readonly string[] {
  const taken = new Set(sameDay.flatMap((one) => one.facilitators.map(facilitatorMark)))
  return day.facilitators.filter((one) => taken.has(facilitatorMark(one))).map(({ name }) => name)
}

function sharedBoroughs(day: PlannedDay, sameYear: RuleContext['others']): readonly string[] {
  const taken = new Set(sameYear.flatMap((one) => one.boroughs.map((name) => unitMark([name]))))
  return day.boroughs.filter((name) => taken.has(unitMark([name])))
}

function freeFindings(day: PlannedDay, { free = nothingAsked, own = null }: RuleContext): readonly Finding[] {
  const during = free.busy.filter(
    (one) =>
      one.date === day.date && one.start < day.end && one.end > day.start && !(own && isOwnEntry(one, own)),
  )
  const whose = [
    { address: day.roomAddress, name: day.venue, code: 'room-busy' as const },
    ...day.facilitators.map((one) => ({ ...one, code: 'facilitator-busy' as const })),
  ]
  return whose.flatMap(({ address, name, code }): Finding[] => {
    const mark = address.trim().toLowerCase()
    if (mark === '') return []
    if (free.unknown.some((one) => one.toLowerCase() === mark)) return [warn('free-unknown', name)]
    const entries = during.filter((one) => one.address.toLowerCase() === mark)
    const busy = entries.find(({ status }) => status === 'busy')
    if (busy) return [stop(code, `${name}, ${busy.start} to ${busy.end}`)]
    const maybe = entries[0]
    return maybe ? [warn('tentative', `${name}, ${maybe.start} to ${maybe.end}`)] : []
  })
}

function isOwnEntry(one: BusyTime, own: Pick<Exercise, 'date' | 'start' | 'end'>): boolean {
  return one.date === own.date && one.start === own.start && one.end === own.end
}
