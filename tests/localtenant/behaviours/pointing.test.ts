import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type LocalTenant, rowsOf, startLocalTenant } from '../../support/localTenant.ts'
import { openSite, type SiteUnderTest } from '../../support/siteLists.ts'

let tenant: LocalTenant
let site: SiteUnderTest
beforeAll(async () => {
  tenant = await startLocalTenant()
  site = await openSite(tenant)
  await site.grant(['fullcontrol'])
})
afterAll(() => tenant.remove())

/** `npm run test:tenant` with nothing but these variables. */
function testTenant(
  variables: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const script: string = JSON.parse(readFileSync('package.json', 'utf8')).scripts['test:tenant']
  const args = script.split(' ').slice(1)
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

const lists = async () => rowsOf(await site.admin('GET', site.lists)).map(({ displayName }) => displayName)
const events = async () =>
  rowsOf(await (await tenant.asApp())('GET', `/users/${tenant.environment.FT_MAILBOX}/events`))

describe('the behaviours, pointed at a tenant that was started elsewhere', () => {
  const place = () => ({ FT_GRAPH: tenant.origin, FT_GRAPH_SITE: tenant.environment.FT_SITE ?? '' })

  test('are all found there with a token alone, and everything is removed again', async () => {
    const FT_GRAPH_TOKEN = await tenant.appToken()
    const FT_GRAPH_MAILBOX = tenant.environment.FT_MAILBOX ?? ''
    const { code, said } = await testTenant({ ...place(), FT_GRAPH_TOKEN, FT_GRAPH_MAILBOX })
    expect([code, said]).toEqual([0, expect.stringMatching(/Tests: +\d{3} passed, \d{3} total/)])
    expect(said).toMatch(
      /Left out: filters, order and pages of a list: a next link .*; how a real link is sealed/,
    )
    expect(said).toMatch(
      /Left out: values of a row: a date-only column .*; the site may be in another time zone/,
    )
    expect(await lists()).toEqual([])
    expect(await events()).toEqual([])
    const log = await tenant.call('GET', '/local-tenant/requests')
    expect(new Set(rowsOf(log).map(({ path }) => String(path).split('/')[1]))).toEqual(new Set(['v1.0']))
  })

  test('leave the calendar out, with a sentence, where none is named', async () => {
    const { said } = await testTenant({ ...place(), FT_GRAPH_TOKEN: 'none' })
    expect(said).toContain(
      'Left out: events of a calendar; no calendar is named (FT_GRAPH_MAILBOX: an address, or me)',
    )
    expect(said).toMatch(/No site thameside.*: 401/)
  })
})
