import type { Client } from '@microsoft/microsoft-graph-client'
import { isM365Error, M365Error } from '../../domain/m365Error.ts'
import type { Attempted, Created, RowChange, Saved, Stored } from '../../usecases/ports.ts'
import { type BatchAnswer, type BatchPart, sendBatch } from '../batch.ts'
import { answerToM365Error, leavesOutcomeOpen, toM365Error } from '../failures.ts'
import { type RawRow, readBareFields, readItem } from './readRow.ts'
import type { WireFields } from './writeFields.ts'

/** What writing many rows of a list needs to know of it. */
export interface ManyWrites<T> {
  readonly client: Client
  readonly itemsPath: string
  /** Throws `M365Error` for a value that the columns cannot hold. */
  fieldsFor(value: T, mark: string): WireFields
  understood(raw: RawRow): Stored<T>
  readRaw(id: string): Promise<RawRow>
  /** The row with this key: ours when it carries the mark. Throws `refused` where there is none. */
  alreadyThere(key: string, mark: string, refused: M365Error): Promise<Created<T>>
}

/** Graph takes 20 parts (learn.microsoft.com/graph/json-batching); a body of some megabytes it refuses. */
const mostParts = 20
const mostCharacters = 2_000_000
/** SharePoint counts every part of a batch as a request, so more batches at a time only earn a 429. */
const atATime = 2

/** One write on its way: what is sent, and how its answer is understood. */
interface Write<R> {
  readonly part: BatchPart
  readonly size: number
  /** What became of it; the error is given where there was no good answer. */
  settle(answer: BatchAnswer | null, refused: M365Error | null): Promise<R>
}

/** Creates rows in batches. A row that is there already comes back; one that is refused does not stop the others. */
export function createMany<T>(
  list: ManyWrites<T>,
  values: readonly T[],
): Promise<readonly Attempted<Created<T>>[]> {
  return writeAll(list.client, values, (value) => {
    const mark = crypto.randomUUID()
    const fields = list.fieldsFor(value, mark)
    return {
      ...written('POST', list.itemsPath, {}, { fields }),
      async settle(answer, refused) {
        if (refused === null) {
          const raw = readItem(answer?.body)
          if (raw?.fields.Key !== undefined) return { row: list.understood(raw), already: false }
        } else if (refused.kind !== 'conflict' && !leavesOutcomeOpen(refused)) throw refused
        const lost = refused ?? new M365Error('unexpected', 'Microsoft 365 answered without the row it made.')
        return list.alreadyThere(String(fields.Key), mark, lost)
      },
    }
  })
}

/** Saves rows in batches, each under its own etag. */
export function saveMany<T>(
  list: ManyWrites<T>,
  changes: readonly RowChange<T>[],
): Promise<readonly Attempted<Saved<T>>[]> {
  return writeAll(list.client, changes, ({ row, next }) => {
    const mark = crypto.randomUUID()
    const path = `${list.itemsPath}/${encodeURIComponent(row.id)}/fields`
    return {
      ...written('PATCH', path, { 'If-Match': row.etag }, list.fieldsFor(next, mark)),
      async settle(answer, refused) {
        if (refused === null) {
          const bare = readBareFields(row.id, answer?.body)
          const raw = bare?.fields.Key === undefined ? await list.readRaw(row.id) : bare
          return { ok: true, row: list.understood(raw) }
        }
        const stale = refused.status === 412
        if (!stale && !leavesOutcomeOpen(refused)) throw refused
        const raw = await list.readRaw(row.id)
        if (raw.fields.WriteMark === mark) return { ok: true, row: list.understood(raw) }
        if (!stale) throw refused
        return { ok: false, code: 'changed-meanwhile', theirs: list.understood(raw) }
      },
    }
  })
}

function written(
  method: BatchPart['method'],
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Pick<Write<never>, 'part' | 'size'> {
  return { part: { method, url, headers, body }, size: JSON.stringify(body).length }
}

async function writeAll<V, R>(
  client: Client,
  values: readonly V[],
  prepare: (value: V) => Write<R>,
): Promise<readonly Attempted<R>[]> {
  const attempts: Attempted<R>[] = []
  const writes = new Map<number, Write<R>>()
  for (const [index, value] of values.entries()) {
    try {
      writes.set(index, prepare(value))
    } catch (thrown) {
      attempts[index] = failed(thrown)
    }
  }
  const waiting = inBatches([...writes])
  const worker = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift())
      for (const [index, attempt] of await sendOne(client, batch)) attempts[index] = attempt
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return attempts
}

function inBatches<R>(writes: readonly (readonly [number, Write<R>])[]): (readonly [number, Write<R>])[][] {
  const batches: (readonly [number, Write<R>])[][] = []
  let size = 0
  for (const write of writes) {
    const last = batches.at(-1)
    size += write[1].size
    if (!last || last.length === mostParts || size > mostCharacters) {
      batches.push([write])
      size = write[1].size
    } else last.push(write)
  }
  return batches
}

/** Where a whole batch got no answer, each of its rows is looked for; once that fails too, nothing more is asked. */
async function sendOne<R>(
  client: Client,
  batch: readonly (readonly [number, Write<R>])[],
): Promise<readonly (readonly [number, Attempted<R>])[]> {
  let answers: readonly BatchAnswer[] = []
  let lost: M365Error | null = null
  try {
    answers = await sendBatch(
      client,
      batch.map(([, write]) => write.part),
    )
  } catch (thrown) {
    lost = toM365Error(thrown)
  }
  const settled: (readonly [number, Attempted<R>])[] = []
  let outage: M365Error | null = null
  for (const [place, [index, write]] of batch.entries()) {
    const attempt: Attempted<R> = outage
      ? { ok: false, error: outage }
      : await settle(write, answers[place], lost)
    if (!attempt.ok && lost && isM365Error(attempt.error, 'unavailable')) outage = attempt.error
    settled.push([index, attempt])
  }
  return settled
}

async function settle<R>(
  write: Write<R>,
  answer: BatchAnswer | undefined,
  lost: M365Error | null,
): Promise<Attempted<R>> {
  const isGood = answer !== undefined && answer.status >= 200 && answer.status < 300
  const refused = isGood ? null : (lost ?? answerToM365Error(answer?.status ?? 504, answer?.body))
  try {
    return { ok: true, value: await write.settle(answer ?? null, refused) }
  } catch (thrown) {
    return failed(thrown)
  }
}

function failed(thrown: unknown): { readonly ok: false; readonly error: M365Error } {
  return { ok: false, error: toM365Error(thrown) }
}
