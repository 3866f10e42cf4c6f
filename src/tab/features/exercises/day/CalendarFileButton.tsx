import { Button } from '@fluentui/react-components'
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr'
import { dayEntryOf } from '../../../../domain/calendarEntry.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { findLeaks } from '../../../../domain/partnerSafe.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { useServices } from '../../../ui/services.tsx'

/** Saves the day as a file for other calendars: one unit's date and nobody's name. */
export function CalendarFileButton({ exercise }: { exercise: Exercise }) {
  const { calendarFiles, clock, exercises } = useServices()
  const others = useRows('exercises', exercises).held?.rows.map(({ value }) => value) ?? []
  const announce = useAnnounce()
  const leaks = leaksOf(exercise, others)
  const save = async () => {
    const text = await calendarFiles.write(dayEntryOf(exercise, await clock.now()))
    saveFile(new TextEncoder().encode(text), `${exercise.type} ${exercise.unit} ${exercise.date}.ics`)
    announce('The calendar file is saved.')
  }
  return (
    <>
      <Button
        size="small"
        icon={<CalendarLtrRegular />}
        onClick={save}
        disabledFocusable={leaks > 0}
        aria-describedby={leaks > 0 ? 'why-no-file' : undefined}
      >
        Calendar file
      </Button>
      {leaks > 0 && (
        <span id="why-no-file">
          The agenda or the joining instructions name another unit or its day, which partners must not read.
        </span>
      )}
    </>
  )
}

function leaksOf(exercise: Exercise, others: readonly Exercise[]): number {
  const { subject, text, location } = dayEntryOf(exercise, '')
  return findLeaks({ subject, text, place: location }, exercise, others).length
}
