import type { Recommendation } from '../../../src/domain/recommendation.ts'
import { recommendationStore } from '../../../src/graph/lists/recommendations.ts'
import type { Attempted } from '../../../src/usecases/ports.ts'
import { aRecommendation } from '../../support/register.ts'
import { refusal } from '../graphStub.ts'
import { type ListStub, once, startListStub } from '../listStub.ts'

let list: ListStub
beforeEach(async () => {
  list = await startListStub('Recommendations')
})
afterEach(() => list.stop())

const store = () => recommendationStore(list.site)
const rows = (count: number, changes: Partial<Recommendation> = {}) =>
  Array.from({ length: count }, (_, index) => aRecommendation({ number: String(index + 1), ...changes }))
const batches = () =>
  list.requests
    .filter(({ path }) => path.endsWith('/$batch'))
    .map(({ body }) => (body as { requests: readonly unknown[] }).requests.length)
const numbers = (attempts: readonly Attempted<{ row: { value: Recommendation } }>[]) =>
  attempts.map((one) => (one.ok ? one.value.row.value.number : one.error.kind))

describe('creating many', () => {
  test('sends 20 at a time and answers in the order of the values', async () => {
    const created = await store().createMany(rows(45))
    expect(batches().sort()).toEqual([20, 20, 5])
    expect(numbers(created)).toEqual(rows(45).map(({ number }) => number))
    expect(list.rows.size).toBe(45)
  })
  test('sends less than two million characters at a time', async () => {
    await store().createMany(
      rows(8, {
        text: 'x'.repeat(63_000),
        progress: 'y'.repeat(63_000),
        elements: [{ label: '', text: 'z'.repeat(60_000), status: null, comment: '' }],
        rationale: 'r'.repeat(60_000),
      }),
    )
    const sizes = list.requests
      .filter(({ path }) => path.endsWith('/$batch'))
      .map(({ body }) => JSON.stringify(body).length)
    expect(Math.max(...sizes)).toBeLessThan(2_100_000)
    expect(list.rows.size).toBe(8)
  })
  test('gives a row that is there already, and makes the others', async () => {
    await store().create(aRecommendation({ number: '2', progress: 'Theirs.' }))
    const created = await store().createMany(rows(3, { progress: 'Ours.' }))
    expect(created.map((one) => one.ok && [one.value.already, one.value.row.value.progress])).toEqual([
      [false, 'Ours.'],
      [true, 'Theirs.'],
      [false, 'Ours.'],
    ])
  })
  test('waits and sends a throttled part again, alone', async () => {
    let refused = 0
    list.before = ({ path }) => {
      if (!path.endsWith('/items') || refused > 0) return undefined
      refused += 1
      return refusal(429, 'tooManyRequests', '', { 'Retry-After': '0' })
    }
    expect(numbers(await store().createMany(rows(3)))).toEqual(['1', '2', '3'])
    expect(batches()).toEqual([3, 1])
  })
  test('knows its own row when the answer to a part was lost after the work', async () => {
    list.after = once('POST', refusal(504, 'gatewayTimeout'))
    const created = await store().createMany(rows(3))
    expect(created.map((one) => one.ok && one.value.already)).toEqual([false, false, false])
    expect(list.rows.size).toBe(3)
  })
  test('knows all its rows when the answer to the whole batch was lost after the work', async () => {
    list.after = ({ path }) => (path.endsWith('/$batch') ? 'lost' : undefined)
    const created = await store().createMany(rows(3))
    expect(created.map((one) => one.ok && one.value.already)).toEqual([false, false, false])
    expect(list.rows.size).toBe(3)
  })
  test('a row that is too long fails alone, before anything is sent of it', async () => {
    const [first, second] = rows(2)
    if (!first || !second) throw new Error('no rows')
    const created = await store().createMany([{ ...first, text: 'x'.repeat(64_000) }, second])
    expect(numbers(created)).toEqual(['unexpected', '2'])
    expect(batches()).toEqual([1])
  })
  test('asks no further once nothing answers', async () => {
    list.before = () => 'lost'
    expect(new Set(numbers(await store().createMany(rows(20))))).toEqual(new Set(['unavailable']))
    expect(list.requests.filter(({ method }) => method === 'GET').length).toBeLessThan(10)
  })
  test('nothing asked is nothing sent', async () => {
    expect(await store().createMany([])).toEqual([])
    expect(list.requests).toEqual([])
  })
})

describe('saving many', () => {
  async function held(count: number) {
    await store().createMany(rows(count))
    return (await store().all()).rows
  }
  const done = (row: { value: Recommendation }) => ({ ...row.value, progress: 'Done.' })

  test('sends each under its own etag and gives the new ones', async () => {
    const before = await held(3)
    const saved = await store().saveMany(before.map((row) => ({ row, next: done(row) })))
    expect(saved.map((one) => one.ok && one.value.ok && one.value.row.value.progress)).toEqual([
      'Done.',
      'Done.',
      'Done.',
    ])
    expect(saved.map((one) => one.ok && one.value.ok && one.value.row.etag)).not.toContain(before[0]?.etag)
  })
  test('shows the row that somebody else saved, and saves the others', async () => {
    const before = await held(3)
    const [, second] = before
    if (second) await store().save(second, { ...second.value, progress: 'Theirs.' })
    const saved = await store().saveMany(before.map((row) => ({ row, next: done(row) })))
    expect(saved.map((one) => one.ok && one.value.ok)).toEqual([true, false, true])
    expect(saved[1]).toMatchObject({
      value: { code: 'changed-meanwhile', theirs: { value: { progress: 'Theirs.' } } },
    })
    expect(list.rows.get('2')?.fields.Progress).toBe('Theirs.')
  })
  test('knows its own save when the answer was lost after the work', async () => {
    const before = await held(2)
    list.after = once('PATCH', refusal(504, 'gatewayTimeout'))
    const saved = await store().saveMany(before.map((row) => ({ row, next: done(row) })))
    expect(saved.map((one) => one.ok && one.value.ok)).toEqual([true, true])
    expect([...list.rows.values()].map(({ version }) => version)).toEqual([2, 2])
  })
  test('a row that is gone fails alone', async () => {
    const before = await held(2)
    list.rows.delete('1')
    const saved = await store().saveMany(before.map((row) => ({ row, next: done(row) })))
    expect(saved.map((one) => (one.ok ? 'saved' : one.error.kind))).toEqual(['missing', 'saved'])
  })
})
