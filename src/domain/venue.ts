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
}
