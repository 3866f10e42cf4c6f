import { type Decision, type DecisionName, mayDecide } from '../../src/domain/decide.ts'
import {
  aCounterparty,
  aSignOff,
  contextFor,
  move,
  people,
  refusal,
  someEvidence,
} from '../support/decisions.ts'
import { aDueEntry, aRecommendation } from '../support/register.ts'

const element = { label: '[1]', text: 'Do it.', status: 'AMBER', comment: '' } as const
const proven = aRecommendation({
  evidence: [someEvidence()],
  elements: [element],
  counterparty: aCounterparty(),
  links: [{ kind: 'see', to: 'x', note: '' }],
  due: [aDueEntry()],
})
const asked = { ...proven, signOff: aSignOff({ askedByObject: 'somebody else' }) }
const red = { ...proven, status: 'RED' } as const

/** Asking for a later deadline has tests of its own. */
type Name = Exclude<DecisionName, 'ask-extension' | 'answer-extension'>

/** A row on which the decision could be taken, and the decision. */
const cases: {
  readonly [N in Name]: readonly [typeof proven, Extract<Decision, { does: N }>]
} = {
  'move-deadline': [proven, move],
  'meet-milestone': [proven, { does: 'meet-milestone', entry: 0, on: '2021-06-01' }],
  'add-evidence': [proven, { does: 'add-evidence', title: 'Audit', link: 'https://example.org' }],
  'remove-evidence': [proven, { does: 'remove-evidence', link: someEvidence().link, why: 'Draft.' }],
  'ask-sign-off': [proven, { does: 'ask-sign-off', note: '' }],
  chased: [proven, { does: 'chased', on: '2021-06-01', nextChase: '2021-07-01' }],
  'set-element': [proven, { does: 'set-element', index: 0, status: 'AMBER', comment: 'Begun.' }],
  'answer-sign-off': [asked, { does: 'answer-sign-off', agreed: true, note: '' }],
  'hold-for-demonstration': [proven, { does: 'hold-for-demonstration', until: '2021-08-31', why: 'To see.' }],
  'set-status': [proven, { does: 'set-status', status: 'RED', why: 'Late.' }],
  'report-to-board': [proven, { does: 'report-to-board', entry: 0, board: 'PAB' }],
  'set-owner': [proven, { does: 'set-owner', post: 'head-of-ppu', why: 'Moved.' }],
  'set-applies': [proven, { does: 'set-applies', applies: 'in-part', why: '' }],
  'set-addressees': [proven, { does: 'set-addressees', addressees: ['Forces'] }],
  'set-counterparty': [proven, { does: 'set-counterparty', counterparty: null }],
  'becomes-ours': [
    { ...proven, status: 'WHITE' },
    { does: 'becomes-ours', status: 'AMBER', why: 'Published.' },
  ],
  'set-rationale': [red, { does: 'set-rationale', rationale: 'No funds.' }],
  link: [proven, { does: 'link', link: { kind: 'see', to: 'y', note: '' } }],
  unlink: [proven, { does: 'unlink', kind: 'see', to: 'x' }],
  'inspectorate-said': [
    proven,
    { does: 'inspectorate-said', word: { status: 'complete', on: '2021-05-01', note: '' } },
  ],
  correct: [proven, { does: 'correct', text: 'Other words.', why: 'A slip.' }],
  'rest-on': [
    proven,
    { does: 'rest-on', requirement: 'pclo', title: 'Conference liaison', atLeast: 95, note: '' },
  ],
  'rest-no-more': [
    { ...proven, restsOn: [{ requirement: 'pclo', title: 'T', atLeast: 95, note: '' }] },
    { does: 'rest-no-more', requirement: 'pclo', why: 'Another course.' },
  ],
  reopen: [
    { ...proven, status: 'GREEN' },
    { does: 'reopen', status: 'AMBER', why: 'Not sustained.' },
  ],
}

const byOwner = [
  'move-deadline',
  'meet-milestone',
  'add-evidence',
  'remove-evidence',
  'ask-sign-off',
  'chased',
  'set-element',
]
const bySecond = ['answer-sign-off', 'hold-for-demonstration']

const allowed: Readonly<Record<keyof typeof people, (name: string) => boolean>> = {
  'the holder of the owning post': (name) => byOwner.includes(name),
  'the deputy of the owning post': (name) => byOwner.includes(name),
  'the head of its unit': (name) => bySecond.includes(name),
  'the holder of another post': (name) => bySecond.includes(name),
  'an officer without a post': () => false,
  'a coordinator': () => false,
  'the board secretary': () => true,
  'an administrator': () => true,
}

describe.each(Object.keys(people) as (keyof typeof people)[])('%s', (who) => {
  test.each(Object.keys(cases) as Name[])('%s', (name) => {
    const [row, decision] = cases[name]
    const expected = allowed[who](name)
    expect(refusal(row, decision, people[who]) === 'taken').toBe(expected)
    expect(mayDecide(row, name, contextFor(people[who])) === null).toBe(expected)
  })
})

test('nobody owns a row without an owner but those who manage the register', () => {
  const orphan = { ...proven, ownerPost: null }
  expect(refusal(orphan, move, people['the holder of the owning post'])).toBe('not-your-item')
  expect(refusal(orphan, move, people['the board secretary'])).toBe('taken')
})

test('the owner comments on a part; its status is the secretary’s', () => {
  const done = { does: 'set-element', index: 0, status: 'GREEN', comment: 'Done.' } as const
  expect(refusal(proven, done, people['the holder of the owning post'])).toBe('secretary-only')
  expect(refusal(proven, done)).toBe('taken')
})

describe('a button knows beforehand what the state of a row does not allow', () => {
  test.each<[DecisionName, Parameters<typeof mayDecide>[0], string]>([
    ['set-status', { ...proven, status: 'CLOSED' }, 'reopen-first'],
    ['move-deadline', { ...proven, status: 'NEW GREEN' }, 'reopen-first'],
    ['becomes-ours', proven, 'not-white'],
    ['reopen', proven, 'not-settled'],
    ['set-rationale', proven, 'not-red'],
    ['chased', aRecommendation(), 'no-counterparty'],
    ['answer-sign-off', proven, 'not-asked'],
    ['hold-for-demonstration', { ...proven, status: 'GREEN' }, 'already-green'],
    ['hold-for-demonstration', { ...proven, status: 'CLOSED' }, 'is-closed'],
    ['meet-milestone', { ...proven, due: [] }, 'no-such-entry'],
    ['remove-evidence', aRecommendation(), 'no-such-evidence'],
    ['unlink', aRecommendation(), 'no-such-link'],
    ['set-element', aRecommendation(), 'no-such-element'],
  ])('%s', (name, row, code) => {
    expect(mayDecide(row, name, contextFor(people['the board secretary']))).toBe(code)
  })
})
