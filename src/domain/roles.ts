/** The app roles that an administrator assigns in Entra; everybody the site admits is an officer. */
export const appRoles = ['Coordinator', 'Secretary', 'Administrator'] as const
export type AppRole = (typeof appRoles)[number]

/** A signed-in person. */
export interface Person {
  /** Entra object id. */
  readonly objectId: string
  readonly name: string
  /** Sign-in name (UPN). */
  readonly signInName: string
  readonly roles: readonly AppRole[]
}

/** Reads the `roles` claim of a token; values that are not ours are left out. */
export function readRoles(claim: unknown): readonly AppRole[] {
  if (!Array.isArray(claim)) return []
  return appRoles.filter((role) => claim.includes(`FollowThrough.${role}`))
}

/** The board secretary and administrators may change any row of the register. */
export function mayManage(person: Person): boolean {
  return person.roles.includes('Secretary') || person.roles.includes('Administrator')
}

/** Whoever answers for people being told: coordinators, the board secretary and administrators. */
export function mayFollowReminders(person: Person): boolean {
  return person.roles.length > 0
}

/** Coordinators (and administrators) plan exercises and send their invitations. */
export function mayInvite(person: Person): boolean {
  return person.roles.includes('Coordinator') || person.roles.includes('Administrator')
}

/** Coordinators (and administrators) keep the catalogue, the dates and the venues, and decide about places. */
export function mayRunCourses(person: Pick<Person, 'roles'>): boolean {
  return person.roles.includes('Coordinator') || person.roles.includes('Administrator')
}

/** Figures, feedback and answers to requests for information are read by coordinators and by the board secretary. */
export function mayReadInformation(person: Person): boolean {
  return mayRunCourses(person) || person.roles.includes('Secretary')
}
