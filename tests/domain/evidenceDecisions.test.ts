import { mayDecide } from '../../src/domain/decide.ts'
import type { Person } from '../../src/domain/roles.ts'
import {
  aSignOff,
  contextFor,
  headOfUnit,
  otherHolder,
  people,
  refusal,
  someEvidence,
  taken,
} from '../support/decisions.ts'
import { aRecommendation, owner, secretary } from '../support/register.ts'

const proven = aRecommendation({ evidence: [someEvidence()] })
const asked = { ...proven, signOff: aSignOff() }
const ask = { does: 'ask-sign-off', note: 'Please look.' } as const
const agree = { does: 'answer-sign-off', agreed: true, note: 'Seen.' } as const
const decline = { does: 'answer-sign-off', agreed: false, note: 'The audit is missing.' } as const

describe('evidence', () => {
  const add = (link: string, title = 'Policy') => ({ does: 'add-evidence', title, link }) as const

  test.each([
    ['a web address', 'https://example.org/a?b=c#d', 'taken'],
    ['plain http', 'http://intranet/policy', 'taken'],
    ['a script', 'javascript:alert(1)', 'not-a-link'],
    ['data', 'data:text/html,<p>', 'not-a-link'],
    ['a file', 'file:///c:/policy.docx', 'not-a-link'],
    ['words', 'see the policy', 'not-a-link'],
    ['an address with a space', 'https://example.org/a b', 'not-a-link'],
    ['nothing', '', 'not-a-link'],
  ])('as a link: %s', (_what, link, expected) => {
    expect(refusal(aRecommendation(), add(link))).toBe(expected)
  })

  test('needs a title, and is counted once', () => {
    expect(refusal(aRecommendation(), add('https://example.org', ' '))).toBe('no-title')
    expect(refusal(proven, add(someEvidence().link))).toBe('already-evidence')
  })

  test('says who gave it and when', () => {
    const { evidence } = taken(aRecommendation(), add('https://example.org'), owner)
    expect(evidence[0]).toMatchObject({
      by: owner.name,
      byObject: owner.objectId,
      at: '2021-06-01T08:00:00.000Z',
    })
  })

  test('is taken back with a reason, and stays in the history', () => {
    const remove = { does: 'remove-evidence', link: someEvidence().link, why: 'It was a draft.' } as const
    const next = taken(proven, remove)
    expect(next.evidence).toEqual([])
    expect(next.history[0]).toMatchObject({
      field: 'evidence',
      from: expect.stringContaining('Policy, signed'),
      to: '',
    })
    expect(refusal(proven, { ...remove, why: '' })).toBe('no-reason')
    expect(refusal(aRecommendation(), remove)).toBe('no-such-evidence')
  })

  test('the last of a green row cannot be taken back; one of two can', () => {
    const remove = { does: 'remove-evidence', link: someEvidence().link, why: 'Out of date.' } as const
    const second = someEvidence({ link: 'https://example.org/second' })
    expect(refusal({ ...proven, status: 'GREEN' }, remove)).toBe('green-needs-evidence')
    expect(refusal({ ...proven, status: 'GREEN', evidence: [someEvidence(), second] }, remove)).toBe('taken')
  })
})

describe('asking for sign-off', () => {
  test.each([
    ['with evidence', proven, 'taken'],
    ['without evidence', aRecommendation(), 'no-evidence'],
    ['twice', asked, 'already-asked'],
    ['again after it was declined', { ...asked, signOff: aSignOff({ state: 'declined' }) }, 'taken'],
    ['of what is green', { ...proven, status: 'NEW GREEN' as const }, 'already-green'],
    ['of what is closed', { ...proven, status: 'CLOSED' as const }, 'is-closed'],
    ['of what waits for another body', { ...proven, status: 'WHITE' as const }, 'taken'],
  ])('%s', (_what, row, expected) => {
    expect(refusal(row, ask, owner)).toBe(expected)
    expect(mayDecide(row, 'ask-sign-off', contextFor(owner)) ?? 'taken').toBe(expected)
  })
})

