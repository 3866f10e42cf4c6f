import { useMemo } from 'react'
import { useRows } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'
import { sortMyWork } from './sortMyWork.ts'
import { useLastVisit } from './useLastVisit.ts'
import { waitingForMe } from './waitingForMe.ts'

/** What the signed-in person has to see to, kept up to date. */
export function useMyWork() {
  const services = useServices()
  const today = useToday()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const { me } = services
  const since = useLastVisit()
  const allPosts = useMemo(() => (posts.held?.rows ?? []).map((row) => row.value), [posts.held])
  const work = useMemo(
    () => sortMyWork(recommendations.held?.rows ?? [], allPosts, me.objectId, today),
    [recommendations.held, allPosts, me, today],
  )
  const waiting = useMemo(
    () => waitingForMe(recommendations.held?.rows ?? [], allPosts, me, { today, since }),
    [recommendations.held, allPosts, me, today, since],
  )
  const reportTitles = useMemo(
    (): ReadonlyMap<string, string> =>
      new Map((reports.held?.rows ?? []).map((row) => [row.value.key, row.value.title])),
    [reports.held],
  )
  const unreadable = recommendations.held?.unreadable ?? []
  return { lists: [recommendations, reports, posts], work, waiting, since, reportTitles, unreadable }
}
