import { Field, Input } from '@fluentui/react-components'
import { type ReminderWording, sayWording } from '../../../domain/reminderWording.ts'
import { useServices, useToday } from '../../ui/services.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { SaveBar } from './SaveBar.tsx'
import { Section } from './Section.tsx'
import type { SettingDraft } from './useSettingDraft.ts'
import { wordingFields } from './wordingFields.ts'

/** The force's own sentences on cards and mails, with how they would read. */
export function WordingSection(props: {
  draft: SettingDraft<ReminderWording>
  /** Why the person may only read; null when they may change. */
  refusal: string | null
}) {
  const { draft, refusal } = props
  const { values, problems, set } = draft
  return (
    <Section
      title="The wording of cards and mails"
      about="The rest of a card is facts of its rows. Write nothing of any case: everybody gets the same sentences. The notification on a phone stays reference and title."
    >
      {wordingFields.map(({ name, label, hint }) => (
        <Field key={name} label={label} hint={hint} validationMessage={problems[name]}>
          <Input
            value={values[name] ?? ''}
            readOnly={refusal !== null}
            onChange={(_event, { value }) => set(name, value)}
          />
        </Field>
      ))}
      {Object.keys(problems).length === 0 && <WordingPreview wording={draft.value} />}
      <SaveBar draft={draft} label="Save the wording" refusal={refusal} />
    </Section>
  )
}

/** Items of the card that the preview makes up. */
const previewed = 3

function WordingPreview({ wording }: { wording: ReminderWording }) {
  const styles = useRemindersStyles()
  const { me } = useServices()
  const today = useToday()
  const say = (text: string) => sayWording(text, { name: me.name, count: previewed, today })
  return (
    <fieldset className={styles.plain}>
      <legend className={styles.legend}>
        How {previewed} items for {me.name} would read today
      </legend>
      <Sample label="Card" opening={say(wording.opening)} closing={say(wording.closing)} />
      <Sample label="Mail" opening={say(wording.mailOpening)} closing={say(wording.closing)} />
    </fieldset>
  )
}

function Sample({ label, opening, closing }: { label: string; opening: string; closing: string }) {
  const styles = useRemindersStyles()
  return (
    <div className={styles.preview}>
      <div className={styles.small}>{label}</div>
      {opening !== '' && <div>{opening}</div>}
      <div className={styles.small}>… the items …</div>
      {closing !== '' && <div>{closing}</div>}
    </div>
  )
}
