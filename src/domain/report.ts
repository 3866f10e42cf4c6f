import { type IsoDate, writeDate, writeMonth } from './calendarDays.ts'
import type { StatutoryClock } from './statutoryClock.ts'

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
  readonly source: ReportSource
  readonly scope: ReportScope
  readonly publishers: readonly string[]
  readonly clocks: readonly StatutoryClock[]
}

/** Where recommendations come from. */
export const reportSources = [
  'inspectorate',
  'joint-inspection',
  'iopc-28a',
  'super-complaint',
  'coroner',
  'internal',
] as const
export type ReportSource = (typeof reportSources)[number]

export const reportScopes = ['national', 'force', 'thematic'] as const
export type ReportScope = (typeof reportScopes)[number]

/** When a report was published, as people write it: `11 March 2021`, `October 2019`, or the words of the paper. */
export function writePublished({ published }: Pick<Report, 'published'>): string {
  if (published.date === null) return published.text
  return published.precision === 'month' ? writeMonth(published.date) : writeDate(published.date)
}

const longestSlug = 60

/** A report's key: the first words of its title (60 letters at most) and the month of publication. */
export function reportKey(title: string, published: IsoDate | null): string {
  return `${slugOf(title) || 'report'}-${published?.slice(0, 7) ?? 'undated'}`
}

/** Words as they stand in a key: lower case, without accents, joined by hyphens, whole words up to a length. */
export function slugOf(text: string, longest = longestSlug): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Decimal_Number}]+/gu)
  let slug = ''
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}

const bodies: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['HMICFRS', /HMICFRS|HMIC\b|Inspectorate of Constabulary/i],
  ['HMCPSI', /HMCPSI/i],
  ['HMI Prisons', /HMI Prisons|HMIP\b/i],
  ['College of Policing', /College of Policing/i],
  ['IOPC', /IOPC|Independent Office for Police Conduct/i],
  ['Coroner', /coroner/i],
]

/**
 * What a type line says of a report: who published it, whom it looks at, and where it comes from. A super-complaint
 * is one by its title (its type line only names three bodies); more than one body makes a joint report.
 */
export function reportFacts(
  typeLine: string,
  title: string,
): Pick<Report, 'source' | 'scope' | 'publishers'> {
  const publishers = bodies.filter(([, pattern]) => pattern.test(typeLine)).map(([name]) => name)
  return { source: sourceOf(typeLine, title, publishers), scope: scopeOf(typeLine), publishers }
}

function sourceOf(typeLine: string, title: string, publishers: readonly string[]): ReportSource {
  if (/super-?complaint/i.test(title)) return 'super-complaint'
  if (publishers.includes('Coroner')) return 'coroner'
  if (publishers.length > 1 || /\bjoint\b/i.test(typeLine)) return 'joint-inspection'
  if (publishers.includes('IOPC')) return 'iopc-28a'
  return /\binternal\b/i.test(typeLine) ? 'internal' : 'inspectorate'
}

function scopeOf(typeLine: string): ReportScope {
  if (/thematic/i.test(typeLine)) return 'thematic'
  return /\bforce report\b/i.test(typeLine) ? 'force' : 'national'
}
