import * as v from 'valibot'
import { M365Error } from '../../domain/m365Error.ts'
import type { ReadRows, Stored, UnreadableRow } from '../../usecases/ports.ts'

const itemAnswer = v.object({
  id: v.string(),
  eTag: v.optional(v.string()),
  '@odata.etag': v.optional(v.string()),
  fields: v.record(v.string(), v.unknown()),
})
const fieldsAnswer = v.looseObject({ '@odata.etag': v.string() })

/** A row as it came: its fields unread, or the reason why not even that was possible. */
export interface RawRow {
  readonly id: string
  readonly etag: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Takes an item of an answer apart. Null when it is no list item with its fields. */
export function readItem(item: unknown): RawRow | null {
  const read = v.safeParse(itemAnswer, item)
  if (!read.success) return null
  const { id, fields } = read.output
  const inFields = v.safeParse(fieldsAnswer, fields)
  const etag =
    read.output.eTag ?? read.output['@odata.etag'] ?? (inFields.success ? inFields.output['@odata.etag'] : '')
  return { id, etag, fields }
}

/** Takes the bare fields apart that a PATCH answers with. Null when there is no etag on them. */
export function readBareFields(id: string, answer: unknown): RawRow | null {
  const read = v.safeParse(fieldsAnswer, answer)
  return read.success ? { id, etag: read.output['@odata.etag'], fields: read.output } : null
}

/** A row understood, or what is wrong with it. */
export function understand<T>(
  raw: RawRow,
  schema: v.GenericSchema<unknown, T>,
): { readonly row: Stored<T> } | { readonly unreadable: UnreadableRow } {
  const read = v.safeParse(schema, raw.fields)
  if (read.success) return { row: { id: raw.id, etag: raw.etag, value: read.output } }
  return { unreadable: { id: raw.id, reason: reasonOf(read.issues) } }
}

/** The same for one row that is needed; throws where `understand` reports. */
export function mustUnderstand<T>(raw: RawRow, schema: v.GenericSchema<unknown, T>, list: string): Stored<T> {
  const read = understand(raw, schema)
  if ('row' in read) return read.row
  throw new M365Error(
    'unexpected',
    `Row ${raw.id} of the list ${list} cannot be read: ${read.unreadable.reason}. Nothing was changed; correct the row in SharePoint.`,
  )
}

/** Sorts what came into rows that were understood and rows that were not; none is dropped. */
export function readAll<T>(items: readonly unknown[], schema: v.GenericSchema<unknown, T>): ReadRows<T> {
  const rows: Stored<T>[] = []
  const unreadable: UnreadableRow[] = []
  for (const item of items) {
    const raw = readItem(item)
    const read = raw ? understand(raw, schema) : { unreadable: notAnItem(item) }
    if ('row' in read) rows.push(read.row)
    else unreadable.push(read.unreadable)
  }
  return { rows, unreadable }
}

function notAnItem(item: unknown): UnreadableRow {
  const id = v.safeParse(v.object({ id: v.string() }), item)
  return { id: id.success ? id.output.id : '?', reason: 'it came without its fields' }
}

function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues
  if (!first) return 'it does not fit its columns'
  const column = v.getDotPath(first) ?? 'a column'
  return `${column}: ${first.message}`
}
