import {
  Button,
  Combobox,
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
  Option,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Booker } from '../../../../domain/bookingLadder.ts'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { sayStanding } from '../../../../domain/placeStanding.ts'
import { mayRunCourses } from '../../../../domain/roles.ts'
import { bookForOther } from '../../../../usecases/requestPlace.ts'
import { useServices } from '../../../ui/services.tsx'
import { useNow } from '../useNow.ts'
import { usePlaceAction } from '../usePlaceAction.ts'
import { useAgencies, usePlaceDeps } from '../usePlaceDeps.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

export interface BookForDialogProps {
  readonly run: CourseRun
  readonly course: Course
  readonly onClose: () => void
}

/** Books for somebody without an account: their name and where mail reaches them is all that is needed. */
export function BookForDialog({ run, course, onClose }: BookForDialogProps) {
  const styles = useStyles()
  const { me } = useServices()
  const deps = usePlaceDeps()
  const now = useNow()
  const agencies = useAgencyNames(run)
  const { act, busy, problem } = usePlaceAction()
  const first = agencies[0] ?? ''
  const [who, setWho] = useState({
    ...{ personName: '', address: '', organisation: first },
    borough: boroughOf(run, first),
  })
  const [done, setDone] = useState<string | null>(null)
  const change = (part: Partial<typeof who>) => setWho((before) => ({ ...before, ...part }))
  const book = async () => {
    const booker: Booker = { person: '', ...who }
    const booking = await act(
      () => bookForOther(deps, { runKey: run.key, booker, actor: me, note: '' }),
      (got, on) => {
        const said = `${got.personName}: ${sayStanding(on, got, now)}`
        setDone(said)
        return said
      },
    )
    // The next one is often of the same organisation.
    if (booking) change({ personName: '', address: '' })
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void book()
          }}
        >
          <DialogBody>
            <DialogTitle>Book for somebody without an account</DialogTitle>
            <DialogContent className={styles.fields}>
              <div>
                {course.title}, {writeDate(run.date)}. They are told by e-mail.
              </div>
              <Field label="Name" required>
                <Input
                  value={who.personName}
                  onChange={(_event, { value }) => change({ personName: value })}
                />
              </Field>
              <Field label="E-mail address" required>
                <Input
                  type="email"
                  value={who.address}
                  onChange={(_event, { value }) => change({ address: value })}
                />
              </Field>
              <AgencyField
                agencies={agencies}
                value={who.organisation}
                onChange={(organisation) => change({ organisation, borough: boroughOf(run, organisation) })}
              />
              <Field label="Borough (where the agency is divided by boroughs)">
                <Input value={who.borough} onChange={(_event, { value }) => change({ borough: value })} />
              </Field>
              {done && (
                <MessageBar intent="success" layout="multiline">
                  <MessageBarBody>{done}</MessageBarBody>
                </MessageBar>
              )}
              {problem && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{problem}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? 'Booking…' : 'Book'}
              </Button>
              <Button onClick={onClose}>{done ? 'Done' : 'Close'}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

/** The borough that an organisation's places count for, where it has only one. */
function boroughOf(run: CourseRun, agency: string): string {
  const known = [...run.allotments, ...run.seats, ...run.waiting].filter((one) => one.agency === agency)
  const [only = '', ...others] = new Set(known.map(({ borough }) => borough))
  return others.length === 0 ? only : ''
}

/** Organisations that can be booked for: one's own; for coordinators of the force all that are known here. */
function useAgencyNames(run: CourseRun): readonly string[] {
  const { me } = useServices()
  const { mine, coordinators } = useAgencies()
  if (!mayRunCourses(me)) return mine
  const seen = [
    ...run.allotments.map(({ agency }) => agency),
    ...run.seats.map(({ agency }) => agency),
    ...coordinators.map(({ agency }) => agency),
  ]
  return [...new Set(seen)].sort((one, other) => one.localeCompare(other))
}

function AgencyField(props: {
  agencies: readonly string[]
  value: string
  onChange: (agency: string) => void
}) {
  const { agencies, value, onChange } = props
  return (
    <Field label="Organisation" required hint="Choose one, or type the name of another.">
      <Combobox
        freeform
        value={value}
        selectedOptions={[value]}
        onChange={(event) => onChange(event.target.value)}
        onOptionSelect={(_event, data) => data.optionText !== undefined && onChange(data.optionText)}
      >
        {agencies.map((agency) => (
          <Option key={agency}>{agency}</Option>
        ))}
      </Combobox>
    </Field>
  )
}
