import type { Exchange } from '../../support/recording.ts'
import { placeOf } from './routing.ts'

/** A column as its list's GET …/columns showed it. */
interface Column {
  readonly name: string
  readonly readOnly?: boolean
  readonly [facet: string]: unknown
}

/** The columns of every list that the recording shows, by the list's id and by its title. */
export type ListColumns = ReadonlyMap<string, readonly Column[]>

/** What SharePoint puts into every fieldValueSet beside the columns. */
const system: Readonly<Record<string, 'text' | 'boolean' | 'instant'>> = {
  ...{ id: 'text', ContentType: 'text', Modified: 'instant', Created: 'instant', AuthorLookupId: 'text' },
  ...{ EditorLookupId: 'text', _UIVersionString: 'text', Attachments: 'boolean', Edit: 'text' },
  ...{ LinkTitle: 'text', LinkTitleNoMenu: 'text', ItemChildCount: 'text', FolderChildCount: 'text' },
}

const COLUMNS = /^\/sites\/[^/]+\/lists\/([^/]+)\/columns$/
const OF_LIST = /^\/sites\/[^/]+\/lists\/([^/]+)\//

interface Answer {
  readonly value?: readonly Record<string, unknown>[]
}

/** Collects the columns from the recorded answers; a later answer replaces an earlier one. */
export function columnsOf(exchanges: readonly Exchange[]): ListColumns {
  const found = new Map<string, readonly Column[]>()
  const titles = new Map<string, string>()
  for (const { method, path, status, responseBody } of exchanges) {
    const plain = placeOf(path).path
    const { value = [] } = (responseBody ?? {}) as Answer
    const list = COLUMNS.exec(plain)?.[1]
    const key = list === undefined ? undefined : decodeURIComponent(list)
    if (key && method === 'GET' && status === 200) found.set(key, value as unknown as Column[])
    if (key && method === 'POST' && status === 201)
      found.set(key, [...(found.get(key) ?? []), responseBody as Column])
    if (method === 'GET' && status === 200 && /^\/sites\/[^/]+\/lists$/.test(plain))
      for (const { id, displayName } of value) titles.set(String(displayName), String(id))
  }
  for (const [title, id] of titles) {
    const columns = found.get(id)
    if (columns) found.set(title, columns)
  }
  return found
}

/** The list that a path is about, by id or title. */
export const listOfPath = (path: string): string | undefined => {
  const list = OF_LIST.exec(`${placeOf(path).path}/`)?.[1]
  return list === undefined ? undefined : decodeURIComponent(list)
}

/** What is wrong with fields that go to a list: unknown and read-only names, values of another kind. */
export function wrongInWrittenFields(columns: readonly Column[], fields: unknown): readonly string[] {
  return entries(fields).flatMap(([name, value]) => {
    if (name.includes('@')) return []
    const column = columnFor(columns, name)
    if (!column) return [`/fields/${name}: the list has no such column`]
    if (column.readOnly) return [`/fields/${name}: the column is read-only`]
    return value === null ? [] : wrongValue(column, name, value)
  })
}

/** What is wrong with fields that came from a list. An empty field is left out, so null is wrong too. */
export function wrongInReadFields(columns: readonly Column[], fields: unknown): readonly string[] {
  return entries(fields).flatMap(([name, value]) => {
    if (name.includes('@')) return []
    const kind = system[name]
    if (kind) return fits(kind, value) ? [] : [`/fields/${name}: ${JSON.stringify(value)} is not ${kind}`]
    const column = columnFor(columns, name)
    return column ? wrongValue(column, name, value) : [`/fields/${name}: the list has no such column`]
  })
}

/** Names in a `$select` of fields that are neither a column nor SharePoint's own. */
export const unknownFieldNames = (columns: readonly Column[], names: readonly string[]): readonly string[] =>
  names.filter((name) => !system[name] && !columnFor(columns, name))

const entries = (fields: unknown): [string, unknown][] =>
  typeof fields === 'object' && fields !== null ? Object.entries(fields) : []

const columnFor = (columns: readonly Column[], name: string): Column | undefined =>
  columns.find((column) => column.name === name) ??
  columns.find((column) => isLookup(column) && `${column.name}LookupId` === name)

const isLookup = (column: Column): boolean => Boolean(column.lookup ?? column.personOrGroup)

function wrongValue(column: Column, name: string, value: unknown): string[] {
  const kind = kindOf(column)
  if (kind === null || fits(kind, value)) return wrongChoice(column, name, value)
  return [`/fields/${name}: ${JSON.stringify(value)} is not ${kind}`]
}

function wrongChoice(column: Column, name: string, value: unknown): string[] {
  const choice = column.choice as { choices?: string[]; allowTextEntry?: boolean } | undefined
  if (!choice?.choices || choice.allowTextEntry || typeof value !== 'string') return []
  return choice.choices.includes(value) ? [] : [`/fields/${name}: ${value} is not among the choices`]
}

type Kind = 'text' | 'number' | 'boolean' | 'instant'

function kindOf(column: Column): Kind | null {
  const choice = column.choice as { displayAs?: string } | undefined
  if (column.text || (choice && choice.displayAs !== 'checkBoxes')) return 'text'
  if (column.number ?? column.currency) return 'number'
  if (column.boolean) return 'boolean'
  return column.dateTime ? 'instant' : null
}

function fits(kind: Kind, value: unknown): boolean {
  if (kind === 'instant') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
  return typeof value === (kind === 'text' ? 'string' : kind)
}
