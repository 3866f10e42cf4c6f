import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { kindHints, type PolicyField, type Problems, policyFields, type Values } from './ruleFields.ts'

export interface PolicyFieldsProps {
  readonly values: Values
  readonly problems: Problems
  readonly readOnly: boolean
  /** What holds where a field is left empty; null when none may be. */
  readonly otherwise: Values | null
  set(name: string, value: string): void
}

/** The fields of a policy, or of what one report or row does differently. */
export function PolicyFields(props: PolicyFieldsProps) {
  const styles = useRemindersStyles()
  return (
    <div className={styles.fields}>
      {policyFields.map((field) =>
        field.kind === 'yes' ? (
          <YesField key={field.name} field={field} {...props} />
        ) : (
          <NumbersField key={field.name} field={field} {...props} />
        ),
      )}
    </div>
  )
}

function NumbersField(props: PolicyFieldsProps & { field: PolicyField }) {
  const { field, values, problems, readOnly, otherwise, set } = props
  const problem = problems[field.name]
  return (
    <Field
      label={field.label}
      hint={
        otherwise
          ? `Empty: as the force, ${otherwise[field.name]}. ${kindHints[field.kind]}`
          : kindHints[field.kind]
      }
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
    >
      <Input
        value={values[field.name] ?? ''}
        readOnly={readOnly}
        onChange={(_event, { value }) => set(field.name, value)}
      />
    </Field>
  )
}

function YesField(props: PolicyFieldsProps & { field: PolicyField }) {
  const { field, values, readOnly, otherwise, set } = props
  return (
    <Field label={field.label}>
      <RadioGroup
        layout="horizontal"
        value={values[field.name] ?? ''}
        disabled={readOnly}
        onChange={(_event, { value }) => set(field.name, value)}
      >
        <Radio value="yes" label="Yes" />
        <Radio value="no" label="No" />
        {otherwise && <Radio value="" label={`As the force (${otherwise[field.name]})`} />}
      </RadioGroup>
    </Field>
  )
}
