import { pino } from 'pino'
import { placesJob } from '../../../src/bot/jobs/places.ts'
import { inTurn } from '../../../src/bot/jobs/turns.ts'
import { withdraw } from '../../../src/usecases/answerOffer.ts'
import { requestPlace } from '../../../src/usecases/requestPlace.ts'
import { runLockKey } from '../../../src/usecases/runLock.ts'
import { keptScene } from '../../support/keptPlaces.ts'
import { anOfficer, aRun, officerId, signedInAs } from '../../support/places.ts'

const silent = pino({ level: 'silent' })
const runKey = aRun().key

/** Officers 1 and 2 have the places, 3 waits; nobody has been served yet. */
async function busy() {
  const scene = keptScene()
  for (const number of [1, 2, 3])
    await requestPlace(scene, { runKey, booker: anOfficer(number), actor: signedInAs(number), note: '' })
  const job = placesJob(
    async () => scene,
    silent,
    () => false,
    inTurn(),
  )
  return { scene, job }
}
const giveBack = (scene: Awaited<ReturnType<typeof busy>>['scene']) =>
  withdraw(scene, { bookingKey: `${runKey}/${officerId(1)}`, why: '', actor: signedInAs(1) })

test('two rounds at once make one event for each person', async () => {
  const { scene, job } = await busy()
  await Promise.all([job(), job()])
  expect(scene.calendar.mails.map(({ to }) => to)).toEqual(['o1@thameside.example', 'o2@thameside.example'])
})

test('a round in which nobody is to be served does not touch the lock', async () => {
  const { scene, job } = await busy()
  await job()
  scene.settings.calls.length = 0
  expect(await job()).toMatchObject({ served: null })
  expect(scene.settings.calls).toEqual([])
})

test('whoever could not be told is left alone for a while, and told when everything is asked for', async () => {
  const { scene, job } = await busy()
  await job()
  await giveBack(scene)
  scene.messenger.next.push({ state: 'failed', note: 'Teams asked to wait.' })
  expect((await job()).served?.failures).toHaveLength(1)
  expect(await job()).toMatchObject({ served: null })
  expect((await job(true)).served).toMatchObject({ told: 1, failures: [] })
})

test('a service that is on its way out begins nothing more', async () => {
  const { scene } = await busy()
  const leaving = placesJob(
    async () => scene,
    silent,
    () => true,
    inTurn(),
  )
  expect((await leaving()).served).toMatchObject({ events: 0, told: 0 })
  expect(scene.calendar.events).toEqual([])
})

test('the lock is given back after a round', async () => {
  const { scene, job } = await busy()
  await job()
  const held = JSON.parse((await scene.settings.byKey(runLockKey))?.value.value ?? '{}')
  expect(held.until <= (await scene.clock.now())).toBe(true)
})

test('nothing more is begun once another instance may have taken over', async () => {
  const { scene } = await busy()
  const slow = Object.assign(Object.create(scene.calendar), {
    create: async (draft: Parameters<typeof scene.calendar.create>[0]) => {
      const made = await scene.calendar.create(draft)
      const later = new Date(Date.parse(await scene.clock.now()) + 11 * 60_000).toISOString()
      scene.clock.moveTo(later)
      const lock = await scene.settings.byKey(runLockKey)
      const theirs = { run: 'other', process: 'there 7', until: '2099-01-01T00:00:00.000Z' }
      if (lock) await scene.settings.save(lock, { ...lock.value, value: JSON.stringify(theirs) })
      return made
    },
  })
  const job = placesJob(
    async () => ({ ...scene, calendar: slow }),
    silent,
    () => false,
    inTurn(),
  )
  expect((await job()).served).toMatchObject({ events: 1 })
  expect(scene.calendar.events).toHaveLength(1)
})
