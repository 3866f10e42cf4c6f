type Thing = Readonly<Record<string, unknown>>

/**
 * The members of an application that have to be written so that it is as wanted. Members that Entra adds do not
 * count; roles, scopes and redirect addresses that others have added stay.
 */
export function differing(found: Thing, wanted: Thing): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(wanted)) {
    const next = together(found[name], value)
    if (!covers(found[name], next)) changes[name] = next
  }
  return changes
}

/** What is wanted, and what is there besides in lists of things with ids or of addresses. */
function together(there: unknown, wanted: unknown): unknown {
  if (Array.isArray(wanted)) return Array.isArray(there) ? listTogether(there, wanted) : wanted
  if (!isThing(wanted)) return wanted
  const known = isThing(there) ? there : {}
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [name, together(known[name], value)]),
  )
}

function listTogether(there: readonly unknown[], wanted: readonly unknown[]): readonly unknown[] {
  const keyOf = (one: unknown) => (isThing(one) ? one.id : one)
  const keys = new Set(wanted.map(keyOf))
  // requiredResourceAccess has no ids: it is ours as a whole.
  if (wanted.some((one) => isThing(one) && one.id === undefined)) return wanted
  return [...there.filter((one) => !keys.has(keyOf(one))), ...wanted]
}

/** Whether everything that is wanted is there; lists are compared without regard to order. */
function covers(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(there) &&
      there.length === wanted.length &&
      wanted.every((one) => there.some((other) => covers(other, one)))
    )
  if (!isThing(wanted)) return there === wanted
  return isThing(there) && Object.entries(wanted).every(([name, value]) => covers(there[name], value))
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
