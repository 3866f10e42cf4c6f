import { fingerprint } from './fingerprint.ts'
import type { PaperReading } from './paperReading.ts'
import { isStatus, type Status } from './recommendation.ts'

/** What a column of somebody's table can hold. `other` is kept in the comment under its heading; `ignored` goes. */
export const columnMeanings = [
  'number',
  'kind',
  'text',
  'action',
  'status',
  'percent',
  'due',
  'comment',
  'owner',
  'addressee',
  'priority',
  'raised',
  'report',
  'source',
  'published',
  'other',
  'ignored',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

/** Says whether a text is one of the meanings. */
export function isColumnMeaning(text: string): text is ColumnMeaning {
  return (columnMeanings as readonly string[]).includes(text)
}

/** What the columns and the status words of a file mean. It is remembered for the next file with these headings. */
export interface ColumnMapping {
  /** By the key of a column, see `columnKey`. */
  readonly columns: Readonly<Record<string, ColumnMeaning>>
  /** By status word, in capitals. */
  readonly statuses: Readonly<Record<string, Status>>
}

/** A column as it was found, with the meaning taken for it. */
export interface FoundColumn {
  readonly key: string
  readonly heading: string
  readonly meaning: ColumnMeaning
  /** From 0 (nothing speaks for it) to 1 (chosen by a person, or the heading says so). */
  readonly confidence: number
  /** A few of its cells, to judge by. */
  readonly samples: readonly string[]
}

/** A table as it was found. */
export interface FoundTable {
  /** The sheet, or the heading that stands above it. */
  readonly name: string
  /** Where its heading stands, counted from 1. */
  readonly line: number
  readonly rows: number
  readonly columns: readonly FoundColumn[]
}

/** A word that stands in a status column and is not one of ours, and what it was taken for; `(BLANK)` for none. */
export interface FoundStatusWord {
  readonly word: string
  /** Null where it could not be guessed; such rows cannot be brought in until a person says what it means. */
  readonly status: Status | null
  readonly rows: number
}

export const paperFormats = ['text', 'word', 'excel', 'csv', 'html'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** A file as it was chosen, or what was pasted: HTML of a clipboard, or text with tabs between the cells. */
export type PaperFile =
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly pasted: string; readonly name?: string }

/** Why a file was refused. The sentence that goes with it says what to do. */
export const anyPaperRefusals = [
  'empty',
  'too-large',
  'not-text',
  'no-table',
  'old-format',
  'encrypted',
  'macros',
  'damaged',
  'unsafe',
  'too-many-cells',
  'unsupported',
] as const
export type AnyPaperRefusal = (typeof anyPaperRefusals)[number]

/** What came of a file. */
export type AnyPaperResult =
  | {
      readonly ok: true
      readonly format: PaperFormat
      readonly reading: PaperReading
      readonly tables: readonly FoundTable[]
      readonly statusWords: readonly FoundStatusWord[]
      /** Of all headings; the mapping is remembered under it. */
      readonly fingerprint: string
      /** The mapping that was used: the one given, completed by what was guessed. */
      readonly mapping: ColumnMapping
    }
  | { readonly ok: false; readonly code: AnyPaperRefusal; readonly message: string }

/** The key of a column: its heading in small letters; a column without one is known by its place, from 1. */
export function columnKey(heading: string, place: number): string {
  const words = heading.toLowerCase().match(/[\p{L}\p{N}%#]+/gu)
  return words === null ? `column ${place}` : words.join(' ').slice(0, 80)
}

/** A short name for a set of headings, in whatever order they stand. */
export function headingsFingerprint(keys: readonly string[]): string {
  return fingerprint([...new Set(keys)].sort().join('\n'))
}

/** The key under which a mapping is kept as a setting. */
export function mappingKey(headings: string): string {
  return `mapping/${headings}`
}

/** A mapping as it is kept. */
export function writeMapping(mapping: ColumnMapping): string {
  return JSON.stringify(mapping)
}

/** Reads a kept mapping; null for anything that is none. Single entries that make no sense are left out. */
export function readMapping(text: string): ColumnMapping | null {
  const kept = parsed(text)
  if (!isRecord(kept) || !isRecord(kept.columns)) return null
  const statuses = isRecord(kept.statuses) ? kept.statuses : {}
  return {
    columns: entriesOf(kept.columns, isColumnMeaning),
    statuses: entriesOf(statuses, isStatus),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf<T extends string>(
  record: Record<string, unknown>,
  isOne: (text: string) => text is T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) =>
      typeof value === 'string' && isOne(value) ? [[key, value]] : [],
    ),
  )
}
