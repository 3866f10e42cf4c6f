import type { ButtonProps } from '@fluentui/react-components'
import { useState } from 'react'
import { roomFor } from '../../../../domain/allotments.ts'
import { ukDay, writeDate } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { closedFor } from '../../../../domain/places.ts'
import { mayRunCourses } from '../../../../domain/roles.ts'
import { firstInLine } from '../../../../domain/waitingList.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useNow } from '../useNow.ts'
import { useMe } from '../usePlaceDeps.ts'
import { BookDialog } from './BookDialog.tsx'

export interface BookButtonProps {
  readonly run: CourseRun
  readonly course: Course
  readonly appearance?: ButtonProps['appearance']
  readonly size?: ButtonProps['size']
}

/** The first of the two presses in which a place is booked; the second one is in the window that it opens. */
export function BookButton({ run, course, appearance = 'primary', size }: BookButtonProps) {
  const now = useNow()
  const { me } = useServices()
  const { booker } = useMe()
  const [open, setOpen] = useState(false)
  if (closedFor(run, now) !== null || course.withdrawn) return null
  const free = roomFor(run, { agency: booker.organisation, borough: booker.borough }, ukDay(now)) > 0
  const waits = !free || firstInLine(run, now) !== null
  const asks = !course.selfApply && !mayRunCourses(me)
  const what = asks ? 'Ask for a place' : waits ? 'Join the waiting list' : 'Book a place'
  return (
    <>
      <DialogButton
        appearance={waits ? 'secondary' : appearance}
        size={size}
        aria-label={`${what}: ${course.title}, ${writeDate(run.date)}`}
        onClick={() => setOpen(true)}
      >
        {what}
      </DialogButton>
      {open && (
        <BookDialog
          run={run}
          course={course}
          title={what}
          waits={waits}
          asks={asks}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
