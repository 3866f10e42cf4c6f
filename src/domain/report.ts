import type { IsoDate } from './calendarDays.ts'

/** A published inspection report that recommendations come from. */
export interface Report {
  /** Made from title and month of publication, unique: `protests-2021-03`. */
  readonly key: string
  readonly title: string
  readonly typeLine: string
  readonly published: {
    readonly text: string
    readonly date: IsoDate | null
    readonly precision: 'day' | 'month' | null
  }
  /** The sentences in which the paper claims its counts, as written. */
  readonly claims: readonly string[]
  readonly narrative: string
  /** Place in the paper, counted from 1. */
  readonly order: number
  readonly importedAs: string
}

/** A report's key: its title in plain letters (60 at most) and the month of publication. */
export function reportKey(title: string, published: IsoDate | null): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60)
    .replace(/-+$/, '')
  return `${slug || 'report'}-${published?.slice(0, 7) ?? 'undated'}`
}
