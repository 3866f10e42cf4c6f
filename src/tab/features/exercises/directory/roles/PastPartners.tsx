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
import { writeDate } from '../../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../../domain/exercise.ts'
import { namesPartnersTooLong } from '../../../../../domain/forgetPeople.ts'
import { isM365Error } from '../../../../../domain/m365Error.ts'
import { forgetPartners } from '../../../../../usecases/forgetPartners.ts'
import type { Stored } from '../../../../../usecases/ports.ts'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { DialogButton } from '../../../../ui/DialogButton.tsx'
import { useRows } from '../../../../ui/rows.tsx'
import { useServices, useToday } from '../../../../ui/services.tsx'
import { useDirectoryStyles } from '../Directory.styles.ts'
import type { Directory } from '../useDirectory.ts'

const exercisesOf = (count: number) => (count === 1 ? 'one exercise' : `${count} exercises`)

/** Exercises of the past that name partners for longer than the rules allow, and the way to take the names out. */
export function PastPartners({ directory }: { directory: Directory }) {
  const { exercises } = useServices()
  const styles = useDirectoryStyles()
  const today = useToday()
  const list = useRows('exercises', exercises)
  const [open, setOpen] = useState(false)
  const rows = (list.held?.rows ?? []).filter(({ value }) =>
    namesPartnersTooLong(value, directory.rules, today),
  )
  if (rows.length === 0 && !open) return null
  return (
    <>
      <p className={styles.text}>
        Partners are still named in {exercisesOf(rows.length)} that {rows.length === 1 ? 'is' : 'are'} over
        for longer than that.
      </p>
      <div>
        <DialogButton size="small" onClick={() => setOpen(true)}>
          Take the names out of {exercisesOf(rows.length)}
        </DialogButton>
      </div>
      {open && <PastDialog rows={rows} replace={list.replace} onClose={() => setOpen(false)} />}
    </>
  )
}

interface PastDialogProps {
  readonly rows: readonly Stored<Exercise>[]
  readonly replace: (row: Stored<Exercise>) => void
  readonly onClose: () => void
}

function PastDialog({ rows, replace, onClose }: PastDialogProps) {
  const styles = useDirectoryStyles()
  const { busy, failure, forget } = useForgetPartners(rows, replace, onClose)
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Take the partners’ names out of {exercisesOf(rows.length)}</DialogTitle>
          <DialogContent className={styles.stack}>
            <ul className={styles.history}>
              {rows.map(({ id, value }) => (
                <li key={id}>
                  {value.unit}, {writeDate(value.date)}
                </li>
              ))}
            </ul>
            <span className={styles.quiet}>
              Names and addresses go for good. Roles, organisations, answers and attendance stay, so that the
              figures of the year do not change. SharePoint’s own versions hold the names until they are
              cleared.
            </span>
            {failure && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>{failure}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void forget()}
            >
              {busy ? 'Taking out…' : 'Take the names out'}
            </Button>
            <Button className={styles.button} onClick={onClose}>
              Keep them
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function useForgetPartners(
  rows: readonly Stored<Exercise>[],
  replace: (row: Stored<Exercise>) => void,
  onClose: () => void,
) {
  const { exercises, clock, me } = useServices()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const forget = async () => {
    if (busy) return
    setBusy(true)
    setFailure('')
    try {
      const input = { rows, actor: me, onSaved: replace }
      const outcome = await forgetPartners({ exercises, clock }, input)
      if (!outcome.ok) return setFailure('Only coordinators take names out.')
      for (const row of outcome.changed) replace(row)
      if (outcome.changed.length > 0)
        return setFailure('Somebody saved some of them in between. Press the button for the rest.')
      announce(`Partners are named no more in ${exercisesOf(outcome.done.length)}.`)
      onClose()
    } catch (thrown) {
      const said = isM365Error(thrown) ? thrown.message : 'It did not work.'
      setFailure(`${said} What is done stays done; press the button for the rest.`)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, forget }
}
