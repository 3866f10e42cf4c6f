import { readFileSync } from 'node:fs'
import type { FrameLocator, Page } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import type { Row } from '../support/localTenant.ts'

jest.setTimeout(120_000)

const journey = journeyForThisFile()

/** The item of a recommendation that its key ends with, e.g. `2020-07/6`. */
async function item(ending: string): Promise<Row> {
  const found = (await journey.items('Recommendations')).find((row) =>
    String(row.fields.Key).endsWith(ending),
  )
  if (!found) throw new Error(`No recommendation ends with ${ending}`)
  return found
}

/** What a note of an item holds. */
function note(row: Row, column: string): Record<string, unknown>[] {
  return JSON.parse(String(row.fields[column] ?? '[]')) as Record<string, unknown>[]
}

/** Opens the window of a person at one recommendation, as a link in a chat does. */
async function openRow(user: string, ending: string): Promise<{ page: Page; tab: FrameLocator }> {
  const { id } = await item(ending)
  const { page, tab } = await journey.open(user)
  await tab.getByRole('tab', { name: 'Recommendations' }).click()
  const frame = page.frames().find((one) => one.url().includes('/tab/'))
  await frame?.evaluate((hash) => {
    window.location.hash = hash
  }, `#/recommendations/${id}`)
  await actions(tab).waitFor()
  return { page, tab }
}

/** What can be done with the open row; each point to see to offers its own way as well. */
function actions(tab: FrameLocator) {
  return tab.getByRole('region', { name: 'What you can do' })
}

const hateCrime = '-2018-07/8'
const roads = 'roads-policing-not-optional-2020-07'

describe('a recommendation is said to be done', () => {
  it('turns green only when a second person agrees, and the history names both', async () => {
    const owner = await openRow('mark.ellery', hateCrime)
    await actions(owner.tab).getByRole('button', { name: 'Say it is done' }).click()
    const form = owner.tab.getByRole('dialog')
    await form.getByLabel('Evidence').fill('Dip sample of May 2021')
    await form.getByLabel('Where it is').fill('https://thameside.sharepoint.example/sample.docx')
    await form.getByLabel('What was done').fill('Every report since April was looked at.')
    await form.getByRole('button', { name: 'Ask for sign-off' }).click()
    const asked = await eventually(
      () => item(hateCrime),
      (row) => JSON.stringify(row.fields.Decisions ?? '').includes('asked'),
    )
    expect(asked.fields.Status).toBe('RED')
    expect(note(asked, 'Evidence')).toMatchObject([{ title: 'Dip sample of May 2021', by: 'Mark Ellery' }])
    await owner.page.close()

    const secretary = await openRow('helen.carver', hateCrime)
    await actions(secretary.tab).getByRole('button', { name: 'Answer the sign-off' }).click()
    const answer = secretary.tab.getByRole('dialog')
    await answer
      .getByRole('radio', { name: /^Agree/ })
      .first()
      .click()
    await answer.getByRole('button', { name: 'Answer', exact: true }).click()
    const green = await eventually(
      () => item(hateCrime),
      (row) => row.fields.Status === 'GREEN',
    )
    expect(green.fields.Status).toBe('GREEN')
    const who = note(green, 'History').map((change) => [change.field, change.by])
    expect(who).toContainEqual(['evidence', 'Mark Ellery'])
    expect(who).toContainEqual(['status', 'Helen Carver'])
    await secretary.page.close()
  })
})

describe('a deadline is moved', () => {
  it('adds to the ledger, and moves the aligned partner when that is wanted', async () => {
    const before = note(await item(`${roads}/6`), 'Due')
    const { page, tab } = await openRow('helen.carver', `${roads}/6`)
    await actions(tab).getByRole('button', { name: 'Move the deadline' }).click()
    const form = tab.getByRole('dialog')
    await form.getByLabel(/^Month/).fill('2021-09')
    await form.getByLabel('Why it moves').fill('The supplier delivers in August.')
    await form.getByLabel('Boards that were told').fill('PAB')
    await form.getByRole('button', { name: 'Move the deadline' }).click()
    await form.getByRole('button', { name: 'Move 1 too' }).click()
    await form.getByText('Moved.', { exact: true }).waitFor()
    await form.getByRole('button', { name: 'Done' }).click()
    const due = note(await item(`${roads}/6`), 'Due')
    expect(due.slice(0, before.length)).toEqual(before)
    expect(due.at(-1)).toMatchObject({ date: '2021-09-30', precision: 'month' })
    expect(due.at(-1)?.change).toMatchObject({
      by: 'Helen Carver',
      reason: 'The supplier delivers in August.',
    })
    const partner = await item(`${roads}/15`)
    expect(note(partner, 'Due').at(-1)).toMatchObject({ date: '2021-09-30' })
    expect(partner.fields.OpenDeadline).toBe('2021-09-30')
    await page.close()
  })
})

