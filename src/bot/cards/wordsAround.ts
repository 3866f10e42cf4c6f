import type { IsoDate } from '../../domain/calendarDays.ts'
import { type ReminderWording, sayWording } from '../../domain/reminderWording.ts'
import { oneLine } from './cardText.ts'

/** The force's own sentences, and for whom and when they are said. */
export interface CardWords {
  readonly wording: ReminderWording
  readonly name: string
  readonly today: IsoDate
}

/** Characters of a sentence once its placeholders are filled, and of a person's name in it. */
const longest = { sentence: 500, name: 60 } as const

/**
 * The sentences for a card of so many rows, each on one line. Somebody typed them and they hold a person's name, so
 * they go into text runs and mails only, never where Markdown is read.
 */
export function wordsAround({ wording, name, today }: CardWords, count: number): ReminderWording {
  const facts = { name: oneLine(name, longest.name), count, today }
  const say = (text: string) => oneLine(sayWording(text, facts), longest.sentence)
  return {
    opening: say(wording.opening),
    closing: say(wording.closing),
    mailOpening: say(wording.mailOpening),
  }
}

/** A sentence as it is read aloud, without signs that a reader could take for anything else; none for none. */
export function spokenWords(text: string): readonly string[] {
  const said = text.replace(/[^\p{L}\p{N} .,:;!?'’()–-]/gu, '').trim()
  if (said === '') return []
  return [/[.!?]$/.test(said) ? said : `${said}.`]
}
