import { M365Error } from '../../src/domain/m365Error.ts'
import { sendBatch } from '../../src/graph/batch.ts'
import { type DeltaPage, deltaPages } from '../../src/graph/delta.ts'
import { readEverything } from '../../src/graph/pages.ts'
import { defaultRetryPolicy } from '../../src/graph/retry.ts'
import { openSite } from '../../src/graph/site.ts'
import { type GraphStub, inTurn, refusal, type StubRequest, startGraphStub } from './graphStub.ts'

let stub: GraphStub
afterEach(() => stub.stop())

describe('pages', () => {
  const pages = async () => {
    stub = await startGraphStub(({ query }) => {
      const page = Number(query.get('$skiptoken') ?? 0)
      const link = { '@odata.nextLink': `${stub.origin}/v1.0/things?$skiptoken=${page + 1}` }
      return { status: 200, body: { value: page === 1 ? [] : [page], ...(page < 2 ? link : {}) } }
    })
  }
  test('go on after an empty page that has a next link', async () => {
    await pages()
    expect(await readEverything(stub.client, '/things')).toEqual([0, 2])
  })
  test('tell how many came so far', async () => {
    await pages()
    const told: number[] = []
    await readEverything(stub.client, '/things', (soFar) => told.push(soFar))
    expect(told).toEqual([1, 1, 2])
  })
})

describe('changes', () => {
  const change = (id: string, more: object = {}) => ({ id, fields: {}, ...more })
  const gather = async (token: string | null) => {
    const pages: DeltaPage[] = []
    for await (const page of deltaPages(stub.client, '/d', token)) pages.push(page)
    return pages
  }
  const link = (token: number) => `${stub.origin}/v1.0/d?token=${token}`

  test('take the last occurrence of an item', async () => {
    const value = [change('1', { v: 1 }), change('2'), change('1', { v: 2 }), change('2', { deleted: {} })]
    stub = await startGraphStub(() => ({ status: 200, body: { value, '@odata.deltaLink': link(2) } }))
    expect(await gather(null)).toEqual([
      { items: [change('1', { v: 2 })], removed: ['2'], token: link(2), last: true, restarted: false },
    ])
  })

  test('come page by page, each with the token that goes on after it', async () => {
    stub = await startGraphStub(({ query }) => ({
      status: 200,
      body: query.has('token')
        ? { value: [change('2')], '@odata.deltaLink': link(9) }
        : { value: [change('1')], '@odata.nextLink': link(1) },
    }))
    expect((await gather(null)).map(({ token, last }) => [token, last])).toEqual([
      [link(1), false],
      [link(9), true],
    ])
    expect((await gather(link(1))).map(({ items }) => items)).toEqual([[change('2')]])
  })

  test('start anew when the token is too old', async () => {
    stub = await startGraphStub(({ query }) =>
      query.has('token')
        ? refusal(410, 'resyncChangesApplyDifferences')
        : { status: 200, body: { value: [change('1')], '@odata.deltaLink': link(3) } },
    )
    expect(await gather(link(1))).toMatchObject([{ restarted: true, items: [change('1')] }])
  })

  test('say so when not even the beginning can be read', async () => {
    stub = await startGraphStub(() => refusal(410, 'resyncChangesApplyDifferences'))
    await expect(gather(link(1))).rejects.toMatchObject({ status: 410 })
  })

  test('fail as a whole when a page fails', async () => {
    stub = await startGraphStub(() => refusal(403, 'accessDenied'))
    await expect(gather(null)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('batches', () => {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ method: 'GET' as const, url: `/things/${index}` }))
  const idsOf = (request: StubRequest) =>
    (request.body as { requests: { id: string; url: string }[] }).requests
  const noWait = async () => {}

  test('hold 20 parts at most and keep the order', async () => {
    stub = await startGraphStub((request) => ({
      status: 200,
      body: {
        responses: idsOf(request)
          .reverse()
          .map(({ id, url }) => ({ id, status: 200, body: url })),
      },
    }))
    const answers = await sendBatch(stub.client, parts(21))
    expect(stub.requests.map((request) => idsOf(request).length)).toEqual([20, 1])
    expect(answers.map((answer) => answer.body)).toEqual(parts(21).map((part) => part.url))
  })

  test('send a throttled part again, alone', async () => {
    let asked = 0
    stub = await startGraphStub((request) => {
      asked += 1
      const status = (id: string) => (asked === 1 && id === '2' ? 429 : 200)
      return {
        status: 200,
        body: {
          responses: idsOf(request).map(({ id }) => ({
            id,
            status: status(id),
            headers: { 'Retry-After': '1' },
          })),
        },
      }
    })
    const waits: number[] = []
    const answers = await sendBatch(stub.client, parts(3), defaultRetryPolicy, async (wait) => {
      waits.push(wait)
    })
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(stub.requests.map((request) => idsOf(request).map(({ id }) => id))).toEqual([
      ['1', '2', '3'],
      ['2'],
    ])
    expect(waits[0]).toBeGreaterThanOrEqual(1000)
  })

  test('leave it open what became of a part without an answer', async () => {
    stub = await startGraphStub(() => ({ status: 200, body: { responses: [] } }))
    const post = { method: 'POST' as const, url: '/things', body: {} }
    expect(await sendBatch(stub.client, [post], defaultRetryPolicy, noWait)).toEqual([
      { status: 504, body: null },
    ])
  })
})

describe('opening the site', () => {
  test('gives its id', async () => {
    stub = await startGraphStub(() => ({ status: 200, body: { id: 'host,1,2' } }))
    expect((await openSite(stub.client, 'host:/sites/a')).siteId).toBe('host,1,2')
  })
  test.each([
    [403, /not admitted/],
    [404, /no site/],
  ])('says what %i means', async (status, sentence) => {
    stub = await startGraphStub(inTurn(refusal(status, 'x')))
    const thrown = await openSite(stub.client, 'host:/sites/a').catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(M365Error)
    expect((thrown as M365Error).message).toMatch(sentence)
  })
})
