import type { Instant } from './calendarDays.ts'
import { fingerprint } from './fingerprint.ts'
import {
  type Choices,
  type FieldDifference,
  type PlanWord,
  type ReportField,
  type RowField,
  reportFields,
  rowFields,
} from './importPlan.ts'
import { mergeDue, printKeeping, printOf, reportFieldText, rowFieldText } from './paperFields.ts'
import type { Change, ChangeField, Recommendation } from './recommendation.ts'
import { type Report, reportFacts } from './report.ts'

/** Where an import comes from, for the history of the rows it changes. */
export interface ImportSource {
  /** Name of the paper, as people know it. */
  readonly paper: string
  readonly at: Instant
}

/** What was decided about the fields of one row, if anything. */
export type RowChoices = Choices[string] | undefined

/** What becomes of one report or row: `next` is null where nothing has to be written. */
export interface Settled<T, F extends string> {
  readonly next: T | null
  /** Fields in which the paper says something else and which stay as they are here. */
  readonly kept: readonly F[]
}

/**
 * Compares a row of a paper with the register's, field by field, against what the last paper said. Where that is not
 * known (the row came into the register in another way), the history says whether people wrote the field here.
 */
export function rowDifferences(
  imported: Recommendation,
  existing: Recommendation,
): FieldDifference<RowField>[] {
  return rowFields.flatMap((field) => {
    const [ours, papers] = [rowFieldText(existing, field), rowFieldText(imported, field)]
    if (ours === papers) return []
    const before = printOf(existing.importedAs, rowFields, field)
    return [{ field, ours, papers, changed: whoChanged(ours, papers, before, wroteHere(existing, field)) }]
  })
}

/** The same for a report. Its title and its place follow the newest paper always. */
export function reportDifferences(imported: Report, existing: Report): FieldDifference<ReportField>[] {
  return reportFields.flatMap((field) => {
    const [ours, papers] = [reportFieldText(existing, field), reportFieldText(imported, field)]
    if (ours === papers || (field === 'published' && imported.published.date === null)) return []
    const before = printOf(existing.importedAs, reportFields, field)
    const follows = field === 'title' || field === 'order'
    return [{ field, ours, papers, changed: follows ? 'paper' : whoChanged(ours, papers, before, false) }]
  })
}

function whoChanged(
  ours: string,
  papers: string,
  before: string | null,
  wroteHere: boolean,
): FieldDifference['changed'] {
  if (before === null) return wroteHere ? 'both' : 'paper'
  if (fingerprint(papers) === before) return 'here'
  return fingerprint(ours) === before ? 'paper' : 'both'
}

/** Whether people have written a field of this row in the product, in the tab or on a card. */
function wroteHere({ history, importedAs }: Recommendation, field: RowField): boolean {
  return importedAs === '' || history.some((change) => change.field === field && change.via !== 'import')
}

/** The word for a set of differences. */
export function planWord(differences: readonly FieldDifference[]): PlanWord {
  if (differences.some(({ changed }) => changed === 'both')) return 'conflict'
  return differences.some(({ changed }) => changed === 'paper') ? 'changed' : 'unchanged'
}

/**
 * Brings a paper's row into the register's. What only the paper changed is followed; what people changed here stays
 * unless they chose the paper's words; owner, evidence and all that was decided here is never the paper's to change.
 * What stays goes into the history with what the paper said instead, and what is replaced goes there too.
 */
export function settleRow(
  imported: Recommendation,
  existing: Recommendation,
  choices: RowChoices,
  source: ImportSource,
): Settled<Recommendation, RowField> {
  const differences = rowDifferences(imported, existing)
  const { taken, kept, keptFields, open, isSettled } = sortOut(differences, choices)
  if (!isSettled) return { next: null, kept: keptFields }
  const next: Recommendation = {
    ...existing,
    ...fieldsFrom(imported, existing, taken),
    numberInferred: imported.numberInferred,
    doubts: imported.doubts,
    importedAs: printKeeping(
      imported.importedAs,
      existing.importedAs,
      rowFields,
      open.map(({ field }) => field),
    ),
    history: [...existing.history, ...changesOf(existing, imported, taken, kept, source)],
  }
  return { next, kept: keptFields }
}

