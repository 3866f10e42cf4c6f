import type { ImportOutcome, ImportPlan, ImportReport, ImportResult, PlanStep } from '../domain/importPlan.ts'
import type { PaperReading } from '../domain/paperReading.ts'
import { type ApplyOptions, applyImport } from './applyImport.ts'
import { planImport } from './planImport.ts'
import type { Clock, RecommendationStore, ReportStore } from './ports.ts'

export type { ImportOutcome, ImportReport, ImportResult }

export interface ImportDeps {
  readonly reports: ReportStore
  readonly recommendations: RecommendationStore
  readonly clock: Clock
}

export interface ImportInput extends Pick<ApplyOptions, 'stopped' | 'onProgress'> {
  readonly reading: PaperReading
  /** Name of the paper, for the history. */
  readonly paper: string
  /** Bring in what the register does not hold, and leave what it holds as it is. */
  readonly addOnly?: boolean
}

/**
 * Brings a paper into the register without asking anybody: conflicts stay as people wrote them here. The same paper
 * again changes nothing, and neither does a run that is repeated after it was interrupted. Throws only when the
 * register cannot be read.
 */
export async function importPaper(deps: ImportDeps, input: ImportInput): Promise<ImportReport> {
  const plan = await planImport(deps, input)
  return applyImport(deps, input.addOnly ? leaveWhatIsThere(plan) : plan, input)
}

function leaveWhatIsThere(plan: ImportPlan): ImportPlan {
  const asItIs = (step: PlanStep): PlanStep =>
    step.existing === null ? step : { ...step, does: 'unchanged', reason: '', differences: [] }
  return { ...plan, steps: plan.steps.map(asItIs) }
}
