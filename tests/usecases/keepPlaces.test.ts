import type { CourseRun } from '../../src/domain/course.ts'
import { answerOffer, withdraw } from '../../src/usecases/answerOffer.ts'
import { changeRun } from '../../src/usecases/changeRun.ts'
import { servePlaces, settlePlaces } from '../../src/usecases/keepPlaces.ts'
import { bookForOther, requestPlace } from '../../src/usecases/requestPlace.ts'
import { keptScene } from '../support/keptPlaces.ts'
import { anOfficer, aPartner, aRun, officerId, signedInAs, theCoordinator } from '../support/places.ts'

const runKey = aRun().key
type Scene = ReturnType<typeof keptScene>

const ask = (one: Scene, number: number, key = runKey) =>
  requestPlace(one, { runKey: key, booker: anOfficer(number), actor: signedInAs(number), note: '' })
const keyOf = (number: number, key = runKey) => `${key}/${officerId(number)}`
const serve = (one: Scene) =>
  servePlaces(one, { round: crypto.randomUUID(), may: async () => true, later: new Set() })
const settle = (one: Scene) => settlePlaces(one, { thorough: true })
const mailsOf = (one: Scene) => one.calendar.mails.map(({ to, kind }) => `${kind} to ${to}`)
const toldOf = (one: Scene) => one.messenger.told.map(({ to, notice }) => [to, notice.state])
const rowOf = async (one: Scene, key: string) => (await one.bookings.byKey(key))?.value
async function seenBy(one: Scene): Promise<CourseRun> {
  const row = await one.runs.byKey(runKey)
  if (!row) throw new Error('no run')
  return row.value
}
const move = {
  ...{ does: 'move' as const, date: '2021-07-20', start: '10:00', end: '16:00', venue: 'Library' },
  ...{ venueKey: '', why: 'Flood' },
}
/** Officers 1 and 2 have the places and their events, 3 and 4 wait. */
async function fullScene(): Promise<Scene> {
  const one = keptScene()
  for (const number of [1, 2, 3, 4]) await ask(one, number)
  await serve(one)
  one.calendar.mails.length = 0
  return one
}

test('another hour and another house on the same day reach everybody, also where the change broke off', async () => {
  for (const breaksOff of [false, true]) {
    const one = await fullScene()
    const seen = await seenBy(one)
    one.clock.moveTo(new Date(Date.parse(await one.clock.now()) + 60_000).toISOString())
    if (breaksOff) one.bookings.goOffline()
    const change = { ...move, date: seen.date }
    const moved = changeRun(one, { runKey, change, actor: theCoordinator, seen })
    if (breaksOff) await expect(moved).rejects.toThrow('could not be reached')
    else await moved
    one.bookings.recover()
    await settle(one)
    await serve(one)
    await settle(one)
    await serve(one)
    expect(mailsOf(one)).toEqual(['update to o1@thameside.example', 'update to o2@thameside.example'])
    expect(one.calendar.events.map(({ draft }) => [draft.start, draft.location])).toEqual([
      ['10:00', 'Library'],
      ['10:00', 'Library'],
    ])
    expect(toldOf(one)).toEqual([
      [officerId(3), 'waiting'],
      [officerId(4), 'waiting'],
    ])
  }
})

test('where the service keeps no calendars, those who are booked are told of a move, and once', async () => {
  const one = { ...keptScene(), calendar: null }
  await ask({ ...one, calendar: keptScene().calendar }, 1)
  const serveAll = () =>
    servePlaces(one, { round: crypto.randomUUID(), may: async () => true, later: new Set() })
  await serveAll()
  const seen = (await one.runs.byKey(runKey))?.value ?? aRun()
  await changeRun(one, { runKey, change: move, actor: theCoordinator, seen })
  await serveAll()
  await serveAll()
  expect(one.messenger.told.map(({ to, notice }) => [to, notice.state, notice.runDate])).toEqual([
    [officerId(1), 'booked', '2021-07-20'],
  ])
})

