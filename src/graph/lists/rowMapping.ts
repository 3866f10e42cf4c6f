import * as v from 'valibot'
import type { FieldsOf, ListDeclaration } from '../columns/columnTypes.ts'

/** How a row of a list and a value of the domain become one another. */
export interface RowMapping<T, D extends ListDeclaration> {
  /** Checks the fields used and makes the value; what it refuses is shown as unreadable. */
  readonly fromFields: v.GenericSchema<unknown, T>
  readonly toFields: (value: T) => FieldsOf<D>
  /** What SharePoint's own pages show as the title of the row. Written for people, never read. */
  readonly title: (value: T) => string
}

/** A field with text; an empty field is absent on the wire. */
export const textField = v.optional(v.string(), '')

/** A text field that may be empty, as null. */
export const emptyAsNull = v.optional(
  v.pipe(
    v.nullable(v.string()),
    v.transform((text) => text || null),
  ),
  null,
)

/** A number; an empty field counts as 0. */
export const numberField = v.optional(v.number(), 0)

/** Yes or no; an empty field counts as no. */
export const booleanField = v.optional(v.boolean(), false)

/** A moment, brought to the milliseconds that the domain writes. */
export const instantField = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'is not a moment in time'),
  v.transform((text) => new Date(text).toISOString()),
)

/**
 * A note that holds JSON.
 * @param empty what an empty field means
 */
export function jsonField<T>(schema: v.GenericSchema<unknown, T>, empty: unknown) {
  return v.pipe(
    v.optional(v.string(), ''),
    v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
      if (dataset.value === '') return empty
      try {
        return JSON.parse(dataset.value)
      } catch {
        addIssue({ message: 'is not the JSON it should be' })
        return NEVER
      }
    }),
    schema,
  )
}

/** Writes a list of things as JSON; an empty list leaves the field empty. */
export function writeJson(value: readonly unknown[] | object | null): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  return JSON.stringify(value)
}
