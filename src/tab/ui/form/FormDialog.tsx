import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import { useDialogStyles } from './FormDialog.styles.ts'
import { FieldsProvider } from './fields.tsx'
import type { Problems, Values } from './formValues.ts'

export interface FormDialogProps {
  readonly title: string
  readonly explanation?: string
  readonly saveLabel: string
  readonly values: Values
  readonly problems: Problems
  readonly saving: boolean
  /** What was typed earlier is back in the fields. */
  readonly restored: boolean
  readonly set: (name: string, value: string) => void
  readonly onSave: () => void
  readonly onStartAfresh: () => void
  readonly onClose: () => void
  /** The fields. */
  readonly children: ReactNode
  /** Bars between the explanation and the fields. */
  readonly bars?: ReactNode
  /** In place of the buttons, where somebody saved in between. */
  readonly conflict?: ReactNode
}

/** A form in a window of its own. Closing keeps what was typed; the keyboard goes to the first field in error. */
export function FormDialog(props: FormDialogProps) {
  const { title, explanation, problems, saving, conflict, onClose } = props
  const styles = useDialogStyles()
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!conflict && !saving) props.onSave()
          }}
        >
          <DialogBody className={styles.body}>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {explanation && <div className={styles.quiet}>{explanation}</div>}
              {props.restored && <RestoredBar onStartAfresh={props.onStartAfresh} />}
              {props.bars}
              <div className={styles.fields} ref={fields}>
                <FieldsProvider values={props.values} problems={problems} set={props.set}>
                  {props.children}
                </FieldsProvider>
              </div>
              {problems[''] && (
                <MessageBar intent="error" layout="multiline" politeness="assertive">
                  <MessageBarBody>{problems['']}</MessageBarBody>
                </MessageBar>
              )}
              {conflict}
            </DialogContent>
            {!conflict && (
              <DialogActions className={styles.actions}>
                <Button type="submit" appearance="primary" disabledFocusable={saving}>
                  {saving ? 'Saving…' : props.saveLabel}
                </Button>
                <Button onClick={onClose} disabledFocusable={saving}>
                  Close
                </Button>
              </DialogActions>
            )}
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function RestoredBar({ onStartAfresh }: { onStartAfresh: () => void }) {
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>This is what you typed earlier and did not save.</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onStartAfresh}>
          Start afresh
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** What is shown in the same window once the form is saved, where there is more to settle. */
export function AfterDialog(props: {
  title: string
  saved: string
  onClose: () => void
  children: ReactNode
}) {
  const styles = useDialogStyles()
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <MessageBar intent="success">
              <MessageBarBody>{props.saved}</MessageBarBody>
            </MessageBar>
            {props.children}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
