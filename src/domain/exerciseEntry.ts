import type { Exercise, Invitee } from './exercise.ts'
import { type Act, withChange } from './exerciseHistory.ts'
import type { ExercisePlan, ExerciseState } from './exercisePlan.ts'
import type { ExerciseType } from './exerciseType.ts'
import { limits, noteLength } from './limits.ts'
import { checkDay, type Finding, isStopped, type PlannedDay, type RuleContext } from './programmeRules.ts'
import { slugOf } from './report.ts'
import { mayInvite, type Person } from './roles.ts'
import type { RoleTemplate } from './roleTemplate.ts'

/** Everything about an exercise that a coordinator plans. */
export type ExerciseDraft = PlannedDay &
  Pick<Exercise, 'internalNote'> &
  Pick<ExercisePlan, 'scenarios' | 'agenda' | 'joining' | 'mailbox'>

export type EntryRefusal =
  | 'coordinators-only'
  | 'nothing-changed'
  | 'no-reason'
  | 'too-long'
  | 'already-there'
  | 'is-held'
  | 'is-cancelled'
  | 'invited-already'
  | 'day-to-come'

export type EntryResult =
  | { readonly ok: true; readonly next: Exercise; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly code: EntryRefusal }
  | { readonly ok: false; readonly code: 'stopped'; readonly findings: readonly Finding[] }

type Actor = Act & { readonly actor: Person }

/** The part of an exercise that a form shows. */
export function draftOf(exercise: Exercise): ExerciseDraft {
  const { type, unit, boroughs, date, start, end, venue, roomAddress } = exercise
  const { facilitators, onlinePart, internalNote, scenarios, agenda, joining, mailbox } = exercise
  return {
    ...{ type, unit, boroughs, date, start, end, venue, roomAddress },
    ...{ facilitators, onlinePart, internalNote, scenarios, agenda, joining, mailbox },
  }
}

/** The key of a new exercise: `spase-2019-04-17-camden-and-islington`. It stays when the day moves. */
export function exerciseKey({ type, date, unit }: Pick<Exercise, 'type' | 'date' | 'unit'>): string {
  return `${slugOf(type)}-${date}-${slugOf(unit)}`
}

/** The roles of a type as places that nobody is known for yet; those under a condition are left to the roster. */
export function emptySeats(roles: readonly RoleTemplate[]): readonly Invitee[] {
  return roles
    .filter(({ condition }) => condition === null)
    .map(({ role, side, sector, required, panel }) => ({
      ...{
        role,
        organisation: '',
        side,
        required,
        state: 'unknown',
        name: '',
        address: '',
        response: 'none',
      },
      ...{ sector, panel },
    }))
}

/**
 * Begins an exercise. Refused by the rules of the programme.
 * @param blank carries the key, and the places in the room where they are known already
 */
export function enterExercise(
  draft: ExerciseDraft,
  type: ExerciseType | null,
  blank: Exercise,
  context: RuleContext,
  act: Actor,
): EntryResult {
  if (!mayInvite(act.actor)) return { ok: false, code: 'coordinators-only' }
  const trimmed = tidy(draft)
  if (isTooLong(trimmed)) return { ok: false, code: 'too-long' }
  const findings = checkDay(trimmed, context)
  if (isStopped(findings)) return { ok: false, code: 'stopped', findings }
  const invitees = blank.invitees.length > 0 ? blank.invitees : emptySeats(type?.roles ?? [])
  const next = { ...blank, ...trimmed, invitees }
  const noted = { field: 'plan', from: '', to: `Planned: ${sayDay(trimmed)}` } as const
  return { ok: true, next: withChange(next, {}, act, noted), findings }
}

/**
 * Changes what is planned; each field that differs is a line of history. A reason is asked for where the day, the hours,
 * the place or the unit change: people have arranged themselves around them.
 */
export function changeExercise(
  exercise: Exercise,
  draft: ExerciseDraft,
  why: string,
  context: RuleContext,
  act: Actor,
): EntryResult {
  if (!mayInvite(act.actor)) return { ok: false, code: 'coordinators-only' }
  if (exercise.status === 'held') return { ok: false, code: 'is-held' }
  if (exercise.status === 'cancelled') return { ok: false, code: 'is-cancelled' }
  const wanted = tidy(draft)
  const changed = changedParts(draftOf(exercise), wanted)
  if (changed.length === 0) return { ok: false, code: 'nothing-changed' }
  const reason = why.trim()
  const moves = changed.some((one) => partsAskingWhy.has(one.part))
  if (moves && reason === '') return { ok: false, code: 'no-reason' }
  if (isTooLong(wanted) || reason.length > limits.textCharacters) return { ok: false, code: 'too-long' }
  const findings = checkDay(wanted, context)
  if (isStopped(findings)) return { ok: false, code: 'stopped', findings }
  const planned = { ...exercise, ...wanted, ...(moves && { changedWhy: reason }) }
  const next = changed.reduce(
    (row, { field, from, to }) => withChange(row, {}, act, { field, from, to, why: reason }),
    planned,
  )
  return { ok: true, next, findings }
}

