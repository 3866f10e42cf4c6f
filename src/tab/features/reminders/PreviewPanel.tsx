import { Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { isIsoDate, writeDateAndWeekday } from '../../../domain/calendarDays.ts'
import { sayHeld, sayReason } from '../../../domain/reminderReasons.ts'
import type { ReminderPreview } from '../../../usecases/previewReminders.ts'
import { useToday } from '../../ui/services.tsx'
import type { HeldRegister } from './heldRegister.ts'
import { SubjectLink } from './PersonLines.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { Section } from './Section.tsx'
import { usePreview } from './usePreview.ts'

/** What the rules, as they stand in the forms, would send on a day. */
export function PreviewPanel({ held, proposal }: { held: HeldRegister; proposal: string | null }) {
  const styles = useRemindersStyles()
  const today = useToday()
  const [typed, setTyped] = useState(today)
  const day = isIsoDate(typed) ? typed : null
  const { proposed, saved, error, busy } = usePreview(held, day, proposal)
  return (
    <Section
      title="What these rules would do"
      about="Worked out from the register as it is now, with what was sent already taken into account. Nothing is sent or saved."
    >
      <Field
        label="On"
        className={styles.filter}
        hint={day === null ? 'Choose a day.' : writeDateAndWeekday(day)}
      >
        <Input type="date" value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {error && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{error.message} There is no preview until it can be read.</MessageBarBody>
        </MessageBar>
      )}
      <div aria-live="polite" aria-busy={busy}>
        {proposed ? (
          <p className={styles.preview}>{proposed.sentence}</p>
        ) : (
          !error && <p className={styles.preview}>Working it out…</p>
        )}
        {proposed && saved && proposed.sentence !== saved.sentence && (
          <p className={styles.quiet}>With the rules that are saved: {numbersOf(saved)}.</p>
        )}
        {proposed && <NotNow preview={proposed} />}
      </div>
      {proposed && proposed.cards > 0 && <PreviewedLines preview={proposed} />}
    </Section>
  )
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

function numbersOf({ cards, people }: ReminderPreview): string {
  return `${count(cards, 'card', 'cards')} to ${count(people.length, 'person', 'people')}`
}

/** Lines that the plan holds back or has nobody for, by their reason. */
function NotNow({ preview: { plan } }: { preview: ReminderPreview }) {
  const styles = useRemindersStyles()
  const byCode = Map.groupBy(plan.notSent, ({ code }) => code)
  return (
    <>
      {[...byCode].map(([code, lines]) => (
        <p key={code} className={styles.quiet}>
          {count(lines.length, 'reminder', 'reminders')} not sent then. {sayHeld({ code })}
        </p>
      ))}
      {plan.unaddressed.length > 0 && (
        <p className={styles.quiet}>
          {count(plan.unaddressed.length, 'row has', 'rows have')} nobody who could be told.
        </p>
      )}
    </>
  )
}

/** Cards that are listed; the sentence above names everybody. */
const mostCards = 30

function PreviewedLines({ preview }: { preview: ReminderPreview }) {
  const styles = useRemindersStyles()
  const cards = preview.plan.messages.slice(0, mostCards)
  return (
    <details>
      <summary className={styles.summary}>Each card and why</summary>
      <ul className={styles.list} aria-label="Cards that would be sent">
        {cards.map(({ person, digest }) => (
          <li key={digest[0]?.key ?? person.objectId}>
            <span className={styles.name}>{person.name}</span>
            {digest.map((line) => (
              <div key={line.key}>
                <SubjectLink subject={line.recommendation} />: {sayReason(line)}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {preview.cards > cards.length && (
        <p className={styles.quiet}>And {preview.cards - cards.length} more cards.</p>
      )}
    </details>
  )
}
