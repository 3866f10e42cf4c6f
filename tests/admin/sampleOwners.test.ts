import { giveSampleOwners } from '../../src/usecases/loadSample.ts'
import { aRecommendation, MemoryRecommendations, standingClock } from '../support/register.ts'

const key = 'hate-crime-2018-07/8'
const owners = new Map([[key, 'crime-dci']])
const give = (recommendations: MemoryRecommendations) =>
  giveSampleOwners(owners, { recommendations, clock: standingClock() })

describe('giving the sample its owners', () => {
  it('sets the owner of a row that never had one, and writes it into the history', async () => {
    const rows = new MemoryRecommendations([aRecommendation({ ownerPost: null })])
    expect(await give(rows)).toEqual({ list: 'Owners', created: 1, there: 0 })
    const { value } = (await rows.byKey(key)) ?? {}
    expect(value?.ownerPost).toBe('crime-dci')
    expect(value?.history.map((change) => [change.field, change.to])).toEqual([['owner', 'crime-dci']])
  })

  it('changes nothing the second time', async () => {
    const rows = new MemoryRecommendations([aRecommendation({ ownerPost: null })])
    await give(rows)
    expect(await give(rows)).toEqual({ list: 'Owners', created: 0, there: 1 })
  })

  it('does not take a row from the post that has it', async () => {
    const rows = new MemoryRecommendations([aRecommendation({ ownerPost: 'head-of-ppu' })])
    await give(rows)
    expect((await rows.byKey(key))?.value.ownerPost).toBe('head-of-ppu')
  })

  it('leaves a row without owner when somebody took the owner away', async () => {
    const rows = new MemoryRecommendations([aRecommendation({ ownerPost: null })])
    await give(rows)
    const row = await rows.byKey(key)
    if (!row) throw new Error('the row is gone')
    rows.change(row.id, (value) => ({ ...value, ownerPost: null }))
    expect((await give(rows)).created).toBe(0)
  })

  it('leaves rows of other papers alone', async () => {
    const rows = new MemoryRecommendations([aRecommendation({ number: '9', ownerPost: null })])
    expect(await give(rows)).toEqual({ list: 'Owners', created: 0, there: 0 })
  })
})
