import type { Venue } from '../../../../domain/venue.ts'
import { factsOfVenue, type VenueFacts, type VenueRefusal } from '../../../../domain/venueChange.ts'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'

/** What the fields begin with for a venue that is not there yet. */
export const emptyVenue: Venue = {
  ...{ key: '', name: '', address: '', borough: '', capacity: 0, access: '', roomAddress: '', contact: '' },
}

/** A venue as its fields show it. */
export function venueValues(venue: Venue): Values {
  const { capacity, ...facts } = factsOfVenue(venue)
  return { ...facts, capacity: capacity === 0 ? '' : String(capacity), why: '' }
}

/** The facts that the fields hold. */
export function venueFacts(values: Values): VenueFacts {
  const capacity = wordsOf(values, 'capacity')
  return {
    name: wordsOf(values, 'name'),
    address: wordsOf(values, 'address'),
    borough: wordsOf(values, 'borough'),
    capacity: /^\d+$/.test(capacity) ? Number(capacity) : Number.NaN,
    access: wordsOf(values, 'access'),
    roomAddress: wordsOf(values, 'roomAddress'),
    contact: wordsOf(values, 'contact'),
  }
}

/** Beside which field a refusal stands; the whole form where none is named. */
export const fieldOfVenueRefusal: Partial<Record<VenueRefusal | 'name-taken', string>> = {
  'no-name': 'name',
  'name-taken': 'name',
  'no-capacity': 'capacity',
  'room-address': 'roomAddress',
  'no-why': 'why',
}

const refusals: Readonly<Record<VenueRefusal | 'name-taken', string>> = {
  'not-yours': 'Only training coordinators keep the directory of venues.',
  'no-name': 'Give the venue a name.',
  'name-taken': 'There is a venue with this name already. Give it another, or change that one.',
  'no-capacity': 'Say for how many people there is room, as a whole number from 1.',
  'room-address': 'This is no e-mail address. Leave it empty where the room has no mailbox.',
  'no-why': 'Say why it changes.',
  'nothing-changed': 'Nothing has been changed yet.',
}

/** Why a venue could not be saved, and what to do next. */
export function sayVenueRefusal(code: VenueRefusal | 'name-taken'): string {
  return refusals[code]
}
