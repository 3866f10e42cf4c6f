import { mayInvite } from '../../../../domain/roles.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { AttendanceList } from './AttendanceList.tsx'
import { DebriefSection } from './DebriefSection.tsx'
import { JoiningList } from './JoiningList.tsx'
import { usePlacesStyles } from './Places.styles.ts'

/** The day itself: the list at the door, who was in the room, and what was decided and learned. */
export function DaySection({ row, replace }: ExerciseSectionProps) {
  const { me } = useServices()
  const styles = usePlacesStyles()
  const today = useToday()
  const { date, status } = row.value
  const come = date <= today
  return (
    <div className={styles.section}>
      {status === 'cancelled' && <p className={styles.quiet}>This exercise was called off.</p>}
      {come && mayInvite(me) && status !== 'cancelled' && <AttendanceList row={row} replace={replace} />}
      <JoiningList exercise={row.value} />
      {!come && (
        <p className={styles.quiet}>
          On the day, everybody is marked here as they come in, and the debrief is written afterwards.
        </p>
      )}
      {come && status !== 'cancelled' && <DebriefSection row={row} replace={replace} />}
    </div>
  )
}
