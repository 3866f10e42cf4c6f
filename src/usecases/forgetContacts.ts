import { ukDay } from '../domain/calendarDays.ts'
import type { Contact } from '../domain/contact.ts'
import { changedFields, withLine, wordsOf } from '../domain/contactChange.ts'
import { keepUntil } from '../domain/partnerDirectory.ts'
import { mayInvite } from '../domain/roles.ts'
import { type DirectoryActor, doingOf } from './changeContact.ts'
import type { ContactDirectory } from './directoryPorts.ts'
import type { Clock, Stored } from './ports.ts'

/** What became of the entries that were to be taken away; those not named were not reached. */
export interface Forgotten {
  readonly gone: readonly string[]
  /** Entries that somebody saved in between, so that they were left. */
  readonly changed: readonly Stored<Contact>[]
}

/**
 * Takes entries away, person and all. SharePoint keeps them in its recycle bin for another 93 days. Stops at the
 * first failure with `M365Error`; what is gone by then stays gone, and the call may be repeated with the rest.
 * @param input.rows as they were shown: an entry that was saved since is left and handed back
 */
export async function forgetContacts(
  deps: { readonly contacts: Pick<ContactDirectory, 'remove'> },
  input: Pick<DirectoryActor, 'actor'> & {
    readonly rows: readonly Stored<Contact>[]
    readonly onGone?: (id: string) => void
  },
): Promise<{ readonly ok: true; readonly forgotten: Forgotten } | { readonly ok: false }> {
  if (!mayInvite(input.actor)) return { ok: false }
  const gone: string[] = []
  const changed: Stored<Contact>[] = []
  for (const row of input.rows) {
    const removed = await deps.contacts.remove(row)
    if (!removed.ok) {
      changed.push(removed.theirs)
      continue
    }
    gone.push(row.id)
    input.onGone?.(row.id)
  }
  return { ok: true, forgotten: { gone, changed } }
}

export type MergeOutcome =
  | { readonly ok: true; readonly row: Stored<Contact>; readonly gone: readonly string[] }
  | { readonly ok: false; readonly code: 'coordinators-only' }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Contact> }

/**
 * Makes several entries one: the kept one takes over the boroughs, headquarters and deputy that it lacks, and the
 * others go. The kept one is saved first, so that a merge that breaks off loses nothing and may be repeated. Throws
 * `M365Error`.
 */
export async function mergeContacts(
  deps: {
    readonly contacts: Pick<ContactDirectory, 'save' | 'remove'>
    readonly clock: Pick<Clock, 'now'>
  },
  input: DirectoryActor & { readonly keep: Stored<Contact>; readonly others: readonly Stored<Contact>[] },
): Promise<MergeOutcome> {
  if (!mayInvite(input.actor)) return { ok: false, code: 'coordinators-only' }
  const doing = await doingOf(deps.clock, input)
  const merged = mergedEntry(
    input.keep.value,
    input.others.map(({ value }) => value),
  )
  const today = ukDay(doing.at)
  const next = withLine(
    { ...merged, lastConfirmed: today, keepUntil: keepUntil(today, doing.rules) },
    doing,
    'merged',
    changedFields(wordsOf(input.keep.value), wordsOf(merged)).join(', '),
    '',
  )
  const saved = await deps.contacts.save(input.keep, next)
  if (!saved.ok) return { ok: false, code: 'changed-meanwhile', theirs: saved.theirs }
  const gone: string[] = []
  for (const row of input.others) {
    const removed = await deps.contacts.remove(row)
    if (!removed.ok) return { ok: false, code: 'changed-meanwhile', theirs: removed.theirs }
    gone.push(row.id)
  }
  return { ok: true, row: saved.row, gone }
}

/** The kept entry with what the others know beyond it. Serving the whole of London is more than any borough. */
export function mergedEntry(keep: Contact, others: readonly Contact[]): Contact {
  const all = [keep, ...others]
  const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]
  const boroughs = all.some((one) => one.boroughs.length === 0) ? [] : union(all.map((one) => one.boroughs))
  const deputy = all.find((one) => one.deputyAddress && one.deputyAddress !== keep.address)
  return {
    ...keep,
    boroughs,
    headquarters: union(all.map((one) => one.headquarters ?? [])),
    ...(deputy && { deputyName: deputy.deputyName ?? '', deputyAddress: deputy.deputyAddress ?? '' }),
  }
}
