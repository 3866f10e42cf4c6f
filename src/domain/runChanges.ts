import { type AllotmentRefusal, allotmentRefusal } from './allotments.ts'
import { type Instant, type IsoDate, isIsoDate, ukDay } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import { sayRun } from './placeWords.ts'
import type { ChangeField } from './recommendation.ts'
import { type Allotment, emptyRun } from './runPlaces.ts'
import { hasBegun } from './runTimes.ts'
import { mostPlaces, offerEnd, type PlaceEffect, type Settled, settleRun } from './waitingList.ts'

/** When and where a run is held. */
export interface RunDay {
  readonly date: IsoDate
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly venue: string
  /** Empty where only the name is known. */
  readonly venueKey: string
}

/** What a coordinator does with a run. Why is needed wherever people are told of it. */
export type RunChange =
  | { readonly does: 'open' }
  | ({ readonly does: 'move'; readonly why: string } & RunDay)
  | { readonly does: 'cancel'; readonly why: string }
  | { readonly does: 'capacity'; readonly capacity: number; readonly why: string }
  | { readonly does: 'allot'; readonly allotments: readonly Allotment[]; readonly why: string }
  | { readonly does: 'details'; readonly trainer: string; readonly minimum: number }
  | { readonly does: 'debrief'; readonly text: string }
  | { readonly does: 'hold' }

export type RunRefusal =
  | AllotmentRefusal
  | 'why-missing'
  | 'run-cancelled'
  | 'run-held'
  | 'not-planned'
  | 'not-yet'
  | 'no-change'
  | 'bad-day'
  | 'past-day'
  | 'bad-times'
  | 'bad-capacity'
  | 'places-taken'
  | 'bad-minimum'

export interface ChangedBy {
  readonly at: Instant
  readonly by: string
  readonly byObject: string
}

export type RunChanged = ({ readonly ok: true } & Settled) | { readonly ok: false; readonly code: RunRefusal }

/** A run with a coordinator's change, and what that means for those who are on it; or why it cannot be. */
export function applyRunChange(run: CourseRun, change: RunChange, by: ChangedBy): RunChanged {
  const code = refusalOf(run, change, by.at)
  if (code) return { ok: false, code }
  const moved = withChange(run, change)
  const changed = change.does === 'move' ? shortenOffers(moved, by.at) : moved
  const note = noteOf(run, changed, change)
  if (note.from === note.to) return { ok: false, code: 'no-change' }
  const why = 'why' in change ? change.why.trim() : ''
  const line = { ...by, ...note, ...(why !== '' && { why }), via: 'tab' as const }
  const next = { ...changed, history: [...run.history, line] }
  const own = effectsOf(run, next, change)
  const settled = settleRun(next, by.at)
  return { ok: true, run: settled.run, effects: [...own, ...settled.effects] }
}

function refusalOf(run: CourseRun, change: RunChange, now: Instant): RunRefusal | null {
  if (run.status === 'cancelled') return 'run-cancelled'
  if (change.does === 'debrief') return null
  if (run.status === 'held') return 'run-held'
  if (needsWhy(run, change) && 'why' in change && change.why.trim() === '') return 'why-missing'
  switch (change.does) {
    case 'open':
      return run.status === 'planned' ? null : 'not-planned'
    case 'move':
      return dayRefusal(change, ukDay(now))
    case 'capacity':
      return capacityRefusal(run, change.capacity, ukDay(now))
    case 'allot':
      return allotmentRefusal(run, change.allotments, ukDay(now))
    case 'details':
      return Number.isInteger(change.minimum) && change.minimum >= 0 && change.minimum <= run.capacity
        ? null
        : 'bad-minimum'
    case 'hold':
      return hasBegun(run, now) ? null : 'not-yet'
    case 'cancel':
      return null
  }
}

/** People are told why: of a move or a cancellation always, of the rest when the history should say so. */
const needsWhy = (run: CourseRun, { does }: RunChange) =>
  does === 'cancel' || (does === 'move' && run.status === 'open')

/** Says what is wrong with a day, or null. */
export function dayRefusal(day: RunDay, today: IsoDate): RunRefusal | null {
  if (!isIsoDate(day.date)) return 'bad-day'
  if (day.date < today) return 'past-day'
  return isTime(day.start) && isTime(day.end) && day.start < day.end ? null : 'bad-times'
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

function capacityRefusal(run: CourseRun, capacity: number, today: IsoDate): RunRefusal | null {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > mostPlaces) return 'bad-capacity'
  if (capacity < run.seats.length) return 'places-taken'
  return allotmentRefusal({ ...run, capacity }, run.allotments, today)
}