describe('the calendar', () => {
  test('has one event for each booked person, with nobody else on it', async () => {
    const one = keptScene()
    for (const number of [1, 2, 3]) await ask(one, number)
    await serve(one)
    expect(one.calendar.events.map(({ draft }) => draft.attendees.map(({ address }) => address))).toEqual([
      ['o1@thameside.example'],
      ['o2@thameside.example'],
    ])
    expect(one.calendar.events[0]?.draft).toMatchObject({
      ...{
        subject: 'What to do if',
        date: '2021-07-16',
        start: '09:00',
        end: '16:00',
        location: 'Town Hall',
      },
      bodyHtml: expect.stringContaining('1 High Street, Camden'),
    })
  })

  test('is left alone by a second round: nobody is mailed twice', async () => {
    const one = await fullScene()
    await serve(one)
    expect(mailsOf(one)).toEqual([])
    expect((await one.bookings.eventsDue()).rows).toEqual([])
  })

  test('is not filled twice when the answer to the first event was lost', async () => {
    const one = keptScene()
    await ask(one, 1)
    one.calendar.failNext('after')
    expect((await serve(one)).failures).toHaveLength(1)
    await serve(one)
    expect(one.calendar.events).toHaveLength(1)
    expect((await rowOf(one, keyOf(1)))?.eventRef).toBe('event-1')
  })

  test('moves with the run, and mails whoever is booked once each', async () => {
    const one = await fullScene()
    await changeRun(one, { runKey, change: move, actor: theCoordinator, seen: await seenBy(one) })
    await serve(one)
    await serve(one)
    expect(mailsOf(one)).toEqual(['update to o1@thameside.example', 'update to o2@thameside.example'])
    expect(one.calendar.events[0]?.draft).toMatchObject({ date: '2021-07-20', start: '10:00' })
    expect(one.calendar.events[0]?.draft.bodyHtml).toContain('The run was moved: Flood')
  })

  test('loses the event with the place, and with the run', async () => {
    const one = await fullScene()
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    await serve(one)
    expect(mailsOf(one)).toEqual(['cancellation to o1@thameside.example'])
    const change = { does: 'cancel' as const, why: 'No trainer' }
    await changeRun(one, { runKey, change, actor: theCoordinator, seen: await seenBy(one) })
    await serve(one)
    expect(mailsOf(one)).toEqual([
      'cancellation to o1@thameside.example',
      'cancellation to o2@thameside.example',
    ])
    expect((await rowOf(one, keyOf(2)))?.eventRef).toBe('')
  })

  test('has a new event for somebody who comes back after giving the place back', async () => {
    const one = keptScene()
    await ask(one, 1)
    await serve(one)
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    await serve(one)
    await ask(one, 1)
    await serve(one)
    expect(one.calendar.mails.map(({ kind }) => kind)).toEqual(['invitation', 'cancellation', 'invitation'])
  })

  test('has no event left over when the place was given back while it was being made', async () => {
    const one = keptScene()
    await ask(one, 1)
    one.calendar.failNext('after')
    await serve(one)
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    await serve(one)
    expect(one.calendar.events.filter(({ cancelled }) => !cancelled)).toEqual([])
    expect(one.calendar.mails.map(({ kind }) => kind)).toEqual(['invitation', 'cancellation'])
  })
})

