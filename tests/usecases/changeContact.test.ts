import { M365Error } from '../../src/domain/m365Error.ts'
import { addContact, changeContact } from '../../src/usecases/changeContact.ts'
import { forgetContacts, mergeContacts } from '../../src/usecases/forgetContacts.ts'
import { aContact, coordinator, directoryShelf, someWords } from '../support/directory.ts'
import { amira, june } from '../support/exercises.ts'

const clock = june
const first = async (contacts: ReturnType<typeof directoryShelf>) => {
  const [row] = await contacts.rows()
  if (!row) throw new Error('the directory is empty')
  return row
}

describe('adding a partner', () => {
  const add = (contacts: ReturnType<typeof directoryShelf>, words = someWords()) =>
    addContact({ contacts, clock }, { ...coordinator, words, from: 'typed in' })

  it('keeps who, when and where from', async () => {
    const contacts = directoryShelf()
    expect(await add(contacts)).toMatchObject({
      ok: true,
      row: { value: { history: [{ at: await june.now(), by: 'Ruth Mbeki', what: 'typed in' }] } },
    })
  })

  it('refuses a person who is there for the role, whatever the case of the address', async () => {
    const contacts = directoryShelf()
    await add(contacts)
    const again = await add(contacts, someWords({ address: 'ADA.ROWE@camden.example' }))
    expect(again).toEqual({ ok: false, code: 'already-there' })
    expect(await contacts.rows()).toHaveLength(1)
  })

  it('takes the same person for another role, and another person for the same role', async () => {
    const contacts = directoryShelf()
    await add(contacts)
    expect((await add(contacts, someWords({ role: 'Head of Schools' }))).ok).toBe(true)
    expect((await add(contacts, someWords({ name: 'B', address: 'b@camden.example' }))).ok).toBe(true)
    const keys = (await contacts.rows()).map(({ value }) => value.key)
    expect(new Set(keys).size).toBe(3)
  })
})

describe('changing a partner', () => {
  it('is refused with their version when somebody saved in between', async () => {
    const contacts = directoryShelf(aContact())
    const { id, etag } = await first(contacts)
    contacts.list.change(id, (value) => ({ ...value, name: 'Theirs' }))
    const outcome = await changeContact(
      { contacts, clock },
      { ...coordinator, id, etag, deed: { does: 'left', why: 'Retired' } },
    )
    expect(outcome).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      theirs: { value: { name: 'Theirs' } },
    })
  })

  it('may be repeated after a lost answer', async () => {
    const contacts = directoryShelf(aContact())
    const { id, etag } = await first(contacts)
    const confirm = () =>
      changeContact({ contacts, clock }, { ...coordinator, id, etag, deed: { does: 'confirm' } })
    contacts.list.loseNextAnswer()
    await expect(confirm()).rejects.toBeInstanceOf(M365Error)
    expect(await confirm()).toMatchObject({ ok: true, row: { value: { lastConfirmed: '2021-06-01' } } })
    expect((await first(contacts)).value.history).toHaveLength(1)
  })
})

describe('taking partners away', () => {
  it('takes those that were shown, and leaves one that was saved in between', async () => {
    const contacts = directoryShelf(aContact({ key: 'a' }), aContact({ key: 'b' }))
    const rows = await contacts.rows()
    contacts.list.change('2', (value) => ({ ...value, lastConfirmed: '2021-06-01' }))
    const outcome = await forgetContacts({ contacts }, { actor: coordinator.actor, rows })
    expect(outcome).toMatchObject({ ok: true, forgotten: { gone: ['1'], changed: [{ id: '2' }] } })
    expect((await contacts.rows()).map(({ id }) => id)).toEqual(['2'])
  })

  it('counts what is gone already as gone', async () => {
    const contacts = directoryShelf(aContact())
    const rows = await contacts.rows()
    contacts.list.remove('1')
    const outcome = await forgetContacts({ contacts }, { actor: coordinator.actor, rows })
    expect(outcome).toMatchObject({ ok: true, forgotten: { gone: ['1'], changed: [] } })
  })

  it('is for coordinators only', async () => {
    const contacts = directoryShelf(aContact())
    expect(await forgetContacts({ contacts }, { actor: amira, rows: await contacts.rows() })).toEqual({
      ok: false,
    })
    expect(await contacts.rows()).toHaveLength(1)
  })
})

describe('making two entries one', () => {
  const keep = aContact({ key: 'keep', boroughs: ['Camden'], deputyName: '', deputyAddress: '' })
  const other = aContact({ key: 'other', boroughs: ['Barnet'], headquarters: ['Barnet'] })

  it('keeps one with the boroughs, headquarters and deputy of both', async () => {
    const contacts = directoryShelf(keep, other)
    const [kept, gone] = await contacts.rows()
    if (!kept || !gone) throw new Error('two entries are wanted')
    const outcome = await mergeContacts({ contacts, clock }, { ...coordinator, keep: kept, others: [gone] })
    expect(outcome).toMatchObject({ ok: true, gone: ['2'] })
    expect(await contacts.rows()).toMatchObject([
      {
        value: {
          key: 'keep',
          boroughs: ['Camden', 'Barnet'],
          headquarters: ['Barnet'],
          deputyName: 'Dev Ray',
          history: [{ does: 'merged' }],
        },
      },
    ])
  })

  it('loses nothing when somebody saved the kept one in between', async () => {
    const contacts = directoryShelf(keep, other)
    const [kept, gone] = await contacts.rows()
    if (!kept || !gone) throw new Error('two entries are wanted')
    contacts.list.change('1', (value) => ({ ...value, name: 'Theirs' }))
    const outcome = await mergeContacts({ contacts, clock }, { ...coordinator, keep: kept, others: [gone] })
    expect(outcome).toMatchObject({ ok: false, code: 'changed-meanwhile' })
    expect(await contacts.rows()).toHaveLength(2)
  })
})
