import { useMemo } from 'react'
import { mayRunCourses } from '../../../../domain/roles.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useTrainingPlace } from '../trainingPlace.ts'
import { datedRuns, type RunsView, readRunsView, writeRunsView } from './findRuns.ts'

/** The dates with their courses and venues, and what is shown of them. */
export function useRuns() {
  const services = useServices()
  const runs = useRows('runs', services.runs)
  const courses = useRows('courses', services.courses)
  const venues = useRows('venues', services.venues)
  const { query, showAs } = useNavigation()
  const { opened, openRun, openPart } = useTrainingPlace('runs')
  const all = useMemo(
    () => datedRuns(runs.held?.rows ?? [], courses.held?.rows ?? []),
    [runs.held, courses.held],
  )
  const view = readRunsView(query)
  return {
    lists: [runs, courses, venues],
    all,
    courses: (courses.held?.rows ?? []).map(({ value }) => value),
    venues: (venues.held?.rows ?? []).map(({ value }) => value),
    unreadable: runs.held?.unreadable ?? [],
    coordinates: mayRunCourses(services.me),
    view,
    show: (part: Partial<RunsView>) => showAs(writeRunsView({ ...view, ...part })),
    opened: all.find(({ run }) => run.key === opened) ?? null,
    openKey: opened,
    /** The row as it is saved, for whoever changes it. */
    rowOf: (key: string) => runs.held?.rows.find(({ value }) => value.key === key) ?? null,
    refreshing: runs.refreshing,
    openRun,
    close: () => openPart('runs'),
  }
}

export type RunsData = ReturnType<typeof useRuns>
