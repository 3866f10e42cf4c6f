import { type IsoDate, writeDate } from '../../../../domain/calendarDays.ts'
import type { Contact, ContactAct } from '../../../../domain/contact.ts'
import type { ContactRefusal } from '../../../../domain/contactChange.ts'
import type { Sector } from '../../../../domain/exercise.ts'
import type { ContactNote, DuplicateKind } from '../../../../domain/partnerDirectory.ts'
import type { Successor } from '../../../../domain/successorBodies.ts'

/** What a note is called above the list, where it is counted. */
export const noteNames: Readonly<Record<ContactNote['code'], string>> = {
  'past-retention': 'Kept too long',
  'replaced-body': 'Body replaced',
  duplicate: 'Entered twice',
  vacant: 'Vacant',
  'never-confirmed': 'Never confirmed',
  stale: 'Not confirmed lately',
  'inside-the-force': 'Address of the force',
  'no-deputy': 'No deputy',
}

const duplicateWords: Readonly<Record<DuplicateKind, string>> = {
  'same-address': 'the same address and role',
  'same-person': 'the same person in the same role',
  'same-place': 'the same role at the same organisation',
}

/** The sentence of a note. */
export function sayNote(note: ContactNote, today: IsoDate, nameOf: (key: string) => string): string {
  switch (note.code) {
    case 'past-retention':
      return `It was to be kept until ${writeDate(note.since)}. Nobody is proposed from it any more.`
    case 'replaced-body':
      return saySuccessor(note.successor, today)
    case 'duplicate':
      return `Also entered: ${note.others.map(nameOf).join('; ')}. It is ${duplicateWords[note.kind]}.`
    case 'vacant':
      return `Nobody has held the role since ${writeDate(note.since)}.`
    case 'never-confirmed':
      return 'Nobody has said yet that it is right.'
    case 'stale':
      return `Last confirmed on ${writeDate(note.confirmed)}. Ask before you invite.`
    case 'inside-the-force':
      return 'The address is one of the force’s own. Partners have addresses outside it.'
    case 'no-deputy':
      return 'Nobody is named who comes in their place.'
  }
}

/** What became of a body, in the tense of the day. */
export function saySuccessor({ was, becomes, on, source }: Successor, today: IsoDate): string {
  const isPast = on <= today
  // Proper names have no article.
  const body = /^[A-Z]/.test(was) ? was : `A ${was}`
  const sentence = isPast ? 'was replaced on' : 'is to be replaced on'
  return `${body} ${sentence} ${writeDate(on)}; ${isPast ? 'it is now' : 'it becomes'} ${becomes} (${source}).`
}

export const sectorNames: Readonly<Record<Sector, string>> = {
  police: 'Police',
  health: 'Health',
  education: 'Education',
  "children's services": 'Children’s services',
  'adult services': 'Adult services',
  other: 'Other',
}

/** Where an entry counts: its boroughs, or all of London. */
export function sayArea({ boroughs }: Pick<Contact, 'boroughs'>): string {
  return boroughs.length === 0 ? 'Whole of London' : boroughs.join(', ')
}

/** Who an entry is, in one breath: for lists, windows and what is read out. */
export function sayEntry({ name, role, organisation }: Contact): string {
  return name === '' ? `${role}, ${organisation} (vacant)` : `${name}, ${role}, ${organisation}`
}

const refusals: Readonly<Record<ContactRefusal | 'already-there', string>> = {
  'coordinators-only': 'Only coordinators change the directory.',
  'no-organisation': 'Say where they work.',
  'no-role': 'Say for which role they are invited.',
  'no-name': 'An address needs the name of its person.',
  'no-address': 'A person needs an address to be invited. Leave both empty while the role is vacant.',
  'bad-address': 'This is no e-mail address. Write it as name@organisation.uk, and only one.',
  'bad-deputy-address': 'This is no e-mail address. Write it as name@organisation.uk, and only one.',
  'deputy-is-person': 'The deputy has the same address as the person.',
  'inside-the-force': 'Partners have addresses outside the force. Colleagues come in through their posts.',
  'police-sector': 'Police are found through their posts; choose another sector.',
  'too-long': 'One of the texts is longer than the 255 characters that the list holds.',
  'no-why': 'Say how you know that the person has left.',
  'nothing-changed': 'Nothing was changed.',
  'already-vacant': 'The role is vacant already.',
  'is-vacant': 'A vacant role cannot be confirmed; enter who follows.',
  'already-there': 'This person is in the directory for this role already.',
}

/** Why a change of the directory was refused. */
export function sayRefusal(code: ContactRefusal | 'already-there'): string {
  return refusals[code]
}

/** Why a line of a file is not brought in. */
export function sayLineRefusal(code: string): string {
  if (code === 'twice-in-file') return 'The file says this place a second time.'
  if (code === 'somebody-else')
    return 'The directory has somebody else in this place. Change that entry if the file is right.'
  return code in refusals ? refusals[code as ContactRefusal] : 'It cannot be kept.'
}

/** Beside which field of the form a refusal stands. */
export const fieldOfRefusal: Readonly<Partial<Record<ContactRefusal | 'already-there', string>>> = {
  'no-organisation': 'organisation',
  'no-role': 'role',
  'no-name': 'name',
  'no-address': 'address',
  'bad-address': 'address',
  'bad-deputy-address': 'deputyAddress',
  'deputy-is-person': 'deputyAddress',
  'inside-the-force': 'address',
  'police-sector': 'sector',
  'already-there': 'address',
  'no-why': 'why',
}

/** What was done to an entry, for its history. */
export const actWords: Readonly<Record<ContactAct, string>> = {
  added: 'Added',
  changed: 'Changed',
  confirmed: 'Confirmed as still right',
  left: 'The person left; the role is vacant',
  joined: 'Somebody follows in the role',
  merged: 'Made one with another entry',
  imported: 'Brought in from a file',
}
