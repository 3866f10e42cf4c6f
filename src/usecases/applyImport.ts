import type {
  Choices,
  FieldDifference,
  Held,
  ImportPlan,
  ImportReport,
  ImportResult,
  PlanStep,
  ReportField,
  RowField,
} from '../domain/importPlan.ts'
import {
  type ImportSource,
  type RowChoices,
  type Settled,
  settleReport,
  settleRow,
} from '../domain/importSteps.ts'
import type { M365Error } from '../domain/m365Error.ts'
import { reportFieldText, rowFieldText } from '../domain/paperFields.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Report } from '../domain/report.ts'
import type { ListStore, RecommendationStore, ReportStore } from './ports.ts'

export interface ApplyDeps {
  readonly reports: Pick<ReportStore, 'createMany' | 'saveMany'>
  readonly recommendations: Pick<RecommendationStore, 'createMany' | 'saveMany'>
}

export interface ApplyOptions {
  /** What was decided about conflicts; what was not decided stays as it is here and is a conflict again next time. */
  readonly choices?: Choices
  /** Asked before every batch; once it says yes, nothing more is started. */
  readonly stopped?: () => boolean
  readonly onProgress?: (done: number, of: number) => void
}

type Outcome = Pick<ImportResult, 'outcome'> & Partial<Pick<ImportResult, 'kept' | 'note'>>

/** A step on its way into one list. */
interface Task<T> {
  readonly step: PlanStep
  readonly imported: T
  readonly existing: Held<T> | null
  /** @param theirs the row as it is now; somebody may have saved it since the plan was made */
  settle(theirs: T): Settled<T, string>
}

/** As many as go into one batch: what is stopped stops after these. */
const together = 20
/** Somebody may save between our reading and our writing; then their row is looked at anew, but not for ever. */
const mostRounds = 3

/**
 * Carries a plan out, in batches. A run that is stopped or breaks off leaves whole rows behind; the same paper planned
 * and applied again goes on where it ended, and a third time changes nothing. It never throws for Microsoft 365's
 * sake: what was not done is in the report.
 */
export async function applyImport(
  deps: ApplyDeps,
  plan: ImportPlan,
  options: ApplyOptions = {},
): Promise<ImportReport> {
  const outcomes = new Map<PlanStep, Outcome>()
  const run: Run = { outcomes, options, of: plan.steps.length, outage: '' }
  for (const step of plan.steps) {
    const settled = withoutWriting(step, options.choices?.[step.key])
    if (settled) outcomes.set(step, settled)
  }
  tellProgress(run)
  const waiting = plan.steps.filter((step) => !outcomes.has(step))
  const chosen = (step: PlanStep) => options.choices?.[step.key]
  const reports = waiting.flatMap((step) => reportTask(step, chosen(step)))
  await writeTasks(deps.reports, reports, run)
  const rows = waiting.flatMap((step) => rowTask(step, chosen(step), plan))
  await writeTasks(deps.recommendations, rows, run)
  const results = plan.steps.map((step) => resultOf(step, outcomes.get(step), run.outage))
  return { at: plan.at, paper: plan.paper, results, notInPaper: plan.notInPaper }
}

interface Run {
  readonly outcomes: Map<PlanStep, Outcome>
  readonly options: ApplyOptions
  readonly of: number
  /** Where Microsoft 365 does not answer or does not allow, the other rows would fare no better. */
  outage: string
}

function tellProgress({ outcomes, options, of }: Run): void {
  if (outcomes.size > 0) options.onProgress?.(outcomes.size, of)
}

function resultOf(step: PlanStep, outcome: Outcome | undefined, outage: string): ImportResult {
  const done = outcome ?? { outcome: 'not-done' as const, note: outage }
  return { what: step.what, key: step.key, kept: [], note: '', ...done }
}

/** What becomes of a step that needs no write; null for one that does. */
function withoutWriting(step: PlanStep, choices: RowChoices): Outcome | null {
  if (step.does === 'unreadable') return { outcome: 'refused', note: refusalOf(step) }
  if (step.existing === null) return null
  const settlesSomething = step.differences.some(
    ({ field, changed }) => changed === 'paper' || (changed === 'both' && choices?.[field] !== undefined),
  )
  if (settlesSomething) return null
  const kept = step.differences.map(({ field }) => field)
  return kept.length === 0 ? { outcome: 'unchanged' } : { outcome: 'kept', kept }
}

