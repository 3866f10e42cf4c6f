import { placePressOf } from '../../../src/bot/handlers/placePress.ts'
import { openLog } from '../../../src/bot/log.ts'
import { withdraw } from '../../../src/usecases/answerOffer.ts'
import { requestPlace } from '../../../src/usecases/requestPlace.ts'
import { runTexts } from '../../support/cards.ts'
import { anOfficer, aRun, officerId, placesScene, signedInAs } from '../../support/places.ts'

const keyOf = (number: number) => `${aRun().key}/${officerId(number)}`
const person = (number: number) => ({ objectId: officerId(number), name: `Officer ${number}` })

/** Officer 3 is offered the place that officer 1 gave back. */
async function offered() {
  const scene = placesScene()
  for (const number of [1, 2, 3, 4])
    await requestPlace(scene, {
      ...{ runKey: aRun().key, booker: anOfficer(number), actor: signedInAs(number), note: '' },
    })
  await withdraw(scene, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
  let settled = 0
  const press = placePressOf(
    async () => scene,
    'app',
    openLog('silent'),
    () => {
      settled += 1
    },
  )
  const answer = (take: boolean, number = 3) =>
    press(person(number), { action: 'answerPlace', booking: keyOf(3), take })
  return { scene, press, answer, settled: () => settled }
}

test('taking the place books it, says so, and lets the next round begin', async () => {
  const { scene, answer, settled } = await offered()
  const reply = await answer(true)
  expect(reply).toMatchObject({ kind: 'card', settled: true })
  expect(reply?.kind === 'card' && runTexts(reply.card)).toContain('A place is booked: 16 July 2021')
  expect((await scene.bookings.byKey(keyOf(3)))?.value.state).toBe('booked')
  expect(settled()).toBe(1)
})

test('turning it down offers it to the next', async () => {
  const { scene, answer } = await offered()
  expect(await answer(false)).toMatchObject({ kind: 'card', settled: true })
  expect((await scene.bookings.byKey(keyOf(4)))?.value.state).toBe('offered')
})

test('an offer that has ended is said to have ended, and the card has nothing left to press', async () => {
  const { scene, answer } = await offered()
  scene.clock.moveTo('2021-06-04T08:00:00.000Z')
  const reply = await answer(true)
  expect(reply?.kind === 'card' && runTexts(reply.card)).toContain('The offer has ended')
})

test('somebody else’s press is refused, whatever the card says', async () => {
  const { scene, answer } = await offered()
  expect(await answer(true, 4)).toMatchObject({ kind: 'error', status: 400 })
  expect((await scene.bookings.byKey(keyOf(3)))?.value.state).toBe('offered')
})

test('nobody in particular is refused', async () => {
  const { press } = await offered()
  expect(await press(null, { action: 'answerPlace', booking: keyOf(3), take: true })).toMatchObject({
    status: 400,
  })
})

test('an outage is said, and pressing again is safe', async () => {
  const { scene, answer } = await offered()
  scene.runs.goOffline()
  expect(await answer(true)).toMatchObject({ kind: 'error', status: 500 })
  scene.runs.recover()
  expect(await answer(true)).toMatchObject({ kind: 'card' })
})

test('a press of another card is left to others', async () => {
  const { press } = await offered()
  expect(await press(person(3), { action: 'updateProgress', row: '7' })).toBeNull()
})
