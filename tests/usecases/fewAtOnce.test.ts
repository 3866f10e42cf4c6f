import { fewAtOnce } from '../../src/usecases/fewAtOnce.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('working on a few at once', () => {
  it('never has more under way than the limit, and keeps the order of the values', async () => {
    let underWay = 0
    let most = 0
    const results = await fewAtOnce([1, 2, 3, 4, 5, 6, 7], 4, async (value) => {
      underWay += 1
      most = Math.max(most, underWay)
      await turn()
      underWay -= 1
      return value * 10
    })
    expect(most).toBe(4)
    expect(results).toEqual([10, 20, 30, 40, 50, 60, 70])
  })

  it('begins nothing new after a failure, and throws it when the rest has ended', async () => {
    const ended: number[] = []
    const work = fewAtOnce([1, 2, 3, 4], 2, async (value) => {
      if (value === 1) throw new Error('the first one failed')
      await turn()
      ended.push(value)
    })
    await expect(work).rejects.toThrow('the first one failed')
    expect(ended).toEqual([2])
  })

  it('gives nothing for nothing', async () => {
    expect(await fewAtOnce([], 4, async () => 1)).toEqual([])
  })
})
