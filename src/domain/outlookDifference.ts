import type { IsoDate } from './calendarDays.ts'
import type { Exercise, Invitee, SeenEvent } from './exercise.ts'
import { type Act, withChange } from './exerciseHistory.ts'
import { mayInvite, type Person } from './roles.ts'

/** A day and its times. */
export interface Times {
  readonly date: IsoDate
  readonly start: string
  readonly end: string
}

/** Something that somebody changed in Outlook itself, past the plan. */
export type OutlookDifference =
  | { readonly kind: 'gone' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'moved'; readonly planned: Times; readonly inOutlook: Times }
  | { readonly kind: 'elsewhere'; readonly planned: string; readonly inOutlook: string }
  | { readonly kind: 'removed'; readonly name: string; readonly role: string; readonly address: string }
  | { readonly kind: 'added'; readonly name: string; readonly address: string }

/** A name for a difference, so that a screen can say which one was answered. */
export function differenceKey(difference: OutlookDifference): string {
  return 'address' in difference ? `${difference.kind} ${difference.address.toLowerCase()}` : difference.kind
}

/** What everybody was told last; of an invitation that kept nothing, the plan. */
export function expectedOf({ invitation, date, start, end, venue }: Exercise): SeenEvent {
  const told = invitation?.told
  if (!told) return { date, start, end, location: venue, cancelled: false, people: [] }
  const people = told.attendees.filter(({ type }) => type !== 'resource')
  return {
    date: told.date,
    start: told.start,
    end: told.end,
    location: told.location,
    cancelled: false,
    people,
  }
}

/** What the organiser's calendar says and nobody was told by us. */
export function outlookDifferences(
  exercise: Exercise,
  seen: SeenEvent | 'gone',
): readonly OutlookDifference[] {
  if (seen === 'gone') return [{ kind: 'gone' }]
  if (seen.cancelled) return [{ kind: 'cancelled' }]
  const expected = expectedOf(exercise)
  const people = exercise.invitation?.told ? whoDiffers(expected.people, seen.people, exercise.invitees) : []
  return [...whenAndWhere(expected, seen), ...people]
}

function whenAndWhere(expected: SeenEvent, seen: SeenEvent): readonly OutlookDifference[] {
  const planned = timesOf(expected)
  const inOutlook = timesOf(seen)
  const moved = Object.values(planned).join() !== Object.values(inOutlook).join()
  const elsewhere = expected.location.trim() !== seen.location.trim()
  return [
    ...(moved ? [{ kind: 'moved', planned, inOutlook } as const] : []),
    ...(elsewhere
      ? [{ kind: 'elsewhere', planned: expected.location, inOutlook: seen.location } as const]
      : []),
  ]
}

const timesOf = ({ date, start, end }: Times): Times => ({ date, start, end })

type Guest = SeenEvent['people'][number]

function whoDiffers(
  expected: readonly Guest[],
  seen: readonly Guest[],
  invitees: readonly Invitee[],
): readonly OutlookDifference[] {
  const there = new Set(seen.map((one) => one.address.toLowerCase()))
  const asked = new Set(expected.map((one) => one.address.toLowerCase()))
  return [
    ...expected
      .filter((one) => !there.has(one.address.toLowerCase()))
      .map(
        ({ name, address }) => ({ kind: 'removed', name, address, role: roleOf(invitees, address) }) as const,
      ),
    ...seen
      .filter((one) => !asked.has(one.address.toLowerCase()))
      .map(({ name, address }) => ({ kind: 'added', name, address }) as const),
  ]
}

function roleOf(invitees: readonly Invitee[], address: string): string {
  const isTheirs = (other: string) => other.toLowerCase() === address.toLowerCase()
  const found = invitees.find(
    (one) => isTheirs(one.address) || (one.standIn && isTheirs(one.standIn.address)),
  )
  return found?.role ?? ''
}

/** The differences that a row keeps from the last reading; none where it is called off. */
export function keptDifferences(exercise: Exercise): readonly OutlookDifference[] {
  const { invitation } = exercise
  if (!invitation?.seen || invitation.state !== 'sent' || exercise.status === 'cancelled') return []
  return outlookDifferences(exercise, invitation.seen)
}

/**
 * The exercise after its event was read: what differs is kept for everybody who opens it, and forgotten once they
 * agree. Returns the same object when nothing is new.
 */
export function withSeen(exercise: Exercise, seen: SeenEvent | 'gone'): Exercise {
  const { invitation } = exercise
  if (invitation?.state !== 'sent') return exercise
  const differs = exercise.status !== 'cancelled' && outlookDifferences(exercise, seen).length > 0
  const { seen: before, ...rest } = invitation
  if (JSON.stringify(before) === JSON.stringify(differs ? seen : undefined)) return exercise
  return { ...exercise, invitation: { ...rest, ...(differs ? { seen } : {}) } }
}

