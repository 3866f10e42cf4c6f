import { eventually, journeyForThisFile } from '../support/journey.ts'
import { at } from '../support/localTenant.ts'

jest.setTimeout(90_000)

interface ChatMessage {
  readonly id: string
  readonly from: string
  readonly attachments?: { content: unknown }[]
}
interface RemindReport {
  readonly planned?: { person: string }[]
  readonly sent: { person: string; rows: string[] }[]
  readonly skipped: { person: string }[]
  readonly failed: unknown[]
  readonly unreachable: { person: string }[]
  readonly unconfirmed: unknown[]
}

const journey = journeyForThisFile()

async function cardsOf(user: string): Promise<ChatMessage[]> {
  const answer = await journey.tenant.call('GET', `/local-tenant/chat/${user}`)
  return (at(answer, 'messages') as ChatMessage[]).filter((message) =>
    JSON.stringify(message).includes('AdaptiveCard'),
  )
}

async function remind(today: string): Promise<RemindReport> {
  return (await journey.admin('remind', '--today', today, '--json')) as RemindReport
}

const daniel = '00000000-0000-4000-8000-000000000002'
const helen = '00000000-0000-4000-8000-000000000004'
const mark = '00000000-0000-4000-8000-000000000010'

/** The row that Helen Carver was reminded of: the update asked for six months after the super-complaint report. */
async function answeredRow() {
  const rows = await journey.items('Recommendations')
  const found = rows.find((row) => /^police-super-complaint.*\/8$/.test(String(row.fields.Key)))
  if (!found) throw new Error('The row of the super-complaint report is not there.')
  return found
}

const erin = '00000000-0000-4000-8000-000000000016'

async function reach(person: string, body: object): Promise<void> {
  await journey.tenant.call('POST', `/local-tenant/reach/${person}`, { body })
}

