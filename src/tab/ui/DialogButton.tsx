import { Button, type ButtonProps, useRestoreFocusTarget } from '@fluentui/react-components'
import { forwardRef } from 'react'

/**
 * A button that opens a window or a drawer. When that closes the keyboard is back here; windows that are drawn only
 * while they are open do not know by themselves where they were opened from.
 */
export const DialogButton = forwardRef<HTMLButtonElement, ButtonProps>((props, ref) => {
  const focusTarget = useRestoreFocusTarget()
  return <Button {...focusTarget} {...props} ref={ref} />
})
