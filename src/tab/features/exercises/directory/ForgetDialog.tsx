import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '../../../../domain/contact.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { forgetContacts } from '../../../../usecases/forgetContacts.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useDirectoryStyles } from './Directory.styles.ts'
import { sayEntry } from './directoryWords.ts'
import type { Directory } from './useDirectory.ts'

export interface ForgetDialogProps {
  readonly directory: Directory
  readonly rows: readonly Stored<Contact>[]
  readonly onClose: () => void
}

/** Takes entries away, after they have been named. */
export function ForgetDialog({ directory, rows, onClose }: ForgetDialogProps) {
  const styles = useDirectoryStyles()
  const { busy, failure, forget } = useForget(directory, rows, onClose)
  const many = rows.length > 1
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{many ? `Take away ${rows.length} entries` : 'Take away this entry'}</DialogTitle>
          <DialogContent className={styles.stack}>
            <ul className={styles.history}>
              {rows.map(({ id, value }) => (
                <li key={id}>{sayEntry(value)}</li>
              ))}
            </ul>
            <span className={styles.quiet}>
              {many ? 'They are' : 'It is'} gone from the directory with name, address and history. SharePoint
              holds {many ? 'them' : 'it'} in its recycle bin for 93 days. Exercises keep the people they
              have.
            </span>
            {failure && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>{failure}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void forget()}>
              {busy ? 'Taking away…' : 'Take away'}
            </Button>
            <Button onClick={onClose}>Keep</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function useForget(directory: Directory, rows: readonly Stored<Contact>[], onClose: () => void) {
  const { contacts, me } = useServices()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const forget = async () => {
    if (busy) return
    setBusy(true)
    setFailure('')
    const gone: string[] = []
    try {
      const input = { actor: me, rows, onGone: (id: string) => void gone.push(id) }
      const outcome = await forgetContacts({ contacts }, input)
      directory.hide(gone)
      if (!outcome.ok) return setFailure('Only coordinators change the directory.')
      const [changed] = outcome.forgotten.changed
      if (changed) {
        directory.list.replace(changed)
        return setFailure(
          `${sayEntry(changed.value)} was saved by somebody else in between and is still there.`,
        )
      }
      announce(gone.length === 1 ? 'One entry taken away.' : `${gone.length} entries taken away.`)
      onClose()
    } catch (thrown) {
      directory.hide(gone)
      const said = isM365Error(thrown) ? thrown.message : 'It did not work.'
      setFailure(`${said} ${gone.length} of ${rows.length} are gone; press the button for the rest.`)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, forget }
}
