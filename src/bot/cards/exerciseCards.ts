import { writeDateAndWeekday } from '../../domain/calendarDays.ts'
import {
  type AnsweredMessage,
  type AskedMessage,
  type ChaseMessage,
  type ExerciseFacts,
  type ExerciseMessage,
  messageTitle,
} from '../../domain/exerciseMessages.ts'
import { sayDaysLeft } from '../../domain/gapSentences.ts'
import { longestRequest } from '../../domain/placeRequests.ts'
import type { AdaptiveCard, CardElement, Execute, InputText } from './adaptiveCard.ts'
import { oneLine, runs } from './cardText.ts'
import { tabLink } from './links.ts'

/** What a press on a card about a place in an exercise is called on its way. */
export const exercisePress = 'answerExerciseRequest'
const answerInput = 'exercise-answer'

/** The card of a message about an exercise. */
export function exerciseCard(message: ExerciseMessage, teamsAppId: string): AdaptiveCard {
  const heading = runs({ text: oneLine(messageTitle(message), 200), weight: 'Bolder', size: 'Medium' })
  return card(spoken[message.kind], [heading, ...bodyOf(message), ...actionsOf(message, teamsAppId)])
}

/** What is read out, and shown by clients without cards, may be read as Markdown: it names no exercise. */
const spoken: Readonly<Record<ExerciseMessage['kind'], string>> = {
  'exercise-chase': 'Will you come to an exercise? Open Follow-Through to see to which.',
  'exercise-asked': 'A place in an exercise is asked for. Open Follow-Through to see in which.',
  'exercise-answered':
    'Your question for a place in an exercise is answered. Open Follow-Through to see how.',
}

/** The link of a message into the tab; the exercises where the row itself is not named. */
export function exerciseLink({ exercise }: ExerciseMessage, teamsAppId: string): string {
  return tabLink(teamsAppId, exercise.ref === '' ? 'exercises' : `exercise/${exercise.ref}`)
}

function bodyOf(message: ExerciseMessage): readonly CardElement[] {
  switch (message.kind) {
    case 'exercise-chase':
      return [
        ...lines([...factsOf(message.exercise), ...roleFacts(message)]),
        runs({ text: 'Please accept or decline the invitation in your Outlook calendar.' }),
        runs({ text: `Why did I get this? ${message.why}`, isSubtle: true, size: 'Small' }),
      ]
    case 'exercise-asked':
      return [
        runs({ text: `${oneLine(message.personName, 80)} asks to take part.` }),
        ...(message.note === '' ? [] : [runs({ text: `“${oneLine(message.note, longestRequest)}”` })]),
        ...lines(factsOf(message.exercise)),
      ]
    case 'exercise-answered':
      return [
        ...(message.answer === '' ? [] : [runs({ text: oneLine(message.answer, longestRequest) })]),
        ...lines(factsOf(message.exercise)),
        runs({ text: `Answered by ${oneLine(message.by, 80)}.`, isSubtle: true, size: 'Small' }),
      ]
  }
}

function actionsOf(message: ExerciseMessage, teamsAppId: string): readonly CardElement[] {
  const open = { type: 'Action.OpenUrl', title: 'Open in Follow-Through' } as const
  const link = { ...open, url: exerciseLink(message, teamsAppId) }
  if (message.kind !== 'exercise-asked') return [{ type: 'ActionSet', actions: [link] }]
  const input: InputText = {
    ...{ type: 'Input.Text', id: answerInput, label: 'Answer (say why when you decline)' },
    ...{ isMultiline: true, maxLength: longestRequest },
  }
  return [input, { type: 'ActionSet', actions: [press(message, true), press(message, false), link] }]
}

function press({ exercise, person }: AskedMessage, agreed: boolean): Execute {
  const data = { action: exercisePress, exercise: exercise.ref, person, agreed }
  const title = agreed ? 'Agree' : 'Decline'
  return {
    ...{ type: 'Action.Execute', title, verb: exercisePress, data },
    fallback: { type: 'Action.Submit', title, data },
  }
}

