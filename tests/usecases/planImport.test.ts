import type { PaperReading, PaperRow } from '../../src/domain/paperReading.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { applyImport } from '../../src/usecases/applyImport.ts'
import { planImport } from '../../src/usecases/planImport.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPost, MemoryRecommendations, standingClock } from '../support/register.ts'

const paperRow: PaperRow = {
  ...{
    report: 0,
    number: '1',
    numberInferred: false,
    kind: 'recommendation',
    status: 'AMBER',
    text: 'Do it.',
  },
  ...{ comment: 'Begun.', due: [], elements: [], doubts: [], lines: [7] },
}
const reading = (...rows: Partial<PaperRow>[]): PaperReading => ({
  reports: [
    {
      ...{ title: 'Protests', typeLine: 'National', claims: [], narrative: '', lines: [3] },
      published: { text: 'March 2021', date: '2021-03-31', precision: 'month' },
    },
  ],
  rows: rows.map((row) => ({ ...paperRow, ...row })),
  doubts: [],
  remainder: [],
  totals: { reports: 1, rows: rows.length, byStatus: {} },
})
const three = reading({ number: '1' }, { number: '2' }, { number: '3' })
const ours = (row: Recommendation): Recommendation => ({ ...row, progress: 'Ours.' })

function register() {
  const reports = new MemoryListStore<Report>()
  const recommendations = new MemoryRecommendations()
  const posts = new MemoryListStore([aPost()])
  const deps = { reports, recommendations, posts, clock: standingClock() }
  const plan = (paper: PaperReading) => planImport(deps, { reading: paper, paper: 'June paper' })
  const bring = async (paper: PaperReading, options = {}) => applyImport(deps, await plan(paper), options)
  const row = (id: string) => recommendations.peek(id).value
  return { reports, recommendations, deps, plan, bring, row }
}
const words = (plan: Awaited<ReturnType<typeof planImport>>) => plan.steps.map(({ does }) => does)

