import type { Post } from '../../../../src/domain/post.ts'
import type { Recommendation } from '../../../../src/domain/recommendation.ts'
import type { Report } from '../../../../src/domain/report.ts'
import { aroundOf } from '../../../../src/tab/features/recommendations/register/attention.ts'
import { joinRegister } from '../../../../src/tab/features/recommendations/register/items.ts'
import { aPost, aRecommendation, aReport } from '../../../support/register.ts'

export const today = '2021-06-01'

export const roads = aReport({ key: 'roads-2020-07', title: 'Roads Policing', order: 2 })

/** Rows as the list gives them. */
export const stored = <T>(values: readonly T[]) =>
  values.map((value, index) => ({ id: String(index + 1), etag: 'v1', value }))

/** A register over two reports and one post, on 1 June 2021. */
export function aRegister(
  rows: readonly Partial<Recommendation>[],
  reports: readonly Report[] = [aReport(), roads],
  posts: readonly Post[] = [aPost()],
) {
  const byKey = new Map(posts.map((post) => [post.key, post]))
  const items = joinRegister(stored(rows.map((row) => aRecommendation(row))), stored(reports), byKey)
  return { items, around: aroundOf(items, byKey, today) }
}

/** The numbers of rows, which tell them apart. */
export const numbers = (items: readonly { readonly row: { readonly value: Recommendation } }[]) =>
  items.map((item) => item.row.value.number)
