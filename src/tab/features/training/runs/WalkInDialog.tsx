import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Course } from '../../../../domain/course.ts'
import type { useAttendance } from './useAttendance.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

export interface WalkInDialogProps {
  readonly course: Course
  readonly attendance: ReturnType<typeof useAttendance>
  readonly onClose: () => void
}

/** Somebody who is there and was not booked; they take no place from anybody, and count as unscheduled. */
export function WalkInDialog({ course, attendance, onClose }: WalkInDialogProps) {
  const styles = useStyles()
  const [who, setWho] = useState({ personName: '', address: '', organisation: '', borough: '' })
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<typeof who>) => setWho((before) => ({ ...before, ...part }))
  const lacks = who.personName.trim() === '' || !who.address.includes('@')
  const enter = async () => {
    if (busy || lacks) return
    setBusy(true)
    const saved = await attendance.walkIn({ person: '', ...who }, course.assessed ? 'passed' : 'attended')
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void enter()
          }}
        >
          <DialogBody>
            <DialogTitle>Somebody came without a place</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field label="Name" required>
                <Input
                  value={who.personName}
                  onChange={(_event, { value }) => change({ personName: value })}
                />
              </Field>
              <Field label="E-mail address" required hint="By it they are known when they come again.">
                <Input
                  type="email"
                  value={who.address}
                  onChange={(_event, { value }) => change({ address: value })}
                />
              </Field>
              <Field label="Organisation">
                <Input
                  value={who.organisation}
                  onChange={(_event, { value }) => change({ organisation: value })}
                />
              </Field>
              <Field label="Borough">
                <Input value={who.borough} onChange={(_event, { value }) => change({ borough: value })} />
              </Field>
              {attendance.problem && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{attendance.problem}</MessageBarBody>
                </MessageBar>
              )}
              {lacks && <div id="walk-in-lacks">A name and an e-mail address are needed.</div>}
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={busy || lacks}
                aria-describedby={lacks ? 'walk-in-lacks' : undefined}
              >
                {busy ? 'Saving…' : 'Enter them'}
              </Button>
              <Button onClick={onClose}>Close</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
