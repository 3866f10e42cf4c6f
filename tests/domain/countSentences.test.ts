import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readPaperText } from '../../src/documents/read/readPaper.ts'
import { sayDisagreement } from '../../src/domain/claimWords.ts'
import { checkClaims, countSentence } from '../../src/domain/countSentences.ts'
import { importedFrom } from '../../src/domain/paperImport.ts'
import type { Change, Recommendation, Status } from '../../src/domain/recommendation.ts'
import { aDueEntry, aRecommendation } from '../support/register.ts'
import { describeWithShared } from '../support/shared.ts'

const row = (number: string, status: Status, changes: Partial<Recommendation> = {}) =>
  aRecommendation({ number, status, applies: 'yes', ...changes })
const improvement = { kind: 'area-for-improvement' } as const
const counterparty = { body: 'College of Policing', product: '', lastChased: null, nextChase: null }
const ofStatus = (from: Status, to: Status): Change => ({
  ...{
    at: '2021-05-01T09:00:00.000Z',
    by: 'Helen Carver',
    byObject: 'id',
    field: 'status',
    via: 'tab',
    from,
    to,
  },
})
const say = (rows: readonly Recommendation[], claims: readonly string[] = []) =>
  countSentence({ claims }, rows)

it('a sentence that calls all of them complete without a number is compared, too', () => {
  const rows = [row('1', 'GREEN'), row('2', 'AMBER')]
  const wrong = { claim: 'All are complete.', what: 'complete', claimed: 2, counted: 1 }
  expect(checkClaims({ claims: [] }, rows, ['All are complete.'])).toEqual([wrong])
  expect(checkClaims({ claims: [] }, rows.slice(0, 1), ['All are complete.'])).toEqual([])
})

describe('a row that was settled when its paper was read, and re-opened since', () => {
  const reopened = (from: Status, to: Status) => row('2', to, { history: [ofStatus(from, to)] })

  it.each<[string, Recommendation, string, string]>([
    [
      'is no longer among those that the paper called complete',
      reopened('NEW GREEN', 'RED'),
      '6 recommendations for the force, all complete',
      '6 recommendations for the force: 5 complete, 1 to be progressed.',
    ],
    [
      'is no longer among those that it called closed',
      reopened('CLOSED', 'AMBER'),
      '18 recommendations for the force; 17 complete, 1 closed',
      '18 recommendations for the force: 17 complete, 1 in progress.',
    ],
    [
      'is counted as a sentence says that was written after that',
      reopened('NEW GREEN', 'RED'),
      '6 recommendations for the force, 5 complete',
      '6 recommendations for the force: 5 complete, 1 to be progressed.',
    ],
  ])('%s', (_rule, now, claim, expected) => {
    expect(say([now], [claim])).toBe(expected)
  })
})

describe('a count sentence', () => {
  it.each<[string, readonly Recommendation[], string]>([
    [
      'one of each standing',
      [row('1', 'GREEN'), row('2', 'CLOSED'), row('3', 'AMBER'), row('4', 'RED')],
      '4 recommendations for the force: 1 complete, 1 closed, 1 in progress, 1 to be progressed.',
    ],
    [
      'all complete',
      [row('1', 'GREEN'), row('2', 'NEW GREEN')],
      '2 recommendations for the force, all complete.',
    ],
    ['only one', [row('1', 'RED')], '1 recommendation for the force, to be progressed.'],
    [
      'areas for improvement',
      [row('1', 'GREEN', improvement), row('2', 'RED', improvement)],
      '2 areas for improvement for the force: 1 complete, 1 to be progressed.',
    ],
    [
      'two counts by kind',
      [row('1', 'GREEN'), row('2', 'GREEN', improvement)],
      '1 recommendation and 1 area for improvement for the force, all complete.',
    ],
    [
      'some are for others',
      [row('1', 'AMBER'), row('2', 'WHITE', { applies: 'no' })],
      '2 recommendations, of which 1 is for the force, in progress.',
    ],
    [
      'none is for the force',
      [row('1', 'WHITE', { applies: 'no' }), row('2', 'WHITE', { applies: 'no' })],
      '2 recommendations, none for the force.',
    ],
    [
      'for the force in part',
      [row('1', 'AMBER'), row('2', 'AMBER', { applies: 'in-part' })],
      '2 recommendations for the force [1 of them in part], all in progress.',
    ],
    [
      'WHITE that applies waits for a body',
      [row('1', 'AMBER'), row('2', 'WHITE', { counterparty })],
      '2 recommendations for the force: 1 in progress, 1 pending [College of Policing].',
    ],
    [
      'new, without any date',
      [row('1', 'AMBER', { due: [aDueEntry({ text: 'To be set', date: null })] })],
      '1 recommendation for the force, being considered.',
    ],
    [
      'came back from WHITE',
      [row('1', 'GREEN'), row('2', 'RED', { history: [ofStatus('WHITE', 'RED')] })],
      '2 recommendations for the force: 1 complete, 1 can now be progressed.',
    ],
    [
      'sub-divided, one part open',
      [row('4a', 'GREEN'), row('4b', 'AMBER'), row('5', 'GREEN')],
      '2 recommendations for the force [number 4 is sub-divided]: 1 complete, 1 in progress.',
    ],
    ['nothing held', [], 'The register holds no recommendation of this report.'],
  ])('%s', (_case, rows, sentence) => {
    expect(say(rows)).toBe(sentence)
    expect(say(rows.toReversed().toReversed())).toBe(sentence)
  })

  it('counts what the paper says was settled before the register began', () => {
    const claims = ['There are 9 recommendations for the force, 6 complete, 1 closed and 2 in progress.']
    const rows = [row('1', 'NEW GREEN'), row('2', 'AMBER'), row('3', 'AMBER')]
    expect(say(rows, claims)).toBe('9 recommendations for the force: 6 complete, 1 closed, 2 in progress.')
  })

  it('goes on counting it when a row turns green afterwards', () => {
    const claims = ['There are 9 recommendations for the force, 6 complete, 1 closed and 2 in progress.']
    const rows = [
      row('1', 'NEW GREEN'),
      row('2', 'GREEN', { history: [ofStatus('AMBER', 'GREEN')] }),
      row('3', 'AMBER'),
    ]
    expect(say(rows, claims)).toBe('9 recommendations for the force: 7 complete, 1 closed, 1 in progress.')
  })

  it('says the same again when it has become the sentence of the report', () => {
    const first = ['12 areas for improvement for the force; 10 complete 2 to be progressed.']
    const rows = [row('2', 'RED', improvement), row('11', 'RED', improvement)]
    const own = say(rows, first)
    expect(say(rows, [own])).toBe(own)
  })
})

