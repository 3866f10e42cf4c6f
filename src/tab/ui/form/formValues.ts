/** What stands in the fields, by their names. Everything is text, so that it can be kept as it was typed. */
export type Values = Readonly<Record<string, string>>

/** A sentence beside each field that cannot stay as it is; the one without a name is for the whole form. */
export type Problems = Readonly<Record<string, string>>

/** The words of a field, without what surrounds them. */
export function wordsOf(values: Values, name: string): string {
  return (values[name] ?? '').trim()
}

/** Names in a field, separated by commas or lines. */
export function namesOf(values: Values, name: string): readonly string[] {
  return [
    ...new Set(
      wordsOf(values, name)
        .split(/[,;\n]/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ]
}
