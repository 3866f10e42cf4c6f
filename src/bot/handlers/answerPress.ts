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
import { cardWithDrafts, type RowNotice } from '../cards/deadlineCard.ts'
import { readPress } from '../cards/progressForm.ts'
import { failureFacts, type Logger } from '../log.ts'

export interface PressDeps {
  readonly teamsAppId: string
  readonly log: Logger
  answer(): Promise<AnswerDeps>
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
  const pressed = readPress(data)
  if (person === null)
    return refusal('Nothing was saved: Teams did not say who you are. Sign in to Teams again.')
  if (pressed === null) return refusal('Nothing was saved: this card is not one that Follow-Through knows.')
  try {
    const press = { person, ...pressed, activity }
    const answer = await within(answerWithin, answerInTime(deps, press))
    if (answer === null) return trouble('It took too long, so it is not certain that your note was saved.')
    if (answer.unread) return { kind: 'words', sentence: savedButOld }
    const notice = answerNotice(pressed.rowRef, pressed.typed, answer.outcome)
    const card = cardWithDrafts(answer, deps.teamsAppId, notice, pressed.drafts)
    if (card === null) return { kind: 'words', sentence: besideTheCard(answer.outcome, notice) }
    return { kind: 'card', card, settled: isSettled(answer.outcome) }
  } catch (thrown) {
    deps.log.error(failureFacts(thrown), 'a press of a card could not be answered')
    return trouble(isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.')
  }
}

const savedButOld =
  'Saved in the register. The card could not be brought up to date just now; Follow-Through shows the row as it is.'

function isSettled(outcome: PressOutcome): boolean {
  if (outcome.code === 'refused') return ['closed', 'missing', 'not-your-item'].includes(outcome.why)
  return outcome.code === 'saved'
}

/** For a card that is left alone, because a new one could not hold everything that was typed in it. */
function besideTheCard(outcome: PressOutcome, notice: RowNotice): string {
  const rest =
    'The card stays as it is, because the notes typed in its other rows are too long to be kept on a new one'
  if (outcome.code !== 'conflict') return `${notice.sentence} ${rest}: save them one by one.`
  return `Nothing was saved yet: the progress was changed in the meantime. ${rest}. Open Follow-Through to see what is there now.`
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
