import fc from 'fast-check'
import { bookingsBehind } from '../../src/domain/bookingLadder.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import { hoursLater } from '../../src/domain/runTimes.ts'
import { answerOffer, withdraw } from '../../src/usecases/answerOffer.ts'
import { changeRun, promoteWaiting } from '../../src/usecases/changeRun.ts'
import { theService } from '../../src/usecases/followPlaces.ts'
import { settlePlaces } from '../../src/usecases/keepPlaces.ts'
import { requestPlace } from '../../src/usecases/requestPlace.ts'
import { anOfficer, aRun, officerId, placesScene, signedInAs, theCoordinator } from '../support/places.ts'

const keys = ['first', 'second'] as const
type Scene = ReturnType<typeof placesScene>

interface Act {
  readonly does: 'ask' | 'back' | 'accept' | 'decline' | 'time' | 'round' | 'more' | 'move' | 'cancel'
  readonly who: number
  readonly run: (typeof keys)[number]
  /** An answer that is lost on the way: the work is done, and nobody knows. */
  readonly lost: 'runs' | 'bookings' | null
}
const act: fc.Arbitrary<Act> = fc.record({
  does: fc.oneof(
    { weight: 8, arbitrary: fc.constant('ask' as const) },
    { weight: 6, arbitrary: fc.constantFrom('back' as const, 'accept' as const, 'decline' as const) },
    { weight: 4, arbitrary: fc.constantFrom('time' as const, 'round' as const) },
    { weight: 1, arbitrary: fc.constantFrom('more' as const, 'move' as const, 'cancel' as const) },
  ),
  who: fc.integer({ min: 1, max: 7 }),
  run: fc.constantFrom(...keys),
  lost: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('runs' as const, 'bookings' as const) },
  ),
})
/** What people do at the same moment: each group is under way together. */
const history = fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })

const newScene = () =>
  placesScene([aRun({ key: 'first', capacity: 2 }), aRun({ key: 'second', date: '2021-07-30', capacity: 1 })])

async function carryOut(scene: Scene, { does, who, run, lost }: Act): Promise<unknown> {
  if (lost) scene[lost].loseNextAnswer()
  const [bookingKey, actor] = [`${run}/${officerId(who)}`, signedInAs(who)]
  switch (does) {
    case 'ask':
      return requestPlace(scene, { runKey: run, booker: anOfficer(who), actor, note: '' })
    case 'back':
      return withdraw(scene, { bookingKey, why: '', actor })
    case 'accept':
    case 'decline':
      return answerOffer(scene, { bookingKey, accept: does === 'accept', actor })
    case 'time':
      return scene.clock.moveTo(hoursLater(await scene.clock.now(), 30))
    case 'round':
      return settlePlaces(scene, { thorough: true })
    default:
      return change(scene, run, does)
  }
}

async function change(scene: Scene, runKey: string, does: 'more' | 'move' | 'cancel'): Promise<unknown> {
  const seen = (await scene.runs.byKey(runKey))?.value
  if (!seen) return null
  const day = { start: '10:00', end: '15:00', venue: 'Library', venueKey: '', why: 'W' }
  const all = {
    more: { does: 'capacity', capacity: seen.capacity + 1, why: '' },
    move: { does: 'move', ...day, date: '2021-07-20' },
    cancel: { does: 'cancel', why: 'W' },
  } as const
  return changeRun(scene, { runKey, change: all[does], actor: theCoordinator, seen })
}

/** Plays a history; `after` looks at the runs after every moment. */
async function play(
  groups: readonly (readonly Act[])[],
  after: (scene: Scene) => Promise<void>,
): Promise<Scene> {
  const scene = newScene()
  for (const group of groups) {
    const ended = await Promise.allSettled(group.map((one) => carryOut(scene, one)))
    for (const one of ended)
      if (one.status === 'rejected' && !(one.reason instanceof M365Error)) throw one.reason
    await after(scene)
  }
  return scene
}

const runsOf = async (scene: Scene) => (await scene.runs.all()).rows.map(({ value }) => value)

test('there are never more places taken than there are, whatever is under way at once and whatever is lost', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (groups) => {
      await play(groups, async (scene) => {
        for (const run of await runsOf(scene)) expect(run.seats.length).toBeLessThanOrEqual(run.capacity)
      })
    }),
    { numRuns: 80 },
  )
})

test('after two rounds without faults every booking says what its run says, and nothing is left half done', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (groups) => {
      const scene = await play(groups, async () => undefined)
      scene.runs.keepAnswers()
      scene.bookings.keepAnswers()
      for (const run of keys) await promoteWaiting(scene, { runKey: run, actor: theService })
      await settlePlaces(scene, { thorough: false })
      const bookings = (await scene.bookings.all()).rows.map(({ value }) => value)
      expect(bookings.filter(({ state }) => state === 'approved')).toEqual([])
      for (const run of await runsOf(scene)) {
        const mine = bookings.filter(({ runKey }) => runKey === run.key)
        expect(bookingsBehind(run, mine, await scene.clock.now())).toEqual([])
        expect(mine.filter(({ state }) => state === 'booked')).toHaveLength(
          run.seats.filter(({ state }) => state === 'booked').length,
        )
      }
    }),
    { numRuns: 80 },
  )
})

test('every step that a booking took is a step of the ladder, or was put right after the run', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (groups) => {
      const scene = await play(groups, async () => undefined)
      for (const { value } of (await scene.bookings.all()).rows) {
        const [first, ...rest] = value.steps
        expect(first?.from).toBeNull()
        let state = first?.to
        for (const step of rest) {
          expect(step.from).toBe(state)
          state = step.to
        }
        expect(value.state).toBe(state)
      }
    }),
    { numRuns: 40 },
  )
})
