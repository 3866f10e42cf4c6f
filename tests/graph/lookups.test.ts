import { postsList } from '../../src/graph/columns/posts.ts'
import { checkFilters } from '../../src/graph/filterCheck.ts'
import { graphPeople } from '../../src/graph/people.ts'
import { grantSite } from '../../src/graph/provisioning/grantSite.ts'
import { type GraphStub, type StubRequest, startGraphStub } from './graphStub.ts'

let stub: GraphStub
afterEach(() => stub.stop())

test('a person is looked up by address or sign-in name, quotes and all', async () => {
  const value = [
    { id: 'o-1', displayName: "Una O'Neill", mail: null, userPrincipalName: "u.o'neill@f.example" },
  ]
  stub = await startGraphStub(() => ({ status: 200, body: { value } }))
  expect(await graphPeople(stub.client).byAddress(" u.o'neill@f.example ")).toEqual({
    ...{ objectId: 'o-1', name: "Una O'Neill", address: "u.o'neill@f.example" },
  })
  expect(stub.requests[0]?.query.get('$filter')).toBe(
    "mail eq 'u.o''neill@f.example' or userPrincipalName eq 'u.o''neill@f.example'",
  )
})

describe('the check of a list', () => {
  const row = (key: string) => ({ value: [{ id: '1', fields: { Key: key } }] })
  const check = async (sample: object, found: object, status = 200) => {
    stub = await startGraphStub((request) =>
      request.path.endsWith('/lists/further')
        ? { status: 200, body: row('a') }
        : request.path.endsWith('/lists')
          ? { status: 200, body: { value: [{ id: 'l', displayName: 'Posts' }] } }
          : {
              status: 200,
              body: { responses: [{ id: '1', status, body: isFilter(request) ? found : sample }] },
            },
    )
    const [result] = await checkFilters({ client: stub.client, siteId: 's' }, [postsList])
    return result?.result
  }
  const isFilter = (request: StubRequest) => JSON.stringify(request.body).includes('$filter')

  test('finds a row by its key', async () => expect(await check(row('a'), row('a'))).toBe('found'))
  test('complains when the filter gives nothing', async () =>
    expect(await check(row('a'), { value: [] })).toBe('not-found'))
  test('looks on behind an empty page with a next link', async () => {
    const link = 'https://graph.microsoft.com/v1.0/lists/further'
    expect(await check(row('a'), { value: [], '@odata.nextLink': link })).toBe('found')
  })
  test('has nothing to look for in an empty list', async () =>
    expect(await check({ value: [] }, { value: [] })).toBe('empty'))
  test('does not take a refusal for an empty list', async () =>
    expect(await check({ error: { code: 'accessDenied' } }, {}, 403)).toBe('failed'))
})

describe('the grant on the site', () => {
  const application = { id: 'app-1', displayName: 'Follow-Through' }
  const permission = { id: 'p1', grantedToIdentitiesV2: [{ application: { id: 'app-1' } }] }
  const grant = async (listed: object[], roles: string[]) => {
    stub = await startGraphStub(({ method, path }) => {
      if (method !== 'GET') return { status: 200, body: {} }
      return {
        status: 200,
        body: path.endsWith('/permissions') ? { value: listed } : { ...permission, roles },
      }
    })
    const said = await grantSite({ client: stub.client, siteId: 's' }, application)
    const write = stub.requests.find((one) => one.method !== 'GET')
    return { said, wrote: write && [write.method, write.path] }
  }

  test('is given once', async () => {
    expect(await grant([], [])).toEqual({
      said: 'Follow-Through may now write on the site.',
      wrote: ['POST', '/v1.0/sites/s/permissions'],
    })
  })
  test.each(['write', 'fullcontrol'])('is left alone when it is %s already', async (role) => {
    expect(await grant([permission], [role])).toEqual({ said: null, wrote: undefined })
  })
  test('is raised from read', async () => {
    expect((await grant([permission], ['read'])).wrote).toEqual(['PATCH', '/v1.0/sites/s/permissions/p1'])
  })
})