describe('people are told', () => {
  test('of a place that became free, with the moment until which it is kept, once', async () => {
    const one = await fullScene()
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    await serve(one)
    await serve(one)
    expect(toldOf(one)).toEqual([[officerId(3), 'offered']])
    expect(one.messenger.told[0]?.notice).toMatchObject({
      ...{ offerUntil: '2021-06-04T08:00:00.000Z', courseTitle: 'What to do if', link: '' },
      standing: expect.stringContaining('kept until 4 June 2021 at 09:00'),
    })
  })

  test('not of their own steps', async () => {
    const one = keptScene()
    for (const number of [1, 2, 3]) await ask(one, number)
    await serve(one)
    expect(one.messenger.told).toEqual([])
  })

  test('that an offer ended, and the next one is asked', async () => {
    const one = await fullScene()
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    await serve(one)
    one.clock.moveTo('2021-06-04T08:00:00.000Z')
    expect(await settle(one)).toMatchObject({ settled: 1, failures: [] })
    await serve(one)
    expect(toldOf(one).slice(1)).toEqual([
      [officerId(3), 'declined'],
      [officerId(4), 'offered'],
    ])
  })

  test('of a cancelled run by Outlook where they have an event, by a message where they wait', async () => {
    const one = await fullScene()
    const change = { does: 'cancel' as const, why: 'No trainer' }
    await changeRun(one, { runKey, change, actor: theCoordinator, seen: await seenBy(one) })
    await serve(one)
    expect(toldOf(one)).toEqual([
      [officerId(3), 'withdrawn'],
      [officerId(4), 'withdrawn'],
    ])
    expect(one.messenger.told[0]?.notice.standing).toContain('No trainer')
  })

  test('again where it failed, and the booking is due until then', async () => {
    const one = await fullScene()
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    one.messenger.next.push({ state: 'failed', note: 'Teams asked to wait.' })
    expect(await serve(one)).toMatchObject({
      told: 0,
      failures: [{ booking: keyOf(3), why: 'Teams asked to wait.' }],
    })
    expect(await serve(one)).toMatchObject({ told: 1, failures: [] })
  })

  test('without an account by mail with a link, and whoever booked for them too', async () => {
    const one = keptScene([aRun({ capacity: 1 })])
    await ask(one, 1)
    const input = { runKey, booker: aPartner('Bea'), actor: theCoordinator, note: '' }
    await bookForOther(one, input)
    await withdraw(one, { bookingKey: keyOf(1), why: '', actor: signedInAs(1) })
    await serve(one)
    expect(toldOf(one)).toEqual([
      ['bea@camden.example', 'offered'],
      [theCoordinator.objectId, 'offered'],
    ])
    expect(one.messenger.told.map(({ notice }) => [notice.link, notice.onBehalfOf])).toEqual([
      ['https://service.example/offer/Bea', ''],
      ['', 'Bea'],
    ])
  })
})

describe('a free place on another date', () => {
  const later = aRun({ key: 'later', date: '2021-08-16', capacity: 1 })

  test('is offered to whoever has waited longest for any date; they keep their place in the line until they take it', async () => {
    const one = keptScene([aRun(), later])
    for (const number of [1, 2, 3, 4]) await ask(one, number)
    expect(await settle(one)).toMatchObject({ offeredElsewhere: 1 })
    expect((await rowOf(one, keyOf(3, 'later')))?.state).toBe('offered')
    expect((await rowOf(one, keyOf(3)))?.state).toBe('waiting')
    await answerOffer(one, { bookingKey: keyOf(3, 'later'), accept: true, actor: signedInAs(3) })
    expect((await rowOf(one, keyOf(3)))?.state).toBe('withdrawn')
  })

  test('taken by somebody without an account, their place in the line for the other date goes too', async () => {
    const one = keptScene([aRun({ capacity: 1 }), later])
    await ask(one, 1)
    const input = { runKey, booker: aPartner('Bea'), actor: theCoordinator, note: '' }
    await bookForOther(one, input)
    await settle(one)
    await answerOffer(one, { bookingKey: 'later/bea@camden.example', accept: true, actor: 'the-link' })
    expect((await rowOf(one, `${runKey}/bea@camden.example`))?.state).toBe('withdrawn')
    expect(await bookForOther(one, input)).toEqual({ ok: false, code: 'booked-elsewhere' })
  })

  test('is not offered again to whoever turned it down', async () => {
    const one = keptScene([aRun(), later])
    for (const number of [1, 2, 3]) await ask(one, number)
    await settle(one)
    await answerOffer(one, { bookingKey: keyOf(3, 'later'), accept: false, actor: signedInAs(3) })
    expect(await settle(one)).toMatchObject({ offeredElsewhere: 0 })
    expect((await rowOf(one, keyOf(3)))?.state).toBe('waiting')
  })
})

test('a request that was agreed to and broke off gets its place in the next round', async () => {
  const one = keptScene()
  one.runs.loseNextAnswer()
  await ask(one, 1).catch(() => undefined)
  expect(await settle(one)).toMatchObject({ placed: 1 })
  expect((await rowOf(one, keyOf(1)))?.state).toBe('booked')
})

test('a row that a broken-off change left behind its run is put right by a thorough round', async () => {
  const one = await fullScene()
  const row = await one.bookings.byKey(keyOf(3))
  one.bookings.change(row?.id ?? '', (booking) => ({ ...booking, state: 'booked' }))
  expect(await settlePlaces(one, { thorough: false })).toMatchObject({ putRight: 0 })
  expect(await settlePlaces(one, { thorough: true })).toMatchObject({ putRight: 1 })
  expect((await rowOf(one, keyOf(3)))?.state).toBe('waiting')
})
