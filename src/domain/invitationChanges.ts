import { type IsoDate, writeDate } from './calendarDays.ts'
import type { Attendee, EventChange, EventDraft } from './eventDraft.ts'
import { tellsOnlyTheConcerned } from './eventDraft.ts'
import { composeInvitation, currentRevision, type InvitedExercise } from './invitation.ts'
import type { InvitationTemplate } from './invitationTemplate.ts'
import { escapeHtml } from './invitationText.ts'
import type { Told } from './told.ts'

/** One thing that is other than the invited were told. */
export type InvitationDifference =
  | { readonly kind: 'when' | 'place' | 'subject'; readonly from: string; readonly to: string }
  | { readonly kind: 'text' | 'online' | 'attendees-shown' }
  | { readonly kind: 'joins' | 'leaves' | 'asked-otherwise'; readonly name: string; readonly address: string }

/** What one person gets by mail. */
export interface Telling {
  readonly name: string
  readonly address: string
  readonly gets: 'invitation' | 'update' | 'cancellation'
}

/** A change of an invitation as it is shown before anything is sent. */
export interface ChangePlan {
  readonly differences: readonly InvitationDifference[]
  /** Everybody who is e-mailed, by name; the room is not a person. */
  readonly tells: readonly Telling[]
  /** Nobody else hears of it: Outlook tells only those who join, leave or are asked in another way. */
  readonly onlyTheConcerned: boolean
  /** It moves people's day or their way, so it has to say why. */
  readonly needsWhy: boolean
  /** What is written; the attendees are put together with what Outlook has. */
  readonly change: EventChange
  readonly draft: EventDraft
  readonly text: string
  readonly leadsTo: Told
}

export type ChangeRefusal = 'not-sent' | 'nothing-changed' | 'nobody-left' | 'called-off'

/**
 * What has to be told to whom, now that the exercise is other than the invited were told. With nothing but people
 * joining or leaving only they are e-mailed; any other change reaches everybody, with a note on what changed and why.
 * @param told what the invited were told last
 */
export function planChange(
  exercise: InvitedExercise,
  told: Told,
  why: string,
  today: IsoDate,
  template: InvitationTemplate,
): { readonly ok: true; readonly plan: ChangePlan } | { readonly ok: false; readonly code: ChangeRefusal } {
  if (exercise.status === 'cancelled') return { ok: false, code: 'called-off' }
  if (exercise.invitation?.state !== 'sent') return { ok: false, code: 'not-sent' }
  const now = composeInvitation(exercise, currentRevision(exercise), today, template)
  if (!now) return { ok: false, code: 'nobody-left' }
  const differences = differencesOf(told, now.told)
  if (differences.length === 0) return { ok: false, code: 'nothing-changed' }
  const change = changeOf(told, now.told, now.draft, noteOf(differences, why))
  return {
    ok: true,
    plan: {
      differences,
      tells: tellingsOf(told, now.told, tellsOnlyTheConcerned(change)),
      onlyTheConcerned: tellsOnlyTheConcerned(change),
      needsWhy: differences.some(({ kind }) => kind === 'when' || kind === 'place'),
      change,
      draft: { ...now.draft, bodyHtml: change.bodyHtml ?? now.draft.bodyHtml },
      text: now.text,
      leadsTo: now.told,
    },
  }
}

/** What differs between what was told and what would be told now. Words that are not known are not compared. */
function differencesOf(told: Told, now: Told): readonly InvitationDifference[] {
  return [
    ...otherTime(told, now),
    ...(told.location === now.location
      ? []
      : [{ kind: 'place', from: told.location, to: now.location } as const]),
    ...otherWords(told, now),
    // A meeting that is online stays so: Outlook does not take that back.
    ...(now.online && !told.online ? [{ kind: 'online' } as const] : []),
    ...(told.showAttendees === now.showAttendees ? [] : [{ kind: 'attendees-shown' } as const]),
    ...peopleDiffering(told.attendees, now.attendees),
  ]
}

/** On the same day only the hours are spoken of. */
function otherTime(told: Told, now: Told): readonly InvitationDifference[] {
  const hours = [told, now].map((one) => `${one.start}–${one.end}`)
  const sameDay = told.date === now.date
  if (sameDay && hours[0] === hours[1]) return []
  const [from = '', to = ''] = sameDay
    ? hours
    : [told, now].map((one, at) => `${writeDate(one.date)}, ${hours[at]}`)
  return [{ kind: 'when', from, to }]
}

/** A subject or a text that differs only because day or place do is no difference of its own. */
function otherWords(told: Told, now: Told): readonly InvitationDifference[] {
  const moved = told.date !== now.date || told.start !== now.start || told.end !== now.end
  if (moved || told.location !== now.location) return []
  return [
    ...(told.subject === now.subject
      ? []
      : [{ kind: 'subject', from: told.subject, to: now.subject } as const]),
    ...(told.text === '' || told.text === now.text ? [] : [{ kind: 'text' } as const]),
  ]
}

const keyOf = (one: Attendee) => one.address.toLowerCase()

