import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useFields } from '../../../ui/form/fields.tsx'

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 12rem))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
})

/** A time of day on UK clocks; the browser's own picker and keyboard. */
export function TimeField(props: { name: string; label: string; required?: boolean }) {
  const { values, problems, set } = useFields()
  const { name, label, required } = props
  const problem = problems[name]
  return (
    <Field
      label={label}
      required={required}
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
    >
      <Input type="time" value={values[name] ?? ''} onChange={(_event, data) => set(name, data.value)} />
    </Field>
  )
}

/** Two short fields beside one another. */
export function PairedFields({ children }: { children: ReactNode }) {
  return <div className={useStyles().pair}>{children}</div>
}
