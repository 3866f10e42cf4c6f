import { planContactImport } from '../../src/domain/contactImport.ts'
import type { ContactRow } from '../../src/domain/contactRows.ts'
import { importContacts } from '../../src/usecases/importContacts.ts'
import {
  aContact,
  coordinator,
  type DirectoryShelf,
  directoryShelf,
  someWords,
} from '../support/directory.ts'
import { amira, ruth } from '../support/exercises.ts'

const doing = { ...coordinator, at: '2021-06-01T09:00:00.000Z' }
const row = (number: number, changes: Partial<ContactRow['words']> = {}): ContactRow => ({
  line: number + 1,
  words: someWords({ address: `p${number}@camden.example`, organisation: `Council ${number}`, ...changes }),
  lastConfirmed: null,
  doubts: [],
})
const three = [row(1), row(2), row(3)]

async function bringIn(contacts: DirectoryShelf, rows: readonly ContactRow[], more = {}) {
  const existing = await contacts.rows()
  const plan = planContactImport(
    rows,
    existing.map(({ value }) => value),
    doing,
    'partners.csv',
  )
  const progress: string[] = []
  const lines = await importContacts(
    { contacts },
    {
      ...{ plan, existing, actor: ruth, sayRefusal: (code: string) => code },
      watch: { stopped: () => false, onProgress: (done, of) => void progress.push(`${done}/${of}`) },
      ...more,
    },
  )
  return { outcomes: lines.map(({ outcome }) => outcome), lines, progress }
}

describe('importing partners', () => {
  it('brings in every line and says how far it is', async () => {
    const contacts = directoryShelf()
    const { outcomes, progress } = await bringIn(contacts, three)
    expect(outcomes).toEqual(['added', 'added', 'added'])
    expect(progress).toEqual(['1/3', '2/3', '3/3'])
    expect(await contacts.rows()).toHaveLength(3)
  })

  it('does nothing the second time', async () => {
    const contacts = directoryShelf()
    await bringIn(contacts, three)
    expect((await bringIn(contacts, three)).outcomes).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await contacts.rows()).toHaveLength(3)
  })

  it('stops where it is told to, and goes on from there the next time', async () => {
    const contacts = directoryShelf()
    let asked = 0
    const watch = { stopped: () => asked++ > 0, onProgress: () => undefined }
    expect((await bringIn(contacts, three, { watch })).outcomes).toEqual([
      'added',
      'not-reached',
      'not-reached',
    ])
    expect((await bringIn(contacts, three)).outcomes).toEqual(['unchanged', 'added', 'added'])
  })

  it('says the lines that are refused and brings in the rest', async () => {
    const { lines } = await bringIn(directoryShelf(), [row(1, { address: 'nobody' }), row(2)])
    expect(lines).toMatchObject([
      { line: 2, outcome: 'refused', note: 'bad-address' },
      { line: 3, outcome: 'added' },
    ])
  })

  it('never overwrites what somebody saved since the plan was made', async () => {
    const there = aContact({ key: 'there', organisation: 'Council 1', address: 'p1@camden.example' })
    const contacts = directoryShelf({ ...there, role: 'Director of Education' })
    const existing = await contacts.rows()
    contacts.list.change('1', (value) => ({ ...value, name: 'Theirs' }))
    const plan = planContactImport(
      three.slice(0, 1),
      existing.map(({ value }) => value),
      doing,
      'f',
    )
    const { outcomes } = await bringIn(contacts, [], { plan, existing })
    expect(outcomes).toEqual(['failed'])
    expect((await contacts.rows())[0]?.value.name).toBe('Theirs')
  })

  it('says a line that failed and goes on with the others', async () => {
    const contacts = directoryShelf()
    contacts.list.goOffline()
    const existing: never[] = []
    const plan = planContactImport(three, [], doing, 'f')
    const { outcomes } = await (async () => {
      const lines = await importContacts(
        { contacts },
        {
          ...{ plan, existing, actor: ruth, sayRefusal: String },
          watch: { stopped: () => false, onProgress: (done) => done === 1 && contacts.list.recover() },
        },
      )
      return { outcomes: lines.map(({ outcome }) => outcome) }
    })()
    expect(outcomes).toEqual(['failed', 'added', 'added'])
  })

  it('writes nothing for somebody who may not', async () => {
    const contacts = directoryShelf()
    expect((await bringIn(contacts, three, { actor: amira })).outcomes).toEqual([
      'not-reached',
      'not-reached',
      'not-reached',
    ])
    expect(await contacts.rows()).toEqual([])
  })
})
