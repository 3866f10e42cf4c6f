import type { FrameLocator } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import { rowsOf } from '../support/localTenant.ts'

jest.setTimeout(90_000)

const journey = journeyForThisFile()

/** The item of a recommendation that its key ends with, e.g. `2020-12/8`. */
async function item(ending: string) {
  const found = (await journey.items('Recommendations')).find((row) =>
    String(row.fields.Key).endsWith(ending),
  )
  if (!found) throw new Error(`No recommendation ends with ${ending}`)
  return found
}

async function versionCount(id: string): Promise<number> {
  return rowsOf(
    await journey.graph('GET', `/sites/${journey.site}/lists/Recommendations/items/${id}/versions`),
  ).length
}

async function openProgress(tab: FrameLocator, reference: RegExp): Promise<void> {
  await tab.getByRole('tab', { name: 'Recommendations' }).click()
  await tab.getByLabel('Search recommendations').fill('bail')
  await tab.getByRole('row', { name: reference }).click()
  await tab.getByRole('button', { name: 'Update progress' }).click()
}

const row = /Recommendation 8, Pre-charge bail/
const ending = 'striking-a-2020-12/8'

describe('an owner edits a recommendation', () => {
  it('reaches the list item, with who, when and why in its history', async () => {
    const { page, tab } = await journey.open('daniel.okafor')
    const before = await item(ending)
    const versions = await versionCount(before.id)
    await openProgress(tab, row)
    await tab
      .getByRole('textbox', { name: 'Progress' })
      .fill('The joint report is written & goes to the board in June.')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByText('Saved. Everybody sees it from now on').first().waitFor()
    const after = await item(ending)
    expect(after.fields.Progress).toBe('The joint report is written & goes to the board in June.')
    const history = JSON.parse(String(after.fields.History)) as { by: string; via: string; field: string }[]
    expect(history.at(-1)).toMatchObject({ by: 'Daniel Okafor', via: 'tab', field: 'progress' })
    expect(await versionCount(after.id)).toBe(versions + 1)
    await page.close()
  })

  it('waits out a throttled save and saves once', async () => {
    const { page, tab } = await journey.open('daniel.okafor')
    const before = await item(ending)
    const versions = await versionCount(before.id)
    await openProgress(tab, row)
    await journey.fail({ method: 'PATCH', path: '/items/', times: 1, kind: '429', retryAfter: 1 })
    await tab.getByRole('textbox', { name: 'Progress' }).fill('Saved after Microsoft 365 asked us to wait.')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByText('Saved. Everybody sees it from now on').first().waitFor()
    expect(await journey.hits()).toBe(1)
    expect((await item(ending)).fields.Progress).toBe('Saved after Microsoft 365 asked us to wait.')
    expect(await versionCount(before.id)).toBe(versions + 1)
    await page.close()
  })

  it('recognises its own save when the answer was lost after the work was done', async () => {
    const { page, tab } = await journey.open('daniel.okafor')
    const before = await item(ending)
    const versions = await versionCount(before.id)
    await openProgress(tab, row)
    await journey.fail({ method: 'PATCH', path: '/items/', times: 1, kind: '504-after-commit' })
    await tab.getByRole('textbox', { name: 'Progress' }).fill('Saved once, although the answer was lost.')
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByText('Saved. Everybody sees it from now on').first().waitFor()
    expect(await journey.hits()).toBe(1)
    expect((await item(ending)).fields.Progress).toBe('Saved once, although the answer was lost.')
    expect(await versionCount(before.id)).toBe(versions + 1)
    await page.close()
  })

  it('shows both versions when somebody saved in between, and keeps what was typed', async () => {
    const { page, tab } = await journey.open('daniel.okafor')
    await openProgress(tab, row)
    await tab.getByRole('textbox', { name: 'Progress' }).fill('What Daniel typed.')
    const between = await item(ending)
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Recommendations/items/${between.id}/fields`, {
      body: { Progress: 'What somebody else saved in SharePoint.' },
    })
    await tab.getByRole('button', { name: 'Save' }).click()
    await tab.getByRole('button', { name: 'Keep mine' }).waitFor()
    expect(await tab.getByText('What somebody else saved in SharePoint.').first().isVisible()).toBe(true)
    expect(await tab.getByRole('textbox', { name: 'Progress' }).inputValue()).toBe('What Daniel typed.')
    expect((await item(ending)).fields.Progress).toBe('What somebody else saved in SharePoint.')
    await tab.getByRole('button', { name: 'Keep mine' }).click()
    const after = await eventually(
      () => item(ending),
      (found) => found.fields.Progress === 'What Daniel typed.',
    )
    expect(after.fields.Progress).toBe('What Daniel typed.')
    await page.close()
  })

  it('shows the forbidden screen to somebody whom the site does not admit', async () => {
    const { page, tab } = await journey.open('sam.porter')
    await tab
      .getByRole('heading', { name: /don't have access/ })
      .first()
      .waitFor()
    expect(await tab.getByRole('row').count()).toBe(0)
    await page.close()
  })
})