/**
 * Confirms an exercise, says that it was held, calls one off to which nobody was invited, or brings it back. Calling off
 * one to which people were invited goes through the invitation, which tells them.
 */
export function setExerciseState(
  exercise: Exercise,
  to: ExerciseState,
  why: string,
  today: string,
  act: Actor,
): EntryResult {
  if (!mayInvite(act.actor)) return { ok: false, code: 'coordinators-only' }
  if (exercise.status === to) return { ok: false, code: 'nothing-changed' }
  const reason = why.trim()
  if (to === 'cancelled' && exercise.invitation) return { ok: false, code: 'invited-already' }
  if (to === 'held' && exercise.date > today) return { ok: false, code: 'day-to-come' }
  if ((to === 'cancelled' || exercise.status === 'cancelled') && reason === '')
    return { ok: false, code: 'no-reason' }
  if (reason.length > limits.textCharacters) return { ok: false, code: 'too-long' }
  const change = { status: to, ...(reason !== '' && { changedWhy: reason }) }
  const noted = { field: 'status', from: exercise.status, to, why: reason } as const
  return { ok: true, next: withChange(exercise, change, act, noted), findings: [] }
}

function tidy(draft: ExerciseDraft): ExerciseDraft {
  const trim = (text: string) => text.replaceAll('\r\n', '\n').trim()
  const { unit, venue, roomAddress, internalNote, agenda, joining, mailbox } = draft
  return {
    ...draft,
    ...{ unit: trim(unit), venue: trim(venue), roomAddress: trim(roomAddress), mailbox: trim(mailbox) },
    ...{ internalNote: trim(internalNote), agenda: trim(agenda), joining: trim(joining) },
    scenarios: draft.scenarios.map(trim).filter((one) => one !== ''),
    facilitators: draft.facilitators
      .map(({ name, address }) => ({ name: trim(name), address: trim(address) }))
      .filter(({ name, address }) => name !== '' || address !== ''),
  }
}

/** Longest agenda, joining instructions or note, in characters of the note column that holds them. */
const longestNote = 8_000

function isTooLong(draft: ExerciseDraft): boolean {
  const lines = [draft.unit, draft.venue, draft.roomAddress, draft.mailbox]
  const notes = [draft.agenda, draft.joining, draft.internalNote, JSON.stringify(draft.scenarios)]
  return (
    lines.some((text) => text.length > limits.textCharacters) ||
    notes.some((text) => noteLength(text) > longestNote) ||
    JSON.stringify(draft.facilitators).length > longestNote
  )
}

/** Whether two drafts plan the same. */
export function isSameDraft(one: ExerciseDraft, other: ExerciseDraft): boolean {
  return changedParts(tidy(one), tidy(other)).length === 0
}

interface ChangedPart {
  readonly part: keyof ExerciseDraft
  readonly field: 'date' | 'plan'
  readonly from: string
  readonly to: string
}

const partsAskingWhy: ReadonlySet<string> = new Set(['date', 'start', 'end', 'venue', 'unit', 'boroughs'])
const partsOfTheDay: ReadonlySet<string> = new Set(['date', 'start', 'end'])

function changedParts(before: ExerciseDraft, after: ExerciseDraft): readonly ChangedPart[] {
  const parts = Object.keys(after) as readonly (keyof ExerciseDraft)[]
  return parts
    .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map((part) => ({
      ...{ part, field: partsOfTheDay.has(part) ? 'date' : 'plan' },
      ...{ from: sayPart(part, before), to: sayPart(part, after) },
    }))
}

/** Names of the parts of a plan, as the history says them. */
export const partNames: Readonly<Record<keyof ExerciseDraft, string>> = {
  type: 'Type',
  unit: 'Unit',
  boroughs: 'Boroughs',
  date: 'Day',
  start: 'Start',
  end: 'End',
  venue: 'Venue',
  roomAddress: 'Room',
  facilitators: 'Facilitators',
  onlinePart: 'Part online',
  internalNote: 'Internal note',
  scenarios: 'Scenarios',
  agenda: 'Agenda',
  joining: 'Joining instructions',
  mailbox: 'Invited from',
}

function sayPart(part: keyof ExerciseDraft, draft: ExerciseDraft): string {
  const said = wordsOf(part, draft)
  return `${partNames[part]}: ${said === '' ? 'none' : said}`
}

function wordsOf(part: keyof ExerciseDraft, draft: ExerciseDraft): string {
  const value = draft[part]
  if (typeof value === 'string') return value
  if (part === 'onlinePart')
    return draft.onlinePart ? `${draft.onlinePart.start} to ${draft.onlinePart.end}` : ''
  if (part === 'facilitators')
    return draft.facilitators.map(({ name, address }) => name || address).join(', ')
  return part === 'boroughs' ? draft.boroughs.join(', ') : draft.scenarios.join(', ')
}

function sayDay({ date, start, end, venue }: PlannedDay): string {
  return `${date}, ${start} to ${end}, ${venue}`
}
