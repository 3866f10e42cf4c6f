import { agencyCoordinatorsKey, writeAgencyCoordinators } from '../../src/domain/agencyCoordinators.ts'
import type { Booker } from '../../src/domain/bookingLadder.ts'
import { answerOffer, withdraw } from '../../src/usecases/answerOffer.ts'
import { changeRun, enterRun, promoteWaiting } from '../../src/usecases/changeRun.ts'
import { decideRequest } from '../../src/usecases/decideRequest.ts'
import { theService } from '../../src/usecases/followPlaces.ts'
import { bookForOther, requestPlace } from '../../src/usecases/requestPlace.ts'
import {
  aCourse,
  anOfficer,
  aPartner,
  aRun,
  officerId,
  placesScene,
  signedInAs,
  theCoordinator,
} from '../support/places.ts'

type Scene = ReturnType<typeof placesScene>
const runKey = aRun().key
const ask = (scene: Scene, number: number, key = runKey) =>
  requestPlace(scene, { runKey: key, booker: anOfficer(number), actor: signedInAs(number), note: '' })
const keyOf = (number: number, key = runKey) => `${key}/${officerId(number)}`
const stateOf = async (scene: Scene, key: string) => (await scene.bookings.byKey(key))?.value.state
const runOf = async (scene: Scene, key = runKey) => {
  const row = await scene.runs.byKey(key)
  if (!row) throw new Error('no run')
  return row.value
}
/** Officers 1 and 2 have the places, 3 and 4 wait. */
async function fullScene(): Promise<Scene> {
  const scene = placesScene()
  for (const number of [1, 2, 3, 4]) await ask(scene, number)
  return scene
}

describe('asking for a place', () => {
  test('of a course that people apply for themselves gives it at once, with every step written down', async () => {
    const scene = placesScene()
    const outcome = await ask(scene, 1)
    expect(outcome).toMatchObject({ ok: true, booking: { value: { state: 'booked', eventDue: true } } })
    const steps = (await scene.bookings.byKey(keyOf(1)))?.value.steps ?? []
    expect(steps.map(({ from, to, by }) => [from, to, by])).toEqual([
      [null, 'requested', 'Officer 1'],
      ['requested', 'approved', 'Officer 1'],
      ['approved', 'booked', 'Officer 1'],
    ])
  })

  test('of another course waits for a coordinator, whose word gives it', async () => {
    const scene = placesScene([aRun()], aCourse({ selfApply: false }))
    expect(await ask(scene, 1)).toMatchObject({ ok: true, booking: { value: { state: 'requested' } } })
    expect((await runOf(scene)).seats).toEqual([])
    const input = { bookingKey: keyOf(1), agreed: true, why: '', actor: theCoordinator }
    expect(await decideRequest(scene, input)).toMatchObject({ booking: { value: { state: 'booked' } } })
    expect(await decideRequest(scene, { ...input, actor: signedInAs(2) })).toMatchObject({
      code: 'not-a-coordinator',
    })
  })

  test('is declined with a reason and not without one', async () => {
    const scene = placesScene([aRun()], aCourse({ selfApply: false }))
    await ask(scene, 1)
    const input = { bookingKey: keyOf(1), agreed: false, actor: theCoordinator }
    expect(await decideRequest(scene, { ...input, why: ' ' })).toMatchObject({ code: 'why-missing' })
    expect(await decideRequest(scene, { ...input, why: 'Not your role' })).toMatchObject({
      booking: { value: { state: 'declined' } },
    })
  })

  test('for somebody else is not done by asking for oneself', async () => {
    const scene = placesScene()
    const input = { runKey, booker: anOfficer(2), actor: signedInAs(1), note: '' }
    expect(await requestPlace(scene, input)).toEqual({ ok: false, code: 'not-for-others' })
  })

  test('with a place on another date of the course is refused; waiting for another is not', async () => {
    const later = aRun({ key: 'later', date: '2021-08-16' })
    const scene = placesScene([aRun({ capacity: 1 }), later])
    await ask(scene, 1)
    await ask(scene, 2)
    expect(await ask(scene, 1, 'later')).toMatchObject({ code: 'booked-elsewhere' })
    expect(await ask(scene, 2, 'later')).toMatchObject({ ok: true })
  })

  test('and having got a place, the line for another date is left, and the next one moves up', async () => {
    const later = aRun({ key: 'later', date: '2021-08-16' })
    const scene = placesScene([aRun({ capacity: 1 }), later])
    for (const number of [1, 2, 3]) await ask(scene, number)
    await ask(scene, 2, 'later')
    expect(await stateOf(scene, keyOf(2))).toBe('withdrawn')
    expect((await runOf(scene)).waiting.map(({ booking }) => booking)).toEqual([keyOf(3)])
  })

  test('after giving a place back is possible, and goes to the end of the line', async () => {
    const scene = await fullScene()
    scene.clock.moveTo('2021-06-01T09:00:00.000Z')
    await withdraw(scene, { bookingKey: keyOf(1), why: 'Leave', actor: signedInAs(1) })
    expect(await ask(scene, 1)).toMatchObject({ ok: true, booking: { value: { state: 'waiting' } } })
    expect((await runOf(scene)).waiting.at(-1)?.booking).toBe(keyOf(1))
  })
})

