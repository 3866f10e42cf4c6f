import type { M365Error } from '../domain/m365Error.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import type { LineResult } from '../domain/trainingTable.ts'
import type { ListStore, Stored } from './ports.ts'

/** What a line is to write: a new row, or a row as it shall be. */
export interface LineWrite<T> {
  readonly line: number
  readonly value: T
  /** The row that is there already; null for a new one. */
  readonly existing: Stored<T> | null
}

export interface WriteOptions {
  /** Asked between one batch and the next; true ends it, and importing again goes on. */
  stopped?(): boolean
  onProgress?(done: number, of: number): void
}

/** Who brings a file in. */
export interface BroughtInBy {
  readonly me: Pick<Person, 'roles'>
}

const coordinatorsOnly = 'Only coordinators bring in such files. Nothing was written; ask one of them.'

/** Rows that are written between two looks at whether to stop. */
const together = 200

type ManyStore<T> = Pick<ListStore<T>, 'createMany' | 'saveMany'>

/**
 * Writes many lines, batch by batch, and says of each what became of it. A row that turns out to be there already is
 * settled against what stands there, so that importing twice writes once. An outage ends it; the rest is not reached.
 * For others than coordinators nothing is.
 * @param settle what a row that is there becomes; null when it says the same already
 */
export async function writeLines<T>(
  store: ManyStore<T>,
  writes: readonly LineWrite<T>[],
  settle: (theirs: T, ours: T) => T | null,
  { stopped, onProgress, me }: WriteOptions & BroughtInBy,
): Promise<readonly LineResult[]> {
  const results: LineResult[] = []
  let outage: string | null = mayRunCourses(me) ? null : coordinatorsOnly
  for (let from = 0; from < writes.length; from += together) {
    const batch = writes.slice(from, from + together)
    if (outage !== null || stopped?.()) {
      const note =
        outage ?? 'The import was stopped before this line; importing the file again goes on from here.'
      results.push(...batch.map(({ line }): LineResult => ({ line, outcome: 'not-reached', note })))
      continue
    }
    const done = await writeBatch(store, batch, settle)
    results.push(...done.results)
    outage = done.outage
    onProgress?.(Math.min(from + together, writes.length), writes.length)
  }
  return results
}

async function writeBatch<T>(
  store: ManyStore<T>,
  batch: readonly LineWrite<T>[],
  settle: (theirs: T, ours: T) => T | null,
): Promise<{ readonly results: readonly LineResult[]; readonly outage: string | null }> {
  const results: LineResult[] = []
  let outage: string | null = null
  const fail = (line: number, error: M365Error | undefined) => {
    const note = error?.message ?? 'Microsoft 365 did not say what became of it.'
    results.push({ line, outcome: 'failed', note })
    if (error && error.kind !== 'unexpected' && error.kind !== 'conflict') outage = note
  }
  const fresh = batch.filter(({ existing }) => existing === null)
  const known = batch.filter(({ existing }) => existing !== null)
  const created = fresh.length === 0 ? [] : await store.createMany(fresh.map(({ value }) => value))
  for (const [index, write] of fresh.entries()) {
    const attempt = created[index]
    if (!attempt?.ok) fail(write.line, attempt?.error)
    else if (attempt.value.already) known.push({ ...write, existing: attempt.value.row })
    else results.push({ line: write.line, outcome: 'new', note: '' })
  }
  const saves = known.flatMap((write) => {
    const next = write.existing && settle(write.existing.value, write.value)
    if (write.existing && next) return [{ write, row: write.existing, next }]
    results.push({ line: write.line, outcome: 'unchanged', note: '' })
    return []
  })
  const saved = saves.length === 0 ? [] : await store.saveMany(saves)
  for (const [index, { write }] of saves.entries()) {
    const attempt = saved[index]
    if (!attempt?.ok) fail(write.line, attempt?.error)
    else if (attempt.value.ok) results.push({ line: write.line, outcome: 'changed', note: '' })
    else
      results.push({
        line: write.line,
        outcome: 'failed',
        note: 'Somebody else saved it just now; import the line again.',
      })
  }
  return { results, outage }
}
