import type { Frame, Page } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import { at, rowsOf } from '../support/localTenant.ts'

jest.setTimeout(90_000)

const journey = journeyForThisFile()

function tabFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes('/tab/'))
  if (!frame) throw new Error('The tab is not open.')
  return frame
}

/** How many recommendations this device keeps. */
function keptRows(page: Page): Promise<number> {
  return tabFrame(page).evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.endsWith(' rows') ? [name] : []))
    let count = 0
    for (const name of names) {
      count += await new Promise<number>((resolve) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => resolve(0)
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains('rows')) return resolve(0)
          const asked = db.transaction('rows').objectStore('rows').count()
          asked.onsuccess = () => {
            db.close()
            resolve(asked.result)
          }
        }
      })
    }
    return count
  })
}

async function visit(user: string) {
  const { page, tab } = await journey.open(user)
  await tab.getByRole('tab', { name: 'Recommendations' }).click()
  await tab
    .getByRole('row', { name: /protests/ })
    .first()
    .waitFor()
  const kept = await eventually(
    () => keptRows(page),
    (count) => count > 50,
  )
  expect(kept).toBeGreaterThan(50)
  return { page, tab }
}

describe('what the device keeps', () => {
  it('shows the rows on the next visit although Microsoft 365 does not answer', async () => {
    const { page, tab } = await visit('daniel.okafor')
    await page.context().route('**/v1.0/**', () => undefined)
    await page.reload()
    await tab.getByRole('tab', { name: 'Recommendations' }).click()
    await tab
      .getByRole('row', { name: /protests/ })
      .first()
      .waitFor()
    await page.close()
  })

  it('is forgotten as soon as the site no longer admits the app, and comes back with it', async () => {
    const { page, tab } = await visit('daniel.okafor')
    const hand = await journey.tenant.asApp('provisioner')
    const path = `/sites/${journey.site}/permissions`
    const [grant] = rowsOf(await hand('GET', path))
    const client = journey.tenant.environment.FT_CLIENT_ID
    await hand('DELETE', `${path}/${grant?.id}`)
    try {
      await page.reload()
      await tab
        .getByRole('heading', { name: /don't have access/ })
        .first()
        .waitFor()
      const kept = await eventually(
        () => keptRows(page),
        (count) => count === 0,
      )
      expect(kept).toBe(0)
    } finally {
      const again = await hand('POST', path, {
        body: {
          roles: ['write'],
          grantedToIdentities: [{ application: { id: client, displayName: 'Follow-Through' } }],
        },
      })
      expect(at(again, 'roles')).toEqual(['write'])
    }
    await page.reload()
    await tab.getByRole('tab', { name: 'Recommendations' }).waitFor()
    await page.close()
  })
})
