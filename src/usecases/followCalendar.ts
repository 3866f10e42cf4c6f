import type { Booking } from '../domain/booking.ts'
import { type EventFacts, eventClaim, eventPrint, needsEvent, placeEvent } from '../domain/courseEvents.ts'
import type { EventDraft } from '../domain/eventDraft.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { Calendar, CalendarEvent } from './exercisePorts.ts'
import type { Stored } from './ports.ts'
import type { BookingStore } from './trainingPorts.ts'

export interface CalendarDeps {
  readonly bookings: Pick<BookingStore, 'save'>
  /** The calendar of the service's mailbox. */
  readonly calendar: Pick<Calendar, 'create' | 'read' | 'update' | 'cancel'>
}

/** What was done in the calendar; `none` where it was as it should be. */
export type CalendarStep = 'made' | 'changed' | 'cancelled' | 'none'

/** Times that a row is saved over somebody else's change. */
const triesOverOthers = 5
/** What the row says while an event is being made: the claim comes after it. */
const beginning = 'new:'

/**
 * Brings the one event of a booking after it: made when the place is booked, moved with the run, cancelled when the
 * place is gone. It is claimed in the row before it is made, so that an answer that was lost makes no second one.
 * Throws `M365Error`; the next call goes on.
 * @returns what was done, with the row as it is then; the row stays due where it changed meanwhile
 */
export async function followCalendar(
  deps: CalendarDeps,
  row: Stored<Booking>,
  facts: EventFacts,
): Promise<{ readonly did: CalendarStep; readonly row: Stored<Booking> }> {
  const { eventRef, eventFor = '' } = row.value
  if (needsEvent(row.value, facts.run)) {
    const print = eventPrint(facts)
    if (eventRef === '') return make(deps, row, facts)
    return eventFor === print ? { did: 'none', row: await settle(deps, row, {}) } : change(deps, row, facts)
  }
  if (eventRef !== '') return takeAway(deps, row, eventRef)
  // It was begun, and nobody knows whether it was made: then it is found by its name, and cancelled.
  if (!eventFor.startsWith(beginning)) return { did: 'none', row: await settle(deps, row, {}) }
  const { event } = await deps.calendar.create(draftFor(row.value, facts))
  return takeAway(deps, row, event.ref)
}

async function make(deps: CalendarDeps, given: Stored<Booking>, facts: EventFacts) {
  const claimed = await claim(deps, given)
  if (!claimed) return { did: 'none' as const, row: given }
  const { event } = await deps.calendar.create(draftFor(claimed.value, facts))
  // What was begun before a move says what it said then; the row is due until it says what the run says.
  const said = event.draft.date === facts.run.date && event.draft.start === facts.run.start
  const eventFor = said ? eventPrint(facts) : ''
  const row = await settle(deps, claimed, { eventRef: event.ref, eventFor }, said)
  return { did: 'made' as const, row }
}

/** Writes down that an event is being made; null when the booking changed meanwhile. */
async function claim(deps: CalendarDeps, row: Stored<Booking>): Promise<Stored<Booking> | null> {
  if (row.value.eventFor?.startsWith(beginning)) return row
  const saved = await deps.bookings.save(row, {
    ...row.value,
    eventFor: `${beginning}${eventClaim(row.value)}`,
  })
  return saved.ok ? saved.row : null
}

const draftFor = (booking: Booking, facts: EventFacts): EventDraft =>
  placeEvent(booking, facts, (booking.eventFor ?? '').slice(beginning.length))

async function change(deps: CalendarDeps, row: Stored<Booking>, facts: EventFacts) {
  const event = await found(deps, row.value.eventRef)
  // Somebody took it out of the calendar: another one is made, under a claim of its own.
  if (!event || event.cancelled) {
    const saved = await deps.bookings.save(row, {
      ...row.value,
      ...{ eventRef: '', eventFor: `${beginning}${eventClaim(row.value)}` },
    })
    return saved.ok ? make(deps, saved.row, facts) : { did: 'none' as const, row }
  }
  const { subject, bodyHtml, date, start, end, location } = placeEvent(row.value, facts, '')
  const mark = eventPrint(facts)
  const wanted = { subject, bodyHtml, when: { date, start, end }, location, mark }
  const done = event.mark === mark ? null : await deps.calendar.update(event, wanted)
  if (done && !done.ok) return { did: 'none' as const, row }
  return { did: 'changed' as const, row: await settle(deps, row, { eventFor: mark }) }
}

async function found(deps: CalendarDeps, ref: string): Promise<CalendarEvent | null> {
  try {
    return await deps.calendar.read(ref)
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return null
    throw thrown
  }
}

async function takeAway(deps: CalendarDeps, row: Stored<Booking>, ref: string) {
  const why = row.value.steps.at(-1)?.why ?? ''
  await deps.calendar.cancel(ref, why)
  return { did: 'cancelled' as const, row: await settle(deps, row, { eventRef: '', eventFor: '' }) }
}

/**
 * Writes down what became of the event. Somebody's step in between is kept, and the row stays due: the event has to
 * follow that step, too.
 * @param done false keeps the row due
 */
async function settle(
  deps: CalendarDeps,
  given: Stored<Booking>,
  event: Partial<Pick<Booking, 'eventRef' | 'eventFor'>>,
  done = true,
): Promise<Stored<Booking>> {
  let row = given
  for (let tried = 1; tried <= triesOverOthers; tried += 1) {
    const moved = row.value.steps.length !== given.value.steps.length
    const saved = await deps.bookings.save(row, { ...row.value, ...event, eventDue: moved || !done })
    if (saved.ok) return saved.row
    row = saved.theirs
  }
  return row
}
