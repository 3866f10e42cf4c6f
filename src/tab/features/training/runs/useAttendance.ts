import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttendanceRefusal } from '../../../../domain/attendance.ts'
import type { Booking, BookingState } from '../../../../domain/booking.ts'
import type { Booker, Result } from '../../../../domain/bookingLadder.ts'
import type { CourseRun } from '../../../../domain/course.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { type Mark, type Marked, recordAttendance } from '../../../../usecases/recordAttendance.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices } from '../../../ui/services.tsx'
import { stateWords } from '../placeWords.ts'

const refusals: Readonly<Record<AttendanceRefusal | 'changed-meanwhile', string>> = {
  'not-yet': 'Attendance can be entered from the day itself on.',
  'run-cancelled': 'This date was cancelled; nobody can have been there.',
  'not-assessed': 'This course is not assessed, so nobody passes or fails it.',
  'cannot-fail': 'This course cannot be failed.',
  'no-place': 'They had no place any more. Enter them as somebody who came without a place.',
  'changed-meanwhile': 'Somebody else entered it in the meantime. Look at it again.',
}
const whole = {
  'not-a-coordinator': 'Only training coordinators enter attendance.',
  'no-such-run': 'This date is not there any more.',
  'no-such-course': 'The course is not in the catalogue any more.',
} as const

/** Entering who came: what was pressed shows at once, and comes back as it was where it could not be saved. */
export function useAttendance(run: CourseRun) {
  const services = useServices()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [pressed, setPressed] = useState<Readonly<Record<string, Result>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const fail = (sentence: string) => {
    setProblem(sentence)
    announce(sentence)
    return false
  }
  const save = async (mark: Mark): Promise<boolean> => {
    setProblem(null)
    try {
      const outcome = await recordAttendance(services, { runKey: run.key, marks: [mark], actor: services.me })
      if (!outcome.ok) return fail(whole[outcome.code])
      const [marked] = outcome.marked
      if (marked && !marked.ok) return fail(sayNotMarked(marked))
      if (marked) announce(`${marked.booking.value.personName}: ${stateWords[marked.booking.value.state]}.`)
      await client.invalidateQueries({ queryKey: ['training'] })
      return true
    } catch (thrown) {
      return fail(
        `${isM365Error(thrown) ? thrown.message : 'It could not be saved.'} Press the button again.`,
      )
    }
  }
  return {
    problem,
    shownFor: (booking: Booking): BookingState => pressed[booking.key] ?? booking.state,
    async mark(booking: Booking, result: Result) {
      setPressed((now) => ({ ...now, [booking.key]: result }))
      await save({ booking: booking.key, result })
      setPressed(({ [booking.key]: _done, ...rest }) => rest)
    },
    walkIn: (booker: Booker, result: Exclude<Result, 'no-show'>) => save({ walkIn: booker, result }),
  }
}

function sayNotMarked(marked: Extract<Marked, { ok: false }>): string {
  return marked.code === 'not-saved'
    ? `${marked.failure.message} Press the button again.`
    : refusals[marked.code]
}
