import type { Post } from '../../../domain/post.ts'
import { type Recommendation, type Status, statuses, writeReference } from '../../../domain/recommendation.ts'
import type { Report } from '../../../domain/report.ts'
import type { Stored, UnreadableRow } from '../../../usecases/ports.ts'
import { writeOwner } from '../../ui/ownerWords.ts'

/** One recommendation with what stands beside it in the list. */
export interface RegisterItem {
  readonly row: Stored<Recommendation>
  readonly report: Report | null
  readonly reference: string
  readonly owner: string
  /** Everything that the search looks through, in lower case. */
  readonly searchText: string
}

/** What the person asked to see. No status chosen means every status. */
export interface Wanted {
  readonly search: string
  readonly statuses: ReadonlySet<Status>
  readonly collapsed: ReadonlySet<string>
}

export type RegisterEntry =
  | {
      readonly kind: 'report'
      readonly id: string
      readonly key: string
      readonly title: string
      readonly report: Report | null
      readonly expanded: boolean
      readonly shown: number
      readonly total: number
      readonly counts: readonly (readonly [Status, number])[]
    }
  | {
      readonly kind: 'row'
      readonly id: string
      readonly item: RegisterItem
      readonly position: number
      readonly of: number
    }
  | { readonly kind: 'unreadable'; readonly id: string; readonly row: UnreadableRow }

/** Joins rows, reports and posts, in the order of the paper. */
export function joinRegister(
  rows: readonly Stored<Recommendation>[],
  reports: readonly Stored<Report>[],
  posts: ReadonlyMap<string, Post>,
): readonly RegisterItem[] {
  const byKey = new Map(reports.map((report) => [report.value.key, report.value]))
  return rows.map((row) => joinItem(row, byKey.get(row.value.reportKey) ?? null, posts)).sort(byPlaceInPaper)
}

function joinItem(
  row: Stored<Recommendation>,
  report: Report | null,
  posts: ReadonlyMap<string, Post>,
): RegisterItem {
  const reference = writeReference(row.value)
  const owner = writeOwner(row.value.ownerPost, posts)
  const searched = [reference, row.value.key, row.value.text, row.value.progress, report?.title ?? '', owner]
  return { row, report, reference, owner, searchText: searched.join('\n').toLowerCase() }
}

function byPlaceInPaper(a: RegisterItem, b: RegisterItem): number {
  const last = Number.MAX_SAFE_INTEGER
  return (
    (a.report?.order ?? last) - (b.report?.order ?? last) ||
    a.row.value.reportKey.localeCompare(b.row.value.reportKey) ||
    a.row.value.order - b.row.value.order
  )
}

/** Rows in which every word of the search is found. */
export function searchRows(items: readonly RegisterItem[], search: string): readonly RegisterItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter((item) => words.every((word) => item.searchText.includes(word)))
}

/** How many rows stand at each status, in the order of the key; statuses without rows are left out. */
export function countStatuses(items: readonly RegisterItem[]): readonly (readonly [Status, number])[] {
  const counts = new Map<Status, number>()
  for (const item of items) counts.set(item.row.value.status, (counts.get(item.row.value.status) ?? 0) + 1)
  return statuses.flatMap((status) => {
    const count = counts.get(status)
    return count ? [[status, count] as const] : []
  })
}

/** The lines of the list: a header for each report that has something to show, its rows, then unreadable rows. */
export function listEntries(
  items: readonly RegisterItem[],
  unreadable: readonly UnreadableRow[],
  wanted: Wanted,
): readonly RegisterEntry[] {
  const found = new Set(
    searchRows(items, wanted.search).filter(
      (item) => wanted.statuses.size === 0 || wanted.statuses.has(item.row.value.status),
    ),
  )
  const entries: RegisterEntry[] = []
  for (const [key, group] of Map.groupBy(items, (item) => item.row.value.reportKey)) {
    const shown = group.filter((item) => found.has(item))
    if (shown.length === 0) continue
    // A search opens every report: a hit that stays folded away looks like no hit.
    const expanded = wanted.search.trim() !== '' || !wanted.collapsed.has(key)
    entries.push(reportEntry(key, group, shown, expanded))
    if (expanded)
      shown.forEach((item, index) => {
        entries.push({ kind: 'row', id: item.row.id, item, position: index + 1, of: shown.length })
      })
  }
  return [
    ...entries,
    ...unreadable.map((row) => ({ kind: 'unreadable', id: `unreadable ${row.id}`, row }) as const),
  ]
}

function reportEntry(
  key: string,
  group: readonly RegisterItem[],
  shown: readonly RegisterItem[],
  expanded: boolean,
): RegisterEntry {
  const report = group[0]?.report ?? null
  return {
    kind: 'report',
    id: `report ${key}`,
    key,
    title: report?.title ?? `Report ${key} (not in the Reports list)`,
    report,
    expanded,
    shown: shown.length,
    total: group.length,
    counts: countStatuses(shown),
  }
}
