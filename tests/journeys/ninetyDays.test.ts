import { chromium } from 'playwright-core'
import { addDays, writeDate } from '../../src/domain/calendarDays.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { postStore } from '../../src/graph/lists/posts.ts'
import { recommendationStore } from '../../src/graph/lists/recommendations.ts'
import { ledgerStore } from '../../src/graph/lists/reminderLedger.ts'
import { reportStore } from '../../src/graph/lists/reports.ts'
import { settingStore } from '../../src/graph/lists/settings.ts'
import { openSite } from '../../src/graph/site.ts'
import { trainingStores } from '../../src/graph/trainingStores.ts'
import { type PlanDeps, planRun } from '../../src/usecases/planReminderRun.ts'
import type { RunReport } from '../../src/usecases/runReport.ts'
import { findChromium } from '../support/chromium.ts'
import { eventually } from '../support/journey.ts'
import { at, connectToTenant, type LocalTenant } from '../support/localTenant.ts'
import { type Product, startProduct } from '../support/product.ts'

jest.setTimeout(600_000)

const firstDay = '2021-06-02'
const days = Array.from({ length: 90 }, (_, index) => addDays(firstDay, index))
const daniel = '00000000-0000-4000-8000-000000000002'

let product: Product
let tenant: LocalTenant

// The days of the year pass here, so this journey has a product of its own. Its runs keep to what SharePoint allows in
// a minute, so their waits are shortened: ninety days of them would take as many minutes as the rates say.
beforeAll(async () => {
  product = await startProduct({ env: { NODE_OPTIONS: '--import ./tests/faults/quickWaits.ts' } })
  tenant = connectToTenant(product.origin, product.dataFolder)
})
afterAll(() => product?.remove())

/** The plan is made from the lists as anybody with the app's permission reads them, not by the service. */
async function planDeps(): Promise<PlanDeps> {
  const client = createGraphClient({ origin: tenant.origin, accessToken: () => tenant.appToken() })
  const site = await openSite(client, tenant.environment.FT_SITE ?? '')
  return {
    recommendations: recommendationStore(site),
    posts: postStore(site),
    reports: reportStore(site),
    settings: settingStore(site),
    ledger: ledgerStore(site),
    ...trainingStores(site),
  }
}

async function runJob(job: 'remind' | 'cover', body: object): Promise<unknown> {
  const token = await tenant.appToken('client', `api://${tenant.environment.FT_CLIENT_ID}/.default`)
  const answer = await fetch(`${product.serviceOrigin}/api/jobs/${job}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${JSON.stringify(body)}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function runReminders(today: string): Promise<RunReport> {
  return (await runJob('remind', { today })) as RunReport
}

/** Who is told of which rows, in an order of its own. */
function told(people: readonly { readonly person: string; readonly rows: readonly string[] }[]) {
  const rows = Map.groupBy(
    people.filter((one) => one.rows.length > 0),
    ({ person }) => person,
  )
  return [...rows]
    .map(([person, all]) => `${person}: ${[...new Set(all.flatMap((one) => one.rows))].sort().join(', ')}`)
    .sort()
}

async function cardsOf(person: string): Promise<number> {
  const messages = at(await tenant.call('GET', `/local-tenant/chat/${person}`), 'messages') as object[]
  return messages.filter((message) => JSON.stringify(message).includes('AdaptiveCard')).length
}

describe('ninety days of the sample', () => {
  it('send what the plan of each day says, to each person, and the chat shows it', async () => {
    const deps = await planDeps()
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined })
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    await page.route('https://res.cdn.office.net/**', (route) => route.abort())
    await page.goto(`${product.origin}/?user=daniel.okafor&place=chat`)
    const busyDays: string[] = []
    let ofDaniel = 0
    for (const [index, today] of days.entries()) {
      await tenant.call('POST', '/local-tenant/clock', { body: { now: `${today}T08:00:00.000Z` } })
      // Who needs which training is counted for the day first: the plan and the run are to see the same figures.
      await runJob('cover', {})
      const plan = await planRun(deps, { today })
      const planned = plan.people.map(({ person, lines }) => ({
        person: person.name,
        rows: lines.flatMap(({ line, standing }) => (standing === 'sent' ? [] : [line.recommendation])),
      }))
      const report = await runReminders(today)
      expect([today, ...told(report.sent)]).toEqual([today, ...told(planned)])
      expect([today, report.failed, report.unreachable, report.unconfirmed]).toEqual([today, [], [], []])
      // A second run of the same day sends nothing; to see it now and then is enough.
      if (index % 10 === 0) expect([today, (await runReminders(today)).sent]).toEqual([today, []])
      if (report.sent.length > 0) busyDays.push(today)
      const cards = report.sent.filter(({ person }) => person === 'Daniel Okafor').length
      if (cards === 0) continue
      ofDaniel += cards
      const shown = await eventually(
        () => page.locator('.ac-adaptiveCard').count(),
        (count) => count >= ofDaniel,
      )
      expect([today, shown]).toEqual([today, ofDaniel])
    }
    expect(busyDays.length).toBeGreaterThan(10)
    expect(ofDaniel).toBeGreaterThan(2)
    expect(await cardsOf(daniel)).toBe(ofDaniel)
    const weekend = busyDays.filter((day) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))
    expect(weekend).toEqual([])
    expect(busyDays).not.toContain('2021-08-30')
    expect(writeDate(days.at(-1) ?? '')).toBe('30 August 2021')
    await browser.close()
  })
})
