import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Booking } from '../../../../domain/booking.ts'
import { isHopeful } from '../../../../domain/bookingLadder.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import type { ReadRows } from '../../../../usecases/ports.ts'
import { readMyTraining } from '../../../../usecases/readMyTraining.ts'
import { refreshEvery } from '../../../ui/freshness.ts'
import { type Rows, useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'

/** A booking with its date and course, as far as they are still there. */
export interface PlacedBooking {
  readonly booking: Booking
  readonly run: CourseRun | null
  readonly course: Course | null
}

/** What concerns the signed-in person: a fixed number of questions, each on one indexed key. */
export function useMine() {
  const services = useServices()
  const today = useToday()
  const { objectId } = services.me
  const courses = useRows('courses', services.courses)
  const runs = useRows('runs', services.runs)
  const training = useQuery({
    queryKey: ['training', 'mine', objectId, today],
    queryFn: () => readMyTraining(services, { person: objectId, today }),
    refetchInterval: refreshEvery,
  })
  const own = useQuery({
    queryKey: ['training', 'own-bookings', objectId],
    queryFn: () => services.bookings.ofPerson(objectId),
    refetchInterval: refreshEvery,
  })
  const arranged = useQuery({
    queryKey: ['training', 'arranged', objectId],
    queryFn: () => services.bookings.arrangedBy(objectId),
  })
  const titles = useMemo(
    () => new Map((courses.held?.rows ?? []).map(({ value }) => [value.key, value])),
    [courses.held],
  )
  const dates = useMemo(
    () => new Map((runs.held?.rows ?? []).map(({ value }) => [value.key, value])),
    [runs.held],
  )
  const placed = (rows: ReadRows<Booking> | undefined): readonly PlacedBooking[] =>
    (rows?.rows ?? [])
      .map(({ value }) => value)
      .filter((booking) => booking.runDate >= today && isHopeful(booking.state))
      .sort((one, other) => one.runDate.localeCompare(other.runDate))
      .map((booking) => ({
        booking,
        run: dates.get(booking.runKey) ?? null,
        course: titles.get(booking.courseKey) ?? null,
      }))
  return {
    lists: [courses, runs, asRows(training), asRows(own)],
    training: training.data ?? null,
    own: placed(own.data),
    // What somebody enters for themselves is theirs, and not arranged.
    arranged: placed(arranged.data).filter(({ booking }) => booking.person !== objectId),
    courseOf: (key: string) => titles.get(key) ?? null,
    runOf: (key: string) => dates.get(key) ?? null,
    unreadable: [...(training.data?.unreadable ?? []), ...(own.data?.unreadable ?? [])],
  }
}

export type Mine = ReturnType<typeof useMine>

interface Asked {
  readonly data: unknown
  readonly error: unknown
  readonly isPending: boolean
  readonly isFetching: boolean
  readonly dataUpdatedAt: number
  refetch(): unknown
}

/** A single question, for the gate that says whether everything is there. */
function asRows(asked: Asked): Rows<unknown> {
  const readAt = new Date(asked.dataUpdatedAt).toISOString()
  return {
    held:
      asked.data === undefined ? undefined : { rows: [], unreadable: [], token: '', readAt, partial: false },
    error: asked.error,
    loading: asked.isPending,
    refreshing: asked.isFetching,
    refresh: () => void asked.refetch(),
    replace: () => undefined,
  }
}
