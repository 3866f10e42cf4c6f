import { isM365Error } from '../../src/domain/m365Error.ts'
import type { Report } from '../../src/domain/report.ts'
import { type ReportChange, suggestedClock } from '../../src/domain/reportChange.ts'
import { editReport } from '../../src/usecases/editReport.ts'
import { aClock } from '../support/decisions.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aReport, officer, secretary } from '../support/register.ts'

const add = { does: 'add-clock', clock: aClock() } as const

function edit(reports: MemoryListStore<Report>, change: ReportChange, actor = secretary, etag = 'v1') {
  return editReport({ reports }, { id: '1', etag, change, actor })
}

test('a clock is added to a report, with the version that was seen', async () => {
  const reports = new MemoryListStore([aReport()])
  expect(await edit(reports, add)).toEqual({ ok: true, report: reports.peek('1') })
  expect(reports.peek('1').value.clocks).toEqual([aClock()])
})

test.each<[string, Partial<Report>, ReportChange, typeof secretary, string]>([
  ['is the secretary’s to add', {}, add, officer, 'secretary-only'],
  ['is not added twice', { clocks: [aClock()] }, add, secretary, 'clock-exists'],
  [
    'of another duty is',
    { clocks: [aClock()] },
    { ...add, clock: aClock({ kind: 'coroner' }) },
    secretary,
    'done',
  ],
  [
    'is changed',
    { clocks: [aClock()] },
    { does: 'change-clock', index: 0, clock: aClock({ respondedOn: '2021-05-05' }) },
    secretary,
    'done',
  ],
  [
    'is changed into something else',
    { clocks: [aClock()] },
    { does: 'change-clock', index: 0, clock: aClock() },
    secretary,
    'nothing-changed',
  ],
  [
    'is one of those that are there',
    {},
    { does: 'change-clock', index: 0, clock: aClock() },
    secretary,
    'no-such-clock',
  ],
  ['is taken away', { clocks: [aClock()] }, { does: 'remove-clock', index: 0 }, secretary, 'done'],
  ['that is not there is not', {}, { does: 'remove-clock', index: 0 }, secretary, 'no-such-clock'],
  [
    'does not contradict itself',
    {},
    { ...add, clock: aClock({ resumedOn: '2021-04-01' }) },
    secretary,
    'resumed-without-stop',
  ],
  [
    'has days that exist',
    {},
    { ...add, clock: aClock({ respondedOn: '2021-02-30' }) },
    secretary,
    'not-a-date',
  ],
  [
    'has a note of 2,000 characters',
    {},
    { ...add, clock: aClock({ note: 'x'.repeat(2_000) }) },
    secretary,
    'done',
  ],
  ['has no note of 2,001', {}, { ...add, clock: aClock({ note: 'x'.repeat(2_001) }) }, secretary, 'too-long'],
])('a clock %s', async (_rule, report, change, actor, expected) => {
  const outcome = await edit(new MemoryListStore([aReport(report)]), change, actor)
  expect(outcome.ok ? 'done' : outcome.code).toBe(expected)
})

test('source, scope and publishers can be put right', async () => {
  const reports = new MemoryListStore([aReport()])
  const facts = {
    does: 'set-facts',
    source: 'coroner',
    scope: 'force',
    publishers: [' Coroner ', 'Coroner'],
  } as const
  await edit(reports, facts)
  expect(reports.peek('1').value).toMatchObject({
    source: 'coroner',
    scope: 'force',
    publishers: ['Coroner'],
  })
})

test('a report that somebody else changed meanwhile is not overwritten', async () => {
  const reports = new MemoryListStore([aReport()])
  const theirs = reports.change('1', (report) => ({ ...report, scope: 'force' }))
  expect(await edit(reports, add)).toEqual({ ok: false, code: 'changed-meanwhile', theirs })
})

test('a clock whose answer was lost is found added', async () => {
  const reports = new MemoryListStore([aReport()])
  reports.loseNextAnswer()
  expect(isM365Error(await edit(reports, add).catch((error: unknown) => error))).toBe(true)
  expect(await edit(reports, add)).toEqual({ ok: true, report: reports.peek('1') })
  expect(reports.peek('1').value.clocks).toHaveLength(1)
})

describe('the clock that a report starts is offered', () => {
  const published = { text: '11th March 2021', date: '2021-03-11', precision: 'day' } as const

  test.each([
    ['inspectorate', 'section-55'],
    ['joint-inspection', 'section-55'],
    ['iopc-28a', 'paragraph-28B'],
    ['super-complaint', 'super-complaint'],
    ['coroner', 'coroner'],
    ['internal', undefined],
  ] as const)('%s', (source, kind) => {
    expect(suggestedClock(aReport({ source, published }))?.kind).toBe(kind)
  })

  test('not where only the month of publication is known, and not twice', () => {
    expect(suggestedClock(aReport())).toBeNull()
    expect(suggestedClock(aReport({ source: 'inspectorate', published, clocks: [aClock()] }))).toBeNull()
  })
})
