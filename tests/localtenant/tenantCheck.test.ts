import { existsSync } from 'node:fs'
import path from 'node:path'
import { ended, runAdmin, startAdmin } from '../admin/runAdmin.ts'
import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'
import { service } from '../support/outlookMailbox.ts'
import { openSite, type SiteUnderTest } from '../support/siteLists.ts'
import { differencesBetween, readRecord, recordsIn, type TenantRecord } from '../support/tenantRecords.ts'

const amira = 'amira.hassan@thameside.example'

let tenant: LocalTenant
let site: SiteUnderTest
let app: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  site = await openSite(tenant)
  app = await tenant.asApp()
})
afterAll(() => tenant.remove())

const record = () => path.join(tenant.dataFolder, 'tenant-check.json')
const check = (args: readonly string[] = [], more: Readonly<Record<string, string>> = {}) =>
  runAdmin(['check', '--tenant', ...args], { FT_DATA: tenant.dataFolder, ...more })
const judged = (kept: TenantRecord, agrees: boolean | null) =>
  kept.checks.filter((one) => one.agrees === agrees).map(({ number }) => number)
const leftOnSite = async () =>
  rowsOf(await site.admin('GET', site.lists))
    .map((list) => list.displayName)
    .filter((name) => String(name).startsWith('Follow-Through check'))
const inChat = async () => at(await tenant.call('GET', `/local-tenant/chat/${personId(1)}`), 'messages')
const mails = async () => rowsOf(await tenant.call('GET', `/local-tenant/mail/${amira}`))

describe('the checks of a tenant', () => {
  let whole: TenantRecord

  it('agree with the local tenant wherever they can be tried, and take everything away again', async () => {
    await site.grant(['write'])
    const run = await check(['--send-to', amira])
    whole = readRecord(record())
    expect(judged(whole, false)).toEqual([])
    expect(judged(whole, null)).toEqual([12])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toMatch(
      /^A list with a temporary name.* amira\.hassan@thameside\.example gets two cards/,
    )
    expect(run.stdout).toMatch(/14 agree, 0 disagree, 1 could not be tried\. The record is in /)
    expect(await leftOnSite()).toEqual([])
    expect(rowsOf(await app('GET', `${service}/events`))).toEqual([])
    expect(await inChat()).toEqual([])
  })

  it('keep a record: when, where, and each check with what was assumed and seen', () => {
    expect(whole).toMatchObject({ at: expect.stringMatching(/^\d{4}-.*Z$/), graph: tenant.origin })
    expect(whole.checks.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1))
    expect(whole.checks[3]).toEqual({
      number: 4,
      name: 'A write with a stale If-Match',
      assumed: 'refused with 412, and nothing is changed',
      seen: '412, and the row says "between"',
      agrees: true,
      note: '',
    })
  })

  it('say what disagrees and answer 1; either way of refusing a repeat agrees', async () => {
    await site.grant(['fullcontrol'])
    await tenant.call('POST', '/local-tenant/controls', {
      body: { duplicateTransaction: 400, uniqueClash: 400 },
    })
    const before = (await mails()).length
    const run = await check(['--json', path.join(tenant.dataFolder, 'other.json')])
    const kept = readRecord(path.join(tenant.dataFolder, 'other.json'))
    expect(run.code).toBe(1)
    expect(judged(kept, false)).toEqual([8])
    expect(run.stdout).toMatch(/ 8 {2}Creating a list .*: DISAGREES\n.*\n {4}seen {5}201\n/)
    expect(kept.checks[4]).toMatchObject({ seen: '400 ErrorDuplicateTransactionId, names it', agrees: true })
    expect(kept.checks[6]).toMatchObject({ seen: '400 invalidRequest, a duplicate', agrees: true })
    expect(judged(kept, null)).toEqual([11, 12, 13, 14])
    expect(await mails()).toHaveLength(before)
    expect(await inChat()).toEqual([])
    expect(await leftOnSite()).toEqual([])
    expect(differencesBetween(kept, whole)).toEqual([
      'Check 5 (An event with a transaction id that has been used): the record says "400 ErrorDuplicateTransactionId, names it", here it is "409 ErrorDuplicateTransactionId, names it".',
      'Check 7 (A value that a unique column already holds): the record says "400 invalidRequest, a duplicate", here it is "409 nameAlreadyExists".',
      'Check 8 (Creating a list with the role write on the site): the record says "201", here it is "403 accessDenied".',
    ])
    await tenant.call('POST', '/local-tenant/controls', {
      body: { duplicateTransaction: 409, uniqueClash: 409 },
    })
  })

  it('use a coordinator’s calendar where a token for it is given', async () => {
    await site.grant(['write'])
    const log = async (since = 0) => rowsOf(await tenant.call('GET', `/local-tenant/requests?since=${since}`))
    const since = Math.max(...(await log()).map(({ seq }) => Number(seq)))
    const run = await check([], { FT_CHECK_TOKEN: await tenant.userToken(3) })
    expect(run.code).toBe(0)
    const events = (await log(since)).filter(({ path: asked }) => String(asked).includes('/events'))
    expect(events.length).toBeGreaterThan(20)
    expect(events.every(({ path: asked }) => String(asked).startsWith('/v1.0/me/events'))).toBe(true)
    expect(rowsOf(await (await tenant.asUser(3))('GET', '/me/events'))).toEqual([])
  })

  it('leave nothing behind when they are stopped with Ctrl-C, and write no record', async () => {
    await tenant.call('POST', '/local-tenant/faults', {
      body: { rules: [{ kind: 'slow', method: 'POST', path: '/items$', times: 9, delayMs: 300 }] },
    })
    const file = path.join(tenant.dataFolder, 'stopped.json')
    const child = startAdmin(['check', '--tenant', '--json', file], { FT_DATA: tenant.dataFolder })
    const end = ended(child)
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk) => String(chunk).includes(' 1  ') && resolve())
    })
    expect(await leftOnSite()).toHaveLength(1)
    child.kill('SIGINT')
    expect(await end).toMatchObject({ code: 130, stderr: expect.stringContaining('no record was written') })
    expect(await leftOnSite()).toEqual([])
    expect(existsSync(file)).toBe(false)
    await tenant.call('DELETE', '/local-tenant/faults')
  })

  const recorded = recordsIn('tests/localtenant/records')
  it.each(recorded)('the local tenant answers as the tenant of the record %s', (_file, kept) => {
    expect(differencesBetween(kept, whole)).toEqual([])
  })
})
