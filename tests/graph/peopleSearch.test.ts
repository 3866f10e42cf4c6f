import { graphPeopleSearch } from '../../src/graph/peopleSearch.ts'
import { type GraphStub, startGraphStub } from './graphStub.ts'

let stub: GraphStub
afterEach(() => stub.stop())

const found = (subclass: string, more: object = {}) => ({
  ...{ id: 'o-1', displayName: 'Una Orr', jobTitle: null, companyName: 'Thameside Police' },
  scoredEmailAddresses: [{ address: 'una.orr@thameside.example', relevanceScore: 8 }],
  personType: { class: 'Person', subclass },
  ...more,
})
async function search(text: string, ...value: readonly object[]) {
  stub = await startGraphStub(() => ({ status: 200, body: { value } }))
  return await graphPeopleSearch(stub.client).search(text)
}

describe('people around the signed-in person', () => {
  test('are searched for as a phrase that a quotation mark does not end', async () => {
    await search('una" or "b')
    expect(stub.requests[0]?.path).toMatch(/\/me\/people$/)
    expect(stub.requests[0]?.query.get('$search')).toBe('"una  or  b"')
    expect(stub.requests[0]?.query.get('$top')).toBe('10')
  })

  test('are of the force with their object id', async () => {
    expect(await search('una', found('OrganizationUser'))).toEqual([
      {
        ...{ objectId: 'o-1', name: 'Una Orr', address: 'una.orr@thameside.example' },
        ...{ jobTitle: '', organisation: 'Thameside Police', inside: true },
      },
    ])
  })

  test.each([['ImplicitContact'], ['PersonalContact'], ['OrganizationContact']])(
    'are outside it as %s, without an id that would mean somebody of the force',
    async (subclass) => {
      expect(await search('una', found(subclass))).toMatchObject([{ objectId: '', inside: false }])
    },
  )

  test.each([
    ['a group', { personType: { class: 'Group', subclass: 'UnifiedGroup' } }],
    ['a room', { personType: { class: 'Other', subclass: 'Room' } }],
    ['somebody without an address', { scoredEmailAddresses: [] }],
  ])('do not include %s', async (_what, more) => {
    expect(await search('una', found('OrganizationUser', more))).toEqual([])
  })

  test('are not asked for with a single letter', async () => {
    expect(await search(' u ', found('OrganizationUser'))).toEqual([])
    expect(stub.requests).toEqual([])
  })
})
