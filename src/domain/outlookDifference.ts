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

/**
 * What the organiser's calendar says and the plan does not. Who was never invited, because a place was filled after
 * the invitation went, is no difference: nobody took them off.
 * @param invited addresses that the invitation went to, in any case
 */
export function outlookDifferences(
  exercise: Pick<Exercise, 'date' | 'start' | 'end' | 'venue' | 'invitees'>,
  seen: SeenEvent | 'gone',
  invited: readonly string[],
): readonly OutlookDifference[] {
  if (seen === 'gone') return [{ kind: 'gone' }]
  if (seen.cancelled) return [{ kind: 'cancelled' }]
  return [...whenAndWhere(exercise, seen), ...whoDiffers(exercise.invitees, seen, invited)]
}

function whenAndWhere(
  exercise: Pick<Exercise, 'date' | 'start' | 'end' | 'venue'>,
  seen: SeenEvent,
): readonly OutlookDifference[] {
  const planned = timesOf(exercise)
  const inOutlook = timesOf(seen)
  const moved = Object.values(planned).join() !== Object.values(inOutlook).join()
  const elsewhere = exercise.venue.trim() !== seen.location.trim()
  return [
    ...(moved ? [{ kind: 'moved', planned, inOutlook } as const] : []),
    ...(elsewhere ? [{ kind: 'elsewhere', planned: exercise.venue, inOutlook: seen.location } as const] : []),
  ]
}

const timesOf = ({ date, start, end }: Times): Times => ({ date, start, end })

function whoDiffers(
  invitees: readonly Invitee[],
  seen: SeenEvent,
  invited: readonly string[],
): readonly OutlookDifference[] {
  const there = new Set(seen.people.map((one) => one.address.toLowerCase()))
  const asked = new Set(invited.map((one) => one.toLowerCase()))
  const planned = new Map<string, { name: string; role: string; address: string }>()
  for (const one of invitees) {
    for (const { name, address } of [one, ...(one.standIn ? [one.standIn] : [])])
      if (address !== '' && !planned.has(address.toLowerCase()))
        planned.set(address.toLowerCase(), { name, address, role: one.role })
  }
  const removed = [...planned].filter(([address]) => asked.has(address) && !there.has(address))
  const added = seen.people.filter((one) => !planned.has(one.address.toLowerCase()))
  return [
    ...removed.map(([, one]) => ({ kind: 'removed', ...one }) as const),
    ...added.map(({ name, address }) => ({ kind: 'added', name, address }) as const),
  ]
}

/** The differences that a row keeps from the last reading; none while it is not invited or called off. */
export function keptDifferences(exercise: Exercise): readonly OutlookDifference[] {
  const { invitation } = exercise
  if (!invitation?.seen || exercise.status === 'cancelled') return []
  return outlookDifferences(exercise, invitation.seen, invitation.sentTo ?? [])
}

/**
 * The exercise after its event was read: what differs from the plan is kept for everybody who opens it, and forgotten
 * once they agree. Returns the same object when nothing is new.
 */
export function withSeen(exercise: Exercise, seen: SeenEvent | 'gone'): Exercise {
  const { invitation } = exercise
  if (invitation?.state !== 'sent') return exercise
  const sentTo = sentToNow(exercise, seen)
  const differs = exercise.status !== 'cancelled' && outlookDifferences(exercise, seen, sentTo).length > 0
  const { seen: _, ...rest } = invitation
  const next = { ...rest, sentTo, ...(differs ? { seen } : {}) }
  return isSame(next, invitation) ? exercise : { ...exercise, invitation: next }
}

/** Whoever was ever seen on the event, and whoever answered it: both must have been asked. */
function sentToNow({ invitees, invitation }: Exercise, seen: SeenEvent | 'gone'): readonly string[] {
  const there = seen === 'gone' ? [] : seen.people.map((one) => one.address)
  const answered = invitees.flatMap((one) => [
    ...(one.response === 'none' ? [] : [one.address]),
    ...(one.standIn && one.standIn.response !== 'none' ? [one.standIn.address] : []),
  ])
  const all = [...(invitation?.sentTo ?? []), ...there, ...answered].map((one) => one.toLowerCase())
  return [...new Set(all)].filter((one) => one !== '').sort()
}

const isSame = (one: object, other: object) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

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
  return { ok: true, next: accepted(exercise, difference, act) }
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
