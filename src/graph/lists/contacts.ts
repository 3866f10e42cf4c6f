import * as v from 'valibot'
import type { Contact } from '../../domain/contact.ts'
import type { ContactStore } from '../../usecases/ports.ts'
import { contactsList } from '../columns/contacts.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  Organisation: textField,
  ContactRole: textField,
  ContactName: textField,
  Address: textField,
  Boroughs: jsonField(v.array(v.string()), []),
})

const mapping: RowMapping<Contact, typeof contactsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Contact => ({
        key: row.Key,
        organisation: row.Organisation,
        role: row.ContactRole,
        name: row.ContactName,
        address: row.Address,
        boroughs: row.Boroughs,
      }),
    ),
  ),
  toFields: (contact) => ({
    Key: contact.key,
    Organisation: contact.organisation,
    ContactRole: contact.role,
    ContactName: contact.name,
    Address: contact.address,
    Boroughs: writeJson(contact.boroughs),
  }),
  title: (contact) => contact.name || contact.organisation || contact.key,
}

/** Partners outside the force. */
export function contactStore(site: SiteContext): ContactStore {
  const { where: _, ...store } = listStore(site, contactsList, mapping)
  return store
}