describe('the deadline card', () => {
  it('is sent once to each owner, answered in the chat, and the list item changes', async () => {
    const planned = (await journey.admin(
      'remind',
      '--today',
      '2021-06-16',
      '--dry-run',
      '--json',
    )) as RemindReport
    expect(planned.planned?.map((one) => one.person)).toContain('Daniel Okafor')
    expect(planned.sent).toEqual([])
    expect(await cardsOf(daniel)).toHaveLength(0)

    await reach(erin, { barred: true })
    await reach(mark, { blocked: true })
    const first = await remind('2021-06-16')
    const told = first.sent.map((one) => one.person)
    expect(told).toEqual(expect.arrayContaining(['Daniel Okafor', 'Erin Walsh', 'Mark Ellery']))
    expect(first.unreachable).toEqual([])
    expect(first.failed).toEqual([])
    expect(await cardsOf(daniel)).toHaveLength(1)

    const second = await remind('2021-06-16')
    expect(second.sent).toEqual([])
    expect(await cardsOf(daniel)).toHaveLength(1)

    const { page, tab } = await journey.open('daniel.okafor', 'chat')
    await page.getByRole('button', { name: 'Update progress' }).last().click()
    await page
      .getByRole('textbox', { name: /stands now/ })
      .last()
      .fill('Answered on the card.')
    await page.getByRole('button', { name: 'Save progress' }).first().click()
    await page
      .getByText(/Answered on the card\./)
      .first()
      .waitFor()
    const changed = await eventually(
      () => journey.items('Recommendations'),
      (rows) => rows.some((row) => row.fields.Progress === 'Answered on the card.'),
    )
    const row = changed.find((one) => one.fields.Progress === 'Answered on the card.')
    expect(JSON.parse(String(row?.fields.History)).at(-1)).toMatchObject({ by: 'Daniel Okafor', via: 'card' })
    await page.getByRole('button', { name: 'Follow-Through' }).first().click()
    await tab.getByRole('tab', { name: 'Recommendations' }).click()
    await tab.getByLabel('Search recommendations').fill('Answered on the card')
    await tab
      .getByRole('row', { name: /Recommendation \d|Cause of concern|Area for improvement/ })
      .first()
      .click()
    await tab.getByText('Answered on the card.').first().waitFor()
    await page.close()
  })

  it('reached by mail somebody who may not have the app, and by the activity feed somebody who blocked it', async () => {
    const mails = await journey.tenant.call('GET', '/local-tenant/mail/erin.walsh@thameside.example')
    const mine = (at(mails, 'value') as { subject: string; body: { content: string } }[]).filter(
      ({ subject }) => subject.startsWith('Follow-Through:'),
    )
    expect(mine).toHaveLength(1)
    expect(mine[0]?.body.content).toContain('https://teams.microsoft.com/l/entity/')
    const feed = at(await journey.tenant.call('GET', `/local-tenant/activity/${mark}`), 'value')
    expect(feed).toHaveLength(1)
    const ledger = await journey.items('ReminderLedger')
    const channels = (person: string) =>
      new Set(ledger.filter(({ fields }) => fields.Person === person).map(({ fields }) => fields.Channel))
    expect([channels(erin), channels(mark), channels(daniel)]).toEqual([
      new Set(['mail']),
      new Set(['activity']),
      new Set(['teams']),
    ])
    await reach(erin, { barred: false })
    await reach(mark, { blocked: false })
  })

  it('keeps what was typed in another row, counts from its own day and tells of a change made in SharePoint', async () => {
    const { page } = await journey.open('daniel.okafor', 'chat')
    const overdue = page.getByText(/47 days overdue/).first()
    await overdue.waitFor()
    await page.getByRole('button', { name: 'Update progress' }).first().click()
    await page.getByRole('button', { name: 'Update progress' }).last().click()
    const boxes = page.getByRole('textbox', { name: /stands now/ })
    await boxes.first().fill('Typed first, saved later.')
    await boxes.last().fill('Saved first.')
    await page.getByRole('button', { name: 'Save progress' }).last().click()
    await page.getByText('Saved in the register.').waitFor()
    expect(await boxes.first().inputValue()).toBe('Typed first, saved later.')
    await page.getByRole('button', { name: 'Update progress (your note is not saved yet)' }).waitFor()
    await overdue.waitFor()

    const action = String(JSON.stringify((await cardsOf(daniel)).at(-1)))
    const ref = /"row":"(\d+)"/.exec(action)?.[1]
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Recommendations/items/${ref}/fields`, {
      body: { Progress: 'Amended in SharePoint.' },
    })
    await page.getByRole('button', { name: 'Save progress' }).first().click()
    await page.getByText(/Changed in SharePoint, outside Follow-Through: Amended in SharePoint\./).waitFor()
    expect(await boxes.first().inputValue()).toBe('Typed first, saved later.')
    await page.getByRole('button', { name: 'Save progress' }).first().click()
    await page.getByText('Saved in the register.').waitFor()
    const rows = await journey.items('Recommendations')
    expect(rows.find((row) => row.id === ref)?.fields.Progress).toBe('Typed first, saved later.')
    await page.close()
  })

  it('answers a press that says nothing with a sentence', async () => {
    const [card] = await cardsOf(daniel)
    const body = { activityId: card?.id, type: 'Action.Execute', verb: 'updateProgress' }
    const answer = await journey.tenant.call('POST', `/local-tenant/chat/${daniel}/action`, { body })
    expect(answer.body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { message: 'Nothing was saved: this card is not one that Follow-Through knows.' },
    })
  })

  it('saves on top of a change made while it was saving, and loses neither', async () => {
    const { page } = await journey.open('helen.carver', 'chat')
    await page.getByRole('button', { name: 'Update progress' }).last().click()
    await page
      .getByRole('textbox', { name: /stands now/ })
      .last()
      .fill('Typed while somebody else saved.')
    await journey.fail({
      method: 'PATCH',
      path: '/items/\\d+/fields',
      times: 1,
      kind: 'slow',
      delayMs: 2_000,
    })
    await page.getByRole('button', { name: 'Save progress' }).first().click()
    await eventually(journey.hits, (hits) => hits === 1)
    const row = await answeredRow()
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Recommendations/items/${row.id}/fields`, {
      body: { OwnerPost: 'board-secretary', PaperOrder: 9_000 },
    })
    await page.getByText('Typed while somebody else saved.').first().waitFor()
    const after = await answeredRow()
    expect(after.fields.Progress).toBe('Typed while somebody else saved.')
    expect(after.fields.PaperOrder).toBe(9_000)
    await page.close()
  })

  it('waits out a throttled chat and sends one card', async () => {
    const before = (await cardsOf(mark)).length
    await journey.fail({ method: 'POST', path: '/activities', times: 1, kind: '429', retryAfter: 1 })
    const report = await remind('2021-07-01')
    expect(await journey.hits()).toBe(1)
    expect(report.failed).toEqual([])
    expect(report.sent.map((one) => one.person)).toContain('Mark Ellery')
    expect(await cardsOf(mark)).toHaveLength(before + 1)
  })

  it('sends no second card when the answer was lost after the card had arrived', async () => {
    const people = Array.from({ length: 16 }, (_, at) => String(at + 1).padStart(2, '0')).map(
      (n) => `00000000-0000-4000-8000-0000000000${n}`,
    )
    const count = async () => (await Promise.all(people.map(cardsOf))).map((cards) => cards.length)
    const before = await count()
    await journey.fail({ method: 'POST', path: '/activities', times: 1, kind: '504-after-commit' })
    const report = await remind('2021-08-02')
    expect(await journey.hits()).toBe(1)
    expect(report.unconfirmed).toEqual([])
    expect(report.failed).toEqual([])
    const after = await count()
    const grown = after.map((cards, index) => cards - (before[index] ?? 0))
    expect(grown.reduce((sum, more) => sum + more, 0)).toBe(report.sent.length)
    await remind('2021-08-02')
    expect(await count()).toEqual(after)
  })

  it('carries a request for a later deadline to whoever decides, and the answer back', async () => {
    const { page } = await journey.open('daniel.okafor', 'chat')
    await page.getByRole('button', { name: 'Request an extension' }).last().click()
    await page
      .getByLabel(/^New date for/)
      .last()
      .fill('2022-03-31')
    await page.getByLabel('Why it needs longer').last().fill('The supplier is late.')
    await page.getByRole('button', { name: 'Ask for this date' }).last().click()
    await page
      .getByText(/Asked for in the register/)
      .first()
      .waitFor()
    const asked = await eventually(
      () => cardsOf(helen),
      (cards) => cards.some((card) => JSON.stringify(card).includes('A later deadline is asked for')),
    )
    expect(JSON.stringify(asked)).not.toContain('"summary":"The supplier')
    await page.close()

    const { page: hers } = await journey.open('helen.carver', 'chat')
    await hers.getByRole('button', { name: 'Agree to the new date' }).last().click()
    await hers.getByText('Agreed: the deadline is moved.').first().waitFor()
    await eventually(
      () => cardsOf(daniel),
      (cards) => cards.some((card) => JSON.stringify(card).includes('What you asked for was answered')),
    )
    const rows = await journey.items('Recommendations')
    const moved = rows.find((row) => String(row.fields.Due).includes('2022-03-31'))
    expect(JSON.parse(String(moved?.fields.History)).at(-1)).toMatchObject({
      by: 'Helen Carver',
      to: 'agreed',
    })
    await hers.close()
  })
})
