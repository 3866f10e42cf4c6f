import type { AdaptiveCard } from '../../src/bot/cards/adaptiveCard.ts'
import type { CardRow } from '../../src/usecases/cardRows.ts'

/** Texts that try to become something else: Markdown, dates, markup, direction marks, very long lines. */
export const hostileTexts: readonly string[] = [
  '[click here](https://evil.example)',
  '**bold** _italic_ ~~gone~~ `code`',
  '{{DATE(2021-06-16, SHORT)}}',
  '<at>Helen Carver</at><script>alert(1)</script>',
  '\u202egnp.exe\u202c\u200b\ufeff',
  'one\r\n\r\n- two\n1. three\u2028four\u0000five',
  '"quoted" \\ back\\slash $&',
  '😀'.repeat(5_000),
  'x'.repeat(100_000),
]

export function aCardRow(changes: Partial<CardRow> = {}): CardRow {
  return {
    ref: '8',
    reference: 'Recommendation 8',
    reportTitle: 'Understanding the difference',
    status: 'AMBER',
    deadline: '30 June 2021',
    daysLeft: 14,
    extended: 1,
    reason: 'Daniel Okafor holds the post T/DCI Crime, which owns this row.',
    standing: 'open',
    offers: ['update-progress', 'ask-extension', 'say-done', 'acknowledge', 'not-mine'],
    asked: null,
    isAnswer: false,
    happened: [],
    answered: {},
    update: null,
    progressSeen: '0123456789abcdef',
    seen: 2,
    ...changes,
  }
}

/** So many rows, each with texts as long as a person can make them. */
export function manyRows(count: number, changes: Partial<CardRow> = {}): CardRow[] {
  return Array.from({ length: count }, (_, index) =>
    aCardRow({ ref: String(index + 1), reference: `Recommendation ${index + 1}`, ...changes }),
  )
}

/** Every object of a card that passes the test, wherever it is. */
export function findAll(card: AdaptiveCard, type: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const walk = (thing: unknown): void => {
    if (typeof thing !== 'object' || thing === null) return
    const entries = Object.entries(thing)
    if (entries.some(([name, value]) => name === 'type' && value === type))
      found.push(Object.fromEntries(entries))
    for (const [, value] of entries) walk(value)
  }
  walk(card)
  return found
}

/** What a reader sees where clients read Markdown: text blocks, facts, titles. */
export function markdownTexts(card: AdaptiveCard): string {
  const blocks = findAll(card, 'TextBlock').map(({ text }) => text)
  const facts = findAll(card, 'FactSet').map(({ facts: list }) => JSON.stringify(list))
  return [card.fallbackText, card.speak, ...blocks, ...facts].join('\n')
}

/** What is shown exactly as it is. */
export function runTexts(card: AdaptiveCard): string {
  return findAll(card, 'TextRun')
    .map(({ text }) => text)
    .join('\n')
}
