import { useMemo } from 'react'
import type { Post } from '../../../domain/post.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'
import { joinRegister, type RegisterItem } from './findRows.ts'

/** The register as the page needs it: rows joined with their report and owner, kept up to date. */
export function useRegister() {
  const services = useServices()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const postsByKey = useMemo(
    (): ReadonlyMap<string, Post> =>
      new Map((posts.held?.rows ?? []).map((post) => [post.value.key, post.value])),
    [posts.held],
  )
  const items = useMemo(
    (): readonly RegisterItem[] =>
      joinRegister(recommendations.held?.rows ?? [], reports.held?.rows ?? [], postsByKey),
    [recommendations.held, reports.held, postsByKey],
  )
  return {
    lists: [recommendations, reports, posts],
    items,
    unreadable: recommendations.held?.unreadable ?? [],
    postsByKey,
    replace: recommendations.replace,
    refreshing: recommendations.refreshing,
  }
}
