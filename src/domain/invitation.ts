import type { IsoDate } from './calendarDays.ts'
import type { Attendee, EventDraft } from './eventDraft.ts'
import type { Exercise, Invitee } from './exercise.ts'
import { defaultInvitation, type InvitationTemplate } from './invitationTemplate.ts'
import { htmlOf, type InvitationWords, invitationWords, plainText } from './invitationText.ts'
import { type Told, toldBy } from './told.ts'

export type InvitationRefusal = 'nobody-to-invite' | 'already-sent' | 'called-off'

/** The number of the invitation that is being prepared: the one that was begun, the one after a calling off, or the first. */
export function currentRevision(exercise: Pick<Exercise, 'invitation'>): number {
  const { invitation } = exercise
  if (!invitation) return 1
  return invitation.state === 'called-off' ? invitation.revision + 1 : invitation.revision
}

/** Everything that a preview shows before anything is sent. */
export interface InvitationPlan {
  readonly draft: EventDraft
  /** The body as plain text. */
  readonly text: string
  readonly told: Told
  readonly required: readonly Invitee[]
  readonly optional: readonly Invitee[]
  /** Roles that nobody is known for; they get nothing. */
  readonly notInvited: readonly Invitee[]
  readonly inThePast: boolean
}

/** The part of an exercise that an invitation is made from: the internal note is not in it. */
export type InvitedExercise = Omit<Exercise, 'internalNote'>

/**
 * The invitation to one exercise. It is written from the exercise's own unit, date and venue only: the internal
 * note and every other unit stay behind because they are never part of the input.
 */
export function planInvitation(
  exercise: InvitedExercise,
  revision: number,
  today: IsoDate,
  template: InvitationTemplate = defaultInvitation,
):
  | { readonly ok: true; readonly plan: InvitationPlan }
  | { readonly ok: false; readonly code: InvitationRefusal } {
  if (exercise.status === 'cancelled') return { ok: false, code: 'called-off' }
  if (exercise.invitation?.state === 'sent') return { ok: false, code: 'already-sent' }
  const plan = composeInvitation(exercise, revision, today, template)
  return plan ? { ok: true, plan } : { ok: false, code: 'nobody-to-invite' }
}

/** The invitation as it would read now, whatever was sent before; null when nobody is known. */
export function composeInvitation(
  exercise: InvitedExercise,
  revision: number,
  today: IsoDate,
  template: InvitationTemplate = defaultInvitation,
): InvitationPlan | null {
  const known = peopleToInvite(exercise.invitees)
  if (known.length === 0) return null
  const words = invitationWords(exercise, template)
  const draft = draftOf(exercise, words, attendeesOf(exercise, known), template.showAttendees)
  const text = plainText(words)
  return {
    draft: { ...draft, transactionId: `${exercise.key}-invitation-${revision}` },
    text,
    told: toldBy(draft, text),
    required: known.filter((one) => one.required),
    optional: known.filter((one) => !one.required),
    notInvited: exercise.invitees.filter((one) => one.state !== 'known' || one.address === ''),
    inThePast: exercise.date < today,
  }
}

function draftOf(
  exercise: InvitedExercise,
  words: InvitationWords,
  attendees: readonly Attendee[],
  showAttendees: boolean,
): EventDraft {
  return {
    subject: words.subject,
    bodyHtml: htmlOf(words),
    date: exercise.date,
    start: exercise.start,
    end: exercise.end,
    timeZone: 'GMT Standard Time',
    location: exercise.venue,
    attendees,
    ...(showAttendees ? { showAttendees } : {}),
    ...(exercise.onlinePart ? { online: true } : {}),
    transactionId: '',
    tag: exercise.key,
  }
}

/** Says whether two drafts would put the same thing before the same people. */
export function isSameDraft(one: EventDraft, other: EventDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whoever holds a place and whoever stands in, once each: required where either of their roles is. */
export function peopleToInvite(invitees: readonly Invitee[]): readonly Invitee[] {
  const byAddress = new Map<string, Invitee>()
  for (const one of invitees.flatMap(withStandIn)) {
    const key = one.address.toLowerCase()
    const earlier = byAddress.get(key)
    byAddress.set(key, earlier ? { ...earlier, required: earlier.required || one.required } : one)
  }
  return [...byAddress.values()]
}

function withStandIn(invitee: Invitee): readonly Invitee[] {
  const { standIn } = invitee
  const holder = invitee.state === 'known' && invitee.address !== '' ? [invitee] : []
  if (!standIn || standIn.address === '') return holder
  const { name, address, response } = standIn
  return [...holder, { ...invitee, state: 'known', name, address, response }]
}

function attendeesOf(exercise: InvitedExercise, known: readonly Invitee[]): readonly Attendee[] {
  const asked = (required: boolean, type: Attendee['type']) =>
    known
      .filter((one) => one.required === required)
      .map(({ name, address }): Attendee => ({ name, address, type }))
  return [...asked(true, 'required'), ...asked(false, 'optional'), ...room(exercise)]
}

function room(exercise: Pick<Exercise, 'venue' | 'roomAddress'>): readonly Attendee[] {
  if (exercise.roomAddress === '') return []
  return [{ name: exercise.venue, address: exercise.roomAddress, type: 'resource' }]
}
