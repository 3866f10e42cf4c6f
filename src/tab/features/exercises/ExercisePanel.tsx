import { Button, MessageBar, MessageBarBody, useRestoreFocusTarget } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { ukClock, writeDateAndWeekday } from '../../../domain/calendarDays.ts'
import { type Exercise, roleCover } from '../../../domain/exercise.ts'
import { writeBoroughs } from '../../../domain/invitation.ts'
import { mayInvite, type Person } from '../../../domain/roles.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { FactList } from '../../ui/FactList.tsx'
import { useServices } from '../../ui/services.tsx'
import { useShownFromTop } from '../../ui/useShownFromTop.ts'
import { usePanelStyles } from './ExercisePanel.styles.ts'
import { timeWords, whyNotInvite } from './exerciseWords.ts'
import { InvitationDialog } from './InvitationDialog.tsx'
import { InviteeList } from './InviteeList.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { RoleCoverBar } from './RoleCoverBar.tsx'
import { StateWord } from './StateWord.tsx'
import { type Answers, useAnswers } from './useAnswers.ts'
import { useInvitation } from './useInvitation.ts'

export interface ExercisePanelProps {
  readonly row: Stored<Exercise>
  readonly replace: (row: Stored<Exercise>) => void
}

/** One exercise: the facts, the way to its invitation, and who is coming. */
export function ExercisePanel({ row, replace }: ExercisePanelProps) {
  const { me } = useServices()
  const styles = usePanelStyles()
  const title = useShownFromTop()
  const invitation = useInvitation(row, replace)
  const answers = useAnswers(row, replace)
  const exercise = row.value
  return (
    <article className={styles.panel}>
      <div className={styles.kicker}>
        {exercise.type} · {writeDateAndWeekday(exercise.date)}
      </div>
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {exercise.unit}
      </h2>
      <StateWord exercise={exercise} />
      <InviteActions exercise={exercise} me={me} onPreview={invitation.open} />
      <div role="status" className={styles.messages}>
        {invitation.outcome && !invitation.shown && <OutcomeBar outcome={invitation.outcome} />}
      </div>
      <Facts exercise={exercise} />
      <h3 className={styles.heading}>Who is coming</h3>
      <AnswersLine answers={answers} />
      <InviteeList invitees={exercise.invitees} invited={exercise.invitation?.state === 'sent'} />
      {mayInvite(me) && exercise.internalNote && <InternalNote text={exercise.internalNote} />}
      <InvitationDialog invitation={invitation} />
    </article>
  )
}

function InviteActions(props: { exercise: Exercise; me: Person; onPreview: () => void }) {
  const { exercise, me, onPreview } = props
  const styles = usePanelStyles()
  const restoreFocus = useRestoreFocusTarget()
  const why = whyNotInvite(exercise, me)
  const begun = why === null && exercise.invitation?.state === 'sending'
  return (
    <div className={styles.actions}>
      <Button
        appearance="primary"
        onClick={onPreview}
        disabledFocusable={why !== null}
        aria-describedby={why === null ? undefined : 'why-not-invite'}
        {...restoreFocus}
      >
        Preview invitation
      </Button>
      {why !== null && (
        <span id="why-not-invite" className={styles.why}>
          {why}
        </span>
      )}
      {begun && (
        <span className={styles.why}>
          You began to send this invitation and it was not finished. Preview it and send it again: nobody gets
          it twice.
        </span>
      )}
    </div>
  )
}

function Facts({ exercise }: { exercise: Exercise }) {
  return (
    <FactList
      facts={[
        ['Date', writeDateAndWeekday(exercise.date)],
        ['Time', `${timeWords(exercise)} UK time (${ukClock(exercise.date)})`],
        ['Venue', exercise.venue],
        ['Boroughs', writeBoroughs(exercise.boroughs)],
        ['Required roles', <RoleCoverBar key="cover" cover={roleCover(exercise)} />],
      ]}
    />
  )
}

function AnswersLine({ answers }: { answers: Answers }) {
  const styles = usePanelStyles()
  if (answers.sentence === '') return null
  return (
    <div className={styles.answers}>
      {answers.trouble ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{answers.sentence}</MessageBarBody>
        </MessageBar>
      ) : (
        <span>{answers.sentence}</span>
      )}
      {answers.readAgain && (
        <Button size="small" onClick={answers.readAgain} disabledFocusable={answers.reading}>
          {answers.reading ? 'Reading…' : 'Read answers again'}
        </Button>
      )}
    </div>
  )
}

function InternalNote({ text }: { text: string }) {
  const styles = usePanelStyles()
  return (
    <aside className={styles.note} aria-label="Internal: never sent">
      <h3 className={styles.noteTitle}>
        <LockClosedRegular fontSize={18} aria-hidden="true" />
        Internal: never sent
      </h3>
      {text}
    </aside>
  )
}
