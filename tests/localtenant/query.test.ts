import {
  at,
  type GraphCaller,
  type LocalTenant,
  nextLinkOf,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'
const NON_INDEXED = { Prefer: 'odata.maxpagesize=50, HonorNonIndexedQueriesWarningMayFailRandomly' }

let tenant: LocalTenant
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
})
afterAll(() => tenant.remove())

const setWindow = (window: number) => tenant.call('POST', '/local-tenant/controls', { body: { window } })

async function makeList(displayName: string, columns: readonly unknown[]): Promise<string> {
  await admin('POST', LISTS, { body: { displayName, columns } })
  return `${LISTS}/${displayName}`
}

/** Fills a list by batches of 20, each part after the one before it so that ids follow the order given. */
async function fill(list: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 20) {
    const requests = rows.slice(start, start + 20).map((fields, index) => ({
      id: String(index),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields },
      dependsOn: index === 0 ? [] : [String(index - 1)],
    }))
    await admin('POST', '/$batch', { body: { requests } })
  }
}

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

describe('a small list', () => {
  let list: string
  beforeAll(async () => {
    list = await makeList('Small', [
      { name: 'Key', indexed: true, text: {} },
      { name: 'Status', indexed: true, choice: { choices: ['Open', 'Shut'] } },
      { name: 'Score', indexed: true, number: {} },
      { name: 'Done', indexed: true, boolean: {} },
      { name: 'Moment', indexed: true, dateTime: { format: 'dateTime' } },
      { name: 'Owner', indexed: true, personOrGroup: {} },
      { name: 'Plain', text: {} },
    ])
    await fill(list, [
      {
        Title: 'a',
        Key: 'K-1',
        Status: 'Open',
        Score: 1,
        Done: true,
        Plain: 'x',
        Moment: '2021-06-01T08:00:00Z',
      },
      {
        Title: 'b',
        Key: 'K-2',
        Status: 'Shut',
        Score: 2.5,
        Done: false,
        Plain: 'y',
        Moment: '2021-06-02T08:00:00Z',
      },
      { Title: 'c', Key: "O'Neill", Score: 10, Plain: 'X', OwnerLookupId: 1 },
    ])
  })
  const titles = async (filter: string, headers: Record<string, string> = {}) =>
    rowsOf(await admin('GET', query(list, filter), { headers })).map((row) => row.fields.Title)

  test.each([
    ["fields/Key eq 'K-1'", ['a']],
    ["fields/Key eq 'k-1'", ['a']],
    ["fields/Key ne 'K-1'", ['b', 'c']],
    ["fields/Key gt 'K-1' and fields/Key le 'O'", ['b']],
    ["startswith(fields/Key,'K')", ['a', 'b']],
    ["fields/Key eq 'O''Neill'", ['c']],
    ["fields/Status eq 'Open'", ['a']],
    ['fields/Score ge 2.5', ['b', 'c']],
    ['fields/Score lt 10', ['a', 'b']],
    ['fields/Done eq true', ['a']],
    ["fields/Moment lt '2021-06-02T00:00:00Z'", ['a']],
    ['fields/Moment ge 2021-06-02T08:00:00Z', ['b']],
    ['fields/OwnerLookupId eq 1', ['c']],
    ["(fields/Key eq 'K-2')", ['b']],
  ])('$filter=%s finds %j', async (filter, expected) => {
    expect(await titles(filter)).toEqual(expected)
  })

  test.each([
    [
      'no index, even on three rows (gd#2279)',
      "fields/Plain eq 'x'",
      "Field 'Plain' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
    ],
    ['no fields/ before the name (gd#7040)', "Key eq 'K-1'", 'Invalid filter clause'],
    ['createdDateTime (gd#18183)', "createdDateTime gt '2021-01-01'", 'Invalid filter clause'],
    ['contains', "contains(fields/Key,'K')", 'Invalid filter clause'],
    ['or', "fields/Key eq 'K-1' or fields/Key eq 'K-2'", 'Invalid filter clause'],
    ['not', "not(fields/Key eq 'K-1')", 'Invalid filter clause'],
    ['a quote that is not doubled', "fields/Key eq 'O'Neill'", 'Invalid filter clause'],
    ['a number for a text', 'fields/Key eq 1', 'Invalid filter clause'],
    ['a text for a number', "fields/Score eq '1'", 'Invalid filter clause'],
    ['an unknown column', "fields/Nothing eq 'x'", "Field 'Nothing' is not recognized"],
    ['a person by name (gd#2351)', "fields/Owner eq 'Tom Brandt'", 'OwnerLookupId'],
    ['two indexed fields', "fields/Key eq 'K-1' and fields/Status eq 'Open'", 'one indexed field at a time'],
  ])('a filter with %s is 400', async (_what, filter, message) => {
    const answer = await admin('GET', query(list, filter))
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalidRequest' } } })
    expect(at(answer, 'error.message')).toContain(message)
  })

  test('the Prefer header, merged with another, allows a field without an index on a small list', async () => {
    expect(await titles("fields/Plain eq 'x'", NON_INDEXED)).toEqual(['a', 'c'])
    expect(await titles("fields/Key eq 'K-1' and fields/Plain eq 'x'", NON_INDEXED)).toEqual(['a'])
  })

  test('$orderby sorts by an indexed field, rows without a value first', async () => {
    const order = async (by: string) =>
      (await allPages(`${list}/items?$expand=fields&$top=2&$orderby=${by}`)).titles
    expect(await order('fields/Score desc')).toEqual(['c', 'b', 'a'])
    expect(await order('fields/Moment')).toEqual(['c', 'a', 'b'])
  })

  test('$orderby by a field without an index is 400', async () => {
    const answer = await admin('GET', `${list}/items?$orderby=fields/Plain`)
    expect(at(answer, 'error.message')).toContain("Field 'Plain' cannot be referenced in filter or orderby")
  })

  test.each(['id desc', 'lastModifiedDateTime desc'])(
    '$orderby=%s is ignored (gd#3962, gd#14191)',
    async (by) => {
      const answer = await admin('GET', `${list}/items?$expand=fields&$orderby=${by}`)
      expect(rowsOf(answer).map((row) => row.fields.Title)).toEqual(['a', 'b', 'c'])
    },
  )

  test('without $expand an item has no fields', async () => {
    expect(rowsOf(await admin('GET', `${list}/items`))[0]).not.toHaveProperty('fields')
  })

  test.each(['$expand=fields($select=Key)', 'expand=fields(select=Key)'])(
    '%s gives only what it names',
    async (option) => {
      const [first] = rowsOf(await admin('GET', `${list}/items?${option}`))
      expect(first?.fields).toEqual({ '@odata.etag': first?.eTag, Key: 'K-1' })
    },
  )

  test.each([
    ['$skip=1', '$skip is not supported on this API. Only URLs returned by the API can be used to page.'],
    ['$count=true', '$count is not supported on this API.'],
    ['$search=x', '$search is not supported on this API.'],
    ['$top=0', '$top'],
    ['$expand=driveItem', 'driveItem'],
    ['$expand=fields($select=Nothing)', "Field 'Nothing' is not recognized"],
    ['$top=1&$top=2', 'more than once'],
  ])('the option %s is refused', async (option, message) => {
    const answer = await admin('GET', `${list}/items?${option}`)
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toContain(message)
  })

  test('more than twelve lookups in one query are refused (learn.microsoft.com/graph/api/resources/fieldvalueset)', async () => {
    const people = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `P${index}`, personOrGroup: {} }))
    const ten = await makeList('TenPeople', people(10))
    const eleven = await makeList('ElevenPeople', people(11))
    expect((await admin('GET', `${ten}/items?$expand=fields`)).status).toBe(200)
    expect((await admin('GET', `${eleven}/items?$expand=fields`)).status).toBe(400)
  })
})

