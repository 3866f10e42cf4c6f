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
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useState } from 'react'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { Contact } from '../../../../domain/contact.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { mergeContacts, mergedEntry } from '../../../../usecases/forgetContacts.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useDirectoryStyles } from './Directory.styles.ts'
import { sayArea, sayEntry, sayRefusal } from './directoryWords.ts'
import type { Directory } from './useDirectory.ts'

export interface MergeDialogProps {
  readonly directory: Directory
  readonly rows: readonly Stored<Contact>[]
  readonly onClose: () => void
}

/** Makes several entries one: which stays is chosen, and what the others know beyond it is taken over. */
export function MergeDialog({ directory, rows, onClose }: MergeDialogProps) {
  const styles = useDirectoryStyles()
  const merge = useMerge(directory, rows, onClose)
  const { keep } = merge
  const merged =
    keep &&
    mergedEntry(
      keep.value,
      merge.others.map(({ value }) => value),
    )
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Make these entries one</DialogTitle>
          <DialogContent className={styles.stack}>
            <Field label="Which one stays?">
              <RadioGroup value={keep?.id ?? ''} onChange={(_event, data) => merge.choose(data.value)}>
                {rows.map(({ id, value }) => (
                  <Radio
                    key={id}
                    value={id}
                    label={`${sayEntry(value)}; ${value.address}${confirmedWords(value)}`}
                  />
                ))}
              </RadioGroup>
            </Field>
            {merged && (
              <span className={styles.quiet}>
                It will answer for: {sayArea(merged)}.
                {merged.deputyAddress && ` Deputy: ${merged.deputyName || merged.deputyAddress}.`} The others
                are taken away. Two people who share a role are better kept apart.
              </span>
            )}
            {merge.failure && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>{merge.failure}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={merge.busy}
              onClick={() => void merge.save()}
            >
              {merge.busy ? 'Saving…' : 'Make them one'}
            </Button>
            <Button className={styles.button} onClick={onClose}>
              Keep them apart
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function confirmedWords({ lastConfirmed }: Contact): string {
  return lastConfirmed ? `, confirmed ${writeDate(lastConfirmed)}` : ''
}

function useMerge(directory: Directory, rows: readonly Stored<Contact>[], onClose: () => void) {
  const { contacts, clock } = useServices()
  const announce = useAnnounce()
  const latest = rows.toSorted((one, other) =>
    (other.value.lastConfirmed ?? '').localeCompare(one.value.lastConfirmed ?? ''),
  )[0]
  const [keepId, setKeepId] = useState(latest?.id ?? '')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const keep = rows.find(({ id }) => id === keepId) ?? null
  const others = rows.filter(({ id }) => id !== keepId)
  const save = async () => {
    if (busy || !keep) return
    setBusy(true)
    setFailure('')
    try {
      const outcome = await mergeContacts({ contacts, clock }, { ...directory.actor, keep, others })
      if (outcome.ok) {
        directory.list.replace(outcome.row)
        directory.hide(outcome.gone)
        announce('The entries are one now.')
        return onClose()
      }
      if (outcome.code === 'changed-meanwhile') {
        directory.list.replace(outcome.theirs)
        directory.list.refresh()
        setFailure('Somebody saved one of them in between. Close this and look at them again.')
      } else setFailure(sayRefusal(outcome.code))
    } catch (thrown) {
      const said = isM365Error(thrown) ? thrown.message : 'It did not work.'
      setFailure(`${said} Nothing is lost; close this and look at them again.`)
      directory.list.refresh()
    } finally {
      setBusy(false)
    }
  }
  return { keep, others, busy, failure, choose: setKeepId, save }
}
