import { useQuery } from '@tanstack/react-query'
import type { Exercise } from '../../../../domain/exercise.ts'
import { draftOf } from '../../../../domain/exerciseEntry.ts'
import type { Finding } from '../../../../domain/programmeRules.ts'
import { lookAtDay } from '../../../../usecases/planExercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'

/** What speaks against a day to come as it is planned now: somebody may have booked the room since. */
export function useStandingFindings(row: Stored<Exercise>): readonly Finding[] {
  const { schedules, clock, exercises, settings } = useServices()
  const rows = useRows('exercises', exercises).held?.rows ?? []
  const set = useRows('settings', settings).held?.rows ?? []
  const isToCome = row.value.date >= useToday() && ['planned', 'confirmed'].includes(row.value.status)
  const query = useQuery({
    queryKey: ['look at plan', row.id, row.etag, rows.length],
    queryFn: () =>
      lookAtDay(
        { schedules, clock },
        { draft: draftOf(row.value), exercises: rows, settings: set.map(({ value }) => value), row },
      ),
    enabled: isToCome,
    gcTime: 0,
  })
  return isToCome ? (query.data ?? []) : []
}
