import type { LocalTenant } from '../support/localTenant.ts'
import { runClient, sharedTenant } from './shared.ts'

jest.setTimeout(90_000)

interface Failure {
  readonly statusCode: number
  readonly code: string
  readonly hasRequestId: boolean
  readonly hasDate: boolean
  readonly message: string
}
interface Tour {
  readonly site: string
  readonly pages: { firstPage: number; paused: number; all: number; distinct: number } | null
  readonly read: number
  readonly batch: { statuses: number[]; sawTheNewOne: boolean; error: string }
  readonly writes: { role: string; stale: Failure; gone: Failure }
  readonly throttled: { displayName: string; waited: number }
  readonly refused: Failure
}
interface Report {
  readonly stock: Tour
  readonly ours: Tour
  readonly overHttp: Tour
  readonly unauthorised: Failure
}

let tenant: LocalTenant
let report: Report
beforeAll(async () => {
  tenant = sharedTenant()
  report = await runClient<Report>('graphClient', tenant, { env: { FT_TOKEN: await tenant.appToken() } })
})

describe.each([
  ['its stock chain over https', 'stock'],
  ['our chain over https', 'ours'],
  ['our chain over http', 'overHttp'],
] as const)('@microsoft/microsoft-graph-client with %s', (_chain, which) => {
  it('finds the site by its address', () => {
    expect(report[which].site).toBe('Follow-Through')
  })

  it('sees each row once, page by page', () => {
    expect(report[which].read).toBeGreaterThan(40)
    expect(report[which].pages?.all ?? report[which].read).toBe(report[which].read)
  })

  it('sends a batch whose second part waits for the first, and reads each answer by its id', () => {
    expect(report[which].batch).toEqual({
      statuses: [201, 200, 404],
      sawTheNewOne: true,
      error: 'itemNotFound',
    })
  })

  it('writes with an etag, and is told of a stale one', () => {
    expect(report[which].writes.role).toBe('Nurse')
    expect(report[which].writes.stale.statusCode).toBe(412)
  })

  it('reads the error envelope into a GraphError with code, request id and date', () => {
    expect(report[which].writes.gone).toMatchObject({
      statusCode: 404,
      code: 'itemNotFound',
      hasRequestId: true,
      hasDate: true,
    })
    expect(report[which].refused).toMatchObject({ statusCode: 400, code: 'invalidRequest' })
    expect(report[which].refused.message).toContain('Nowhere')
  })

  it('waits out a 429 and asks again', () => {
    expect(report[which].throttled.displayName).toBe('Contacts')
    expect(report[which].throttled.waited).toBeGreaterThanOrEqual(1_000)
  })
})

it.each(['stock', 'ours'] as const)('PageIterator pauses and resumes over the %s chain', (which) => {
  const { pages, read } = report[which]
  expect(pages).toEqual({ firstPage: 20, paused: 25, all: read, distinct: read })
})

it('a token that nobody signed is a GraphError of 401', () => {
  expect(report.unauthorised).toMatchObject({ statusCode: 401, code: 'InvalidAuthenticationToken' })
})
