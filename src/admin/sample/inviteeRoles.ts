/** The roles that belong in the room of a SPASE exercise. */
export const inviteeRoles = {
  commander: 'Borough Commander',
  superintendent: 'Superintendent or Temporary Superintendent',
  publicHealth: 'Local authority Director of Public Health',
  careBoard: 'Safeguarding lead of the integrated care board (formerly CCG)',
  doctor: 'Designated safeguarding doctor',
  nurse: 'Designated safeguarding nurse',
  trustNursing: 'Director of Nursing of an NHS trust',
  nhseNursing: 'NHS England Director of Nursing',
  nhseMedical: 'NHS England Medical Director',
  quality: 'NHS Improvement Director (Quality)',
} as const
export type InviteeRole = (typeof inviteeRoles)[keyof typeof inviteeRoles]

/** Everybody whom an exercise needs, in the order in which they are listed. */
export const everyInviteeRole: readonly InviteeRole[] = Object.values(inviteeRoles)

/** Police sit on one side of the table, partners on the other. */
export function sideOf(role: InviteeRole): 'police' | 'partner' {
  return role === inviteeRoles.commander || role === inviteeRoles.superintendent ? 'police' : 'partner'
}

/** A trust's nursing director is asked only where the trust has its headquarters in the area, so never required. */
export function isRequired(role: InviteeRole): boolean {
  return role !== inviteeRoles.trustNursing
}
