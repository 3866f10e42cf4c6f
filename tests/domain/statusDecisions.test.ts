import type { Recommendation } from '../../src/domain/recommendation.ts'
import { redReasonOf } from '../../src/domain/statusWords.ts'
import { aCounterparty, aSignOff, now, refusal, someEvidence, taken, today } from '../support/decisions.ts'
import { aDueEntry, aRecommendation, secretary } from '../support/register.ts'

const amber = aRecommendation()
const white = aRecommendation({ status: 'WHITE', counterparty: aCounterparty() })
const red = aRecommendation({ status: 'RED', rationale: 'Missed: too few auditors.' })
const green = aRecommendation({
  status: 'GREEN',
  evidence: [someEvidence()],
  signOff: aSignOff({ state: 'agreed' }),
})
const closed = aRecommendation({ status: 'CLOSED', closedReason: 'overtaken' })
const set = (status: 'RED' | 'AMBER' | 'WHITE' | 'CLOSED', more = {}) =>
  ({ does: 'set-status', status, why: 'The board agreed.', ...more }) as const

describe('a status by judgement', () => {
  test('is told with who, when, from, to and why', () => {
    const next = taken(amber, set('RED', { redReason: 'missed' }))
    expect(next.status).toBe('RED')
    expect(next.history[0]).toEqual({
      at: now,
      by: secretary.name,
      byObject: secretary.objectId,
      field: 'status',
      from: 'AMBER',
      to: 'RED',
      why: 'The board agreed.',
      via: 'tab',
    })
  })

  test.each<[string, Recommendation, ReturnType<typeof set>, string]>([
    ['needs a reason', amber, set('RED', { why: '  ' }), 'no-reason'],
    ['takes a reason of 2,000 characters', amber, set('RED', { why: 'x'.repeat(2_000) }), 'taken'],
    ['takes none of 2,001', amber, set('RED', { why: 'x'.repeat(2_001) }), 'too-long'],
    ['changes something', amber, set('AMBER'), 'nothing-changed'],
    ['closes for one of the three reasons', amber, set('CLOSED', { closedReason: 'undeliverable' }), 'taken'],
    ['closes for no other', amber, set('CLOSED'), 'no-closed-reason'],
    ['does not turn what is green; that is reopened', green, set('RED'), 'reopen-first'],
    ['does not turn what is closed; that is reopened', closed, set('AMBER'), 'reopen-first'],
  ])('%s', (_rule, row, decision, expected) => {
    expect(refusal(row, decision)).toBe(expected)
  })
})

describe('RED', () => {
  test.each(['missed', 'cannot', 'will-not'] as const)('keeps its rationale: %s', (redReason) => {
    const { rationale } = taken(amber, set('RED', { redReason }))
    expect(rationale.endsWith(': The board agreed.')).toBe(true)
    expect(redReasonOf(rationale)).toBe(redReason)
  })

  test('a rationale in free words names none of the three', () => {
    expect(redReasonOf(taken(amber, set('RED')).rationale)).toBeNull()
  })

  test('can be given other words while it is RED, and only then', () => {
    const reword = {
      does: 'set-rationale',
      rationale: 'The system was never bought.',
      redReason: 'cannot',
    } as const
    expect(taken(red, reword).rationale).toBe('Cannot be implemented: The system was never bought.')
    expect(refusal(amber, reword)).toBe('not-red')
    expect(refusal(red, { ...reword, rationale: ' ' })).toBe('no-reason')
  })

  test('loses its rationale when it turns AMBER by judgement', () => {
    expect(taken(red, set('AMBER'))).toMatchObject({ status: 'AMBER', rationale: '' })
  })
})

