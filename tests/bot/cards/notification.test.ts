import { notificationText } from '../../../src/bot/cards/notification.ts'
import type { DeadlineLine } from '../../../src/usecases/ports.ts'
import { aRecommendation } from '../../support/register.ts'

const line = (reportTitle: string) =>
  ({ row: aRecommendation({ text: 'Secret.', progress: 'Secret.' }), reportTitle }) as DeadlineLine

describe('what a lock screen shows', () => {
  test.each([
    ['one row', [line('Report')], 'Recommendation 8 – Report'],
    ['several rows', [line('Report'), line('Other')], 'Recommendation 8 – Report, and 1 more'],
    ['a row of an unknown report', [line('')], 'Recommendation 8'],
  ])('%s', (_what, lines, expected) => {
    expect(notificationText(lines)).toBe(expected)
  })

  test('is short whatever the title is', () => {
    expect(notificationText([line('x'.repeat(5_000)), line('')]).length).toBeLessThanOrEqual(150)
  })
})
