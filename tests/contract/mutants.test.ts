import fc from 'fast-check'
import { type GraphCaller, type LocalTenant, startLocalTenant } from '../support/localTenant.ts'
import type { Exchange } from '../support/recording.ts'
import { describeWithShared } from '../support/shared.ts'
import { bodiesOf, type SentBody } from './oracle/bodies.ts'
import { Oracle } from './oracle/checkExchange.ts'
import { readContract } from './oracle/contract.ts'
import { columnsOf } from './oracle/listFields.ts'
import { placesIn, spoil, spoilings } from './oracle/mutants.ts'

jest.setTimeout(120_000)

/** The same mutants in every run; another number in FT_SEED tries others. */
const seed = Number(process.env.FT_SEED ?? 1_612)

describeWithShared('bodies that the contract forbids', (shared) => {
  let tenant: LocalTenant
  let bodies: readonly SentBody[]
  let oracle: Oracle

  beforeAll(async () => {
    tenant = await startLocalTenant()
    // Bodies are what is tried here, many more in a second than Teams takes.
    const notifications = [{ count: 10_000, seconds: 1 }]
    await tenant.call('POST', '/local-tenant/connector-limits', { body: { notifications } })
    bodies = await bodiesOf(tenant)
    const hand = await tenant.asApp('provisioner')
    oracle = new Oracle(readContract(shared), columnsOf(await shownColumns(hand, bodies)))
    // Schemas are made when they are first needed, which takes seconds; connections closed meanwhile must be noticed.
    for (const { method, path, body } of bodies) oracle.wrongInBody(method, path, body)
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  afterAll(() => tenant.remove())

  test('the bodies they are made from are valid, and the local tenant takes them', async () => {
    for (const { name, method, path, body, graph, once } of bodies) {
      expect([name, oracle.wrongInBody(method, path, body)]).toEqual([name, []])
      if (once) continue
      const { status } = await graph(method, path, { body })
      // A column or row of that name may be there by now: that is found out after the body was read.
      expect([name, status === 409 ? 'taken' : status < 300]).toEqual([name, status === 409 ? 'taken' : true])
    }
  })

  test.each(spoilings.map((how) => [how]))('with one %s is refused with 400', async (how) => {
    let judged = 0
    const mutants = fc.record({ body: fc.nat(), place: fc.nat(), salt: fc.nat(20) })
    await fc.assert(
      fc.asyncProperty(mutants, async (chosen) => {
        const sent = pick(bodies, chosen.body)
        const place = pick(placesIn(sent.body), chosen.place)
        const mutant = spoil(sent.body, place, how, chosen.salt)
        fc.pre(mutant !== null && oracle.wrongInBody(sent.method, sent.path, mutant).length > 0)
        const { status } = await sent.graph(sent.method, sent.path, { body: mutant })
        judged += 1
        if (status !== 400)
          throw new Error(`${sent.name}, ${place.join('/')}: ${status} for ${JSON.stringify(mutant)}`)
      }),
      { numRuns: 150, seed, maxSkipsPerRun: 200 },
    )
    expect(judged).toBeGreaterThanOrEqual(150)
  })
})

function pick<T>(from: readonly T[], number: number): T {
  const found = from[number % from.length]
  if (found === undefined) throw new Error('There is nothing to choose from.')
  return found
}

/** The columns of the lists that the bodies are for, as a recording would show them. */
async function shownColumns(hand: GraphCaller, bodies: readonly SentBody[]): Promise<Exchange[]> {
  const lists = new Set(bodies.flatMap(({ path }) => /^.*\/lists\/[^/]+/.exec(path)?.[0] ?? []))
  return Promise.all(
    [...lists].map(async (list): Promise<Exchange> => {
      const path = `${list}/columns`
      const { status, body: responseBody } = await hand('GET', path)
      const nothing = { at: '', app: null, user: '', agent: '', inner: false, query: '' }
      return {
        ...nothing,
        method: 'GET',
        path,
        requestHeaders: {},
        status,
        responseHeaders: {},
        responseBody,
      }
    }),
  )
}
