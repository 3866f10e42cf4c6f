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
  if (gap.role === '') return `Nobody has been invited yet ${end}`
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
