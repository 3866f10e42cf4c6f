import { useEffect, useMemo } from 'react'
import type { Post } from '../../../domain/post.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'
import { type Around, aroundOf, prepareWhenIdle } from './register/attention.ts'
import { joinRegister, type RegisterItem } from './register/items.ts'

const none: readonly never[] = []

/** The register as the page needs it: rows joined with their report and owner, kept up to date. */
export function useRegister() {
  const services = useServices()
  const today = useToday()
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  // A refresh without changes leaves the rows the same list, and then nothing is worked out anew.
  const rows = recommendations.held?.rows ?? none
  const reportRows = reports.held?.rows ?? none
  const postRows = posts.held?.rows ?? none
  const postsByKey = useMemo(
    (): ReadonlyMap<string, Post> => new Map(postRows.map((post) => [post.value.key, post.value])),
    [postRows],
  )
  const items = useMemo(
    (): readonly RegisterItem[] => joinRegister(rows, reportRows, postsByKey),
    [rows, reportRows, postsByKey],
  )
  const around = useMemo((): Around => aroundOf(items, postsByKey, today), [items, postsByKey, today])
  useEffect(() => prepareWhenIdle(items, around), [items, around])
  return {
    lists: [recommendations, reports, posts],
    items,
    around,
    unreadable: recommendations.held?.unreadable ?? none,
    posts: postsByKey,
    replace: recommendations.replace,
  }
}

export type Register = ReturnType<typeof useRegister>
