/** What every kind of column may say about itself. */
interface Described {
  readonly description: string
}

export interface TextColumn extends Described {
  readonly kind: 'text'
  readonly indexed: boolean
  readonly unique: boolean
}
export interface NoteColumn extends Described {
  readonly kind: 'note'
}
export interface NumberColumn extends Described {
  readonly kind: 'number'
  readonly indexed: boolean
}
export interface BooleanColumn extends Described {
  readonly kind: 'boolean'
}
export interface InstantColumn extends Described {
  readonly kind: 'instant'
  readonly indexed: boolean
}
export interface ChoiceColumn<C extends string = string> extends Described {
  readonly kind: 'choice'
  readonly choices: readonly C[]
  readonly indexed: boolean
}
export type Column = TextColumn | NoteColumn | NumberColumn | BooleanColumn | InstantColumn | ChoiceColumn

interface Indexing {
  readonly indexed?: boolean
}

/** A single line, 255 characters at most. Also for days (`YYYY-MM-DD`) and for people (Entra object id). */
export function text(
  description: string,
  options: Indexing & { readonly unique?: boolean } = {},
): TextColumn {
  const unique = options.unique ?? false
  // SharePoint enforces unique values only on an indexed column.
  return { kind: 'text', description, indexed: unique || (options.indexed ?? false), unique }
}

/** Many lines of plain text, up to 63,999 characters; SharePoint cannot index it. */
export function note(description: string): NoteColumn {
  return { kind: 'note', description }
}

/** A number. */
export function number(description: string, options: Indexing = {}): NumberColumn {
  return { kind: 'number', description, indexed: options.indexed ?? false }
}

/** Yes or no. */
export function boolean(description: string): BooleanColumn {
  return { kind: 'boolean', description }
}

/** A moment in time, to the second, in UTC on the wire. A day without a time is a `text`. */
export function instant(description: string, options: Indexing = {}): InstantColumn {
  return { kind: 'instant', description, indexed: options.indexed ?? false }
}

/** One of a fixed set of words. */
export function choice<const C extends string>(
  description: string,
  choices: readonly C[],
  options: Indexing = {},
): ChoiceColumn<C> {
  return { kind: 'choice', description, choices, indexed: options.indexed ?? false }
}

/** The two columns that every list has. */
interface OwnColumns {
  readonly Key: TextColumn
  readonly WriteMark: TextColumn
}

export interface ListDeclaration<
  C extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>,
> {
  readonly title: string
  readonly description: string
  readonly columns: C & OwnColumns
}

/**
 * Declares a list: its title, what it is for, and its columns. Names can never be changed afterwards.
 * Every list also gets `Key`, unique, and `WriteMark`, by which a write whose answer was lost is recognised.
 */
export function declareList<C extends Readonly<Record<string, Column>>>(
  title: string,
  description: string,
  columns: C,
): ListDeclaration<C> {
  return {
    title,
    description,
    columns: {
      Key: text('What the row is known by; no two rows share it.', { unique: true }),
      ...columns,
      WriteMark: text('Set anew by every write of Follow-Through. Not for people.'),
    },
  }
}

type ValueOf<C> =
  C extends ChoiceColumn<infer Word>
    ? Word
    : C extends NumberColumn
      ? number
      : C extends BooleanColumn
        ? boolean
        : string

/** Every column of a list with its value; null leaves a field empty. `WriteMark` is the store's business. */
export type FieldsOf<D extends ListDeclaration> = {
  readonly [Name in Exclude<keyof D['columns'], 'WriteMark'>]: ValueOf<D['columns'][Name]> | null
}
