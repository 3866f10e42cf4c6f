import { type ButtonProps, Tooltip } from '@fluentui/react-components'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import type { Values } from '../../../ui/form/formValues.ts'
import { useDecisions } from './decisionsContext.ts'
import { type FormName, formNames } from './formNames.ts'

export interface DecisionButtonProps {
  readonly form: FormName
  readonly preset?: Values
  /** Other words than the form's own; `name` says what it is about where there are several of them. */
  readonly label?: string
  readonly about?: string
  readonly appearance?: ButtonProps['appearance']
  readonly size?: ButtonProps['size']
  /** Where a button that may not be pressed would only be in the way: nothing is drawn. */
  readonly onlyIfAllowed?: boolean
}

/** A button that opens a form; where it may not be pressed it says why. */
export function DecisionButton(props: DecisionButtonProps) {
  const { form, preset, about, appearance, size, onlyIfAllowed } = props
  const decisions = useDecisions()
  const label = props.label ?? formNames[form].label
  const whyNot = decisions.whyNot(form)
  if (whyNot !== null && onlyIfAllowed) return null
  const button = (
    <DialogButton
      appearance={appearance}
      size={size}
      aria-label={about ? `${label}: ${about}` : undefined}
      disabledFocusable={whyNot !== null}
      onClick={() => decisions.open(form, preset)}
    >
      {label}
    </DialogButton>
  )
  if (whyNot === null) return button
  return (
    <Tooltip content={whyNot} relationship="description">
      {button}
    </Tooltip>
  )
}