describe('a plan', () => {
  test('writes nothing', async () => {
    const { recommendations, reports, plan } = register()
    await plan(three)
    expect([...recommendations.calls, ...reports.calls]).toEqual(['all', 'all'])
  })
  test('knows new, changed, unchanged, conflicting and unreadable rows, with reasons', async () => {
    const { recommendations, bring, plan } = register()
    await bring(reading({ number: '1' }, { number: '2' }, { number: '3' }, { number: '9' }))
    recommendations.change('3', ours)
    const next = await plan(
      reading(
        { number: '1' },
        { number: '2', status: 'RED' },
        { number: '3', comment: 'Theirs.' },
        { number: '4' },
        { number: '5', status: 'PURPLE', lines: [12] },
        { number: '6', status: '' },
        { number: '7', text: 'x'.repeat(64_000) },
      ),
    )
    expect(words(next)).toEqual([
      ...['unchanged', 'unchanged', 'changed', 'conflict', 'new', 'unreadable', 'unreadable', 'unreadable'],
    ])
    expect(next.counts.row).toEqual({ new: 1, changed: 1, unchanged: 1, conflict: 1, unreadable: 3 })
    expect(next.steps.slice(5)).toMatchObject([
      { reason: 'status-unknown', status: 'PURPLE', line: 12 },
      { reason: 'status-missing' },
      { reason: 'too-long' },
    ])
    expect(next.steps[3]?.differences).toEqual([
      { field: 'progress', ours: 'Ours.', papers: 'Theirs.', changed: 'both' },
    ])
    expect(next.notInPaper).toEqual(['protests-2021-03/9'])
  })
  test('takes a text of 63,999 characters and not one more', async () => {
    const { plan } = register()
    expect(words(await plan(reading({ text: 'x'.repeat(63_999) })))).toEqual(['new', 'new'])
    expect(words(await plan(reading({ text: 'x'.repeat(64_000) })))).toEqual(['new', 'unreadable'])
  })
  test('fails when the register cannot be read, instead of taking it for empty', async () => {
    const { recommendations, plan } = register()
    recommendations.goOffline()
    await expect(plan(three)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('who leads', () => {
  test.each([
    ['the title of a post', 't/dci crime'],
    ['the name of who holds it', 'Daniel Okafor'],
  ])('is known by %s', async (_, owner) => {
    const { bring, row } = register()
    await bring(reading({ owner }))
    expect(row('1')).toMatchObject({ ownerPost: 'crime-dci', progress: 'Begun.' })
  })
  test('stands in the progress where nobody knows them', async () => {
    const { bring, row, plan } = register()
    await bring(reading({ owner: 'PC Nobody' }))
    expect(row('1')).toMatchObject({ ownerPost: null, progress: 'Begun.\nLead: PC Nobody' })
    expect(words(await plan(reading({ owner: 'PC Nobody' })))).toEqual(['unchanged', 'unchanged'])
  })
  test('of a row that is here already is not the paper’s to change', async () => {
    const { bring, recommendations, row } = register()
    await bring(reading({ owner: 'Daniel Okafor' }))
    recommendations.change('1', (one) => ({ ...one, ownerPost: 'custody' }))
    await bring(reading({ owner: 'Daniel Okafor', status: 'RED' }))
    expect(row('1')).toMatchObject({ ownerPost: 'custody', status: 'RED' })
  })
})

describe('applying', () => {
  const conflict = async () => {
    const all = register()
    await all.bring(three)
    all.recommendations.change('2', ours)
    return {
      ...all,
      next: reading({ number: '1', status: 'RED' }, { number: '2', comment: 'Theirs.' }, { number: '3' }),
    }
  }
  const key = 'protests-2021-03/2'

  test('does not touch a conflict that nobody settled', async () => {
    const { bring, row, next, recommendations } = await conflict()
    const before = recommendations.peek('2')
    const report = await bring(next)
    expect(report.results.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'updated',
      'kept',
      'unchanged',
    ])
    expect(recommendations.peek('2')).toEqual(before)
    expect(row('1').status).toBe('RED')
  })
  test.each([
    ['papers', 'Theirs.', 'updated'],
    ['ours', 'Ours.', 'kept'],
  ] as const)(
    'follows the choice for %s, and the next plan has no conflict',
    async (choice, progress, outcome) => {
      const { bring, row, next, plan } = await conflict()
      const report = await bring(next, { choices: { [key]: { progress: choice } } })
      expect(report.results[2]?.outcome).toBe(outcome)
      expect(row('2').progress).toBe(progress)
      expect(words(await plan(next))).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
    },
  )
  test('does not take a choice for one about words that came after it', async () => {
    const { deps, plan, next, recommendations, row } = await conflict()
    const planned = await plan(next)
    recommendations.change('2', (one) => ({ ...one, progress: 'Newer.' }))
    const report = await applyImport(deps, planned, { choices: { [key]: { progress: 'papers' } } })
    expect(report.results[2]).toMatchObject({ outcome: 'kept', kept: ['progress'] })
    expect(row('2').progress).toBe('Newer.')
  })
  test('never overwrites what somebody wrote between plan and write', async () => {
    const { deps, plan, next, recommendations, row } = await conflict()
    const planned = await plan(next)
    recommendations.change('1', (one) => ({ ...one, status: 'WHITE' }))
    const report = await applyImport(deps, planned)
    expect(report.results[1]).toMatchObject({ outcome: 'kept', kept: ['status'] })
    expect(row('1').status).toBe('WHITE')
  })
  test('that is stopped goes on with a new plan, and a third time changes nothing', async () => {
    const { bring, recommendations } = register()
    const many = reading(...Array.from({ length: 90 }, (_, index) => ({ number: String(index + 1) })))
    let done = 0
    const progress: number[] = []
    await bring(many, {
      stopped: () => done >= 40,
      onProgress: (soFar: number) => {
        done = soFar
        progress.push(soFar)
      },
    })
    const kept = (await recommendations.all()).rows.length
    expect(kept).toBeGreaterThan(20)
    expect(kept).toBeLessThan(90)
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    const rest = await bring(many)
    expect(rest.results.filter(({ outcome }) => outcome === 'created')).toHaveLength(90 - kept)
    const before = (await recommendations.all()).rows
    const third = await bring(many)
    expect(new Set(third.results.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect((await recommendations.all()).rows).toEqual(before)
  })
  test('a save whose answer was lost is not made twice by the next run', async () => {
    const { bring, recommendations, row } = register()
    await bring(three)
    recommendations.loseNextAnswer()
    const next = reading({ number: '1', status: 'RED' })
    expect((await bring(next)).results[1]?.outcome).toBe('failed')
    expect((await bring(next)).results[1]?.outcome).toBe('unchanged')
    expect(row('1').history.filter(({ field }) => field === 'status')).toHaveLength(1)
  })
})
