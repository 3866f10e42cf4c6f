import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { useState } from 'react'
import type { Invitee } from '../../../../domain/exercise.ts'
import { markExpected, wasThere } from '../../../../domain/exerciseDay.ts'
import { seatRef } from '../../../../domain/exerciseHistory.ts'
import { standingOf, standings } from '../../../../domain/roleStanding.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { AttendanceLine } from './AttendanceLine.tsx'
import { usePlacesStyles } from './Places.styles.ts'
import { useExerciseChange } from './useExerciseChange.ts'
import { WalkInDialog } from './WalkInDialog.tsx'

/** Who was in the room, marked with a thumb: here, a substitute, or absent. Each press is saved at once. */
export function AttendanceList({ row, replace }: ExerciseSectionProps) {
  const styles = usePlacesStyles()
  const change = useExerciseChange(row, replace)
  const [adding, setAdding] = useState(false)
  const { invitees } = row.value
  const there = invitees.filter(wasThere).length
  const open = invitees.filter((one) => one.attended === undefined)
  const expected = open.filter((one) => standingOf(one, true) === 'accepted').length
  return (
    <section aria-labelledby="attendance" className={styles.screenOnly}>
      <h3 className={styles.heading} id="attendance">
        Who is here
      </h3>
      <p className={styles.quiet} role="status">
        {there} of {invitees.length} places were filled; {open.length} not marked yet.
      </p>
      <div className={styles.bar}>
        {expected > 0 && (
          <Button
            appearance="primary"
            icon={<CheckmarkRegular />}
            disabledFocusable={change.busy}
            onClick={() => change.by(markExpected, 'Everybody who accepted is marked as here.')}
          >
            {expected === 1 ? 'The one who accepted is here' : `All ${expected} who accepted are here`}
          </Button>
        )}
        <Button onClick={() => setAdding(true)}>Somebody else is here</Button>
      </div>
      {change.trouble && !adding && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{change.trouble}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list}>
        {placesOf(invitees).map((place) => (
          <AttendanceLine key={place.key} invitee={place.invitee} seat={place.seat} change={change} />
        ))}
      </ul>
      {adding && <WalkInDialog change={change} onClose={() => setAdding(false)} />}
    </section>
  )
}

/**
 * Whoever is expected for sure first, whoever is not known last. Two places can have the same role and nobody's
 * address, so where they stand on the roster is part of what they are.
 */
const placesOf = (invitees: readonly Invitee[]) =>
  invitees
    .map((invitee, at) => ({
      key: `${at} ${invitee.role} ${invitee.address}`,
      invitee,
      seat: seatRef(invitees, at),
    }))
    .sort((one, other) => expectation(one.invitee) - expectation(other.invitee))

const expectation = (invitee: Invitee) => standings.indexOf(standingOf(invitee, true))
