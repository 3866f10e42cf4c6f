import * as v from 'valibot'
import { type Contact, contactActs } from '../../domain/contact.ts'
import { sectors } from '../../domain/exercise.ts'
import type { ContactDirectory } from '../../usecases/directoryPorts.ts'
import { contactsList } from '../columns/contacts.ts'
import { toM365Error } from '../failures.ts'
import { listAddress, type SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { emptyAsNull, jsonField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const contactHistory = v.array(
  v.object({
    at: v.string(),
    by: v.string(),
    byObject: v.string(),
    does: v.picklist(contactActs),
    what: v.string(),
    why: v.string(),
  }),
)

const fields = v.object({
  Key: v.string(),
  Organisation: textField,
  ContactRole: textField,
  ContactName: textField,
  Address: textField,
  Boroughs: jsonField(v.array(v.string()), []),
  Sector: v.optional(
    v.union([
      v.picklist(sectors),
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
    ]),
  ),
  DeputyName: textField,
  DeputyAddress: textField,
  LastConfirmed: emptyAsNull,
  KeepUntil: emptyAsNull,
  Headquarters: jsonField(v.array(v.string()), []),
  VacantSince: emptyAsNull,
  History: jsonField(contactHistory, []),
})

/** Changes that an entry remembers; SharePoint's own versions go further back. */
const changesKept = 100

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
        ...(row.Sector !== undefined && { sector: row.Sector }),
        ...(row.DeputyName !== '' && { deputyName: row.DeputyName }),
        ...(row.DeputyAddress !== '' && { deputyAddress: row.DeputyAddress }),
        lastConfirmed: row.LastConfirmed,
        keepUntil: row.KeepUntil,
        headquarters: row.Headquarters,
        vacantSince: row.VacantSince,
        history: row.History,
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
    Sector: contact.sector ?? null,
    DeputyName: contact.deputyName ?? null,
    DeputyAddress: contact.deputyAddress ?? null,
    LastConfirmed: contact.lastConfirmed ?? null,
    KeepUntil: contact.keepUntil ?? null,
    Headquarters: writeJson(contact.headquarters ?? []),
    VacantSince: contact.vacantSince ?? null,
    History: writeJson((contact.history ?? []).slice(-changesKept)),
  }),
  title: (contact) => contact.name || contact.organisation || contact.key,
}

/** Partners outside the force. */
export function contactStore(site: SiteContext): ContactDirectory {
  const { where: _, ...store } = listStore(site, contactsList, mapping)
  return {
    ...store,
    async remove(row) {
      const path = `${listAddress(site, contactsList.title)}/items/${encodeURIComponent(row.id)}`
      try {
        await site.client.api(path).header('If-Match', row.etag).delete()
        return { ok: true }
      } catch (thrown) {
        const error = toM365Error(thrown)
        // An earlier try whose answer was lost, or somebody else, has taken it away: it is gone as was wanted.
        if (error.kind === 'missing') return { ok: true }
        if (error.status !== 412) throw error
        return { ok: false, code: 'changed-meanwhile', theirs: await store.get(row.id) }
      }
    },
  }
}
