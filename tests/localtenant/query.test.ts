import {
  at,
  type GraphCaller,
  type LocalTenant,
  nextLinkOf,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'
import { openSite, type SiteUnderTest } from '../support/siteLists.ts'

const NON_INDEXED = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }

let tenant: LocalTenant
let site: SiteUnderTest
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  site = await openSite(tenant)
  admin = site.admin
})
afterAll(() => tenant.remove())

const control = (body: unknown) => tenant.call('POST', '/local-tenant/controls', { body })
const setWindow = (window: number) => control({ window })
const setThreshold = (threshold: number) => control({ threshold })

const query = (list: string, filter: string, more = '') =>
  `${list}/items?$expand=fields&$filter=${encodeURIComponent(filter)}${more}`

async function allPages(target: string): Promise<{ titles: unknown[]; sizes: number[] }> {
  const titles: unknown[] = []
  const sizes: number[] = []
  for (let next: string | undefined = target; next !== undefined; ) {
    const answer = await admin('GET', next)
    const rows = rowsOf(answer)
    titles.push(...rows.map((row) => row.fields.Title))
    sizes.push(rows.length)
    next = nextLinkOf(answer)
  }
  return { titles, sizes }
}

describe('pages of a list of 250 rows', () => {
  let list: string
  beforeAll(async () => {
    list = await site.newList('Pages', [{ name: 'Key', indexed: true, text: {} }])
    await site.fill(
      list,
      Array.from({ length: 250 }, (_, index) => ({
        Title: `t${index}`,
        Key: index % 100 === 99 ? 'rare' : 'often',
      })),
    )
  })
  afterEach(() => setWindow(5000))

  test.each([
    ['no $top', '', [200, 50]],
    ['a $top above the cap (gd#22248)', '&$top=1000', [200, 50]],
    ['a small $top', '&$top=100', [100, 100, 50]],
  ])('a list of 250 with %s', async (_what, top, sizes) => {
    const pages = await allPages(`${list}/items?$expand=fields${top}`)
    expect(pages.sizes).toEqual(sizes)
    expect(new Set(pages.titles).size).toBe(250)
  })

  test('a filtered page may be empty and still have a next link (listitem-list.md)', async () => {
    await setWindow(60)
    const pages = await allPages(query(list, "fields/Key eq 'rare'"))
    expect(pages.titles).toEqual(['t99', 't199'])
    expect(pages.sizes).toEqual([0, 1, 0, 1, 0])
  })

  test('rows added behind the reader are not met twice', async () => {
    const first = await admin('GET', `${list}/items?$expand=fields`)
    await site.fill(list, [{ Title: 'late', Key: 'often' }])
    const rest = await allPages(String(nextLinkOf(first)))
    expect(rest.titles).toHaveLength(51)
    expect(rest.titles.at(-1)).toBe('late')
  })
})

describe('beyond the threshold', () => {
  let list: string
  beforeAll(async () => {
    expect((await tenant.call('GET', '/local-tenant/controls')).body).toMatchObject({ threshold: 5000 })
    list = await site.newList('Large', [
      { name: 'Key', indexed: true, text: {} },
      { name: 'Other', indexed: true, text: {} },
      { name: 'Plain', text: {} },
    ])
    await site.fill(
      list,
      Array.from({ length: 51 }, (_, index) => ({
        Title: `t${index}`,
        Key: `k${index % 10}`,
        Other: 'o',
        Plain: 'p',
      })),
    )
    await setThreshold(50)
  })
  afterAll(() => setThreshold(5000))

  test('a list as large as the threshold is still looked through', async () => {
    await setThreshold(51)
    const answer = await admin('GET', query(list, "fields/Plain eq 'p'"), { headers: NON_INDEXED })
    await setThreshold(50)
    expect(answer.status).toBe(200)
  })

  test.each([
    ['more than four times as large takes no more index', 12, 400],
    ['not as large as that takes one', 13, 201],
  ])('a list %s (support.microsoft.com, 20,000 items)', async (_what, threshold, status) => {
    await setThreshold(threshold)
    const body = { name: `Late${threshold}`, indexed: true, text: {} }
    const answer = await admin('POST', `${list}/columns`, { body })
    await setThreshold(50)
    expect(answer.status).toBe(status)
  })

  test('a field without an index fails in spite of the Prefer header (docs.uipath.com, working with SharePoint lists)', async () => {
    const answer = await admin('GET', query(list, "fields/Plain eq 'p'"), { headers: NON_INDEXED })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'notSupported',
          message: 'The request is unprocessable because it uses too many resources',
          innerError: { code: 'tooManyResources' },
        },
      },
    })
  })

  test('$top does not rescue a filter that is not selective (PnP-JS-Core#203)', async () => {
    const answer = await admin('GET', query(list, "fields/Key ne 'k1'", '&$top=1'))
    expect(at(answer, 'error.innerError.code')).toBe('tooManyResources')
  })

  test('an indexed filter reads through two windows and finds every row (listitem-list.md)', async () => {
    await setWindow(50)
    const pages = await allPages(query(list, "fields/Key eq 'k0'"))
    await setWindow(5000)
    expect(pages.sizes).toEqual([5, 1])
  })

  test('filtering by one index and sorting by another is refused on a large list', async () => {
    const answer = await admin('GET', query(list, "fields/Key eq 'k1'", '&$orderby=fields/Other'))
    expect(at(answer, 'error.innerError.code')).toBe('tooManyResources')
  })
})
