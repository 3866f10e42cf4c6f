import { rememberedFor } from '../../src/bot/remembered.ts'

test.each([
  ['999 milliseconds later the answer still holds', 999, 1],
  ['1,000 milliseconds later it is asked again', 1_000, 2],
])('%s', async (_what, later, times) => {
  let [now, asked] = [0, 0]
  const ask = rememberedFor(
    1_000,
    async () => ++asked,
    () => now,
  )
  await ask()
  now = later
  expect(await ask()).toBe(times)
})

test('a question that failed is asked again', async () => {
  let asked = 0
  const ask = rememberedFor(1_000, async () => {
    asked += 1
    if (asked === 1) throw new Error('Away.')
    return asked
  })
  await expect(ask()).rejects.toThrow('Away.')
  expect(await ask()).toBe(2)
})
