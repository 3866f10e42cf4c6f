import path from 'node:path'
import {
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'
import { readRecording, recordingTo } from '../support/recording.ts'
import { describeWithShared } from '../support/shared.ts'
import { bodiesOf } from './oracle/bodies.ts'
import { type Checked, Oracle } from './oracle/checkExchange.ts'
import { readContract } from './oracle/contract.ts'
import { columnsOf } from './oracle/listFields.ts'

const recording = path.resolve('dist/contract/stand-in.jsonl')
const daniel = personId(2)
const window = 'startDateTime=2021-09-01T00:00:00Z&endDateTime=2021-09-30T00:00:00Z'

jest.setTimeout(120_000)

/** What the local tenant answers beyond what the product asks for: it has to keep to the contract there, too. */
describeWithShared('the local tenant beside the product', (shared) => {
  const contract = readContract(shared)
  let tenant: LocalTenant
  let checked: readonly Checked[]

  beforeAll(async () => {
    tenant = await startLocalTenant({ env: recordingTo(recording) })
    for (const { graph, method, path: target, body } of await bodiesOf(tenant))
      await graph(method, target, { body })
    await people(await tenant.asUser(3), await tenant.asApp())
    await lists(await tenant.asApp('provisioner'), `/sites/${tenant.environment.FT_SITE}:`)
    await calendars(await tenant.asUser(3))
    await teams(await tenant.asApp())
    const exchanges = readRecording(recording)
    const oracle = new Oracle(contract, columnsOf(exchanges))
    checked = exchanges.map((exchange) => oracle.check(exchange))
  })
  afterAll(() => tenant.remove())

  test('every answer is one of the contract', () => {
    const known = checked.filter(({ operation }) => operation !== null)
    const wrong = known.flatMap(({ exchange, operation, violations }) =>
      violations.map((one) => `${operation?.name} ${exchange.status}: ${one}`),
    )
    expect([...new Set(wrong)]).toEqual([])
    expect(new Set(known.map(({ operation }) => operation?.name)).size).toBeGreaterThanOrEqual(45)
  })
})

async function people(ruth: GraphCaller, app: GraphCaller): Promise<void> {
  await all(ruth, [
    '/me',
    '/me?$select=id,displayName',
    '/me/people',
    '/me/memberOf',
    '/me/transitiveMemberOf',
  ])
  await all(ruth, ['/users', '/users?$top=3', `/users/${daniel}`, '/users/nobody@thameside.example'])
  await all(ruth, ['/users?$filter=startswith(displayName,%27A%27)', '/places/microsoft.graph.room'])
  await all(app, ['/me', `/users/${daniel}`, `/users/${daniel}/transitiveMemberOf`])
  await all(ruth, ['/places/hydra.suite@thameside.example', '/me/mailboxSettings'])
}

async function lists(hand: GraphCaller, site: string): Promise<void> {
  const list = `${site}/lists/Mutants`
  const [item] = rowsOf(await hand('GET', `${list}/items?$expand=fields`))
  const at = `${list}/items/${item?.id}`
  await all(hand, [
    site.slice(0, -1),
    `${site}/lists?$select=id,system`,
    `${site}/lists?$expand=columns`,
    list,
  ])
  await all(hand, [`${list}?$expand=columns`, `${list}/contentTypes`, `${list}/columns?$select=name,hidden`])
  await all(hand, [
    at,
    `${at}?$expand=fields($select=Title)`,
    `${at}/fields`,
    `${at}/versions?$expand=fields`,
  ])
  await all(hand, [`${at}/versions/1.0`, `${at}/versions/9.0`, `${list}/items/delta?$expand=fields`])
  await all(hand, [`${list}/items/delta?token=latest`, `${list}/items?$filter=fields/Note eq 'x'`])
  await hand('POST', `${at}/versions/1.0/restoreVersion`)
  await hand('PATCH', `${at}/fields`, { body: { Title: 'x' }, headers: { 'If-Match': '"old,1"' } })
  const [column] = rowsOf(await hand('GET', `${list}/columns`)).filter((one) => one.name === 'Price')
  await all(hand, [`${list}/columns/${column?.id}`])
  await hand('DELETE', `${list}/columns/${column?.id}`)
  await hand('DELETE', at)
}

async function calendars(ruth: GraphCaller): Promise<void> {
  const [event] = rowsOf(await ruth('GET', '/me/events'))
  const at = `/me/events/${event?.id}`
  await all(ruth, [at, `/me/calendarView?${window}`, `/me/calendar/events`, `/me/calendarView`])
  await all(ruth, [`/me/calendar/calendarView?${window}`, `${at}/instances?${window}`, '/me/events/AAAA'])
  await ruth('GET', at, { headers: { Prefer: 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"' } })
  await ruth('POST', `${at}/accept`, { body: { comment: 'Yes', sendResponse: true } })
  await ruth('DELETE', at)
}

async function teams(app: GraphCaller): Promise<void> {
  const at = `/users/${personId(16)}/teamwork/installedApps`
  const bind = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/0b7f4c1d-5a26-4e93-8d7c-2f9e6a1b3c54'
  const body = { 'teamsApp@odata.bind': bind }
  await app('POST', at, { body })
  await app('POST', at, { body })
  const [install] = rowsOf(await app('GET', `${at}?$expand=teamsApp,teamsAppDefinition`))
  const chat = await app('GET', `${at}/${install?.id}/chat`)
  const { id } = chat.body as { id: string }
  await all(app, [`/chats/${id}`, `/chats/${id}/messages`, '/chats/19:nobody@unq.gbl.spaces'])
  await app('DELETE', `${at}/${install?.id}`)
}

async function all(graph: GraphCaller, targets: readonly string[]): Promise<void> {
  for (const target of targets) await graph('GET', target)
}
