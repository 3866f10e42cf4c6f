import { createGraphClient } from '../../src/graph/client.ts'
import { everyList } from '../../src/graph/columns/everyList.ts'
import { toM365Error } from '../../src/graph/failures.ts'
import { paperPartStore } from '../../src/graph/lists/paperParts.ts'
import { recommendationStore } from '../../src/graph/lists/recommendations.ts'
import { ledgerStore } from '../../src/graph/lists/reminderLedger.ts'
import { provisionLists } from '../../src/graph/provisioning/provisionLists.ts'
import { openSite, type SiteContext } from '../../src/graph/site.ts'
import { type LocalTenant, startLocalTenant } from '../support/localTenant.ts'
import { aRecommendation } from '../support/register.ts'

/** SharePoint's threshold is 5,000 rows; the rules are the same at a lower one. */
const threshold = 40

let tenant: LocalTenant
let site: SiteContext
let path: string
beforeAll(async () => {
  tenant = await startLocalTenant()
  const token = await tenant.appToken('provisioner')
  const client = createGraphClient({ origin: tenant.origin, accessToken: async () => token })
  site = await openSite(client, tenant.environment.FT_SITE ?? '')
  await provisionLists(site, everyList, () => undefined)
  const lists = await client.api(`/sites/${site.siteId}/lists`).get()
  const found = lists.value.find((one: { displayName: string }) => one.displayName === 'Recommendations')
  path = `/sites/${site.siteId}/lists/${found.id}`
  await tenant.call('POST', '/local-tenant/controls', { body: { threshold } })
})
afterAll(() => tenant.remove())

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => aRecommendation({ number: String(from + index + 1) }))

describe('a list with more rows than SharePoint looks through without an index', () => {
  beforeAll(async () => {
    for (const row of rows(threshold)) await recommendationStore(site).create(row)
  })

  const unindexed = () =>
    site.client
      .api(`${path}/items?$expand=fields($select=Key)&$filter=fields/Number eq '7'`)
      .header('Prefer', 'HonorNonIndexedQueriesWarningMayFailRandomly')
      .get()

  test('is looked through at the threshold, and refused one row beyond, with a sentence', async () => {
    expect((await unindexed()).value).toHaveLength(1)
    await recommendationStore(site).create(aRecommendation({ number: 'one more' }))
    const error = await unindexed().then(
      () => null,
      (thrown: unknown) => toM365Error(thrown),
    )
    expect(error?.message).toMatch(/more than 5,000 rows.*an index.*is missing/)
  })

  test('answers every question that the product asks, for each is asked of one indexed column', async () => {
    const store = recommendationStore(site)
    expect((await store.all()).rows.length).toBe(threshold + 1)
    expect((await store.changesSince(null)).rows.length).toBe(threshold + 1)
    expect((await store.byKey('hate-crime-2018-07/7'))?.value.number).toBe('7')
    expect((await store.dueBy('2021-06-30')).rows.length).toBe(threshold + 1)
    expect((await ledgerStore(site).ofPerson('nobody')).rows).toEqual([])
    expect((await paperPartStore(site).ofPaper('none')).rows).toEqual([])
  })
})

describe('a column of many lines', () => {
  const patch = async (text: string) => {
    const { row } = await recommendationStore(site).create(aRecommendation({ number: 'long' }))
    return site.client
      .api(`${path}/items/${row.id}/fields`)
      .patch({ Text: text })
      .then(
        () => 200,
        (thrown: unknown) => toM365Error(thrown).status,
      )
  }

  test.each([
    [63_999, 200],
    [64_000, 400],
  ])('of %i characters is answered with %i by the list itself', async (length, status) => {
    expect(await patch('x'.repeat(length))).toBe(status)
  })

  test('that would not fit is not even sent, and the row stays as it was', async () => {
    const store = recommendationStore(site)
    const { row } = await store.create(aRecommendation({ number: 'kept' }))
    const long = { ...row.value, progress: 'x'.repeat(64_000) }
    await expect(store.save(row, long)).rejects.toThrow(/^The progress note .* 1 too many.*still here/)
    expect((await store.get(row.id)).value).toEqual(row.value)
    expect((await store.save(row, { ...long, progress: 'x'.repeat(63_999) })).ok).toBe(true)
  })
})

describe('twenty indexes for a list', () => {
  const own = (index: number) => ({ name: `Own${index}`, indexed: true, text: {} })

  test('are refused beyond the twentieth by the list, and foreseen with a sentence by provisioning', async () => {
    const posts = everyList.find((list) => list.title === 'Posts')
    const lists = await site.client.api(`/sites/${site.siteId}/lists`).get()
    const id = lists.value.find((one: { displayName: string }) => one.displayName === 'Posts').id
    const address = `/sites/${site.siteId}/lists/${id}/columns`
    const { value } = await site.client.api(address).get()
    const taken = value.filter((column: { indexed: boolean }) => column.indexed).length
    for (let index = taken; index < 20; index += 1) await site.client.api(address).post(own(index))
    await expect(site.client.api(address).post(own(99))).rejects.toMatchObject({ statusCode: 400 })
    if (!posts) throw new Error('There is no list of posts.')
    const columns = {
      ...posts.columns,
      Region: { kind: 'text', description: 'D.', indexed: true, unique: false },
    } as const
    const { refusals, changes } = await provisionLists(site, [{ ...posts, columns }], () => undefined)
    expect(changes).toEqual([])
    expect(refusals).toEqual([
      expect.stringMatching(/^Posts: SharePoint keeps 20 indexes.*off 1 of these columns/),
    ])
  })
})
