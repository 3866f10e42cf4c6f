import {
  planWord,
  reportDifferences,
  rowDifferences,
  settleReport,
  settleRow,
} from '../../src/domain/importSteps.ts'
import { reportPrint, rowPrint } from '../../src/domain/paperFields.ts'
import type { Change, Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { aDueEntry, aRecommendation, aReport } from '../support/register.ts'

const source = { paper: 'May paper', at: '2021-06-01T09:00:00.000Z' }
const asPaper = (changes: Partial<Recommendation> = {}): Recommendation => {
  const row = aRecommendation({
    progress: 'Begun.',
    status: 'AMBER',
    text: 'Do it.',
    history: [],
    ...changes,
  })
  return { ...row, importedAs: rowPrint(row) }
}
const asReport = (changes: Partial<Report> = {}): Report => {
  const report = aReport(changes)
  return { ...report, importedAs: reportPrint(report) }
}
const edit = (field: Change['field'], via: Change['via'] = 'tab'): Change => ({
  ...{ at: '2021-05-20T10:00:00.000Z', by: 'A B', byObject: 'o-1', field, from: '', to: '', via },
})
const word = (paper: Recommendation, ours: Recommendation) => planWord(rowDifferences(paper, ours))
const settle = (paper: Recommendation, ours: Recommendation, choices = {}) =>
  settleRow(paper, ours, choices, source)

describe('who changed a field since the last paper', () => {
  const ours = asPaper()
  test('nobody', () => {
    expect(rowDifferences(asPaper(), ours)).toEqual([])
  })
  test('only the paper', () => {
    expect(rowDifferences(asPaper({ status: 'RED' }), ours)).toEqual([
      { field: 'status', ours: 'AMBER', papers: 'RED', changed: 'paper' },
    ])
  })
  test('only people, and without a line in the history too: SharePoint itself may have been used', () => {
    expect(rowDifferences(asPaper(), { ...ours, progress: 'Ours.' })).toEqual([
      { field: 'progress', ours: 'Ours.', papers: 'Begun.', changed: 'here' },
    ])
  })
  test('both, to different words', () => {
    expect(word(asPaper({ progress: 'Theirs.' }), { ...ours, progress: 'Ours.' })).toBe('conflict')
  })
  test('both, to the same words', () => {
    expect(word(asPaper({ progress: 'Done.' }), { ...ours, progress: 'Done.' })).toBe('unchanged')
  })
  test('spaces and line ends are nobody’s change', () => {
    expect(word(asPaper({ progress: 'One.\nTwo.' }), { ...ours, progress: ' One. \r\n\r\nTwo.' })).toBe(
      'unchanged',
    )
  })
  test('NEW GREEN and GREEN are one status, told apart by the paper before', () => {
    expect(word(asPaper({ status: 'NEW GREEN' }), asPaper({ status: 'GREEN' }))).toBe('unchanged')
  })
})

describe('a row that came without a paper', () => {
  test('is a conflict where the paper says something else, since all of it was written here', () => {
    expect(word(asPaper({ text: 'Other.' }), { ...asPaper(), importedAs: '' })).toBe('conflict')
  })
  test('of an older version follows the paper, except in what people wrote', () => {
    const old = { ...asPaper(), importedAs: '0123456789abcdef' }
    expect(word(asPaper({ progress: 'Nearly.' }), old)).toBe('changed')
    expect(word(asPaper({ progress: 'Nearly.' }), { ...old, history: [edit('progress', 'card')] })).toBe(
      'conflict',
    )
    expect(word(asPaper({ progress: 'Nearly.' }), { ...old, history: [edit('progress', 'import')] })).toBe(
      'changed',
    )
  })
})

describe('what is written', () => {
  test('nothing where nothing differs, and nothing where only people changed it', () => {
    expect(settle(asPaper(), asPaper())).toEqual({ next: null, kept: [] })
    expect(settle(asPaper(), { ...asPaper(), progress: 'Ours.' })).toEqual({ next: null, kept: ['progress'] })
  })
  test('the paper’s words, with the old ones in the history', () => {
    const { next } = settle(asPaper({ progress: 'Nearly.', status: 'RED' }), asPaper())
    expect(next).toMatchObject({ progress: 'Nearly.', status: 'RED' })
    expect(next?.history).toEqual([
      expect.objectContaining({ field: 'import', by: 'May paper', via: 'import' }),
      expect.objectContaining({ field: 'status', from: 'AMBER', to: 'RED', via: 'import' }),
      expect.objectContaining({ field: 'progress', from: 'Begun.', to: 'Nearly.', via: 'import' }),
    ])
  })
  test('nothing of what people decided is lost', () => {
    const decided = {
      ownerPost: 'head',
      applies: 'in-part',
      rationale: 'Cannot.',
      evidence: [{ title: 'E', link: 'https://e.example', at: source.at, by: 'A B', byObject: 'o-1' }],
      links: [{ kind: 'see', to: 'x/1', note: '' }],
      inspectorate: [{ status: 'complete', on: '2021-05-01', note: '' }],
    } satisfies Partial<Recommendation>
    expect(settle(asPaper({ status: 'RED' }), { ...asPaper(), ...decided }).next).toMatchObject(decided)
  })
  test('a deadline that was moved here keeps what is known of the move', () => {
    const change = {
      at: source.at,
      by: 'A B',
      byObject: 'o-1',
      reason: 'Late.',
      event: '',
      agreedBy: 'C',
      reportedTo: ['PAB'],
    }
    const moved = aDueEntry({ text: 'Now July 2021', change })
    const existing = asPaper({ due: [aDueEntry(), moved] })
    const paper = asPaper({
      due: [aDueEntry(), aDueEntry({ text: 'Now July 2021' }), aDueEntry({ text: 'Then May 2022' })],
    })
    expect(settle(paper, existing).next?.due).toEqual([
      aDueEntry(),
      moved,
      aDueEntry({ text: 'Then May 2022' }),
    ])
  })
})

describe('a conflict', () => {
  const ours = { ...asPaper(), progress: 'Ours.' }
  const paper = asPaper({ progress: 'Theirs.', status: 'RED' })
  test('stays as it is here until somebody settles it, while the rest follows the paper', () => {
    const { next, kept } = settle(paper, ours)
    expect(next).toMatchObject({ progress: 'Ours.', status: 'RED' })
    expect(kept).toEqual(['progress'])
    expect(next?.history).toContainEqual(
      expect.objectContaining({ field: 'import', from: 'Theirs.', to: 'Ours.' }),
    )
  })
  test('that is not settled is one again next time, and writes nothing a second time', () => {
    const next = settle(paper, ours).next ?? ours
    expect(word(paper, next)).toBe('conflict')
    expect(settle(paper, next)).toEqual({ next: null, kept: ['progress'] })
  })
  test('settled for ours is none next time', () => {
    const next = settle(paper, ours, { progress: 'ours' }).next ?? ours
    expect(next.progress).toBe('Ours.')
    expect(word(paper, next)).toBe('unchanged')
  })
  test('settled for the paper takes its words and keeps ours in the history', () => {
    const { next, kept } = settle(paper, ours, { progress: 'papers' })
    expect(next?.progress).toBe('Theirs.')
    expect(kept).toEqual([])
    expect(next?.history).toContainEqual(
      expect.objectContaining({ field: 'progress', from: 'Ours.', to: 'Theirs.' }),
    )
  })
  test('a choice about a field without a conflict changes nothing', () => {
    expect(settle(asPaper(), ours, { progress: 'papers' }).next).toBeNull()
  })
})

describe('a report', () => {
  test('follows the paper and keeps its clocks', () => {
    const clock = aReport().clocks
    const { next } = settleReport(asReport({ narrative: 'More.' }), { ...asReport(), clocks: clock }, {})
    expect(next).toMatchObject({ narrative: 'More.', clocks: clock })
  })
  test('keeps a source that people corrected', () => {
    const corrected = { ...asReport(), source: 'internal' as const }
    expect(settleReport(asReport({ narrative: 'More.' }), corrected, {}).next?.source).toBe('internal')
  })
  test('follows its new place in the paper without being a conflict', () => {
    expect(planWord(reportDifferences(asReport({ order: 3 }), { ...asReport(), narrative: 'Ours.' }))).toBe(
      'changed',
    )
  })
  test('keeps its date where the paper leaves it out', () => {
    const undated = asReport({ published: { text: '', date: null, precision: null } })
    expect(settleReport(undated, asReport(), {}).next).toBeNull()
  })
})
