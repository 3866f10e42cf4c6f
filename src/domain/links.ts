import type { LinkKind } from './decisions.ts'
import type { Recommendation } from './recommendation.ts'
import { slugOf } from './report.ts'

/** What must be known of a row to find its links. */
export type Linked = Pick<Recommendation, 'key' | 'reportKey' | 'number' | 'links'>

/** One end of a link, seen from a row. `own` says whether the row itself names it, or the other one does. */
export interface LinkEnd {
  readonly kind: LinkKind
  readonly key: string
  readonly own: boolean
  readonly note: string
}

/** All links between held rows, from both ends. */
export type LinkIndex = ReadonlyMap<string, readonly LinkEnd[]>

const kindWords = '(?:recommendations?|recs?\\.?|afis?|areas? for improvement)'
const freeReference = new RegExp(`^(.*?)[\\s,:–-]*(?:${kindWords}\\s*)?(?:no\\.?\\s*)?(\\d{1,3}[a-z]?)$`, 'i')

/** Finds rows by key and by what a paper calls them; each gives null when the register does not hold the row. */
export interface RowFinder {
  /** A row by its own name, or by what the paper of another row calls it. */
  find(reference: string, from: Pick<Linked, 'reportKey'>): string | null
  /** A row by its report and number. */
  at(reportKey: string, number: string): string | null
}

/** Makes a finder over rows: a key, "Recommendation 3" of the same report, "PEEL 2018/2019 AFI 11" of another. */
export function rowFinder(rows: readonly Pick<Linked, 'key' | 'reportKey' | 'number'>[]): RowFinder {
  const keys = new Set(rows.map((row) => row.key))
  const byPlace = new Map<string, string>()
  const reports = new Set<string>()
  for (const { key, reportKey, number } of rows) {
    reports.add(reportKey)
    const place = `${reportKey}/${number.toLowerCase()}`
    // The first of two with the same number keeps it.
    if (!byPlace.has(place)) byPlace.set(place, key)
  }
  const at: RowFinder['at'] = (reportKey, number) =>
    byPlace.get(`${reportKey}/${number.toLowerCase()}`) ?? null
  return {
    at,
    find(reference, from) {
      if (keys.has(reference)) return reference
      const [, place = '', number = ''] = freeReference.exec(reference.trim()) ?? []
      const named = slugOf(place)
      if (named === '') return at(from.reportKey, number)
      for (const report of reports) {
        const key = report.startsWith(`${named}-`) ? at(report, number) : null
        if (key !== null) return key
      }
      return null
    },
  }
}

/** Builds the links of all rows once, so that a register of 30,000 rows is gone through once. */
export function indexLinks(rows: readonly Linked[]): LinkIndex {
  const linking = rows.filter((row) => row.links.length > 0)
  const index = new Map<string, LinkEnd[]>()
  if (linking.length === 0) return index
  const finder = rowFinder(rows)
  const add = (from: string, end: LinkEnd) => {
    const ends = index.get(from)
    if (ends) ends.push(end)
    else index.set(from, [end])
  }
  for (const row of linking) {
    for (const { kind, to, note } of row.links) {
      const key = finder.find(to, row)
      if (key === null || key === row.key) continue
      add(row.key, { kind, key, own: true, note })
      add(key, { kind, key: row.key, own: false, note })
    }
  }
  return index
}

/**
 * Keys of the rows whose deadlines go with this one, whichever of them names the other, and theirs in turn: when
 * one is moved, the others are offered to be moved with it.
 */
export function alignedKeys(key: string, index: LinkIndex): readonly string[] {
  const seen = new Set([key])
  for (const one of seen)
    for (const end of index.get(one) ?? []) if (end.kind === 'aligned') seen.add(end.key)
  seen.delete(key)
  return [...seen]
}
