import {
  type Held,
  type ImportPlan,
  type PlanStep,
  type PlanWord,
  planWords,
  type ReportStep,
  type RowStep,
} from '../domain/importPlan.ts'
import { planWord, reportDifferences, rowDifferences } from '../domain/importSteps.ts'
import { isTooLong, reportPrint } from '../domain/paperFields.ts'
import { type ImportedRow, importedFrom } from '../domain/paperImport.ts'
import type { PaperReading, PaperReport, PaperRow } from '../domain/paperReading.ts'
import type { Post } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Report } from '../domain/report.ts'
import type { Clock, PostStore, RecommendationStore, ReportStore } from './ports.ts'

export interface PlanDeps {
  readonly reports: Pick<ReportStore, 'all'>
  readonly recommendations: Pick<RecommendationStore, 'all'>
  /** To find who leads on the rows of a file that says so. */
  readonly posts?: Pick<PostStore, 'all'>
  readonly clock: Clock
}

export interface PlanInput {
  readonly reading: PaperReading
  /** Name of the paper, for the history. */
  readonly paper: string
}

/**
 * Says what an import of a paper would do, and writes nothing. Throws `M365Error` when the register cannot be read;
 * rows of it that are not understood are left alone, and a paper's row with the key of one fails when it is written.
 */
export async function planImport(deps: PlanDeps, input: PlanInput): Promise<ImportPlan> {
  const [at, reports, rows, posts] = await Promise.all([
    deps.clock.now(),
    deps.reports.all(),
    deps.recommendations.all(),
    deps.posts?.all(),
  ])
  const held = { reports: reports.rows, rows: rows.rows, posts: posts?.rows.map(({ value }) => value) ?? [] }
  return makePlan(input, held, at)
}

/** The register as it was read. */
export interface HeldRegister {
  readonly reports: readonly Held<Report>[]
  readonly rows: readonly Held<Recommendation>[]
  readonly posts?: readonly Post[]
}

/** The plan for a register that was read already. */
export function makePlan({ reading, paper }: PlanInput, register: HeldRegister, at: string): ImportPlan {
  const imported = importedFrom(reading, {
    reports: register.reports.map(({ value }) => value),
    rows: register.rows.map(({ value }) => value),
    posts: register.posts,
  })
  const reports = byKey(register.reports)
  const rows = byKey(register.rows)
  const steps: PlanStep[] = [
    ...imported.reports.map((report, index) =>
      reportStep(report, reports.get(report.key) ?? null, reading.reports[index]),
    ),
    ...imported.rows.map((row, index) =>
      rowStep(row, rows, reading.rows[index], reading.reports[reading.rows[index]?.report ?? 0]?.title ?? ''),
    ),
  ]
  return { paper, at, steps, notInPaper: notInPaper(imported, register.rows), counts: countsOf(steps) }
}

function byKey<T extends { readonly key: string }>(held: readonly Held<T>[]): ReadonlyMap<string, Held<T>> {
  return new Map(held.map((one) => [one.value.key, one]))
}

function reportStep(
  read: Report,
  existing: Held<Report> | null,
  source: PaperReport | undefined,
): ReportStep {
  const imported = existing && source?.keyPrint !== undefined ? asHeld(read, existing.value) : read
  const differences = existing ? reportDifferences(imported, existing.value) : []
  return {
    ...{ what: 'report', key: imported.key, reason: '', report: imported.title, line: source?.lines[0] ?? 0 },
    ...{ imported, existing, differences, does: existing ? planWord(differences) : 'new' },
  }
}

/**
 * A paper of ours computes its sentences and leaves out what was reported before: neither its sentences nor a report's
 * place in it says anything new.
 */
function asHeld(read: Report, { claims, order }: Report): Report {
  const report = { ...read, claims, order }
  return { ...report, importedAs: reportPrint(report) }
}

function rowStep(
  one: ImportedRow,
  held: ReadonlyMap<string, Held<Recommendation>>,
  source: PaperRow | undefined,
  report: string,
): RowStep {
  const key = one.ok ? one.row.key : one.key
  const existing = held.get(key) ?? null
  const reason = reasonAgainst(one)
  const isReadable = one.ok && reason === ''
  const differences = isReadable && existing ? rowDifferences(one.row, existing.value) : []
  const word: PlanWord = existing ? planWord(differences) : 'new'
  return {
    ...{ what: 'row', key, reason, report, differences, existing, line: source?.lines[0] ?? 0 },
    ...{ number: source?.number ?? '', status: source?.status ?? '', doubts: source?.doubts ?? [] },
    does: isReadable ? word : 'unreadable',
    imported: isReadable ? one.row : null,
  }
}

function reasonAgainst(one: ImportedRow): RowStep['reason'] {
  if (!one.ok) return one.status === '' ? 'status-missing' : 'status-unknown'
  if (one.row.text === '' && one.row.progress === '' && one.row.due.length === 0) return 'no-text'
  return isTooLong(one.row) ? 'too-long' : ''
}

/** Rows that left the paper, because they were settled or by mistake: a person decides, nothing is deleted. */
function notInPaper(
  imported: { readonly reports: readonly Report[]; readonly rows: readonly ImportedRow[] },
  existing: readonly Held<Recommendation>[],
): readonly string[] {
  const reports = new Set(imported.reports.map((report) => report.key))
  const keys = new Set(imported.rows.map((one) => (one.ok ? one.row.key : one.key)))
  return existing
    .filter(({ value }) => reports.has(value.reportKey) && !keys.has(value.key))
    .map(({ value }) => value.key)
}

function countsOf(steps: readonly PlanStep[]): ImportPlan['counts'] {
  const none = Object.fromEntries(planWords.map((word) => [word, 0])) as Record<PlanWord, number>
  const counts = { report: { ...none }, row: { ...none } }
  for (const step of steps) counts[step.what][step.does] += 1
  return counts
}
