import type { Contact } from '../domain/contact.ts'
import { type ContactImportLine, type PlannedContact, writes } from '../domain/contactImport.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import type { ContactDirectory } from './directoryPorts.ts'
import type { Stored } from './ports.ts'

/** How an import goes on: asked before every line, told after it. */
export interface ImportWatch {
  readonly stopped: () => boolean
  readonly onProgress: (done: number, of: number) => void
}

/**
 * Brings the lines of a plan into the directory, one after the other, and says what became of each. A line that
 * fails is said and the rest goes on; somebody else's save in between is never overwritten. Importing the same file
 * again does what is left to do.
 * @param existing the entries that the plan was made against
 */
export async function importContacts(
  deps: { readonly contacts: Pick<ContactDirectory, 'create' | 'save'> },
  input: {
    readonly plan: readonly PlannedContact[]
    readonly existing: readonly Stored<Contact>[]
    readonly actor: Person
    readonly watch: ImportWatch
    readonly sayRefusal: (code: string) => string
  },
): Promise<readonly ContactImportLine[]> {
  const { plan, watch } = input
  const work = plan.filter(writes).length
  const byKey = new Map(input.existing.map((row) => [row.value.key, row]))
  const lines: ContactImportLine[] = []
  let done = 0
  for (const planned of plan) {
    const { line, words } = planned.row
    const said = { line, organisation: words.organisation, role: words.role }
    if (planned.step.does === 'refuse')
      lines.push({ ...said, outcome: 'refused', note: input.sayRefusal(planned.step.code) })
    else if (planned.step.does === 'nothing') lines.push({ ...said, outcome: 'unchanged', note: '' })
    else if (!mayInvite(input.actor) || watch.stopped())
      lines.push({ ...said, outcome: 'not-reached', note: 'Import the same file again to go on from here.' })
    else {
      lines.push({ ...said, ...(await bringIn(deps.contacts, planned, byKey)) })
      done += 1
      watch.onProgress(done, work)
    }
  }
  return lines
}

async function bringIn(
  contacts: Pick<ContactDirectory, 'create' | 'save'>,
  { step }: PlannedContact,
  byKey: ReadonlyMap<string, Stored<Contact>>,
): Promise<Pick<ContactImportLine, 'outcome' | 'note'>> {
  try {
    if (step.does === 'add') {
      const { already } = await contacts.create(step.contact)
      return already
        ? { outcome: 'refused', note: 'Somebody has added the same place in between.' }
        : { outcome: 'added', note: '' }
    }
    if (step.does !== 'change' && step.does !== 'confirm') return { outcome: 'unchanged', note: '' }
    const row = byKey.get(step.key)
    if (!row) return { outcome: 'failed', note: 'The entry is no longer there.' }
    const saved = await contacts.save(row, step.next)
    if (!saved.ok)
      return { outcome: 'failed', note: 'Somebody changed the entry in between; import the file again.' }
    return step.does === 'change'
      ? { outcome: 'changed', note: `Changed: ${step.what.join(', ')}.` }
      : { outcome: 'confirmed', note: '' }
  } catch (error) {
    return { outcome: 'failed', note: isM365Error(error) ? error.message : 'It could not be saved.' }
  }
}
