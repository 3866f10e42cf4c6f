import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ReminderPolicy } from '../../../domain/reminderPolicy.ts'
import { reminderSettingKeys } from '../../../domain/reminderSettings.ts'
import type { Setting } from '../../../domain/setting.ts'
import type { Rows } from '../../ui/rows.tsx'
import { ExceptionDialog } from './ExceptionDialog.tsx'
import type { HeldRegister } from './heldRegister.ts'
import { SubjectLink } from './PersonLines.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { useRowNames } from './rowNames.tsx'
import { Section } from './Section.tsx'
import { membersOf, sayMembers } from './settingWords.ts'

/** The subject of an exception: the key of a report or of a row. */
function subjectOf(key: string): string | null {
  const { report, row } = reminderSettingKeys
  const prefix = [report(''), row('')].find((one) => key.startsWith(one))
  return prefix === undefined ? null : key.slice(prefix.length)
}

interface ExceptionsProps {
  readonly settings: Rows<Setting>
  readonly held: HeldRegister
  readonly force: ReminderPolicy
  readonly refusal: string | null
}

/** Reports and rows that differ from the policy of the force. */
export function Exceptions({ settings, held, force, refusal }: ExceptionsProps) {
  const styles = useRemindersStyles()
  const [open, setOpen] = useState<string | null>(null)
  const why = useId()
  const found = held.settings.rows.filter(
    ({ value }) => subjectOf(value.key) !== null && Object.keys(membersOf(value.value)).length > 0,
  )
  return (
    <Section
      title="Reports and rows that differ"
      about="A row’s own rules come before those of its report, and those before the policy of the force."
      actions={
        <Button
          disabledFocusable={refusal !== null}
          aria-describedby={refusal === null ? undefined : why}
          onClick={() => setOpen('')}
        >
          Add an exception
        </Button>
      }
    >
      {refusal !== null && (
        <p id={why} className={styles.quiet}>
          The board secretary and administrators add exceptions.
        </p>
      )}
      {found.length === 0 ? (
        <p className={styles.quiet}>None: the policy of the force holds everywhere.</p>
      ) : (
        <ul className={styles.list} aria-label="Exceptions">
          {found.map(({ id, value }) => (
            <ExceptionItem
              key={id}
              setting={value}
              mayChange={refusal === null}
              onOpen={() => setOpen(value.key)}
            />
          ))}
        </ul>
      )}
      {open !== null && (
        <ExceptionDialog
          settingKey={open}
          settings={settings}
          held={held}
          force={force}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function ExceptionItem(props: { setting: Setting; mayChange: boolean; onOpen: () => void }) {
  const { setting, mayChange, onOpen } = props
  const styles = useRemindersStyles()
  const subject = subjectOf(setting.key) ?? ''
  const { name } = useRowNames()(subject)
  return (
    <li>
      <div className={styles.head}>
        <SubjectLink subject={subject} />
        {mayChange && (
          <Button size="small" onClick={onOpen} aria-label={`Change the rules of ${name}`}>
            Change
          </Button>
        )}
      </div>
      {sayMembers(setting.value).map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </li>
  )
}
