import { CalendarCancelRegular } from '@fluentui/react-icons/svg/calendar-cancel'
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import type { Exercise } from '../../../domain/exercise.ts'
import { useToday } from '../../ui/services.tsx'
import { useExercisesStyles } from './ExercisesPage.styles.ts'
import { stateWords } from './exerciseWords.ts'

const icons = { sending: SendRegular, sent: MailRegular, 'called-off': CalendarCancelRegular }

/** How far the invitation has come, as an icon and a word. */
export function StateWord({ exercise }: { exercise: Pick<Exercise, 'invitation' | 'date'> }) {
  const styles = useExercisesStyles()
  const { invitation } = exercise
  const Icon = invitation ? icons[invitation.state] : CalendarLtrRegular
  return (
    <span className={styles.stateWord}>
      <Icon fontSize={16} aria-hidden="true" />
      {stateWords(exercise, useToday())}
    </span>
  )
}
