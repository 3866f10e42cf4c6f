import { fingerprint } from '../../src/domain/fingerprint.ts'
import { type ImportedRow, importedFrom, stepForReport, stepForRow } from '../../src/domain/paperImport.ts'
import type { PaperReading, PaperReport, PaperRow } from '../../src/domain/paperReading.ts'
import type { Change, Recommendation } from '../../src/domain/recommendation.ts'

const paperReport: PaperReport = {
  ...{ title: 'Protests', typeLine: 'National', claims: ['5 actions.'], narrative: '', lines: [1] },
  published: { text: '11 March 2021', date: '2021-03-11', precision: 'day' },
}
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
const reading = (rows: readonly Partial<PaperRow>[], reports = [paperReport]): PaperReading => ({
  reports,
  rows: rows.map((row) => ({ ...paperRow, ...row })),
  doubts: [],
  remainder: [],
  totals: { reports: reports.length, rows: rows.length, byStatus: {} },
})
const source = { paper: 'May paper', at: '2021-06-01T09:00:00.000Z' }

function only(row: ImportedRow | undefined): Recommendation {
  if (!row?.ok) throw new Error('The row was refused.')
  return row.row
}
const imported = (row: Partial<PaperRow> = {}) => only(importedFrom(reading([row])).rows[0])
const edit = (field: Change['field'], from: string, to: string, via: Change['via'] = 'tab'): Change => ({
  ...{ at: '2021-05-20T10:00:00.000Z', by: 'A B', byObject: 'o-1', field, from, to, via },
})

describe('keys', () => {
  test('are made of report and number', () => {
    expect(importedFrom(reading([{}])).rows.map((row) => row.ok && row.row.key)).toEqual([
      'protests-2021-03/1',
    ])
  })
  test('stay different where a paper repeats itself', () => {
    const { reports, rows } = importedFrom(reading([{}, {}, { report: 1 }], [paperReport, paperReport]))
    expect(reports.map((one) => one.key)).toEqual(['protests-2021-03', 'protests-2021-03~2'])
    expect(rows.map((one) => one.ok && one.row.key)).toEqual([
      'protests-2021-03/1',
      'protests-2021-03/1~2',
      'protests-2021-03~2/1',
    ])
  })
  test('name a row without a number', () => {
    expect(imported({ number: '' }).key).toBe('protests-2021-03/unnumbered')
  })
})

test('a status that the register does not know is refused, not guessed', () => {
  expect(importedFrom(reading([{ status: 'PURPLE' }])).rows[0]).toEqual({
    ...{ ok: false, key: 'protests-2021-03/1', code: 'unknown-status', status: 'PURPLE' },
  })
})

describe('fingerprints', () => {
  test('are the same for the same row on another line', () => {
    const doubt = { code: 'empty-comment', message: 'The row has no comment.' } as const
    const first = imported({ lines: [7], doubts: [{ ...doubt, line: 7 }] })
    expect(imported({ lines: [9], doubts: [{ ...doubt, line: 9 }] }).importedAs).toBe(first.importedAs)
  })
  test.each([
    [{ comment: 'Begun!' }],
    [{ status: 'RED' }],
    [{ text: 'Do it' }],
    [{ due: [{ text: 'Now', verb: 'none', date: null, precision: null, purpose: '', tags: [] }] }],
  ] satisfies [Partial<PaperRow>][])('differ for %j', (change) => {
    expect(imported(change).importedAs).not.toBe(imported().importedAs)
  })
  test('tell neighbouring texts apart', () => {
    const texts = Array.from({ length: 2000 }, (_, index) => `row ${index}`)
    expect(new Set(texts.map(fingerprint)).size).toBe(2000)
  })
})

describe('what an import does with a row', () => {
  test('creates one that is not there', () => {
    expect(stepForRow(imported(), null, source)).toEqual({ does: 'create', next: imported() })
  })
  test('leaves the same row alone', () => {
    expect(stepForRow(imported(), imported(), source)).toEqual({ does: 'unchanged' })
  })
  test('leaves the same row alone when only its owner was set here', () => {
    const existing = { ...imported(), ownerPost: 'head', history: [edit('owner', '', 'head')] }
    expect(stepForRow(imported(), existing, source)).toEqual({ does: 'unchanged' })
  })
  test('updates a row that the new paper tells differently, and keeps the old words in the history', () => {
    const existing = { ...imported(), ownerPost: 'head' }
    const step = stepForRow(imported({ comment: 'Nearly.', status: 'RED' }), existing, source)
    expect(step).toMatchObject({
      does: 'update',
      next: { progress: 'Nearly.', status: 'RED', ownerPost: 'head' },
    })
    expect(step.does === 'update' && step.next.history).toEqual([
      expect.objectContaining({ field: 'import', by: 'May paper', via: 'import' }),
      expect.objectContaining({ field: 'progress', from: 'Begun.', to: 'Nearly.', via: 'import' }),
      expect.objectContaining({ field: 'status', from: 'AMBER', to: 'RED', via: 'import' }),
    ])
  })
  test('keeps what people wrote here when the same paper comes again, and writes nothing', () => {
    const existing = { ...imported(), progress: 'Ours.', history: [edit('progress', 'Begun.', 'Ours.')] }
    expect(stepForRow(imported(), existing, source)).toEqual({ does: 'keep', kept: ['progress'], next: null })
  })
  test('keeps what people wrote here and takes the rest of a new paper', () => {
    const existing = {
      ...{ ...imported(), progress: 'Ours.', history: [edit('progress', 'Begun.', 'Ours.', 'card')] },
    }
    const step = stepForRow(imported({ comment: 'Theirs.', status: 'RED' }), existing, source)
    expect(step).toMatchObject({
      does: 'keep',
      kept: ['progress'],
      next: { progress: 'Ours.', status: 'RED' },
    })
    const history = step.does === 'keep' ? step.next?.history : []
    expect(history).toContainEqual(expect.objectContaining({ field: 'import', from: 'Theirs.', to: 'Ours.' }))
  })
  test('has nothing to keep when the paper says the same as people do', () => {
    const existing = { ...imported(), progress: 'Done.', history: [edit('progress', 'Begun.', 'Done.')] }
    expect(stepForRow(imported({ comment: 'Done.' }), existing, source).does).toBe('update')
  })
  test("does not take an earlier import's change for an edit", () => {
    const existing = { ...imported(), history: [edit('progress', 'Old.', 'Begun.', 'import')] }
    expect(stepForRow(imported({ comment: 'New.' }), existing, source)).toMatchObject({
      does: 'update',
      next: { progress: 'New.' },
    })
  })
  test('changes nothing when the kept row meets the new paper a second time', () => {
    const existing = { ...imported(), progress: 'Ours.', history: [edit('progress', 'Begun.', 'Ours.')] }
    const paper = imported({ comment: 'Theirs.' })
    const first = stepForRow(paper, existing, source)
    const kept = first.does === 'keep' ? first.next : null
    expect(stepForRow(paper, kept, source)).toEqual({ does: 'keep', kept: ['progress'], next: null })
  })
})

test('a report is created, left alone, or brought up to date', () => {
  const [report] = importedFrom(reading([])).reports
  const [changed] = importedFrom(reading([], [{ ...paperReport, narrative: 'More.' }])).reports
  if (!report || !changed) throw new Error('No report was read.')
  expect(stepForReport(report, null).does).toBe('create')
  expect(stepForReport(report, report).does).toBe('unchanged')
  expect(stepForReport(changed, report)).toEqual({ does: 'update', next: changed })
})
