import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { AskedGate } from '../../ui/AskedGate.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { LineList } from './PersonLines.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { Section } from './Section.tsx'
import { useOwnReminders } from './useDeliveries.ts'

/** Reminders that are drawn at a time. */
const linesAtOnce = 20

/** What the signed-in person was told, the newest first. */
export function OwnReminders() {
  const styles = useRemindersStyles()
  const asked = useOwnReminders()
  const [shown, setShown] = useState(linesAtOnce)
  return (
    <Section title="My reminders" about="What Follow-Through told you, the newest first, and why.">
      <AskedGate asked={asked} what="your reminders">
        {({ lines, unreadable }) => (
          <>
            <UnreadableRows rows={unreadable} of="your reminders" />
            {lines.length === 0 ? (
              <p className={styles.quiet}>You have not been reminded of anything yet.</p>
            ) : (
              <LineList lines={lines.slice(0, shown)} label="My reminders" />
            )}
            {lines.length > shown && (
              <div>
                <Button onClick={() => setShown(shown + linesAtOnce)}>Show more</Button>
              </div>
            )}
          </>
        )}
      </AskedGate>
    </Section>
  )
}
