import { useMemo } from 'react'
import { overviewOf } from '../../../domain/overview.ts'
import { gatherAround } from '../../../domain/rowFacts.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'

/** The register counted, and counted again whenever a row changes. */
export function useOverview() {
  const services = useServices()
  const today = useToday()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const rows = useMemo(() => valuesOf(recommendations.held), [recommendations.held])
  const around = useMemo(
    () => gatherAround(rows, valuesOf(reports.held), valuesOf(posts.held), today),
    [rows, reports.held, posts.held, today],
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

function valuesOf<T>(held: { readonly rows: readonly { readonly value: T }[] } | undefined): readonly T[] {
  return (held?.rows ?? []).map((row) => row.value)
}
