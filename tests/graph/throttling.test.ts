import { sendBatch } from '../../src/graph/batch.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { toM365Error } from '../../src/graph/failures.ts'
import { defaultRetryPolicy } from '../../src/graph/retry.ts'
import { ThrottleGate } from '../../src/graph/throttleGate.ts'
import { workloadOf } from '../../src/graph/workload.ts'
import {
  type GraphStub,
  inTurn,
  refusal,
  type StubAnswer,
  type StubRequest,
  startGraphStub,
} from './graphStub.ts'

const ok = { status: 200, body: { id: '1' } }
const busy = (retryAfter: string) => refusal(429, 'tooManyRequests', '', { 'Retry-After': retryAfter })

/** A client whose time passes only while it waits. */
async function sceneOf(answer: (request: StubRequest) => StubAnswer) {
  const stub = await startGraphStub(answer)
  let clock = Date.parse('2021-06-01T09:00:00Z')
  const log: string[] = []
  const client = createGraphClient({
    origin: stub.origin,
    accessToken: async () => 'token',
    now: () => clock,
    wait: async (milliseconds) => {
      log.push(`waits ${Math.floor(milliseconds / 1000)} s`)
      const until = clock + milliseconds
      await new Promise((resolve) => setImmediate(resolve))
      clock = Math.max(clock, until)
    },
  })
  return { stub, client, log, pass: (milliseconds: number) => (clock += milliseconds) }
}

let stub: GraphStub | undefined
afterEach(() => stub?.stop())