describe('WHITE', () => {
  test.each([
    ['a body, a product and a next chase', aCounterparty(), 'taken'],
    ['a next chase today', aCounterparty({ nextChase: today }), 'taken'],
    ['a next chase yesterday', aCounterparty({ nextChase: '2021-05-31' }), 'chase-in-past'],
    ['no body', aCounterparty({ body: ' ' }), 'no-counterparty'],
    ['no product', aCounterparty({ product: '' }), 'no-product'],
    ['no next chase', aCounterparty({ nextChase: null }), 'no-next-chase'],
    ['a next chase on a day that does not exist', aCounterparty({ nextChase: '2021-06-31' }), 'not-a-date'],
  ])('%s', (_what, counterparty, expected) => {
    expect(refusal(amber, set('WHITE', { counterparty }))).toBe(expected)
  })

  test('may take the counterparty that the row has', () => {
    expect(refusal(aRecommendation({ counterparty: aCounterparty() }), set('WHITE'))).toBe('taken')
    expect(refusal(amber, set('WHITE'))).toBe('no-counterparty')
  })

  test('becomes ours, applies, and waits for nobody', () => {
    const ours = taken(
      { ...white, applies: 'no' },
      { does: 'becomes-ours', status: 'AMBER', why: 'Published.' },
    )
    expect(ours).toMatchObject({ status: 'AMBER', applies: 'yes', counterparty: null })
    expect(ours.history.map((change) => change.field)).toEqual(['status', 'counterparty', 'applies'])
  })

  test('that applies in part still does so in part when it becomes ours', () => {
    const ours = taken(
      { ...white, applies: 'in-part' },
      { does: 'becomes-ours', status: 'RED', why: 'Published.' },
    )
    expect(ours).toMatchObject({ applies: 'in-part', rationale: 'Published.' })
  })

  test('no other status becomes ours', () => {
    expect(refusal(amber, { does: 'becomes-ours', status: 'RED', why: 'Published.' })).toBe('not-white')
  })
})

describe('what was settled', () => {
  const regress = { does: 'reopen', status: 'AMBER', why: 'Not sustained.' } as const

  test.each([
    ['GREEN', green],
    ['NEW GREEN', { ...green, status: 'NEW GREEN' as const }],
    ['CLOSED', closed],
  ])('%s is reopened with a reason, and its evidence stays', (_status, row) => {
    const next = taken(row, regress)
    expect(next).toMatchObject({ status: 'AMBER', signOff: null, closedReason: null, evidence: row.evidence })
    expect(next.history[0]).toMatchObject({ field: 'status', to: 'AMBER', why: 'Not sustained.' })
  })

  test('is not reopened without a reason', () => {
    expect(refusal(green, { ...regress, why: '' })).toBe('no-reason')
  })

  test('what is open is not reopened', () => {
    expect(refusal(amber, regress)).toBe('not-settled')
  })

  test('is reopened as WHITE only with somebody to wait for', () => {
    expect(refusal(green, { ...regress, status: 'WHITE' })).toBe('no-counterparty')
    expect(refusal(green, { ...regress, status: 'WHITE', counterparty: aCounterparty() })).toBe('taken')
  })

  test('chases nobody any more', () => {
    const next = taken(white, set('CLOSED', { closedReason: 'overtaken' }))
    expect(next.counterparty).toMatchObject({ body: 'College of Policing', nextChase: null })
  })
})

test('a judgement withdraws a sign-off that was asked for and the demonstration period', () => {
  const row = aRecommendation({
    evidence: [someEvidence()],
    signOff: aSignOff(),
    demonstrationUntil: '2021-09-01',
  })
  const next = taken(row, set('RED'))
  expect(next).toMatchObject({ signOff: null, demonstrationUntil: null })
  expect(next.history.map((change) => change.field)).toEqual([
    'status',
    'rationale',
    'demonstration',
    'sign-off',
  ])
})

test('a new date does not clear RED', () => {
  const late = { ...red, due: [aDueEntry({ date: '2021-02-28', text: 'February 2021' })] }
  const next = taken(late, {
    ...{ does: 'move-deadline', date: '2021-12-31', precision: 'day', event: '', verb: 'extended-to' },
    ...{ purpose: '', reason: 'More time.', agreedBy: 'PAB', reportedTo: [] },
  })
  expect(next.status).toBe('RED')
})
