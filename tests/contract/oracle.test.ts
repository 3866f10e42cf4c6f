import type { Exchange } from '../support/recording.ts'
import { describeWithShared } from '../support/shared.ts'
import { Oracle } from './oracle/checkExchange.ts'
import { readContract } from './oracle/contract.ts'
import { columnsOf } from './oracle/listFields.ts'
import { covers } from './oracle/permissions.ts'
import { findOperation } from './oracle/routing.ts'
import { tableOf } from './oracle/table.ts'

const site = '/sites/thameside.sharepoint.example,4f2d9a31,9b6e1d48'
const items = `${site}/lists/l-1/items`
const json = { 'Content-Type': 'application/json' }

function exchange(changes: Partial<Exchange>): Exchange {
  const who = { at: '2026-01-01T00:00:00Z', app: 'a', user: 'app-only', agent: 'product', inner: false }
  const request = { method: 'GET', path: `${site}/lists`, query: '', requestHeaders: {} }
  return { ...who, ...request, status: 200, responseHeaders: {}, responseBody: { value: [] }, ...changes }
}

const columns = exchange({
  path: `${site}/lists/l-1/columns`,
  responseBody: {
    value: [
      { name: 'Title', text: {} },
      { name: 'State', choice: { choices: ['open', 'closed'] } },
      { name: 'Order', number: {} },
      { name: 'Created', readOnly: true },
    ],
  },
})

const post = (path: string, requestBody: unknown, responseBody?: unknown): Exchange =>
  exchange({ method: 'POST', path, requestHeaders: json, requestBody, status: 202, responseBody })
const posted = (fields: object): Exchange =>
  exchange({
    method: 'POST',
    path: items,
    requestHeaders: json,
    requestBody: { fields },
    status: 201,
    responseBody: { id: '1' },
  })
const read = (fields: object): Exchange =>
  exchange({ path: items, responseBody: { value: [{ id: '1', fields }] } })
const refused = (responseBody: unknown): Exchange => exchange({ status: 404, responseBody })
const innerError = { date: '2026-01-01T00:00:00', 'request-id': 'r', 'client-request-id': 'c' }

