import type { Person } from './roles.ts'
import { mayRunCourses } from './roles.ts'
import type { Setting } from './setting.ts'

/** The setting that says who books for the people of which organisation. */
export const agencyCoordinatorsKey = 'agency-coordinators'

/** Somebody of the tenant who books places for people of an organisation that have no account. */
export interface AgencyCoordinator {
  readonly agency: string
  /** Entra object id. */
  readonly person: string
  readonly personName: string
}

/** Reads the setting; what cannot be understood names nobody, so that nobody books for others by mistake. */
export function readAgencyCoordinators(setting: Pick<Setting, 'value'> | null): readonly AgencyCoordinator[] {
  const entries = setting === null ? [] : parsed(setting.value)
  return entries.flatMap((entry): readonly AgencyCoordinator[] => {
    if (typeof entry !== 'object' || entry === null) return []
    const { agency, person, personName } = entry as Readonly<Record<string, unknown>>
    if (typeof agency !== 'string' || typeof person !== 'string' || agency === '' || person === '') return []
    return [{ agency, person, personName: typeof personName === 'string' ? personName : '' }]
  })
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    const list = isObject(value) ? value.coordinators : value
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The setting's value for these coordinators. */
export function writeAgencyCoordinators(coordinators: readonly AgencyCoordinator[]): string {
  return JSON.stringify({ coordinators })
}

/** Organisations for which somebody may book; coordinators of the force may for all. */
export function agenciesOf(person: Person, coordinators: readonly AgencyCoordinator[]): readonly string[] {
  return coordinators.filter((one) => one.person === person.objectId).map(({ agency }) => agency)
}

/** Whether somebody may book for people of an organisation. */
export function mayBookFor(
  person: Person,
  organisation: string,
  coordinators: readonly AgencyCoordinator[],
): boolean {
  const wanted = organisation.trim().toLowerCase()
  return (
    mayRunCourses(person) ||
    agenciesOf(person, coordinators).some((agency) => agency.trim().toLowerCase() === wanted)
  )
}
