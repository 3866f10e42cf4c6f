import type { Server } from 'node:http'
import path from 'node:path'
import express from 'express'
import { decodeJwt } from 'jose'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type LocalTenant, personId } from '../support/localTenant.ts'
import { sharedTenant } from './shared.ts'
import { openBrowser } from './window.ts'

jest.setTimeout(90_000)

/** A page on the bundle that Microsoft ships, with nothing changed but `authority` and `knownAuthorities`. */
const appPage = (tenant: LocalTenant) => {
  const origin = tenant.environment.FT_HTTPS_ORIGIN ?? ''
  const auth = {
    clientId: tenant.environment.FT_CLIENT_ID,
    authority: `${origin}/${tenant.environment.FT_TENANT_ID}`,
    knownAuthorities: [new URL(origin).host],
  }
  return `<!doctype html><html lang="en"><title>App</title><main><h1>App</h1>
<button id="popup">Popup</button><button id="redirect">Redirect</button><button id="silent">Silent</button>
<button id="sso">Silent in a frame</button><pre id="out"></pre></main><script src="/msal.js"></script>
<script>
const say = (text) => { document.getElementById('out').textContent = text }
const show = (r) => r && say(JSON.stringify({ username: r.account.username, token: r.accessToken, fromCache: r.fromCache }))
const fail = (e) => say('failed: ' + e.errorCode)
const scopes = ['Sites.Selected'];
(async () => {
  const client = await msal.createStandardPublicClientApplication({
    auth: { ...${JSON.stringify(auth)}, redirectUri: location.origin + '/back' } })
  document.getElementById('popup').onclick = () => client.loginPopup({ scopes }).then(show, fail)
  document.getElementById('redirect').onclick = () => client.loginRedirect({ scopes }).catch(fail)
  document.getElementById('silent').onclick = () =>
    client.acquireTokenSilent({ scopes, account: client.getAllAccounts()[0] }).then(show, fail)
  document.getElementById('sso').onclick = () => client.ssoSilent({ scopes }).then(show, fail)
  show(await client.handleRedirectPromise().catch(fail))
  document.body.dataset.ready = 'yes'
})()
</script></html>`
}
const backPage = `<!doctype html><html lang="en"><title>Back</title><script src="/bridge.js"></script>
<script>Object.values(window).find((it) => it && it.broadcastResponseToMainFrame).broadcastResponseToMainFrame()</script></html>`

let tenant: LocalTenant
let app: Server
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  tenant = sharedTenant()
  const lib = path.resolve('node_modules/@azure/msal-browser/lib')
  const site = express()
  site.get('/', (_req, res) => res.send(appPage(tenant)))
  site.get('/back', (_req, res) => res.send(backPage))
  site.get('/msal.js', (_req, res) => res.sendFile(`${lib}/msal-browser.min.js`))
  site.get('/bridge.js', (_req, res) => res.sendFile(`${lib}/redirect-bridge/msal-redirect-bridge.min.js`))
  app = site.listen(0, 'localhost')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  app?.close()
  app?.closeAllConnections()
})
beforeEach(async () => {
  context = await browser.newContext({ ignoreHTTPSErrors: true })
  context.setDefaultTimeout(30_000)
  page = await context.newPage()
  await page.goto(`http://localhost:${(app.address() as { port: number }).port}/`)
  await page.locator('body[data-ready]').waitFor()
})
afterEach(() => context.close())

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
async function outcome(pattern: RegExp): Promise<{ username: string; token: string; fromCache: boolean }> {
  const out = page.locator('#out', { hasText: pattern })
  await out.waitFor()
  return JSON.parse((await out.textContent()) ?? '')
}

async function signInByPopup() {
  const opens = context.waitForEvent('page')
  await press('Popup')
  await (await opens).getByRole('link', { name: 'Ruth Mbeki' }).click()
  return outcome(/ruth\.mbeki/)
}

describe('@azure/msal-browser as an ordinary client over https', () => {
  it('signs in through a popup, and Graph takes the token', async () => {
    const { token } = await signInByPopup()
    expect(decodeJwt(token)).toMatchObject({
      oid: personId(3),
      scp: expect.stringContaining('Sites.Selected'),
    })
    const site = await tenant.graph(token)('GET', `/sites/${tenant.environment.FT_SITE}`)
    expect(site.status).toBe(200)
    expect(context.pages()).toEqual([page])
  })

  it('is answered without a word from its cache afterwards', async () => {
    const { token } = await signInByPopup()
    await press('Silent')
    expect(await outcome(/"fromCache":true/)).toMatchObject({ token, fromCache: true })
  })

  it('signs in by redirect and comes back', async () => {
    await press('Redirect')
    await page.getByRole('link', { name: 'Helen Carver' }).click()
    expect((await outcome(/helen\.carver/)).username).toBe('helen.carver@thameside.example')
  })

  it('is told that somebody has to sign in, where nobody is', async () => {
    await press('Silent in a frame')
    await page.getByText('failed: login_required').waitFor()
  })
})
