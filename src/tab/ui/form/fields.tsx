import { Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { createContext, type ReactNode, useContext } from 'react'
import { isIsoDate, writeDateAndWeekday } from '../../../domain/calendarDays.ts'
import type { Problems, Values } from './formValues.ts'

interface Fields {
  readonly values: Values
  readonly problems: Problems
  set(name: string, value: string): void
}

const FieldsContext = createContext<Fields | null>(null)

/** Hands what was typed, and what is wrong with it, to the fields below. */
export function FieldsProvider(props: Fields & { children: ReactNode }) {
  const { values, problems, set, children } = props
  return <FieldsContext value={{ values, problems, set }}>{children}</FieldsContext>
}

/** What the fields of the open form hold. */
export function useFields(): Fields {
  const fields = useContext(FieldsContext)
  if (!fields) throw new Error('A field was drawn outside a form.')
  return fields
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
}

function Framed({ name, label, hint, required, children }: FieldProps & { children: ReactNode }) {
  const problem = useFields().problems[name]
  return (
    <Field
      label={label}
      hint={hint}
      required={required}
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
    >
      {children}
    </Field>
  )
}

/** One line of text. */
export function TextField(
  props: FieldProps & { readonly type?: 'text' | 'url' | 'time' | 'email' | 'number' },
) {
  const { values, set } = useFields()
  const { name, type = 'text' } = props
  return (
    <Framed {...props}>
      <Input type={type} value={values[name] ?? ''} onChange={(_event, data) => set(name, data.value)} />
    </Framed>
  )
}

/** Several lines of text. */
export function LongField(props: FieldProps & { readonly rows?: number }) {
  const { values, set } = useFields()
  return (
    <Framed {...props}>
      <Textarea
        resize="vertical"
        rows={props.rows ?? 3}
        value={values[props.name] ?? ''}
        onChange={(_event, data) => set(props.name, data.value)}
      />
    </Framed>
  )
}

/** A day or, with `type="month"`, a month; the browser's own picker and keyboard. */
export function DayField(props: FieldProps & { readonly type?: 'date' | 'month' }) {
  const { values, set } = useFields()
  const { name, type = 'date' } = props
  const value = values[name] ?? ''
  // The browser may show days in another country's order; the words below cannot be misread.
  const hint = isIsoDate(value) ? writeDateAndWeekday(value) : props.hint
  return (
    <Framed {...props} hint={hint}>
      <Input
        type={type}
        value={value}
        // Where the browser has no picker for months, the field is plain text and says what it expects.
        placeholder={type === 'month' ? 'YYYY-MM' : undefined}
        onChange={(_event, data) => set(name, data.value)}
      />
    </Framed>
  )
}

/** One of a few, all of them in sight. */
export function ChoiceField(
  props: FieldProps & {
    readonly choices: readonly (readonly [value: string, label: ReactNode])[]
    /** Beside one another: for two or three short words. */
    readonly inline?: boolean
  },
) {
  const { values, set } = useFields()
  const { name, choices, inline } = props
  return (
    <Framed {...props}>
      <RadioGroup
        layout={inline ? 'horizontal' : 'vertical'}
        value={values[name] ?? ''}
        onChange={(_event, data) => set(name, data.value)}
      >
        {choices.map(([value, label]) => (
          <Radio key={value} value={value} label={{ children: label }} />
        ))}
      </RadioGroup>
    </Framed>
  )
}

/** One of many. */
export function PickField(
  props: FieldProps & { readonly choices: readonly (readonly [value: string, label: string])[] },
) {
  const { values, set } = useFields()
  const { name, choices } = props
  return (
    <Framed {...props}>
      <Select value={values[name] ?? ''} onChange={(_event, data) => set(name, data.value)}>
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Framed>
  )
}
