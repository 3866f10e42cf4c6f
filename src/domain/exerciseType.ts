import { sectors } from './exercise.ts'
import { type RoleTemplate, roleConditions } from './roleTemplate.ts'
import type { Setting } from './setting.ts'
import { spaseRoles } from './spaseRoles.ts'

/** A kind of exercise, and what its exercises begin with. */
export interface ExerciseType {
  /** `spase`; stays when the name changes. */
  readonly key: string
  /** As exercises and invitations name it: `SPASE`. */
  readonly name: string
  readonly fullName: string
  /** What it is, in a sentence or two. Leaves the house with the invitation. */
  readonly about: string
  /** Who belongs in the room. */
  readonly roles: readonly RoleTemplate[]
  /** UK local times, `HH:MM`. */
  readonly defaultStart: string
  readonly defaultEnd: string
  /** Both leave the house with the invitation. */
  readonly agenda: string
  readonly joining: string
}

/** The key of a type's setting. */
export function exerciseTypeKey(key: string): string {
  return `exercise-type/${key}`
}

/** The strategic exercise of police and partners, as it is held until somebody changes it. */
export const spase: ExerciseType = {
  key: 'spase',
  name: 'SPASE',
  fullName: 'Strategic Partner Safeguarding Exercise',
  about:
    'Police and partner leaders work through safeguarding scenarios side by side and decide together. It is not a test of anybody.',
  roles: spaseRoles,
  defaultStart: '09:30',
  defaultEnd: '16:30',
  agenda: '',
  joining: '',
}

/** A smaller exercise around a table; its roles are chosen for each subject. */
const tableTop: ExerciseType = {
  ...spase,
  key: 'table-top',
  name: 'Table-top exercise',
  fullName: 'Table-top exercise',
  about: 'Police and partners talk through one scenario at a table and agree who would do what.',
  defaultStart: '10:00',
  defaultEnd: '13:00',
}

/** The types that are there before anybody has set one. */
export const builtInTypes: readonly ExerciseType[] = [spase, tableTop]

/** Every type: those that people have set, and the built-in ones that they have not changed, by name. */
export function exerciseTypesOf(settings: readonly Setting[]): readonly ExerciseType[] {
  const set = settings.flatMap((setting) => {
    const type = setting.key.startsWith(exerciseTypeKey('')) ? readExerciseType(parse(setting.value)) : null
    return type ? [type] : []
  })
  const keys = new Set(set.map(({ key }) => key))
  return [...set, ...builtInTypes.filter(({ key }) => !keys.has(key))].sort((a, b) =>
    a.name.localeCompare(b.name),
  )
}

/** The type that an exercise names, whatever the case; null when there is none of that name any more. */
export function typeNamed(types: readonly ExerciseType[], name: string): ExerciseType | null {
  const wanted = name.trim().toLowerCase()
  return types.find((one) => one.name.toLowerCase() === wanted || one.key === wanted) ?? null
}

/** Reads a type as it is kept in a setting; null when any of it is not what it may be. */
export function readExerciseType(value: unknown): ExerciseType | null {
  if (!isRecord(value)) return null
  const { key, name, fullName, about, defaultStart, defaultEnd, agenda, joining } = value
  const roles = readRoles(value.roles)
  if (!isText(key) || !isText(name) || key === '' || name.trim() === '' || roles === null) return null
  if (!isText(fullName) || !isText(about) || !isText(agenda) || !isText(joining)) return null
  if (!isTime(defaultStart) || !isTime(defaultEnd)) return null
  return { key, name, fullName, about, roles, defaultStart, defaultEnd, agenda, joining }
}

function readRoles(value: unknown): readonly RoleTemplate[] | null {
  if (!Array.isArray(value)) return null
  const roles = value.map(readRole)
  return roles.includes(null) ? null : roles.filter((one) => one !== null)
}

function readRole(value: unknown): RoleTemplate | null {
  if (!isRecord(value)) return null
  const { role, required, panel, each, alsoCalled } = value
  const side = value.side === 'police' || value.side === 'partner' ? value.side : null
  const sector = sectors.find((one) => one === value.sector)
  const condition = roleConditions.find((one) => one === value.condition) ?? null
  if (!isText(role) || role.trim() === '' || !side || !sector) return null
  if (typeof required !== 'boolean' || typeof panel !== 'boolean' || typeof each !== 'boolean') return null
  const others = Array.isArray(alsoCalled) ? alsoCalled.filter(isText) : []
  return { role, side, sector, required, panel, condition, each, alsoCalled: others }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Says whether a text is a time of day, `HH:MM`. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
