import {
  Badge,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Text,
  Title3,
} from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { SafeHtml } from '../SafeHtml.tsx'
import { type Answer, type CalendarEvent, tenantApi } from '../tenantApi.ts'
import { answerWords, subjectOf, whereOf } from './eventWords.ts'
import { useOutlookStyles } from './Outlook.styles.ts'
import { whenOf } from './when.ts'

interface EventViewProps {
  readonly event: CalendarEvent
  readonly address: string
  readonly onBack: () => void
  readonly onLink: (link: string) => boolean
  readonly onChanged: () => Promise<void>
}

/** An open event: when, where, who, the answers, and the answer buttons of an attendee. */
export function EventView({ event, address, onBack, onLink, onChanged }: EventViewProps) {
  const styles = useOutlookStyles()
  const organizer = event.organizer?.emailAddress
  return (
    <article aria-label={subjectOf(event)}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        All events
      </Button>
      <Title3 as="h2" block>
        {subjectOf(event)}
      </Title3>
      {event.isCancelled && (
        <MessageBar intent="error">
          <MessageBarBody>Cancelled. The organiser has called this event off.</MessageBarBody>
        </MessageBar>
      )}
      <dl className={styles.facts}>
        <dt>When</dt>
        <dd>{whenOf(event)}</dd>
        {whereOf(event) && <dt>Where</dt>}
        {whereOf(event) && <dd>{whereOf(event)}</dd>}
        <dt>Organiser</dt>
        <dd>
          {organizer?.name ?? organizer?.address}{' '}
          {organizer?.name && <span className={styles.quiet}>{organizer.address}</span>}
        </dd>
        <Attendees event={event} type="required" title="Required" />
        <Attendees event={event} type="optional" title="Optional" />
        <Attendees event={event} type="resource" title="Rooms" />
        {!event.isOrganizer && (
          <>
            <dt>Your answer</dt>
            <dd>{answerWords(event.responseStatus?.response)}</dd>
          </>
        )}
      </dl>
      {!event.isOrganizer && !event.isCancelled && (
        <AnswerButtons event={event} address={address} onChanged={onChanged} />
      )}
      <SafeHtml className={styles.body} html={event.body?.content ?? ''} onLink={onLink} />
    </article>
  )
}

interface AttendeesProps {
  readonly event: CalendarEvent
  readonly type: string
  readonly title: string
}

function Attendees({ event, type, title }: AttendeesProps) {
  const styles = useOutlookStyles()
  const people = (event.attendees ?? []).filter((attendee) => attendee.type === type)
  if (people.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul className={styles.people}>
          {people.map(({ emailAddress, status }) => (
            <li key={emailAddress?.address}>
              {emailAddress?.name ?? emailAddress?.address}
              {event.isOrganizer && (
                <>
                  {' '}
                  <Badge appearance="tint" color={badgeColours[status?.response ?? 'none'] ?? 'informative'}>
                    {answerWords(status?.response)}
                  </Badge>
                </>
              )}
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}

const badgeColours: Readonly<Record<string, 'success' | 'warning' | 'danger'>> = {
  accepted: 'success',
  tentativelyAccepted: 'warning',
  declined: 'danger',
}

const buttons: readonly { answer: Answer; label: string; response: string }[] = [
  { answer: 'accept', label: 'Accept', response: 'accepted' },
  { answer: 'tentativelyAccept', label: 'Tentative', response: 'tentativelyAccepted' },
  { answer: 'decline', label: 'Decline', response: 'declined' },
]

function AnswerButtons({
  event,
  address,
  onChanged,
}: Pick<EventViewProps, 'event' | 'address' | 'onChanged'>) {
  const styles = useOutlookStyles()
  const [comment, setComment] = useState('')
  const [trouble, setTrouble] = useState('')

  const answer = async (chosen: Answer) => {
    try {
      await tenantApi.respond(address, event.id ?? '', chosen, comment)
      setComment('')
      setTrouble('')
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
    await onChanged()
  }

  return (
    <fieldset style={{ border: 'none', margin: 0, padding: 0 }} aria-label="Answer the invitation">
      <div className={styles.answers}>
        <Field label="A word to the organiser" className={styles.comment}>
          <Input value={comment} onChange={(_event, data) => setComment(data.value)} />
        </Field>
        {buttons.map(({ answer: chosen, label, response }) => (
          <Button
            key={chosen}
            appearance={event.responseStatus?.response === response ? 'primary' : 'secondary'}
            aria-pressed={event.responseStatus?.response === response}
            onClick={() => void answer(chosen)}
          >
            {label}
          </Button>
        ))}
        {trouble && (
          <Text role="alert" className={styles.trouble}>
            {trouble}
          </Text>
        )}
      </div>
    </fieldset>
  )
}
