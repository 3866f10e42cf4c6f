import { useMemo } from 'react'
import type { Post } from '../../../domain/post.ts'
import type { Recommendation } from '../../../domain/recommendation.ts'
import type { Report } from '../../../domain/report.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { type Rows, useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

/** Everything that one opened recommendation or report may lead to, by its key. */
export interface RegisterRows {
  readonly rows: ReadonlyMap<string, Stored<Recommendation>>
  readonly reports: ReadonlyMap<string, Stored<Report>>
  readonly posts: ReadonlyMap<string, Post>
  readonly storedPosts: readonly Stored<Post>[]
  readonly refreshing: boolean
  /** Show what has just been saved, without asking again. */
  readonly replaceRow: Rows<Recommendation>['replace']
  readonly replaceReport: Rows<Report>['replace']
  readonly replacePost: Rows<Post>['replace']
}

/** The lists behind an opened recommendation or report, as they are held on this device. */
export function useRegisterRows(): RegisterRows {
  const services = useServices()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const rows = useByKey(recommendations)
  const reportsByKey = useByKey(reports)
  const postsByKey = useByKey(posts)
  const postValues = useMemo(
    () => new Map([...postsByKey].map(([key, { value }]) => [key, value])),
    [postsByKey],
  )
  return {
    rows,
    reports: reportsByKey,
    posts: postValues,
    storedPosts: posts.held?.rows ?? [],
    refreshing: recommendations.refreshing,
    replaceRow: recommendations.replace,
    replaceReport: reports.replace,
    replacePost: posts.replace,
  }
}

function useByKey<T extends { readonly key: string }>({ held }: Rows<T>): ReadonlyMap<string, Stored<T>> {
  return useMemo(() => new Map((held?.rows ?? []).map((row) => [row.value.key, row])), [held])
}