describeWithShared('the oracle', (shared) => {
  const contract = readContract(shared)
  const oracle = new Oracle(contract, columnsOf([columns]))
  const wrong = (one: Exchange) => oracle.check(one).violations.join('\n')

  test.each<[string, Exchange]>([
    ['a list of lists', exchange({ query: '$select=id,displayName' })],
    ['a next link', exchange({ query: '%24skiptoken=abc' })],
    ['a delta token', exchange({ path: `${items}/delta`, query: 'token=abc' })],
    ['fields of the columns', posted({ Title: 'a', State: 'open', Order: 1 })],
    ['a field that is emptied', posted({ Title: null })],
    ['a word in another case', post('/me/events', { importance: 'HIGH' }, { id: '1' })],
    ['a parameter in another case', post('/me/events/1/cancel', { cOMMENT: 'No' })],
    ['an error in its envelope', refused({ error: { code: 'itemNotFound', message: 'No.', innerError } })],
    ['an answer that never came', exchange({ status: 0, responseBody: undefined })],
  ])('takes %s', (_what, one) => {
    expect(wrong(one)).toBe('')
  })

  test.each<[string, Exchange, string]>([
    ['an operation that there is not', exchange({ path: '/chats' }), 'no such operation'],
    ['an option that it does not take', exchange({ query: '$skipp=1' }), '$skipp is not an option'],
    ['an unknown name in $select', exchange({ query: '$select=displayname2' }), '$select names displayname2'],
    [
      'an unknown field in $expand',
      exchange({ path: items, query: '$expand=fields($select=Titel)' }),
      'Titel',
    ],
    ['a misspelt property', post(`${site}/lists`, { displyName: 'A' }, { id: '1' }), 'displyName'],
    ['a misspelt property of an event', post('/me/events', { attendes: [] }, { id: '1' }), 'attendes'],
    ['a value of the wrong type', post('/me/events', { isAllDay: 'no' }, { id: '1' }), '/isAllDay'],
    [
      'a word that there is not',
      post('/me/events', { importance: 'urgent' }, { id: '1' }),
      'low, normal, high',
    ],
    ['a parameter that there is not', post('/me/events/1/cancel', { coment: 'No' }), 'coment'],
    ['a body without its type', exchange({ ...posted({}), requestHeaders: {} }), 'without Content-Type'],
    ['a write without its body', exchange({ ...posted({}), requestBody: undefined }), 'request: no body'],
    ['a field without a column', posted({ Titel: 'a' }), '/fields/Titel: the list has no such column'],
    ['a field that is read-only', posted({ Created: '2026-01-01T00:00:00Z' }), 'read-only'],
    ['a field of another kind', posted({ Order: '1' }), '/fields/Order'],
    ['a choice that is not offered', posted({ State: 'ajar' }), 'ajar is not among the choices'],
    ['an answer with more than its type', exchange({ responseBody: { value: [{ titel: 'x' }] } }), 'titel'],
    [
      'an answer in another case',
      exchange({ path: '/me/events/1', responseBody: { importance: 'High' } }),
      '/importance',
    ],
    ['fields that came empty', read({ Title: null }), '/fields/Title'],
    ['fields that no column has', read({ Titel: 'a' }), '/fields/Titel'],
    ['an error without a code', refused({ error: { message: 'No.', innerError } }), 'without a code'],
    ['an error without its envelope', refused({ message: 'No.' }), 'one object named error'],
    [
      'an error without its request',
      refused({ error: { code: 'a', message: 'b' } }),
      'innerError request-id',
    ],
  ])('refuses %s', (_what, one, said) => {
    expect(wrong(one)).toContain(said)
  })

  test.each([
    ['/sites/t.example:/sites/follow-through', '/sites/{site-id}'],
    ['/sites/t.example:/sites/follow-through:/lists', '/sites/{site-id}/lists'],
    [
      '/sites/t.example%2Ca%2Cb/lists/l/items/7/fields',
      '/sites/{site-id}/lists/{list-id}/items/{listItem-id}/fields',
    ],
    [`${items}/delta`, '/sites/{site-id}/lists/{list-id}/items/delta'],
    [`${items}/delta(token='abc')`, "/sites/{site-id}/lists/{list-id}/items/delta(token='{token}')"],
    ['/places/microsoft.graph.room', '/places/microsoft.graph.room'],
    ['/$batch', '/$batch'],
  ])('finds %s', (path, template) => {
    const method = path === '/$batch' ? 'POST' : 'GET'
    expect(findOperation(contract.operations, method, path)?.template).toBe(template)
  })

  test.each([
    ['Sites.Selected', `${items}/7`, 'GET', true],
    ['Sites.Selected', items, 'POST', true],
    ['Sites.Selected', `${site}/lists`, 'POST', false],
    ['Sites.Selected', `${site}/permissions`, 'POST', false],
    ['Sites.Read.All', items, 'POST', false],
    ['Sites.Manage.All', items, 'POST', true],
    ['Sites.Manage.All', `${site}/permissions`, 'POST', false],
  ] as const)('%s for %s, %s: %s', (permission, path, method, enough) => {
    const operation = findOperation(contract.operations, method, path)
    expect(operation && covers(permission, 'application', operation)).toBe(enough)
  })

  test('the table counts what was seen and what was wrong', () => {
    const seen = [
      exchange({}),
      exchange({ query: '$skipp=1' }),
      exchange({ status: 0, responseBody: undefined }),
    ]
    const table = tableOf(seen.map((one) => oracle.check(one)))
    expect(table).toMatch(/^GET \/sites\/\{site-id\}\/lists +3 +2 +1$/m)
    expect(table).toMatch(/^1 operations +3 +2 +1$/m)
  })
})
