import { undecided } from '../../../src/domain/decisions.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import { recommendationStore } from '../../../src/graph/lists/recommendations.ts'
import { siteByPath } from '../../../src/graph/site.ts'
import { inTurn, refusal, type StubAnswer } from '../graphStub.ts'
import { type ListStub, once, startListStub } from '../listStub.ts'

const row: Recommendation = {
  key: 'protests-2021-03/4a',
  reportKey: 'protests-2021-03',
  number: '4a',
  numberInferred: false,
  order: 4,
  kind: 'recommendation',
  status: 'AMBER',
  text: 'Do it.',
  progress: 'Begun.',
  elements: [],
  due: [{ text: 'June 2021', verb: 'none', date: '2021-06-30', precision: 'month', purpose: '', tags: [] }],
  doubts: [],
  ownerPost: null,
  history: [],
  importedAs: 'abc',
  ...undecided,
}

let list: ListStub
beforeEach(async () => {
  list = await startListStub('Recommendations')
})
afterEach(() => list.stop())
const store = () => recommendationStore(list.site)
const gatewayTimeout = refusal(504, 'gatewayTimeout')
const methods = () => list.requests.filter((one) => one.method !== 'GET').map((one) => one.method)

describe('creating', () => {
  test('gives the row as it is in the list', async () => {
    const { row: stored, already } = await store().create(row)
    expect(already).toBe(false)
    expect(stored).toMatchObject({ id: '1', value: row })
    expect(list.rows.get('1')?.fields).toMatchObject({
      Title: 'Recommendation 4a',
      OpenDeadline: '2021-06-30',
    })
  })
  test('leaves a row alone that is there already, and says so', async () => {
    await store().create(row)
    const again = await store().create({ ...row, progress: 'Mine.' })
    expect(again).toMatchObject({ already: true, row: { value: { progress: 'Begun.' } } })
  })
  test.each([
    ['504 after the work was done', gatewayTimeout],
    ['a connection that broke after the work was done', 'lost' as const],
  ])('makes one row, and knows it as its own, on %s', async (_, answer) => {
    list.after = once('POST', answer)
    expect(await store().create(row)).toMatchObject({ already: false, row: { value: row } })
    expect(list.rows.size).toBe(1)
    expect(methods()).toEqual(['POST', 'POST'])
  })
  test('makes one row on 504 before the work was done', async () => {
    list.before = once('POST', gatewayTimeout)
    expect(await store().create(row)).toMatchObject({ already: false })
    expect(list.rows.size).toBe(1)
  })
  test('knows its row even when no answer ever came', async () => {
    list.after = ({ method }) => (method === 'POST' ? 'lost' : undefined)
    expect(await store().create(row)).toMatchObject({ already: false, row: { id: '1' } })
  })
})

describe('saving', () => {
  const next = { ...row, progress: 'Done.' }
  test('sends the etag and gives the new one', async () => {
    const { row: stored } = await store().create(row)
    const saved = await store().save(stored, next)
    expect(saved).toMatchObject({ ok: true, row: { value: { progress: 'Done.' } } })
    expect(saved.ok && saved.row.etag).not.toBe(stored.etag)
    expect(list.requests.find((one) => one.method === 'PATCH')?.headers['if-match']).toBe(stored.etag)
  })
  test("shows somebody else's save instead of overwriting it", async () => {
    const { row: stored } = await store().create(row)
    await store().save(stored, { ...row, progress: 'Theirs.' })
    const saved = await store().save(stored, next)
    expect(saved).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      theirs: { value: { progress: 'Theirs.' } },
    })
    expect(list.rows.get('1')?.fields.Progress).toBe('Theirs.')
  })
  test.each([
    ['504', gatewayTimeout],
    ['a broken connection', 'lost' as const],
  ])('recognises its own save on %s after the work was done', async (_, answer) => {
    const { row: stored } = await store().create(row)
    list.after = once('PATCH', answer)
    expect(await store().save(stored, next)).toMatchObject({
      ok: true,
      row: { value: { progress: 'Done.' } },
    })
    expect(list.rows.get('1')?.version).toBe(2)
  })
  test('says that nothing is known when the row cannot be looked at either', async () => {
    const { row: stored } = await store().create(row)
    list.before = () => 'lost'
    await expect(store().save(stored, next)).rejects.toMatchObject({ kind: 'unavailable' })
  })
  test('empties a field with null', async () => {
    const { row: stored } = await store().create(row)
    await store().save(stored, { ...row, status: 'CLOSED' })
    expect(list.rows.get('1')?.fields).not.toHaveProperty('OpenDeadline')
  })
  test.each([
    ['text', 'The text'],
    ['progress', 'The progress note'],
  ] as const)(
    'refuses a %s of 64,000 characters before sending, and says by how much',
    async (field, words) => {
      const { row: stored } = await store().create(row)
      const sentence = new RegExp(
        `^${words} .*64,000 characters; SharePoint keeps 63,999.* 1 too many.*still here`,
      )
      await expect(store().save(stored, { ...row, [field]: 'x'.repeat(64_000) })).rejects.toThrow(sentence)
      expect(methods()).toEqual(['POST'])
      expect(await store().save(stored, { ...row, [field]: 'x'.repeat(63_999) })).toMatchObject({ ok: true })
    },
  )
  test('counts the end of a line as two characters, as SharePoint does', async () => {
    const { row: stored } = await store().create(row)
    const lines = '\n'.repeat(32_000)
    await expect(store().save(stored, { ...row, text: lines })).rejects.toThrow(/64,000 characters/)
    expect(await store().save(stored, { ...row, text: lines.slice(1) })).toMatchObject({ ok: true })
  })
  test('refuses a line of 256 characters before sending, and sends one of 255', async () => {
    const { row: stored } = await store().create(row)
    await expect(store().save(stored, { ...row, number: 'x'.repeat(256) })).rejects.toThrow(/255 at most/)
    expect(methods()).toEqual(['POST'])
    expect(await store().save(stored, { ...row, number: 'x'.repeat(255) })).toMatchObject({ ok: true })
  })
  test.each([
    ['elements', 'The parts', [{ label: '', text: '', status: null, comment: 'x' }], 'comment'],
    [
      'due',
      'The history of the deadline',
      [{ text: 'x', verb: 'none', date: null, precision: null, purpose: '', tags: [] }],
      'text',
    ],
    ['doubts', 'The list of doubts', [{ code: '', message: 'x', line: 1 }], 'message'],
    ['links', 'The links', [{ kind: 'see', to: 'x', note: '' }], 'to'],
    ['evidence', 'The evidence', [{ title: 'x', link: '', at: '', by: '', byObject: '' }], 'title'],
  ] as const)(
    'refuses %s beyond what their column keeps, and takes what fits',
    async (field, words, [one], grows) => {
      const { row: stored } = await store().create(row)
      const frame = JSON.stringify([one]).length - 1
      const filled = (length: number) => ({
        ...row,
        [field]: [{ ...one, [grows]: 'x'.repeat(length - frame) }],
      })
      await expect(store().save(stored, filled(64_000))).rejects.toThrow(new RegExp(`^${words}.* 1 too many`))
      expect(methods()).toEqual(['POST'])
      expect(await store().save(stored, filled(63_999))).toMatchObject({ ok: true })
    },
  )
  test('refuses decisions beyond what their column keeps', async () => {
    const { row: stored } = await store().create(row)
    const frame = JSON.stringify({ rationale: '' }).length
    const filled = (length: number) => ({ ...row, rationale: 'x'.repeat(length - frame) })
    await expect(store().save(stored, filled(64_000))).rejects.toThrow(/^What was decided .* 1 too many/)
    expect(await store().save(stored, filled(63_999))).toMatchObject({ ok: true })
  })
})

