import { writeDate, writeDateAndWeekday } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'
import {
  fillBlocks,
  fillLine,
  type InvitationFacts,
  type InvitationTemplate,
  withoutInternalLines,
} from './invitationTemplate.ts'

/** Boroughs as people list them: `Harrow, Brent and Barnet`. */
export function writeBoroughs(boroughs: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(boroughs)
}

/** The part of an exercise that may be told to partners. The internal note is not in it. */
export type TellableExercise = Pick<
  Exercise,
  'type' | 'unit' | 'boroughs' | 'date' | 'start' | 'end' | 'venue' | 'agenda' | 'joining' | 'onlinePart'
>

/** The words of an invitation before they become HTML. */
export interface InvitationWords {
  readonly subject: string
  readonly blocks: readonly (readonly string[])[]
}

/** The invitation's words, from the exercise's own facts only. */
export function invitationWords(exercise: TellableExercise, template: InvitationTemplate): InvitationWords {
  const facts = factsOf(exercise)
  return {
    subject: oneLine(fillLine(template.subject, facts)),
    blocks: fillBlocks(template.text, facts),
  }
}

function factsOf(exercise: TellableExercise): InvitationFacts {
  const { onlinePart } = exercise
  return {
    type: oneLine(exercise.type),
    unit: oneLine(exercise.unit),
    boroughs: oneLine(writeBoroughs(exercise.boroughs)),
    date: writeDate(exercise.date),
    day: writeDateAndWeekday(exercise.date),
    start: exercise.start,
    end: exercise.end,
    venue: oneLine(exercise.venue),
    agenda: withoutInternalLines(exercise.agenda),
    joining: withoutInternalLines(exercise.joining),
    online: onlinePart ? `${onlinePart.start} to ${onlinePart.end}` : '',
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The words as plain text. */
export function plainText({ blocks }: Pick<InvitationWords, 'blocks'>): string {
  return blocks.map((lines) => lines.join('\n')).join('\n\n')
}

/** The words as HTML: every character is text, never markup. Lines that begin with a dash are a list. */
export function htmlOf({ blocks }: Pick<InvitationWords, 'blocks'>): string {
  return blocks.map(htmlOfBlock).join('')
}

const dash = /^[-–•*]\s+/

function htmlOfBlock(lines: readonly string[]): string {
  const parts: string[] = []
  let texts: string[] = []
  let items: string[] = []
  const endText = () => {
    if (texts.length > 0) parts.push(`<p>${texts.map(escapeHtml).join('<br>')}</p>`)
    texts = []
  }
  const endList = () => {
    if (items.length > 0) parts.push(`<ul>${items.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`)
    items = []
  }
  for (const line of lines) {
    if (dash.test(line)) {
      endText()
      items.push(line.replace(dash, ''))
    } else {
      endList()
      texts.push(line)
    }
  }
  endText()
  endList()
  return parts.join('')
}

/** Text that a mail program shows as it is. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
