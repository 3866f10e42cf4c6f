import { addDays, daysBetween, type IsoDate } from './calendarDays.ts'

/** Duties to answer within a time that the law, or the report itself, sets. */
export const clockKinds = ['section-55', 'paragraph-28B', 'super-complaint', 'coroner'] as const
export type ClockKind = (typeof clockKinds)[number]

/** One statutory clock of a report. All days are days in the United Kingdom. */
export interface StatutoryClock {
  readonly kind: ClockKind
  /** The day on which the report was published, or the recommendation made: it is day 1. */
  readonly from: IsoDate
  /** The last day, where the report sets it itself (a super-complaint's) or an extension was granted. */
  readonly setTo: IsoDate | null
  readonly extensionAskedOn: IsoDate | null
  /** Stopped by judicial review; null while it runs. */
  readonly stoppedOn: IsoDate | null
  readonly resumedOn: IsoDate | null
  readonly respondedOn: IsoDate | null
  readonly publishedOn: IsoDate | null
  readonly note: string
}

/**
 * Days of a period that begins with the day itself: Police Act 1996 s.55(5A), Police Reform Act 2002 sch. 3
 * para. 28B(3), Coroners (Investigations) Regulations 2013 reg. 29(4). Day 1 is the day of publication.
 */
const periodDays: Readonly<Record<ClockKind, number | null>> = {
  'section-55': 56,
  'paragraph-28B': 56,
  coroner: 56,
  // Each report sets its own time.
  'super-complaint': null,
}

/**
 * The last day on which an answer is in time. Published on 11 March 2021, a section 55 answer is in time up to
 * 5 May 2021: 56 days beginning with the day, so 55 later. A day that was set by the report or by an extension
 * stands in its place. Days on which the clock stood still are added: from the day on which it was stopped to the
 * day before it ran again. Null where no day was ever set, and while the clock stands still.
 */
export function lastDayOf(clock: StatutoryClock): IsoDate | null {
  if (isStopped(clock)) return null
  const last = plainLastDay(clock)
  return last === null ? null : addDays(last, stoppedDays(clock))
}

function plainLastDay({ kind, from, setTo }: StatutoryClock): IsoDate | null {
  if (setTo !== null) return setTo
  const days = periodDays[kind]
  return days === null ? null : addDays(from, days - 1)
}

function isStopped(clock: StatutoryClock): boolean {
  return isStoppedInTime(clock) && clock.resumedOn === null
}

/** A clock that had run out before it was stopped stays run out. */
function isStoppedInTime(clock: StatutoryClock): boolean {
  const last = plainLastDay(clock)
  return clock.stoppedOn !== null && (last === null || clock.stoppedOn <= last)
}

function stoppedDays(clock: StatutoryClock): number {
  const { stoppedOn, resumedOn } = clock
  if (stoppedOn === null || resumedOn === null || !isStoppedInTime(clock)) return 0
  return Math.max(0, daysBetween(stoppedOn, resumedOn))
}

/** How a clock stands on a day. `daysLeft` counts from today to the last day; `days` how late it is or was. */
export type ClockState =
  | { readonly state: 'running'; readonly daysLeft: number }
  | { readonly state: 'extension-asked'; readonly daysLeft: number }
  | { readonly state: 'due-today' }
  | { readonly state: 'missed'; readonly days: number }
  | { readonly state: 'stopped' }
  | { readonly state: 'no-day-set' }
  | { readonly state: 'answered-in-time'; readonly daysLeft: number }
  | { readonly state: 'answered-late'; readonly days: number }

/** Tells how a clock stands on a day. An answer given while the clock stood still was in time. */
export function stateOf(clock: StatutoryClock, today: IsoDate): ClockState {
  const last = lastDayOf(clock)
  if (clock.respondedOn !== null) return answered(clock.respondedOn, last)
  if (isStopped(clock)) return { state: 'stopped' }
  if (last === null) return { state: 'no-day-set' }
  const daysLeft = daysBetween(today, last)
  if (daysLeft < 0) return { state: 'missed', days: -daysLeft }
  // An extension that was granted set a new day; one that was only asked for changes none.
  if (clock.extensionAskedOn !== null && clock.setTo === null) return { state: 'extension-asked', daysLeft }
  return daysLeft === 0 ? { state: 'due-today' } : { state: 'running', daysLeft }
}

function answered(on: IsoDate, last: IsoDate | null): ClockState {
  const daysLeft = last === null ? 0 : daysBetween(on, last)
  return daysLeft >= 0 ? { state: 'answered-in-time', daysLeft } : { state: 'answered-late', days: -daysLeft }
}

const publicationDays = 21

/** The day by which the IOPC publishes an answer: 21 days from receiving it. Null before, and for other duties. */
export function publicationDueBy(clock: StatutoryClock): IsoDate | null {
  const isIopc = clock.kind === 'paragraph-28B'
  return isIopc && clock.respondedOn !== null ? addDays(clock.respondedOn, publicationDays) : null
}

/** What of a clock contradicts itself. */
export type ClockRefusal =
  | 'no-first-day'
  | 'set-before-first-day'
  | 'asked-before-first-day'
  | 'asked-after-last-day'
  | 'stopped-before-first-day'
  | 'resumed-without-stop'
  | 'resumed-before-stop'
  | 'responded-before-first-day'
  | 'published-before-response'

/** Why a clock cannot be as it is said; null when it can. An extension counts only when asked for in time. */
export function clockRefusal(clock: StatutoryClock): ClockRefusal | null {
  const { from, setTo, extensionAskedOn, stoppedOn, resumedOn, respondedOn, publishedOn } = clock
  if (from === '') return 'no-first-day'
  if (setTo !== null && setTo < from) return 'set-before-first-day'
  if (stoppedOn !== null && stoppedOn < from) return 'stopped-before-first-day'
  if (resumedOn !== null && stoppedOn === null) return 'resumed-without-stop'
  if (resumedOn !== null && stoppedOn !== null && resumedOn < stoppedOn) return 'resumed-before-stop'
  if (respondedOn !== null && respondedOn < from) return 'responded-before-first-day'
  if (publishedOn !== null && (respondedOn === null || publishedOn < respondedOn))
    return 'published-before-response'
  return extensionAskedOn === null ? null : extensionRefusal(clock, extensionAskedOn)
}

function extensionRefusal(clock: StatutoryClock, askedOn: IsoDate): ClockRefusal | null {
  if (askedOn < clock.from) return 'asked-before-first-day'
  const ownLast = lastDayOf({ ...clock, setTo: null })
  return ownLast !== null && askedOn > ownLast ? 'asked-after-last-day' : null
}
