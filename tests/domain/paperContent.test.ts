import type { PaperContent } from '../../src/domain/paper.ts'
import { composePaper, shownStatus } from '../../src/domain/paperContent.ts'
import type { Recommendation, Status } from '../../src/domain/recommendation.ts'
import { aDueEntry, aRecommendation, aReport } from '../support/register.ts'

const row = (number: string, status: Status, changes: Partial<Recommendation> = {}) =>
  aRecommendation({ number, status, order: Number.parseInt(number, 10), ...changes })
const compose = (rows: readonly Recommendation[], previous: PaperContent | null = null) =>
  composePaper({ reports: [aReport()], rows, previous })
const shown = ({ rows }: PaperContent) => rows.map(({ number, status }) => `${number} ${status}`)

describe('the status that a paper prints', () => {
  const before = compose([row('1', 'GREEN'), row('2', 'AMBER'), row('3', 'NEW GREEN')])

  it.each<[string, string, Status, Status]>([
    ['green now and not before is new', '2', 'GREEN', 'NEW GREEN'],
    ['green now and green before is not new', '1', 'GREEN', 'GREEN'],
    ['NEW GREEN of the last paper is green in this one, whatever is stored', '3', 'NEW GREEN', 'GREEN'],
    ['a row that the last paper did not know is new when it is green', '9', 'GREEN', 'NEW GREEN'],
    ['amber stays amber', '2', 'AMBER', 'AMBER'],
    ['green that is red again is red', '1', 'RED', 'RED'],
  ])('%s', (_rule, number, status, expected) => {
    expect(shownStatus(row(number, status), before)).toBe(expected)
  })

  it('is the stored one while there is no earlier paper', () => {
    expect(shownStatus(row('1', 'GREEN'), null)).toBe('GREEN')
    expect(shownStatus(row('1', 'NEW GREEN'), null)).toBe('NEW GREEN')
  })
})

describe('the rows of a paper', () => {
  it('shows everything in the first paper', () => {
    const rows = [row('1', 'GREEN'), row('2', 'CLOSED'), row('3', 'WHITE')]
    expect(shown(compose(rows))).toEqual(['1 GREEN', '2 CLOSED', '3 WHITE'])
  })

  it('shows green once: new in one paper, remembered in the next', () => {
    const first = compose([row('1', 'AMBER')])
    const second = compose([row('1', 'GREEN')], first)
    const third = compose([row('1', 'GREEN')], second)
    expect(shown(second)).toEqual(['1 NEW GREEN'])
    expect(shown(third)).toEqual([])
    expect(third.hidden).toEqual([{ key: row('1', 'GREEN').key, status: 'GREEN', deadline: '2021-06-30' }])
  })

  it('goes on remembering what it hides, from paper to paper', () => {
    const green = row('1', 'GREEN')
    const fourth = [1, 2, 3, 4].reduce<PaperContent | null>((before) => compose([green], before), null)
    expect(fourth?.hidden).toHaveLength(1)
  })

  it('shows closed once as well', () => {
    const first = compose([row('1', 'AMBER')])
    const second = compose([row('1', 'CLOSED')], first)
    expect(shown(second)).toEqual(['1 CLOSED'])
    expect(shown(compose([row('1', 'CLOSED')], second))).toEqual([])
  })

  it('shows a row again that was hidden as green and regressed', () => {
    const hidden = compose([row('1', 'GREEN')], compose([row('1', 'GREEN')]))
    expect(shown(hidden)).toEqual([])
    expect(shown(compose([row('1', 'RED')], hidden))).toEqual(['1 RED'])
  })

  it('shows green that was closed before: it was not reported as green', () => {
    const closed = compose([row('1', 'CLOSED')])
    expect(shown(compose([row('1', 'GREEN')], closed))).toEqual(['1 NEW GREEN'])
  })

  it('stand in the order of the paper: by report, then by place', () => {
    const reports = [aReport({ key: 'b', order: 2 }), aReport({ key: 'a', order: 1 })]
    const rows = [
      row('2', 'RED', { key: 'b/2', reportKey: 'b' }),
      row('10', 'RED', { key: 'a/10', reportKey: 'a' }),
      row('9', 'RED', { key: 'a/9', reportKey: 'a' }),
    ]
    const { rows: inOrder } = composePaper({ reports, rows, previous: null })
    expect(inOrder.map(({ key }) => key)).toEqual(['a/9', 'a/10', 'b/2'])
  })

  it('carry what was decided, and neither history nor doubts nor the print of an import', () => {
    const [item] = compose([row('1', 'RED', { rationale: 'The tender failed.' })]).rows
    expect(item).toMatchObject({ rationale: 'The tender failed.' })
    expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['history']))
    expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['doubts']))
    expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['importedAs']))
  })
})

describe('the reports of a paper', () => {
  it('leave it with their last row, and come back with it', () => {
    const green = row('1', 'GREEN')
    const before = compose([green])
    expect(compose([green], before).reports).toEqual([])
    expect(compose([row('1', 'RED')], before).reports).toHaveLength(1)
  })

  it('stay while the register holds none of their rows: there is nothing to have been settled', () => {
    expect(compose([]).reports).toHaveLength(1)
  })

  it('print the sentences that they are given', () => {
    const sentences = { [aReport().key]: ['All is done.'] }
    const content = composePaper({ reports: [aReport()], rows: [], previous: null, sentences })
    expect(content.reports[0]?.claims).toEqual(['All is done.'])
  })
})

it('remembers no deadline where an event is awaited', () => {
  const awaited = [aDueEntry(), aDueEntry({ text: 'Now pending the review', verb: 'now', date: null })]
  const green = row('1', 'GREEN', { due: awaited })
  expect(compose([green], compose([green])).hidden).toMatchObject([{ deadline: null }])
})
