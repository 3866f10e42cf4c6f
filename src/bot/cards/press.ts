import type { CardReplyName } from '../../usecases/cardOffers.ts'
import { longestCardNote } from '../../usecases/cardProgress.ts'
import type { CardReply } from '../../usecases/cardReplies.ts'

/** What a press is called on its way, in `verb` and in its data. `showAll` opens a row with all its answers. */
export const pressNames = {
  'update-progress': 'updateProgress',
  'ask-extension': 'askExtension',
  'say-done': 'sayDone',
  acknowledge: 'acknowledge',
  'not-mine': 'notMine',
  'answer-extension': 'answerExtension',
  'answer-sign-off': 'answerSignOff',
} as const satisfies Readonly<Record<CardReplyName, string>>
export const showAll = 'showAll'

/** The inputs of a row by their names; each row has its own, because a card's inputs share one namespace. */
export const inputNames = [
  'progress',
  'until',
  'because',
  'link',
  'title',
  'whose',
  'not-later',
  'not-done',
] as const
export type InputName = (typeof inputNames)[number]

export const inputId = (name: InputName, ref: string) => `${name}-${ref}`

/** Which inputs belong to an answer: they are kept when it was not saved, and gone when it was. */
export const inputsOf: Readonly<Record<CardReplyName, readonly InputName[]>> = {
  'update-progress': ['progress'],
  'ask-extension': ['until', 'because'],
  'say-done': ['link', 'title'],
  acknowledge: [],
  'not-mine': ['whose'],
  'answer-extension': ['not-later'],
  'answer-sign-off': ['not-done'],
}

/** What was typed and is not saved, by the id of its input. */
export type Drafts = ReadonlyMap<string, string>

/** What a press says. */
export interface ReadPress {
  readonly rowRef: string
  /** Null for a press that only wants to see the row. */
  readonly reply: CardReply | null
  readonly seen: number | null
  readonly progressSeen: string | null
  /** Everything that was typed on the card, that of this answer too. */
  readonly typed: Drafts
}

/** A press as the channel delivers it; null when it is not one of ours. Nothing in it is trusted. */
export function readPress(data: unknown): ReadPress | null {
  if (typeof data !== 'object' || data === null) return null
  const fields = new Map(Object.entries(data))
  const row = fields.get('row')
  const rowRef = typeof row === 'number' ? String(row) : row
  if (typeof rowRef !== 'string' || !/^\d{1,10}$/.test(rowRef)) return null
  const reply = readReply(fields, rowRef)
  if (reply === undefined) return null
  const seen = fields.get('seen')
  const progressSeen = fields.get('progressSeen')
  return {
    rowRef,
    reply,
    seen: typeof seen === 'number' && Number.isInteger(seen) && seen >= 0 ? seen : null,
    progressSeen: typeof progressSeen === 'string' ? progressSeen : null,
    typed: typedIn(fields),
  }
}

function readReply(fields: ReadonlyMap<string, unknown>, ref: string): CardReply | null | undefined {
  const action = fields.get('action')
  if (action === showAll) return null
  const text = (name: InputName): string => {
    const value = fields.get(inputId(name, ref))
    return typeof value === 'string' ? value : ''
  }
  switch (action) {
    case pressNames['update-progress']:
      return { does: 'update-progress', text: text('progress') }
    case pressNames['ask-extension']:
      return { does: 'ask-extension', to: text('until'), reason: text('because') }
    case pressNames['say-done']:
      return { does: 'say-done', link: text('link'), title: text('title') }
    case pressNames.acknowledge:
      return { does: 'acknowledge' }
    case pressNames['not-mine']:
      return { does: 'not-mine', whose: text('whose') }
    case pressNames['answer-extension']:
      return { does: 'answer-extension', ...readAnswer(fields, text('not-later')) }
    case pressNames['answer-sign-off']:
      return { does: 'answer-sign-off', ...readAnswer(fields, text('not-done')) }
    default:
      return undefined
  }
}

function readAnswer(fields: ReadonlyMap<string, unknown>, reason: string) {
  const agreed = fields.get('agreed') === true
  const about = fields.get('about')
  return { agreed, reason: agreed ? '' : reason, about: typeof about === 'string' ? about : null }
}

const anyInput = new RegExp(`^(?:${inputNames.join('|')})-\\d{1,10}$`)

function typedIn(fields: ReadonlyMap<string, unknown>): Drafts {
  const typed = new Map<string, string>()
  for (const [name, value] of fields)
    if (typeof value === 'string' && value.trim() !== '' && anyInput.test(name))
      typed.set(name, value.slice(0, longestCardNote))
  return typed
}
