import {
  defaultWording,
  type ReminderWording,
  type WordingPart,
  wordingLimits,
  wordingPlaceholders,
  wordingProblem,
} from '../../../domain/reminderWording.ts'
import type { ReadForm, Values } from './ruleFields.ts'

const listed = wordingPlaceholders.map((name) => `{${name}}`).join(', ')
const upTo = (part: WordingPart) => `Up to ${wordingLimits[part]} characters; ${listed} may be used.`

/** The sentences of the force in the order of the page. */
export const wordingFields = [
  {
    name: 'opening',
    label: 'The opening of a card',
    hint: `Above the rows of a reminder, not of a card that asks for a decision. Empty: none. ${upTo('opening')}`,
  },
  {
    name: 'closing',
    label: 'The end of each card and mail',
    hint: `Such as whom to ask. Empty: none. ${upTo('closing')}`,
  },
  {
    name: 'mailOpening',
    label: 'The opening of a mail',
    hint: `Phones show it beside the subject. ${upTo('mailOpening')}`,
  },
] as const satisfies readonly { name: WordingPart; label: string; hint: string }[]

/** What the fields show of the wording. */
export function wordingValues({ opening, closing, mailOpening }: ReminderWording): Values {
  return { opening, closing, mailOpening }
}

/** Reads the wording. */
export function readWordingValues(values: Values): ReadForm<ReminderWording> {
  const text = (part: WordingPart) => (values[part] ?? defaultWording[part]).trim()
  const value: ReminderWording = {
    opening: text('opening'),
    closing: text('closing'),
    mailOpening: text('mailOpening'),
  }
  const problems = wordingFields.flatMap(({ name }) => {
    const problem = wordingProblem(name, value[name])
    return problem === null ? [] : [[name, problem] as const]
  })
  return { value, problems: Object.fromEntries(problems) }
}
