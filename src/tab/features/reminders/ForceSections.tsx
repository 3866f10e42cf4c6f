import { Field, Input, Select } from '@fluentui/react-components'
import type { Post } from '../../../domain/post.ts'
import type { ForceRules, PolicyDifference } from '../../../domain/reminderPolicy.ts'
import type { DaysOff } from '../../../domain/workingDays.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useToday } from '../../ui/services.tsx'
import { DaysOffFields } from './DaysOffFields.tsx'
import { PolicyFields } from './PolicyFields.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { SaveBar } from './SaveBar.tsx'
import { Section } from './Section.tsx'
import type { SettingDraft } from './useSettingDraft.ts'

interface SectionProps<T extends object> {
  readonly draft: SettingDraft<T>
  /** Why the person may only read; null when they may change. */
  readonly refusal: string | null
}

/** When people are told of what, for the whole force. */
export function PolicySection({ draft, refusal }: SectionProps<PolicyDifference>) {
  return (
    <Section
      title="The policy of the force"
      about="Single reports and rows may differ from it. The last day of a duty that the law sets is always told."
    >
      <PolicyFields {...draft} readOnly={refusal !== null} otherwise={null} />
      <SaveBar draft={draft} label="Save the policy" refusal={refusal} />
    </Section>
  )
}

/** Quiet hours, and who is at the top of every ladder. */
export function RulesSection(props: SectionProps<ForceRules> & { posts: readonly Stored<Post>[] }) {
  const { draft, refusal, posts } = props
  const { values, problems, set } = draft
  const styles = useRemindersStyles()
  const readOnly = refusal !== null
  const time = (name: 'quietFrom' | 'quietUntil', label: string, hint: string) => (
    <Field label={label} hint={hint} validationMessage={problems[name]}>
      <Input
        type="time"
        value={values[name] ?? ''}
        readOnly={readOnly}
        onChange={(_event, { value }) => set(name, value)}
      />
    </Field>
  )
  const known = posts.some(({ value }) => value.key === values.secretaryPost)
  return (
    <Section
      title="Quiet hours and the top of the ladder"
      about="Nothing is sent in quiet hours, at weekends or on days without work; it goes out afterwards. What is asked for by hand pays no heed to quiet hours."
    >
      <div className={styles.fields}>
        {time('quietFrom', 'Quiet from', 'UK time; the same time twice means no quiet hours.')}
        {time('quietUntil', 'Quiet until', 'May be in the morning after.')}
        <Field
          label="The post at the top of every ladder"
          hint="Also told of what has no owner, and of duties that the law sets."
          validationMessage={problems.secretaryPost}
        >
          <Select
            value={values.secretaryPost ?? ''}
            disabled={readOnly}
            onChange={(_event, { value }) => set('secretaryPost', value)}
          >
            {!known && <option value={values.secretaryPost}>{values.secretaryPost} (no such post)</option>}
            {posts.map(({ id, value }) => (
              <option key={id} value={value.key}>
                {value.title}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <SaveBar draft={draft} label="Save quiet hours" refusal={refusal} />
    </Section>
  )
}

/** Days on which nobody is told anything and that count as no working days. */
export function DaysOffSection({ draft, refusal }: SectionProps<DaysOff>) {
  const today = useToday()
  return (
    <Section
      title="Days without work"
      about="Weekends, and these days, are no working days: nothing is sent on them, and offsets pass over them."
    >
      <DaysOffFields {...draft} readOnly={refusal !== null} today={today} />
      <SaveBar draft={draft} label="Save the days" refusal={refusal} />
    </Section>
  )
}
