import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { PlaceRequest } from '../../../../domain/exercisePlan.ts'
import { answerRequest } from '../../../../domain/placeRequests.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { usePlacesStyles } from './Places.styles.ts'
import { useExerciseChange } from './useExerciseChange.ts'

/** Officers who ask for a place and wait for an answer. Nothing is shown where nobody waits. */
export function RequestList(props: {
  rows: readonly Stored<Exercise>[]
  replace: ExerciseSectionProps['replace']
}) {
  const { me } = useServices()
  const styles = usePlacesStyles()
  const waiting = props.rows.flatMap((row) =>
    row.value.requests.filter((one) => one.state === 'asked').map((request) => ({ row, request })),
  )
  if (waiting.length === 0 || !mayInvite(me)) return null
  return (
    <section aria-label="Places asked for">
      <h3 className={styles.heading}>Asked for a place</h3>
      <ul className={styles.list}>
        {waiting.map(({ row, request }) => (
          <Waiting key={`${row.id} ${request.person}`} row={row} request={request} replace={props.replace} />
        ))}
      </ul>
    </section>
  )
}

function Waiting(props: { request: PlaceRequest } & ExerciseSectionProps) {
  const { row, request, replace } = props
  const styles = usePlacesStyles()
  const change = useExerciseChange(row, replace)
  const [answer, setAnswer] = useState('')
  const say = (agreed: boolean) =>
    change.by(
      (exercise, act) => answerRequest(exercise, { person: request.person, agreed, answer }, act),
      agreed
        ? `${request.personName} has a place and is on the roster. Send the change under Invitation for it to be in their calendar.`
        : `${request.personName} is told that there is no place.`,
    )
  return (
    <li className={styles.marks}>
      <span className={styles.lines}>
        <span>
          <span className={styles.role}>{request.personName}</span> asks to come to {row.value.unit}
        </span>
        {request.note && <span>“{request.note}”</span>}
        <span className={styles.small}>{writeInstant(request.at)}</span>
      </span>
      <span className={styles.buttons}>
        <Button appearance="primary" onClick={() => say(true)} disabledFocusable={change.busy}>
          Agree
        </Button>
        <Button onClick={() => say(false)} disabledFocusable={change.busy}>
          Decline
        </Button>
      </span>
      <Field className={styles.wide} label="Answer" hint="They get it as a card. Say why when you decline.">
        <Textarea rows={2} value={answer} onChange={(_event, data) => setAnswer(data.value)} />
      </Field>
      {change.trouble && (
        <MessageBar intent="error" layout="multiline" politeness="assertive" className={styles.wide}>
          <MessageBarBody>{change.trouble}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  )
}
