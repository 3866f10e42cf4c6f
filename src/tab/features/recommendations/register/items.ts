import type { IsoDate } from '../../../../domain/calendarDays.ts'
import type { Post } from '../../../../domain/post.ts'
import { openDeadline, type Recommendation, writeReference } from '../../../../domain/recommendation.ts'
import type { Report } from '../../../../domain/report.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { writeOwner } from '../../../ui/ownerWords.ts'

/** One recommendation with what stands beside it in the list. */
export interface RegisterItem {
  readonly row: Stored<Recommendation>
  readonly report: Report | null
  readonly reference: string
  readonly owner: string
  /** The day by which the force still has to act. */
  readonly deadline: IsoDate | null
  /** What `searchTextOf` has put together; null until then. */
  readonly searched: { text: string | null }
}

const known = new WeakMap<Stored<Recommendation>, RegisterItem>()

/**
 * Joins rows, reports and posts, in the order of the paper. What did not change since the last time is not joined
 * again: of 30,000 rows a refresh changes a few.
 */
export function joinRegister(
  rows: readonly Stored<Recommendation>[],
  reports: readonly Stored<Report>[],
  posts: ReadonlyMap<string, Post>,
): readonly RegisterItem[] {
  const byKey = new Map(reports.map((report) => [report.value.key, report.value]))
  const owners = new Map<string | null, string>()
  const ownerOf = (post: string | null) => {
    const words = owners.get(post) ?? writeOwner(post, posts)
    owners.set(post, words)
    return words
  }
  const items = rows.map((row) => {
    const report = byKey.get(row.value.reportKey) ?? null
    const owner = ownerOf(row.value.ownerPost)
    const before = known.get(row)
    if (before && before.report === report && before.owner === owner) return before
    const item = joinItem(row, report, owner)
    known.set(row, item)
    return item
  })
  return items.sort(byPlaceInPaper)
}

function joinItem(row: Stored<Recommendation>, report: Report | null, owner: string): RegisterItem {
  const reference = writeReference(row.value)
  return { row, report, reference, owner, deadline: openDeadline(row.value), searched: { text: null } }
}

/** Everything that the search looks through, in lower case. Put together once, when it is first asked for. */
export function searchTextOf({ row, report, reference, owner, searched }: RegisterItem): string {
  if (searched.text !== null) return searched.text
  const { key, text, progress } = row.value
  searched.text = plain([reference, key, text, progress, report?.title ?? '', owner].join('\n'))
  return searched.text
}

/** Text as the search compares it: papers mix both kinds of apostrophe, and people type one. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'")
}

/** Rows in the order of the paper: by report, then by place in it. */
export function byPlaceInPaper(a: RegisterItem, b: RegisterItem): number {
  const last = Number.MAX_SAFE_INTEGER
  const [one, other] = [a.row.value, b.row.value]
  return (
    (a.report?.order ?? last) - (b.report?.order ?? last) ||
    (one.reportKey < other.reportKey ? -1 : one.reportKey > other.reportKey ? 1 : 0) ||
    one.order - other.order
  )
}
