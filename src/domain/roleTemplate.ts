import { type Sector, sectors } from './exercise.ts'

export const roleConditions = ['headquarters-in-unit'] as const
/** `headquarters-in-unit`: asked for only where the body has its headquarters in a borough of the unit. */
export type RoleCondition = (typeof roleConditions)[number]

/** A role that belongs in the room of a type of exercise, whoever holds it. */
export interface RoleTemplate {
  /** As it is written in the invitation; unique in a type, whatever the case. */
  readonly role: string
  readonly side: 'police' | 'partner'
  readonly sector: Sector
  readonly required: boolean
  /** Sits on the Diamond Panel. */
  readonly panel: boolean
  readonly condition: RoleCondition | null
  /** Every holder is asked, not one: all superintendents of a unit. */
  readonly each: boolean
  /** Other names of the same role, as directories and posts write it. */
  readonly alsoCalled: readonly string[]
}

/** A role of which nothing but the name and the side is said: one holder, optional, without condition. */
export function plainRole(role: string, side: RoleTemplate['side'], sector: Sector): RoleTemplate {
  return { role, side, sector, required: false, panel: false, condition: null, each: false, alsoCalled: [] }
}

/** Why a list of roles cannot be kept. */
export type RoleFault =
  | { readonly code: 'no-role-name'; readonly index: number }
  | { readonly code: 'same-role-twice'; readonly index: number; readonly role: string }
  | { readonly code: 'police-sector-mismatch'; readonly index: number; readonly role: string }
  | { readonly code: 'condition-on-police'; readonly index: number; readonly role: string }

/** Everything that is wrong with a list of roles, by its place in the list; empty when it can be kept. */
export function roleFaults(roles: readonly RoleTemplate[]): readonly RoleFault[] {
  const seen = new Map<string, number>()
  return roles.flatMap((one, index): RoleFault[] => {
    const name = roleName(one.role)
    if (name === '') return [{ code: 'no-role-name', index }]
    const faults: RoleFault[] = []
    if (seen.has(name)) faults.push({ code: 'same-role-twice', index, role: one.role })
    seen.set(name, index)
    if ((one.side === 'police') !== (one.sector === 'police'))
      faults.push({ code: 'police-sector-mismatch', index, role: one.role })
    if (one.side === 'police' && one.condition !== null)
      faults.push({ code: 'condition-on-police', index, role: one.role })
    return faults
  })
}

/** Roles of a template by sector, in the order of the sectors; sectors without a role are left out. */
export function bySector(
  roles: readonly RoleTemplate[],
): readonly { readonly sector: Sector; readonly roles: readonly RoleTemplate[] }[] {
  return sectors
    .map((sector) => ({ sector, roles: roles.filter((one) => one.sector === sector) }))
    .filter((group) => group.roles.length > 0)
}

/** A role's name as it is compared: case, spaces and the punctuation of abbreviations do not count. */
export function roleName(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
