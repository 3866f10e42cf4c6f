import type { FrameLocator, Page } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import { at, personId, type Row } from '../support/localTenant.ts'
import { type Product, startProduct } from '../support/product.ts'

jest.setTimeout(150_000)

// The autumn of 2018 is still to come here, so this journey has a product and a calendar of its own.
let product: Product
beforeAll(async () => {
  product = await startProduct({ env: { FT_NOW: '2018-10-22' } })
  process.env.FT_JOURNEY_ORIGIN = product.origin
  process.env.FT_JOURNEY_DATA = product.dataFolder
})
const journey = journeyForThisFile()
afterAll(() => product?.remove())

interface Seen {
  readonly id: string
  readonly subject: string
  readonly isCancelled?: boolean
  readonly start?: { readonly dateTime: string }
  readonly bodyPreview?: string
}

const lambeth = 'Lambeth and Southwark'
const southwark = 'public.health@southwark.example'
const nursing = 'nursing.director@nhse-london.example'
const deputy = 'tobias.lindqvist@southwark.example'

const far = (what: 'calendar' | 'mail', address: string) =>
  journey.tenant.call('GET', `/local-tenant/${what}/${encodeURIComponent(address)}`)

async function calendarOf(address: string): Promise<Seen[]> {
  return (at(await far('calendar', address), 'value') as Seen[]).filter((one) =>
    one.subject.includes(lambeth),
  )
}

async function mailsOf(address: string): Promise<Seen[]> {
  return at(await far('mail', address), 'value') as Seen[]
}

async function respond(address: string, response: 'accept' | 'decline'): Promise<void> {
  const [copy] = await calendarOf(address)
  const path = `/local-tenant/calendar/${encodeURIComponent(address)}/${encodeURIComponent(copy?.id ?? '')}/respond`
  const answer = await journey.tenant.call('POST', path, { body: { response, comment: '' } })
  expect(answer.status).toBeLessThan(300)
}

async function stored(unit = lambeth): Promise<Row['fields'] & Record<string, string>> {
  const row = (await journey.items('Exercises')).find((one) => one.fields.Unit === unit)
  if (!row) throw new Error(`No exercise for ${unit}`)
  return row.fields as Row['fields'] & Record<string, string>
}

/** Has the service tell people now, as it does by itself every so often. */
async function tell(): Promise<unknown> {
  const token = await journey.tenant.appToken(
    'client',
    `api://${journey.tenant.environment.FT_CLIENT_ID}/.default`,
  )
  const answer = await fetch(`${product.serviceOrigin}/api/jobs/exercises`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  })
  expect(answer.status).toBe(200)
  return answer.json()
}

const moveClock = (now: string) => journey.tenant.call('POST', '/local-tenant/clock', { body: { now } })

async function cardsOf(person: number): Promise<readonly string[]> {
  const answer = await journey.tenant.call('GET', `/local-tenant/chat/${personId(person)}`)
  return (at(answer, 'messages') as object[]).map((one) => JSON.stringify(one))
}

