import { type Exercise, withAnswers } from '../domain/exercise.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { Person } from '../domain/roles.ts'
import type { Calendar, CalendarEvent } from './exercisePorts.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

export interface RefreshDeps {
  readonly exercises: ExerciseStore
  readonly calendar: Calendar
  readonly clock: Clock
}

export interface RefreshInput {
  readonly row: Stored<Exercise>
  readonly actor: Person
}

/** Where the answers on the screen come from, and whether the row was written. */
export type RefreshResult =
  /** Only the organiser's own copy of an event knows the answers; everybody else sees the stored ones. */
  | { readonly state: 'stored'; readonly row: Stored<Exercise> }
  | { readonly state: 'read'; readonly row: Stored<Exercise>; readonly changed: number }
  /** The organiser deleted or cancelled the event in Outlook; the stored answers are kept. */
  | { readonly state: 'event-gone'; readonly row: Stored<Exercise> }

const triesOverOthers = 3

/**
 * Reads the answers from the organiser's calendar and stores those that are new. Nothing is written when no answer
 * differs. Throws `M365Error` when the calendar or the list can't be reached; the stored answers stay.
 */
export async function refreshResponses(deps: RefreshDeps, input: RefreshInput): Promise<RefreshResult> {
  const { row, actor } = input
  const { invitation } = row.value
  if (invitation?.state !== 'sent' || invitation.organiser !== actor.objectId) return { state: 'stored', row }
  const event = await readEvent(deps.calendar, invitation.eventRef)
  if (event === null || event.cancelled) return { state: 'event-gone', row }
  return store(deps, row, event)
}

async function readEvent(calendar: Calendar, ref: string): Promise<CalendarEvent | null> {
  try {
    return await calendar.read(ref)
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return null
    throw thrown
  }
}

/** Answers are added to whatever the row has become: a save in between loses nothing of either side. */
async function store(
  deps: RefreshDeps,
  found: Stored<Exercise>,
  event: CalendarEvent,
): Promise<RefreshResult> {
  const at = await deps.clock.now()
  let row = found
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const next = withAnswers(row.value, event.attendees, at)
    const changed = next.history.length - row.value.history.length
    if (changed === 0) return { state: 'read', row, changed: 0 }
    const saved = await deps.exercises.save(row, next)
    if (saved.ok) return { state: 'read', row: saved.row, changed }
    row = saved.theirs
  }
  return { state: 'stored', row }
}