describe('pages', () => {
  let list: string
  beforeAll(async () => {
    list = await makeList('Pages', [{ name: 'Key', indexed: true, text: {} }])
    await fill(
      list,
      Array.from({ length: 450 }, (_, index) => ({
        Title: `t${index}`,
        Key: index % 100 === 99 ? 'rare' : 'often',
      })),
    )
  })
  afterEach(() => setWindow(5000))

  test.each([
    ['no $top', '', [200, 200, 50]],
    ['a $top above the cap (gd#22248)', '&$top=1000', [200, 200, 50]],
    ['a small $top', '&$top=180', [180, 180, 90]],
  ])('a list of 450 with %s', async (_what, top, sizes) => {
    const pages = await allPages(`${list}/items?$expand=fields${top}`)
    expect(pages.sizes).toEqual(sizes)
    expect(new Set(pages.titles).size).toBe(450)
  })

  test('a filtered page may be empty and still have a next link (learn.microsoft.com/graph/api/listitem-list)', async () => {
    await setWindow(60)
    const pages = await allPages(query(list, "fields/Key eq 'rare'"))
    expect(pages.titles).toEqual(['t99', 't199', 't299', 't399'])
    expect(pages.sizes).toEqual([0, 1, 0, 1, 1, 0, 1, 0])
  })

  test('a next link that was altered, or used for another query, is 400', async () => {
    const link = String(nextLinkOf(await admin('GET', `${list}/items`)))
    const altered = link.replace(/skiptoken=.{6}/, 'skiptoken=AAAAAA')
    expect((await admin('GET', altered)).status).toBe(400)
    expect((await admin('GET', link.replace('items?', 'items?$top=5&'))).status).toBe(400)
    expect((await admin('GET', link)).status).toBe(200)
  })

  test('rows added behind the reader are not met twice', async () => {
    const first = await admin('GET', `${list}/items?$expand=fields`)
    await fill(list, [{ Title: 'late', Key: 'often' }])
    const rest = await allPages(String(nextLinkOf(first)))
    expect(rest.titles).toHaveLength(251)
    expect(rest.titles.at(-1)).toBe('late')
  })
})

describe('beyond the threshold of 5,000 rows', () => {
  let list: string
  beforeAll(async () => {
    list = await makeList('Large', [
      { name: 'Key', indexed: true, text: {} },
      { name: 'Other', indexed: true, text: {} },
      { name: 'Plain', text: {} },
    ])
    await fill(
      list,
      Array.from({ length: 5001 }, (_, index) => ({
        Title: `t${index}`,
        Key: `k${index % 10}`,
        Other: 'o',
        Plain: 'p',
      })),
    )
  }, 60_000)

  test('a field without an index fails in spite of the Prefer header, with tooManyResources', async () => {
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

  test('an indexed filter reads through two windows and finds every row', async () => {
    const pages = await allPages(query(list, "fields/Key eq 'k0'"))
    expect(pages.titles).toHaveLength(501)
  })

  test('filtering by one index and sorting by another is refused on a large list', async () => {
    const answer = await admin('GET', query(list, "fields/Key eq 'k1'", '&$orderby=fields/Other'))
    expect(at(answer, 'error.innerError.code')).toBe('tooManyResources')
  })
})
