import { addMonths } from './addMonths.ts'
import type { Instant, IsoDate } from './calendarDays.ts'
import type { Exercise, Invitee, StandIn } from './exercise.ts'
import type { DirectoryRules } from './partnerDirectory.ts'
import type { Change } from './recommendation.ts'
import type { Person } from './roles.ts'

/** What stands where a name was. */
export const forgottenName = 'Name no longer kept'
/** An address that leads nowhere (RFC 2606), so that the place still counts as one that was held. */
const forgottenAddress = 'no-longer-kept@invalid.invalid'

/** The day until which the partners of an exercise are named: set for it, or counted from its day. */
export function partnersKeptUntil(
  exercise: Pick<Exercise, 'date' | 'keepUntil'>,
  { keepMonths }: DirectoryRules,
): IsoDate {
  return exercise.keepUntil ?? addMonths(exercise.date, keepMonths)
}

/** Whether an exercise still names partners though the day until which it may is over. */
export function namesPartnersTooLong(exercise: Exercise, rules: DirectoryRules, today: IsoDate): boolean {
  return partnersKeptUntil(exercise, rules) < today && exercise.invitees.some(isNamed)
}

function isNamed(one: Invitee): boolean {
  if (one.side !== 'partner') return false
  const hasAddress = one.address !== '' && one.address !== forgottenAddress
  const hasName = one.name !== '' && one.name !== forgottenName
  return hasAddress || hasName || standInNamed(one.standIn)
}

function standInNamed(standIn: StandIn | null | undefined): boolean {
  return Boolean(standIn) && standIn?.address !== forgottenAddress
}

/**
 * The exercise without the names and addresses of its partners: roles, organisations, answers and attendance stay, so
 * that the figures of the year do not change. Names go from its history and debrief too, where they stand as a whole.
 */
export function withoutPartners(exercise: Exercise, actor: Person, at: Instant): Exercise {
  const names = exercise.invitees.filter(isNamed).flatMap((one) => [one.name, one.standIn?.name ?? ''])
  const clean = cleaner(names)
  const line: Change = {
    ...{ at, by: actor.name, byObject: actor.objectId, field: 'roster', via: 'tab' },
    ...{ from: `${names.filter(Boolean).length} partners named`, to: 'no partner named' },
    why: 'They were kept as long as the rules of the directory say.',
  }
  return {
    ...exercise,
    invitees: exercise.invitees.map((one) => (isNamed(one) ? forgotten(one) : one)),
    invitation: withoutGuests(exercise.invitation),
    debrief: exercise.debrief && {
      ...exercise.debrief,
      notes: clean(exercise.debrief.notes),
      decisions: exercise.debrief.decisions.map((one) => ({
        ...one,
        text: clean(one.text),
        agreedBy: one.agreedBy.map(clean),
      })),
      learning: exercise.debrief.learning.map((one) => ({ ...one, text: clean(one.text) })),
    },
    history: [...exercise.history.map((change) => cleanChange(change, clean)), line],
  }
}

/** What the invited were told and what Outlook said of them names them all; nothing is told of a day so long ago. */
function withoutGuests(invitation: Exercise['invitation']): Exercise['invitation'] {
  if (invitation === null) return null
  const { told: _, seen: __, pending: ___, ...rest } = invitation
  return rest
}

function forgotten(one: Invitee): Invitee {
  const { personRef: _, ...rest } = one
  const standIn = one.standIn && { ...one.standIn, name: forgottenName, address: forgottenAddress }
  const held = one.address !== ''
  return {
    ...rest,
    name: one.name === '' && !held ? '' : forgottenName,
    address: held ? forgottenAddress : '',
    ...(one.standIn !== undefined && { standIn: standIn ?? null }),
  }
}

function cleanChange(change: Change, clean: (text: string) => string): Change {
  return {
    ...change,
    ...{ by: clean(change.by), from: clean(change.from), to: clean(change.to) },
    ...(change.why !== undefined && { why: clean(change.why) }),
  }
}

/** Puts the words for a forgotten person where one of the names stands, longer names first. */
function cleaner(names: readonly string[]): (text: string) => string {
  const wanted = [...new Set(names.filter((name) => name.trim().length > 1))].sort(
    (one, other) => other.length - one.length,
  )
  return (text) => wanted.reduce((left, name) => left.replaceAll(name, forgottenName), text)
}
