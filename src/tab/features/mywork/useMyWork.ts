import { useMemo } from 'react'
import { useRows } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'
import { sortMyWork } from './sortMyWork.ts'

/** What the signed-in person has to see to, kept up to date. */
export function useMyWork() {
  const services = useServices()
  const today = useToday()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const { objectId } = services.me
  const work = useMemo(
    () =>
      sortMyWork(
        recommendations.held?.rows ?? [],
        (posts.held?.rows ?? []).map((row) => row.value),
        objectId,
        today,
      ),
    [recommendations.held, posts.held, objectId, today],
  )
  const reportTitles = useMemo(
    (): ReadonlyMap<string, string> =>
      new Map((reports.held?.rows ?? []).map((row) => [row.value.key, row.value.title])),
    [reports.held],
  )
  const unreadable = recommendations.held?.unreadable ?? []
  return { lists: [recommendations, reports, posts], work, reportTitles, unreadable }
}
