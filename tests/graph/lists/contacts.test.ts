import { contactStore } from '../../../src/graph/lists/contacts.ts'
import { aContact } from '../../support/directory.ts'
import { refusal } from '../graphStub.ts'
import { type ListStub, once, startListStub } from '../listStub.ts'

let list: ListStub
beforeEach(async () => {
  list = await startListStub('Contacts')
})
afterEach(() => list.stop())

async function added() {
  const store = contactStore(list.site)
  const { row } = await store.create(aContact())
  return { store, row }
}

describe('taking an entry of the directory away', () => {
  test('names the version that was seen, and it is gone', async () => {
    const { store, row } = await added()
    expect(await store.remove(row)).toEqual({ ok: true })
    expect(list.requests.at(-1)?.headers['if-match']).toBe(row.etag)
    expect((await store.all()).rows).toEqual([])
  })

  test('leaves an entry that somebody saved since, and hands it back', async () => {
    const { store, row } = await added()
    await store.save(row, aContact({ name: 'Theirs' }))
    expect(await store.remove(row)).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      theirs: { value: { name: 'Theirs' } },
    })
    expect((await store.all()).rows).toHaveLength(1)
  })

  test('is done when it was gone already', async () => {
    const { store, row } = await added()
    await store.remove(row)
    expect(await store.remove(row)).toEqual({ ok: true })
  })

  test('fails with what Microsoft 365 said otherwise', async () => {
    const { store, row } = await added()
    list.before = once('DELETE', refusal(403, 'accessDenied'))
    await expect(store.remove(row)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await store.all()).rows).toHaveLength(1)
  })
})
