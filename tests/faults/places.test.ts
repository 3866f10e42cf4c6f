import { isM365Error } from '../../src/domain/m365Error.ts'
import { bookingStore } from '../../src/graph/lists/bookings.ts'
import { courseStore } from '../../src/graph/lists/courses.ts'
import { runStore } from '../../src/graph/lists/runs.ts'
import { settingStore } from '../../src/graph/lists/settings.ts'
import type { SiteContext } from '../../src/graph/site.ts'
import { seededNumbers } from '../../src/localtenant/faults/random.ts'
import type { FaultKind, FaultRule } from '../../src/localtenant/faults.ts'
import { answerOffer, withdraw } from '../../src/usecases/answerOffer.ts'
import { promoteWaiting } from '../../src/usecases/changeRun.ts'
import { theService } from '../../src/usecases/followPlaces.ts'
import { settlePlaces } from '../../src/usecases/keepPlaces.ts'
import { requestPlace } from '../../src/usecases/requestPlace.ts'
import { aCourse, anOfficer, aRun, officerId, signedInAs } from '../support/places.ts'
import { type FarEnd, openFarEnd } from './site.ts'

jest.setTimeout(120_000)

const plans = 25
const now = '2021-06-01T08:00:00.000Z'
const kinds: readonly FaultKind[] = [
  '429',
  '503',
  '504-before',
  '504-after-commit',
  'connection-reset-before',
  'connection-reset-after-commit',
  '412-storm',
]
const targets = [
  ['GET', '/lists/Runs/items'],
  ['PATCH', '/lists/Runs/items'],
  ['GET', '/lists/Bookings/items'],
  ['POST', '/lists/Bookings/items'],
  ['PATCH', '/lists/Bookings/items'],
] as const

let farEnd: FarEnd
let tabs: readonly SiteContext[]
beforeAll(async () => {
  farEnd = await openFarEnd()
  tabs = [await farEnd.tabOf(1), await farEnd.tabOf(2)]
  await courseStore(farEnd.calm).create(aCourse())
})
afterAll(() => farEnd.tenant.remove())

/** Requests that the plans hit. */
let hits = 0

function placesOf(site: SiteContext) {
  return {
    runs: runStore(site),
    bookings: bookingStore(site),
    courses: courseStore(site),
    settings: settingStore(site),
    clock: { now: async () => now },
    wait: async () => undefined,
  }
}

/** Three faults of a seed: what befalls which request, and which of them. */
function planOf(seed: number): FaultRule[] {
  const number = seededNumbers(seed)
  const one = <T>(values: readonly T[]): T => values[Math.floor(number() * values.length)] as T
  return [1, 2, 3].map(() => {
    const [method, path] = one(targets)
    const kind = one(kinds)
    const usual: FaultKind = kind === '412-storm' && method !== 'PATCH' ? '503' : kind
    return {
      method,
      path,
      kind: usual,
      times: one([1, 2]),
      nth: one([1, 2, 3]),
      app: farEnd.app,
      retryAfter: 1,
    }
  })
}

/** Presses again and again, as somebody does who is told to; gives up after a few times. */
async function press<T extends { readonly ok: boolean }>(work: () => Promise<T>): Promise<T | null> {
  for (let pressed = 1; pressed <= 4; pressed += 1) {
    try {
      const outcome = await work()
      if (outcome.ok) return outcome
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
    }
  }
  return null
}

test.each(Array.from({ length: plans }, (_, index) => index + 1))(
  'seed %i: one place is had by one person, given back, offered and taken, whatever fails meanwhile',
  async (seed) => {
    const runKey = `faults-${seed}`
    await runStore(farEnd.calm).create(aRun({ key: runKey, capacity: 1 }))
    await farEnd.plan(planOf(seed))
    const [one, other] = tabs.map(placesOf)
    if (!one || !other) throw new Error('no tabs')
    const ask = (deps: typeof one, number: number) =>
      requestPlace(deps, { runKey, booker: anOfficer(number), actor: signedInAs(number), note: '' })
    // People of their own for every plan: nobody has two places on dates of one course.
    const [first, second] = [1_000 + 2 * seed, 1_001 + 2 * seed]
    await Promise.all([press(() => ask(one, first)), press(() => ask(other, second))])
    const calm = placesOf(farEnd.calm)
    const run = async () => (await calm.runs.byKey(runKey))?.value ?? aRun()
    const holder = (await run()).seats[0]?.booking === `${runKey}/${officerId(first)}` ? first : second
    const keyOf = (number: number) => `${runKey}/${officerId(number)}`
    const leaver = holder === first ? one : other
    const next = holder === first ? second : first
    await press(() => withdraw(leaver, { bookingKey: keyOf(holder), why: '', actor: signedInAs(holder) }))
    await press(() =>
      answerOffer(holder === first ? other : one, {
        bookingKey: keyOf(next),
        accept: true,
        actor: signedInAs(next),
      }),
    )
    expect((await run()).seats.length).toBeLessThanOrEqual(1)
    hits += (await farEnd.clear()).reduce((sum, rule) => sum + rule.hits, 0)

    // The weather is calm again, and everybody who was left hanging presses once more.
    await settlePlaces(calm, { thorough: false })
    await ask(calm, next)
    await withdraw(calm, { bookingKey: keyOf(holder), why: '', actor: signedInAs(holder) })
    await answerOffer(calm, { bookingKey: keyOf(next), accept: true, actor: signedInAs(next) })
    await promoteWaiting(calm, { runKey, actor: theService })
    const rows = (await calm.bookings.ofRun(runKey)).rows.map(({ value }) => value)
    expect((await run()).seats).toMatchObject([{ booking: keyOf(next), state: 'booked' }])
    expect((await run()).waiting).toEqual([])
    expect(rows.map(({ key, state }) => [key, state]).toSorted()).toEqual(
      [
        [keyOf(next), 'booked'],
        [keyOf(holder), 'withdrawn'],
      ].toSorted(),
    )
  },
)

test('the plans did hit requests: more than one each', () => {
  expect(hits).toBeGreaterThan(plans)
})