/** Every unit has somebody to invite: the sample leaves eight of them without. */
async function knowSomebodyEverywhere(): Promise<void> {
  for (const row of await journey.items('Exercises')) {
    const invitees = JSON.parse(String(row.fields.Invitees)) as Record<string, unknown>[]
    if (invitees.some((one) => one.state === 'known')) continue
    const person = { state: 'known', name: 'Hannah Birch', address: 'quality@nhsi-london.example' }
    const filled = invitees.map((one) =>
      one.role === 'NHS Improvement Director (Quality)' ? { ...one, ...person } : one,
    )
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Exercises/items/${row.id}/fields`, {
      body: { Invitees: JSON.stringify(filled) },
    })
  }
}

/** Opens a part of the exercise for Lambeth and Southwark as the coordinator. */
async function openPart(part: string, width = 1280): Promise<{ page: Page; tab: FrameLocator }> {
  const { page, tab } = await journey.open('ruth.mbeki')
  await tab.getByRole('tab', { name: 'Exercises' }).click()
  await tab
    .getByRole('button', { name: new RegExp(lambeth) })
    .first()
    .click()
  await tab.getByRole('tab', { name: part }).click()
  await page.setViewportSize({ width, height: 800 })
  return { page, tab }
}

describe('a coordinator and the exercises of a year', () => {
  it('invites to all twelve in one go, and nobody reads another unit’s name', async () => {
    await knowSomebodyEverywhere()
    const { page, tab } = await journey.open('ruth.mbeki')
    await tab.getByRole('tab', { name: 'Exercises' }).click()
    await tab.getByRole('tab', { name: 'Who is missing' }).click()
    await tab
      .getByRole('heading', { name: /Nobody has been invited yet for Lambeth and Southwark, 16 days left/ })
      .waitFor()
    await tab.getByRole('tab', { name: 'Programme' }).click()
    await tab.getByRole('button', { name: 'Invite to several' }).click()
    await tab.getByRole('checkbox').first().waitFor()
    for (const box of await tab.getByRole('checkbox').all()) await box.check()
    await tab.getByRole('button', { name: /^Send \d+ invitations$/ }).click()
    await tab.getByRole('button', { name: 'Close' }).waitFor({ timeout: 60_000 })
    const units = (await journey.items('Exercises')).map((one) => String(one.fields.Unit))
    const invited = (await journey.items('Exercises')).filter((one) =>
      String(one.fields.Invitation).includes('"sent"'),
    )
    expect(invited).toHaveLength(12)
    const copies = at(await far('calendar', southwark), 'value') as Seen[]
    expect(copies).toHaveLength(1)
    for (const unit of units) if (unit !== lambeth) expect(JSON.stringify(copies)).not.toContain(unit)
    await page.close()
  })

  it('sees who declined, names the deputy, and e-mails the deputy alone', async () => {
    await respond(southwark, 'decline')
    const before = (await mailsOf(nursing)).length
    const { page, tab } = await openPart('Answers')
    await tab.getByText(/Dr Ngozi Eze \(local authority Director of Public Health\) has declined/).waitFor()
    await tab.getByRole('button', { name: 'Stand-in for Dr Ngozi Eze' }).click()
    await tab.getByRole('button', { name: 'Take the deputy' }).click()
    await tab.getByRole('button', { name: 'Name the stand-in' }).click()
    await tab.getByText(/named as stand-in, not invited yet/).waitFor()
    await tab.getByRole('button', { name: 'Send the change' }).click()
    await tab.getByText('It will e-mail 1 person and nobody else.').waitFor()
    await tab.getByRole('button', { name: 'Preview the change' }).click()
    await tab.getByRole('button', { name: 'Send the change' }).click()
    await eventually(
      () => calendarOf(deputy),
      (events) => events.length === 1,
    )
    expect(await calendarOf(deputy)).toHaveLength(1)
    expect(await mailsOf(nursing)).toHaveLength(before)
    await respond(deputy, 'accept')
    await tab.getByRole('tab', { name: 'Answers' }).click()
    await tab.getByRole('button', { name: 'Read answers again' }).click()
    await tab.getByText('Tobias Lindqvist, standing in').waitFor()
    await tab.getByText('Accepted', { exact: true }).first().waitFor()
    await page.close()
  })

  it('notices a move made in Outlook, and keeps it without another mail', async () => {
    const graph = await journey.tenant.asUser(3)
    const mine = at(await graph('GET', '/me/events'), 'value') as Seen[]
    const event = mine.find((one) => one.subject.includes(lambeth))
    const moved = { dateTime: '2018-11-08T10:00:00', timeZone: 'GMT Standard Time' }
    const end = { dateTime: '2018-11-08T16:30:00', timeZone: 'GMT Standard Time' }
    await graph('PATCH', `/me/events/${event?.id}`, { body: { start: moved, end } })
    const before = (await mailsOf(nursing)).length
    const { page, tab } = await openPart('Answers')
    await tab.getByText(/Moved in Outlook to 8 November 2018, 10:00 to 16:30/).waitFor()
    await tab.getByRole('button', { name: 'Keep the new time' }).click()
    await tab.getByText(/Moved in Outlook to/).waitFor({ state: 'detached' })
    expect(await stored()).toMatchObject({ ExerciseDate: '2018-11-08', StartTime: '10:00' })
    expect(await mailsOf(nursing)).toHaveLength(before)
    await page.close()
  })

  it('asks the silent again by mail outside the force, once', async () => {
    const before = (await mailsOf(nursing)).length
    await moveClock('2018-10-31T10:00:00.000Z')
    // The service may keep the old hour for a second more.
    await eventually(
      async () => {
        await tell()
        return mailsOf(nursing)
      },
      (found) => found.length > before,
    )
    await tell()
    const mails = await mailsOf(nursing)
    expect(mails).toHaveLength(before + 1)
    expect(mails.map((one) => one.subject).join()).toContain(`Will you come? SPASE, ${lambeth}`)
    expect(await stored()).toMatchObject({ Invitees: expect.stringContaining('"chased"') })
  })

  it('answers an officer who asks for a place, with a card', async () => {
    const officer = await journey.open('amira.hassan')
    await officer.tab.getByRole('tab', { name: 'Exercises' }).click()
    await officer.tab.getByLabel('Your unit').selectOption(lambeth)
    expect(await officer.tab.getByText('Enfield and Haringey').count()).toBeLessThanOrEqual(1)
    await officer.tab.getByRole('button', { name: 'Ask for a place' }).click()
    await officer.tab.getByLabel('Why would you like to come?').fill('I lead the response team there.')
    await officer.tab.getByRole('button', { name: 'Ask for a place' }).click()
    await officer.tab.getByText(/You asked for a place on/).waitFor()
    await tell()
    const { page } = await journey.open('ruth.mbeki', 'chat')
    await page.getByText('I lead the response team there.').first().waitFor()
    await page.getByRole('button', { name: 'Agree' }).last().click()
    await page
      .getByText(/was given a place by Ruth Mbeki/)
      .first()
      .waitFor()
    await tell()
    await eventually(
      () => cardsOf(1),
      (cards) => cards.some((card) => card.includes('You have a place')),
    )
    expect((await cardsOf(1)).filter((card) => card.includes('You have a place'))).toHaveLength(1)
    await Promise.all([page.close(), officer.page.close()])
  })

  it('marks who was there on a phone, and makes a recommendation of what was learned', async () => {
    await moveClock('2018-11-08T12:00:00.000Z')
    // A time that moves takes the answers back: whoever had accepted says so again.
    await respond(deputy, 'accept')
    const { page, tab } = await openPart('Answers', 400)
    await tab.getByText('Accepted', { exact: true }).first().waitFor()
    await tab.getByRole('tab', { name: 'The day' }).click()
    await tab.getByRole('button', { name: /who accepted is here/ }).click()
    await tab.getByText(/1 of \d+ places were filled/).waitFor()
    await tab.getByRole('button', { name: 'Write the debrief' }).click()
    await tab.getByLabel('Decided together').fill('Share the plan weekly | Police, NHS')
    await tab.getByLabel('Learned').fill('Call the school first')
    await tab.getByRole('button', { name: 'Save the debrief' }).click()
    await tab.getByRole('button', { name: 'Make a recommendation' }).click()
    await tab.getByText('Now recommendation 1 of spase-debriefs-2018').waitFor()
    const rows = await journey.items('Recommendations')
    expect(rows.find((row) => row.fields.Key === 'spase-debriefs-2018/1')).toBeDefined()
    await tab.getByRole('button', { name: 'All exercises' }).click()
    await tab.getByRole('tab', { name: 'Review of the year' }).click()
    await tab.getByText(/12 SPASE exercises in 2018: 1 held/).waitFor()
    await page.close()
  })

  it('calls one off and says why: it is off in the invitees’ own Outlook', async () => {
    await moveClock('2018-11-08T17:00:00.000Z')
    const { page, tab } = await openPart('Invitation')
    await tab.getByRole('button', { name: 'Call it off' }).click()
    await tab.getByLabel('Why').fill('The suite is flooded.')
    await tab.getByRole('button', { name: 'Call it off' }).last().click()
    const off = await eventually(
      () => calendarOf(nursing),
      (events) => events.every((one) => one.isCancelled),
    )
    expect(off.every((one) => one.isCancelled)).toBe(true)
    expect(JSON.stringify(await mailsOf(nursing))).toContain('The suite is flooded.')
    await page.close()
  })
})