describe('a wait that one call was asked for is everybody’s', () => {
  test('a call to the same workload waits as well, and is not sent before', async () => {
    const scene = await sceneOf(inTurn(busy('20'), ok))
    stub = scene.stub
    const first = scene.client.api('/sites/a/lists').get()
    while (stub.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await Promise.all([first, scene.client.api('/sites/b/lists').get()])
    expect(scene.log.every((line) => /waits 2[01] s/.test(line))).toBe(true)
  })

  test('a call that begins while the wait lasts waits for the rest of it', async () => {
    const scene = await sceneOf(inTurn(busy('60'), ok))
    stub = scene.stub
    await scene.client
      .api('/sites/a')
      .get()
      .catch(() => undefined)
    expect(scene.log).toEqual([])
    scene.pass(40_000)
    await scene.client.api('/sites/b').get()
    expect(scene.log).toEqual(['waits 20 s'])
  })

  test.each([
    ['another workload', '/me/events'],
    ['the directory', '/users'],
  ])('%s goes on', async (_what, address) => {
    const scene = await sceneOf(inTurn(busy('60'), ok))
    stub = scene.stub
    await scene.client
      .api('/sites/a')
      .get()
      .catch(() => undefined)
    await scene.client.api(address).get()
    expect(scene.log).toEqual([])
  })

  test('a call that would have to wait longer than a person does is not sent, and says so', async () => {
    const scene = await sceneOf(inTurn(busy('120'), ok))
    stub = scene.stub
    await scene.client
      .api('/sites/a')
      .get()
      .catch(() => undefined)
    const error = toM365Error(
      await scene.client
        .api('/sites/b')
        .get()
        .catch((thrown: unknown) => thrown),
    )
    expect(error).toMatchObject({ kind: 'throttled', status: 429 })
    expect(error.message).toMatch(/Try again in a few minutes/)
    expect(stub.requests).toHaveLength(1)
    scene.pass(90_001)
    await scene.client.api('/sites/b').get()
    expect(stub.requests).toHaveLength(2)
  })

  test('a server that asks for a day is believed for ten minutes', async () => {
    const scene = await sceneOf(inTurn(busy('86400'), ok))
    stub = scene.stub
    await scene.client
      .api('/sites/a')
      .get()
      .catch(() => undefined)
    scene.pass(600_000)
    await scene.client.api('/sites/a').get()
    expect(scene.log).toEqual([])
  })

  test('503 with Retry-After closes the workload too, 504 does not', async () => {
    const scene = await sceneOf(inTurn(refusal(503, 'x', '', { 'Retry-After': '60' }), refusal(504, 'x'), ok))
    stub = scene.stub
    await scene.client
      .api('/sites/a')
      .get()
      .catch(() => undefined)
    scene.pass(55_000)
    await scene.client.api('/sites/b').get()
    expect(scene.log).toEqual([expect.stringMatching(/waits 5 s/), expect.stringMatching(/waits [01] s/)])
  })

  test('a part of a batch that was throttled makes the others wait', async () => {
    const answers = (status: number) => ({
      status: 200,
      body: { responses: [{ id: '1', status, headers: { 'Retry-After': '60' }, body: {} }] },
    })
    stub = await startGraphStub(inTurn(answers(429), ok))
    await sendBatch(
      stub.client,
      [{ method: 'GET', url: '/sites/a/lists' }],
      defaultRetryPolicy,
      async () => {},
    )
    const error = toM365Error(
      await stub.client
        .api('/sites/b')
        .get()
        .catch((thrown: unknown) => thrown),
    )
    expect(error.kind).toBe('throttled')
    expect(stub.requests).toHaveLength(1)
  })
})

test('a write whose answer was lost is not called unchanged when a later try is throttled', async () => {
  const scene = await sceneOf(inTurn(refusal(504, 'x'), busy('1')))
  stub = scene.stub
  const write = scene.client.api('/sites/a/lists/b/items/1/fields').header('If-Match', '"x,1"').patch({})
  const error = toM365Error(await write.catch((thrown: unknown) => thrown))
  expect(error).toMatchObject({ kind: 'unavailable', status: null })
  expect(error.message).toMatch(/not known whether/)
})

describe('one mailbox', () => {
  const gate = () => new ThrottleGate({ wait: async () => {}, now: () => 0, random: () => 0 }, 0)
  const open = () => {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    return { ended, end: () => end() }
  }

  test('is asked four things at a time, and the fifth follows when one has ended', async () => {
    const one = gate()
    const requests = [1, 2, 3, 4, 5, 6].map(() => open())
    const begun: number[] = []
    const all = requests.map((request, index) =>
      one.inMailbox('me', () => {
        begun.push(index)
        return request.ended
      }),
    )
    await Promise.resolve()
    expect(begun).toEqual([0, 1, 2, 3])
    requests[2]?.end()
    await all[2]
    await new Promise((resolve) => setImmediate(resolve))
    expect(begun).toEqual([0, 1, 2, 3, 4])
    for (const request of requests) request.end()
    await Promise.all(all)
    expect(begun).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('gives its place back when a request fails', async () => {
    const one = gate()
    for (let n = 0; n < 10; n += 1)
      await expect(one.inMailbox('me', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(one.inMailbox('me', async () => 'yes')).resolves.toBe('yes')
  })

  test('does not hold up another one, nor what is no mailbox', async () => {
    const one = gate()
    for (let n = 0; n < 4; n += 1) void one.inMailbox('me', () => new Promise(() => undefined))
    await expect(one.inMailbox('ruth', async () => 1)).resolves.toBe(1)
    await expect(one.inMailbox(null, async () => 1)).resolves.toBe(1)
  })
})

test.each([
  ['/sites/host:/sites/a:/lists', 'sharepoint', null],
  ['http://localhost:5170/v1.0/sites/a,b,c/lists/x/items?$top=2', 'sharepoint', null],
  ['/me/events', 'outlook me', 'me'],
  ['https://graph.microsoft.com/v1.0/me/events/AAMk', 'outlook me', 'me'],
  [
    '/users/Ruth%40thameside.example/calendarView',
    'outlook ruth@thameside.example',
    'ruth@thameside.example',
  ],
  ['/users/1/sendMail', 'outlook 1', '1'],
  ['/users/1/teamwork/installedApps', 'teams', null],
  ['/chats/19:x/messages', 'teams', null],
  ['/users?$filter=x', 'directory', null],
  ['/me', 'directory', null],
  ['/$batch', 'batch', null],
])('%s belongs to %s', (address, name, mailbox) => {
  expect(workloadOf(address)).toEqual({ name, mailbox })
})