function withChange(run: CourseRun, change: RunChange): CourseRun {
  switch (change.does) {
    case 'open':
      return { ...run, status: 'open' }
    case 'move': {
      const { date, start, end, venue, venueKey, why } = change
      const allotments = run.allotments.map((one) =>
        one.releaseOn > date ? { ...one, releaseOn: date } : one,
      )
      return { ...run, date, start, end, venue, venueKey, allotments, changedWhy: why.trim() }
    }
    case 'cancel':
      return { ...run, status: 'cancelled', changedWhy: change.why.trim(), seats: [], waiting: [] }
    case 'capacity':
      return { ...run, capacity: change.capacity }
    case 'allot':
      return { ...run, allotments: change.allotments.map(tidy) }
    case 'details':
      return { ...run, trainer: change.trainer.trim(), minimum: change.minimum }
    case 'debrief':
      return { ...run, debrief: change.text.trim() }
    case 'hold':
      return { ...run, status: 'held' }
  }
}

const tidy = (one: Allotment): Allotment => ({
  ...one,
  agency: one.agency.trim(),
  borough: one.borough.trim(),
})

function noteOf(
  run: CourseRun,
  next: CourseRun,
  { does }: RunChange,
): { readonly field: ChangeField; readonly from: string; readonly to: string } {
  switch (does) {
    case 'move':
      return { field: 'date', from: sayRun(run), to: sayRun(next) }
    case 'open':
    case 'cancel':
    case 'hold':
      return { field: 'status', from: run.status, to: next.status }
    case 'capacity':
      return { field: 'plan', from: `${run.capacity} places`, to: `${next.capacity} places` }
    case 'allot':
      return { field: 'plan', from: sayAllotments(run), to: sayAllotments(next) }
    case 'details':
      return { field: 'plan', from: sayDetails(run), to: sayDetails(next) }
    case 'debrief':
      return { field: 'debrief', from: run.debrief, to: next.debrief }
  }
}

const sayDetails = ({ trainer, minimum }: CourseRun) =>
  `${trainer === '' ? 'No trainer named' : `Trainer: ${trainer}`}; held from ${minimum} bookings on`

function sayAllotments({ allotments }: CourseRun): string {
  if (allotments.length === 0) return 'No places kept'
  return allotments
    .map(
      ({ agency, borough, places, releaseOn }) =>
        `${places} for ${agency}${borough === '' ? '' : ` in ${borough}`} until ${releaseOn}`,
    )
    .join('; ')
}

/** Whoever is on a run that is moved or cancelled is concerned, with or without a place. */
function effectsOf(run: CourseRun, next: CourseRun, { does }: RunChange): readonly PlaceEffect[] {
  if (does === 'cancel')
    return [...run.seats, ...run.waiting].map(({ booking }) => ({
      ...{ booking, to: 'withdrawn' as const, until: null, because: 'cancelled' as const },
    }))
  if (does !== 'move') return []
  return [
    ...next.seats.map(({ booking, state, until }) => ({
      booking,
      to: state,
      until,
      because: 'moved' as const,
    })),
    ...next.waiting.map(({ booking }) => ({
      ...{ booking, to: 'waiting' as const, until: null, because: 'moved' as const },
    })),
  ]
}

/** The offers of a run that is moved end no later than offers of its new day do. */
function shortenOffers(run: CourseRun, now: Instant): CourseRun {
  const latest = offerEnd(run, now) ?? now
  return {
    ...run,
    seats: run.seats.map((seat) =>
      seat.until !== null && seat.until > latest ? { ...seat, until: latest } : seat,
    ),
  }
}

/** A run that a coordinator enters. */
export interface NewRun extends RunDay {
  readonly courseKey: string
  readonly capacity: number
  readonly minimum: number
  readonly trainer: string
  /** Open for bookings at once. */
  readonly open: boolean
}

/** The first state of a run, or why it cannot be entered. */
export function planRun(
  entered: NewRun,
  by: ChangedBy,
): { readonly ok: true; readonly run: CourseRun } | { readonly ok: false; readonly code: RunRefusal } {
  const { open, ...facts } = entered
  const code = dayRefusal(entered, ukDay(by.at))
  if (code) return { ok: false, code }
  if (!Number.isInteger(entered.capacity) || entered.capacity < 1 || entered.capacity > mostPlaces)
    return { ok: false, code: 'bad-capacity' }
  if (!Number.isInteger(entered.minimum) || entered.minimum < 0 || entered.minimum > entered.capacity)
    return { ok: false, code: 'bad-minimum' }
  const status = open ? 'open' : 'planned'
  const line = { ...by, field: 'status' as const, from: '', to: status, via: 'tab' as const }
  const key = `${entered.courseKey}-${entered.date}`
  return { ok: true, run: { ...emptyRun, key, ...facts, status, history: [line] } }
}

/** Bookings that a run lacks to be held; 0 when there are enough. */
export function bookingsLacking(run: CourseRun): number {
  const booked = run.seats.filter((seat) => seat.state === 'booked').length
  return Math.max(0, run.minimum - booked)
}
