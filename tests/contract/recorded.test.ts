import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type LocalTenant, startLocalTenant } from '../support/localTenant.ts'
import { journeyRecording, readRecording, recordingTo } from '../support/recording.ts'
import { describeWithShared } from '../support/shared.ts'
import { type Checked, Oracle } from './oracle/checkExchange.ts'
import { readContract } from './oracle/contract.ts'
import { columnsOf } from './oracle/listFields.ts'
import { covers, isLeast, type Need, needsOf, readDeclared } from './oracle/permissions.ts'
import { replay } from './oracle/replay.ts'
import { tableOf } from './oracle/table.ts'
import { tour } from './tour.ts'

const tourRecording = path.resolve('dist/contract/tour.jsonl')
const report = path.resolve('dist/contract/report.txt')
const declared = readDeclared()
const permissions = declared.applications.flatMap(({ application, permissions: held }) =>
  held.map((permission) => ({ ...permission, application })),
)
const titled = permissions.map((one) => [`${one.name}, ${one.kind}, ${one.application}`, one] as const)

jest.setTimeout(180_000)

describeWithShared('recorded Graph traffic', (shared) => {
  const contract = readContract(shared)
  let tenant: LocalTenant
  let checked: readonly Checked[]
  let needs: readonly Need[]

  beforeAll(async () => {
    tenant = await startLocalTenant({ env: { ...recordingTo(tourRecording), FT_CONSENTS: 'declared' } })
    await tour(tenant)
    const journeys = readRecording(process.env.FT_JOURNEY_RECORD ?? journeyRecording)
    if (journeys.length === 0) say('The journeys have left no recording, so only the tour is judged.')
    checked = [readRecording(tourRecording), journeys].flatMap((exchanges) => {
      const oracle = new Oracle(contract, columnsOf(exchanges))
      return exchanges.map((exchange) => oracle.check(exchange))
    })
    needs = needsOf(checked, applicationsOf(tenant))
    const table = tableOf(checked)
    mkdirSync(path.dirname(report), { recursive: true })
    writeFileSync(report, `${table}\n`)
    say(table)
    // The judging keeps this process busy for seconds: connections that were closed meanwhile have to be noticed.
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  afterAll(() => tenant.remove())

  test('every request and every response keeps to the contract', () => {
    expect(violationsOf(checked)).toEqual([])
  })

  test('the tour meets the refusals that the product has to live with', () => {
    const seen = new Set(checked.map(({ exchange }) => exchange.status))
    expect([...seen]).toEqual(expect.arrayContaining([400, 401, 403, 404, 409, 410, 412, 429, 503, 504]))
  })

  test('every operation is covered by a permission that is declared for it', () => {
    const uncovered = needs.filter(
      ({ application, kind, operation }) =>
        !permissions.some(
          (one) =>
            one.application === application &&
            one.kind === kind &&
            one.operations.includes(operation.name) &&
            covers(one.name, kind, operation),
        ),
    )
    expect(uncovered.map(inWords)).toEqual([])
  })

  test.each(titled)('%s: every operation is recorded, and nothing less would do', (_title, permission) => {
    const mine = needs.filter(
      (need) =>
        need.application === permission.application &&
        need.kind === permission.kind &&
        permission.operations.includes(need.operation.name),
    )
    expect(mine.map((need) => need.operation.name).toSorted()).toEqual(permission.operations.toSorted())
    expect(mine.some((need) => isLeast(permission.name, permission.kind, need.operation))).toBe(true)
  })

  test.each(titled)('%s: without it the local tenant answers 403', async (_title, permission) => {
    const others = permissions.map((one) => one.name)
    for (const need of needs.filter((one) => isOf(permission, one))) {
      const enough = others.filter((name) => covers(name, permission.kind, need.operation))
      expect([need.operation.name, await replay(tenant, need, enough)]).toEqual([need.operation.name, 403])
    }
  })

  test.each(titled)('%s: it is enough by itself', async (_title, permission) => {
    const others = permissions.map((one) => one.name).filter((name) => name !== permission.name)
    for (const need of needs.filter((one) => isOf(permission, one)))
      expect([401, 403]).not.toContain(await replay(tenant, need, others))
  })
})

type Titled = (typeof permissions)[number]

const isOf = (permission: Titled, need: Need): boolean =>
  need.application === permission.application &&
  need.kind === permission.kind &&
  permission.operations.includes(need.operation.name)

/** Names of the applications by their client ids, as the tenant has them. */
const applicationsOf = ({ environment }: LocalTenant): ReadonlyMap<string, string> =>
  new Map([
    [environment.FT_CLIENT_ID ?? '', 'Follow-Through'],
    [environment.FT_PROVISIONER_ID ?? '', 'Follow-Through provisioning'],
  ])

function violationsOf(checked: readonly Checked[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { exchange, operation, violations } of checked)
    for (const violation of violations) {
      const where = `${operation?.name ?? `${exchange.method} ${exchange.path}`} ${exchange.status}`
      const said = `${where}: ${violation}`
      counts.set(said, (counts.get(said) ?? 0) + 1)
    }
  return [...counts].map(([said, count]) => `${count} × ${said}`)
}

const inWords = ({ application, kind, operation }: Need): string =>
  `${application}, ${kind}: ${operation.name} needs ${(operation[kind]?.least ?? []).join(' or ')}`

/** Past jest's own reporter, which a run of all tests leaves out. */
function say(text: string): void {
  process.stderr.write(`\n${text}\n\n`)
}
