import { currentDeadline } from './dueLedger.ts'
import type { PaperContent, PaperLineItem, RememberedRow } from './paper.ts'
import type { Recommendation, Status } from './recommendation.ts'
import type { Report } from './report.ts'

/** What a paper is composed from: the register as it stands, and the last paper that was frozen. */
export interface PaperSources {
  readonly reports: readonly Report[]
  readonly rows: readonly Recommendation[]
  /** The content of the last frozen paper of the same board; null when there is none. */
  readonly previous: PaperContent | null
  /** Sentences that the paper prints for a report, by its key; those of the register where there are none. */
  readonly sentences?: Readonly<Record<string, readonly string[]>>
}

type KnownStatuses = ReadonlyMap<string, Status>

/** Whether a status says that the recommendation is implemented. NEW GREEN is green. */
export function isGreen(status: Status): boolean {
  return status === 'GREEN' || status === 'NEW GREEN'
}

/** Whether nothing more is asked for: implemented, or ended without that. */
export function isSettled(status: Status): boolean {
  return isGreen(status) || status === 'CLOSED'
}

/**
 * The status that a paper prints: green is NEW GREEN where the last frozen paper did not have it green. Nobody types
 * NEW GREEN; without an earlier paper a status stays as it is stored.
 */
export function shownStatus(
  row: Pick<Recommendation, 'key' | 'status'>,
  previous: PaperContent | null,
): Status {
  return statusBeside(row, previous === null ? null : statusesOf(previous))
}

function statusBeside(
  { key, status }: Pick<Recommendation, 'key' | 'status'>,
  before: KnownStatuses | null,
): Status {
  if (before === null || !isGreen(status)) return status
  const then = before.get(key)
  return then !== undefined && isGreen(then) ? 'GREEN' : 'NEW GREEN'
}

/** The status of every row that a paper knows, shown or remembered, by key. */
export function statusesOf(content: PaperContent): KnownStatuses {
  return new Map([...content.hidden, ...content.rows].map(({ key, status }) => [key, status]))
}

/** What a paper knows of every row, by key; a shown row is remembered in the same short form. */
export function rememberedRows(content: PaperContent): ReadonlyMap<string, RememberedRow> {
  return new Map([...content.hidden, ...content.rows.map(remember)].map((row) => [row.key, row]))
}

/**
 * All that a paper says at its cut-off. Rows that were already reported as green or closed are not shown again; a
 * report is shown while it has a row to show, or as long as the register holds none of its rows.
 */
export function composePaper({ reports, rows, previous, sentences = {} }: PaperSources): PaperContent {
  const before = previous === null ? null : statusesOf(previous)
  const items = inOrder(rows, reports).map((row) => lineItem(row, statusBeside(row, before)))
  const isHidden = (row: PaperLineItem) => isReported(row.status, before?.get(row.key))
  const shown = items.filter((row) => !isHidden(row))
  const withRows = new Set(items.map((row) => row.reportKey))
  const withShown = new Set(shown.map((row) => row.reportKey))
  return {
    reports: reports
      .filter(({ key }) => withShown.has(key) || !withRows.has(key))
      .toSorted((one, other) => one.order - other.order)
      .map((report) => ({ ...report, claims: sentences[report.key] ?? report.claims })),
    rows: shown,
    hidden: items.filter(isHidden).map(remember),
  }
}

/** Reports in their order, and within a report the rows in theirs; rows of an unknown report come last. */
function inOrder(rows: readonly Recommendation[], reports: readonly Report[]): readonly Recommendation[] {
  const places = new Map(reports.map((report) => [report.key, report.order]))
  const placeOf = (row: Recommendation) => places.get(row.reportKey) ?? Number.MAX_SAFE_INTEGER
  return rows.toSorted(
    (one, other) =>
      placeOf(one) - placeOf(other) || one.order - other.order || (one.key < other.key ? -1 : 1),
  )
}

/** Green that was green before, and closed that was closed before, have been reported. */
function isReported(shown: Status, before: Status | undefined): boolean {
  if (before === undefined) return false
  return shown === 'CLOSED' ? before === 'CLOSED' : isGreen(shown) && isGreen(before)
}

function lineItem(row: Recommendation, status: Status): PaperLineItem {
  const { history: _history, doubts: _doubts, importedAs: _importedAs, ...item } = row
  return { ...item, status }
}

function remember({ key, status, due }: PaperLineItem): RememberedRow {
  return { key, status, deadline: currentDeadline(due) }
}