describe('a change that broke off', () => {
  test('between the run and the row of the booking is taken up by asking again', async () => {
    const scene = placesScene()
    scene.runs.loseNextAnswer()
    await expect(ask(scene, 1)).rejects.toThrow('did not answer')
    expect(await stateOf(scene, keyOf(1))).toBe('approved')
    expect((await runOf(scene)).seats).toHaveLength(1)
    expect(await ask(scene, 1)).toMatchObject({ ok: true, booking: { value: { state: 'booked' } } })
    expect((await runOf(scene)).seats).toHaveLength(1)
  })

  test('is put right when the run is looked at', async () => {
    const scene = await fullScene()
    const row = await scene.bookings.byKey(keyOf(1))
    scene.bookings.change(row?.id ?? '', (one) => ({ ...one, state: 'approved' }))
    await promoteWaiting(scene, { runKey, actor: theService })
    expect(await stateOf(scene, keyOf(1))).toBe('booked')
  })
})

describe('giving a place back', () => {
  test('offers it to the first in line, until a moment, and takes no step for the others', async () => {
    const scene = await fullScene()
    await withdraw(scene, { bookingKey: keyOf(2), why: 'On leave', actor: signedInAs(2) })
    const offered = (await scene.bookings.byKey(keyOf(3)))?.value
    expect(offered).toMatchObject({
      state: 'offered',
      offerUntil: '2021-06-04T08:00:00.000Z',
      eventDue: true,
    })
    expect(offered?.steps.at(-1)).toMatchObject({ by: 'Follow-Through', to: 'offered' })
    expect((await scene.bookings.byKey(keyOf(2)))?.value.steps.at(-1)).toMatchObject({ why: 'On leave' })
    expect(await stateOf(scene, keyOf(4))).toBe('waiting')
  })

  test('that somebody else has is refused', async () => {
    const scene = await fullScene()
    const input = { bookingKey: keyOf(1), why: '', actor: signedInAs(2) }
    expect(await withdraw(scene, input)).toEqual({ ok: false, code: 'not-yours' })
  })

  test('twice is the same as once', async () => {
    const scene = await fullScene()
    const input = { bookingKey: keyOf(1), why: '', actor: signedInAs(1) }
    await withdraw(scene, input)
    const before = await runOf(scene)
    expect(await withdraw(scene, input)).toMatchObject({
      ok: true,
      booking: { value: { state: 'withdrawn' } },
    })
    expect(await runOf(scene)).toEqual(before)
  })
})

