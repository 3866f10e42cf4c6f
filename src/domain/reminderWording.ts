import { type IsoDate, writeDate } from './calendarDays.ts'

/** The force's own sentences around the facts of a card or mail. They are the same for everybody and hold no case. */
export interface ReminderWording {
  /** Above the rows of a digest card; empty for none. */
  readonly opening: string
  /** At the end of each card and mail, such as whom to ask; empty for none. */
  readonly closing: string
  /** The first sentence of a mail. Phones and lists of mails show it beside the subject. */
  readonly mailOpening: string
}

export type WordingPart = keyof ReminderWording

/** The sentences that Follow-Through brings. */
export const defaultWording: ReminderWording = {
  opening: '',
  closing: '',
  mailOpening: 'Follow-Through could not reach you in Teams, so this comes by mail.',
}

/** Characters that each sentence may have, as it is typed. */
export const wordingLimits: Readonly<Record<WordingPart, number>> = {
  opening: 200,
  closing: 300,
  mailOpening: 200,
}

/** What may stand in braces: none of them is a word of a recommendation or a report. */
export const wordingPlaceholders = ['name', 'count', 'items', 'today'] as const

/** What the placeholders stand for on one card. */
export interface WordingFacts {
  readonly name: string
  /** Rows that the card speaks of. */
  readonly count: number
  readonly today: IsoDate
}

const placeholder = /\{([^{}]*)\}/g
const listed = wordingPlaceholders.map((name) => `{${name}}`).join(', ')
const isKnown = (name: string) => wordingPlaceholders.some((known) => known === name)

/** Where Markdown, markup or a mail program would make a link, or something else than was typed. */
const links = /:\/\/|\bwww\.|\bmailto:|\]\s*\(|[<>]/i
/** Line breaks, control characters, and those that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** Why a sentence cannot be used, as a sentence that says what to do; null when it can. */
export function wordingProblem(part: WordingPart, text: string): string | null {
  const over = [...text].length - wordingLimits[part]
  if (over > 0) return `This is ${over} ${over === 1 ? 'character' : 'characters'} too long.`
  if (part === 'mailOpening' && text.trim() === '') return 'Write the first sentence of the mail.'
  if (unseen.test(text)) return 'Write it on one line, without characters that cannot be seen.'
  if (links.test(text))
    return 'Write plain text, without links or markup: cards and mails bring their own link.'
  const unknown = [...text.matchAll(placeholder)].find(([, name = '']) => !isKnown(name))
  if (unknown) return `${unknown[0]} stands for nothing here. What can be used is ${listed}.`
  if (/[{}]/.test(text.replace(placeholder, ''))) return `Braces belong to what can be used: ${listed}.`
  return null
}

/** Reads the wording; what is left out stays as it is by default. Null when any of it cannot be used. */
export function readWording(value: unknown): ReminderWording | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const read = (part: WordingPart): string | null => {
    const text: unknown = Reflect.get(value, part)
    if (text === undefined) return defaultWording[part]
    return typeof text === 'string' && wordingProblem(part, text) === null ? text : null
  }
  const [opening, closing, mailOpening] = [read('opening'), read('closing'), read('mailOpening')]
  if (opening === null || closing === null || mailOpening === null) return null
  return { opening, closing, mailOpening }
}

/** A sentence with what its placeholders stand for. Braces in somebody's name are not read again. */
export function sayWording(text: string, { name, count, today }: WordingFacts): string {
  const facts: Readonly<Record<string, string>> = {
    name,
    count: String(count),
    items: count === 1 ? '1 item' : `${count} items`,
    today: writeDate(today),
  }
  return text.replace(placeholder, (whole, wanted: string) =>
    isKnown(wanted) ? (facts[wanted] ?? whole) : whole,
  )
}
