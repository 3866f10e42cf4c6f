import type { Row } from '../support/localTenant.ts'

/** What every write changes: version, writer, moment and mark. */
const always = /^(@odata.*|WriteMark|Modified|EditorLookupId|_UIVersionString)$/

/** The fields of a row without those that a write is meant to change, in a fixed order. */
export function fieldsBut(fields: Row['fields'] | undefined, ...meant: readonly string[]): unknown {
  return Object.entries(fields ?? {})
    .filter(([name]) => !always.test(name) && !meant.includes(name))
    .sort(([one], [other]) => one.localeCompare(other))
}
