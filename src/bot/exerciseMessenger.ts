import { messageTitle } from '../domain/exerciseMessages.ts'
import type { ExerciseMessenger } from '../usecases/exerciseMessaging.ts'
import { oneLine } from './cards/cardText.ts'
import { exerciseCard, exerciseLink, exerciseMail } from './cards/exerciseCards.ts'
import { type TrainingMessengerDeps, tellIn } from './trainingMessenger.ts'

/** Sends what is told about exercises through Microsoft's Teams SDK, the activity feed and the service's mailbox. */
export function exerciseMessenger(deps: Omit<TrainingMessengerDeps, 'serviceOrigin'>): ExerciseMessenger {
  const { teamsAppId, arrivedSince } = deps
  return {
    arrivedSince,
    tell(to, message, others, leaving) {
      const shapes = {
        card: exerciseCard(message, teamsAppId),
        line: oneLine(messageTitle(message), 150),
        link: exerciseLink(message, teamsAppId),
        mail: exerciseMail(message, teamsAppId),
      }
      return tellIn(deps, to, shapes, others, leaving)
    },
  }
}
