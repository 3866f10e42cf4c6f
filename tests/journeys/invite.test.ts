import type { FrameLocator } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import { at } from '../support/localTenant.ts'

jest.setTimeout(90_000)

interface EventView {
  readonly id: string
  readonly subject: string
  readonly bodyPreview?: string
  readonly isCancelled?: boolean
}

const journey = journeyForThisFile()

async function calendarOf(address: string, unit: string): Promise<EventView[]> {
  const answer = await journey.tenant.call('GET', `/local-tenant/calendar/${encodeURIComponent(address)}`)
  return (at(answer, 'value') as EventView[]).filter((event) => event.subject.includes(unit))
}

async function exercise(unit: string) {
  const found = (await journey.items('Exercises')).find((row) => row.fields.Unit === unit)
  if (!found) throw new Error(`No exercise for ${unit}`)
  return found
}

async function openPreview(tab: FrameLocator, unit: string): Promise<void> {
  await tab.getByRole('tab', { name: 'Exercises' }).click()
  await tab
    .getByRole('button', { name: new RegExp(unit) })
    .first()
    .click()
  await tab.getByRole('tab', { name: 'Invitation' }).click()
  await tab.getByRole('button', { name: 'Preview invitation' }).click()
}

const coordinator = 'ruth.mbeki@thameside.example'
const camden = 'Camden and Islington'

describe('a coordinator invites to an exercise', () => {
  it('makes one event, in every invitee’s Outlook, and the answer comes back', async () => {
    const { page, tab } = await journey.open('ruth.mbeki')
    await openPreview(tab, camden)
    await tab.getByText('This will e-mail 9 people').waitFor()
    await tab.getByRole('button', { name: 'Send invitation' }).click()
    await tab.getByText(/One event is in your calendar; 9 people have been invited/).waitFor()
    expect(await calendarOf(coordinator, camden)).toHaveLength(1)
    expect(await calendarOf('oliver.webb@thameside.example', camden)).toHaveLength(1)

    const event = await organisersEvent(camden)
    expect(event.start).toMatchObject({
      dateTime: '2021-04-21T09:30:00.0000000',
      timeZone: 'GMT Standard Time',
    })
    expect(event.transactionId).toContain('2021-04-21')
    const types = event.attendees.map((one) => one.type)
    expect(types.filter((type) => type === 'required')).toHaveLength(8)
    expect(types.filter((type) => type === 'optional')).toHaveLength(1)
    await expectNothingForeign(JSON.stringify(event), camden)

    const partner = event.attendees.find((one) => !one.emailAddress.address.endsWith('@thameside.example'))
    const address = partner?.emailAddress.address ?? ''
    const [copy] = await calendarOf(address, camden)
    const path = `/local-tenant/calendar/${encodeURIComponent(address)}/${encodeURIComponent(copy?.id ?? '')}/respond`
    const answer = await journey.tenant.call('POST', path, { body: { response: 'accept', comment: '' } })
    expect(answer.status).toBeLessThan(300)
    await page.close()

    const again = await journey.open('ruth.mbeki')
    await again.tab.getByRole('tab', { name: 'Exercises' }).click()
    await again.tab
      .getByRole('button', { name: new RegExp(camden) })
      .first()
      .click()
    await again.tab.getByRole('tab', { name: 'Answers' }).click()
    await again.tab.getByText('Accepted', { exact: true }).first().waitFor()
    const stored = await eventually(
      () => exercise(camden),
      (row) => String(row.fields.Invitees).includes('"accepted"'),
    )
    expect(String(stored.fields.Invitees)).toContain('"accepted"')
    await again.page.close()
  })

  it.each([
    [
      'waits out a throttled calendar',
      'Bexley',
      { method: 'POST', path: '/events$', times: 1, kind: '429', retryAfter: 1 },
    ],
    [
      'finds its own event when the answer was lost',
      'Lambeth',
      { method: 'POST', path: '/events$', times: 1, kind: '504-after-commit' },
    ],
  ])('%s, and makes one event', async (_title, unit, fault) => {
    const known = (await journey.items('Exercises')).filter(
      (row) => String(row.fields.Unit).includes(unit) && String(row.fields.Invitees).includes('"known"'),
    )
    const target = known[0] ?? (await makeInvitable(unit))
    const name = String(target.fields.Unit)
    const { page, tab } = await journey.open('ruth.mbeki')
    await openPreview(tab, name)
    await journey.fail(fault)
    await tab.getByRole('button', { name: 'Send invitation' }).click()
    await tab.getByText(/One event is in your calendar/).waitFor()
    expect(await journey.hits()).toBe(1)
    expect(await calendarOf(coordinator, name)).toHaveLength(1)
    const { attendees } = await organisersEvent(name)
    expect(await calendarOf(attendees[0]?.emailAddress.address ?? '', name)).toHaveLength(1)
    await page.close()
  })

  it('sends nothing when the exercise was changed in between, and shows it as it is now', async () => {
    const row = await makeInvitable('Enfield')
    const { page, tab } = await journey.open('ruth.mbeki')
    await openPreview(tab, String(row.fields.Unit))
    await journey.graph('PATCH', `/sites/${journey.site}/lists/Exercises/items/${row.id}/fields`, {
      body: { Venue: 'Hydra Suite, second floor' },
    })
    await tab.getByRole('button', { name: 'Send invitation' }).click()
    await tab.getByText(/nothing was sent/).waitFor()
    expect(await calendarOf(coordinator, String(row.fields.Unit))).toHaveLength(0)
    await tab.getByText('Hydra Suite, second floor').first().waitFor()
    await tab.getByRole('button', { name: /Send invitation|Try again/ }).click()
    await tab.getByText(/One event is in your calendar/).waitFor()
    expect(await calendarOf(coordinator, String(row.fields.Unit))).toHaveLength(1)
    await page.close()
  })
})

/** Gives an exercise one known invitee, as a coordinator would before inviting. */
async function makeInvitable(unit: string) {
  const row = (await journey.items('Exercises')).find((one) => String(one.fields.Unit).includes(unit))
  if (!row) throw new Error(`No exercise for ${unit}`)
  const invitees = JSON.parse(String(row.fields.Invitees)) as Record<string, unknown>[]
  const [first, ...rest] = invitees
  const known = { ...first, state: 'known', name: 'Oliver Webb', address: 'oliver.webb@thameside.example' }
  await journey.graph('PATCH', `/sites/${journey.site}/lists/Exercises/items/${row.id}/fields`, {
    body: { Invitees: JSON.stringify([known, ...rest]) },
  })
  return exercise(String(row.fields.Unit))
}

interface OrganisersEvent {
  readonly start: { dateTime: string; timeZone: string }
  readonly transactionId: string
  readonly attendees: { type: string; emailAddress: { address: string } }[]
}

/** The event as Graph shows it to its organiser. */
async function organisersEvent(unit: string): Promise<OrganisersEvent> {
  const graph = await journey.tenant.asUser(3)
  const answer = await graph('GET', '/me/events', {
    headers: { Prefer: 'outlook.timezone="GMT Standard Time"' },
  })
  const found = (at(answer, 'value') as (OrganisersEvent & { subject: string })[]).find((event) =>
    event.subject.includes(unit),
  )
  if (!found) throw new Error(`No event for ${unit}`)
  return found
}

/** No other unit, no other date, no internal line. */
async function expectNothingForeign(text: string, unit: string): Promise<void> {
  for (const row of await journey.items('Exercises')) {
    if (row.fields.Unit !== unit) expect(text).not.toContain(String(row.fields.Unit))
    expect(text).not.toContain(String(row.fields.InternalNote))
  }
}
