import { Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { useState } from 'react'
import { writeDate } from '../../../domain/calendarDays.ts'
import { trainingSubject } from '../../../domain/ownMessages.ts'
import type { DeliveredLine, PersonDelivery } from '../../../usecases/deliveries.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { sayDelivered, sendableStates } from './deliveryWords.ts'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { useRowNames } from './rowNames.tsx'

/** People that are drawn at a time. */
const peopleAtOnce = 50

/** Person by person what became of their reminders, with a button for what did not arrive. */
export function PersonList(props: {
  people: readonly PersonDelivery[]
  label: string
  onSendAgain: (person: PersonDelivery, lines: readonly DeliveredLine[]) => void
}) {
  const { people, label, onSendAgain } = props
  const styles = useRemindersStyles()
  const [shown, setShown] = useState(peopleAtOnce)
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {people.slice(0, shown).map((person) => (
          <PersonItem key={person.person} person={person} onSendAgain={onSendAgain} />
        ))}
      </ul>
      {people.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + peopleAtOnce)}>
            Show more ({people.length - shown} people)
          </Button>
        </div>
      )}
    </>
  )
}

function PersonItem(props: {
  person: PersonDelivery
  onSendAgain: (person: PersonDelivery, lines: readonly DeliveredLine[]) => void
}) {
  const { person, onSendAgain } = props
  const styles = useRemindersStyles()
  const again = person.lines.filter(({ state }) => sendableStates.has(state))
  return (
    <li>
      <div className={styles.head}>
        <h3 className={styles.name}>{person.name}</h3>
        {again.length > 0 && (
          <Button
            size="small"
            onClick={() => onSendAgain(person, again)}
            aria-label={`Send again to ${person.name}`}
          >
            Send again
          </Button>
        )}
      </div>
      <LineList lines={person.lines} label={`Reminders of ${person.name}`} />
    </li>
  )
}

/** Reminders of one person: what about, what became of each, and why. */
export function LineList({ lines, label }: { lines: readonly DeliveredLine[]; label: string }) {
  const styles = useRemindersStyles()
  return (
    <ul className={styles.list} aria-label={label}>
      {lines.map((line) => (
        <LineItem key={line.key} line={line} />
      ))}
    </ul>
  )
}

function LineItem({ line }: { line: DeliveredLine }) {
  const styles = useRemindersStyles()
  const training = trainingSubject(line)
  return (
    <li>
      {training === null ? <SubjectLink subject={line.recommendation} /> : <span>{training}</span>}
      <div>
        <StateWord line={line} />
      </div>
      {line.trouble && <div>{line.trouble}</div>}
      <div className={styles.small}>{line.why || `It is about ${writeDate(line.deadline)}.`}</div>
    </li>
  )
}

function StateWord({ line }: { line: DeliveredLine }) {
  const styles = useRemindersStyles()
  const bad = sendableStates.has(line.state)
  const good = line.state === 'sent'
  const icon = bad ? <ErrorCircleRegular /> : good ? <CheckmarkCircleRegular /> : <CircleRegular />
  return (
    <span className={mergeClasses(styles.state, bad && styles.bad, good && styles.good)}>
      {icon}
      <span>{sayDelivered(line)}</span>
    </span>
  )
}

/** The row or report that a reminder is about; opens it where the tab holds it. */
export function SubjectLink({ subject }: { subject: string }) {
  const styles = useRemindersStyles()
  const { open } = useNavigation()
  const { name, itemId } = useRowNames()(subject)
  if (itemId === null) return <span>{name}</span>
  return (
    <button type="button" className={styles.linkLike} onClick={() => open('recommendations', itemId, '')}>
      {name}
    </button>
  )
}
