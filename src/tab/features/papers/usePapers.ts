import { useMemo } from 'react'
import type { Paper } from '../../../domain/paper.ts'
import { mayManage } from '../../../domain/roles.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useRows } from '../../ui/rows.tsx'
import { useServices } from '../../ui/services.tsx'

/** The papers, the newest meeting first, and the register that drafts are made from. */
export function usePapers() {
  const services = useServices()
  const papers = useRows('papers', services.papers)
  const recommendations = useRows('recommendations', services.recommendations)
  const reports = useRows('reports', services.reports)
  const posts = useRows('posts', services.posts)
  const inOrder = useMemo(() => (papers.held?.rows ?? []).toSorted(byMeeting), [papers.held])
  const idOf = useMemo(
    (): ReadonlyMap<string, string> =>
      new Map((recommendations.held?.rows ?? []).map(({ id, value }) => [value.key, id])),
    [recommendations.held],
  )
  const register = useMemo(
    () => ({
      rows: (recommendations.held?.rows ?? []).map(({ value }) => value),
      reports: (reports.held?.rows ?? []).map(({ value }) => value),
      posts: (posts.held?.rows ?? []).map(({ value }) => value),
    }),
    [recommendations.held, reports.held, posts.held],
  )
  return {
    lists: [papers, recommendations, reports, posts],
    papers: inOrder,
    unreadable: papers.held?.unreadable ?? [],
    unreadableRows: recommendations.held?.unreadable ?? [],
    register,
    idOf,
    mayChange: mayManage(services.me),
    replace: papers.replace,
    refresh: papers.refresh,
    refreshing: papers.refreshing,
  }
}

export type PapersData = ReturnType<typeof usePapers>

function byMeeting(one: Stored<Paper>, other: Stored<Paper>): number {
  return (
    other.value.meetingDate.localeCompare(one.value.meetingDate) ||
    one.value.board.localeCompare(other.value.board)
  )
}
