import { isM365Error } from '../../domain/m365Error.ts'
import { type RequestRefusal, requestOf } from '../../domain/placeRequests.ts'
import { type AnswerPlaceDeps, answerPlaceRequest } from '../../usecases/answerPlaceRequest.ts'
import { readExercisePress, settledAskCard } from '../cards/exerciseCards.ts'
import { failureFacts, type Logger } from '../log.ts'
import type { OtherPress, PressReply } from './answerPress.ts'

const refusals: Readonly<Partial<Record<RequestRefusal | 'changed-meanwhile', string>>> = {
  'not-a-coordinator': 'Nothing was saved: somebody else answers for the exercises now.',
  'no-reason': 'Nothing was saved yet: say why you decline, and press again.',
  'too-long': 'Nothing was saved yet: the answer is too long. Shorten it and press again.',
  'changed-meanwhile': 'Nothing was saved: others kept saving the exercise. Press again.',
}

/**
 * Takes the answer to an officer who asks for a place. Who pressed is whom the channel vouches for; whether they may
 * is decided anew. Pressing again is safe: an answer counts once.
 * @param settled is told that somebody was answered, so that they hear of it at once
 */
export function exercisePressOf(
  deps: () => Promise<AnswerPlaceDeps>,
  teamsAppId: string,
  log: Logger,
  settled: () => void,
): OtherPress {
  return async (person, data) => {
    const pressed = readExercisePress(data)
    if (pressed === null) return null
    if (person === null)
      return refused('Nothing was saved: Teams did not say who you are. Sign in to Teams again.')
    try {
      const outcome = await answerPlaceRequest(await deps(), { ...pressed, actor: person })
      if (outcome.ok) settled()
      else if (outcome.code !== 'not-asked') return refused(refusals[outcome.code] ?? 'Nothing was saved.')
      const request = requestOf(outcome.row.value, pressed.person)
      const sentence =
        request === null || request.state === 'asked'
          ? 'The question is not there any more.'
          : `${request.personName} was ${request.state === 'agreed' ? 'given a place' : 'declined'} by ${request.answeredBy}. They are told by card.`
      return { kind: 'card', card: settledAskCard(sentence, pressed.exercise, teamsAppId), settled: true }
    } catch (thrown) {
      log.error(failureFacts(thrown), 'an answer about an exercise could not be taken')
      const why = isM365Error(thrown) ? thrown.message : 'Something went wrong in Follow-Through.'
      return {
        ...{ kind: 'error', status: 500 },
        sentence: `${why} Press again in a minute: an answer counts once.`,
      }
    }
  }
}

const refused = (sentence: string): PressReply => ({ kind: 'error', status: 400, sentence })
