import { longestText } from '../../src/domain/correctDecision.ts'
import { isTaken } from '../../src/domain/decisionTaken.ts'
import type { Element } from '../../src/domain/recommendation.ts'
import { refusal, taken } from '../support/decisions.ts'
import { aRecommendation, secretary } from '../support/register.ts'

const correct = (changes: { text?: string; kind?: 'cause-of-concern' }, why = 'A slip of the paper.') =>
  ({ does: 'correct', why, ...changes }) as const

const part = (label: string, text: string, changes: Partial<Element> = {}): Element => ({
  ...{ label, text, status: null, comment: '' },
  ...changes,
})

describe('a correction', () => {
  const row = aRecommendation({ kind: 'recommendation', text: 'Forces shuold act.' })

  test('of the text stands in the history with both wordings and the reason', () => {
    const next = taken(row, correct({ text: ' Forces should act. ' }))
    expect(next).toMatchObject({ text: 'Forces should act.', kind: 'recommendation' })
    expect(next.history).toMatchObject([
      { field: 'text', from: 'Forces shuold act.', to: 'Forces should act.', why: 'A slip of the paper.' },
    ])
  })

  test('of the kind alone leaves the text as it is', () => {
    const next = taken(row, correct({ kind: 'cause-of-concern' }))
    expect(next).toMatchObject({ text: row.text, kind: 'cause-of-concern' })
    expect(next.history).toMatchObject([{ field: 'kind', from: 'recommendation', to: 'cause-of-concern' }])
  })

  test('of both makes a line for each', () => {
    const next = taken(row, correct({ text: 'Other.', kind: 'cause-of-concern' }))
    expect(next.history.map(({ field }) => field)).toEqual(['kind', 'text'])
  })

  test.each([
    ['that changes nothing', correct({ text: `${row.text} ` }), 'nothing-changed'],
    ['without a reason', correct({ text: 'Other.' }, ' '), 'no-reason'],
    ['that leaves no text', correct({ text: '  ' }), 'no-text'],
    ['of the greatest length', correct({ text: 'x'.repeat(longestText) }), 'taken'],
    ['that is longer', correct({ text: 'x'.repeat(longestText + 1) }), 'too-long'],
  ])('%s', (_name, decision, code) => {
    expect(refusal(row, decision)).toBe(code)
  })

  test('is possible on a row that is settled: the paper shows it still', () => {
    expect(refusal({ ...row, status: 'CLOSED' }, correct({ text: 'Other.' }))).toBe('taken')
  })

  test('whose answer was lost is known again', () => {
    const decision = correct({ text: 'Other.' })
    expect(isTaken(taken(row, decision), decision, secretary.objectId)).toBe(true)
    expect(isTaken(taken(row, decision), correct({ text: 'Else.' }), secretary.objectId)).toBe(false)
  })
})

describe('numbered parts', () => {
  const row = aRecommendation({
    text: 'Forces should:\n• [1] record;\n• [2] asess; and\nA last sentence.',
    elements: [
      part('[1]', 'record;'),
      part('[2]', 'asess; and', { status: 'GREEN', comment: 'Done.' }),
      part('', 'A last sentence.'),
      part('', '', { status: 'AMBER' }),
    ],
  })

  test('take the new words and keep their status and comment', () => {
    const text = 'Forces should:\n• [2] assess; and\n• [3] publish.'
    expect(taken(row, correct({ text })).elements).toEqual([
      part('[2]', 'assess; and', { status: 'GREEN', comment: 'Done.' }),
      part('[3]', 'publish.'),
      part('', '', { status: 'AMBER' }),
    ])
  })

  test('that have a status have to stay in the text', () => {
    expect(refusal(row, correct({ text: 'Forces should:\n• [1] record.' }))).toBe('part-missing')
  })

  test('that never stood in the text are left alone', () => {
    const apart = { ...row, text: 'Forces shuold act.' }
    expect(taken(apart, correct({ text: 'Forces should act.' })).elements).toEqual(row.elements)
  })

  test('can be made by a correction', () => {
    const whole = aRecommendation({ text: 'Record and assess.', elements: [] })
    const next = taken(whole, correct({ text: 'Forces should:\n[1] record;\n[2] assess.' }))
    expect(next.elements).toEqual([part('[1]', 'record;'), part('[2]', 'assess.')])
  })
})
