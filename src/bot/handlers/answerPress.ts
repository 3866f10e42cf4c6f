import { isM365Error } from '../../domain/m365Error.ts'
import {
  type AnswerDeps,
  answerCard,
  type CardAnswer,
  type CardPress,
  type PressOutcome,
} from '../../usecases/answerCard.ts'
import type { AdaptiveCard } from '../cards/adaptiveCard.ts'
import { answerNotice } from '../cards/answerNotice.ts'
import { deadlineCard } from '../cards/deadlineCard.ts'
import { readPress } from '../cards/progressForm.ts'
import { failureFacts, type Logger } from '../log.ts'

export interface PressDeps {
  readonly teamsAppId: string
  readonly log: Logger
  answer(): Promise<AnswerDeps>
}

/**
 * What goes back for a press: the card as it is now, or a sentence that leaves the card and its input alone. A
 * settled card holds nothing that was typed and not saved, so it may also take the place of the one in the chat.
 */
export type PressReply =
  | { readonly kind: 'card'; readonly card: AdaptiveCard; readonly settled: boolean }
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
  const pressed = readPress(data)
  if (person === null)
    return refusal('Nothing was saved: Teams did not say who you are. Sign in to Teams again.')
  if (pressed === null) return refusal('Nothing was saved: this card is not one that Follow-Through knows.')
  try {
    const press = { person, ...pressed, activity }
    const answer = await within(answerWithin, answerInTime(deps, press))
    if (answer === null) return trouble('It took too long, so it is not certain that your note was saved.')
    const notice = answerNotice(pressed.rowRef, pressed.typed, answer.outcome)
    return {
      kind: 'card',
      card: deadlineCard(answer, deps.teamsAppId, notice),
      settled: isSettled(answer.outcome),
    }
  } catch (thrown) {
    deps.log.error(failureFacts(thrown), 'a press of a card could not be answered')
    return trouble(isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.')
  }
}

function isSettled(outcome: PressOutcome): boolean {
  if (outcome.code === 'refused') return ['closed', 'missing', 'not-your-item'].includes(outcome.why)
  return outcome.code === 'saved'
}

const answerInTime = async (deps: PressDeps, press: CardPress): Promise<CardAnswer> =>
  answerCard(await deps.answer(), press)

const refusal = (sentence: string): PressReply => ({ kind: 'error', status: 400, sentence })

/** The same note saved twice counts once, so pressing again is always safe. */
const trouble = (why: string): PressReply => ({
  kind: 'error',
  status: 500,
  sentence: `${why} Your text is still in the card: press Save progress again in a minute. It is never saved twice.`,
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
