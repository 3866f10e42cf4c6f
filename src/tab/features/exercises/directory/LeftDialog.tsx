import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  Textarea,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '../../../../domain/contact.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useDirectoryStyles } from './Directory.styles.ts'
import { sayEntry } from './directoryWords.ts'
import { useDeed } from './useDeed.ts'
import type { Directory } from './useDirectory.ts'

/** Notes that a person has left: the role stays, vacant, and the person is no longer kept. */
export function LeftDialog(props: { directory: Directory; row: Stored<Contact>; onClose: () => void }) {
  const { directory, row, onClose } = props
  const styles = useDirectoryStyles()
  const deed = useDeed(row, directory)
  const [why, setWhy] = useState('')
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={async (event) => {
            event.preventDefault()
            if (await deed.left(why)) onClose()
          }}
        >
          <DialogBody>
            <DialogTitle>{sayEntry(row.value)} has left</DialogTitle>
            <DialogContent className={styles.stack}>
              <span className={styles.quiet}>
                The role stays in the directory and is vacant. Name, address and deputy are taken out of the
                entry. Exercises to which the person is invited stay as they are until you fill them again.
              </span>
              <Field label="How do you know?" required>
                <Textarea value={why} onChange={(_event, data) => setWhy(data.value)} />
              </Field>
              {deed.failure && (
                <MessageBar intent="error" layout="multiline" politeness="assertive">
                  <MessageBarBody>{deed.failure}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button
                className={styles.button}
                type="submit"
                appearance="primary"
                disabledFocusable={deed.busy}
              >
                {deed.busy ? 'Saving…' : 'The role is vacant'}
              </Button>
              <Button onClick={onClose}>Close</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
