import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Feedback } from '../../../../../domain/feedback.ts'
import { useServices, useToday } from '../../../../ui/services.tsx'
import { useCatalogueRows } from '../useCatalogueRows.ts'

/** The dates of a course that are over, and what people said about them. */
export function useQuality() {
  const { feedback } = useServices()
  const today = useToday()
  const catalogue = useCatalogueRows()
  const over = catalogue.runs
    .filter(({ status, date }) => status !== 'cancelled' && date < today)
    .sort((a, b) => b.date.localeCompare(a.date))
  const courseKeys = [...new Set(over.map(({ courseKey }) => courseKey))]
  const [chosen, setChosen] = useState<string | null>(null)
  const courseKey = chosen ?? courseKeys[0] ?? null
  const asked = useQuery({
    queryKey: ['training', 'feedback', courseKey],
    queryFn: async (): Promise<readonly Feedback[]> =>
      courseKey === null ? [] : (await feedback.ofCourse(courseKey)).rows.map(({ value }) => value),
  })
  return {
    ...catalogue,
    ...{ courseKey, courseKeys, asked },
    runsOfCourse: over.filter((run) => run.courseKey === courseKey),
    choose: setChosen,
  }
}
