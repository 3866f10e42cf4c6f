import type { Instant } from './calendarDays.ts'
import { undecided } from './decisions.ts'
import { fingerprint } from './fingerprint.ts'
import type { PaperReading, PaperReport, PaperRow } from './paperReading.ts'
import { type Change, isStatus, type Recommendation } from './recommendation.ts'
import { type Report, reportFacts, reportKey } from './report.ts'

/** Where an import comes from, for the history of the rows it changes. */
export interface ImportSource {
  /** Name of the paper, as people know it. */
  readonly paper: string
  readonly at: Instant
}

/** A row of the paper in the product's terms, or the reason why it cannot be one. */
export type ImportedRow =
  | { readonly ok: true; readonly row: Recommendation }
  | { readonly ok: false; readonly key: string; readonly code: 'unknown-status'; readonly status: string }

/** What an import does with one row. `kept` names what people wrote here since, which stays. */
export type ImportStep<T> =
  | { readonly does: 'create'; readonly next: T }
  | { readonly does: 'update'; readonly next: T }
  | { readonly does: 'unchanged' }
  | { readonly does: 'keep'; readonly kept: readonly KeptField[]; readonly next: T | null }

const keptFields = ['progress', 'status'] as const
export type KeptField = (typeof keptFields)[number]

/** All reports and rows of a reading with the keys under which the register knows them. */
export function importedFrom(reading: PaperReading): {
  readonly reports: readonly Report[]
  readonly rows: readonly ImportedRow[]
} {
  const reportKeys = distinct(reading.reports.map((one) => reportKey(one.title, one.published.date)))
  const reports = reading.reports.map((one, index) => importedReport(one, reportKeys[index] ?? '', index + 1))
  const rowKeys = distinct(
    reading.rows.map((row) => `${reportKeys[row.report] ?? 'no-report'}/${row.number || 'unnumbered'}`),
  )
  const rows = reading.rows.map((row, index) =>
    importedRow(row, reportKeys[row.report] ?? 'no-report', rowKeys[index] ?? '', index + 1),
  )
  return { reports, rows }
}

/** Keys must differ: the second of a kind gets `~2`, the third `~3`. */
function distinct(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}~${count}`
  })
}

function importedReport(paper: PaperReport, key: string, order: number): Report {
  const { title, typeLine, published, claims, narrative } = paper
  const importedAs = fingerprint(JSON.stringify([title, typeLine, published, claims, narrative, order]))
  const facts = reportFacts(typeLine, title)
  return { key, title, typeLine, published, claims, narrative, order, importedAs, ...facts, clocks: [] }
}

function importedRow(paper: PaperRow, report: string, key: string, order: number): ImportedRow {
  const { number, numberInferred, kind, status, text, comment, due, elements } = paper
  if (!isStatus(status)) return { ok: false, key, code: 'unknown-status', status }
  const doubts = paper.doubts.map(({ code, message, line }) => ({ code, message, line }))
  const row: Omit<Recommendation, 'importedAs'> = {
    ...{ key, reportKey: report, number, numberInferred, order, kind, status, text, progress: comment },
    ...{ elements, due, doubts, ownerPost: null, history: [], ...undecided },
  }
  return { ok: true, row: { ...row, importedAs: rowFingerprint(row) } }
}

/** Lines are left out: the same row further down in a file is the same row. */
function rowFingerprint(row: Omit<Recommendation, 'importedAs'>): string {
  const { number, numberInferred, order, kind, status, text, progress, elements, due, doubts } = row
  const told = doubts.map((doubt) => [doubt.code, doubt.message])
  return fingerprint(
    JSON.stringify([number, numberInferred, order, kind, status, text, progress, elements, due, told]),
  )
}

/** Decides what an import does with a report; reports are not edited in the product. */
export function stepForReport(imported: Report, existing: Report | null): ImportStep<Report> {
  if (!existing) return { does: 'create', next: imported }
  return existing.importedAs === imported.importedAs
    ? { does: 'unchanged' }
    : { does: 'update', next: imported }
}

/**
 * Decides what an import does with a row. The owner is never the paper's to change. Progress and status stay as
 * people wrote them here; the rest follows the paper. What the paper said instead, and what it replaced, goes into
 * the history, so that neither is lost.
 */
export function stepForRow(
  imported: Recommendation,
  existing: Recommendation | null,
  source: ImportSource,
): ImportStep<Recommendation> {
  if (!existing) return { does: 'create', next: imported }
  const kept = editedHere(existing).filter((field) => existing[field] !== imported[field])
  if (existing.importedAs === imported.importedAs)
    return kept.length === 0 ? { does: 'unchanged' } : { does: 'keep', kept, next: null }
  const next: Recommendation = {
    ...imported,
    progress: kept.includes('progress') ? existing.progress : imported.progress,
    status: kept.includes('status') ? existing.status : imported.status,
    ownerPost: existing.ownerPost,
    history: [...existing.history, ...importChanges(imported, existing, kept, source)],
  }
  return kept.length === 0 ? { does: 'update', next } : { does: 'keep', kept, next }
}

/** The fields that people have written in the product, in the tab or on a card. */
function editedHere(row: Pick<Recommendation, 'history'>): readonly KeptField[] {
  return keptFields.filter((field) =>
    row.history.some((change) => change.field === field && change.via !== 'import'),
  )
}

function importChanges(
  imported: Recommendation,
  existing: Recommendation,
  kept: readonly KeptField[],
  { paper, at }: ImportSource,
): readonly Change[] {
  const base = { at, by: paper, byObject: 'import', via: 'import' } as const
  const changes: Change[] = [{ ...base, field: 'import', from: '', to: paper }]
  for (const field of keptFields) {
    const [from, to] = [existing[field], imported[field]]
    if (kept.includes(field)) changes.push({ ...base, field: 'import', from: to, to: from })
    else if (from !== to) changes.push({ ...base, field, from, to })
  }
  return changes
}
