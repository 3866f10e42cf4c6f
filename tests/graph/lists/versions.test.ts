import { M365Error } from '../../../src/domain/m365Error.ts'
import { rowVersions } from '../../../src/graph/lists/versions.ts'
import { type GraphStub, startGraphStub } from '../graphStub.ts'

const readable = { Key: 'r/1', ReportKey: 'r', Kind: 'recommendation', Status: 'AMBER', WriteMark: 'm-1' }
const version = (changes: object = {}) => ({
  id: '1.0',
  lastModifiedDateTime: '2021-06-01T09:00:00Z',
  lastModifiedBy: { user: { id: 'o-4', displayName: 'Helen Carver' } },
  fields: readable,
  ...changes,
})

let stub: GraphStub
let pages: readonly object[]
beforeEach(async () => {
  pages = []
  stub = await startGraphStub((request) => {
    if (request.path.endsWith('/lists'))
      return { status: 200, body: { value: [{ id: 'list-1', displayName: 'Recommendations' }] } }
    return { status: 200, body: pages[Number(request.query.get('page') ?? 0)] ?? {} }
  })
})
afterEach(() => stub.stop())
const read = () => rowVersions({ client: stub.client, siteId: 'site-1' }).ofRecommendation('7')

test('asks once for all versions with the columns that a row is made of', async () => {
  pages = [{ value: [version()] }]
  await read()
  const asked = stub.requests.filter((one) => one.path.includes('/versions'))
  expect(asked.map((one) => one.path)).toEqual(['/v1.0/sites/site-1/lists/list-1/items/7/versions'])
  expect(asked[0]?.query.get('$expand')).toMatch(/^fields\(\$select=Key,.*,WriteMark\)$/)
})

test('gives who, when, the mark and the row, from every page', async () => {
  pages = [
    { value: [version()], '@odata.nextLink': `${stub.origin}/v1.0/sites/x?page=1` },
    { value: [version({ lastModifiedDateTime: '2021-05-01T09:00:00Z' })] },
  ]
  const versions = await read()
  expect(versions.map(({ at, by, byObject, mark }) => [at, by, byObject, mark])).toEqual([
    ['2021-06-01T09:00:00.000Z', 'Helen Carver', 'o-4', 'm-1'],
    ['2021-05-01T09:00:00.000Z', 'Helen Carver', 'o-4', 'm-1'],
  ])
  expect(versions[0]?.number).toBe(1)
  expect(versions[0]?.value).toMatchObject({ key: 'r/1', status: 'AMBER' })
})

test.each([
  ['an app', { application: { id: 'a-1', displayName: 'Follow-Through' } }, 'Follow-Through', ''],
  ['nobody that is known any more', null, 'Somebody', ''],
])('names %s', async (_whom, lastModifiedBy, by, byObject) => {
  pages = [{ value: [version({ lastModifiedBy })] }]
  expect(await read()).toMatchObject([{ by, byObject }])
})

test.each([
  ['a status that is none of ours', { ...readable, Status: 'PURPLE' }],
  ['JSON that is none', { ...readable, Due: '[{' }],
  ['no fields at all', undefined],
])('keeps a version with %s as one that cannot be understood', async (_what, fields) => {
  pages = [{ value: [version({ fields })] }]
  expect(await read()).toMatchObject([{ by: 'Helen Carver', value: null }])
})

test('an answer that is no list of versions is an error, not an empty history', async () => {
  pages = [{ value: [{ id: '1.0' }] }]
  await expect(read()).rejects.toBeInstanceOf(M365Error)
})
