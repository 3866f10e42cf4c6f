import { addDays, type IsoDate } from '../domain/calendarDays.ts'
import { type Exercise, type SeenEvent, withAnswers } from '../domain/exercise.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { withSeen } from '../domain/outlookDifference.ts'
import type { Person } from '../domain/roles.ts'
import type { Calendar, CalendarChanges, CalendarEvent, Calendars } from './exercisePorts.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

/** How far a calendar has been followed: the token of Outlook, and the stretch of time that it belongs to. */
export interface Followed {
  readonly token: string
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Keeps how far the calendars of a person have been followed, on the device or in memory. */
export interface FollowedCalendars {
  read(mailbox: string): Followed | null
  keep(mailbox: string, followed: Followed): void
}

export interface FollowDeps {
  readonly exercises: Pick<ExerciseStore, 'save'>
  readonly calendars: Calendars
  readonly followed: FollowedCalendars
  readonly clock: Clock
}

/** What a reading brought: rows that were written, and how many events Outlook had to tell of. */
export interface FollowReport {
  readonly rows: readonly Stored<Exercise>[]
  readonly events: number
  /** Calendars whose token had grown too old, so that their stretch was read whole. */
  readonly restarted: readonly string[]
}

/** Days on either side of the exercises that are followed, so that a day moved a little stays in sight. */
const margin = 92
const triesOverOthers = 3

/**
 * Brings the answers of all exercises of a person's calendars up to date, with what was changed in Outlook itself. Each
 * calendar is asked only for what changed since the last time. The token is kept once everything it brought is
 * written, so that nothing is lost where a save fails. Throws `M365Error`.
 */
export async function followAnswers(
  deps: FollowDeps,
  input: { readonly rows: readonly Stored<Exercise>[]; readonly actor: Person },
): Promise<FollowReport> {
  const mine = input.rows.filter(({ value }) => isFollowed(value, input.actor))
  const byMailbox = Map.groupBy(mine, ({ value }) => value.invitation?.mailbox ?? '')
  const reports: FollowReport[] = []
  for (const [mailbox, rows] of byMailbox) reports.push(await followOne(deps, mailbox, rows))
  return {
    rows: reports.flatMap(({ rows }) => rows),
    events: reports.reduce((sum, { events }) => sum + events, 0),
    restarted: reports.flatMap(({ restarted }) => restarted),
  }
}

/** Only the organiser's own copy knows the answers; a shared mailbox is read by whoever may open it. */
function isFollowed({ invitation, status }: Exercise, actor: Person): boolean {
  if (invitation?.state !== 'sent' || status === 'cancelled') return false
  return (invitation.mailbox ?? '') !== '' || invitation.organiser === actor.objectId
}

async function followOne(
  deps: FollowDeps,
  mailbox: string,
  rows: readonly Stored<Exercise>[],
): Promise<FollowReport> {
  const calendar = deps.calendars.of(mailbox)
  const kept = deps.followed.read(mailbox)
  const stretch = stretchFor(rows, kept)
  const isKept = kept !== null && kept.from === stretch.from && kept.to === stretch.to
  const changes = await calendar.changesSince(isKept ? kept.token : null, stretch)
  const written: Stored<Exercise>[] = []
  let complete = true
  for (const row of rows) {
    const told = await toldOf(calendar, changes, row.value)
    const settled = told === null ? null : await settle(deps, row, told)
    if (settled?.row) written.push(settled.row)
    if (settled) complete = complete && settled.complete
  }
  if (complete) deps.followed.keep(mailbox, { token: changes.token, ...stretch })
  return { rows: written, events: changes.events.length, restarted: changes.restarted ? [mailbox] : [] }
}

/** The stretch that the token belongs to while all exercises lie in it; else a new one around them. */
function stretchFor(
  rows: readonly Stored<Exercise>[],
  kept: Followed | null,
): { from: IsoDate; to: IsoDate } {
  const days = rows.map(({ value }) => value.date).sort()
  const first = days[0] ?? ''
  const last = days.at(-1) ?? ''
  if (kept && kept.from <= first && kept.to > last) return { from: kept.from, to: kept.to }
  return { from: addDays(first, -margin), to: addDays(last, margin) }
}

/** What the changes say of one exercise; null when nothing. */
async function toldOf(
  calendar: Calendar,
  changes: CalendarChanges,
  { key, invitation }: Exercise,
): Promise<CalendarEvent | 'gone' | null> {
  const ref = invitation?.eventRef ?? ''
  const event = changes.events.find((one) => one.ref === ref || one.draft.tag === key)
  if (event) return event
  if (!changes.removed.includes(ref)) return null
  // Removed from the stretch: taken away, or moved out of it. The event itself knows.
  return readAgain(calendar, ref)
}

async function readAgain(calendar: Calendar, ref: string): Promise<CalendarEvent | 'gone'> {
  try {
    return await calendar.read(ref)
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return 'gone'
    throw thrown
  }
}

/** Writes what is new, over whatever the row has become. Others may keep saving it: then it is told again next time. */
async function settle(
  deps: FollowDeps,
  found: Stored<Exercise>,
  told: CalendarEvent | 'gone',
): Promise<{ readonly row: Stored<Exercise> | null; readonly complete: boolean }> {
  const at = await deps.clock.now()
  let row = found
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    // A change of ours is on its way: what Outlook says now may be half of it.
    if (row.value.invitation?.pending) return { row: null, complete: false }
    const answered = told === 'gone' ? row.value : withAnswers(row.value, told.attendees, at)
    const next = withSeen(answered, told === 'gone' ? 'gone' : seenOf(told))
    if (next === row.value) return { row: row === found ? null : row, complete: true }
    const saved = await deps.exercises.save(row, next)
    if (saved.ok) return { row: saved.row, complete: true }
    row = saved.theirs
  }
  return { row, complete: false }
}

/** The event as differences are told from it: the room is no guest. */
export function seenOf({ draft, cancelled }: CalendarEvent): SeenEvent {
  const { date, start, end, location } = draft
  const people = draft.attendees
    .filter(({ type }) => type !== 'resource')
    .map(({ name, address }) => ({ name, address }))
  return { date, start, end, location, cancelled, people }
}
