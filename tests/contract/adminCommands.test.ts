import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ended, runAdmin, startAdmin } from '../admin/runAdmin.ts'
import { type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'

const paper = 'src/admin/sample/paper.txt'
const site = '/sites/thameside.sharepoint.example:/sites/follow-through:'

let tenant: LocalTenant
let asProvisioner: GraphCaller

jest.setTimeout(60_000)
beforeEach(async () => {
  tenant = await startLocalTenant()
  asProvisioner = await tenant.asApp('provisioner')
})
afterEach(() => tenant.remove())

const admin = (...args: string[]) => runAdmin(args, { FT_DATA: tenant.dataFolder })
const plan = (...rules: object[]) => tenant.call('POST', '/local-tenant/faults', { body: rules })
const recommendations = async () =>
  rowsOf(await asProvisioner('GET', `${site}/lists/Recommendations/items?$expand=fields&$top=200`))

async function column(list: string, name: string) {
  const columns = rowsOf(await asProvisioner('GET', `${site}/lists/${list}/columns`))
  const found = columns.find((one) => one.name === name)
  if (!found) throw new Error(`The list ${list} has no column ${name}.`)
  return found
}

describe('provision', () => {
  test('creates the lists with their indexes, and changes nothing the second time', async () => {
    expect((await admin('provision')).stdout).toMatch(/Done: 19 lists, \d+ columns are as declared\.\n$/)
    expect(await column('Recommendations', 'OpenDeadline')).toMatchObject({ indexed: true })
    expect(await column('ReminderLedger', 'Key')).toMatchObject({ indexed: true, enforceUniqueValues: true })
    const second = await admin('provision')
    expect(second).toMatchObject({ code: 0 })
    expect(second.stdout).toMatch(/^Nothing to change: 19 lists, \d+ columns are as declared\.\n$/)
  })

  test('migrates lists that are older than their declaration', async () => {
    await admin('provision')
    const path = `${site}/lists/Posts/columns`
    const { id } = await column('Posts', 'Unit')
    await asProvisioner('DELETE', `${path}/${id}`)
    const holder = await column('Posts', 'HolderObject')
    await asProvisioner('PATCH', `${path}/${holder.id}`, { body: { indexed: false, description: 'Old.' } })
    const run = await admin('provision')
    expect(run.stdout).toMatch(/Posts: column Unit added\./)
    expect(run.stdout).toMatch(/Posts: column HolderObject changed \(description, indexed\)\./)
    expect((await admin('provision')).stdout).toMatch(/^Nothing to change/)
  })

  test('refuses to turn a column into another kind', async () => {
    await asProvisioner('POST', `${site}/lists`, {
      body: {
        displayName: 'Posts',
        list: { template: 'genericList' },
        columns: [{ name: 'Unit', number: {} }],
      },
    })
    const run = await admin('provision')
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/Posts: column Unit is a number and should be a single line of text/)
  })

  test('goes on where it was interrupted', async () => {
    await plan({ method: 'POST', path: '/lists$', times: 1, kind: '504-after-commit' })
    expect((await admin('provision')).stdout).toMatch(/Done: 19 lists/)
    expect((await admin('provision')).stdout).toMatch(/^Nothing to change/)
  })
})

describe('import', () => {
  beforeEach(async () => {
    await admin('provision')
  })

  test('brings the paper in once; the second time nothing changes', async () => {
    const first = await admin('import', paper)
    expect(first).toMatchObject({ code: 0 })
    expect(first.stdout).toMatch(
      /Created 17 reports and 51 rows, updated 0 reports and 0 rows, 0 unchanged\.\n$/,
    )
    const before = await recommendations()
    const second = await admin('import', paper)
    expect(second.stdout).toMatch(
      /Nothing to change: all 68 reports and rows are in the register already\.\n$/,
    )
    expect(await recommendations()).toEqual(before)
  })

  test('a dry run says what would be done and writes nothing; the result file says what was', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ft-import-'))
    const file = path.join(folder, 'tracker.csv')
    writeFileSync(file, 'Ref,Recommendation,Lead,Due,RAG\n1,Do it,A,May 2021,Amber\n2,Else,B,,Purple\n')
    const dry = await admin('import', file, '--dry-run')
    expect(dry.stdout).toMatch(
      /Columns of .*: Ref = number, Recommendation = text, Lead = owner, Due = due, RAG = status\./,
    )
    expect(dry.stdout).toMatch(
      /tracker-undated\/2 \(line 3\): cannot come in, the register knows no status "PURPLE"/,
    )
    expect(dry.stdout).toMatch(/Reports: 1 new\. Rows: 1 new, 1 unreadable\.\nNothing was written/)
    expect(await recommendations()).toEqual([])
    const results = path.join(folder, 'results.csv')
    const run = await admin('import', file, '--results', results)
    expect(run).toMatchObject({ code: 1 })
    expect(readFileSync(results, 'utf8')).toMatch(/Row,tracker-undated\/1,new in the register/)
    expect(await recommendations()).toHaveLength(1)
    rmSync(folder, { recursive: true })
  })

  test('makes no row twice when answers are lost and requests throttled', async () => {
    await plan(
      { method: 'POST', path: '/items$', times: 3, kind: '504-after-commit' },
      { method: 'POST', path: '/items$', times: 2, kind: 'connection-reset-after-commit' },
      { method: 'POST', path: '/items$', times: 2, kind: '429', retryAfter: 1 },
    )
    expect((await admin('import', paper)).stdout).toMatch(/Created 17 reports and 51 rows/)
    expect(await recommendations()).toHaveLength(51)
  })

  test('stops on Ctrl-C, says what was kept, and the next run brings in the rest', async () => {
    await plan({ method: 'POST', path: '/items$', times: 200, kind: 'slow', delayMs: 200 })
    const child = startAdmin(['import', paper], { FT_DATA: tenant.dataFolder })
    let isAsked = false
    child.stderr?.on('data', (chunk) => {
      if (!isAsked && /\b(?:37|57) of 68/.test(String(chunk))) isAsked = child.kill('SIGINT')
    })
    const run = await ended(child)
    expect(run.code).toBe(130)
    expect(run.stdout).toMatch(/Stopped: \d+ of 68 were looked at and are kept, \d+ were not\./)
    const kept = (await recommendations()).length
    expect(kept).toBeLessThan(51)
    await tenant.call('DELETE', '/local-tenant/faults')
    await admin('import', paper)
    expect(await recommendations()).toHaveLength(51)
  })

  test('leaves the check with nothing to complain about', async () => {
    await admin('import', paper)
    const run = await admin('check')
    expect(run).toMatchObject({ code: 0 })
    expect(run.stdout).toMatch(/Recommendations +Row .* is found by its key\./)
  })
})