/**
 * The plan follows Outlook: the difference is gone without anybody being e-mailed again, for Outlook has told them.
 * Somebody whom Outlook added gets a place of their own, without a role until one is given.
 */
export function acceptDifference(
  exercise: Exercise,
  difference: OutlookDifference,
  act: Act & { readonly actor: Person },
):
  | { readonly ok: true; readonly next: Exercise }
  | { readonly ok: false; readonly code: 'not-a-coordinator' } {
  if (!mayInvite(act.actor)) return { ok: false, code: 'not-a-coordinator' }
  const next = accepted(exercise, difference, act)
  return { ok: true, next: forgetSeen({ ...next, invitation: toldToo(next, difference) }) }
}

/** Outlook has told everybody, so that a change of ours is measured against what it told. */
function toldToo({ invitation }: Exercise, difference: OutlookDifference): Exercise['invitation'] {
  if (!invitation) return null
  if (difference.kind === 'gone' || difference.kind === 'cancelled')
    return { ...invitation, state: 'called-off' }
  const { told } = invitation
  if (!told) return invitation
  return { ...invitation, told: toldOf(told, difference) }
}

type Told = NonNullable<NonNullable<Exercise['invitation']>['told']>

function toldOf(told: Told, difference: OutlookDifference): Told {
  switch (difference.kind) {
    case 'moved':
      return { ...told, ...timesOf(difference.inOutlook) }
    case 'elsewhere':
      return { ...told, location: difference.inOutlook }
    case 'removed': {
      const gone = difference.address.toLowerCase()
      return { ...told, attendees: told.attendees.filter((one) => one.address.toLowerCase() !== gone) }
    }
    case 'added': {
      const { name, address } = difference
      return { ...told, attendees: [...told.attendees, { name, address, type: 'required' }] }
    }
    default:
      return told
  }
}

/** What was seen is kept only while something of it still differs. */
function forgetSeen(exercise: Exercise): Exercise {
  const { invitation } = exercise
  if (!invitation?.seen || keptDifferences(exercise).length > 0) return exercise
  const { seen: _, ...rest } = invitation
  return { ...exercise, invitation: rest }
}

const inOutlook = 'changed in Outlook'

function accepted(exercise: Exercise, difference: OutlookDifference, act: Act): Exercise {
  switch (difference.kind) {
    case 'gone':
    case 'cancelled':
      return withChange(exercise, { status: 'cancelled', changedWhy: 'Called off in Outlook' }, act, {
        ...{ field: 'plan', from: exercise.status, to: 'cancelled', why: inOutlook },
      })
    case 'moved': {
      const { date, start, end } = difference.inOutlook
      const [from, to] = [difference.planned, difference.inOutlook].map(writeTimes)
      return withChange(exercise, { date, start, end, changedWhy: 'Moved in Outlook' }, act, {
        ...{ field: 'date', from: from ?? '', to: to ?? '', why: inOutlook },
      })
    }
    case 'elsewhere':
      return withChange(exercise, { venue: difference.inOutlook }, act, {
        ...{ field: 'plan', from: difference.planned, to: difference.inOutlook, why: inOutlook },
      })
    case 'removed':
      return withChange(exercise, { invitees: withoutPerson(exercise.invitees, difference.address) }, act, {
        ...{ field: 'roster', from: difference.name, to: '', why: inOutlook },
      })
    case 'added':
      return withChange(exercise, { invitees: [...exercise.invitees, newcomer(difference)] }, act, {
        ...{ field: 'roster', from: '', to: difference.name || difference.address, why: inOutlook },
      })
  }
}

const writeTimes = ({ date, start, end }: Times) => `${date} ${start}–${end}`

/** Their places become places of nobody; as a stand-in they only stop standing in. */
function withoutPerson(invitees: readonly Invitee[], address: string): readonly Invitee[] {
  const isTheirs = (other: string) => other.toLowerCase() === address.toLowerCase()
  return invitees.map((one) => {
    if (one.standIn && isTheirs(one.standIn.address)) return { ...one, standIn: null }
    if (!isTheirs(one.address)) return one
    const { personRef: _, ...rest } = one
    return { ...rest, state: 'unknown', name: '', address: '', response: 'none' }
  })
}

function newcomer({ name, address }: { readonly name: string; readonly address: string }): Invitee {
  return {
    ...{ role: 'Added in Outlook', organisation: '', side: 'partner', required: false, state: 'known' },
    ...{ name: name || address, address, response: 'none' },
  }
}
