import { dueInWords } from '../../../src/bot/handlers/messageHandlers.ts'
import type { DeadlineLine } from '../../../src/usecases/ports.ts'
import { aRecommendation } from '../../support/register.ts'

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const row = aRecommendation({ number: String(index + 1), text: 'Secret.', progress: 'Secret.' })
    return { row, reportTitle: 'Report', daysLeft: index - 1 } as DeadlineLine
  })

describe('the answer to a plain message', () => {
  test.each([
    [0, 'Nothing is asked of you just now. Everything else is in the Follow-Through tab.'],
    [
      1,
      'One deadline is yours:\n• Recommendation 1 – Report, 1 day overdue\nEverything else is in the Follow-Through tab.',
    ],
  ])('with %s rows', (count, expected) => {
    expect(dueInWords(lines(count))).toBe(expected)
  })

  test.each([
    [5, false],
    [6, true],
  ])('with %s rows says that there are more: %s', (count, expected) => {
    expect(dueInWords(lines(count)).includes('… and 1 more.')).toBe(expected)
  })

  test('never holds the text of a recommendation', () => {
    expect(dueInWords(lines(3))).not.toContain('Secret')
  })
})
