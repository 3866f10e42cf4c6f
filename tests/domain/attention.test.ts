import { readDueEntry } from '../../src/documents/read/dueEntries.ts'
import { type AttentionCode, attentionOf, surroundingsOf } from '../../src/domain/attention.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { aCounterparty, aSignOff, posts, someEvidence, today } from '../support/decisions.ts'
import { aPost, aRecommendation } from '../support/register.ts'

const settledRow: Partial<Recommendation> = { applies: 'yes' }
const row = (changes: Partial<Recommendation> = {}) => aRecommendation({ ...settledRow, ...changes })
const due = (...texts: string[]) => texts.map(readDueEntry)
const white = (changes: Partial<Recommendation> = {}) =>
  row({ status: 'WHITE', counterparty: aCounterparty(), ...changes })
const green = (changes: Partial<Recommendation> = {}) =>
  row({
    status: 'GREEN',
    evidence: [someEvidence()],
    signOff: aSignOff({ state: 'agreed', answeredAt: '2021-05-02T08:00:00Z' }),
    ...changes,
  })

function codes(
  one: Recommendation,
  others: readonly Recommendation[] = [],
  all = posts,
  day = today,
): AttentionCode[] {
  return attentionOf(one, surroundingsOf([one, ...others], all), day).map(({ code }) => code)
}

test.each<[string, Recommendation, AttentionCode[]]>([
  ['an open row that lacks nothing', row(), []],
  ['a WHITE row that lacks nothing', white(), []],
  ['a green row that lacks nothing', green(), []],
  [
    'a milestone was met and no date was set after it',
    row({ due: due('March 2021 [completed]') }),
    ['no-next-date'],
  ],
  [
    'the same while it is WHITE',
    white({ due: due('March 2021 for initial review [completed]') }),
    ['no-next-date'],
  ],
  ['the same once it is green', green({ due: due('March 2021 [completed]') }), []],
  ['a milestone was met and a date follows', row({ due: due('March 2021 [completed]', 'June 2021') }), []],
  ['no deadline at all', row({ due: [] }), ['no-deadline']],
  ['a deadline to be set', row({ due: due('To be set') }), ['no-deadline']],
  ['an event is awaited in place of a deadline', row({ due: due('Now pending the review') }), []],
  [
    'WHITE without anybody to wait for',
    white({ counterparty: null }),
    ['white-without-counterparty', 'white-without-next-chase'],
  ],
  [
    'WHITE without a product',
    white({ counterparty: aCounterparty({ product: ' ' }) }),
    ['white-without-product'],
  ],
  [
    'WHITE without a next chase',
    white({ counterparty: aCounterparty({ nextChase: null }) }),
    ['white-without-next-chase'],
  ],
  ['to be chased today', white({ counterparty: aCounterparty({ nextChase: '2021-06-01' }) }), ['chase-due']],
  ['to be chased tomorrow', white({ counterparty: aCounterparty({ nextChase: '2021-06-02' }) }), []],
  ['WHITE for a year after its deadline', white({ due: due('1 June 2020') }), []],
  ['WHITE for a year and a day after its deadline', white({ due: due('31 May 2020') }), ['white-for-years']],
  ['RED without a rationale', row({ status: 'RED' }), ['red-without-rationale']],
  ['RED with a rationale', row({ status: 'RED', rationale: 'No funds.' }), []],
  ['green without evidence', green({ evidence: [] }), ['green-without-evidence']],
  ['green that nobody signed off', green({ signOff: null }), ['green-without-sign-off']],
  ['sign-off was asked for', row({ signOff: aSignOff() }), ['sign-off-waiting']],
  [
    'a demonstration period runs',
    row({ demonstrationUntil: today, signOff: aSignOff({ state: 'agreed' }) }),
    [],
  ],
  [
    'a demonstration period is over',
    row({ demonstrationUntil: '2021-05-31', signOff: aSignOff({ state: 'agreed' }) }),
    ['demonstration-over'],
  ],
  ['it is over and nobody agreed', row({ demonstrationUntil: '2021-05-31' }), ['demonstration-not-agreed']],
  ['no owner', row({ ownerPost: null }), ['no-owner']],
  ['no owner, and it waits for another body', white({ ownerPost: null }), []],
  ['an owner that is no post', row({ ownerPost: 'gone' }), ['unknown-owner']],
  ['nobody decided whether it applies', row({ applies: null }), ['applies-undecided']],
  [
    'the inspectorate has not closed what the force has',
    green({ inspectorate: [{ status: 'being-progressed', on: '2021-01-01', note: '' }] }),
    ['inspectorate-behind'],
  ],
  [
    'the inspectorate has closed it, too',
    green({ inspectorate: [{ status: 'complete', on: '2021-05-20', note: '' }] }),
    [],
  ],
  [
    'the inspectorate has closed what is open here',
    row({ inspectorate: [{ status: 'complete', on: '2021-05-20', note: '' }] }),
    ['inspectorate-disagrees'],
  ],
])('%s', (_what, one, expected) => {
  expect(codes(one)).toEqual(expected)
})

test('a vacant post is seen, and not while it is held', () => {
  expect(codes(row(), [], [aPost({ holder: null })])).toEqual(['vacant-owner'])
  expect(codes(row(), [], [aPost()])).toEqual([])
})

describe('rows that hang together', () => {
  const partner = (changes: Partial<Recommendation>) =>
    row({ key: 'hate-crime-2018-07/9', number: '9', ...changes })
  const aligned = row({ links: [{ kind: 'aligned', to: 'Recommendation 9', note: '' }] })

  test('aligned deadlines that differ are seen from both', () => {
    const other = partner({ due: due('July 2021') })
    expect(codes(aligned, [other])).toEqual(['aligned-deadlines-differ'])
    expect(codes(other, [aligned])).toEqual(['aligned-deadlines-differ'])
    expect(attentionOf(other, surroundingsOf([aligned, other], posts), today)[0]?.rows).toEqual([aligned.key])
  })

  test('aligned deadlines that agree are not, nor a partner that is settled', () => {
    expect(codes(aligned, [partner({ due: due('June 2021') })])).toEqual([])
    expect(codes(aligned, [partner({ due: due('July 2021'), status: 'CLOSED' })])).toEqual([])
  })

  test('a row that depends on an open one waits; on a settled one it does not', () => {
    const depending = row({ links: [{ kind: 'depends-on', to: 'Recommendation 9', note: '' }] })
    expect(codes(depending, [partner({})])).toEqual(['depends-on-open-row'])
    expect(codes(depending, [partner({ status: 'GREEN' })])).toEqual([])
    expect(codes(partner({}), [depending])).toEqual([])
  })
})

test('how long it has been so is said', () => {
  const late = white({ counterparty: aCounterparty({ nextChase: '2021-05-22' }) })
  expect(attentionOf(late, surroundingsOf([late], posts), today)).toEqual([{ code: 'chase-due', days: 10 }])
})
