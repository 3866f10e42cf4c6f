import { sayFeedbackRefusal } from '../../domain/feedbackWords.ts'
import { isM365Error } from '../../domain/m365Error.ts'
import { type FeedbackDeps, giveFeedback, openSheet } from '../../usecases/giveFeedback.ts'
import { answeredCard, feedbackCard, readFeedbackPress } from '../cards/feedbackCard.ts'
import { failureFacts, type Logger } from '../log.ts'
import { feedbackLink } from '../trainingMessenger.ts'
import type { OtherPress, PressReply } from './answerPress.ts'

/**
 * Takes an answer from a card. Who pressed is not asked: the word on the card is enough, and nothing of the person
 * goes any further.
 */
export function feedbackPressOf(
  deps: () => Promise<FeedbackDeps>,
  serviceOrigin: string,
  log: Logger,
): OtherPress {
  return async (_person, data) => {
    const pressed = readFeedbackPress(data)
    if (pressed === null) return null
    try {
      return await take(await deps(), pressed, serviceOrigin)
    } catch (thrown) {
      log.error(failureFacts(thrown), 'feedback could not be taken')
      const why = isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.'
      return {
        kind: 'error',
        status: 500,
        sentence: `${why} What you chose is still in the card: press again in a minute.`,
      }
    }
  }
}

async function take(
  deps: FeedbackDeps,
  { word, given }: NonNullable<ReturnType<typeof readFeedbackPress>>,
  serviceOrigin: string,
): Promise<PressReply> {
  const sheet = await openSheet(deps, word)
  if (!sheet) return { kind: 'words', sentence: sayFeedbackRefusal('unknown-sheet') }
  const outcome = await giveFeedback(deps, { word, given })
  if (outcome.ok) return { kind: 'card', card: answeredCard(sheet), settled: true }
  const sentence = sayFeedbackRefusal(outcome.code)
  if (outcome.code === 'answered-already')
    return { kind: 'card', card: answeredCard(sheet, sentence), settled: true }
  const card = feedbackCard({ ...sheet, word }, feedbackLink(serviceOrigin, word), {
    notice: sentence,
    given,
  })
  return { kind: 'card', card, settled: false }
}