/** What the card becomes once the question is answered, or there is nothing left to answer. */
export function settledAskCard(sentence: string, ref: string, teamsAppId: string): AdaptiveCard {
  const url = tabLink(teamsAppId, `exercise/${ref}`)
  return card('The question for a place in an exercise is answered.', [
    runs({ text: oneLine(sentence, 600) }),
    { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Open in Follow-Through', url }] },
  ])
}

/** A press as the channel delivers it; null when it is none of this card. Nothing in it is trusted. */
export function readExercisePress(data: unknown): {
  readonly exercise: string
  readonly person: string
  readonly agreed: boolean
  readonly answer: string
} | null {
  if (typeof data !== 'object' || data === null || Reflect.get(data, 'action') !== exercisePress) return null
  const text = (name: string): string => {
    const value: unknown = Reflect.get(data, name)
    return typeof value === 'string' ? value : ''
  }
  const exercise = text('exercise')
  const person = text('person')
  if (!/^\d{1,10}$/.test(exercise) || person === '' || person.length > 100) return null
  return { exercise, person, agreed: Reflect.get(data, 'agreed') === true, answer: text(answerInput) }
}

/** The same as a mail: for people outside the force, and for those whom Teams does not let us reach. */
export function exerciseMail(
  message: ExerciseMessage,
  teamsAppId: string,
): { readonly subject: string; readonly text: string } {
  const lines = mailLines(message).join('\r\n')
  const open =
    message.exercise.ref === ''
      ? []
      : [`Open Follow-Through in Teams: ${exerciseLink(message, teamsAppId)}`, '']
  return {
    subject: oneLine(messageTitle(message), 200),
    text: [lines, '', ...open, 'Nobody reads answers to this mail.'].join('\r\n'),
  }
}

function mailLines(message: ExerciseMessage): readonly string[] {
  const facts = factsOf(message.exercise).map(({ title, value }) => `${title}: ${value}`)
  switch (message.kind) {
    case 'exercise-chase':
      return [
        `${message.why} Please accept or decline the invitation in your calendar, so that we know which roles will be in the room.`,
        '',
        ...[...facts, ...roleFacts(message).map(({ title, value }) => `${title}: ${value}`)],
        '',
        `If you cannot come, please decline and tell ${oneLine(message.organiser, 80)} who can come in your place.`,
      ]
    case 'exercise-asked':
      return [
        `${oneLine(message.personName, 80)} asks to take part. ${oneLine(message.note, longestRequest)}`,
        '',
        ...facts,
      ]
    case 'exercise-answered':
      return [answerWords(message), '', ...facts]
  }
}

const answerWords = ({ agreed, answer }: AnsweredMessage) =>
  `${agreed ? 'You have a place.' : 'There is no place for you this time.'} ${oneLine(answer, longestRequest)}`.trim()

function roleFacts({ roles, required, daysLeft }: ChaseMessage) {
  return [
    {
      title: roles.length === 1 ? 'Your role' : 'Your roles',
      value: `${oneLine(roles.join('; '), 300)} (${required ? 'needed' : 'welcome'})`,
    },
    { title: 'Time', value: sayDaysLeft(daysLeft) },
  ]
}

function factsOf({ type, unit, date, start, end, venue }: ExerciseFacts) {
  return [
    { title: 'Exercise', value: oneLine(`${type}, ${unit}`, 160) },
    { title: 'When', value: `${writeDateAndWeekday(date)}, ${start} to ${end} UK time` },
    ...(venue === '' ? [] : [{ title: 'Where', value: oneLine(venue, 120) }]),
  ]
}

/** Runs and no facts: clients read Markdown in facts, and most of this is what somebody typed. */
function lines(facts: ReturnType<typeof factsOf>): readonly CardElement[] {
  return facts.map(({ title, value }) => runs({ text: `${title}: `, weight: 'Bolder' }, { text: value }))
}

function card(words: string, body: readonly CardElement[]): AdaptiveCard {
  return {
    ...{
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
    },
    ...{ fallbackText: words, speak: words, lang: 'en-GB', body },
  }
}
