import { useMemo, useState } from 'react'
import { type Course, findCourses, runsOf } from '../../../../domain/course.ts'
import { mayRunCourses } from '../../../../domain/roles.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'

/** The catalogue, the search, and the course that is open with its dates. */
export function useCatalogue() {
  const services = useServices()
  const courses = useRows('courses', services.courses)
  const runs = useRows('runs', services.runs)
  const venues = useRows('venues', services.venues)
  const { opened: openKey, openCourse, openPart, openRun } = useTrainingPlace()
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
  const opened = all?.find((row) => row.value.key === openKey) ?? null
  const allRuns = (runs.held?.rows ?? []).map((row) => row.value)
  return {
    lists: [courses, runs],
    found,
    total: all?.length ?? 0,
    unreadable: [...(courses.held?.unreadable ?? []), ...(runs.held?.unreadable ?? [])],
    search,
    setSearch,
    openKey,
    opened,
    openedRuns: opened ? runsOf(opened.value, allRuns) : [],
    runsOf: (course: Course) => runsOf(course, allRuns),
    open: openCourse,
    close: () => openPart('catalogue'),
    openRun,
    coordinates: mayRunCourses(services.me),
    courses: (all ?? []).map(({ value }) => value),
    venues: (venues.held?.rows ?? []).map(({ value }) => value),
    replace: courses.replace,
  }
}

export type CatalogueData = ReturnType<typeof useCatalogue>
