import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Changes } from '../../src/usecases/ports.ts'
import { type HeldRows, replaceRow, syncRows } from '../../src/usecases/syncRecommendations.ts'
import { aRecommendation, MemoryRecommendations, standingClock } from '../support/register.ts'

const clock = standingClock()

function row(id: string, progress = 'as read') {
  return { id, etag: `${id}-1`, value: aRecommendation({ number: id, progress }) }
}

function held(ids: readonly string[], unreadable: readonly string[] = []): HeldRows<Recommendation> {
  return {
    rows: ids.map((id) => row(id)),
    unreadable: unreadable.map((id) => ({ id, reason: 'broken' })),
    token: 'old',
    readAt: '2021-05-31T08:00:00.000Z',
  }
}

function answering(changes: Partial<Changes<Recommendation>>) {
  const asked: (string | null)[] = []
  const store = {
    changesSince: async (token: string | null) => {
      asked.push(token)
      return { rows: [], removed: [], unreadable: [], token: 'new', restarted: false, ...changes }
    },
  }
  return { store, asked }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map((one) => one.id)

test('asks for everything when nothing is held, and only for changes when something is', async () => {
  const { store, asked } = answering({})
  await syncRows({ store, clock }, null)
  await syncRows({ store, clock }, held(['1']))
  expect(asked).toEqual([null, 'old'])
})

test('keeps the new token and the moment of reading', async () => {
  const next = await syncRows({ store: answering({}).store, clock }, held(['1']))
  expect(next).toMatchObject({ token: 'new', readAt: '2021-06-01T08:00:00.000Z' })
})

describe('what changed is brought together with what is held', () => {
  test.each<[string, Partial<Changes<Recommendation>>, readonly string[], readonly string[]]>([
    ['nothing changed', {}, ['1', '2'], ['9']],
    ['a row changed, in its place', { rows: [row('1', 'new')] }, ['1', '2'], ['9']],
    ['a row is new, at the end', { rows: [row('3')] }, ['1', '2', '3'], ['9']],
    ['a row was removed', { removed: ['1'] }, ['2'], ['9']],
    ['an unreadable row was removed', { removed: ['9'] }, ['1', '2'], []],
    ['a row turned unreadable', { unreadable: [{ id: '2', reason: 'now broken' }] }, ['1'], ['9', '2']],
    ['an unreadable row was mended', { rows: [row('9')] }, ['1', '2', '9'], []],
    ['the token was too old', { restarted: true, rows: [row('7')] }, ['7'], []],
  ])('%s', async (_what, changes, rows, unreadable) => {
    const next = await syncRows({ store: answering(changes).store, clock }, held(['1', '2'], ['9']))
    expect(idsOf(next.rows)).toEqual(rows)
    expect(idsOf(next.unreadable)).toEqual(unreadable)
  })

  test('the changed row has its new content', async () => {
    const { store } = answering({ rows: [row('1', 'new')] })
    const next = await syncRows({ store, clock }, held(['1', '2']))
    expect(next.rows[0]?.value.progress).toBe('new')
  })
})

test('an outage throws, and what is held stays as it was', async () => {
  const store = new MemoryRecommendations([aRecommendation()])
  const before = await syncRows({ store, clock }, null)
  store.goOffline()
  await expect(syncRows({ store, clock }, before)).rejects.toThrow('could not be reached')
  expect(before.rows).toHaveLength(1)
})

test('a saved row takes the place of the held one and of no other', () => {
  const next = replaceRow(held(['1', '2']), { ...row('2', 'saved'), etag: '2-2' })
  expect(next.rows.map((one) => one.value.progress)).toEqual(['as read', 'saved'])
})
