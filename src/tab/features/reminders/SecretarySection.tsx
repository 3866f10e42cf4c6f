import { Button } from '@fluentui/react-components'
import { writeInstant } from '../../../domain/calendarDays.ts'
import type { SecretarysList } from '../../../usecases/deliveries.ts'
import { AskedGate } from '../../ui/AskedGate.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { linesToRepeat } from './DaySection.tsx'
import { PersonList, SubjectLink } from './PersonLines.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { Section } from './Section.tsx'
import { useSecretarysList } from './useDeliveries.ts'
import type { SendAgain } from './useSendAgain.ts'

/** Who was not reached, and who says that a row is not theirs: what somebody has to see to. */
export function SecretarySection({ again }: { again: SendAgain }) {
  const asked = useSecretarysList()
  return (
    <AskedGate asked={asked} what="who was not reached">
      {(list) => (
        <>
          <UnreadableRows rows={list.unreadable} of="the ledger" />
          <NotReached list={list} again={again} />
          <NotTheirs list={list} />
        </>
      )}
    </AskedGate>
  )
}

function NotReached({ list, again }: { list: SecretarysList; again: SendAgain }) {
  const styles = useRemindersStyles()
  const lines = linesToRepeat(list.notReached)
  return (
    <Section
      title="Not reached"
      about="For the secretary: of these people it is not known that they were told. Their reminders go up the ladder meanwhile."
      actions={
        lines.length > 1 && <Button onClick={() => again.begin(lines)}>Send again all {lines.length}</Button>
      }
    >
      {list.notReached.length === 0 ? (
        <p className={styles.quiet}>Everybody was reached.</p>
      ) : (
        <PersonList
          people={list.notReached}
          label="People who were not reached"
          onSendAgain={({ name }, mine) => again.begin(mine.map((line) => ({ name, line })))}
        />
      )}
    </Section>
  )
}

function NotTheirs({ list }: { list: SecretarysList }) {
  const styles = useRemindersStyles()
  if (list.notMine.length === 0) return null
  return (
    <Section
      title="Said not to be theirs"
      about="Somebody answered on their card that the row is another’s. Decide about the owner in the row."
    >
      <ul className={styles.list} aria-label="Rows that are said to be another’s">
        {list.notMine.map((line) => (
          <li key={line.key}>
            <SubjectLink subject={line.recommendation} />
            <div>
              {line.name} said so on {writeInstant(line.saidAt)}
              {line.whose ? `: it is “${line.whose}”.` : '.'}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
