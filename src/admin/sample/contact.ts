import type { IsoDate } from '../../domain/calendarDays.ts'
import type { Contact } from '../../domain/contact.ts'
import { firstRules, keepUntil } from '../../domain/partnerDirectory.ts'

/** What differs from an entry of the directory that was confirmed in the spring of 2021. */
export interface ContactFacts extends Partial<Contact> {
  readonly lastConfirmed?: IsoDate
}

/** An entry of the sample's directory, kept until two years after it was last confirmed. */
export function sampleContact(
  address: string,
  name: string,
  organisation: string,
  role: string,
  boroughs: readonly string[],
  facts: ContactFacts = {},
): Contact {
  const { lastConfirmed = '2021-04-12', ...more } = facts
  return {
    ...{ key: address, organisation, role, name, address, boroughs },
    ...{ sector: 'health', lastConfirmed, keepUntil: keepUntil(lastConfirmed, firstRules) },
    ...{ headquarters: [], vacantSince: null, history: [] },
    ...more,
  }
}