function peopleDiffering(
  before: readonly Attendee[],
  after: readonly Attendee[],
): readonly InvitationDifference[] {
  const were = new Map(before.map((one) => [keyOf(one), one]))
  const are = new Set(after.map(keyOf))
  const told = ({ name, address }: Attendee) => ({ name, address })
  return [
    ...after.filter((one) => !were.has(keyOf(one))).map((one) => ({ kind: 'joins', ...told(one) }) as const),
    ...before.filter((one) => !are.has(keyOf(one))).map((one) => ({ kind: 'leaves', ...told(one) }) as const),
    ...after
      .filter((one) => were.has(keyOf(one)) && were.get(keyOf(one))?.type !== one.type)
      .map((one) => ({ kind: 'asked-otherwise', ...told(one) }) as const),
  ]
}

function changeOf(told: Told, now: Told, draft: EventDraft, note: string): EventChange {
  const sameTime = told.date === now.date && told.start === now.start && told.end === now.end
  const people = peopleDiffering(told.attendees, now.attendees).length > 0
  const rest: EventChange = {
    ...(told.subject === now.subject ? {} : { subject: now.subject }),
    ...(sameTime ? {} : { when: { date: now.date, start: now.start, end: now.end } }),
    ...(told.location === now.location ? {} : { location: now.location }),
    ...(now.online && !told.online ? { online: true } : {}),
    ...(told.showAttendees === now.showAttendees ? {} : { showAttendees: now.showAttendees }),
    ...(told.text === '' || told.text === now.text ? {} : { bodyHtml: draft.bodyHtml }),
  }
  const change = people ? { ...rest, attendees: now.attendees } : rest
  if (Object.keys(rest).length === 0) return change
  return { ...change, bodyHtml: `${note}${draft.bodyHtml}` }
}

function noteOf(differences: readonly InvitationDifference[], why: string): string {
  const sentences = differences.flatMap((one) => {
    if (one.kind === 'when') return [`This has been moved from ${one.from} to ${one.to} UK time.`]
    if (one.kind === 'place') return [`The place has changed from ${one.from} to ${one.to}.`]
    if (one.kind === 'text' || one.kind === 'subject') return ['The text of this invitation has changed.']
    return one.kind === 'online' ? ['Part of it can now be joined online.'] : []
  })
  const because = why.trim() === '' ? [] : [`Why: ${why.trim()}`]
  const lines = [...new Set(sentences), ...because]
  return lines.length === 0 ? '' : `<p>${lines.map((line) => escapeHtml(line)).join('<br>')}</p>`
}

/** Who is e-mailed: everybody who stays is told of a change that concerns everybody. */
function tellingsOf(told: Told, now: Told, onlyTheConcerned: boolean): readonly Telling[] {
  const were = new Map(told.attendees.map((one) => [keyOf(one), one]))
  const are = new Set(now.attendees.map(keyOf))
  const people = (list: readonly Attendee[]) => list.filter((one) => one.type !== 'resource')
  const telling = ({ name, address }: Attendee, gets: Telling['gets']): Telling => ({ name, address, gets })
  const stays = people(now.attendees).flatMap((one) => {
    const before = were.get(keyOf(one))
    if (!before) return [telling(one, 'invitation')]
    return onlyTheConcerned && before.type === one.type ? [] : [telling(one, 'update')]
  })
  const leaves = people(told.attendees).filter((one) => !are.has(keyOf(one)))
  return [...stays, ...leaves.map((one) => telling(one, 'cancellation'))]
}

/**
 * The attendees to write: those whom Outlook has, without whom we took off, with whom we added, asked as we ask them.
 * Whoever was added in Outlook itself stays: the list that is written replaces the one that is there.
 */
export function mergeAttendees(
  inOutlook: readonly Attendee[],
  told: readonly Attendee[],
  now: readonly Attendee[],
): readonly Attendee[] {
  const were = new Map(told.map((one) => [keyOf(one), one]))
  const are = new Map(now.map((one) => [keyOf(one), one]))
  const there = new Set(inOutlook.map(keyOf))
  const kept = inOutlook
    .filter((one) => are.has(keyOf(one)) || !were.has(keyOf(one)))
    .map((one) => {
      const wanted = are.get(keyOf(one))
      return wanted && wanted.type !== were.get(keyOf(one))?.type ? { ...one, type: wanted.type } : one
    })
  const joins = now.filter((one) => !were.has(keyOf(one)) && !there.has(keyOf(one)))
  return [...kept, ...joins]
}

/** Says whether two lists ask the same people in the same way. */
export function sameAttendees(one: readonly Attendee[], other: readonly Attendee[]): boolean {
  const written = (list: readonly Attendee[]) =>
    list
      .map((each) => `${keyOf(each)} ${each.type}`)
      .sort()
      .join('\n')
  return written(one) === written(other)
}

/** What differs between what everybody was told and the event, because somebody changed it in Outlook itself. */
export function changedInOutlook(
  told: Told,
  event: Pick<EventDraft, 'subject' | 'date' | 'start' | 'end' | 'location'>,
): readonly InvitationDifference[] {
  const seen: Told = { ...told, ...timesAndPlace(event), subject: event.subject }
  return differencesOf(told, seen)
}

const timesAndPlace = ({
  date,
  start,
  end,
  location,
}: Pick<EventDraft, 'date' | 'start' | 'end' | 'location'>) => ({
  date,
  start,
  end,
  location,
})
