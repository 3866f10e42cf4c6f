import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import express from 'express'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.ts'
import { type LocalTenant, personId, startLocalTenant } from '../support/localTenant.ts'
import { freePort } from '../support/ports.ts'

/** A tab of a few lines on Microsoft's own teams-js: it shows what the host tells it. */
const tabPage = (hostOrigin: string) => `<!doctype html><html lang="en"><title>Tab</title>
<main><h1>Tab</h1><p id="context"></p><p id="theme"></p><p id="token"></p>
<button id="ask">Ask for a token</button><button id="chat">Open chat</button></main>
<script src="/teams.js"></script>
<script>
const t = microsoftTeams, show = (id, text) => { document.getElementById(id).textContent = text }
const naa = (method) => {
  window.nestedAppAuthBridge.postMessage(JSON.stringify({ messageType: 'NestedAppAuthRequest', method, requestId: method,
    tokenParams: { clientId: '${'d2b7c4e6-91a3-4f58-8c0d-1e6f7a9b3c21'}', scope: 'User.Read' } }))
}
t.app.initialize(['${hostOrigin}']).then(async () => {
  const c = await t.app.getContext()
  show('context', [c.user.userPrincipalName, c.app.theme, c.app.locale, c.page.subPageId].join(' | '))
  show('theme', c.app.theme)
  t.app.registerOnThemeChangeHandler((theme) => show('theme', theme))
  window.nestedAppAuthBridge.addEventListener('message', (answer) => {
    const { success, error, account } = JSON.parse(typeof answer === 'string' ? answer : answer.data)
    show('token', success ? 'token for ' + account.username : error.status)
  })
  document.getElementById('ask').onclick = () => naa('GetToken')
  document.getElementById('chat').onclick = () => t.app.openLink('https://teams.microsoft.com/l/chat/0/0')
  t.app.notifySuccess()
})
</script></html>`

let tenant: LocalTenant
let service: Server
let browser: Browser
let page: Page

beforeAll(async () => {
  if (!existsSync('dist/host/index.html')) throw new Error('The window is not built. Run: npm run build')
  const port = await freePort()
  tenant = await startLocalTenant({ env: { FT_SERVICE_ORIGIN: `http://localhost:${port}` } })
  const app = express()
  app.get('/tab/', (_req, res) => {
    res.send(tabPage(tenant.origin))
  })
  app.get('/teams.js', (_req, res) => {
    res.sendFile(path.resolve('node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'))
  })
  service = app.listen(port)
  browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--disable-gpu'] })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  service?.close()
  await tenant?.remove()
})
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  // teams-js asks Microsoft's CDN for its list of hosts; without a network that is only a noise.
  await page.route('https://res.cdn.office.net/**', (route) => route.abort())
})
afterEach(() => page.context().close())

const tab = () => page.frameLocator('iframe[title="Follow-Through"]')
const opens = (address: string) => page.goto(`${tenant.origin}/${address}`)
const sees = (place: { waitFor(options?: { timeout: number }): Promise<void> }) =>
  place.waitFor({ timeout: 10_000 })

async function violations(): Promise<string[]> {
  const found = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').exclude('iframe').analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`,
  )
}

it('signs a newcomer in as one of the five, and the tab knows who it is', async () => {
  await opens('')
  await page.getByRole('button', { name: /Daniel Okafor, An owner/ }).click()
  await sees(tab().getByText('daniel.okafor@thameside.example | default | en-gb |'))
  await sees(page.getByRole('button', { name: 'Signed in as Daniel Okafor' }))
}, 30_000)

it('gives the tab a part to open, a theme and its changes', async () => {
  await opens('?user=amira.hassan&theme=dark&page=work&subpage=r/4')
  await sees(tab().getByText('amira.hassan@thameside.example | dark | en-gb | r/4'))
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'High contrast' }).click()
  await sees(tab().locator('#theme').getByText('contrast'))
}, 30_000)

it.each([
  ['usual', 'token for amira.hassan@thameside.example'],
  ['interaction', 'USER_INTERACTION_REQUIRED'],
  ['offline', 'NO_NETWORK'],
])(
  'signs the tab in: %s',
  async (mode, answer) => {
    await opens(`?user=amira.hassan&naa=${mode}`)
    await tab().getByRole('button', { name: 'Ask for a token' }).click()
    await sees(tab().getByText(answer))
  },
  30_000,
)

it('follows the tab to the chat, and an outside mailbox has only Outlook', async () => {
  await opens('?user=amira.hassan')
  await tab().getByRole('button', { name: 'Open chat' }).click()
  await sees(page.getByRole('log', { name: 'Messages' }))
  await opens('?user=nobody@elsewhere.example')
  await sees(page.getByRole('heading', { name: 'Sign in as' }))
}, 30_000)

it('shows an invitation, takes the answer, and the organiser sees it', async () => {
  const app = await tenant.asApp()
  const zone = { timeZone: 'GMT Standard Time' }
  const body = {
    subject: 'Table-top exercise',
    body: { contentType: 'html', content: '<p>Come early.</p><script>document.title="run"</script>' },
    start: { dateTime: '2021-06-16T09:30:00', ...zone },
    end: { dateTime: '2021-06-16T16:00:00', ...zone },
    attendees: [{ type: 'required', emailAddress: { address: 'nursing@northcentral-icb.example' } }],
  }
  await app('POST', `/users/${personId(3)}/events`, { body })
  await opens('?user=nursing@northcentral-icb.example&place=calendar')
  await page.getByRole('button', { name: /Table-top exercise/ }).click()
  await sees(page.getByText('16 June 2021, 09:30 to 16:00'))
  await page.getByRole('button', { name: 'Accept' }).click()
  await sees(page.getByText('Accepted').first())
  expect(await page.title()).not.toBe('run')
  await opens('?user=ruth.mbeki&place=calendar')
  await page.getByRole('button', { name: /Table-top exercise/ }).click()
  await sees(page.getByText('Accepted'))
}, 30_000)

it('moves the date forward', async () => {
  await opens('?user=amira.hassan&place=mail')
  await page.getByRole('button', { name: /^Today is/ }).click()
  await page.getByRole('button', { name: 'Next week' }).click()
  await sees(page.getByRole('button', { name: 'Today is 8 June 2021' }))
}, 30_000)

it.each([
  ['the sign-in page', ''],
  ['the chat', '?user=daniel.okafor&place=chat'],
  ['the calendar in the dark', '?user=daniel.okafor&place=calendar&theme=dark'],
  ['the mail in high contrast', '?user=daniel.okafor&place=mail&theme=contrast'],
])(
  '%s has nothing for axe to report, wide or narrow',
  async (_place, address) => {
    await opens(address)
    await sees(page.getByRole('main'))
    await sees(page.getByRole('heading').nth(1))
    expect(await violations()).toEqual([])
    await page.setViewportSize({ width: 400, height: 800 })
    expect(await violations()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
  },
  40_000,
)
