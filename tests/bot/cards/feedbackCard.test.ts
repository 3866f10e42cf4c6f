import { answeredCard, feedbackCard } from '../../../src/bot/cards/feedbackCard.ts'
import { hostileTexts, markdownTexts, runTexts } from '../../support/cards.ts'

const ask = (courseTitle: string) => ({
  ...({ stage: 'at-once', courseTitle, runDate: '2021-06-14', word: 'w' } as const),
})
const link = 'https://service.example/feedback/w'

test('the question names its course', () => {
  expect(runTexts(feedbackCard(ask('What to do if'), link))).toContain('What to do if')
})

test.each(hostileTexts)('reads no Markdown in the title of a course: %j', (text) => {
  expect(markdownTexts(feedbackCard(ask(text), link))).not.toContain(text)
  expect(markdownTexts(answeredCard(ask(text)))).not.toContain(text)
})
