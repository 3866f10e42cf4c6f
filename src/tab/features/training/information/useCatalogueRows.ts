import { useMemo } from 'react'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'

/** Courses and dates as the device holds them, with the title of each course. */
export function useCatalogueRows() {
  const services = useServices()
  const courseRows = useRows('courses', services.courses)
  const runRows = useRows('runs', services.runs)
  const courses = useMemo(() => (courseRows.held?.rows ?? []).map(({ value }) => value), [courseRows.held])
  const runs = useMemo(() => (runRows.held?.rows ?? []).map(({ value }) => value), [runRows.held])
  const titles = useMemo(() => new Map(courses.map(({ key, title }) => [key, title])), [courses])
  return {
    lists: [courseRows, runRows],
    courses,
    runs,
    runRows,
    titleOf: (courseKey: string) => titles.get(courseKey) ?? courseKey,
  }
}
