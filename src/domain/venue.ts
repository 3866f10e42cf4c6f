import type { Change } from './recommendation.ts'

/** A place where courses and exercises are held. */
export interface Venue {
  readonly key: string
  readonly name: string
  readonly address: string
  readonly borough: string
  readonly capacity: number
  /** Step-free access, hearing loop, parking. */
  readonly access: string
  /** Mailbox of the room; empty when it has none. */
  readonly roomAddress: string
  /** Whom to ask for the room, as a name, a number or an address. */
  readonly contact?: string
  /** No longer used; dates that were held there keep its name. */
  readonly closed?: boolean
  /** Oldest first. */
  readonly history?: readonly Change[]
}
