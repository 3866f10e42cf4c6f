import { createGraphClient } from '../../src/graph/client.ts'
import { everyList } from '../../src/graph/columns/everyList.ts'
import { bookingStore } from '../../src/graph/lists/bookings.ts'
import { courseStore } from '../../src/graph/lists/courses.ts'
import { runStore } from '../../src/graph/lists/runs.ts'
import { settingStore } from '../../src/graph/lists/settings.ts'
import { provisionLists } from '../../src/graph/provisioning/provisionLists.ts'
import { openSite, type SiteContext } from '../../src/graph/site.ts'
import { answerOffer, withdraw } from '../../src/usecases/answerOffer.ts'
import { requestPlace } from '../../src/usecases/requestPlace.ts'
import { type LocalTenant, startLocalTenant } from '../support/localTenant.ts'
import { aCourse, anOfficer, aRun, force, officerId, signedInAs } from '../support/places.ts'

/** Places that are left, and people who press at the same moment. */
const [left, bookers] = [3, 100]
const booked = Array.from({ length: 9 }, (_, index) => ({
  ...{ booking: `${aRun().key}/${officerId(500 + index)}`, agency: force, borough: '' },
  ...{ state: 'booked' as const, until: null },
}))

let tenant: LocalTenant
let token: string
let site: SiteContext
beforeAll(async () => {
  tenant = await startLocalTenant()
  token = await tenant.appToken('provisioner')
  site = await openSite(clientOf(), tenant.environment.FT_SITE ?? '')
  await provisionLists(site, everyList, () => undefined)
  await courseStore(site).create(aCourse())
  await runStore(site).create(aRun({ capacity: booked.length + left, seats: booked }))
})
afterAll(() => tenant.remove())

const clientOf = () => createGraphClient({ origin: tenant.origin, accessToken: async () => token })

/** What one person's tab works with: a client of its own, that knows nothing of the others. */
function tab() {
  const own = { client: clientOf(), siteId: site.siteId }
  return {
    runs: runStore(own),
    bookings: bookingStore(own),
    courses: courseStore(own),
    settings: settingStore(own),
    clock: { now: async () => new Date(Date.parse('2021-06-01T08:00:00.000Z')).toISOString() },
    wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  }
}

const ask = (number: number) =>
  requestPlace(tab(), {
    ...{ runKey: aRun().key, booker: anOfficer(number), actor: signedInAs(number), note: '' },
  })
const run = async () => (await runStore(site).byKey(aRun().key))?.value ?? aRun()
const states = async () => {
  const counts = new Map<string, number>()
  for (const { value } of (await bookingStore(site).ofRun(aRun().key)).rows)
    counts.set(value.state, (counts.get(value.state) ?? 0) + 1)
  return Object.fromEntries(counts)
}

test('of a hundred people who ask for the last three places at once, three get one and the others are in line', async () => {
  const outcomes = await Promise.all(Array.from({ length: bookers }, (_, index) => ask(index + 1)))

  const after = await run()
  expect(after.seats).toHaveLength(booked.length + left)
  expect(after.waiting).toHaveLength(bookers - left)
  expect(outcomes.filter((one) => one.ok && one.booking.value.state === 'booked')).toHaveLength(left)
  expect(await states()).toEqual({ booked: left, waiting: bookers - left })
}, 120_000)

test('the same people asking again, all at once, change nothing', async () => {
  const before = await run()
  const outcomes = await Promise.all(Array.from({ length: bookers }, (_, index) => ask(index + 1)))
  expect(outcomes.every((one) => one.ok)).toBe(true)
  expect(await run()).toEqual(before)
}, 60_000)

test('three who give their place back while the three first in line are asked leave no place twice', async () => {
  const before = await run()
  const mine = before.seats.slice(booked.length).map(({ booking }) => booking)
  const person = (key: string) => ({ ...signedInAs(0), objectId: key.split('/').at(-1) ?? '' })
  await Promise.all(
    mine.map((key) => withdraw(tab(), { bookingKey: key, why: 'On leave', actor: person(key) })),
  )

  const offered = (await run()).seats.filter(({ state }) => state === 'offered').map(({ booking }) => booking)
  expect(offered).toEqual(before.waiting.slice(0, left).map(({ booking }) => booking))
  await Promise.all(
    offered.flatMap((key) =>
      [true, true].map((accept) => answerOffer(tab(), { bookingKey: key, accept, actor: person(key) })),
    ),
  )
  const after = await run()
  expect(after.seats.every(({ state }) => state === 'booked')).toBe(true)
  expect(after.seats).toHaveLength(booked.length + left)
  expect(await states()).toEqual({ booked: left, waiting: bookers - 2 * left, withdrawn: left })
}, 60_000)
