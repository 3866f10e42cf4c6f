import { useMemo, useState } from 'react'
import { type Course, findCourses, runsOf } from '../../../domain/course.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

/** The catalogue, the search, and the course that is open with its dates. */
export function useTraining() {
  const services = useServices()
  const courses = useRows('courses', services.courses)
  const runs = useRows('runs', services.runs)
  const { itemId, open } = useNavigation()
  const [search, setSearch] = useState('')
  const all = courses.held?.rows
  const found = useMemo(() => {
    const values = new Set<Course>(
      findCourses(
        (all ?? []).map((row) => row.value),
        search,
      ),
    )
    return (all ?? [])
      .filter((row) => values.has(row.value))
      .sort((one, other) => one.value.title.localeCompare(other.value.title, 'en-GB'))
  }, [all, search])
  const opened = all?.find((row) => row.id === itemId) ?? null
  const allRuns = (runs.held?.rows ?? []).map((row) => row.value)
  return {
    courses,
    runs,
    found,
    total: all?.length ?? 0,
    unreadable: [...(courses.held?.unreadable ?? []), ...(runs.held?.unreadable ?? [])],
    search,
    setSearch,
    openId: itemId,
    opened,
    openedRuns: opened ? runsOf(opened.value, allRuns) : [],
    runsOf: (course: Course) => runsOf(course, allRuns),
    open: (id: string) => open('training', id),
    close: () => open('training'),
  }
}
