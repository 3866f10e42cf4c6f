import type { Contact } from '../domain/contact.ts'
import type { ContactImportLine } from '../domain/contactImport.ts'
import type { ContactTableResult } from '../domain/contactTable.ts'
import type { ContactStore, Stored } from './ports.ts'

/** What became of taking a row away. */
export type Removed<T> =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<T> }

/** The partners outside the force; the one list from which rows are taken away, because they are people. */
export interface ContactDirectory extends ContactStore {
  /**
   * Takes a row away unless somebody saved it since; one that is gone already counts as taken away. SharePoint's
   * recycle bin holds it for another 93 days. Throws `M365Error`.
   */
  remove(row: { readonly id: string; readonly etag: string }): Promise<Removed<Contact>>
}

/** Somebody whom Microsoft 365 knows: of the force, or outside it when there was mail with them. */
export interface FoundPerson {
  /** Entra object id; empty for people outside. */
  readonly objectId: string
  readonly name: string
  readonly address: string
  readonly jobTitle: string
  readonly organisation: string
  readonly inside: boolean
}

/** Finds people by a part of their name. */
export interface PeopleSearch {
  /** Ten at most, the nearest first. Throws `M365Error`; `forbidden` when the person did not consent to it. */
  search(text: string): Promise<readonly FoundPerson[]>
}

/** Reads tables of partners. It never throws for a file's sake: what cannot be read is refused with a sentence. */
export interface ContactFiles {
  read(file: { readonly bytes: Uint8Array; readonly name: string }): Promise<ContactTableResult>
  /** What an import did, line by line, as a CSV file to keep. */
  resultFile(lines: readonly ContactImportLine[]): Promise<Uint8Array>
}
