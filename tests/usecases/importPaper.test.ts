import { M365Error } from '../../src/domain/m365Error.ts'
import { importedFrom } from '../../src/domain/paperImport.ts'
import type { PaperReading, PaperRow } from '../../src/domain/paperReading.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { type ImportOutcome, importPaper } from '../../src/usecases/importPaper.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { MemoryRecommendations, standingClock } from '../support/register.ts'

const paperRow: PaperRow = {
  ...{
    report: 0,
    number: '1',
    numberInferred: false,
    kind: 'recommendation',
    status: 'AMBER',
    text: 'Do it.',
  },
  ...{ comment: 'Begun.', due: [], elements: [], doubts: [], lines: [] },
}
const reading = (...rows: Partial<PaperRow>[]): PaperReading => ({
  reports: [
    {
      ...{ title: 'Protests', typeLine: 'National', claims: [], narrative: '', lines: [] },
      published: { text: 'March 2021', date: '2021-03-31', precision: 'month' },
    },
  ],
  rows: rows.map((row) => ({ ...paperRow, ...row })),
  doubts: [],
  remainder: [],
  totals: { reports: 1, rows: rows.length, byStatus: {} },
})
const three = reading({ number: '1' }, { number: '2' }, { number: '3' })

function register() {
  const reports = new MemoryListStore<Report>()
  const recommendations = new MemoryRecommendations()
  const bring = (
    paper: PaperReading,
    more: { stopped?: () => boolean; onProgress?: (done: number) => void; addOnly?: boolean } = {},
  ) =>
    importPaper(
      { reports, recommendations, clock: standingClock() },
      { reading: paper, paper: 'Paper', ...more },
    )
  return { reports, recommendations, bring }
}
const outcomes = (report: { results: readonly { outcome: ImportOutcome }[] }) =>
  report.results.map((one) => one.outcome)

test('creates every report and row of a new paper', async () => {
  const { recommendations, bring } = register()
  expect(outcomes(await bring(three))).toEqual(['created', 'created', 'created', 'created'])
  expect((await recommendations.all()).rows.map((row) => row.value.number)).toEqual(['1', '2', '3'])
})

test('leaves what is there as it is when it may only add', async () => {
  const { recommendations, bring } = register()
  await bring(reading({ number: '1', text: 'The real paper.' }))
  const report = await bring(reading({ number: '1', text: 'The sample.' }, { number: '2' }), {
    addOnly: true,
  })
  expect(outcomes(report)).toEqual(['unchanged', 'unchanged', 'created'])
  expect((await recommendations.all()).rows.map((row) => row.value.text)).toEqual([
    'The real paper.',
    'Do it.',
  ])
})

test('changes nothing when the same paper comes again', async () => {
  const { recommendations, bring } = register()
  await bring(three)
  const before = (await recommendations.all()).rows
  expect(outcomes(await bring(three))).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
  expect((await recommendations.all()).rows).toEqual(before)
})

test('updates what the next paper tells differently and names what left the paper', async () => {
  const { bring } = register()
  await bring(three)
  const next = await bring(reading({ number: '1', comment: 'Nearly.' }, { number: '2' }))
  expect(outcomes(next)).toEqual(['unchanged', 'updated', 'unchanged'])
  expect(next.notInPaper).toEqual(['protests-2021-03/3'])
})

test('keeps what people wrote since, and lists it', async () => {
  const { recommendations, bring } = register()
  await bring(three)
  recommendations.change('2', edited)
  const again = await bring(reading({ number: '1' }, { number: '2', comment: 'Paper.' }, { number: '3' }))
  expect(again.results[2]).toMatchObject({ outcome: 'kept', kept: ['progress'], key: 'protests-2021-03/2' })
  expect(recommendations.peek('2').value.progress).toBe('Ours.')
})

test('looks at a row anew when somebody saves it in between', async () => {
  const { recommendations, bring } = register()
  await bring(three)
  const save = recommendations.save.bind(recommendations)
  let first = true
  recommendations.save = (row, next) => {
    if (first) recommendations.change(row.id, edited)
    first = false
    return save(row, next)
  }
  const next = await bring(reading({ number: '1', comment: 'Paper.' }))
  expect(next.results[1]).toMatchObject({ outcome: 'kept' })
  expect(recommendations.peek('1').value.progress).toBe('Ours.')
})

test('takes a row that was created in between for one that was there', async () => {
  const { recommendations, bring } = register()
  const [row] = importedFrom(three).rows
  if (row?.ok) recommendations.put(row.row)
  recommendations.all = async () => ({ rows: [], unreadable: [] })
  expect(outcomes(await bring(reading({ number: '1' })))).toEqual(['created', 'unchanged'])
})

test('says which row has a status it does not know, and brings in the others', async () => {
  const { bring } = register()
  const report = await bring(reading({ number: '1', status: 'PURPLE' }, { number: '2' }))
  expect(report.results[1]).toMatchObject({ outcome: 'refused', note: expect.stringContaining('PURPLE') })
  expect(report.results[2]).toMatchObject({ outcome: 'created' })
})

test('goes on after a row that cannot be saved', async () => {
  const { recommendations, bring } = register()
  const create = recommendations.create.bind(recommendations)
  recommendations.create = (value) =>
    value.number === '2' ? Promise.reject(new M365Error('unexpected', 'Too long.')) : create(value)
  const report = await bring(three)
  expect(outcomes(report)).toEqual(['created', 'created', 'failed', 'created'])
  expect(report.results[2]?.note).toBe('Too long.')
})

test('stops at an outage, and a second run brings in the rest', async () => {
  const { recommendations, bring } = register()
  const many = reading(...Array.from({ length: 50 }, (_, index) => ({ number: String(index + 1) })))
  const create = recommendations.create.bind(recommendations)
  recommendations.create = async (value) => {
    if (value.order > 24) throw new M365Error('unavailable', 'No answer.')
    return create(value)
  }
  const broken = outcomes(await bring(many))
  expect(broken.filter((outcome) => outcome === 'created')).toHaveLength(25)
  expect(broken).toContain('not-done')
  recommendations.create = create
  const rest = outcomes(await bring(many))
  expect(rest.filter((outcome) => outcome === 'unchanged')).toHaveLength(25)
  expect(rest.filter((outcome) => outcome === 'created')).toHaveLength(26)
})

test('starts nothing more once it is asked to stop', async () => {
  const { recommendations, bring } = register()
  const many = reading(...Array.from({ length: 70 }, (_, index) => ({ number: String(index + 1) })))
  let done = 0
  const report = await bring(many, {
    stopped: () => done >= 30,
    onProgress: (soFar) => {
      done = soFar
    },
  })
  const kept = (await recommendations.all()).rows.length
  expect(kept).toBeLessThan(70)
  expect(outcomes(report).filter((one) => one === 'created')).toHaveLength(kept + 1)
  expect(outcomes(report).at(-1)).toBe('not-done')
})

test('does not begin when the register cannot be read', async () => {
  const { recommendations, bring } = register()
  recommendations.goOffline()
  await expect(bring(three)).rejects.toMatchObject({ kind: 'unavailable' })
})

function edited(row: Recommendation): Recommendation {
  const change = { at: '2021-06-01T08:00:00.000Z', by: 'A B', byObject: 'o-1', field: 'progress' } as const
  return {
    ...row,
    progress: 'Ours.',
    history: [...row.history, { ...change, from: row.progress, to: 'Ours.', via: 'tab' }],
  }
}