/** What is taken from the paper, what stays, and of that what nobody has settled; unsettled rows are not written. */
function sortOut<F extends string>(
  differences: readonly FieldDifference<F>[],
  choices: Partial<Record<F, string>> | undefined,
) {
  const taken = differences.filter((one) => isTaken(one, choices))
  const kept = differences.filter((one) => !isTaken(one, choices))
  const settledHere = kept.filter(({ field, changed }) => changed === 'both' && choices?.[field] === 'ours')
  return {
    taken,
    kept,
    keptFields: kept.map(({ field }) => field),
    open: kept.filter((one) => one.changed === 'both' && !settledHere.includes(one)),
    isSettled: taken.length > 0 || settledHere.length > 0,
  }
}

function isTaken<F extends string>(
  { field, changed }: FieldDifference<F>,
  choices: Partial<Record<F, string>> | undefined,
) {
  return changed === 'paper' || (changed === 'both' && choices?.[field] === 'papers')
}

function fieldsFrom(
  imported: Recommendation,
  existing: Recommendation,
  taken: readonly FieldDifference<RowField>[],
): Partial<Recommendation> {
  const fields = Object.fromEntries(taken.map(({ field }) => [field, imported[field]]))
  const due = taken.some(({ field }) => field === 'due') ? { due: mergeDue(imported.due, existing.due) } : {}
  return { ...fields, ...due }
}

/** The paper itself, then what stayed, then what was replaced. */
function changesOf(
  existing: Recommendation,
  imported: Recommendation,
  taken: readonly FieldDifference<RowField>[],
  kept: readonly FieldDifference<RowField>[],
  { paper, at }: ImportSource,
): Change[] {
  const base = { at, by: paper, byObject: 'import', via: 'import' } as const
  const words = (row: Recommendation, field: RowField) =>
    field === 'progress' || field === 'status' || field === 'text' ? row[field] : rowFieldText(row, field)
  const conflicts = kept.filter(({ changed }) => changed === 'both')
  return [
    { ...base, field: 'import', from: '', to: paper },
    ...conflicts.map(({ field }) => ({
      ...base,
      field: 'import' as const,
      from: words(imported, field),
      to: words(existing, field),
    })),
    ...taken.map(({ field }) => ({
      ...base,
      field: field satisfies ChangeField,
      from: words(existing, field),
      to: words(imported, field),
    })),
  ]
}

/** The same for a report. Its clocks stay, and so does its source where people corrected it. */
export function settleReport(
  imported: Report,
  existing: Report,
  choices: RowChoices,
): Settled<Report, ReportField> {
  const differences = reportDifferences(imported, existing)
  const { taken, keptFields, open, isSettled } = sortOut(differences, choices)
  if (!isSettled) return { next: null, kept: keptFields }
  const fields: Partial<Report> = Object.fromEntries(taken.map(({ field }) => [field, imported[field]]))
  const next = { ...existing, ...fields }
  const importedAs = printKeeping(
    imported.importedAs,
    existing.importedAs,
    reportFields,
    open.map(({ field }) => field),
  )
  return { next: { ...next, ...factsOf(next, existing), importedAs }, kept: keptFields }
}

/** Source, scope and publishers follow the type line, unless somebody set them otherwise. */
function factsOf(next: Report, existing: Report): Partial<Report> {
  const before = reportFacts(existing.typeLine, existing.title)
  const after = reportFacts(next.typeLine, next.title)
  const isUntouched = (['source', 'scope', 'publishers'] as const).every(
    (field) => String(existing[field]) === String(before[field]),
  )
  return isUntouched ? after : {}
}
