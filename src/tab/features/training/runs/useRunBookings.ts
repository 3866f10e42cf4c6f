import { useQuery } from '@tanstack/react-query'
import type { CourseRun } from '../../../../domain/course.ts'
import { refreshEvery } from '../../../ui/freshness.ts'
import { useServices } from '../../../ui/services.tsx'

/** The bookings of a date: one request on one indexed key, again while somebody looks. */
export function useRunBookings(run: CourseRun) {
  const { bookings } = useServices()
  const asked = useQuery({
    queryKey: ['training', 'run', run.key],
    queryFn: () => bookings.ofRun(run.key),
    refetchInterval: refreshEvery,
  })
  return {
    bookings: (asked.data?.rows ?? []).map(({ value }) => value),
    unreadable: asked.data?.unreadable.length ?? 0,
    error: asked.error,
    pending: asked.isPending,
    again: () => void asked.refetch(),
  }
}
