import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDueEntry } from '../../src/documents/read/dueEntries.ts'
import { type Recommendation, statuses } from '../../src/domain/recommendation.ts'
import { divergenceOf, suggestStatus } from '../../src/domain/statusSuggestion.ts'
import { aSignOff, move, someEvidence, taken } from '../support/decisions.ts'
import { aDueEntry, aRecommendation, secretary } from '../support/register.ts'
import { describeWithShared } from '../support/shared.ts'

const today = '2021-06-01'
const due = (...texts: string[]) => texts.map(readDueEntry)
const row = (changes: Partial<Recommendation>) => aRecommendation({ due: due('September 2021'), ...changes })

describe('an AMBER row', () => {
  test.each<[string, Partial<Recommendation>, string | null, string[]]>([
    ['within its deadline', {}, null, []],
    ['on the last day', { due: due('1 June 2021') }, null, []],
    ['on the day after', { due: due('31 May 2021') }, 'RED', ['deadline-missed']],
    [
      'moved before the first deadline, which is still to come',
      { due: due('July 2021', 'Now September 2021') },
      null,
      [],
    ],
    [
      'moved past a deadline that was missed',
      { due: due('March 2021', 'Now September 2021') },
      'RED',
      ['earlier-deadline-missed'],
    ],
    [
      'moved twice, with nothing missed',
      { due: due('July 2021', 'Now August 2021', 'Then May 2022') },
      'RED',
      ['extended-twice'],
    ],
    [
      'after a milestone that was met',
      { due: due('March 2021 [completed]', 'June 2021 for a report') },
      null,
      [],
    ],
    ['without a date', { due: due('To be set') }, null, []],
    [
      'waiting for an event',
      { due: due('March 2021', 'Now pending the review') },
      'RED',
      ['earlier-deadline-missed'],
    ],
    [
      'with every part done',
      { elements: [{ label: '[1]', text: '', comment: '', status: 'GREEN' }] },
      'GREEN',
      ['all-elements-done'],
    ],
    [
      'with a part that is RED',
      { elements: [{ label: '[1]', text: '', comment: '', status: 'RED' }] },
      'RED',
      ['element-not-done'],
    ],
  ])('%s', (_what, changes, suggested, reasons) => {
    const divergence = divergenceOf(row(changes), today)
    expect(divergence?.suggested ?? null).toBe(suggested)
    expect(divergence?.reasons ?? []).toEqual(reasons)
  })

  test('moved once in time, with somebody’s agreement, has missed nothing', () => {
    const moved = (agreedBy: string) =>
      taken(row({ due: [aDueEntry({ date: '2021-06-30' })] }), { ...move, date: '2021-12-31', agreedBy })
    expect(divergenceOf(moved('Commissioner'), '2021-09-01')).toBeNull()
    expect(divergenceOf(moved(''), '2021-09-01')?.reasons).toEqual(['earlier-deadline-missed'])
  })

  test('moved with agreement after its day has missed it', () => {
    const moved = taken(
      row({ due: [aDueEntry({ date: '2021-06-30' })] }),
      { ...move, date: '2021-12-31', agreedBy: 'Commissioner' },
      secretary,
      { today: '2021-07-01', at: '2021-07-01T08:00:00.000Z' },
    )
    expect(divergenceOf(moved, '2021-07-01')?.reasons).toEqual(['earlier-deadline-missed'])
  })
})

describe('a RED row', () => {
  test.each<[string, Partial<Recommendation>, string | null]>([
    ['is not cleared by a new date', { due: due('February 2021', 'Extended to December 2021') }, null],
    [
      'that cannot be implemented stays RED whatever its date',
      { rationale: 'Cannot be implemented: no funds.' },
      null,
    ],
    ['without a rationale that missed nothing is AMBER', { rationale: '' }, 'AMBER'],
  ])('%s', (_rule, changes, suggested) => {
    expect(divergenceOf(row({ status: 'RED', ...changes }), today)?.suggested ?? null).toBe(suggested)
  })
})

