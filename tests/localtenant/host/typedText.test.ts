/** @jest-environment jsdom */
import { TypedText } from '../../../src/localtenant/host/chat/typedText.ts'

// The package's entry is an ES module, which tests do not load; this is the same code for CommonJS.
const { AdaptiveCard } = jest.requireActual<typeof import('adaptivecards')>(
  'adaptivecards/dist/adaptivecards.js',
)

/** Draws a card with two hidden inputs; `kept` is what the bot put into the second. */
function draw(kept?: string) {
  const card = new AdaptiveCard()
  const input = (id: string, value?: string) => ({
    type: 'Container',
    id: `form-${id}`,
    isVisible: false,
    items: [{ type: 'Input.Text', id, isMultiline: true, value }],
  })
  card.parse({ type: 'AdaptiveCard', version: '1.5', body: [input('one'), input('two', kept)] })
  const element = card.render()
  const field = (at: number) => element?.querySelectorAll('textarea')[at] as HTMLTextAreaElement
  return { card, field }
}

describe('text typed in a card that another card replaces', () => {
  test('is in the new card, in sight', () => {
    const typed = new TypedText()
    const [first, second] = [draw(), draw()]
    typed.carryTo(first.card)
    first.field(0).value = 'Half a sentence'
    typed.carryTo(second.card)
    expect(second.field(0).value).toBe('Half a sentence')
    expect(second.card.getElementById('form-one')?.isVisible).toBe(true)
    expect(second.card.getElementById('form-two')?.isVisible).toBe(false)
  })

  test('belongs to the bot once it went with a press', () => {
    const typed = new TypedText()
    const [first, second] = [draw(), draw()]
    typed.carryTo(first.card)
    first.field(0).value = 'Saved'
    first.field(1).value = 'Went along'
    typed.sent({ row: '1', one: 'Saved', two: 'Went along' })
    first.field(1).value = 'Went along, and more'
    typed.carryTo(second.card)
    expect([second.field(0).value, second.field(1).value]).toEqual(['', 'Went along, and more'])
  })

  test('is unsent again when the press brought no card', () => {
    const typed = new TypedText()
    const [first, second] = [draw(), draw()]
    typed.carryTo(first.card)
    first.field(0).value = 'Not saved'
    typed.sent({ one: 'Not saved' })
    typed.answered()
    typed.carryTo(second.card)
    expect(second.field(0).value).toBe('Not saved')
  })

  test('does not hold what the bot itself had put there', () => {
    const typed = new TypedText()
    const [first, second] = [draw('Kept by the bot'), draw()]
    typed.carryTo(first.card)
    typed.carryTo(second.card)
    expect(second.field(1).value).toBe('')
  })
})
