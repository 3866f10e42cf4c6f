import { useMemo } from 'react'
import { overviewOf } from '../../../domain/overview.ts'
import type { Surroundings } from '../../../domain/rowFacts.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'

/** The register counted, and counted again whenever a row changes. */
export function useOverview() {
  const services = useServices()
  const today = useToday()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const rows = useMemo(
    () => (recommendations.held?.rows ?? []).map((row) => row.value),
    [recommendations.held],
  )
  const around = useMemo(
    (): Surroundings => ({
      reports: new Map((reports.held?.rows ?? []).map(({ value }) => [value.key, value])),
      posts: new Map((posts.held?.rows ?? []).map(({ value }) => [value.key, value])),
      today,
    }),
    [reports.held, posts.held, today],
  )
  const overview = useMemo(() => overviewOf(rows, around), [rows, around])
  const idOf = useMemo(
    () => new Map((recommendations.held?.rows ?? []).map(({ id, value }) => [value.key, id])),
    [recommendations.held],
  )
  return {
    lists: [recommendations, reports, posts],
    unreadable: recommendations.held?.unreadable ?? [],
    readAt: recommendations.held?.readAt ?? null,
    overview,
    around,
    idOf,
  }
}

/** What the panels are drawn from. */
export type OverviewData = ReturnType<typeof useOverview>
