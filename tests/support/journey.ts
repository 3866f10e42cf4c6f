import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { at, connectToTenant, type GraphCaller, type LocalTenant, type Row, rowsOf } from './localTenant.ts'

const offline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
]

/** The product that the journeys share, seen from outside: its tenant, its site over Graph, and a browser. */
export interface Journey {
  readonly tenant: LocalTenant
  /** Graph with the app's own sign-in. */
  readonly graph: GraphCaller
  readonly site: string
  readonly browser: Browser
  /** Opens the Teams window as a person, at a place (`tab`, `chat`, `calendar`, `mail`). */
  open(user: string, place?: string): Promise<{ page: Page; tab: FrameLocator }>
  /** All items of a list with their fields. */
  items(list: string): Promise<Row[]>
  /** Plans faults; earlier plans are forgotten. */
  fail(...rules: object[]): Promise<void>
  /** How many requests the planned faults have hit. */
  hits(): Promise<number>
  /** Runs `npm run admin -- …` against this product. */
  admin(...args: string[]): Promise<unknown>
  end(): Promise<void>
}

/** The journey of a test file: connected before its tests, without faults between them, ended after them. */
export function journeyForThisFile(): Journey {
  let begun: Journey | undefined
  beforeAll(async () => {
    begun = await beginJourney()
  })
  afterEach(async () => {
    await begun?.fail()
  })
  afterAll(async () => {
    await begun?.end()
  })
  return new Proxy({} as Journey, {
    get: (_target, name: keyof Journey) => {
      if (!begun) throw new Error('The journey has not begun yet.')
      return begun[name]
    },
  })
}

/** Connects to the product that the journeys' setup has started. */
async function beginJourney(): Promise<Journey> {
  const origin = process.env.FT_JOURNEY_ORIGIN ?? ''
  const dataFolder = process.env.FT_JOURNEY_DATA ?? ''
  const tenant = connectToTenant(origin, dataFolder)
  const graph = await tenant.asApp()
  const site = String(at(await graph('GET', `/sites/${tenant.environment.FT_SITE}`), 'id'))
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: offline })
  return {
    tenant,
    graph,
    site,
    browser,
    open: (user, place) => open(browser, origin, user, place),
    items: (list) => allItems(graph, site, list),
    async fail(...rules) {
      await tenant.call('DELETE', '/local-tenant/faults')
      if (rules.length > 0) await tenant.call('POST', '/local-tenant/faults', { body: { rules } })
    },
    async hits() {
      const rules = at(await tenant.call('GET', '/local-tenant/faults'), 'rules') as { hits: number }[]
      return rules.reduce((sum, rule) => sum + rule.hits, 0)
    },
    admin: (...args) => admin(dataFolder, args),
    async end() {
      await tenant.call('DELETE', '/local-tenant/faults')
      await browser.close()
    },
  }
}

async function open(browser: Browser, origin: string, user: string, place = 'tab') {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  page.setDefaultTimeout(15_000)
  await page.route('https://res.cdn.office.net/**', (route) => route.abort())
  const query = place === 'tab' ? `user=${user}` : `user=${user}&place=${place}`
  await page.goto(`${origin}/?${query}`)
  return { page, tab: page.frameLocator('iframe[title="Follow-Through"]') }
}

async function allItems(graph: GraphCaller, site: string, list: string): Promise<Row[]> {
  const rows: Row[] = []
  let next: string | undefined = `/sites/${site}/lists/${list}/items?$expand=fields&$top=200`
  while (next) {
    const answer = await graph('GET', next)
    rows.push(...rowsOf(answer))
    const link =
      at(answer, '', '@odata.nextLink') ?? (answer.body as Record<string, unknown>)['@odata.nextLink']
    next = typeof link === 'string' ? link : undefined
  }
  return rows
}

async function admin(dataFolder: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/admin/main.ts', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, FT_DATA: dataFolder },
    maxBuffer: 16_000_000,
  })
  return JSON.parse(stdout)
}

/** Waits until a question asked over HTTP has the answer hoped for; gives the last answer. */
export async function eventually<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 15_000
  for (;;) {
    const answer = await ask()
    if (good(answer) || Date.now() > until) return answer
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
