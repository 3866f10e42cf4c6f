import { writeInstant } from '../../domain/calendarDays.ts'
import type { PressOutcome } from '../../usecases/answerCard.ts'
import { longestWhose } from '../../usecases/cardMarks.ts'
import { longestCardNote } from '../../usecases/cardProgress.ts'
import type { CardReply } from '../../usecases/cardReplies.ts'
import { oneLine } from './cardText.ts'
import type { RowNotice } from './rowParts.ts'

type Refusal = Extract<PressOutcome, { code: 'refused' }>['why']

const refusals: Readonly<Partial<Record<Refusal, string>>> = {
  'not-your-item': 'Nothing was saved: this row belongs to a post that you do not hold.',
  'nothing-changed': 'Nothing was saved: the note is the same as the one that is there.',
  'too-long': 'Nothing was saved: the text is too long. Shorten it and press again; your text is kept.',
  'too-long-for-a-card': `Nothing was saved: a card takes up to ${longestCardNote} characters. Shorten the note, or write it in Follow-Through.`,
  'empty-progress': 'Nothing was saved: the note was empty. Write a sentence or two and save again.',
  closed: 'Nothing was saved: the row was settled in the meantime. What the register says now is below.',
  missing: 'Nothing was saved: this row is no longer in the register.',
  'not-a-date': 'Nothing was asked for yet: choose a day.',
  'date-in-past': 'Nothing was asked for yet: this day is already past. Choose a later one.',
  'not-later': 'Nothing was asked for yet: this day is not later than the deadline now.',
  'date-implausible': 'Nothing was asked for yet: this day is too far away to be meant.',
  'due-before-published': 'Nothing was asked for yet: the report was not published yet on that day.',
  'no-reason': 'Nothing was saved: the text is missing. Say it in a sentence; it goes into the history.',
  'not-a-link':
    'Nothing was sent yet: the link to the evidence must be a full address that begins with https:// or http://.',
  'already-asked': 'Nothing was saved: it was asked for already, and somebody is to decide.',
  'not-asked':
    'Nothing was saved: it has been answered, or was taken back. What the register says now is below.',
  'already-green': 'Nothing was saved: the row is implemented already.',
  'no-evidence': 'Nothing was saved: there is no evidence to agree to. Ask for it first.',
  'own-request': 'Nothing was saved: you asked for it yourself, so somebody else has to decide.',
  'not-the-second-person': 'Nothing was saved: somebody else decides about this row.',
  'demonstration-running': 'Nothing was saved: it is still being looked at whether it lasts.',
}

const otherRefusal =
  'Nothing was saved: the register does not allow this just now. Open the row in Teams to see why; your text is kept.'

/** Words for what became of a press; null where the card alone says it. */
export function answerNotice(ref: string, reply: CardReply | null, outcome: PressOutcome): RowNotice | null {
  const say = (tone: RowNotice['tone'], sentence: string, quote: string | null = null) => ({
    ...{ ref, tone, sentence, quote },
  })
  switch (outcome.code) {
    case 'shown':
      return null
    case 'saved':
      return say('good', reply === null ? 'Saved in the register.' : savedWords(reply))
    case 'refused':
      return say('attention', whyNot(reply, outcome.why))
    case 'stale':
      return say('attention', staleWords(outcome.change?.by ?? null))
    case 'conflict':
      return say(
        'attention',
        'Nothing was saved yet: the progress was changed in the meantime. What it says now is below and your note is kept; save again to replace it.',
        whoWrote(outcome),
      )
  }
}

function whyNot(reply: CardReply | null, why: Refusal): string {
  if (reply?.does === 'not-mine' && why === 'too-long')
    return `Nothing was saved: say in ${longestWhose} characters whose it is.`
  return refusals[why] ?? otherRefusal
}

function savedWords(reply: CardReply): string {
  switch (reply.does) {
    case 'update-progress':
      return 'Saved in the register.'
    case 'ask-extension':
      return 'Asked for in the register. The deadline stays until somebody agrees; you are told the answer.'
    case 'say-done':
      return 'Sent to sign-off. Somebody else looks at the evidence; you are told the answer.'
    case 'acknowledge':
      return 'Acknowledged.'
    case 'not-mine':
      return 'Noted for the board secretary. You stay the owner until they change it.'
    case 'answer-extension':
      return reply.agreed ? 'Agreed: the deadline is moved.' : 'Declined: the deadline stays.'
    case 'answer-sign-off':
      return reply.agreed ? 'Signed off.' : 'Not signed off; the row stays open.'
  }
}

function staleWords(by: string | null): string {
  const who = by === null ? 'it was changed' : `${plainName(by)} changed it`
  return `Nothing was saved: ${who} after this card was shown. What the register says now is below, and what you typed is kept; press again if it still holds.`
}

/** A name in a sentence of our own, where clients would read Markdown in it. */
const plainName = (name: string) => oneLine(name, 80).replace(/[^\p{L}\p{N} .'’-]/gu, '')

function whoWrote({ theirs }: Extract<PressOutcome, { code: 'conflict' }>): string {
  const text = oneLine(theirs.text, 1_000)
  if (theirs.written === null) return `Changed in SharePoint, outside Follow-Through: ${text}`
  return `${oneLine(theirs.written.by, 80)} on ${writeInstant(theirs.written.at)}: ${text}`
}
