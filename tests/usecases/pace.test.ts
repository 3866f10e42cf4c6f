import { paceOf } from '../../src/usecases/pace.ts'

function scene(perSecond: number, burst: number) {
  let now = 0
  const pace = paceOf(
    {
      now: () => now,
      wait: async (milliseconds) => {
        now += milliseconds
      },
    },
    { perSecond, burst },
  )
  return { pace, at: () => Math.round(now), rest: (milliseconds: number) => (now += milliseconds) }
}

describe('a pace', () => {
  test('lets a burst through at once and spreads what follows', async () => {
    const { pace, at } = scene(20, 20)
    await pace(20)
    expect(at()).toBe(0)
    await pace(2)
    expect(at()).toBe(100)
    await pace(20)
    expect(at()).toBe(1_100)
  })

  test('a rest earns no more than a burst', async () => {
    const { pace, at, rest } = scene(20, 20)
    await pace(20)
    rest(60_000)
    await pace(20)
    expect(at()).toBe(60_000)
    await pace(20)
    expect(at()).toBe(61_000)
  })

  test('never more than the allowance and one burst in any time', async () => {
    const { pace, at } = scene(20, 20)
    for (let taken = 0; taken < 600; taken += 1) await pace(2)
    expect(at()).toBeGreaterThanOrEqual(59_000)
  })
})
