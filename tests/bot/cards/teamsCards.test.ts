import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { AdaptiveCard } from '../../../src/bot/cards/adaptiveCard.ts'

type Writable<T> = { -readonly [Name in keyof T]: Writable<T[Name]> }

/** The compiler's word: every card that our records can express is one of Microsoft's own types for Teams. */
const fits: Writable<AdaptiveCard> extends IAdaptiveCard ? true : never = true

test('our records of a card are those of Microsoft’s types for Teams', () => {
  expect(fits).toBe(true)
})
