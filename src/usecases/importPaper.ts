import type { Instant } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import {
  type ImportedRow,
  type ImportSource,
  type ImportStep,
  importedFrom,
  type KeptField,
  stepForReport,
  stepForRow,
} from '../domain/paperImport.ts'
import type { PaperReading } from '../domain/paperReading.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Report } from '../domain/report.ts'
import type { Clock, ListStore, RecommendationStore, ReportStore, Stored } from './ports.ts'

export interface ImportDeps {
  readonly reports: ReportStore
  readonly recommendations: RecommendationStore
  readonly clock: Clock
}

export interface ImportInput {
  readonly reading: PaperReading
  /** Name of the paper, for the history. */
  readonly paper: string
  /** Bring in what the register does not hold, and leave what it holds as it is. */
  readonly addOnly?: boolean
  /** Asked before every write; once it says yes, nothing more is started. */
  readonly stopped?: () => boolean
  readonly onProgress?: (done: number, of: number) => void
}

export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'kept' | 'refused' | 'failed' | 'not-done'

/** What became of one report or row. */
export interface ImportResult {
  readonly what: 'report' | 'row'
  readonly key: string
  readonly outcome: ImportOutcome
  /** Fields that stay as people wrote them here. */
  readonly kept: readonly KeptField[]
  /** Why it was refused or failed; empty otherwise. */
  readonly note: string
}

export interface ImportReport {
  readonly at: Instant
  readonly results: readonly ImportResult[]
  /** Rows of the paper's reports that the register holds and the paper does not; they are left as they are. */
  readonly notInPaper: readonly string[]
}

/** SharePoint counts every write, so there is no gain in more at a time (and 429 if there are). */
const atATime = 4

/**
 * Brings a paper into the register. The same paper again changes nothing, and neither does a run that is repeated
 * after it was interrupted: rows are known by their keys. Throws only when the register cannot be read.
 */
export async function importPaper(deps: ImportDeps, input: ImportInput): Promise<ImportReport> {
  const at = await deps.clock.now()
  const source: ImportSource = { paper: input.paper, at }
  const imported = importedFrom(input.reading)
  const [reports, rows] = await Promise.all([deps.reports.all(), deps.recommendations.all()])
  const tasks = [
    ...reportTasks(deps.reports, imported.reports, byKey(reports.rows)),
    ...rowTasks(deps.recommendations, imported.rows, byKey(rows.rows), source),
  ]
  const results = await runAll(
    input.addOnly ? leaveWhatIsThere(tasks, reports.rows, rows.rows) : tasks,
    input,
  )
  return { at, results, notInPaper: notInPaper(imported, rows.rows) }
}

function leaveWhatIsThere(
  tasks: readonly Task[],
  reports: readonly Stored<Report>[],
  rows: readonly Stored<Recommendation>[],
): readonly Task[] {
  const there = { report: byKey(reports), row: byKey(rows) }
  return tasks.map((task) =>
    there[task.what].has(task.key) ? { ...task, run: async () => ({ outcome: 'unchanged' as const }) } : task,
  )
}

interface Task {
  readonly what: ImportResult['what']
  readonly key: string
  run(): Promise<Pick<ImportResult, 'outcome'> & Partial<ImportResult>>
}

function reportTasks(
  store: ReportStore,
  reports: readonly Report[],
  existing: ReadonlyMap<string, Stored<Report>>,
): readonly Task[] {
  return reports.map((report) => ({
    what: 'report',
    key: report.key,
    run: () => bringIn(store, report, existing.get(report.key) ?? null, stepForReport),
  }))
}

function rowTasks(
  store: RecommendationStore,
  rows: readonly ImportedRow[],
  existing: ReadonlyMap<string, Stored<Recommendation>>,
  source: ImportSource,
): readonly Task[] {
  return rows.map((one) => {
    const key = one.ok ? one.row.key : one.key
    const run: Task['run'] = one.ok
      ? () => bringIn(store, one.row, existing.get(key) ?? null, (next, now) => stepForRow(next, now, source))
      : async () => ({ outcome: 'refused', note: `the register knows no status "${one.status}"` })
    return { what: 'row', key, run }
  })
}

/** Rows that left the paper, because they were settled or by mistake: a person decides, nothing is deleted. */
function notInPaper(
  imported: { readonly reports: readonly Report[]; readonly rows: readonly ImportedRow[] },
  existing: readonly Stored<Recommendation>[],
): readonly string[] {
  const reports = new Set(imported.reports.map((report) => report.key))
  const keys = new Set(imported.rows.map((one) => (one.ok ? one.row.key : one.key)))
  return existing
    .filter(({ value }) => reports.has(value.reportKey) && !keys.has(value.key))
    .map(({ value }) => value.key)
}

function byKey<T extends { readonly key: string }>(rows: readonly Stored<T>[]): Map<string, Stored<T>> {
  return new Map(rows.map((row) => [row.value.key, row]))
}

/** Somebody may save between our reading and our writing; then their row is looked at anew, but not for ever. */
const mostRounds = 3

async function bringIn<T extends { readonly key: string }>(
  store: ListStore<T>,
  imported: T,
  existing: Stored<T> | null,
  decide: (imported: T, existing: T | null) => ImportStep<T>,
): ReturnType<Task['run']> {
  let current = existing
  for (let round = 1; round <= mostRounds; round += 1) {
    const step = decide(imported, current?.value ?? null)
    if (step.does === 'unchanged') return { outcome: 'unchanged' }
    const kept = step.does === 'keep' ? step.kept : []
    if (step.next === null) return { outcome: 'kept', kept }
    if (current === null) {
      const created = await store.create(step.next)
      if (!created.already) return { outcome: 'created' }
      current = created.row
    } else {
      const saved = await store.save(current, step.next)
      if (saved.ok) return { outcome: step.does === 'keep' ? 'kept' : 'updated', kept }
      current = saved.theirs
    }
  }
  return { outcome: 'failed', note: 'somebody else kept saving it; import the paper again' }
}

/** Runs the tasks in order, a few at a time. A task that was never started is reported as not done. */
async function runAll(tasks: readonly Task[], input: ImportInput): Promise<readonly ImportResult[]> {
  const done = new Map<Task, Awaited<ReturnType<Task['run']>>>()
  const waiting = [...tasks]
  let outage = ''
  const worker = async () => {
    while (outage === '' && !input.stopped?.()) {
      const task = waiting.shift()
      if (!task) return
      const result = await task.run().catch((thrown: unknown) => {
        const note = thrown instanceof Error ? thrown.message : String(thrown)
        // Where Microsoft 365 does not answer or does not allow, the other rows would fare no better.
        if (!isM365Error(thrown, 'unexpected') && !isM365Error(thrown, 'conflict')) outage = note
        return { outcome: 'failed' as const, note }
      })
      done.set(task, result)
      input.onProgress?.(done.size, tasks.length)
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return tasks.map((task) => ({
    what: task.what,
    key: task.key,
    kept: [],
    note: '',
    ...(done.get(task) ?? { outcome: 'not-done', note: outage }),
  }))
}
