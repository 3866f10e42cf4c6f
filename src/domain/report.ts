import { type IsoDate, writeDate, writeMonth } from './calendarDays.ts'

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

/** When a report was published, as people write it: `11 March 2021`, `October 2019`, or the words of the paper. */
export function writePublished({ published }: Pick<Report, 'published'>): string {
  if (published.date === null) return published.text
  return published.precision === 'month' ? writeMonth(published.date) : writeDate(published.date)
}

const longestSlug = 60

/** A report's key: the first words of its title (60 letters at most) and the month of publication. */
export function reportKey(title: string, published: IsoDate | null): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Decimal_Number}]+/gu)
  let slug = ''
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, longestSlug) : `${slug}-${word}`
    if (longer.length > longestSlug) break
    slug = longer
  }
  return `${slug || 'report'}-${published?.slice(0, 7) ?? 'undated'}`
}
