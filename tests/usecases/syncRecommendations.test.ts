import { M365Error } from '../../src/domain/m365Error.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Changes, ChangesPage } from '../../src/usecases/ports.ts'
import { type HeldRows, replaceRow, type SyncStep, syncRows } from '../../src/usecases/syncRecommendations.ts'
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

test('a row that has just been created stands at the end at once', () => {
  const next = replaceRow(held(['1', '2']), { ...row('3', 'new'), etag: '3-1' })
  expect(next.rows.map((one) => one.id)).toEqual(['1', '2', '3'])
})

test('a saved row takes the place of the held one and of no other', () => {
  const next = replaceRow(held(['1', '2']), { ...row('2', 'saved'), etag: '2-2' })
  expect(next.rows.map((one) => one.value.progress)).toEqual(['as read', 'saved'])
})

describe('a list that comes page by page', () => {
  const page = (ids: readonly string[], token: string, more: Partial<ChangesPage<Recommendation>> = {}) => ({
    rows: ids.map((id) => row(id)),
    removed: [],
    unreadable: [],
    token,
    restarted: false,
    last: false,
    ...more,
  })
  const numbers = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => String(from + index))

  /** Hands out pages one by one; `breaksAfter` of them the connection is lost. */
  function inPages(pages: readonly ChangesPage<Recommendation>[], breaksAfter = pages.length) {
    return {
      changesSince: async (
        _token: string | null,
        onPage?: (one: ChangesPage<Recommendation>) => void | Promise<void>,
      ) => {
        for (const one of pages.slice(0, breaksAfter)) await onPage?.(one)
        if (breaksAfter < pages.length) throw new M365Error('unavailable', 'It could not be reached.')
        const rows = new Map(pages.flatMap((one) => one.rows.map((each) => [each.id, each] as const)))
        const last = pages.at(-1) ?? page([], 'end')
        return { ...last, rows: [...rows.values()] }
      },
    }
  }
  const follow = () => {
    const steps: SyncStep<Recommendation>[] = []
    return { steps, onStep: (step: SyncStep<Recommendation>) => void steps.push(step) }
  }

  test('is shown from its first page on, and is whole with the last', async () => {
    const { steps, onStep } = follow()
    const pages = [page(['1', '2'], 'a'), page(['3', '4'], 'b'), page(['5'], 'end', { last: true })]
    const next = await syncRows({ store: inPages(pages), clock }, null, onStep)
    expect(steps.map(({ held: now }) => [now.rows.length, now.token, now.partial ?? false])).toEqual([
      [2, 'a', true],
      [4, 'b', true],
      [5, 'end', false],
    ])
    expect(steps.map((step) => [step.put.length, step.everything])).toEqual([
      [2, true],
      [2, false],
      [1, false],
    ])
    expect(next.partial).toBeUndefined()
  })

  test('goes on where it was broken off', async () => {
    const { steps, onStep } = follow()
    const pages = [page(['1', '2'], 'a'), page(['3', '4'], 'b')]
    await expect(syncRows({ store: inPages(pages, 1), clock }, null, onStep)).rejects.toThrow('reached')
    const kept = steps.at(-1)?.held ?? null
    expect([kept?.token, kept?.partial]).toEqual(['a', true])
    const rest = [page(['3', '4'], 'b', { last: true })]
    const next = await syncRows({ store: inPages(rest), clock }, kept)
    expect([idsOf(next.rows), next.partial]).toEqual([['1', '2', '3', '4'], undefined])
  })

  test('of 30,000 rows is drawn some twenty times, not once per page', async () => {
    const { steps, onStep } = follow()
    const pages = Array.from({ length: 150 }, (_, index) =>
      page(numbers(index * 200, 200), String(index), { last: index === 149 }),
    )
    const next = await syncRows({ store: inPages(pages), clock }, null, onStep)
    expect(next.rows).toHaveLength(30_000)
    expect(steps.length).toBeLessThan(25)
    expect(steps.reduce((sum, step) => sum + step.put.length, 0)).toBe(30_000)
  })

  test('and replaces all others is shown as one: a full list does not shrink to a page', async () => {
    const { steps, onStep } = follow()
    const pages = [page(['7'], 'a', { restarted: true }), page(['8'], 'end', { restarted: true, last: true })]
    await syncRows({ store: inPages(pages), clock }, held(['1', '2', '3']), onStep)
    expect(steps.map((step) => [idsOf(step.held.rows), step.everything])).toEqual([[['7', '8'], true]])
  })

  test('of a row that comes twice keeps the last word', async () => {
    const pages = [
      page(['1', '2', '3', '4', '5', '6'], 'a'),
      page(['7'], 'b'),
      page([], 'end', { removed: ['7'], unreadable: [{ id: '2', reason: 'broken' }], last: true }),
    ]
    const next = await syncRows({ store: inPages(pages), clock }, null)
    expect(idsOf(next.rows)).toEqual(['1', '3', '4', '5', '6'])
    expect(idsOf(next.unreadable)).toEqual(['2'])
  })

  test('does not lose what was saved meanwhile', async () => {
    const start = held(['1', '2'])
    const saved = replaceRow(start, { ...row('2', 'saved'), etag: '2-2' })
    const store = inPages([page(['3'], 'end', { last: true })])
    const next = await syncRows({ store, clock, current: () => saved }, start)
    expect(next.rows.map((one) => one.value.progress)).toEqual(['as read', 'saved', 'as read'])
  })
})
