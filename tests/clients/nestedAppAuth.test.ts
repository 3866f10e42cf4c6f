import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { eventually } from '../support/journey.ts'
import type { LocalTenant } from '../support/localTenant.ts'
import { sharedTenant } from './shared.ts'
import { openBrowser, openTab, signInHere } from './window.ts'

jest.setTimeout(90_000)

let tenant: LocalTenant
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  tenant = sharedTenant()
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  context = await signInHere(browser, tenant)
})
afterEach(() => context.close())

const open = (naa: string, more: Record<string, string> = {}) =>
  openTab(context, tenant, { user: 'daniel.okafor', naa, ...more })
const seesRegister = (tab: FrameLocator) => tab.getByRole('tab', { name: 'Recommendations' }).waitFor()
const signInButton = (tab: FrameLocator) => tab.getByRole('button', { name: 'Sign in', exact: true })
const consent = (page: Page) => page.getByRole('dialog', { name: 'Permissions requested' })
const notCompleted = (tab: FrameLocator) =>
  tab.getByRole('alert').getByText('The sign-in was not completed. Nothing was changed; you can try again.')

describe('the tab’s sign-in with @azure/msal-browser, where the window hands out tokens', () => {
  it('happens without a word, and Graph is asked with the token', async () => {
    const bearer = context.waitForEvent('request', {
      predicate: (one) =>
        one.url().startsWith(`${tenant.origin}/v1.0/`) && one.headers().authorization !== undefined,
    })
    const { page, tab } = await open('usual')
    await seesRegister(tab)
    expect((await bearer).headers().authorization).toMatch(/^Bearer ey/)
    expect(context.pages()).toEqual([page])
  })

  it('needs the person: a button says so, and the register opens after consent', async () => {
    const { page, tab } = await open('interaction')
    await tab.getByText(/Microsoft needs to see you once/).waitFor()
    expect(await consent(page).count()).toBe(0)
    await signInButton(tab).click()
    await consent(page).getByRole('button', { name: 'Accept' }).click()
    await seesRegister(tab)
  })

  it('is cancelled: the screen says so, and the next try leads where the link was going', async () => {
    const { page, tab } = await open('interaction', { subpage: 'recommendation/1' })
    await signInButton(tab).click()
    await consent(page).getByRole('button', { name: 'Cancel' }).click()
    await notCompleted(tab).waitFor()
    await signInButton(tab).click()
    await consent(page).getByRole('button', { name: 'Accept' }).click()
    await seesRegister(tab)
    expect(await tab.getByRole('tab', { name: 'Recommendations' }).getAttribute('aria-selected')).toBe('true')
  })

  it('has no network: its own screen, with a way to try again', async () => {
    const { tab } = await open('offline')
    await tab.getByRole('alert').getByText("Microsoft 365 can't be reached").waitFor()
    await tab.getByRole('button', { name: 'Try again' }).click()
    await tab.getByText("Microsoft 365 can't be reached").waitFor()
  })
})

describe('the tab’s sign-in in a window without the bridge', () => {
  /** Presses Sign in and goes on in the window between; gives that and Microsoft's window. */
  async function start(tab: FrameLocator): Promise<{ relay: Page; microsoft: Page }> {
    const relayOpens = context.waitForEvent('page')
    await signInButton(tab).click()
    const relay = await relayOpens
    const microsoftOpens = context.waitForEvent('page')
    await relay.getByRole('button', { name: 'Go on to Microsoft’s sign-in' }).click()
    return { relay, microsoft: await microsoftOpens }
  }

  /**
   * Signs in to the end. On a busy machine MSAL's look at whether a window was closed can come before that window's
   * answer; it then reports a cancellation, the tab says so, and the person presses once more.
   */
  async function signIn(tab: FrameLocator): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const { microsoft } = await start(tab)
      expect(new URL(microsoft.url()).origin).toBe('https://login.microsoftonline.com')
      await microsoft.getByRole('link', { name: 'Daniel Okafor' }).click()
      const register = tab.getByRole('tab', { name: 'Recommendations' })
      await register.or(signInButton(tab)).waitFor()
      if (await register.isVisible()) return
    }
    throw new Error('Three sign-ins were reported as cancelled.')
  }

  it('goes through windows of its own, which close, and the register opens', async () => {
    const { page, tab } = await open('unavailable')
    await signIn(tab)
    expect(
      await eventually(
        async () => context.pages(),
        (pages) => pages.length === 1,
      ),
    ).toEqual([page])
  })

  it.each(['relay', 'microsoft'] as const)(
    'is cancelled by closing the %s window, and can be tried again',
    async (which) => {
      const { tab } = await open('unavailable')
      await (await start(tab))[which].close()
      await notCompleted(tab).waitFor()
      await signIn(tab)
    },
  )
})

describe('the tab’s pages opened by themselves', () => {
  it('the tab says that it opens in Teams, and links there', async () => {
    const page = await context.newPage()
    await page.goto(`${tenant.environment.FT_SERVICE_ORIGIN}/tab/`)
    await page.getByText('Follow-Through opens in Microsoft Teams').waitFor()
    expect(await page.getByRole('link').getAttribute('href')).toBe(
      `https://teams.microsoft.com/l/app/${tenant.environment.FT_TEAMS_APP_ID}`,
    )
  })

  it('the window between says whose it is, and opens nothing', async () => {
    const page = await context.newPage()
    const elsewhere = encodeURIComponent(
      JSON.stringify({ id: '1', method: 'GET', url: 'https://elsewhere.example/' }),
    )
    await page.goto(`${tenant.environment.FT_SERVICE_ORIGIN}/tab/sign-in.html#req=${elsewhere}`)
    await page.getByRole('button').click()
    await page.getByText('This window belongs to the Follow-Through tab in Teams.').waitFor()
    expect(context.pages()).toEqual([page])
  })

  it('the page that sign-in returns to says that there is nothing to do', async () => {
    const page = await context.newPage()
    await page.goto(`${tenant.environment.FT_SERVICE_ORIGIN}/tab/signed-in.html`)
    await page.getByText('There is nothing to sign in to here.').waitFor()
  })
})
