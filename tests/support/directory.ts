import type { Contact } from '../../src/domain/contact.ts'
import type { ContactWords } from '../../src/domain/contactChange.ts'
import { firstRules } from '../../src/domain/partnerDirectory.ts'
import type { DirectoryActor } from '../../src/usecases/changeContact.ts'
import type { ContactDirectory, Removed } from '../../src/usecases/directoryPorts.ts'
import type { Stored } from '../../src/usecases/ports.ts'
import { ruth } from './exercises.ts'
import { MemoryListStore } from './memoryListStore.ts'

export const ownDomain = 'thameside.example'

/** The coordinator, the rules that a directory begins with, and the force's own domain. */
export const coordinator: DirectoryActor = { actor: ruth, rules: firstRules, ownDomain }

/** A partner who was confirmed on the first day of May 2021 and has a deputy, so that nothing is to be said of them. */
export function aContact(changes: Partial<Contact> = {}): Contact {
  const address = changes.address ?? 'nurse@partner.example'
  return {
    key: changes.key ?? address,
    organisation: 'Partner Trust',
    role: 'Designated safeguarding nurse',
    name: 'Celia Marsh',
    address,
    boroughs: ['Camden'],
    sector: 'health',
    deputyName: 'Dev Ray',
    deputyAddress: 'deputy@partner.example',
    lastConfirmed: '2021-05-01',
    keepUntil: '2023-05-01',
    headquarters: [],
    vacantSince: null,
    history: [],
    ...changes,
  }
}

/** The words of an entry as somebody types them. */
export function someWords(changes: Partial<ContactWords> = {}): ContactWords {
  return {
    ...{ organisation: 'Camden Council', role: 'Director of Education', name: 'Ada Rowe' },
    ...{ address: 'ada.rowe@camden.example', boroughs: ['Camden'], sector: 'education' },
    ...{ deputyName: '', deputyAddress: '', headquarters: [] },
    ...changes,
  }
}

/** A directory in memory, from which entries can be taken away as from a SharePoint list. */
export interface DirectoryShelf extends ContactDirectory {
  readonly list: MemoryListStore<Contact>
  rows(): Promise<readonly Stored<Contact>[]>
}

export function directoryShelf(...contacts: readonly Contact[]): DirectoryShelf {
  const list = new MemoryListStore<Contact>(contacts)
  return {
    list,
    rows: async () => (await list.all()).rows,
    get: (id) => list.get(id),
    byKey: (key) => list.byKey(key),
    all: () => list.all(),
    changesSince: (token) => list.changesSince(token),
    create: (value) => list.create(value),
    save: (row, next) => list.save(row, next),
    createMany: (values) => list.createMany(values),
    saveMany: (changes) => list.saveMany(changes),
    remove: async ({ id, etag }): Promise<Removed<Contact>> => {
      const there = (await list.all()).rows.find((row) => row.id === id)
      if (!there) return { ok: true }
      if (there.etag !== etag) return { ok: false, code: 'changed-meanwhile', theirs: there }
      list.remove(id)
      return { ok: true }
    },
  }
}
