import { writeInstant } from '../../domain/calendarDays.ts'
import { longestCardNote, type PressOutcome } from '../../usecases/answerCard.ts'
import { oneLine } from './cardText.ts'
import type { RowNotice } from './deadlineCard.ts'

type Refusal = Extract<PressOutcome, { code: 'refused' }>['why']

const refusals: Readonly<Record<Refusal, string>> = {
  'not-your-item': 'Nothing was saved: this row belongs to a post that you do not hold.',
  'nothing-changed': 'Nothing was saved: the note is the same as the one that is there.',
  'too-long': 'Nothing was saved: the note is too long. Shorten it and save again; your text is kept.',
  'too-long-for-a-card': `Nothing was saved: a card takes up to ${longestCardNote} characters. Shorten the note, or write it in Follow-Through.`,
  'empty-progress': 'Nothing was saved: the note was empty. Write a sentence or two and save again.',
  closed: 'Nothing was saved: the row was settled in the meantime. What the register says now is below.',
  missing: 'Nothing was saved: this row is no longer in the register.',
}

/** Words for what became of a press; what was typed stays in the card unless it was saved. */
export function answerNotice(ref: string, typed: string, outcome: PressOutcome): RowNotice {
  const base = { ref, quote: null, typed: null }
  switch (outcome.code) {
    case 'saved':
      return { ...base, tone: 'good', sentence: 'Saved in the register.' }
    case 'refused':
      return { ...base, tone: 'attention', sentence: refusals[outcome.why], ...keep(outcome.why, typed) }
    case 'conflict':
      return {
        ...base,
        tone: 'attention',
        sentence:
          'Nothing was saved yet: the progress was changed in the meantime. What it says now is below and your note is kept; save again to replace it.',
        quote: whoWrote(outcome),
        typed,
      }
  }
}

/** Where the row has a form, the text stays in it; where it has none any more, it is shown so that it can be copied. */
function keep(why: Refusal, typed: string): Pick<RowNotice, 'typed' | 'quote'> {
  const noForm = why === 'closed' || why === 'missing' || why === 'not-your-item'
  if (!noForm) return { typed, quote: null }
  return { typed: null, quote: typed.trim() === '' ? null : `You wrote: ${oneLine(typed, longestCardNote)}` }
}

function whoWrote({ theirs }: Extract<PressOutcome, { code: 'conflict' }>): string {
  const text = oneLine(theirs.text, 1_000)
  if (theirs.written === null) return `Changed in SharePoint, outside Follow-Through: ${text}`
  return `${oneLine(theirs.written.by, 80)} on ${writeInstant(theirs.written.at)}: ${text}`
}
