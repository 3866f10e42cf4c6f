import type { AdaptiveCard, CardObject, Input } from 'adaptivecards'

/**
 * What somebody has typed in a card and not sent yet. A card that takes another's place, because the bot changed
 * the message, gets it; what went with a press belongs to the bot, which answers with the card as it should be.
 */
export class TypedText {
  private shown: readonly Input[] = []
  private readonly initial = new Map<string, string>()
  private pressed: ReadonlyMap<string, unknown> = new Map()

  /** A press took this along. */
  sent(data: unknown): void {
    this.pressed = new Map(Object.entries(typeof data === 'object' && data !== null ? data : {}))
  }

  /** The press has been answered; where no card came back, the text is still unsent. */
  answered(): void {
    this.pressed = new Map()
  }

  /** The card that is shown from now on. */
  carryTo(card: AdaptiveCard): void {
    const unsent = this.unsent()
    this.shown = card.getAllInputs()
    this.initial.clear()
    for (const input of this.shown) {
      this.initial.set(input.id ?? '', textOf(input))
      const text = unsent.get(input.id ?? '')
      if (text !== undefined) write(input, text)
    }
  }

  private unsent(): ReadonlyMap<string, string> {
    const unsent = new Map<string, string>()
    for (const input of this.shown.filter((one) => one.getJsonTypeName() === 'Input.Text')) {
      const id = input.id ?? ''
      const text = textOf(input)
      if (text !== '' && text !== this.initial.get(id) && text !== this.pressed.get(id)) unsent.set(id, text)
    }
    return unsent
  }
}

const textOf = (input: Input): string => (input.value === undefined ? '' : String(input.value))

/** Writes into an input that is drawn already, and shows every part of the card that it is in. */
function write(input: Input, text: string): void {
  const field = input.renderedElement?.querySelector<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input',
  )
  if (field) field.value = text
  for (let part: CardObject | undefined = input; part; part = part.parent)
    if ('isVisible' in part) part.isVisible = true
}
