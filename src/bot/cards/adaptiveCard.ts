/**
 * The part of the Adaptive Cards 1.5 schema that our cards use (adaptivecards.io/schemas/adaptive-card.json).
 * Texts of other people go into text runs only: unlike a TextBlock, a run shows Markdown as it was typed.
 */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  readonly version: '1.5'
  readonly fallbackText: string
  readonly speak: string
  readonly lang: 'en-GB'
  readonly body: readonly CardElement[]
}

export type CardElement =
  | TextBlock
  | RichTextBlock
  | FactSet
  | Container
  | ActionSet
  | InputText
  | InputDate
  | InputChoiceSet

export interface TextBlock {
  readonly type: 'TextBlock'
  readonly text: string
  readonly wrap: true
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large'
  readonly weight?: 'Default' | 'Bolder'
  readonly color?: 'Default' | 'Attention' | 'Good' | 'Warning'
  readonly isSubtle?: boolean
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium'
  readonly style?: 'default' | 'heading'
}

export interface TextRun {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'Default' | 'Bolder'
  readonly size?: 'Small' | 'Default' | 'Medium'
  readonly isSubtle?: boolean
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock'
  readonly inlines: readonly TextRun[]
  readonly spacing?: 'None' | 'Small' | 'Default'
}

export interface FactSet {
  readonly type: 'FactSet'
  readonly facts: readonly { readonly title: string; readonly value: string }[]
}

export interface Container {
  readonly type: 'Container'
  readonly id?: string
  readonly isVisible?: boolean
  readonly separator?: boolean
  readonly spacing?: 'Default' | 'Medium' | 'Large'
  readonly style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning'
  readonly items: readonly CardElement[]
}

export interface ActionSet {
  readonly type: 'ActionSet'
  readonly actions: readonly CardAction[]
}

export interface InputText {
  readonly type: 'Input.Text'
  readonly id: string
  readonly label: string
  readonly isMultiline?: true
  readonly style?: 'Url'
  readonly maxLength: number
  readonly placeholder?: string
  readonly value?: string
}

export interface InputDate {
  readonly type: 'Input.Date'
  readonly id: string
  readonly label: string
  /** `YYYY-MM-DD`, as are the earliest and the latest day. */
  readonly min?: string
  readonly value?: string
}

export interface InputChoiceSet {
  readonly type: 'Input.ChoiceSet'
  readonly id: string
  readonly label: string
  readonly style: 'compact' | 'expanded'
  readonly placeholder?: string
  readonly value?: string
  readonly choices: readonly { readonly title: string; readonly value: string }[]
}

export type CardAction = OpenUrl | ToggleVisibility | Execute

export interface OpenUrl {
  readonly type: 'Action.OpenUrl'
  readonly title: string
  readonly url: string
}

export interface ToggleVisibility {
  readonly type: 'Action.ToggleVisibility'
  readonly title: string
  readonly targetElements: readonly string[]
}

export interface Execute {
  readonly type: 'Action.Execute'
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly fallback: {
    readonly type: 'Action.Submit'
    readonly title: string
    readonly data: Readonly<Record<string, unknown>>
  }
}

/** A card of ours. `words` are read out and shown by clients without cards, and may be read as Markdown. */
export function spokenCard(words: string, body: readonly CardElement[]): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: words,
    speak: words,
    lang: 'en-GB',
    body,
  }
}
