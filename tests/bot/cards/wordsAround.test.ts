import { cardBudget, deadlineCard, sizeOf } from '../../../src/bot/cards/deadlineCard.ts'
import { mailText } from '../../../src/bot/cards/mailText.ts'
import { defaultWording, type ReminderWording, wordingLimits } from '../../../src/domain/reminderWording.ts'
import type { CardAsked, CardContents, CardRow } from '../../../src/usecases/cardRows.ts'
import { aCardRow, findAll, hostileTexts, manyRows, runTexts } from '../../support/cards.ts'
import { owner } from '../../support/register.ts'

const app = '8e3f5a70-2c4d-4b96-a7e1-0f9d8c7b6a53'

function words(wording: Partial<ReminderWording>, name = owner.name) {
  return { wording: { ...defaultWording, ...wording }, name, today: '2021-06-16' }
}

const cardOf = (
  wording: Partial<ReminderWording>,
  rows: readonly CardRow[] = [aCardRow()],
  more: CardContents['more'] = 0,
  name?: string,
) => deadlineCard({ rows, more, words: words(wording, name) }, app)

const asked: CardAsked = {
  extension: {
    ...{ to: '2021-09-30', precision: 'day', reason: 'The supplier is late.' },
    ...{ askedAt: '2021-06-16T09:00:00.000Z', askedBy: 'Daniel Okafor', askedByObject: owner.objectId },
  },
  signOff: null,
  evidence: [],
}

describe('the force’s own sentences on a card', () => {
  test('by default there are none: the card is the one without any', () => {
    expect(cardOf({})).toEqual(deadlineCard({ rows: [aCardRow()], more: 0 }, app))
  })

  test('open it below the heading and end it, with their placeholders filled', () => {
    const wording = { opening: 'Good morning {name}, {items} for {today}.', closing: 'Ask Helen by {today}.' }
    const { body, speak, fallbackText } = cardOf(wording, manyRows(2), 5)
    expect(body[0]).toMatchObject({ text: 'Deadlines: 7 to look at', style: 'heading' })
    const opening = 'Good morning Daniel Okafor, 7 items for 16 June 2021.'
    expect(body[1]).toMatchObject({ type: 'RichTextBlock', inlines: [{ text: opening }] })
    expect(body.at(-1)).toMatchObject({ inlines: [{ text: 'Ask Helen by 16 June 2021.' }] })
    expect(speak).toContain(`Deadlines: 7 to look at. ${opening} Recommendation 1`)
    expect(fallbackText).toContain(opening)
  })

  test.each<[string, Partial<CardRow>, boolean]>([
    ['reminds', {}, true],
    ['only asks for a decision', { asked, offers: ['answer-extension'] }, false],
    ['only tells an answer', { isAnswer: true }, false],
  ])('close every card, and open one that reminds: it %s', (_what, changes, expected) => {
    const card = cardOf({ opening: 'Good morning.', closing: 'Ask Helen.' }, [aCardRow(changes)])
    expect(runTexts(card).includes('Good morning.')).toBe(expected)
    expect(runTexts(card)).toContain('Ask Helen.')
  })

  test.each(hostileTexts)('hold no Markdown, no markup and no second line, whoever is named: %#', (name) => {
    const card = cardOf({ opening: 'Dear {name}', closing: 'From {name}' }, [aCardRow()], 0, name)
    const plain = cardOf({})
    for (const type of ['TextBlock', 'FactSet']) expect(findAll(card, type)).toEqual(findAll(plain, type))
    for (const text of [card.speak, card.fallbackText]) expect(text).not.toMatch(/[<>[\]*_`~{}|\\\n\u202e]/)
    expect(JSON.stringify(card)).not.toMatch(/\{\{|\\n- two|\u202e/)
  })

  test('at their longest, ten rows still stay within what Teams takes', () => {
    const longest = '漢'.repeat(wordingLimits.opening - 6)
    const card = cardOf({ opening: `${longest}{name}`, closing: `${longest}{name}` }, manyRows(10), 90)
    expect(sizeOf(card)).toBeLessThanOrEqual(cardBudget)
    expect(runTexts(card)).toContain('Recommendation 1')
  })
})

describe('the force’s own sentences in a mail', () => {
  test('begin and end it; the subject stays ours', () => {
    const wording = { mailOpening: 'Dear {name}, {items}.', closing: 'Ask Helen.', opening: 'Not in mails.' }
    const { subject, text } = mailText(manyRows(3), app, words(wording))
    expect(text.startsWith('Dear Daniel Okafor, 3 items.\r\n\r\nRecommendation 1')).toBe(true)
    expect(text.endsWith('\r\n\r\nAsk Helen.\r\n\r\nNobody reads answers to this mail.')).toBe(true)
    expect(text).not.toContain('Not in mails.')
    expect(subject).toBe('Follow-Through: 3 items for you')
  })

  test('by default are those that Follow-Through brings', () => {
    const rows = [aCardRow()]
    expect(mailText(rows, app, words({}))).toEqual(mailText(rows, app))
    expect(mailText(rows, app).text).toMatch(/^Follow-Through could not reach you in Teams/)
  })

  test.each(hostileTexts)('keep a name on one line and short: %#', (name) => {
    const { text } = mailText([aCardRow()], app, words({ mailOpening: 'Dear {name},' }, name))
    const [first = ''] = text.split('\r\n')
    expect(first.endsWith(',')).toBe(true)
    expect([...first].length).toBeLessThanOrEqual(66)
  })
})
