import type { LineResult, TrainingTable } from '../../../../domain/trainingTable.ts'
import { keepRejects, rejectsOf } from '../../../../usecases/keptRejects.ts'
import { rememberColumns, rememberedColumns } from '../../../../usecases/trainingColumns.ts'
import { afterPaint } from '../../../ui/afterPaint.ts'
import { asError } from '../../../ui/asError.ts'
import type { Services } from '../../../ui/services.tsx'
import { type ImportKind, importKinds, type PlannedImport, type SaidFile } from './importKinds.ts'

/** Everything that has been chosen and found so far. A failure changes `failed` and nothing else. */
export interface ImportState {
  readonly step: 'choose' | 'columns' | 'plan' | 'running' | 'done'
  readonly kind: ImportKind
  readonly busy: string
  /** Why the last thing was not done, as a sentence; empty when it was. */
  readonly failed: string
  readonly file: SaidFile | null
  /** The columns were said of such a file before. */
  readonly remembered: boolean
  /** The lines are those that an earlier import left to be mended. */
  readonly mending: boolean
  readonly plan: PlannedImport | null
  readonly progress: { readonly done: number; readonly of: number }
  readonly stopping: boolean
  readonly results: readonly LineResult[]
}

const fresh: ImportState = {
  ...{ step: 'choose', kind: 'completions', busy: '', failed: '', file: null, remembered: false },
  ...{ mending: false, plan: null, progress: { done: 0, of: 0 }, stopping: false, results: [] },
}

/** One import from the file to its result. It goes on while the person looks at another place of the tab. */
export interface TrainingImport {
  get(): ImportState
  subscribe(listener: () => void): () => void
  choose(kind: ImportKind): void
  read(file: { readonly bytes: Uint8Array; readonly name: string }): Promise<void>
  /** Begins with lines that are to be mended. */
  mend(table: TrainingTable): Promise<void>
  setColumn(index: number, meaning: string): void
  setComplete(complete: boolean): void
  setCourse(word: string, key: string): void
  plan(): Promise<void>
  run(): Promise<void>
  stop(): void
  back(): void
  startAgain(): void
}

/** @param onWritten told after rows were written, so that what is shown is asked again */
export function createTrainingImport(services: Services, onWritten: () => void): TrainingImport {
  let state = fresh
  const listeners = new Set<() => void>()
  const put = (change: Partial<ImportState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const attempt = async (busy: string, act: () => Promise<Partial<ImportState>>) => {
    put({ busy, failed: '' })
    await afterPaint()
    const change = await act().catch((thrown: unknown) => ({ failed: asError(thrown).message }))
    put({ ...change, busy: '' })
  }
  const say = (change: Partial<SaidFile>) => {
    if (state.file) put({ file: { ...state.file, ...change }, remembered: false })
  }
  const begin = async (table: TrainingTable, mending: boolean): Promise<Partial<ImportState>> => {
    const { kind } = state
    const known = await rememberedColumns(services.settings, kind, table.headings)
    const columns = known?.columns ?? importKinds[kind].guess(table.headings)
    const file = { table, columns, courseWords: known?.courseWords ?? {}, complete: false }
    return { file, remembered: known !== null, mending, step: 'columns', plan: null, results: [] }
  }
  const plan = () =>
    attempt('Looking at every line', async () => {
      const { file, kind } = state
      if (!file) return {}
      const { columns, courseWords } = file
      const said = { columns, courseWords }
      await rememberColumns(services.settings, kind, file.table.headings, said, services.me)
      return {
        plan: await importKinds[kind].plan(services, file, await services.clock.today()),
        step: 'plan',
      }
    })
  const keep = async (results: readonly LineResult[]) => {
    const { file, kind } = state
    if (kind === 'completions' && file)
      await keepRejects(services.settings, file.table.headings, rejectsOf(file.table, results), {
        ...{ by: services.me, mended: state.mending ? file.table.lines.map(({ line }) => line) : [] },
      })
  }
  const run = async () => {
    const planned = state.plan
    if (!planned || state.step !== 'plan') return
    put({
      step: 'running',
      stopping: false,
      failed: '',
      progress: { done: 0, of: planned.fresh + planned.changed },
    })
    const options = {
      stopped: () => state.stopping,
      onProgress: (done: number, of: number) => put({ progress: { done, of } }),
    }
    const results = await planned.run(options).catch((thrown: unknown) => asError(thrown))
    if (results instanceof Error) put({ step: 'plan', failed: results.message })
    else {
      const failed = await keep(results).then(
        () => '',
        () => 'The lines to mend could not be kept here; take them away as a file.',
      )
      put({ step: 'done', results, failed })
    }
    onWritten()
  }
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose: (kind) => put({ ...fresh, kind }),
    read: (file) =>
      attempt('Reading the file', async () => {
        const read = await services.trainingFiles.read(file)
        return read.ok ? begin(read.table, false) : { failed: read.message }
      }),
    mend: (table) => {
      put({ ...fresh, kind: 'completions' })
      return attempt('Reading the lines', () => begin(table, true))
    },
    setColumn: (index, meaning) => {
      const columns = state.file?.columns ?? []
      // A meaning is given once: it moves from the column that had it.
      const moved = columns.map((one, at) => (at === index ? meaning : one === meaning ? 'other' : one))
      say({ columns: moved })
    },
    setComplete: (complete) => say({ complete }),
    setCourse: (word, key) => {
      const words = { ...state.file?.courseWords }
      const plain = word.trim().toLowerCase().replace(/\s+/g, ' ')
      say({ courseWords: { ...words, [plain]: key } })
    },
    plan,
    run,
    stop: () => put({ stopping: true }),
    back: () => put({ step: 'columns', failed: '' }),
    startAgain: () => put({ ...fresh, kind: state.kind }),
  }
}
