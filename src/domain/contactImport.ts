import type { Contact } from './contact.ts'
import {
  type ContactDoing,
  type ContactRefusal,
  type ContactWords,
  changedFields,
  newContact,
  withLine,
  wordsOf,
  wordsRefusal,
} from './contactChange.ts'
import type { ContactDoubt, ContactRow } from './contactRows.ts'
import { keepUntil, organisationName, personName } from './partnerDirectory.ts'
import { roleName } from './roleTemplate.ts'
import { type Successor, successorOf } from './successorBodies.ts'

/** What an import would do with one line of the file. */
export type ContactStep =
  | { readonly does: 'add'; readonly contact: Contact }
  | {
      readonly does: 'change'
      readonly key: string
      readonly next: Contact
      readonly what: readonly string[]
    }
  | { readonly does: 'confirm'; readonly key: string; readonly next: Contact }
  | { readonly does: 'nothing'; readonly key: string }
  | { readonly does: 'refuse'; readonly code: ContactRefusal | 'twice-in-file' | 'somebody-else' }

export interface PlannedContact {
  readonly row: ContactRow
  readonly step: ContactStep
  /** The body that has taken the place of the one in the file, already put in its place. */
  readonly successor: Successor | null
}

/** What became of one line: for the screen, and for the file that is kept. */
export interface ContactImportLine {
  readonly line: number
  readonly organisation: string
  readonly role: string
  readonly outcome: 'added' | 'changed' | 'confirmed' | 'unchanged' | 'refused' | 'failed' | 'not-reached'
  readonly note: string
}

/**
 * What an import would do, line by line, before anything is written. A line is an entry that is there when address
 * and role are the same, or organisation, role and person; a line that names somebody else for a place that is held
 * is refused, so that a file that is out of date puts nobody out of their place.
 * @param file its name, for the history
 */
export function planContactImport(
  rows: readonly ContactRow[],
  existing: readonly Contact[],
  doing: ContactDoing,
  file: string,
): readonly PlannedContact[] {
  const taken = new Set(existing.map(({ key }) => key))
  const seen = new Map<string, number>()
  return rows.map((read) => {
    const successor = successorOf(read.words.organisation, read.words.boroughs, read.words.role)
    const row = successor ? { ...read, words: succeeded(read.words, successor) } : read
    const mark = placeOf(row.words)
    const refused = wordsRefusal(row.words, doing.ownDomain)
    if (refused) return { row, successor, step: { does: 'refuse', code: refused } }
    if (seen.has(mark)) return { row, successor, step: { does: 'refuse', code: 'twice-in-file' } }
    seen.set(mark, row.line)
    const step = stepOf(row, existing, doing, taken, file)
    if (step.does === 'add') taken.add(step.contact.key)
    return { row, successor, step }
  })
}

/** The words of an entry after its body was replaced: who and where stay, what it is called does not. */
export function succeeded(words: ContactWords, successor: Successor): ContactWords {
  return { ...words, organisation: successor.becomes, role: successor.role ?? words.role }
}

function placeOf({ organisation, role, address, boroughs }: ContactWords): string {
  return [organisationName(organisation), roleName(role), address.toLowerCase(), [...boroughs].sort()].join(
    '|',
  )
}

function stepOf(
  row: ContactRow,
  existing: readonly Contact[],
  doing: ContactDoing,
  taken: ReadonlySet<string>,
  file: string,
): ContactStep {
  const there = sameEntry(row.words, existing)
  if (there) return againstEntry(row, there, doing, file)
  const place = existing.find((one) => samePlace(wordsOf(one), row.words))
  if (place?.address === '') return againstEntry(row, place, doing, file)
  if (place) return { does: 'refuse', code: 'somebody-else' }
  const added = newContact(row.words, doing, taken, {
    ...{ does: 'imported', what: file },
    confirmed: row.lastConfirmed,
  })
  return added.ok ? { does: 'add', contact: added.next } : { does: 'refuse', code: added.code }
}

function sameEntry(words: ContactWords, existing: readonly Contact[]): Contact | undefined {
  const address = words.address.toLowerCase()
  const role = roleName(words.role)
  const ofRole = existing.filter((one) => roleName(one.role) === role)
  return (
    ofRole.find((one) => address !== '' && one.address.toLowerCase() === address) ??
    ofRole.find(
      (one) =>
        words.name !== '' &&
        personName(one.name) === personName(words.name) &&
        organisationName(one.organisation) === organisationName(words.organisation),
    )
  )
}

function samePlace(one: ContactWords, other: ContactWords): boolean {
  return (
    organisationName(one.organisation) === organisationName(other.organisation) &&
    roleName(one.role) === roleName(other.role) &&
    (one.boroughs.length === 0 ||
      other.boroughs.length === 0 ||
      one.boroughs.some((borough) => other.boroughs.includes(borough)))
  )
}

/** A file that leaves a cell empty takes nothing away that is known here. */
function againstEntry(row: ContactRow, there: Contact, doing: ContactDoing, file: string): ContactStep {
  const before = wordsOf(there)
  const { words } = row
  const after: ContactWords = {
    ...words,
    boroughs: words.boroughs.length === 0 ? before.boroughs : words.boroughs,
    headquarters: words.headquarters.length === 0 ? before.headquarters : words.headquarters,
    sector: row.doubts.some(({ code }) => code === 'sector-guessed') ? before.sector : words.sector,
    deputyName: words.deputyName || before.deputyName,
    deputyAddress: words.deputyAddress || before.deputyAddress,
  }
  const what = changedFields(before, after)
  const confirmed = laterOf(there.lastConfirmed ?? null, row.lastConfirmed, doing.at.slice(0, 10))
  if (what.length === 0 && confirmed === (there.lastConfirmed ?? null))
    return { does: 'nothing', key: there.key }
  const next = {
    ...there,
    ...after,
    ...(confirmed !== null && {
      lastConfirmed: confirmed,
      keepUntil: after.address === '' ? null : keepUntil(confirmed, doing.rules),
    }),
    ...(after.address !== '' && { vacantSince: null }),
  }
  const line = withLine(next, doing, 'imported', [file, ...what].join(', '), '')
  return what.length === 0
    ? { does: 'confirm', key: there.key, next: line }
    : { does: 'change', key: there.key, next: line, what }
}

function laterOf(one: string | null, other: string | null, today: string): string | null {
  if (other === null || other > today) return one
  return one === null || other > one ? other : one
}

/** Whether anything would be written for a line. */
export function writes({ step }: PlannedContact): boolean {
  return step.does === 'add' || step.does === 'change' || step.does === 'confirm'
}

/** Doubts of a line that the person should see before it is brought in. */
export function hasDoubts({ row, successor }: PlannedContact): boolean {
  return successor !== null || row.doubts.some((one: ContactDoubt) => one.code !== 'sector-guessed')
}
