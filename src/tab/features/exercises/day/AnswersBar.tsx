import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { useServices } from '../../../ui/services.tsx'
import { usePlacesStyles } from './Places.styles.ts'
import type { FollowedAnswers } from './useFollowedAnswers.ts'

/** How fresh the answers are. Only the organiser's own copy of an event knows them; others see the stored ones. */
export function AnswersBar({ exercise, answers }: { exercise: Exercise; answers: FollowedAnswers }) {
  const { me } = useServices()
  const styles = usePlacesStyles()
  const { invitation } = exercise
  if (invitation?.state !== 'sent') return null
  const follows = invitation.organiser === me.objectId || (invitation.mailbox ?? '') !== ''
  if (!follows) return <p className={styles.quiet}>{storedWords(invitation)}</p>
  return (
    <div className={styles.bar}>
      {answers.trouble ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{answers.sentence}</MessageBarBody>
        </MessageBar>
      ) : (
        <span className={styles.quiet}>{answers.sentence}</span>
      )}
      <Button size="small" onClick={answers.readAgain} disabledFocusable={answers.reading}>
        {answers.reading ? 'Reading…' : 'Read answers again'}
      </Button>
    </div>
  )
}

function storedWords(invitation: NonNullable<Exercise['invitation']>): string {
  const reader = `${invitation.organiserName}, who sent the invitation, sees new answers first.`
  if (!invitation.answersReadAt) return `No answer has been read yet. ${reader}`
  return `Answers as read on ${writeInstant(invitation.answersReadAt)}. ${reader}`
}
