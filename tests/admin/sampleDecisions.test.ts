import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decidedByKey, sampleDecisions } from '../../src/admin/sample/decisions.ts'
import { learningReport, learningRows } from '../../src/admin/sample/learning.ts'
import { ownersByKey } from '../../src/admin/sample/owners.ts'
import { samplePosts } from '../../src/admin/sample/posts.ts'
import { readPaperFile } from '../../src/documents/read/readFile.ts'
import { attentionOf, surroundingsOf } from '../../src/domain/attention.ts'
import { importedFrom } from '../../src/domain/paperImport.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { lastDayOf, stateOf } from '../../src/domain/statutoryClock.ts'
import { createSampleReport, giveSampleClocks, takeSampleDecisions } from '../../src/usecases/decideSample.ts'
import type { People } from '../../src/usecases/ports.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { MemoryRecommendations } from '../support/register.ts'

const result = readPaperFile(readFileSync(path.resolve('src/admin/sample/paper.txt')), 'paper.txt')
if (!result.ok) throw new Error(result.message)
const { reading } = result
const imported = importedFrom(reading)
const owners = ownersByKey(reading)
const rows = imported.rows.flatMap((one) =>
  one.ok ? [{ ...one.row, ownerPost: owners.get(one.row.key) ?? null }] : [],
)
const people: People = {
  byAddress: async (address) => ({ objectId: address, name: address.replace(/@.*/, ''), address }),
}
const holder = (address: string | null) =>
  address === null ? null : { objectId: address, name: address, address }
const posts: readonly Post[] = samplePosts.map((post) => ({
  ...post,
  holder: holder(post.holder),
  deputy: holder(post.deputy),
  headOfUnit: holder(post.headOfUnit),
}))

function lists() {
  return {
    recommendations: new MemoryRecommendations(rows),
    reports: new MemoryListStore<Report>(imported.reports),
    posts: new MemoryListStore(posts),
    people,
  }
}

async function load(stores = lists()) {
  const { decisions, clocks } = decidedByKey(reading)
  const learning = await createSampleReport(learningReport, learningRows, stores)
  const clocked = await giveSampleClocks(clocks, stores)
  const { count, remarks } = await takeSampleDecisions(decisions, stores)
  return { created: [learning, clocked, count].map((one) => one.created), remarks, stores }
}

async function loaded(): Promise<Map<string, Recommendation>> {
  const { stores } = await load()
  const places = new Map(imported.reports.map((report) => [report.key, report.order]))
  const all = (await stores.recommendations.all()).rows.map((row) => row.value)
  return new Map(all.map((row) => [`${places.get(row.reportKey) ?? 'letter'}/${row.number}`, row]))
}

describe('the decisions of the sample', () => {
  it('are all let through by the rules, and taken once', async () => {
    const first = await load()
    expect(first.remarks).toEqual([])
    expect(first.created).toEqual([3, 4, Object.keys(sampleDecisions).length])
    expect((await load(first.stores)).created).toEqual([0, 0, 0])
  })

  it('leave every status, comment and deadline as the paper has it', async () => {
    const after = await loaded()
    for (const row of rows) {
      const now = [...after.values()].find((one) => one.key === row.key)
      expect(now).toMatchObject({ status: row.status, progress: row.progress, due: row.due, text: row.text })
    }
  })

  it('leave a row alone about which people have decided something', async () => {
    const stores = lists()
    const { id, value } = stores.recommendations.peek('20')
    const change = { at: '', by: 'x', byObject: 'x', field: 'status', from: '', to: '', via: 'tab' } as const
    const theirs = stores.recommendations.change(id, (row) => ({ ...row, history: [change] }))
    await load(stores)
    expect(stores.recommendations.peek(id).value.history).toEqual(theirs.value.history)
    expect(value.history).toEqual([])
  })

  it('show what the register is for', async () => {
    const after = await loaded()
    const around = surroundingsOf([...after.values()], posts)
    const codes = (place: string) => {
      const row = after.get(place)
      return row ? attentionOf(row, around, '2021-06-01').map(({ code }) => code) : []
    }
    expect(after.get('3/1')).toMatchObject({ demonstrationUntil: '2021-07-31', signOff: { state: 'agreed' } })
    expect(codes('4/8')).toContain('sign-off-waiting')
    expect(codes('5/8')).toContain('chase-due')
    expect(codes('15/3')).toEqual(['chase-due', 'white-for-years'])
    expect(codes('17/3')).toContain('white-without-next-chase')
    expect(codes('3/5')).toContain('no-next-date')
    expect(codes('12/2')).toContain('red-without-rationale')
    expect(codes('11/10')).toContain('vacant-owner')
    expect(codes('7/5')).toContain('green-without-evidence')
    expect(codes('5/16')).toContain('inspectorate-behind')
  })
})

describe('the clocks of the sample on 1 June 2021', () => {
  it.each([
    [1, '2021-05-05', 'answered-in-time'],
    [2, '2021-04-06', 'answered-late'],
    [3, '2021-06-17', 'running'],
    [4, '2021-02-01', 'answered-in-time'],
  ])('report %i has its last day on %s and is %s', (place, last, state) => {
    const key = imported.reports[place - 1]?.key ?? ''
    const clock = decidedByKey(reading).clocks.get(key)
    if (!clock) throw new Error('there is no clock')
    expect(lastDayOf(clock)).toBe(last)
    expect(stateOf(clock, '2021-06-01').state).toBe(state)
  })

  it('the letter of the IOPC is answered by 14 June 2021', () => {
    const [clock] = learningReport.clocks
    if (!clock) throw new Error('there is no clock')
    expect(lastDayOf(clock)).toBe('2021-06-14')
    expect(stateOf(clock, '2021-06-01')).toEqual({ state: 'running', daysLeft: 13 })
  })
})
