import type { Result } from '../../src/domain/bookingLadder.ts'
import { type Mark, recordAttendance } from '../../src/usecases/recordAttendance.ts'
import { requestPlace } from '../../src/usecases/requestPlace.ts'
import { member } from '../support/cover.ts'
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
const keyOf = (number: number) => `${runKey}/${officerId(number)}`
const mark = (number: number, result: Result): Mark => ({ booking: keyOf(number), result })
const record = (scene: Scene, ...marks: readonly Mark[]) =>
  recordAttendance(scene, { runKey, marks, actor: theCoordinator })

/** The day of the run; officers 1 and 2 have a place, 3 waits. */
async function onTheDay(
  course = aCourse({ assessed: true, canFail: true, frequencyKind: 'every', everyMonths: 12 }),
) {
  const scene = placesScene([aRun()], course)
  for (const number of [1, 2, 3])
    await requestPlace(scene, { runKey, booker: anOfficer(number), actor: signedInAs(number), note: '' })
  scene.clock.moveTo('2021-07-16T08:30:00.000Z')
  return scene
}
const stateOf = async (scene: Scene, number: number) =>
  (await scene.bookings.byKey(keyOf(number)))?.value.state
const completions = async (scene: Scene) =>
  (await scene.completions.all()).rows.map(({ value: { person, result, expiresOn } }) => [
    person,
    result,
    expiresOn,
  ])

test('who came is entered among the completions, with the last day on which it counts', async () => {
  const scene = await onTheDay()
  await record(scene, mark(1, 'passed'), mark(2, 'no-show'))
  expect([await stateOf(scene, 1), await stateOf(scene, 2)]).toEqual(['passed', 'no-show'])
  expect(await completions(scene)).toEqual([[officerId(1), 'passed', '2022-07-16']])
})

test.each([
  ['partly', 'partly', null],
  ['failed', 'failed', null],
  ['attended', 'completed', '2022-07-16'],
] as const)('%s is entered as %s', async (result, completed, expires) => {
  const scene = await onTheDay()
  await record(scene, mark(1, result))
  expect(await completions(scene)).toEqual([[officerId(1), completed, expires]])
})

test.each([
  ['a colleague', 'Ann@Thameside.example', null, 'p1'],
  ['somebody who left before', 'Ann@Thameside.example', '2021-07-15', 'ann@thameside.example'],
  ['a partner', 'Bob@camden.example', null, 'bob@camden.example'],
])('%s who came without a place is entered as who they are', async (_who, address, until, person) => {
  const scene = await onTheDay()
  await scene.staff.create(member({ key: 'p1', address: 'ann@thameside.example', until }))
  const walkIn = { person: '', personName: 'Ann', address, organisation: '', borough: '' }
  await record(scene, { walkIn, result: 'passed' })
  expect(await completions(scene)).toEqual([[person, 'passed', '2022-07-16']])
  await record(scene, { walkIn, result: 'partly' })
  expect(await completions(scene)).toEqual([[person, 'partly', null]])
})

test('entering it again changes nothing', async () => {
  const scene = await onTheDay()
  await record(scene, mark(1, 'attended'))
  const before = (await scene.bookings.byKey(keyOf(1)))?.etag
  await record(scene, mark(1, 'attended'))
  expect((await scene.bookings.byKey(keyOf(1)))?.etag).toBe(before)
  expect(await completions(scene)).toHaveLength(1)
})

test('a wrong result is put right, and what was entered by mistake counts for nothing', async () => {
  const scene = await onTheDay()
  await record(scene, mark(1, 'attended'))
  await record(scene, mark(1, 'passed'))
  expect(await completions(scene)).toEqual([[officerId(1), 'passed', '2022-07-16']])
  await record(scene, mark(1, 'no-show'))
  expect(await completions(scene)).toEqual([[officerId(1), 'partly', null]])
})

test('a completion that is corrected by an import at the same moment is put right all the same', async () => {
  const scene = await onTheDay()
  await record(scene, mark(1, 'attended'))
  const save = scene.completions.save.bind(scene.completions)
  let others = 1
  scene.completions.save = async (row, next) => {
    if (others-- > 0) scene.completions.change(row.id, (value) => ({ ...value, personName: 'New Name' }))
    return save(row, next)
  }
  expect(await record(scene, mark(1, 'no-show'))).toMatchObject({ marked: [{ ok: true }] })
  expect(await completions(scene)).toEqual([[officerId(1), 'partly', null]])
})

test('somebody who came without a place is entered, and takes no place from anybody', async () => {
  const scene = await onTheDay()
  const walkIn = aPartner('Bea')
  expect(await record(scene, { walkIn, result: 'attended' })).toMatchObject({ marked: [{ ok: true }] })
  expect((await scene.runs.byKey(runKey))?.value.seats).toHaveLength(2)
  expect((await scene.bookings.byKey(`${runKey}/bea@camden.example`))?.value.steps).toMatchObject([
    { from: null, to: 'attended', why: 'Came without a place.' },
  ])
})

test('somebody who waited and came all the same is entered as a walk-in only', async () => {
  const scene = await onTheDay()
  expect(await record(scene, mark(3, 'attended'))).toMatchObject({
    marked: [{ ok: false, code: 'no-place' }],
  })
  await record(scene, { walkIn: anOfficer(3), result: 'attended' })
  expect(await stateOf(scene, 3)).toBe('attended')
})

test.each([
  ['2021-07-15T22:59:00.000Z', false],
  ['2021-07-15T23:00:00.000Z', true],
])('attendance is entered from midnight of the day in the UK on: at %s %s', async (now, ok) => {
  const scene = await onTheDay()
  scene.clock.moveTo(now)
  expect(await record(scene, mark(1, 'attended'))).toMatchObject({
    marked: [ok ? { ok } : { ok, code: 'not-yet' }],
  })
})

test('a course without an assessment is neither passed nor failed', async () => {
  const scene = await onTheDay(aCourse())
  expect(await record(scene, mark(1, 'passed'), mark(1, 'failed'))).toMatchObject({
    marked: [{ code: 'not-assessed' }, { code: 'cannot-fail' }],
  })
})

test('one that cannot be saved keeps nobody else from being entered', async () => {
  const scene = await onTheDay()
  scene.bookings.loseNextAnswer()
  expect(await record(scene, mark(1, 'attended'), mark(2, 'attended'))).toMatchObject({
    marked: [{ ok: false, code: 'not-saved', name: keyOf(1) }, { ok: true }],
  })
  expect(await record(scene, mark(1, 'attended'))).toMatchObject({ marked: [{ ok: true }] })
  expect(await completions(scene)).toHaveLength(2)
})

test('it is for coordinators', async () => {
  const scene = await onTheDay()
  const input = { runKey, marks: [mark(1, 'attended')], actor: signedInAs(1) }
  expect(await recordAttendance(scene, input)).toEqual({ ok: false, code: 'not-a-coordinator' })
})
