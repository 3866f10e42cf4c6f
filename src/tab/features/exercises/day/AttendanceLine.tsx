import { Button, Field, Input, mergeClasses, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import type { Attendance, Invitee } from '../../../../domain/exercise.ts'
import { markAttendance } from '../../../../domain/exerciseDay.ts'
import type { SeatRef } from '../../../../domain/exerciseHistory.ts'
import { standingOf } from '../../../../domain/roleStanding.ts'
import { standingWords } from '../standing/StandingMark.tsx'
import { usePlacesStyles } from './Places.styles.ts'
import type { ExerciseChange } from './useExerciseChange.ts'

const labels: readonly (readonly [Attendance, string])[] = [
  ['attended', 'Here'],
  ['substitute', 'Substitute'],
  ['absent', 'Absent'],
]
/** Where nobody is known, whoever comes has to be named. */
const unnamedLabels: typeof labels = [
  ['substitute', 'Somebody came'],
  ['absent', 'Nobody'],
]

/** One place with its three buttons. Pressing the one that is set takes the mark back. */
export function AttendanceLine(props: { invitee: Invitee; seat: SeatRef; change: ExerciseChange }) {
  const { invitee, seat, change } = props
  const styles = usePlacesStyles()
  const [naming, setNaming] = useState(false)
  const name = invitee.standIn?.name ?? invitee.name
  const who = name || invitee.role
  const mark = (attended: Attendance | null, substitute = '') =>
    change.by(
      (exercise, act, today) => markAttendance(exercise, seat, { attended, substitute }, act, today),
      attended === null ? `${who}: not marked.` : `${who}: ${attended}.`,
    )
  const press = async (attended: Attendance) => {
    if (attended === 'substitute' && invitee.attended !== 'substitute') return setNaming(true)
    setNaming(false)
    await mark(invitee.attended === attended ? null : attended)
  }
  return (
    <li className={styles.marks}>
      <span className={styles.lines}>
        <span className={styles.role}>{who}</span>
        <span className={styles.small}>
          {[name === '' ? '' : invitee.role, invitee.organisation].filter(Boolean).join(', ')}
        </span>
        <span className={styles.small}>
          {invitee.attended === 'substitute'
            ? `${invitee.substitute ?? 'Somebody'} came${name === '' ? '' : ' instead'}`
            : standingWords[standingOf(invitee, true)]}
        </span>
      </span>
      <fieldset className={mergeClasses(styles.buttons, styles.plain)} aria-label={who}>
        {(name === '' ? unnamedLabels : labels).map(([attended, label]) => (
          <ToggleButton
            key={attended}
            checked={invitee.attended === attended || (attended === 'substitute' && naming)}
            disabledFocusable={change.busy}
            onClick={() => press(attended)}
          >
            {label}
          </ToggleButton>
        ))}
      </fieldset>
      {naming && (
        <SubstituteName
          start={invitee.standIn?.name ?? ''}
          busy={change.busy}
          onName={async (name) => {
            if (await mark('substitute', name)) setNaming(false)
          }}
        />
      )}
    </li>
  )
}

function SubstituteName(props: { start: string; busy: boolean; onName: (name: string) => void }) {
  const styles = usePlacesStyles()
  const [name, setName] = useState(props.start)
  return (
    <form
      className={styles.substitute}
      onSubmit={(event) => {
        event.preventDefault()
        props.onName(name)
      }}
    >
      <Field label="Who came?">
        <Input autoFocus value={name} onChange={(_event, data) => setName(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={props.busy}>
        Mark
      </Button>
    </form>
  )
}
