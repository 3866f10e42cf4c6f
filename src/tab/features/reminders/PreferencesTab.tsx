import { Button, Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { isIsoDate, writeDate, writeDateAndWeekday } from '../../../domain/calendarDays.ts'
import type { ReminderPreference } from '../../../domain/reminderPolicy.ts'
import { defaultPreference } from '../../../domain/reminderPolicy.ts'
import { reminderSettingKeys, reminderSettingsOf } from '../../../domain/reminderSettings.ts'
import type { Setting } from '../../../domain/setting.ts'
import { type Rows, RowsGate, useRows } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'
import { OwnReminders } from './OwnReminders.tsx'
import { preferenceValues, readPreferenceValues } from './preferenceFields.ts'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { SaveBar } from './SaveBar.tsx'
import { Section } from './Section.tsx'
import { useSettingDraft } from './useSettingDraft.ts'

/** How the signed-in person wants to be told, and what they were told. */
export function PreferencesTab() {
  const services = useServices()
  const settings = useRows('settings', services.settings)
  return (
    <>
      <RowsGate lists={[settings]} what="your preferences">
        {() => <Preferences settings={settings} />}
      </RowsGate>
      <OwnReminders />
    </>
  )
}

function Preferences({ settings }: { settings: Rows<Setting> }) {
  const { me } = useServices()
  const saved = reminderSettingsOf((settings.held?.rows ?? []).map(({ value }) => value))
  const preference = saved.policies.preferences.get(me.objectId) ?? defaultPreference
  const today = useToday()
  const draft = useSettingDraft<ReminderPreference>(settings, {
    key: reminderSettingKeys.preference(me.objectId),
    saved: preferenceValues(preference),
    read: (values) => readPreferenceValues(values, today),
  })
  const { values, problems, set } = draft
  const asleep = preference.snoozeUntil !== null && preference.snoozeUntil > today
  return (
    <Section
      title="How I want to be told"
      about={`Duties that the law sets are always told on their days: they cannot be put off or gathered. ${
        asleep ? `Everything else is put off until ${writeDate(preference.snoozeUntil ?? today)}.` : ''
      }`}
    >
      <Field label="When">
        <RadioGroup value={values.how ?? ''} onChange={(_event, { value }) => set('how', value)}>
          <Radio
            value="at-once"
            label="At once: a card whenever something is due, more than one a day where need be"
          />
          <Radio value="daily" label="Daily: at most one card a day" />
          <Radio value="weekly" label="Weekly: one card a week" />
        </RadioGroup>
      </Field>
      {values.how === 'weekly' && <WeekdayField value={values.weekday ?? ''} set={set} />}
      <SnoozeField value={values.snoozeUntil ?? ''} problem={problems.snoozeUntil} set={set} />
      <SaveBar draft={draft} label="Save my preferences" refusal={null} />
    </Section>
  )
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

function WeekdayField({ value, set }: { value: string; set: (name: string, value: string) => void }) {
  const styles = useRemindersStyles()
  return (
    <Field label="On" className={styles.filter} hint="In a week without that working day, on the next one.">
      <Select value={value} onChange={(_event, data) => set('weekday', data.value)}>
        {weekdays.map((name, place) => (
          <option key={name} value={String(place + 1)}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function SnoozeField(props: {
  value: string
  problem: string | undefined
  set: (name: string, value: string) => void
}) {
  const { value, problem, set } = props
  const styles = useRemindersStyles()
  const hint = isIsoDate(value)
    ? `Nothing before ${writeDateAndWeekday(value)}.`
    : 'Leave it empty to put nothing off.'
  return (
    <div className={styles.actions}>
      <Field
        label="Put my reminders off until"
        className={styles.filter}
        hint={hint}
        validationMessage={problem}
      >
        <Input type="date" value={value} onChange={(_event, data) => set('snoozeUntil', data.value)} />
      </Field>
      {value !== '' && <Button onClick={() => set('snoozeUntil', '')}>Put nothing off</Button>}
    </div>
  )
}