describe('reading', () => {
  test('finds a row whose key has quotes and marks', async () => {
    const odd = { ...row, key: "o'neill & co/4#2" }
    await store().create(odd)
    expect((await store().byKey(odd.key))?.value.key).toBe(odd.key)
    expect(await store().byKey('nothing')).toBeNull()
  })
  test('shows a row that cannot be understood, with the reason', async () => {
    await store().create(row)
    list.rows.set('2', {
      version: 1,
      fields: { Key: 'b', ReportKey: 'r', Kind: 'recommendation', Status: 'PURPLE' },
    })
    list.rows.set('3', {
      version: 1,
      fields: { Key: 'c', ReportKey: 'r', Kind: 'recommendation', Status: 'RED', Due: '[{' },
    })
    const read = await store().all()
    expect(read.rows.map((one) => one.id)).toEqual(['1'])
    expect(read.unreadable).toEqual([
      { id: '2', reason: expect.stringMatching(/^Status: /) },
      { id: '3', reason: 'Due: is not the JSON it should be' },
    ])
    await expect(store().get('2')).rejects.toThrow(/Row 2 of the list Recommendations cannot be read/)
  })
  test('lets an outage be an outage, not an empty list', async () => {
    list.before = ({ path }) => (path.endsWith('/items') ? refusal(503, 'serviceUnavailable') : undefined)
    await expect(store().all()).rejects.toMatchObject({ kind: 'unavailable' })
  })
  test.each([
    ['everything', () => store().all()],
    ['changes', () => store().changesSince(null)],
    ['a key', () => store().byKey('x')],
    ['a new row', () => store().create(row)],
  ])('says how to get the lists when there are none and asked is %s', async (_what, ask) => {
    list.before = () => refusal(404, 'itemNotFound')
    await expect(ask()).rejects.toThrow(/npm run admin -- provision/)
  })
  test('addresses the list by its title, without looking for its id first', async () => {
    await store().all()
    expect(list.requests.map((request) => request.path)).toEqual([
      '/v1.0/sites/site-1/lists/Recommendations/items',
    ])
  })
  test('and the site by its path where its id is not known yet', async () => {
    await recommendationStore(siteByPath(list.client, 'contoso.example:/sites/x')).all()
    expect(list.requests[0]?.path).toBe('/v1.0/sites/contoso.example:/sites/x:/lists/Recommendations/items')
  })
})

describe('changes, page by page', () => {
  const fields = (key: string, status = 'RED') => ({
    Key: key,
    ReportKey: 'r',
    Kind: 'recommendation',
    Status: status,
  })
  const anItem = (id: string, more: object) => ({ id, eTag: `"${id},1"`, fields: more })
  const page = (value: readonly object[], link: object): StubAnswer => ({
    status: 200,
    body: { value, ...link },
  })
  const next = { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/more?token=1' }
  const end = { '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/more?token=2' }

  test('the answer at the end has the latest word about each row', async () => {
    const answers = inTurn(
      page([anItem('1', fields('a')), anItem('2', fields('b', 'PURPLE')), anItem('3', fields('c'))], next),
      page([anItem('2', fields('b')), anItem('1', fields('a', 'PURPLE')), { id: '3', deleted: {} }], end),
    )
    list.before = answers
    const seen: string[] = []
    const all = await store().changesSince(null, (one) => {
      seen.push(`${one.rows.map((each) => each.id)} ${one.last}`)
    })
    expect(seen).toEqual(['1,3 false', '2 true'])
    expect(all.rows.map((one) => one.id)).toEqual(['2'])
    expect(all.unreadable.map((one) => one.id)).toEqual(['1'])
    expect(all.removed).toEqual(['3'])
    expect(all.token).toBe(end['@odata.deltaLink'])
  })
})
