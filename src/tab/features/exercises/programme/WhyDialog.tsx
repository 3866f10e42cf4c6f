import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components'
import { useState } from 'react'

export interface WhyDialogProps {
  readonly title: string
  readonly explanation: string
  readonly action: string
  /** Gives whether it was done; the window closes either way, and the page says what happened. */
  readonly onDone: (why: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks why before something is done. */
export function WhyDialog({ title, explanation, action, onDone, onClose }: WhyDialogProps) {
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (why.trim() === '') return setMissing(true)
    setBusy(true)
    await onDone(why)
    onClose()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void submit()
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>
              <p>{explanation}</p>
              <Field
                label="Why"
                required
                validationState={missing ? 'error' : 'none'}
                validationMessage={missing ? 'Say why in a few words.' : undefined}
              >
                <Textarea
                  value={why}
                  maxLength={250}
                  onChange={(_event, { value }) => {
                    setWhy(value)
                    setMissing(false)
                  }}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? 'Saving…' : action}
              </Button>
              <Button onClick={onClose}>Close</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
