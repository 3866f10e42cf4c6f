import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
} from '@fluentui/react-components'
import { useState } from 'react'
import { writeReference } from '../../../domain/recommendation.ts'
import type { PolicyDifference, ReminderPolicy } from '../../../domain/reminderPolicy.ts'
import { readPolicy, reminderSettingKeys } from '../../../domain/reminderSettings.ts'
import type { Setting } from '../../../domain/setting.ts'
import type { Rows } from '../../ui/rows.tsx'
import type { HeldRegister } from './heldRegister.ts'
import { PolicyFields } from './PolicyFields.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { useRowNames } from './rowNames.tsx'
import { policyValues, readPolicyValues } from './ruleFields.ts'
import { SaveBar } from './SaveBar.tsx'
import { nameOfSetting } from './settingWords.ts'
import { useSettingDraft } from './useSettingDraft.ts'

export interface ExceptionDialogProps {
  /** Of the exception that is changed; empty for a new one, whose report or row is chosen first. */
  readonly settingKey: string
  readonly settings: Rows<Setting>
  readonly held: HeldRegister
  readonly force: ReminderPolicy
  readonly onClose: () => void
}

/** What one report or one row does differently. */
export function ExceptionDialog(props: ExceptionDialogProps) {
  const { settingKey, held, onClose } = props
  const styles = useRemindersStyles()
  const [chosen, setChosen] = useState(settingKey)
  const nameOf = useRowNames()
  const name = nameOfSetting(chosen, (subject) => nameOf(subject).name)
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{settingKey === '' ? 'Add an exception' : `Rules of ${name}`}</DialogTitle>
          <DialogContent className={styles.stack}>
            {settingKey === '' && <SubjectFields held={held} onChoose={setChosen} />}
            {chosen !== '' && <ExceptionFields key={chosen} {...props} settingKey={chosen} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function SubjectFields({ held, onChoose }: { held: HeldRegister; onChoose: (settingKey: string) => void }) {
  const styles = useRemindersStyles()
  const [report, setReport] = useState('')
  const rows = held.recommendations.rows.filter(({ value }) => value.reportKey === report)
  const reports = held.reports.rows.toSorted((a, b) => a.value.title.localeCompare(b.value.title, 'en-GB'))
  const choose = (key: string) => {
    setReport(key)
    onChoose(key === '' ? '' : reminderSettingKeys.report(key))
  }
  return (
    <>
      <Field label="Report" className={styles.narrow}>
        <Select value={report} onChange={(_event, { value }) => choose(value)}>
          <option value="">Choose a report</option>
          {reports.map(({ id, value }) => (
            <option key={id} value={value.key}>
              {value.title}
            </option>
          ))}
        </Select>
      </Field>
      {report !== '' && (
        <Field label="Row" className={styles.narrow}>
          <Select
            key={report}
            onChange={(_event, { value }) =>
              onChoose(value === '' ? reminderSettingKeys.report(report) : reminderSettingKeys.row(value))
            }
          >
            <option value="">The whole report</option>
            {rows.map(({ id, value }) => (
              <option key={id} value={value.key}>
                {writeReference(value)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  )
}

function ExceptionFields({ settingKey, settings, force, onClose }: ExceptionDialogProps) {
  const stored = settings.held?.rows.find(({ value }) => value.key === settingKey)
  const draft = useSettingDraft<PolicyDifference>(settings, {
    key: settingKey,
    saved: policyValues(differenceOf(stored?.value.value)),
    read: (values) => readPolicyValues(values, force),
  })
  const save = async (etag?: string) => {
    const saved = await draft.save(etag)
    if (saved) onClose()
    return saved
  }
  return (
    <>
      <PolicyFields {...draft} readOnly={false} otherwise={policyValues(force)} />
      <SaveBar draft={{ ...draft, save }} label="Save the exception" refusal={null} />
    </>
  )
}

function differenceOf(json: string | undefined): PolicyDifference {
  try {
    return readPolicy(JSON.parse(json ?? '{}')) ?? {}
  } catch {
    return {}
  }
}