describe('a WHITE row', () => {
  test('never turns RED by a date', () => {
    const years = row({
      status: 'WHITE',
      due: due('August 2019', 'Extended to January 2020', 'Now May 2020'),
    })
    expect(suggestStatus(years, today)).toEqual({ status: 'WHITE', why: ['waits-for-another-body'] })
  })
})

describe('a green row', () => {
  const green = (changes: Partial<Recommendation>) => row({ status: 'NEW GREEN', ...changes })
  const doubt = (code: string) => [{ code, message: '', line: 1 }]

  test.each<[string, Partial<Recommendation>, string[]]>([
    ['with a comment stands', {}, []],
    ['without comment or evidence does not', { progress: '' }, ['comment-lacks-evidence']],
    ['without a comment but with evidence stands', { progress: '', evidence: [someEvidence()] }, []],
    [
      'whose comment speaks of a later date',
      { doubts: doubt('green-before-later-date') },
      ['later-date-in-comment'],
    ],
    ['whose comment says that work goes on', { doubts: doubt('green-work-continues') }, ['work-continues']],
    [
      'with a part that is not done',
      { elements: [{ label: '', text: '', comment: '', status: 'AMBER' }] },
      ['element-not-done'],
    ],
  ])('%s', (_what, changes, reasons) => {
    expect(divergenceOf(green(changes), today)?.reasons ?? []).toEqual(reasons)
  })

  test('that a second person signed off on evidence outweighs doubts about the paper', () => {
    const signed = { evidence: [someEvidence()], signOff: aSignOff({ state: 'agreed' }) }
    expect(divergenceOf(green({ ...signed, doubts: doubt('green-work-continues') }), today)).toBeNull()
  })

  test('GREEN and NEW GREEN do not diverge', () => {
    const elements = [{ label: '', text: '', comment: '', status: 'NEW GREEN' as const }]
    expect(divergenceOf(row({ status: 'GREEN', elements }), today)).toBeNull()
  })
})

describe('after a demonstration period', () => {
  const held = {
    signOff: aSignOff({ state: 'agreed' }),
    evidence: [someEvidence()],
    demonstrationUntil: '2021-06-01',
  }

  test('nothing is suggested on its last day, GREEN on the day after', () => {
    expect(divergenceOf(row(held), '2021-06-01')).toBeNull()
    expect(divergenceOf(row(held), '2021-06-02')).toMatchObject({
      suggested: 'GREEN',
      reasons: ['demonstration-passed'],
    })
  })
})

test('nothing is suggested for what is CLOSED, and a suggestion changes nothing', () => {
  for (const status of statuses) {
    const given = row({ status, due: due('March 2019') })
    const before = JSON.stringify(given)
    suggestStatus(given, today)
    expect(JSON.stringify(given)).toBe(before)
  }
  expect(suggestStatus(row({ status: 'CLOSED' }), today)).toEqual({ status: null, why: [] })
})

describeWithShared('the divergences of the paper that was checked by hand', (shared) => {
  const file = path.join(shared, 'expected', 'inspection-recommendations-paper.json')
  const {
    rows,
  }: { rows: { reportId: number; number: string; status: Recommendation['status']; due: string[] }[] } =
    JSON.parse(readFileSync(file, 'utf8'))

  test('of its AMBER rows only 5/6 and 5/15 diverge while their third deadline still runs', () => {
    const amber = rows.filter(({ status }) => status === 'AMBER')
    const divergent = amber.filter(
      (one) => divergenceOf(row({ status: one.status, due: due(...one.due) }), '2021-04-15') !== null,
    )
    expect(divergent.map((one) => `${one.reportId}/${one.number}`)).toEqual(['5/6', '5/15'])
    for (const one of divergent)
      expect(divergenceOf(row({ due: due(...one.due) }), '2021-04-15')).toEqual({
        asserted: 'AMBER',
        suggested: 'RED',
        reasons: ['earlier-deadline-missed', 'extended-twice'],
      })
  })

  test('none of its RED rows is cleared by its newest date', () => {
    const red = rows.filter(({ status }) => status === 'RED')
    expect(red).toHaveLength(5)
    for (const one of red)
      expect(divergenceOf(row({ status: 'RED', due: due(...one.due) }), '2021-04-15')).toBeNull()
  })
})