describe('an offer', () => {
  async function offeredScene(): Promise<Scene> {
    const scene = await fullScene()
    await withdraw(scene, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    return scene
  }
  const answer = (scene: Scene, accept: boolean, number = 3) =>
    answerOffer(scene, { bookingKey: keyOf(3), accept, actor: signedInAs(number) })

  test('is taken by whom it was made to, once', async () => {
    const scene = await offeredScene()
    expect(await answer(scene, true)).toMatchObject({ ok: true, booking: { value: { state: 'booked' } } })
    expect(await answer(scene, true)).toMatchObject({ ok: true, booking: { value: { state: 'booked' } } })
    expect(await answer(scene, true, 4)).toMatchObject({ code: 'not-yours' })
  })

  test('that is turned down goes to the next, and the first is not asked again', async () => {
    const scene = await offeredScene()
    await answer(scene, false)
    expect([await stateOf(scene, keyOf(3)), await stateOf(scene, keyOf(4))]).toEqual(['declined', 'offered'])
    expect(await answer(scene, false)).toMatchObject({ ok: true })
    expect(await answer(scene, true)).toMatchObject({ code: 'offer-gone' })
  })

  test('that nobody answers goes to the next by itself, a second after its end and not before', async () => {
    const scene = await offeredScene()
    scene.clock.moveTo('2021-06-04T07:59:59.000Z')
    await promoteWaiting(scene, { runKey, actor: theService })
    expect(await stateOf(scene, keyOf(3))).toBe('offered')
    scene.clock.moveTo('2021-06-04T08:00:00.000Z')
    await promoteWaiting(scene, { runKey, actor: theService })
    expect([await stateOf(scene, keyOf(3)), await stateOf(scene, keyOf(4))]).toEqual(['declined', 'offered'])
  })
})

describe('booking for others', () => {
  const coordinators = [{ agency: 'Camden Council', person: officerId(50), personName: 'Officer 50' }]
  const setting = {
    ...{ key: agencyCoordinatorsKey, value: writeAgencyCoordinators(coordinators) },
    ...{ changedBy: '', changedByName: '' },
  }
  const scene = () => placesScene([aRun()], aCourse(), [setting])
  const bookFor = (one: Scene, booker: Booker, number: number) =>
    bookForOther(one, { runKey, booker, actor: signedInAs(number), note: '' })

  test('an organisation’s coordinator books for its people, who have no account, and answers for them', async () => {
    const one = scene()
    const outcome = await bookFor(one, aPartner('Bea'), 50)
    expect(outcome).toMatchObject({
      ok: true,
      booking: { value: { key: `${runKey}/bea@camden.example`, arrangedBy: officerId(50), state: 'booked' } },
    })
    const input = { bookingKey: `${runKey}/bea@camden.example`, why: '', actor: signedInAs(50) }
    expect(await withdraw(one, input)).toMatchObject({ ok: true })
  })

  test.each([
    ['another organisation', aPartner('Cy', 'Brent Council'), 50, 'not-for-others'],
    ['without being its coordinator', aPartner('Cy'), 51, 'not-for-others'],
    ['without an address', { ...aPartner('Cy'), address: '' }, 50, 'nobody-named'],
  ])('is refused: %s', async (_, booker, number, code) => {
    expect(await bookFor(scene(), booker, number)).toEqual({ ok: false, code })
  })

  test('a coordinator of the force books for anybody', async () => {
    const one = scene()
    const input = { runKey, booker: aPartner('Cy', 'Brent Council'), actor: theCoordinator, note: '' }
    expect(await bookForOther(one, input)).toMatchObject({ ok: true })
  })
})

describe('a coordinator’s change of a run', () => {
  const move = {
    ...{ does: 'move' as const, date: '2021-07-20', start: '09:00', end: '16:00', venue: 'Library' },
    ...{ venueKey: '', why: 'Flood' },
  }

  test('moves the bookings with it, however many people have booked since it was opened', async () => {
    const scene = placesScene()
    const seen = await runOf(scene)
    for (const number of [1, 2, 3, 4, 5, 6]) await ask(scene, number)
    const changed = await changeRun(scene, { runKey, change: move, actor: theCoordinator, seen })
    expect(changed).toMatchObject({ ok: true, concerned: 6 })
    const { rows } = await scene.bookings.all()
    expect(rows.map(({ value }) => value.runDate)).toEqual(Array(6).fill('2021-07-20'))
    expect(rows.every(({ value }) => value.eventDue)).toBe(true)
  })

  test('is refused where another coordinator changed the plan meanwhile', async () => {
    const scene = placesScene()
    const seen = await runOf(scene)
    await changeRun(scene, { runKey, change: move, actor: theCoordinator, seen })
    const again = await changeRun(scene, {
      runKey,
      change: { ...move, why: 'Mine' },
      actor: theCoordinator,
      seen,
    })
    expect(again).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })

  test('that cancels takes everybody off, and asking for a place is refused then', async () => {
    const scene = await fullScene()
    const seen = await runOf(scene)
    const change = { does: 'cancel' as const, why: 'No trainer' }
    await changeRun(scene, { runKey, change, actor: theCoordinator, seen })
    expect((await scene.bookings.all()).rows.map(({ value }) => value.state)).toEqual(
      Array(4).fill('withdrawn'),
    )
    expect(await ask(scene, 9)).toMatchObject({ code: 'run-cancelled' })
  })

  test('is for coordinators', async () => {
    const scene = placesScene()
    const seen = await runOf(scene)
    const input = { runKey, change: move, actor: signedInAs(1), seen }
    expect(await changeRun(scene, input)).toEqual({ ok: false, code: 'not-a-coordinator' })
  })

  test('entering the same run twice gives one, and another on the same day gives two', async () => {
    const scene = placesScene([])
    const entered = {
      ...{ courseKey: 'what-to-do-if', date: '2021-09-01', start: '09:00', end: '12:00', venue: 'A' },
      ...{ venueKey: '', capacity: 10, minimum: 0, trainer: '', open: true },
    }
    const enter = (changes: object = {}) =>
      enterRun(scene, { entered: { ...entered, ...changes }, actor: theCoordinator })
    await enter()
    await enter()
    await enter({ start: '13:00', end: '16:00' })
    expect((await scene.runs.all()).rows.map(({ value }) => value.key)).toEqual([
      'what-to-do-if-2021-09-01',
      'what-to-do-if-2021-09-01-2',
    ])
  })
})
