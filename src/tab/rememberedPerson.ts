import { appRoles, type Person } from '../domain/roles.ts'

const keyOf = (clientId: string, loginHint: string) => `follow-through person ${clientId} ${loginHint}`

/**
 * Who signed in on this device the last time that Teams named this person, or null. It lets the rows kept here be
 * shown while the sign-in is under way; whatever is asked of Microsoft 365 waits for the sign-in itself.
 */
export function recallPerson(clientId: string, loginHint: string | undefined): Person | null {
  if (!loginHint) return null
  try {
    return readPerson(JSON.parse(window.localStorage.getItem(keyOf(clientId, loginHint)) ?? 'null'))
  } catch {
    return null
  }
}

/** Takes what was kept only when all of it is there. */
function readPerson(kept: unknown): Person | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { objectId, name, signInName, roles } = kept as Readonly<Record<string, unknown>>
  if (typeof objectId !== 'string' || typeof name !== 'string' || typeof signInName !== 'string') return null
  if (!Array.isArray(roles)) return null
  return { objectId, name, signInName, roles: appRoles.filter((role) => roles.includes(role)) }
}

/** Keeps who signed in. A browser that refuses to keep anything is only slower. */
export function rememberPerson(clientId: string, loginHint: string | undefined, me: Person): void {
  if (!loginHint) return
  try {
    window.localStorage.setItem(keyOf(clientId, loginHint), JSON.stringify(me))
  } catch {
    // Private browsing, or the disk is full.
  }
}

/** Whether the person who signed in is the one expected, roles and all. */
export function isSamePerson(one: Person, other: Person): boolean {
  const written = (person: Person) => JSON.stringify(readPerson(person))
  return written(one) === written(other)
}
