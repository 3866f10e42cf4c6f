import { longestReason } from '../../domain/decisionStep.ts'
import { longestWhose } from '../../usecases/cardMarks.ts'
import type { CardReplyName } from '../../usecases/cardOffers.ts'
import { longestCardNote } from '../../usecases/cardProgress.ts'
import type { CardRow } from '../../usecases/cardRows.ts'
import type { Container, Execute, InputDate, InputText, ToggleVisibility } from './adaptiveCard.ts'
import { type Drafts, type InputName, inputId, inputsOf, pressNames, showAll } from './press.ts'

/** One way to answer: what is pressed first, and the form that opens then; without a form the press is the answer. */
export interface RowForm {
  readonly opener: ToggleVisibility | Execute
  readonly form: Container | null
}

interface Wording {
  readonly opener: string
  /** What the button in the form says; the opener answers at once where there is none. */
  readonly press?: string
}

const wordings: Readonly<Record<CardReplyName, Wording>> = {
  'update-progress': { opener: 'Update progress', press: 'Save progress' },
  'ask-extension': { opener: 'Request an extension', press: 'Ask for this date' },
  'say-done': { opener: 'Say it is done', press: 'Send to sign-off' },
  acknowledge: { opener: 'Acknowledge' },
  'not-mine': { opener: 'Not mine', press: 'Say that it is not mine' },
  'answer-extension': { opener: 'Decline the extension', press: 'Decline' },
  'answer-sign-off': { opener: 'Decline the sign-off', press: 'Decline' },
}

/**
 * A way to answer and the form behind it. The form is a hidden part of the card and no ShowCard: a press sends the
 * inputs of the card and leaves out those of other ShowCards, so that what was typed in other rows would be lost
 * (learn.microsoft.com/adaptive-cards/authoring-cards/input-validation). No input is required for the same reason:
 * the empty form of one row would keep the others from being saved.
 */
export function rowForm(row: CardRow, name: CardReplyName, drafts: Drafts): RowForm {
  const { opener, press } = wordings[name]
  if (press === undefined) return { opener: execute(row, name, opener), form: null }
  const isOpen = inputsOf[name].some((input) => drafts.has(inputId(input, row.ref)))
  const id = `form-${name}-${row.ref}`
  const title = isOpen ? `${opener} (${unsaved[name] ?? 'what you typed is not saved yet'})` : opener
  const items = [
    ...inputsOf[name].map((input) => inputOf(row, input, drafts)),
    { type: 'ActionSet' as const, actions: [execute(row, name, press)] },
  ]
  return {
    opener: { type: 'Action.ToggleVisibility', title, targetElements: [id] },
    form: { type: 'Container', id, ...(isOpen ? {} : { isVisible: false }), items },
  }
}

const unsaved: Partial<Record<CardReplyName, string>> = { 'update-progress': 'your note is not saved yet' }

/** *Agree*, which needs no form. */
export function agreeAction(row: CardRow, name: 'answer-extension' | 'answer-sign-off'): Execute {
  const title = name === 'answer-extension' ? 'Agree to the new date' : 'Agree: it is done'
  return execute(row, name, title, { agreed: true })
}

/** Opens the row with all its answers, where a card of many rows has no room for them. */
export function showAllAction(row: CardRow): Execute {
  return pressed('More answers', showAll, { row: row.ref })
}

function execute(
  row: CardRow,
  name: CardReplyName,
  title: string,
  more: Record<string, unknown> = {},
): Execute {
  const seen = { row: row.ref, seen: row.seen }
  if (name === 'update-progress')
    return pressed(title, pressNames[name], { ...seen, progressSeen: row.progressSeen })
  const about = aboutOf(row, name)
  return pressed(title, pressNames[name], { ...seen, ...(about === null ? {} : { about }), ...more })
}

function aboutOf({ asked }: CardRow, name: CardReplyName): string | null {
  if (name === 'answer-extension') return asked?.extension?.askedAt ?? null
  return name === 'answer-sign-off' ? (asked?.signOff?.askedAt ?? null) : null
}

/** What a press sends. The server looks at who pressed and at the row, and believes none of it. */
function pressed(title: string, action: string, more: Readonly<Record<string, unknown>>): Execute {
  const data = { action, ...more }
  return {
    type: 'Action.Execute',
    title,
    verb: action,
    data,
    fallback: { type: 'Action.Submit', title, data },
  }
}

const labels: Readonly<Record<InputName, (reference: string) => string>> = {
  progress: (reference) => `Where ${reference} stands now`,
  until: (reference) => `New date for ${reference}`,
  because: () => 'Why it needs longer',
  link: (reference) => `Link to what shows that ${reference} is done`,
  title: () => 'What the link shows',
  whose: (reference) => `Whose is ${reference}? A name or a post`,
  'not-later': () => 'Why the date has to stay',
  'not-done': () => 'What is missing',
}

const limits: Partial<Record<InputName, number>> = {
  progress: longestCardNote,
  whose: longestWhose,
  title: 255,
}

function inputOf(row: CardRow, name: InputName, drafts: Drafts): InputText | InputDate {
  const id = inputId(name, row.ref)
  const label = labels[name](row.reference)
  const typed = drafts.get(id)
  const value = typed === undefined ? {} : { value: typed }
  if (name === 'until') return { type: 'Input.Date', id, label, ...value }
  const maxLength = limits[name] ?? longestReason
  const look =
    name === 'link'
      ? ({ style: 'Url', placeholder: 'https://' } as const)
      : name === 'title' || name === 'whose'
        ? {}
        : ({ isMultiline: true } as const)
  return { type: 'Input.Text', id, label, ...look, ...placeholderOf(name), maxLength, ...value }
}

function placeholderOf(name: InputName): { readonly placeholder?: string } {
  if (name !== 'progress') return {}
  return { placeholder: 'This becomes the progress note. Earlier notes stay in the history.' }
}
