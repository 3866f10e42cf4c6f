import { ukClock, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { roleCover } from '../../../../domain/exercise.ts'
import { writeBoroughs } from '../../../../domain/invitationText.ts'
import { FactList } from '../../../ui/FactList.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { timeWords } from '../exerciseWords.ts'
import { RoleCoverBar } from '../RoleCoverBar.tsx'
import { InternalNote } from './InternalNote.tsx'

/** What is planned for the day. */
export function PlanSection({ row }: ExerciseSectionProps) {
  const exercise = row.value
  return (
    <>
      <FactList
        facts={[
          ['Date', writeDateAndWeekday(exercise.date)],
          ['Time', `${timeWords(exercise)} UK time (${ukClock(exercise.date)})`],
          ['Venue', exercise.venue],
          ['Boroughs', writeBoroughs(exercise.boroughs)],
          ['Required roles', <RoleCoverBar key="cover" cover={roleCover(exercise)} />],
        ]}
      />
      {exercise.internalNote && <InternalNote text={exercise.internalNote} />}
    </>
  )
}
