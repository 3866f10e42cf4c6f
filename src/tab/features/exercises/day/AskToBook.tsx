import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Invitee } from '../../../../domain/exercise.ts'
import type { PlaceRequest } from '../../../../domain/exercisePlan.ts'
import { askToBook, longestRequest, requestOf } from '../../../../domain/placeRequests.ts'
import { placeOf } from '../../../../domain/programme.ts'
import { isInvited, liesAhead } from '../../../../domain/roleStanding.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { CalendarFileButton } from './CalendarFileButton.tsx'
import { usePlacesStyles } from './Places.styles.ts'
import { useExerciseChange } from './useExerciseChange.ts'

/** An officer's wish to take part in an exercise of their unit, and what the coordinator said. */
export function AskToBook({ row, replace }: ExerciseSectionProps) {
  const { me } = useServices()
  const styles = usePlacesStyles()
  const today = useToday()
  const request = requestOf(row.value, me.objectId)
  const ahead = liesAhead(row.value, today)
  const place = placeOf(row.value, me)
  return (
    <div className={styles.section}>
      {request && <Asked request={request} />}
      {!request && place && <HasPlace place={place} invited={isInvited(row.value)} />}
      {ahead && !place && request?.state !== 'asked' && request?.state !== 'agreed' && (
        <Ask row={row} replace={replace} again={request !== null} />
      )}
      {ahead && (
        <div>
          <CalendarFileButton exercise={row.value} />
        </div>
      )}
    </div>
  )
}

function HasPlace({ place, invited }: { place: Invitee; invited: boolean }) {
  const next = !invited
    ? 'The invitation comes to your calendar.'
    : {
        accepted: 'You have accepted.',
        declined: 'You have declined.',
        tentative: 'You have accepted tentatively.',
        none: 'Please answer the invitation in your calendar.',
      }[place.response]
  return (
    <MessageBar layout="multiline" intent="info">
      <MessageBarBody>
        You have a place as {place.role}. {next}
      </MessageBarBody>
    </MessageBar>
  )
}

function Asked({ request }: { request: PlaceRequest }) {
  const words = {
    asked: `You asked for a place on ${writeInstant(request.at)}. You get the answer as a card.`,
    agreed: `You have a place. ${request.answeredBy} agreed${request.answeredAt ? ` on ${writeInstant(request.answeredAt)}` : ''}.`,
    declined: `There is no place for you this time. ${request.answeredBy} answered${request.answeredAt ? ` on ${writeInstant(request.answeredAt)}` : ''}.`,
  }[request.state]
  return (
    <MessageBar
      layout="multiline"
      intent={request.state === 'agreed' ? 'success' : request.state === 'declined' ? 'warning' : 'info'}
    >
      <MessageBarBody>
        {words} {request.answer}
      </MessageBarBody>
    </MessageBar>
  )
}

function Ask({ row, replace, again }: ExerciseSectionProps & { again: boolean }) {
  const styles = usePlacesStyles()
  const change = useExerciseChange(row, replace)
  const [note, setNote] = useState('')
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{again ? 'Ask again' : 'Ask for a place'}</Button>
      </div>
    )
  return (
    <form
      className={styles.section}
      onSubmit={async (event) => {
        event.preventDefault()
        const said = 'You asked for a place. You get the answer as a card.'
        await change.by((exercise, act, today) => askToBook(exercise, note, act, today), said)
      }}
    >
      <Field
        label="Why would you like to come?"
        hint="The exercise coordinator reads it and answers with a card."
      >
        <Textarea
          autoFocus
          rows={3}
          maxLength={longestRequest}
          value={note}
          onChange={(_event, data) => setNote(data.value)}
        />
      </Field>
      {change.trouble && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{change.trouble}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.bar}>
        <Button type="submit" appearance="primary" disabledFocusable={change.busy}>
          Ask for a place
        </Button>
        <Button onClick={() => setOpen(false)}>Not now</Button>
      </div>
    </form>
  )
}
