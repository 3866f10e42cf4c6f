import { type CoverCounts, type CoverState, coverStates, type RoleCover } from './cover.ts'

/** People by how they stand, role by role. */
export function rolesOf(
  people: readonly (readonly [role: string, state: CoverState])[],
): readonly RoleCover[] {
  return rolesAdded(people.map(([role, state]) => ({ role, counts: { [state]: 1 } })))
}

/** Figures of roles added up: one for each role that has anybody, in the order of their names. */
export function rolesAdded(
  figures: readonly { readonly role: string; readonly counts: Partial<CoverCounts> }[],
): readonly RoleCover[] {
  const byRole = Map.groupBy(figures, ({ role }) => role)
  return [...byRole.keys()].sort().map((role) => {
    const mine = byRole.get(role) ?? []
    const sum = (state: CoverState) => mine.reduce((all, { counts }) => all + (counts[state] ?? 0), 0)
    const counts = Object.fromEntries(coverStates.map((state) => [state, sum(state)]))
    return { role, counts: counts as Record<CoverState, number> }
  })
}
