import type { AnyPaperResult, ColumnMapping, ColumnMeaning, PaperFile } from '../../../../domain/anyPaper.ts'
import type { Choices, ImportPlan, ImportReport } from '../../../../domain/importPlan.ts'
import type { Status } from '../../../../domain/recommendation.ts'
import { applyImport } from '../../../../usecases/applyImport.ts'
import { rememberedMapping, rememberMapping } from '../../../../usecases/columnMappings.ts'
import { planImport } from '../../../../usecases/planImport.ts'
import { afterPaint } from '../../../ui/afterPaint.ts'
import { asError } from '../../../ui/asError.ts'
import type { Services } from '../../../ui/services.tsx'

export type FoundPaper = Extract<AnyPaperResult, { ok: true }>
export type ImportStep = 'choose' | 'found' | 'plan' | 'applying' | 'done'

/** Everything that has been chosen and found so far. A failure changes `failed` and nothing else. */
export interface ImportState {
  readonly step: ImportStep
  readonly busy: '' | 'reading' | 'planning'
  /** Why the last thing was not done, as a sentence; empty when it was. */
  readonly failed: string
  readonly source: PaperFile | null
  /** Name of the paper, for the history of the rows that it changes. */
  readonly name: string
  readonly found: FoundPaper | null
  /** A mapping that somebody chose for such a file before was used. */
  readonly remembered: boolean
  readonly corrected: boolean
  readonly plan: ImportPlan | null
  readonly choices: Choices
  readonly progress: { readonly done: number; readonly of: number }
  readonly stopping: boolean
  readonly report: ImportReport | null
}

export const freshImport: ImportState = {
  ...{ step: 'choose', busy: '', failed: '', source: null, name: '', found: null },
  ...{ remembered: false, corrected: false, plan: null, choices: {} },
  ...{ progress: { done: 0, of: 0 }, stopping: false, report: null },
}

type Deps = Pick<
  Services,
  'paperReader' | 'settings' | 'reports' | 'recommendations' | 'posts' | 'clock' | 'me'
>

/** One import from choosing a file to its result. It lives on while the person looks at another place of the tab. */
export interface ImportSession {
  get(): ImportState
  subscribe(listener: () => void): () => void
  read(source: PaperFile): Promise<void>
  rename(name: string): void
  setColumn(key: string, meaning: ColumnMeaning): Promise<void>
  setStatusWord(word: string, status: Status): Promise<void>
  makePlan(): Promise<void>
  settle(key: string, choice: Choices[string]): void
  settleAll(whose: 'ours' | 'papers'): void
  apply(): Promise<void>
  stop(): void
  resume(): Promise<void>
  goTo(step: ImportStep): void
  startAgain(): void
}

/** Begins an import. @param onWritten told after rows were written, so that the lists are asked again */
export function createImportSession(deps: Deps, onWritten: () => void): ImportSession {
  let state = freshImport
  let turn = 0
  const listeners = new Set<() => void>()
  const put = (change: Partial<ImportState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  /** Does one thing; when it fails everything stays and the sentence is shown. A later thing outruns an earlier one. */
  const attempt = async (busy: ImportState['busy'], act: () => Promise<Partial<ImportState>>) => {
    turn += 1
    const mine = turn
    put({ busy, failed: '' })
    await afterPaint()
    const change = await act().catch((thrown: unknown) => ({ failed: asError(thrown).message }))
    if (mine === turn) put({ ...change, busy: '' })
  }
  const correct = (mapping: ColumnMapping) =>
    attempt('reading', async () => ({ ...(await reread(deps, state.source, mapping)), corrected: true }))
  const run = async (plan: ImportPlan) => {
    put({ step: 'applying', stopping: false, progress: { done: 0, of: plan.steps.length }, failed: '' })
    const report = await applyImport(deps, plan, {
      choices: state.choices,
      stopped: () => state.stopping,
      onProgress: (done, of) => put({ progress: { done, of } }),
    }).catch((thrown: unknown) => asError(thrown))
    if (report instanceof Error) put({ step: 'plan', failed: report.message })
    else put({ step: 'done', report })
    onWritten()
  }
  const makePlan = () =>
    attempt('planning', async () => {
      const { found, name, corrected } = state
      if (!found) return {}
      if (corrected) await rememberMapping(deps.settings, { ...found, by: deps.me })
      return { plan: await planImport(deps, { reading: found.reading, paper: name }), step: 'plan' }
    })
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (source) => attempt('reading', () => firstRead(deps, source)),
    rename: (name) => put({ name }),
    setColumn: (key, meaning) => correct(withColumn(state, key, meaning)),
    setStatusWord: (word, status) => correct(withStatusWord(state, word, status)),
    makePlan,
    settle: (key, choice) => put({ choices: { ...state.choices, [key]: choice } }),
    settleAll: (whose) => put({ choices: settledAll(state, whose) }),
    apply: async () => {
      if (state.plan && state.step === 'plan') await run(state.plan)
    },
    stop: () => put({ stopping: true }),
    resume: async () => {
      await makePlan()
      if (state.plan && state.failed === '') await run(state.plan)
    },
    goTo: (step) => put({ step, failed: '' }),
    startAgain: () => put(freshImport),
  }
}

async function firstRead(deps: Deps, source: PaperFile): Promise<Partial<ImportState>> {
  const read = await deps.paperReader.read(source)
  if (!read.ok) return { source, failed: read.message }
  const known = await rememberedMapping(deps.settings, read.fingerprint)
  const again = known ? await deps.paperReader.read(source, known) : read
  return {
    ...{ source, found: again.ok ? again : read, remembered: known !== null, corrected: false },
    ...{ name: nameOf(source), step: 'found', plan: null, choices: {}, report: null },
  }
}

async function reread(
  deps: Deps,
  source: PaperFile | null,
  mapping: ColumnMapping,
): Promise<Partial<ImportState>> {
  if (!source) return {}
  const read = await deps.paperReader.read(source, mapping)
  return read.ok ? { found: read, plan: null } : { failed: read.message }
}

function nameOf(source: PaperFile): string {
  return source.name?.replace(/\.[a-z]{2,5}$/i, '') || 'Pasted table'
}

function withColumn({ found }: ImportState, key: string, meaning: ColumnMeaning): ColumnMapping {
  const { columns, statuses } = found?.mapping ?? { columns: {}, statuses: {} }
  return { columns: { ...columns, [key]: meaning }, statuses }
}

function withStatusWord({ found }: ImportState, word: string, status: Status): ColumnMapping {
  const { columns, statuses } = found?.mapping ?? { columns: {}, statuses: {} }
  return { columns, statuses: { ...statuses, [word]: status } }
}

function settledAll({ plan, choices }: ImportState, whose: 'ours' | 'papers'): Choices {
  const conflicts = (plan?.steps ?? []).filter(({ does }) => does === 'conflict')
  const settled = conflicts.map(({ key, differences }) => {
    const fields = differences.filter(({ changed }) => changed === 'both').map(({ field }) => [field, whose])
    return [key, Object.fromEntries(fields)]
  })
  return { ...choices, ...Object.fromEntries(settled) }
}
