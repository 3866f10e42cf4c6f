import { remoteClock, systemClock } from '../../src/graph/clock.ts'
import { type GraphStub, startGraphStub } from './graphStub.ts'

let stub: GraphStub | null = null
afterEach(async () => {
  await stub?.stop()
  stub = null
})

test('the clock of a local tenant tells its time and the UK day', async () => {
  stub = await startGraphStub(() => ({ status: 200, body: { now: '2021-06-15T23:30:00.000Z' } }))
  const clock = remoteClock(`${stub.origin}/clock`)
  expect(await clock.now()).toBe('2021-06-15T23:30:00.000Z')
  expect(await clock.today()).toBe('2021-06-16')
  expect(stub.requests).toHaveLength(1)
})

test('a clock that cannot be reached is an error, not the time of the machine', async () => {
  stub = await startGraphStub(() => ({ status: 500 }))
  await expect(remoteClock(`${stub.origin}/clock`).now()).rejects.toThrow(/did not tell the time/)
})

test('the clock of the machine gives a day', async () => {
  expect(await systemClock().today()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})
