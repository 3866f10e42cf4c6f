import { M365Error } from '../../src/domain/m365Error.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { toM365Error } from '../../src/graph/failures.ts'
import { relativeAddress } from '../../src/graph/relativeAddress.ts'
import { Repeatable } from '../../src/graph/retryHandler.ts'
import { type GraphStub, inTurn, refusal, startGraphStub } from './graphStub.ts'

let stub: GraphStub
afterEach(() => stub.stop())

async function failure(request: Promise<unknown>): Promise<M365Error> {
  return request.then(
    () => {
      throw new Error('It did not fail.')
    },
    (thrown: unknown) => toM365Error(thrown),
  )
}

const ok = { status: 200, body: { id: '1' } }

test('sends the token and says who asks', async () => {
  stub = await startGraphStub(() => ok)
  await stub.client.api('/me').get()
  expect(stub.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer the-token',
    'user-agent': expect.stringMatching(/^NONISV\|/),
  })
  expect(stub.requests[0]?.path).toBe('/v1.0/me')
})

test('sends nothing to another server', async () => {
  stub = await startGraphStub(() => ok)
  const error = await failure(stub.client.api('https://elsewhere.example/v1.0/me').get())
  expect(error.message).toMatch(/another server/)
  expect(stub.requests).toEqual([])
})

describe('the length of an address', () => {
  const asking = (length: number) =>
    `/me?$filter=${'x'.repeat(length - `${stub.origin}/v1.0/me?$filter=`.length)}`

  test('of 8,000 characters is sent', async () => {
    stub = await startGraphStub(() => ok)
    await expect(stub.client.api(asking(8_000)).get()).resolves.toEqual({ id: '1' })
  })

  test('of 8,001 is not, and a sentence says so instead of waiting for ever', async () => {
    stub = await startGraphStub(() => ok)
    const error = await failure(stub.client.api(asking(8_001)).get())
    expect(error).toMatchObject({ code: 'address-too-long' })
    expect(error.message).toMatch(/8,001 characters, and 8,000 are taken at most. Nothing was sent/)
    expect(stub.requests).toEqual([])
  })
})

test('a list that is too large for a question is said to lack an index, not to be at fault', async () => {
  stub = await startGraphStub(() =>
    refusal(400, 'notSupported', 'The request is unprocessable because it uses too many resources'),
  )
  const error = await failure(stub.client.api('/me').get())
  expect(error.message).toMatch(/more than 5,000 rows.*No rows were lost.*"provision"/)
})

test('waits as long as a 429 asks, then succeeds', async () => {
  stub = await startGraphStub(inTurn(refusal(429, 'tooManyRequests', '', { 'Retry-After': '2' }), ok))
  await expect(stub.client.api('/me').get()).resolves.toEqual({ id: '1' })
  expect(stub.waits[0]).toBeGreaterThanOrEqual(2000)
})

test('gives up on a server that is busy for ever, with a sentence', async () => {
  stub = await startGraphStub(() => refusal(429, 'tooManyRequests'))
  const error = await failure(stub.client.api('/me').get())
  expect(error).toMatchObject({ kind: 'throttled', status: 429, requestId: 'request-1' })
  expect(stub.requests).toHaveLength(5)
})

test('asks again after a connection that broke', async () => {
  stub = await startGraphStub(inTurn('lost', ok))
  await expect(stub.client.api('/me').get()).resolves.toEqual({ id: '1' })
})

test('sends a POST only once when its answer is lost', async () => {
  stub = await startGraphStub(inTurn('lost', ok))
  const error = await failure(stub.client.api('/me/events').post({}))
  expect(error.kind).toBe('unavailable')
  expect(error.message).toMatch(/not known whether/)
  expect(stub.requests).toHaveLength(1)
})

test('sends a POST again whose repeat is recognised', async () => {
  stub = await startGraphStub(inTurn(refusal(504, 'gatewayTimeout'), ok))
  await stub.client.api('/me/events').middlewareOptions([new Repeatable()]).post({ a: 1 })
  expect(stub.requests.map((request) => request.body)).toEqual([{ a: 1 }, { a: 1 }])
})

test('counts an answer that takes too long as lost', async () => {
  stub = await startGraphStub(inTurn('silent', ok))
  const policy = { attempts: 2, patience: 1000, firstWait: 1, answerWithin: 50 }
  const client = createGraphClient({ origin: stub.origin, accessToken: async () => 'token', policy })
  await expect(client.api('/me').get()).resolves.toEqual({ id: '1' })
})

test('passes a failed sign-in on as it is', async () => {
  stub = await startGraphStub(() => ok)
  const refused = new M365Error('forbidden', 'Sign in again.')
  const client = createGraphClient({ origin: stub.origin, accessToken: () => Promise.reject(refused) })
  expect(await failure(client.api('/me').get())).toBe(refused)
})

test.each([
  [400, 'invalidRequest', 'is not indexed', 'unexpected'],
  [400, 'invalidRequest', 'A duplicate value was found', 'conflict'],
  [401, 'InvalidAuthenticationToken', '', 'forbidden'],
  [403, 'accessDenied', '', 'forbidden'],
  [404, 'itemNotFound', '', 'missing'],
  [409, 'nameAlreadyExists', '', 'conflict'],
  [410, 'resyncRequired', '', 'unexpected'],
  [412, 'resourceModified', '', 'conflict'],
  [500, 'generalException', '', 'unavailable'],
])('tells %i %s apart', async (status, code, message, kind) => {
  stub = await startGraphStub(() => refusal(status, code, message))
  expect(await failure(stub.client.api('/me').get())).toMatchObject({ kind, status, code })
})

test('says nothing that looks like a token', async () => {
  const token = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(40)}.${'b'.repeat(40)}`
  stub = await startGraphStub(() => refusal(400, 'invalidRequest', `Bearer ${token} is not good`))
  const error = await failure(stub.client.api('/me').get())
  expect(JSON.stringify({ ...error, message: error.message })).not.toContain('aaaa')
})

test('takes an absolute http link apart, which the Graph client cannot', () => {
  expect(relativeAddress('http://localhost:5170/v1.0/sites/a,b,c/lists?$skiptoken=x%3D1')).toBe(
    '/sites/a,b,c/lists?$skiptoken=x%3D1',
  )
})
