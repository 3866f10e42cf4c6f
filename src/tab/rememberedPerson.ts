import * as v from 'valibot'
import { appRoles, type Person } from '../domain/roles.ts'

const person = v.object({
  objectId: v.string(),
  name: v.string(),
  signInName: v.string(),
  roles: v.array(v.picklist(appRoles)),
})

const keyOf = (clientId: string, loginHint: string) => `follow-through person ${clientId} ${loginHint}`

/**
 * Who signed in on this device the last time that Teams named this person, or null. It lets the rows kept here be
 * shown while the sign-in is under way; whatever is asked of Microsoft 365 waits for the sign-in itself.
 */
export function recallPerson(clientId: string, loginHint: string | undefined): Person | null {
  if (!loginHint) return null
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(clientId, loginHint)) ?? 'null')
    const read = v.safeParse(person, kept)
    return read.success ? read.output : null
  } catch {
    return null
  }
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
  return JSON.stringify(v.parse(person, one)) === JSON.stringify(v.parse(person, other))
}
