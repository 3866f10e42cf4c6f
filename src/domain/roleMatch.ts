import { type RoleTemplate, roleName } from './roleTemplate.ts'

/** Words before a role's name that make it another role: a deputy director is not the director. */
const otherRole = new Set(['chief', 'deputy', 'assistant', 'associate', 'vice'])

/** Short forms that titles use; they are written out before names are compared. */
const writtenOut: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\bt supt\b|\bt superintendent\b|\btemp superintendent\b/g, 'temporary superintendent'],
  [/\bdet supt\b/g, 'detective superintendent'],
  [/\bch supt\b/g, 'chief superintendent'],
  [/\bsupt\b/g, 'superintendent'],
  [/\bnhse\b/g, 'nhs england'],
]

function comparable(text: string): string {
  let words = roleName(text)
  for (const [pattern, full] of writtenOut) words = words.replace(pattern, full)
  return words
}

/**
 * Whether a title, as a post or a directory writes it, is that role: it names it, or one of its other names, with
 * more words around it at most ("Director of Public Health, Camden"). "Deputy Director …" and "Chief …" are others.
 */
export function namesRole(title: string, role: Pick<RoleTemplate, 'role' | 'alsoCalled'>): boolean {
  const words = ` ${comparable(title)} `
  return [role.role, ...role.alsoCalled].some((name) => {
    const wanted = comparable(name)
    if (wanted === '') return false
    const at = words.indexOf(` ${wanted} `)
    if (at < 0) return false
    const before = words.slice(0, at).trim().split(' ').at(-1) ?? ''
    return !otherRole.has(before)
  })
}

/** The role that fits a title best: the one with the longest name in it, or null. */
export function bestRole(title: string, roles: readonly RoleTemplate[]): RoleTemplate | null {
  const length = (role: RoleTemplate) =>
    Math.max(
      ...[role.role, ...role.alsoCalled]
        .filter((name) => namesRole(title, { role: name, alsoCalled: [] }))
        .map((name) => comparable(name).length),
      0,
    )
  return roles.toSorted((one, other) => length(other) - length(one)).find((one) => length(one) > 0) ?? null
}
