import type { IsoDate } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'
import { rolesOf, type Standing } from './roleStanding.ts'
import { roleName } from './roleTemplate.ts'

/** How every role of every unit stands. A role that a unit does not ask for has null. */
export interface CoverMatrix {
  readonly roles: readonly { readonly role: string; readonly required: boolean }[]
  readonly units: readonly {
    readonly exercise: string
    readonly unit: string
    readonly date: IsoDate
    readonly cells: readonly { readonly role: string; readonly standing: Standing | null }[]
  }[]
}

/** Units by date against roles, the required ones first; exercises that were called off are left out. */
export function coverMatrix(exercises: readonly Exercise[]): CoverMatrix {
  const shown = exercises
    .filter((one) => one.status !== 'cancelled')
    .sort((one, other) => one.date.localeCompare(other.date) || one.unit.localeCompare(other.unit))
    .map((exercise) => ({
      exercise,
      lines: new Map(rolesOf(exercise).map((line) => [roleName(line.role), line])),
    }))
  const roles = new Map<string, { readonly role: string; readonly required: boolean }>()
  for (const { lines } of shown)
    for (const [name, { role, required }] of lines)
      roles.set(name, {
        role: roles.get(name)?.role ?? role,
        required: required || (roles.get(name)?.required ?? false),
      })
  const ordered = [...roles].sort(([, one], [, other]) => Number(other.required) - Number(one.required))
  return {
    roles: ordered.map(([, role]) => role),
    units: shown.map(({ exercise: { key, unit, date }, lines }) => ({
      ...{ exercise: key, unit, date },
      cells: ordered.map(([name, { role }]) => ({ role, standing: lines.get(name)?.standing ?? null })),
    })),
  }
}
