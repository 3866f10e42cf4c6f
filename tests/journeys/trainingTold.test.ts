import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import type { FrameLocator, Page } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import { at } from '../support/localTenant.ts'

jest.setTimeout(90_000)

const journey = journeyForThisFile()
const partner = 'training.lead@haringey.example'

interface Mail {
  readonly subject: string
  readonly body: { readonly content: string }
}

async function mailsTo(address: string): Promise<readonly Mail[]> {
  const answer = await journey.tenant.call('GET', `/local-tenant/mail/${encodeURIComponent(address)}`)
  return at(answer, 'value') as Mail[]
}

async function information(part: string): Promise<{ page: Page; tab: FrameLocator }> {
  const opened = await journey.open('ruth.mbeki')
  await opened.tab.getByRole('tab', { name: 'Training' }).click()
  await opened.tab.getByRole('tab', { name: 'Information' }).click()
  await opened.tab.getByRole('tab', { name: part, exact: true }).click()
  return opened
}

async function wordOf(page: Page, tab: FrameLocator): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tab.getByRole('button', { name: 'Word' }).click(),
  ])
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) })
  return value.replace(/\s+/g, ' ')
}

describe('a coordinator tells of training', () => {
  it('looks at the bulletin, names who gets it, and it is in their mailbox once', async () => {
    const { page, tab } = await information('Bulletin')
    await tab.getByLabel('What you want to add').fill('Bring a colleague.')
    await tab.getByRole('checkbox', { name: /Holders of posts/ }).uncheck()
    await tab.getByRole('checkbox', { name: /People with a booking/ }).uncheck()
    await tab.getByLabel('Further addresses').fill(partner)
    await tab.getByRole('tab', { name: 'Mail', exact: true }).click()
    const preview = await tab.locator('pre').innerText()
    expect(preview).toContain('FREE PLACES')
    expect(await wordOf(page, tab)).toContain('Bring a colleague.')

    await tab.getByRole('button', { name: 'Look at the names and send' }).click()
    await tab.getByRole('dialog').getByText(partner).waitFor()
    await tab.getByRole('button', { name: 'Send to 1 person' }).click()
    const mails = await eventually(
      () => mailsTo(partner),
      (found) => found.length > 0,
    )
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('Training bulletin')])
    expect(mails[0]?.body.content.replaceAll('\r\n', '\n').trim()).toBe(preview.trim())
    await tab.getByText('Sent to 1 person.').waitFor()
    const ledger = (await journey.items('ReminderLedger')).filter(({ fields }) => fields.Rule === 'bulletin')
    expect(ledger.map(({ fields }) => [fields.Person, fields.State])).toEqual([[partner, 'sent']])
    await page.close()
  })

  it('answers eighteen questions, and the same questions later with the same figures', async () => {
    const { page, tab } = await information('FOI answers')
    const prepare = async () => {
      await tab.getByLabel('First year').fill('2019')
      await tab.getByRole('button', { name: 'Prepare the answers' }).click()
      await tab.getByRole('heading', { name: /^18\./ }).waitFor()
    }
    await tab.getByLabel('About training in').fill('child protection')
    await tab.getByRole('checkbox', { name: 'Achieving Best Evidence' }).check()
    await tab.getByRole('checkbox', { name: 'Public protection development day' }).check()
    // The theme that was typed has chosen its courses, and these two are among those asked about.
    const chosen = await tab.getByRole('checkbox', { checked: true }).count()
    expect(chosen).toBeGreaterThanOrEqual(2)
    await prepare()
    const table = tab.getByRole('region', { name: /^16\./ }).getByRole('table')
    expect(await table.getByRole('row').count()).toBe(chosen + 1)
    const figures = await table.innerText()
    expect(figures).toContain('Achieving Best Evidence')
    const word = await wordOf(page, tab)
    expect(word).toContain('Answers about training in child protection')
    expect(word).toMatch(/limit is 18 hours/)
    for (const { fields } of await journey.items('Completions'))
      expect(word).not.toContain(String(fields.PersonName))

    await tab.getByRole('button', { name: 'Change the request' }).click()
    await prepare()
    await tab.getByText(/were asked for before/).waitFor()
    expect(await table.innerText()).toBe(figures)
    await page.close()
  })
})
