import { createServer, type Server } from 'node:http'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { at, type LocalTenant, type Row, rowsOf } from '../support/localTenant.ts'
import { sharedTenant } from './shared.ts'
import { openBrowser, openTab, signInHere } from './window.ts'

jest.setTimeout(90_000)

let tenant: LocalTenant
let browser: Browser
let context: BrowserContext
let foreign: Server
let foreignOrigin: string
beforeAll(async () => {
  tenant = sharedTenant()
  browser = await openBrowser()
  foreign = createServer((_req, res) => {
    res.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>')
  })
  await new Promise<void>((resolve) => foreign.listen(0, 'localhost', resolve))
  foreignOrigin = `http://localhost:${(foreign.address() as { port: number }).port}`
})
afterAll(async () => {
  await browser?.close()
  foreign?.close()
  foreign?.closeAllConnections()
})
beforeEach(async () => {
  context = await signInHere(browser, tenant)
})
afterEach(() => context.close())

const isReady = (tab: FrameLocator) => tab.getByRole('tab', { name: 'Recommendations' }).waitFor()
/** Whether the tab is drawn on a dark ground; which grey it is, is Fluent's affair. */
const isDark = (tab: FrameLocator) =>
  tab
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((element) => Number(/\d+/.exec(getComputedStyle(element).backgroundColor)) < 100)

/** Lets whatever is on its way arrive: two turns of the window's own message queue. */
const settle = (page: Page) => page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 300)))

async function someRow(): Promise<Row> {
  const graph = await tenant.asApp()
  const site = at(await graph('GET', `/sites/${tenant.environment.FT_SITE}`), 'id')
  const rows = rowsOf(await graph('GET', `/sites/${site}/lists/Recommendations/items?$expand=fields&$top=5`))
  const row = rows.at(-1)
  if (!row) throw new Error('The sample has no rows.')
  return row
}

describe('@microsoft/teams-js in the tab’s frame, on another origin than the window', () => {
  it('shakes hands and reads who is there and what the window looks like', async () => {
    const { page, tab } = await openTab(context, tenant, { user: 'helen.carver', theme: 'dark' })
    await isReady(tab)
    const frame = page
      .frames()
      .find((one) => one.url().startsWith(tenant.environment.FT_SERVICE_ORIGIN ?? '?'))
    expect(new URL(frame?.url() ?? '').origin).not.toBe(new URL(page.url()).origin)
    await tab.getByText('Helen Carver').first().waitFor()
    expect(await isDark(tab)).toBe(true)
  })

  it('follows a change of theme', async () => {
    const { page, tab } = await openTab(context, tenant, { user: 'helen.carver' })
    await isReady(tab)
    expect(await isDark(tab)).toBe(false)
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await settle(page)
    expect(await isDark(tab)).toBe(true)
  })

  it('opens the part that a deep link names', async () => {
    const row = await someRow()
    const { tab } = await openTab(context, tenant, {
      user: 'helen.carver',
      page: 'home',
      subpage: `recommendation/${row.id}`,
    })
    await tab.getByText(String(row.fields.Text).slice(0, 60)).first().waitFor()
  })
})

describe('a message from a page of another origin', () => {
  /** The Teams window, opened by a page elsewhere, which therefore can post to it and to its frames. */
  async function openFromElsewhere() {
    const elsewhere = await context.newPage()
    await elsewhere.goto(foreignOrigin)
    const opens = context.waitForEvent('page')
    await elsewhere.evaluate((address) => {
      Object.assign(window, { teams: window.open(address), heard: [] })
      window.addEventListener('message', (event) => Reflect.get(window, 'heard').push(event.data))
    }, `${tenant.origin}/?user=helen.carver`)
    const page = await opens
    const tab = page.frameLocator('iframe[title="Follow-Through"]')
    await isReady(tab)
    return { elsewhere, page, tab }
  }
  const toDark = { func: 'themeChange', args: ['dark'] }

  it('does not reach the tab, while the same message of the window does', async () => {
    const { elsewhere, page, tab } = await openFromElsewhere()
    await elsewhere.evaluate(
      (message) => Reflect.get(window, 'teams').frames[0].postMessage(message, '*'),
      toDark,
    )
    await settle(page)
    expect(await isDark(tab)).toBe(false)
    await page.evaluate((message) => window.frames[0]?.postMessage(message, '*'), toDark)
    await settle(page)
    expect(await isDark(tab)).toBe(true)
  })

  it('gets no context and no token from the window', async () => {
    const { elsewhere, page } = await openFromElsewhere()
    const naa = JSON.stringify({
      messageType: 'NestedAppAuthRequest',
      method: 'GetToken',
      requestId: 'stolen',
      tokenParams: { clientId: tenant.environment.FT_CLIENT_ID, scope: 'Sites.Selected' },
    })
    await elsewhere.evaluate(
      (asked) => {
        for (const message of asked) Reflect.get(window, 'teams').postMessage(message, '*')
      },
      [
        { id: 1, func: 'initialize', args: ['2.58.0'] },
        { id: 2, func: 'getContext', args: [] },
        { id: 3, func: 'nestedAppAuth.execute', data: naa },
        { id: 4, func: 'authentication.getAuthToken', args: [] },
      ],
    )
    await settle(page)
    expect(await elsewhere.evaluate(() => Reflect.get(window, 'heard'))).toEqual([])
  })

  it('cannot even show the tab: its policy names who may', async () => {
    const elsewhere = await context.newPage()
    await elsewhere.goto(foreignOrigin)
    const refused = elsewhere.waitForEvent('console', {
      predicate: (said) => said.text().includes('frame-ancestors'),
    })
    await elsewhere.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
    }, `${tenant.environment.FT_SERVICE_ORIGIN}/tab/`)
    expect((await refused).text()).toContain('frame-ancestors')
  })
})
