import type { Page } from 'playwright-core'
import { addDays, type IsoDate, ukDay, writeDate } from '../../src/domain/calendarDays.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { runStore } from '../../src/graph/lists/runs.ts'
import { openSite } from '../../src/graph/site.ts'
import { eventually, journeyForThisFile } from '../support/journey.ts'
import { at, personId } from '../support/localTenant.ts'
import { aRun } from '../support/places.ts'

jest.setTimeout(90_000)

const journey = journeyForThisFile()
const runs = { last: 'traffic-patrol-last-place', kept: 'traffic-patrol-kept-place' }
/** Days well after whatever day the shared tenant has come to. */
let days: {
  readonly last: IsoDate
  readonly moved: IsoDate
  readonly release: IsoDate
  readonly kept: IsoDate
}

beforeAll(async () => {
  const clock = await journey.tenant.call('GET', '/local-tenant/clock')
  const today = ukDay(String(at(clock, 'now')))
  const [last, moved, release, kept] = [70, 71, 60, 77].map((later) => addDays(today, later))
  days = { last: last ?? '', moved: moved ?? '', release: release ?? '', kept: kept ?? '' }
  const token = await journey.tenant.appToken()
  const client = createGraphClient({ origin: journey.tenant.origin, accessToken: async () => token })
  const store = runStore(await openSite(client, journey.tenant.environment.FT_SITE ?? ''))
  const place = { courseKey: 'traffic-patrol', start: '09:00', end: '17:00', venue: 'Roads Policing Base' }
  await store.create(aRun({ ...place, key: runs.last, date: days.last, capacity: 1 }))
  const allotments = [{ agency: 'Camden Council', borough: '', places: 1, releaseOn: days.release }]
  await store.create(aRun({ ...place, key: runs.kept, date: days.kept, capacity: 1, allotments }))
})

/** The page of a run as a person sees it. */
async function openRun(user: string, run: string) {
  const { page } = await journey.open(user)
  await page.goto(`${journey.tenant.origin}/?user=${user}&subpage=${encodeURIComponent(`run/${run}`)}`)
  return { page, tab: page.frameLocator('iframe[title="Follow-Through"]') }
}

/** One round of the service now; it would come by itself within seconds. */
async function keepPlaces(): Promise<void> {
  const { FT_CLIENT_ID, FT_SERVICE_ORIGIN } = journey.tenant.environment
  const token = await journey.tenant.appToken('client', `api://${FT_CLIENT_ID}/.default`)
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${FT_SERVICE_ORIGIN}/api/jobs/places`, { method: 'POST', headers })
  expect(answer.status).toBe(200)
}

interface EventView {
  readonly subject: string
  readonly isCancelled?: boolean
  readonly start: { readonly dateTime: string }
}

/** The days in somebody's Outlook on which the course is, without those that were called off. */
async function daysOf(user: string): Promise<string[]> {
  const answer = await journey.tenant.call('GET', `/local-tenant/calendar/${user}@thameside.example`)
  return (at(answer, 'value') as EventView[])
    .filter(({ subject, isCancelled }) => subject.includes('Traffic patrol') && isCancelled !== true)
    .map(({ start }) => start.dateTime.slice(0, 10))
}

async function stateOf(run: string, person: number): Promise<unknown> {
  const rows = await journey.items('Bookings')
  return rows.find((row) => row.fields.Key === `${run}/${personId(person)}`)?.fields.State
}

async function answerCard(page: Page, answer: string): Promise<void> {
  await page.getByRole('button', { name: answer }).last().click()
}

it('books the last place in two presses, waits behind it, is offered it when it is given back, and takes it', async () => {
  const amira = await openRun('amira.hassan', runs.last)
  await amira.tab.getByRole('button', { name: /^Book a place/ }).click()
  await amira.tab.getByRole('button', { name: 'Book this place' }).click()
  await amira.tab.getByText(/^Booked\. The date comes into your Outlook/).waitFor()

  const daniel = await openRun('daniel.okafor', runs.last)
  await daniel.tab.getByRole('button', { name: /^Join the waiting list/ }).click()
  await daniel.tab.getByRole('button', { name: 'Join the list' }).click()
  await daniel.tab
    .getByText(/First and only one in line.*The one place is taken/)
    .first()
    .waitFor()
  await keepPlaces()
  expect([await daysOf('amira.hassan'), await daysOf('daniel.okafor')]).toEqual([[days.last], []])

  await amira.tab.getByRole('button', { name: /^Give the place back/ }).click()
  await amira.tab.getByRole('dialog').getByRole('button', { name: /^Give/ }).click()
  await amira.tab.getByText(/^Given back\./).waitFor()
  await amira.page.close()
  await keepPlaces()
  expect(await daysOf('amira.hassan')).toEqual([])

  await daniel.page.goto(`${journey.tenant.origin}/?user=daniel.okafor&place=chat`)
  await daniel.page.getByText('A place is offered: Traffic patrol course').first().waitFor()
  await answerCard(daniel.page, 'Take the place')
  await daniel.page.getByText('A place is booked: Traffic patrol course').first().waitFor()
  await daniel.page.close()
  await keepPlaces()
  expect(await stateOf(runs.last, 2)).toBe('booked')
  expect(await daysOf('daniel.okafor')).toEqual([days.last])
})

it('moves what is in Outlook with the run, and takes it away when the run is cancelled', async () => {
  const { page, tab } = await openRun('ruth.mbeki', runs.last)
  await tab.getByRole('button', { name: 'Move', exact: true }).click()
  await tab.getByLabel('Day', { exact: false }).first().fill(days.moved)
  await tab.getByLabel('Why').fill('The base is inspected that day')
  await tab.getByRole('button', { name: 'Move it' }).click()
  await tab.getByText(/^Moved\./).waitFor()
  await keepPlaces()
  expect(await daysOf('daniel.okafor')).toEqual([days.moved])

  await tab.getByRole('button', { name: 'Cancel', exact: true }).first().click()
  await tab.getByLabel('Why').fill('No instructor')
  await tab.getByRole('button', { name: 'Cancel this date' }).click()
  await tab.getByText(/^Cancelled\./).waitFor()
  await keepPlaces()
  expect(await daysOf('daniel.okafor')).toEqual([])
  expect(await stateOf(runs.last, 2)).toBe('withdrawn')
  await page.close()
})

it('says why somebody waits while a place is free, and offers it to them when it is released', async () => {
  const susan = await openRun('susan.achebe', runs.kept)
  await susan.tab.getByRole('button', { name: /^Join the waiting list/ }).click()
  await susan.tab.getByRole('button', { name: 'Join the list' }).click()
  await susan.tab
    .getByText(`1 free place is kept for Camden Council; on ${writeDate(days.release)} what is left goes to`)
    .first()
    .waitFor()
  await susan.page.close()

  const { page, tab } = await openRun('ruth.mbeki', runs.kept)
  await tab.getByRole('button', { name: 'Keep places' }).click()
  await tab.getByRole('button', { name: 'Empty this line' }).first().click()
  await tab.getByRole('button', { name: 'Save', exact: true }).click()
  await tab.getByText('Saved.').first().waitFor()
  await page.close()
  const state = await eventually(
    () => stateOf(runs.kept, 8),
    (found) => found === 'offered',
  )
  expect(state).toBe('offered')
})