describe('a typed sentence', () => {
  const rows = [row('1', 'GREEN'), row('2', 'RED'), row('3', 'AMBER')]
  const wrongIn = (sentence: string) =>
    checkClaims({ claims: [] }, rows, [sentence]).map(
      ({ what, claimed, counted }) => `${what} ${claimed} ${counted}`,
    )

  it.each([
    ['3 recommendations for the force: 1 complete, 2 in progress.', []],
    ['3 recommendations for the force, 2 are in progress.', []],
    ['3 recommendations for the force: 2 complete, 1 in progress.', ['complete 2 1', 'open 1 2']],
    ['4 recommendations for the force.', ['for-force 4 3']],
    ['3 recommendations for the force, all complete.', ['complete 3 1']],
    ['1 is closed.', ['closed 1 0']],
    ['5 for the force: 1 complete, 2 in progress.', ['for-force 5 3', 'sum 5 3']],
    ['We have made good progress.', []],
    ['3 recommendations, 1 sub-divided and are complete.', []],
  ])('%s', (sentence, wrong) => {
    expect(wrongIn(sentence)).toEqual(wrong)
  })

  it('is shown with the difference in words', () => {
    const [wrong] = checkClaims({ claims: [] }, rows, ['1 is closed.'])
    expect(wrong && sayDisagreement(wrong)).toBe('it says 1 closed, the register counts 0')
  })
})

describeWithShared('the sentences of the paper of record', (shared) => {
  const seed = readFileSync(path.join(shared, 'seeds', 'inspection-recommendations-paper.txt'), 'utf8')
  const { reports, rows } = importedFrom(readPaperText(seed))
  const rowsOf = (key: string) =>
    rows.flatMap((one) => (one.ok && one.row.reportKey === key ? [one.row] : []))

  it('agree with their rows, except the first one of report 17', () => {
    const wrong = reports.flatMap((report, index) =>
      checkClaims(report, rowsOf(report.key)).map(({ what, claimed, counted }) => [
        index + 1,
        what,
        claimed,
        counted,
      ]),
    )
    expect(wrong).toEqual([[17, 'open', 4, 1]])
  })

  it('are written anew with the same numbers, and those bear themselves out', () => {
    for (const report of reports) {
      const own = rowsOf(report.key)
      const sentence = countSentence(report, own)
      expect(checkClaims(report, own, [sentence])).toEqual([])
      expect(countSentence({ claims: [sentence] }, own)).toBe(sentence)
    }
  })

  it.each([
    [1, /of which 2 recommendations and 3 areas for improvement are for the force/],
    [2, /^7 recommendations, none for the force\.$/],
    [5, /^10 recommendations for the force: 4 complete, 1 closed, 2 in progress, 3 pending/],
    [6, /^6 recommendations for the force, all complete\.$/],
    [7, /^6 recommendations, of which 3 are for the force: 2 complete, 1 closed\.$/],
    [9, /sub-divided; 1 of them is held here, complete\.$/],
    [11, /^23 recommendations, of which 5 are for the force: 4 complete, 1 to be progressed\.$/],
    [13, /: 17 complete, 1 closed\.$/],
    [14, /^1 recommendation and 21 areas for improvement for the force, all complete\.$/],
    [16, /^15 recommendations, of which 8 are for the force: 7 complete, 1 to be progressed\.$/],
    [17, /^4 recommendations for the force: 3 complete, 1 pending \[College of Policing\]\.$/],
  ])('report %s', (number, pattern) => {
    const report = reports[number - 1]
    expect(report && countSentence(report, rowsOf(report.key))).toMatch(pattern)
  })
})
