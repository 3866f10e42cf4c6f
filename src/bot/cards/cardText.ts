import type { RichTextBlock, TextBlock, TextRun } from './adaptiveCard.ts'

/**
 * Somebody else's text on one line: no control or direction characters, and no `{{DATE(…)}}`, which clients would
 * work out (learn.microsoft.com/adaptive-cards/authoring-cards/text-features).
 * @param longest in characters; the rest becomes an ellipsis
 */
export function oneLine(text: string, longest: number): string {
  const calm = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\{\{/g, '{ {')
    .trim()
  const characters = [...calm]
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : calm
}

/** A paragraph of runs; runs show text exactly as it is, with no Markdown. */
export function runs(...inlines: readonly Omit<TextRun, 'type'>[]): RichTextBlock {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: inlines.map((inline) => ({ type: 'TextRun', ...inline })),
  }
}

/** A sentence of our own. Never for text that anybody else wrote: clients read Markdown in it. */
export function ownWords(text: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...look }
}