function refusalOf(step: PlanStep): string {
  switch (step.reason) {
    case 'status-missing':
      return 'the row has no status'
    case 'no-text':
      return 'the row says nothing'
    case 'too-long':
      return 'the row is longer than SharePoint keeps (63,999 characters in a field)'
    default:
      return `the register knows no status "${step.what === 'row' ? step.status : ''}"`
  }
}

function reportTask(step: PlanStep, choices: RowChoices): Task<Report>[] {
  if (step.what !== 'report') return []
  const { imported, existing } = step
  const settle = (theirs: Report) =>
    settleReport(
      imported,
      theirs,
      stillMeant(step.differences, choices, (field) => reportFieldText(theirs, field)),
    )
  return [{ step, imported, existing, settle }]
}

function rowTask(step: PlanStep, choices: RowChoices, source: ImportSource): Task<Recommendation>[] {
  if (step.what !== 'row' || step.imported === null) return []
  const { imported, existing } = step
  const settle = (theirs: Recommendation) =>
    settleRow(
      imported,
      theirs,
      stillMeant(step.differences, choices, (field) => rowFieldText(theirs, field)),
      source,
    )
  return [{ step, imported, existing, settle }]
}

/** A choice was made between two wordings; where ours has become another since, it is nobody's choice. */
function stillMeant<F extends RowField | ReportField>(
  differences: readonly FieldDifference<F>[],
  choices: RowChoices,
  oursNow: (field: F) => string,
): RowChoices {
  const meant = differences.filter(({ field, ours }) => oursNow(field) === ours)
  return Object.fromEntries(meant.map(({ field }) => [field, choices?.[field]]))
}

/** Writes the tasks of one list, batch by batch. */
async function writeTasks<T>(store: ManyStore<T>, tasks: readonly Task<T>[], run: Run): Promise<void> {
  for (let from = 0; from < tasks.length; from += together) {
    if (run.outage !== '' || run.options.stopped?.()) return
    let open = tasks.slice(from, from + together)
    for (let round = 1; round <= mostRounds && open.length > 0; round += 1)
      open = await writeTogether(store, open, run)
    const note = 'somebody else kept saving it; import the paper again'
    for (const { step } of open) run.outcomes.set(step, { outcome: 'failed', note })
    tellProgress(run)
  }
}

type ManyStore<T> = Pick<ListStore<T>, 'createMany' | 'saveMany'>

/** Writes a batch once, and gives back the tasks whose rows somebody else wrote in between. */
async function writeTogether<T>(
  store: ManyStore<T>,
  tasks: readonly Task<T>[],
  run: Run,
): Promise<Task<T>[]> {
  const creates: Task<T>[] = []
  const saves: { task: Task<T>; row: Held<T>; next: T; kept: readonly string[] }[] = []
  for (const task of tasks) {
    if (task.existing === null) creates.push(task)
    else {
      const { next, kept } = task.settle(task.existing.value)
      if (next !== null) saves.push({ task, row: task.existing, next, kept })
      else
        run.outcomes.set(task.step, kept.length === 0 ? { outcome: 'unchanged' } : { outcome: 'kept', kept })
    }
  }
  const created = creates.length === 0 ? [] : await store.createMany(creates.map(({ imported }) => imported))
  const saved = saves.length === 0 ? [] : await store.saveMany(saves)
  const again: Task<T>[] = []
  for (const [index, task] of creates.entries()) {
    const attempt = created[index]
    if (!attempt?.ok) noteFailure(run, task, attempt?.error)
    else if (attempt.value.already) again.push({ ...task, existing: attempt.value.row })
    else run.outcomes.set(task.step, { outcome: 'created' })
  }
  for (const [index, { task, kept }] of saves.entries()) {
    const attempt = saved[index]
    if (!attempt?.ok) noteFailure(run, task, attempt?.error)
    else if (!attempt.value.ok) again.push({ ...task, existing: attempt.value.theirs })
    else run.outcomes.set(task.step, kept.length === 0 ? { outcome: 'updated' } : { outcome: 'kept', kept })
  }
  return again
}

function noteFailure<T>(run: Run, { step }: Task<T>, error: M365Error | undefined): void {
  const note = error?.message ?? 'Microsoft 365 did not say what became of it.'
  run.outcomes.set(step, { outcome: 'failed', note })
  if (!error || (error.kind !== 'unexpected' && error.kind !== 'conflict')) run.outage = note
}
