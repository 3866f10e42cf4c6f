import type { DueEntry } from './dueLedger.ts'
import { fingerprint } from './fingerprint.ts'
import { type ReportField, type RowField, reportFields, rowFields } from './importPlan.ts'
import { limits, noteLength } from './limits.ts'
import type { Element, Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'

/** The parts of a row that a paper tells of. */
export type PaperPartOfRow = Pick<Recommendation, RowField>

/**
 * A field as people read it, which is what two versions of it are compared by: spaces and line ends are nothing, and
 * NEW GREEN is GREEN, because which of the two is shown depends on the paper before.
 */
export function rowFieldText(row: PaperPartOfRow, field: RowField): string {
  if (field === 'due') return row.due.map(({ text }) => plain(text)).join('\n')
  if (field === 'elements') return row.elements.map(elementText).join('\n')
  return field === 'status' ? plainStatus(row.status) : plain(row[field])
}

/** A field of a report as people read it. */
export function reportFieldText(report: Report, field: ReportField): string {
  if (field === 'published') return plain(report.published.text)
  return field === 'claims' ? plain(report.claims.join('\n')) : plain(String(report[field]))
}

function elementText({ label, text, status, comment }: Element): string {
  const parts = [label, plain(text), status === null ? '' : plainStatus(status), plain(comment)]
  return parts.filter((part) => part !== '').join(' | ')
}

function plainStatus(status: string): string {
  return status === 'NEW GREEN' ? 'GREEN' : status
}

function plain(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
  return lines.filter((line) => line !== '').join('\n')
}

const version = '2:'
const unsettled = '-'

/** Remembers, field by field, what a paper said of a row: what differs from it later was changed here. */
export function rowPrint(row: PaperPartOfRow): string {
  return version + rowFields.map((field) => fingerprint(rowFieldText(row, field))).join('.')
}

/** The same for a report. */
export function reportPrint(report: Report): string {
  return version + reportFields.map((field) => fingerprint(reportFieldText(report, field))).join('.')
}

/** The print of one field, or null where nothing is remembered of it. */
export function printOf<F extends string>(print: string, fields: readonly F[], field: F): string | null {
  if (!print.startsWith(version)) return null
  const found = print.slice(version.length).split('.')[fields.indexOf(field)] ?? unsettled
  return found === unsettled ? null : found
}

/** A print in which some fields are as they were before. @param stays the fields whose conflict is not settled */
export function printKeeping<F extends string>(
  next: string,
  before: string,
  fields: readonly F[],
  stays: readonly F[],
): string {
  const merged = fields.map(
    (field) => printOf(stays.includes(field) ? before : next, fields, field) ?? unsettled,
  )
  return version + merged.join('.')
}

/** The paper's due entries; one that stands here in the same words keeps what is known of it here. */
export function mergeDue(papers: readonly DueEntry[], ours: readonly DueEntry[]): readonly DueEntry[] {
  const left = [...ours]
  return papers.map((entry) => {
    const at = left.findIndex((own) => plain(own.text) === plain(entry.text))
    return at < 0 ? entry : (left.splice(at, 1)[0] ?? entry)
  })
}

/** Says whether a row would not fit into the columns of the register. */
export function isTooLong(row: Recommendation): boolean {
  const notes = [
    row.text,
    row.progress,
    ...[row.elements, row.due, row.doubts, row.links].map((part) => JSON.stringify(part)),
  ]
  const isLongNote = notes.some((note) => noteLength(note) > limits.noteCharacters)
  return isLongNote || Math.max(row.number.length, row.key.length) > limits.textCharacters
}
