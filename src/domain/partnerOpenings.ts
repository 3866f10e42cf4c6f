import { boroughNamed } from './boroughs.ts'
import type { IsoDate } from './calendarDays.ts'
import type { Contact } from './contact.ts'
import type { Exercise } from './exercise.ts'
import {
  type DirectoryRules,
  isPastRetention,
  isStale,
  isVacant,
  organisationName,
} from './partnerDirectory.ts'
import { seatOf } from './policeOpenings.ts'
import { bestRole } from './roleMatch.ts'
import type { RoleTemplate } from './roleTemplate.ts'
import type { LeftOut, Opening, RoleOpenings, SeatReason, SeatWarning } from './rosterReasons.ts'
import { successorOf } from './successorBodies.ts'

/** What decides whom of the directory an exercise asks for. */
export interface DirectoryView {
  readonly contacts: readonly Contact[]
  readonly rules: DirectoryRules
  readonly today: IsoDate
}

interface Fitting {
  readonly contact: Contact
  readonly opening: Opening
  /** Boroughs of the exercise that the contact serves. */
  readonly serves: readonly string[]
}

/**
 * A partner role at an exercise: those of the directory who hold it for a borough of the unit, the best first. Where
 * every holder is asked, each body has a place, and the boroughs that nobody serves have one that is unknown.
 */
export function partnerOpenings(
  role: RoleTemplate,
  roles: readonly RoleTemplate[],
  exercise: Pick<Exercise, 'boroughs'>,
  view: DirectoryView,
): RoleOpenings {
  const boroughs = exercise.boroughs.map(fullName)
  const holders = view.contacts
    .filter((contact) => bestRole(contact.role, roles) === role)
    .map((contact) => ({ contact, serves: servedOf(contact, boroughs) }))
    .filter(({ serves }) => serves.length > 0)
  const leftOut = holders.flatMap(({ contact }) => whyLeftOut(role, contact, boroughs, view))
  const fitting = holders
    .filter(({ contact }) => whyLeftOut(role, contact, boroughs, view).length === 0)
    .map(({ contact, serves }) => ({ contact, serves, opening: openingOf(role, contact, boroughs, view) }))
    .toSorted(byPreference)
  if (role.condition && fitting.length === 0) return { seats: [], leftOut: [...leftOut, noneHere(role)] }
  return { seats: seatsOf(role, fitting, boroughs), leftOut }
}

function seatsOf(
  role: RoleTemplate,
  fitting: readonly Fitting[],
  boroughs: readonly string[],
): RoleOpenings['seats'] {
  const [best, ...others] = fitting.map(({ opening }) => opening)
  if (!best) return [[nobodyKnown(role, boroughs)]]
  if (!role.each) return [[best, ...others]]
  const bodies = Map.groupBy(fitting, ({ contact }) => organisationName(contact.organisation))
  const seats = [...bodies.values()].flatMap((body): RoleOpenings['seats'] => {
    const [first, ...more] = body.map(({ opening }) => opening)
    return first ? [[first, ...more]] : []
  })
  const covered = new Set(fitting.flatMap(({ serves }) => serves))
  const open = boroughs.filter((borough) => !covered.has(borough))
  return open.length === 0 || role.condition ? seats : [...seats, [nobodyKnown(role, open)]]
}

function fullName(borough: string): string {
  return boroughNamed(borough)?.name ?? borough
}

function servedOf(contact: Contact, boroughs: readonly string[]): readonly string[] {
  if (contact.boroughs.length === 0) return boroughs
  const area = new Set(contact.boroughs.map(fullName))
  return boroughs.filter((borough) => area.has(borough))
}

function headquartersIn(contact: Contact, boroughs: readonly string[]): readonly string[] {
  const seat = new Set((contact.headquarters ?? []).map(fullName))
  return boroughs.filter((borough) => seat.has(borough))
}

function whyLeftOut(
  role: RoleTemplate,
  contact: Contact,
  boroughs: readonly string[],
  view: DirectoryView,
): readonly LeftOut[] {
  const out = (code: LeftOut['code'], detail: string): readonly LeftOut[] => [
    { code, role: role.role, detail, invitee: openingOf(role, contact, boroughs, view).invitee },
  ]
  if (isPastRetention(contact, view.today)) return out('past-retention', contact.keepUntil ?? '')
  if (!role.condition || headquartersIn(contact, boroughs).length > 0) return []
  const elsewhere = contact.headquarters ?? []
  return elsewhere.length === 0
    ? out('headquarters-not-known', '')
    : out('headquarters-elsewhere', elsewhere.join(', '))
}

function noneHere(role: RoleTemplate): LeftOut {
  return { code: 'no-headquarters-here', role: role.role, detail: '', invitee: null }
}

/** People before empty places, then entries one can trust, then bodies that still exist, then the latest word. */
function byPreference(one: Fitting, other: Fitting): number {
  const rank = ({ opening }: Fitting) =>
    (opening.invitee.state === 'known' ? 0 : 8) +
    (opening.warnings.some(({ code }) => code === 'replaced-body') ? 4 : 0) +
    (opening.warnings.some(({ code }) => code === 'stale') ? 2 : 0)
  return (
    rank(one) - rank(other) ||
    other.serves.length - one.serves.length ||
    (other.contact.lastConfirmed ?? '').localeCompare(one.contact.lastConfirmed ?? '') ||
    one.contact.key.localeCompare(other.contact.key)
  )
}

function openingOf(
  role: RoleTemplate,
  contact: Contact,
  boroughs: readonly string[],
  view: DirectoryView,
): Opening {
  const seat = { ...seatOf(role), organisation: contact.organisation, personRef: contact.key }
  const { vacantSince = null, organisation } = contact
  if (!isVacant(contact)) {
    const { name, address } = contact
    return {
      invitee: { ...seat, state: 'known', name, address },
      reason: reasonOf(role, contact, boroughs),
      warnings: warningsOf(contact, view),
    }
  }
  if (contact.deputyAddress) {
    const name = contact.deputyName ?? contact.deputyAddress
    return {
      invitee: { ...seat, state: 'known', name, address: contact.deputyAddress },
      reason: { code: 'deputy-at', organisation, since: vacantSince },
      warnings: warningsOf(contact, view),
    }
  }
  return {
    invitee: { ...seat, state: 'vacant', name: '', address: '' },
    reason: { code: 'vacant-at', organisation, since: vacantSince },
    warnings: [],
  }
}

function reasonOf(role: RoleTemplate, contact: Contact, boroughs: readonly string[]): SeatReason {
  if (role.condition) return { code: 'headquarters-here', boroughs: headquartersIn(contact, boroughs) }
  return {
    code: 'serves',
    boroughs: servedOf(contact, boroughs),
    everywhere: contact.boroughs.length === 0,
  }
}

function warningsOf(contact: Contact, { rules, today }: DirectoryView): readonly SeatWarning[] {
  const successor = successorOf(contact.organisation, contact.boroughs)
  return [
    ...(successor ? [{ code: 'replaced-body', successor } as const] : []),
    ...(isStale(contact, rules, today)
      ? [{ code: 'stale', confirmed: contact.lastConfirmed ?? null } as const]
      : []),
  ]
}

function nobodyKnown(role: RoleTemplate, boroughs: readonly string[]): Opening {
  return {
    invitee: {
      ...seatOf(role),
      organisation: boroughs.join(', '),
      ...{ state: 'unknown', name: '', address: '' },
    },
    reason: { code: 'nobody-known', boroughs },
    warnings: [],
  }
}
