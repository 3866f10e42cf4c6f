import { Button } from '@fluentui/react-components'
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr'
import { writeDate } from '../../../../domain/calendarDays.ts'
import { type CalendarEntry, calendarUid } from '../../../../domain/calendarEntry.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { useServices } from '../../../ui/services.tsx'

/** Saves the day as a file for other calendars: one unit's date and nobody's name. */
export function CalendarFileButton({ exercise }: { exercise: Exercise }) {
  const { calendarFiles, clock } = useServices()
  const announce = useAnnounce()
  const save = async () => {
    const text = await calendarFiles.write(entryOf(exercise, await clock.now()))
    saveFile(new TextEncoder().encode(text), `${exercise.type} ${exercise.unit} ${exercise.date}.ics`)
    announce('The calendar file is saved.')
  }
  return (
    <Button size="small" icon={<CalendarLtrRegular />} onClick={save}>
      Calendar file
    </Button>
  )
}

/** What the file says. It is written from this exercise alone, and the internal note is not part of it. */
export function entryOf(exercise: Omit<Exercise, 'internalNote'>, stampedAt: string): CalendarEntry {
  const { type, unit, date, start, end, venue, agenda, joining, invitation } = exercise
  const cancelled = exercise.status === 'cancelled'
  const changes = (invitation?.revision ?? 0) + (invitation?.changes ?? 0)
  return {
    ...{ method: 'publish', uid: calendarUid(exercise), sequence: changes + (cancelled ? 1 : 0), stampedAt },
    subject: `${cancelled ? 'Called off: ' : ''}${type}: ${unit}, ${writeDate(date)}`,
    text: [agenda, joining].filter((one) => one.trim() !== '').join('\n\n'),
    ...{ date, start, end, location: venue, organiser: null, attendee: null },
  }
}
