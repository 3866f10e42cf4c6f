import {
  isSaidInProgress,
  sayDoubts,
  textBesideParts,
} from '../../../src/tab/features/recommendations/paperParts.ts'
import { deadlineWords } from '../../../src/tab/ui/deadlineWords.ts'
import { readBlocks } from '../../../src/tab/ui/PaperText.tsx'
import { aDueEntry, aRecommendation } from '../../support/register.ts'

test('lines become paragraphs, bulleted lines one list', () => {
  expect(readBlocks('Forces should:\n• record;\n• assess.\n\nBy April.')).toEqual([
    { kind: 'paragraph', text: 'Forces should:' },
    { kind: 'list', items: ['record;', 'assess.'] },
    { kind: 'paragraph', text: 'By April.' },
  ])
})

describe('parts are read once', () => {
  const part = { label: '[1]', text: 'record;', status: null, comment: '' }
  test('a line that a part repeats is left out', () => {
    expect(textBesideParts('Forces should:\n• [1] record;', [part])).toBe('Forces should:')
  })
  test('a line that says more than the part stays', () => {
    expect(textBesideParts('• [1] record; and more', [part])).toBe('• [1] record; and more')
  })
  test('a comment that the progress says is recognised over line breaks', () => {
    expect(isSaidInProgress('It is in use.', 'Part 1: It is\nin use.')).toBe(true)
    expect(isSaidInProgress('It is in use.', 'It was in use.')).toBe(false)
  })
})

test('doubts that say the same of several lines are one sentence', () => {
  const doubt = (line: number) => ({ code: 'c', message: 'Odd cells.', line })
  expect(sayDoubts([doubt(193), doubt(194), doubt(195)])).toEqual([
    'Odd cells. (lines 193, 194 and 195 of the paper)',
  ])
})

describe('a deadline in words', () => {
  const words = (changes: Parameters<typeof aRecommendation>[0]) =>
    deadlineWords(aRecommendation(changes), '2021-06-01')
  const on = (date: string) => [aDueEntry({ date, precision: 'day' })]

  test.each([
    ['2021-05-31', '1 day overdue', true],
    ['2021-06-01', 'due today', false],
    ['2021-06-02', 'due in 1 day', false],
  ])('%s is %s', (date, left, overdue) => {
    expect(words({ due: on(date) })).toMatchObject({ left, overdue })
  })

  test.each(['WHITE', 'NEW GREEN', 'GREEN', 'CLOSED'] as const)('%s counts no days', (status) => {
    expect(words({ status, due: on('2021-05-01') })).toMatchObject({ left: null, overdue: false })
  })

  test.each([
    ['To be set', 'Deadline to be set'],
    ['No date set by HMICFRS', 'No date set by HMICFRS'],
  ])('%s is kept as the paper says it', (text, sentence) => {
    expect(words({ due: [aDueEntry({ text, date: null, precision: null })] }).sentence).toBe(sentence)
  })

  test('a milestone that was met is not shown as the deadline', () => {
    expect(words({ due: [aDueEntry({ tags: ['completed'] })] }).sentence).toMatch(/^No next deadline/)
  })
})