describe('the second person', () => {
  test.each<[keyof typeof people, string]>([
    ['the holder of the owning post', 'own-request'],
    ['the deputy of the owning post', 'not-the-second-person'],
    ['the head of its unit', 'taken'],
    ['the holder of another post', 'taken'],
    ['an officer without a post', 'not-the-second-person'],
    ['a coordinator', 'not-the-second-person'],
    ['the board secretary', 'taken'],
    ['an administrator', 'taken'],
  ])('%s', (who, expected) => {
    expect(refusal(asked, agree, people[who])).toBe(expected)
  })

  test.each<[string, Person]>([
    ['the board secretary', secretary],
    ['the head of unit', headOfUnit],
  ])('is never the one who asked, not even %s', (_who, person) => {
    const own = { ...proven, signOff: aSignOff({ askedByObject: person.objectId }) }
    expect(refusal(own, agree, person)).toBe('own-request')
  })

  test('makes it green, and the row says who asked and who agreed', () => {
    const next = taken(asked, agree, headOfUnit)
    expect(next.status).toBe('GREEN')
    expect(next.signOff).toMatchObject({ state: 'agreed', askedBy: owner.name, answeredBy: headOfUnit.name })
    expect(next.history.map(({ field, to }) => [field, to])).toEqual([
      ['sign-off', 'agreed'],
      ['status', 'GREEN'],
    ])
  })

  test('does not make it green when the evidence is gone', () => {
    expect(refusal({ ...asked, evidence: [] }, agree, headOfUnit)).toBe('no-evidence')
  })

  test('says why when declining; the row stays as it is', () => {
    expect(refusal(asked, { ...decline, note: '' }, headOfUnit)).toBe('no-reason')
    expect(taken(asked, decline, headOfUnit)).toMatchObject({
      status: 'AMBER',
      signOff: { state: 'declined' },
    })
  })

  test('answers only what was asked', () => {
    expect(refusal(proven, agree, headOfUnit)).toBe('not-asked')
    expect(refusal({ ...asked, signOff: aSignOff({ state: 'declined' }) }, agree, headOfUnit)).toBe(
      'not-asked',
    )
  })
})

describe('a demonstration period', () => {
  const hold = {
    does: 'hold-for-demonstration',
    until: '2021-08-31',
    why: 'To see whether it lasts.',
  } as const
  const held = taken(asked, hold, headOfUnit)
  const agreed = taken(held, agree, headOfUnit)

  test('holds green back although the second person agreed', () => {
    expect(agreed).toMatchObject({
      status: 'AMBER',
      signOff: { state: 'agreed' },
      demonstrationUntil: '2021-08-31',
    })
  })

  test('can be started by the very answer', () => {
    const next = taken(asked, { ...agree, holdUntil: '2021-08-31' }, headOfUnit)
    expect(next).toMatchObject({
      status: 'AMBER',
      signOff: { state: 'agreed' },
      demonstrationUntil: '2021-08-31',
    })
  })

  test.each([
    ['is not over on its last day', '2021-08-31', 'demonstration-running'],
    ['is over on the day after', '2021-09-01', 'taken'],
  ])('%s', (_rule, day, expected) => {
    expect(refusal(agreed, agree, headOfUnit, { today: day })).toBe(expected)
    expect(mayDecide(agreed, 'answer-sign-off', contextFor(headOfUnit, { today: day })) ?? 'taken').toBe(
      expected,
    )
  })

  test('does not turn green by itself: a person confirms it', () => {
    const next = taken(agreed, agree, otherHolder, { today: '2021-09-01' })
    expect(next).toMatchObject({ status: 'GREEN', demonstrationUntil: null })
  })

  test('ends when it did not last', () => {
    const next = taken(agreed, decline, headOfUnit, { today: '2021-07-01' })
    expect(next).toMatchObject({ status: 'AMBER', signOff: { state: 'declined' }, demonstrationUntil: null })
  })

  test.each([
    ['today is its last day', { ...hold, until: '2021-06-01' }, 'taken'],
    ['its last day is yesterday', { ...hold, until: '2021-05-31' }, 'date-in-past'],
    ['its last day does not exist', { ...hold, until: '2021-02-30' }, 'not-a-date'],
    ['nobody says why', { ...hold, why: '' }, 'no-reason'],
  ])('when %s', (_what, decision, expected) => {
    expect(refusal(asked, decision, headOfUnit)).toBe(expected)
  })

  test('can be ended early by a second person, who then makes it green', () => {
    const ended = taken(agreed, { ...hold, until: null, why: 'Audited.' }, headOfUnit)
    expect(taken(ended, agree, headOfUnit).status).toBe('GREEN')
  })

  test('is not the owner’s to set', () => {
    expect(refusal(asked, hold, owner)).toBe('not-the-second-person')
  })

  test('comes too late for what is green', () => {
    expect(refusal({ ...asked, status: 'GREEN' }, hold, headOfUnit)).toBe('already-green')
  })
})
