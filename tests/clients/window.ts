import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.ts'
import type { LocalTenant } from '../support/localTenant.ts'

const offline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
]

/** A browser that may trust the tenant's own certificate, as a person would after looking at it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? undefined, args: offline })
}

/**
 * A context in which Microsoft's sign-in is the tenant's: the pages keep the production addresses, and only here,
 * outside of them, is it decided who answers. Everything else of Microsoft's is away.
 */
export async function signInHere(browser: Browser, tenant: LocalTenant): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ignoreHTTPSErrors: true,
  })
  context.setDefaultTimeout(30_000)
  await context.route('https://res.cdn.office.net/**', (route) => route.abort())
  await context.route('https://login.microsoftonline.com/**', async (route) => {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const answer = await fetch(`${tenant.origin}${pathname}${search}`, {
      method: request.method(),
      headers: { 'content-type': request.headers()['content-type'] ?? 'text/plain' },
      body: request.postData() ?? undefined,
      redirect: 'manual',
    })
    const headers = Object.fromEntries(answer.headers.entries())
    await route.fulfill({ status: answer.status, headers, body: await answer.text() })
  })
  return context
}

/** The product's tab in the Teams window, opened as a person. */
export async function openTab(
  context: BrowserContext,
  tenant: LocalTenant,
  query: Readonly<Record<string, string>>,
): Promise<{ page: Page; tab: FrameLocator }> {
  const page = await context.newPage()
  await page.goto(`${tenant.origin}/?${new URLSearchParams(query)}`)
  return { page, tab: page.frameLocator('iframe[title="Follow-Through"]') }
}