describe('an edit made in SharePoint itself', () => {
  it('shows in the history with who made it', async () => {
    const row = await item('-2019-08/6')
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Recommendations/items/${row.id}/fields`, {
      body: { Progress: 'Written straight into the list.' },
    })
    const { page, tab } = await openRow('helen.carver', '-2019-08/6')
    await tab.getByRole('heading', { name: 'History of changes' }).scrollIntoViewIfNeeded()
    const history = tab.getByRole('list', { name: 'History of changes' })
    await history
      .getByText(/in SharePoint/)
      .first()
      .waitFor()
    await history.getByText('What it said before and after').first().click()
    await history.getByText('Written straight into the list.').first().waitFor()
    await page.close()
  })
})

describe('a paper for the board', () => {
  it('is begun, frozen in parts, and taken away as Word that changes nothing when it comes back', async () => {
    const { page, tab } = await journey.open('helen.carver')
    await tab.getByRole('tab', { name: 'Papers' }).click()
    await tab.getByRole('button', { name: 'New paper' }).click()
    const form = tab.getByRole('dialog')
    await form.getByRole('combobox').fill('Crime Standards Board')
    await form.getByLabel('Meeting on').fill('2021-09-22')
    await form.getByRole('button', { name: 'Begin the paper' }).click()
    await tab.getByRole('button', { name: 'Freeze the paper' }).click()
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Freeze it' }).click()
    await tab.getByText(/Frozen on .* by Helen Carver/).waitFor()
    const paper = (await journey.items('Papers')).find((one) => one.fields.Board === 'Crime Standards Board')
    expect(paper?.fields).toMatchObject({ State: 'frozen', FrozenByName: 'Helen Carver' })
    const parts = (await journey.items('PaperParts')).filter(
      (part) => part.fields.PaperKey === paper?.fields.Key,
    )
    expect(parts).toHaveLength(Number(paper?.fields.Parts))
    expect(parts.every((part) => String(part.fields.Content).length <= 60_000)).toBe(true)

    await tab.getByRole('button', { name: 'Download' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('menuitem', { name: /Word/ }).first().click(),
    ])
    const file = await download.path()
    expect(download.suggestedFilename()).toBe('crime-standards-board-22-september-2021.docx')
    await tab.getByRole('button', { name: 'All papers' }).click()
    await tab.getByRole('button', { name: 'Import a paper' }).click()
    await tab
      .getByLabel('Paper to import')
      .setInputFiles({ name: 'paper.docx', mimeType: wordType, buffer: readFileSync(file) })
    await tab.getByRole('button', { name: 'Show what would change' }).click()
    const summary = await tab.getByText('Nothing has been written yet. Rows:').innerText()
    expect(summary).toContain('0 new')
    expect(summary).toContain('0 conflict')
    expect(summary).toContain('0 unreadable')
    await page.close()
  })

  it('leaves a row that was changed on both sides to a person, and brings in the rest', async () => {
    const ending = '-2018-11/3'
    const text = readFileSync('src/admin/sample/paper.txt', 'utf8')
    const row = await item(ending)
    const ours = 'Written here since the last paper.'
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Recommendations/items/${row.id}/fields`, {
      body: { Progress: ours },
    })
    const printed = String(row.fields.Progress).split('\n')[0] ?? ''
    expect(text).toContain(printed)
    const changed = text.replace(printed, 'The paper says something else by now.')
    const { page, tab } = await journey.open('helen.carver')
    await tab.getByRole('tab', { name: 'Papers' }).click()
    await tab.getByRole('button', { name: 'Import a paper' }).click()
    await tab
      .getByLabel('Paper to import')
      .setInputFiles({ name: 'later.txt', mimeType: 'text/plain', buffer: Buffer.from(changed) })
    await tab.getByRole('button', { name: 'Show what would change' }).click()
    await tab.getByRole('tab', { name: /^Conflicts? 1/ }).waitFor()
    expect(await tab.getByText(ours).first().isVisible()).toBe(true)
    await tab.getByRole('radio', { name: "Take the paper's" }).click()
    await tab.getByRole('button', { name: 'Bring it in' }).click()
    await tab.getByText('The paper is in the register.').waitFor()
    expect(String((await item(ending)).fields.Progress)).toContain('The paper says something else by now.')
    await page.close()
  })
})

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
