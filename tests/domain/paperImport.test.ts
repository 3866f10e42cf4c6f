import { fingerprint } from '../../src/domain/fingerprint.ts'
import { type ImportedRow, importedFrom } from '../../src/domain/paperImport.ts'
import type { PaperReading, PaperReport, PaperRow } from '../../src/domain/paperReading.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'

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
function only(row: ImportedRow | undefined): Recommendation {
  if (!row?.ok) throw new Error('The row was refused.')
  return row.row
}
const imported = (row: Partial<PaperRow> = {}) => only(importedFrom(reading([row])).rows[0])

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
  test('recognise a row without a number by its text, wherever it stands', () => {
    const held = importedFrom(
      reading([
        { number: '', text: 'One.' },
        { number: '', text: 'Two.' },
      ]),
    )
    const known = { reports: held.reports, rows: held.rows.map(only) }
    const next = reading([
      { number: '', text: 'New.' },
      { number: '', text: 'Two. ' },
      { number: '', text: 'One.' },
    ])
    expect(importedFrom(next, known).rows.map((row) => only(row).key)).toEqual([
      'protests-2021-03/unnumbered~3',
      'protests-2021-03/unnumbered~2',
      'protests-2021-03/unnumbered',
    ])
  })
  test('recognise a report whose date the paper leaves out, where only one has its title', () => {
    const undated = { ...paperReport, published: { text: '', date: null, precision: null } }
    const keyAmong = (...keys: string[]) =>
      importedFrom(reading([], [undated]), {
        reports: keys.map((key) => ({ key, title: 'Protests' })),
        rows: [],
      }).reports[0]?.key
    expect(keyAmong('protests-2021-03')).toBe('protests-2021-03')
    expect(keyAmong('protests-2021-03', 'protests-2019-01')).toBe('protests-undated')
    expect(keyAmong()).toBe('protests-undated')
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
