import { isM365Error } from '../../domain/m365Error.ts'
import type { ReminderWording } from '../../domain/reminderWording.ts'
import {
  type AnswerDeps,
  answerCard,
  type CardAnswer,
  type CardPress,
  type PressOutcome,
} from '../../usecases/answerCard.ts'
import type { AdaptiveCard } from '../cards/adaptiveCard.ts'
import { answerNotice } from '../cards/answerNotice.ts'
import { cardWithDrafts } from '../cards/deadlineCard.ts'
import { type Drafts, inputId, inputsOf, type ReadPress, readPress } from '../cards/press.ts'
import type { RowNotice } from '../cards/rowParts.ts'
import type { CardWords } from '../cards/wordsAround.ts'
import { failureFacts, type Logger } from '../log.ts'

/** A press of a card that is not about rows of the register; null when it is none of its own. It does not throw. */
export type OtherPress = (person: CardPress['person'] | null, data: unknown) => Promise<PressReply | null>

export interface PressDeps {
  readonly teamsAppId: string
  readonly log: Logger
  answer(): Promise<AnswerDeps>
  /** Presses of other cards, asked in their order. */
  readonly others?: readonly OtherPress[]
  /** The force's own sentences; none when left out. */
  wording?(): Promise<ReminderWording>
  /** Is told of what was saved, so that others can be told; it is not waited for and does not throw. */
  settled?(outcome: Extract<PressOutcome, { code: 'saved' }>, press: CardPress): void
}

/**
 * What goes back for a press: the card as it is now, or a sentence that leaves the card and its inputs alone. A
 * settled card has answered its press, so it may also take the place of the one in the chat; what was typed in its
 * other rows goes with it.
 */
export type PressReply =
  | { readonly kind: 'card'; readonly card: AdaptiveCard; readonly settled: boolean }
  | { readonly kind: 'words'; readonly sentence: string }
  | { readonly kind: 'error'; readonly status: 400 | 500; readonly sentence: string }

/** Teams gives up on an answer after about ten seconds; we answer before it does. */
export const answerWithin = 8_500

/** Answers a press, whichever way it arrived. It does not throw. */
export async function answerPress(
  deps: PressDeps,
  person: CardPress['person'] | null,
  data: unknown,
  activity: string | null,
): Promise<PressReply> {
  for (const other of deps.others ?? []) {
    const reply = await other(person, data)
    if (reply !== null) return reply
  }
  const pressed = readPress(data)
  if (person === null)
    return refusal('Nothing was saved: Teams did not say who you are. Sign in to Teams again.')
  if (pressed === null) return refusal('Nothing was saved: this card is not one that Follow-Through knows.')
  try {
    const { rowRef, reply, seen, progressSeen } = pressed
    const press = { person, rowRef, reply, seen, progressSeen, activity }
    const answer = await within(answerWithin, answerInTime(deps, press))
    if (answer === null) return trouble('It took too long, so it is not certain that your answer was saved.')
    if (answer.unread) return { kind: 'words', sentence: savedButOld }
    if (answer.outcome.code === 'saved') deps.settled?.(answer.outcome, press)
    const notice = answerNotice(rowRef, reply, answer.outcome)
    const card = cardWithDrafts(answer, deps.teamsAppId, notice, draftsAfter(pressed, answer.outcome), rowRef)
    if (card === null) return { kind: 'words', sentence: besideTheCard(answer.outcome, notice) }
    return { kind: 'card', card, settled: isSettled(answer.outcome) }
  } catch (thrown) {
    deps.log.error(failureFacts(thrown), 'a press of a card could not be answered')
    return trouble(isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.')
  }
}

const savedButOld =
  'Saved in the register. The card could not be brought up to date just now; Follow-Through shows the row as it is.'

/** Everything that was typed, without what has just been saved. */
function draftsAfter({ typed, rowRef, reply }: ReadPress, outcome: PressOutcome): Drafts {
  if (outcome.code !== 'saved' || reply === null) return typed
  const done = new Set(inputsOf[reply.does].map((name) => inputId(name, rowRef)))
  return new Map([...typed].filter(([id]) => !done.has(id)))
}

function isSettled(outcome: PressOutcome): boolean {
  if (outcome.code === 'refused') return ['closed', 'missing', 'not-your-item'].includes(outcome.why)
  return outcome.code === 'saved'
}

/** For a card that is left alone, because a new one could not hold everything that was typed in it. */
function besideTheCard(outcome: PressOutcome, notice: RowNotice | null): string {
  const rest = 'The card stays as it is, because what is typed in it is too long to be kept on a new one'
  if (outcome.code !== 'conflict')
    return `${notice?.sentence ?? ''} ${rest}: save the answers one by one.`.trim()
  return `Nothing was saved yet: the progress was changed in the meantime. ${rest}. Open Follow-Through to see what is there now.`
}

type WordedAnswer = CardAnswer & { readonly words?: CardWords }

async function answerInTime(deps: PressDeps, press: CardPress): Promise<WordedAnswer> {
  const given = await deps.answer()
  const [answer, words] = await Promise.all([answerCard(given, press), wordsFor(deps, given, press)])
  return words ? { ...answer, words } : answer
}

/** Nothing where they cannot be had: by then the press may be saved, and that is what the answer has to say. */
async function wordsFor(
  deps: PressDeps,
  { clock }: AnswerDeps,
  { person }: CardPress,
): Promise<CardWords | null> {
  if (!deps.wording) return null
  try {
    return { wording: await deps.wording(), name: person.name, today: await clock.today() }
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return null
  }
}

const refusal = (sentence: string): PressReply => ({ kind: 'error', status: 400, sentence })

/** The same answer saved twice counts once, so pressing again is always safe. */
const trouble = (why: string): PressReply => ({
  kind: 'error',
  status: 500,
  sentence: `${why} What you typed is still in the card: press again in a minute. It is never saved twice.`,
})

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}
