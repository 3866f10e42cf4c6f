import { type Invitee, type Sector, sectors } from './exercise.ts'
import { type RoleTemplate, roleName } from './roleTemplate.ts'

/** Sectors that have to be in the room when a child or an adult is at risk; `other` is never missing. */
export const expectedSectors = sectors.filter((sector) => sector !== 'other')

/** Whom to ask for a sector that nobody has thought of, and where the office comes from. */
export interface SuggestedRole {
  readonly role: RoleTemplate
  readonly source: string
}

const suggested: Readonly<Partial<Record<Sector, SuggestedRole>>> = {
  education: {
    role: partner('Director of Education', 'education', ['Assistant Director, Education', 'Head of Schools']),
    source: 'a senior officer of the local authority; the law names no such post',
  },
  "children's services": {
    role: partner('Director of Children’s Services', "children's services", [
      'DCS',
      'Executive Director of Children’s Services',
    ]),
    source: 'a post that each authority must have: Children Act 2004, section 18',
  },
  'adult services': {
    role: partner('Director of Adult Social Services', 'adult services', [
      'DASS',
      'Director of Adult Services',
      'Executive Director of Adult Social Care',
    ]),
    source: 'a post that each authority must have: Local Authority Social Services Act 1970, section 6',
  },
  health: {
    role: partner('Designated safeguarding nurse', 'health', ['Designated Nurse for Safeguarding']),
    source: 'the safeguarding lead whom an integrated care board must have',
  },
}

function partner(role: string, sector: Sector, alsoCalled: readonly string[]): RoleTemplate {
  return {
    role,
    sector,
    alsoCalled,
    ...{ side: 'partner', required: true, panel: false, condition: null, each: true },
  }
}

/** A sector for which a list of roles asks for nobody, and who could be asked. */
export interface SectorGap {
  readonly sector: Sector
  readonly suggestion: SuggestedRole | null
}

/** Sectors for which a template asks for nobody. */
export function sectorGaps(roles: readonly Pick<RoleTemplate, 'sector'>[]): readonly SectorGap[] {
  return expectedSectors
    .filter((sector) => !roles.some((one) => one.sector === sector))
    .map((sector) => ({ sector, suggestion: suggested[sector] ?? null }))
}

/**
 * Sectors without anybody who is known in the room of one exercise: nobody is asked for, or nobody has been found.
 * Partners whom nobody has sorted count for the sector of their role in the template.
 */
export function unfilledSectors(
  invitees: readonly Invitee[],
  roles: readonly RoleTemplate[],
): readonly Sector[] {
  const ofRole = new Map(roles.map((one) => [roleName(one.role), one.sector]))
  const inTheRoom = new Set(
    invitees
      .filter((one) => one.state === 'known')
      .map((one) => one.sector ?? ofRole.get(roleName(one.role)) ?? sideSector(one)),
  )
  return expectedSectors.filter((sector) => !inTheRoom.has(sector))
}

function sideSector({ side }: Pick<Invitee, 'side'>): Sector {
  return side === 'police' ? 'police' : 'other'
}
