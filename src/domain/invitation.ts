import { type IsoDate, writeDate } from './calendarDays.ts'
import type { Attendee, EventDraft } from './eventDraft.ts'
import type { Exercise, Invitee } from './exercise.ts'

export type InvitationRefusal = 'nobody-to-invite' | 'already-sent'

/** The number of the invitation that is being prepared: the one that was begun, or the first. */
export function currentRevision(exercise: Pick<Exercise, 'invitation'>): number {
  return exercise.invitation?.revision ?? 1
}

/** Everything that a preview shows before anything is sent. */
export interface InvitationPlan {
  readonly draft: EventDraft
  readonly required: readonly Invitee[]
  readonly optional: readonly Invitee[]
  /** Roles that nobody is known for; they get nothing. */
  readonly notInvited: readonly Invitee[]
  readonly inThePast: boolean
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Boroughs as people list them: `Harrow, Brent and Barnet`. */
export function writeBoroughs(boroughs: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(boroughs)
}

/**
 * The invitation to one exercise. It is written from the exercise's own unit, date and venue only: the internal
 * note and every other unit stay behind because they are never part of the input.
 */
export function planInvitation(
  exercise: Omit<Exercise, 'internalNote'>,
  revision: number,
  today: IsoDate,
):
  | { readonly ok: true; readonly plan: InvitationPlan }
  | { readonly ok: false; readonly code: InvitationRefusal } {
  if (exercise.invitation?.state === 'sent') return { ok: false, code: 'already-sent' }
  const known = uniqueByAddress(
    exercise.invitees.filter((one) => one.state === 'known' && one.address !== ''),
  )
  if (known.length === 0) return { ok: false, code: 'nobody-to-invite' }
  const required = known.filter((one) => one.required)
  const optional = known.filter((one) => !one.required)
  const draft: EventDraft = {
    subject: `${exercise.type}: ${exercise.unit}, ${writeDate(exercise.date)}`,
    bodyHtml: invitationBody(exercise),
    date: exercise.date,
    start: exercise.start,
    end: exercise.end,
    timeZone: 'GMT Standard Time',
    location: exercise.venue,
    attendees: [
      ...required.map((one): Attendee => ({ name: one.name, address: one.address, type: 'required' })),
      ...optional.map((one): Attendee => ({ name: one.name, address: one.address, type: 'optional' })),
      ...room(exercise),
    ],
    transactionId: `${exercise.key}-invitation-${revision}`,
    tag: exercise.key,
  }
  const notInvited = exercise.invitees.filter((one) => one.state !== 'known' || one.address === '')
  return { ok: true, plan: { draft, required, optional, notInvited, inThePast: exercise.date < today } }
}

/** Says whether two drafts would put the same thing before the same people. */
export function isSameDraft(one: EventDraft, other: EventDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** One person can hold two roles; they get one invitation, required if either role is. */
function uniqueByAddress(invitees: readonly Invitee[]): readonly Invitee[] {
  const byAddress = new Map<string, Invitee>()
  for (const one of invitees) {
    const key = one.address.toLowerCase()
    const earlier = byAddress.get(key)
    byAddress.set(key, earlier ? { ...earlier, required: earlier.required || one.required } : one)
  }
  return [...byAddress.values()]
}

function room(exercise: Pick<Exercise, 'venue' | 'roomAddress'>): readonly Attendee[] {
  if (exercise.roomAddress === '') return []
  return [{ name: exercise.venue, address: exercise.roomAddress, type: 'resource' }]
}

function invitationBody(exercise: Omit<Exercise, 'internalNote'>): string {
  const paragraphs = [
    `You are invited to the ${exercise.type} exercise for ${exercise.unit}.`,
    `It takes place on ${writeDate(exercise.date)}, ${exercise.start} to ${exercise.end} UK time, at ${exercise.venue}.`,
    `Boroughs taking part: ${writeBoroughs(exercise.boroughs)}.`,
    'Police and partner leaders work through safeguarding scenarios side by side and decide together. It is not a test of anybody.',
    'Please accept or decline, so that we know which roles will be in the room.',
  ]
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('')
}
