import type { Gap } from './roleStanding.ts'

/** `9 days left`, `1 day left`, `today`. */
export function sayDaysLeft(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? '1 day left' : `${days} days left`
}

const joiningWords = new Set(['of', 'or', 'and', 'for', 'to', 'in'])

/** A role inside a sentence: `designated safeguarding nurse`, but `NHS England Director` and `Borough Commander`. */
export function roleInside(role: string): string {
  const [first = '', second = ''] = role.split(' ')
  const isTitle = second === '' || joiningWords.has(second) || second !== second.toLowerCase()
  if (isTitle || first.slice(1) !== first.slice(1).toLowerCase()) return role
  return role.charAt(0).toLowerCase() + role.slice(1)
}

/** What is missing, in one sentence: `No designated safeguarding nurse has accepted for Lambeth and Southwark, 9 days left`. */
export function sayGap(gap: Gap): string {
  const end = `for ${gap.unit}, ${sayDaysLeft(gap.daysLeft)}`
  const role = roleInside(gap.role)
  if (gap.role === '')
    return `${gap.standing === 'nobody' ? 'Nobody is known for any required role' : 'Nobody has been invited yet'} ${end}`
  switch (gap.standing) {
    case 'nobody':
      return `Nobody is known as ${role} ${end}`
    case 'declined':
      return `${who(gap, role)} has declined and nobody comes instead ${end}`
    case 'tentative':
      return `${who(gap, role)} has said only perhaps ${end}`
    case 'not-invited':
      return `No ${role} has been invited ${end}`
    case 'silent':
      return `No ${role} has accepted ${end}`
  }
}

function who({ names }: Gap, role: string): string {
  const [only] = names.length === 1 ? names : []
  return only === undefined ? `The ${role}` : `${only} (${role})`
}

/** The same under a heading that names the unit and the day: `No designated safeguarding nurse has accepted`. */
export function sayGapBriefly(gap: Gap): string {
  return sayGap(gap).replace(` for ${gap.unit}, ${sayDaysLeft(gap.daysLeft)}`, '')
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/**
 * The gaps of one exercise in as few sentences as say all of it: roles that are missing in the same way stand in one.
 * A refusal and a perhaps name the person, so each is a sentence of its own.
 */
export function sayGapsBriefly(gaps: readonly Gap[]): readonly string[] {
  const alike = (standing: Gap['standing'], begin: string, end: string) => {
    const roles = gaps
      .filter((gap) => gap.standing === standing && gap.role !== '')
      .map((gap) => roleInside(gap.role))
    return roles.length < 2 ? null : `${begin}${either.format(roles)}${end}`
  }
  const grouped = new Map([
    ['nobody', alike('nobody', 'Nobody is known as ', '')],
    ['silent', alike('silent', 'No ', ' has accepted')],
    ['not-invited', alike('not-invited', 'No ', ' has been invited')],
  ])
  return [...new Set(gaps.map((gap) => grouped.get(gap.standing) ?? sayGapBriefly(gap)))]
}
