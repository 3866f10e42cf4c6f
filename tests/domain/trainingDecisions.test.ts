import { attentionOf, surroundingsOf } from '../../src/domain/attention.ts'
import { applyDecision } from '../../src/domain/decide.ts'
import { undecided } from '../../src/domain/decisions.ts'
import { divergenceOf } from '../../src/domain/statusSuggestion.ts'
import { fellOn, measureTraining, sayStanding } from '../../src/domain/trainingDecisions.ts'
import { aSignOff, contextFor, someEvidence } from '../support/decisions.ts'
import { aRecommendation, secretary as secretaryPerson } from '../support/register.ts'

const pclo = { requirement: 'pclo', title: 'Conference liaison', atLeast: 95, note: '' }
const today = '2021-06-01'
const at = '2021-06-01T08:00:00.000Z'
const figure = (covered: number, needed: number) => () => ({ covered, needed })
const green = aRecommendation({ ...undecided, status: 'GREEN', restsOn: [pclo] })
const measured = (covered: number, needed: number, row = green) =>
  measureTraining(row, figure(covered, needed), at, today) ?? row

const secretary = contextFor(secretaryPerson)
const restOn = { does: 'rest-on', requirement: 'pclo', title: 'Conference liaison', note: '' } as const

describe('a recommendation that rests on training', () => {
  test.each([
    ['95 of 100 reach 95 %', 95, 100, true],
    ['94 of 100 do not', 94, 100, false],
    ['nor do 949 of 1,000, whatever rounding says', 949, 1_000, false],
    ['nobody who has to have it yet shows nothing', 0, 0, false],
  ] as const)('%s', (_, covered, needed, reached) => {
    expect(measured(covered, needed).restsOn[0]?.standing).toEqual({ reached, on: today, covered, needed })
  })

  test('tells the history when a figure is reached or falls, and nothing while it moves above its mark', () => {
    const reached = measured(96, 100)
    expect(reached.history.at(-1)).toMatchObject({ field: 'training', to: 'reached: 96 % (96 of 100)' })
    expect(measureTraining(reached, figure(99, 100), at, today)).toBeNull()
    expect(measured(90, 100, reached).history.at(-1)?.to).toBe('not reached: 90 % (90 of 100)')
  })

  test('says nothing of training that was never counted', () => {
    expect(measureTraining(green, () => null, at, today)).toBeNull()
  })
})

describe('green', () => {
  const asked = aRecommendation({ evidence: [someEvidence()], signOff: aSignOff({ askedByObject: 'x' }) })
  const agree = { does: 'answer-sign-off', agreed: true, note: '' } as const
  const answer = (restsOn: readonly object[]) =>
    applyDecision({ ...asked, restsOn: restsOn as typeof green.restsOn }, agree, secretary)

  test('is held back until the figure is reached', () => {
    expect(answer([pclo])).toEqual({ ok: false, code: 'cover-not-reached' })
    expect(answer(measured(94, 100).restsOn)).toEqual({ ok: false, code: 'cover-not-reached' })
    expect(answer(measured(95, 100).restsOn)).toMatchObject({ ok: true, next: { status: 'GREEN' } })
  })

  test('can be declined at any time', () => {
    const decline = { does: 'answer-sign-off', agreed: false, note: 'Not enough are trained.' } as const
    expect(applyDecision({ ...asked, restsOn: [pclo] }, decline, secretary).ok).toBe(true)
  })

  test('that falls asks for attention, with the figure, and stays what people said', () => {
    const fell = measured(90, 100)
    expect(fellOn(fell)).toBe(today)
    expect(fell.status).toBe('GREEN')
    expect(attentionOf(fell, surroundingsOf([fell], []), '2021-06-04')).toContainEqual({
      code: 'cover-fell',
      days: 3,
    })
    expect(divergenceOf(fell, today)).toMatchObject({
      suggested: 'AMBER',
      reasons: ['cover-fell'],
    })
    expect(fell.restsOn.map(sayStanding)).toEqual([
      'The cover of “Conference liaison” is below what is asked for, at 90 % (90 of 100) on 1 June 2021; it has to be at least 95 %',
    ])
  })

  test('of a row that is not green nothing has fallen', () => {
    expect(fellOn({ ...measured(90, 100), status: 'AMBER' })).toBeNull()
  })
})

describe('resting a row on training', () => {
  const decide = (atLeast: number, row = aRecommendation()) =>
    applyDecision(row, { ...restOn, atLeast }, secretary)

  test.each([
    [0, 'not-per-cent'],
    [1, null],
    [100, null],
    [101, 'not-per-cent'],
    [94.5, 'not-per-cent'],
  ])('at least %s %%', (atLeast, code) => {
    const outcome = decide(atLeast)
    expect(outcome.ok ? null : outcome.code).toBe(code)
  })

  test('another figure takes the place of the earlier one and is looked at anew', () => {
    const lower = decide(80, measured(90, 100))
    expect(lower.ok && lower.next.restsOn).toEqual([
      expect.objectContaining({ atLeast: 80, standing: expect.objectContaining({ reached: true }) }),
    ])
  })

  test('the same again changes nothing', () => {
    expect(decide(95, green)).toEqual({ ok: false, code: 'nothing-changed' })
  })

  test('it ends with a reason', () => {
    const end = (why: string) =>
      applyDecision(green, { does: 'rest-no-more', requirement: 'pclo', why }, secretary)
    expect(end('')).toEqual({ ok: false, code: 'no-reason' })
    expect(end('Another course takes its place.')).toMatchObject({ ok: true, next: { restsOn: [] } })
  })
})
