import { readBoroughs } from '../../../../domain/boroughs.ts'
import type { Contact } from '../../../../domain/contact.ts'
import type { ContactWords } from '../../../../domain/contactChange.ts'
import { sectors } from '../../../../domain/exercise.ts'
import { bestRole } from '../../../../domain/roleMatch.ts'
import type { RoleTemplate } from '../../../../domain/roleTemplate.ts'
import { type Problems, type Values, wordsOf } from '../../../ui/form/formValues.ts'

/** An entry of which nothing is known. */
export const emptyContact: Contact = {
  ...{ key: '', organisation: '', role: '', name: '', address: '' },
  ...{ boroughs: [], sector: 'health' },
}

/** An entry as the fields of its form show it. */
export function startOf(contact: Contact): Values {
  return {
    ...{ organisation: contact.organisation, role: contact.role },
    ...{ name: contact.name, address: contact.address },
    boroughs: contact.boroughs.join(', '),
    sector: contact.sector ?? 'other',
    deputyName: contact.deputyName ?? '',
    deputyAddress: contact.deputyAddress ?? '',
    headquarters: (contact.headquarters ?? []).join(', '),
    why: '',
  }
}

/**
 * What the fields say. A role that a type of exercise knows is called as it is called there; a place outside London
 * may be a headquarters, and never a borough that is served.
 */
export function readContactForm(
  values: Values,
  roles: readonly RoleTemplate[],
): { readonly words: ContactWords; readonly problems: Problems } {
  const served = readBoroughs(wordsOf(values, 'boroughs'))
  const seat = wordsOf(values, 'headquarters')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  const role = wordsOf(values, 'role')
  const words: ContactWords = {
    ...{ organisation: wordsOf(values, 'organisation'), role: bestRole(role, roles)?.role ?? role },
    ...{ name: wordsOf(values, 'name'), address: wordsOf(values, 'address') },
    boroughs: served.boroughs.map(({ name }) => name),
    sector: sectors.find((one) => one === values.sector) ?? 'other',
    deputyName: wordsOf(values, 'deputyName'),
    deputyAddress: wordsOf(values, 'deputyAddress'),
    headquarters: seat.flatMap((one) => {
      const read = readBoroughs(one)
      return read.boroughs.length > 0 ? read.boroughs.map(({ name }) => name) : [one]
    }),
  }
  const unknown = served.unknown.join(', ')
  return {
    words,
    problems: unknown === '' ? {} : { boroughs: `${unknown}: this is no London borough.` },
  }
}
