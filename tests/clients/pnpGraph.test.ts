import type { LocalTenant } from '../support/localTenant.ts'
import { runClient, sharedTenant } from './shared.ts'

jest.setTimeout(90_000)

interface Failure {
  readonly status: number
  readonly code: string
}
type Fields = Readonly<Record<string, unknown>>
interface Report {
  readonly site: string
  readonly lists: string[]
  readonly columns: string[]
  readonly everything: number
  readonly pages: number[]
  readonly distinct: number
  readonly windows: number[]
  readonly filtered: Fields[]
  readonly filteredHere: number
  readonly updated: { readonly fields: Fields }
  readonly stale: Failure
  readonly afterStale: Fields
  readonly versions: number
  readonly batch: Readonly<Record<string, { readonly fields?: Fields; readonly failed?: number }>>
  readonly batchPosts: number
  readonly gone: Failure
  readonly noFilter: Failure
  readonly refused: Failure
}

let tenant: LocalTenant
let report: Report
beforeAll(async () => {
  tenant = sharedTenant()
  report = await runClient<Report>('pnpGraph', tenant, { env: { FT_TOKEN: await tenant.appToken() } })
})

describe('@pnp/graph, a Graph client of other makers, on the lists of the product', () => {
  it('finds the site by its address, its nineteen lists and their columns', () => {
    expect(report.site).toBe('Follow-Through')
    expect(report.lists).toHaveLength(19)
    expect(report.lists).toContain('Recommendations')
    expect(report.columns).toEqual(expect.arrayContaining(['Organisation', 'ContactRole', 'Address']))
  })

  it('pages to the end, each row once', () => {
    const full = Math.floor(report.everything / 20)
    expect(report.everything).toBeGreaterThan(20)
    expect(report.pages).toEqual([...Array(full).fill(20), report.everything % 20])
    expect(report.distinct).toBe(report.everything)
  })

  it('filters by an indexed column and gets only the fields it selected', () => {
    expect(report.filtered).toHaveLength(report.filteredHere)
    expect(report.filteredHere).toBeGreaterThan(0)
    for (const row of report.filtered) expect(Object.keys(row)).toEqual(['@odata.etag', 'Status', 'Title'])
  })

  it('walks over empty pages that have a next link', () => {
    expect(report.windows).toContain(0)
    expect(report.windows.reduce((sum, rows) => sum + rows, 0)).toBe(report.filteredHere)
  })

  it('adds and updates an item, and a stale etag changes nothing', () => {
    expect(report.updated.fields).toMatchObject({ Title: 'A foreign client', ContactRole: 'Nurse' })
    expect(report.stale.status).toBe(412)
    expect(report.afterStale.ContactRole).toBe('Nurse')
    expect(report.versions).toBe(2)
  })

  it('batches reads, a write and a failure in one request', () => {
    expect(report.batchPosts).toBe(1)
    expect(report.batch.site).toMatchObject({ displayName: 'Follow-Through' })
    expect(report.batch.item?.fields).toMatchObject({ Address: 'pnp@elsewhere.example' })
    expect(report.batch.added?.fields).toMatchObject({ Title: 'Batched' })
    expect(report.batch.missing).toEqual({ failed: 404 })
  })

  it('reads Graph’s codes out of what is refused', () => {
    expect(report.gone).toEqual({ status: 404, code: 'itemNotFound' })
    expect(report.noFilter).toEqual({ status: 400, code: 'invalidRequest' })
    expect(report.refused).toEqual({ status: 404, code: 'Request_ResourceNotFound' })
  })
})
