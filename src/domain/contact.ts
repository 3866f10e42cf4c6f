/** A partner outside the force, kept to what an invitation needs. */
export interface Contact {
  /** Unique: the address in lower case. */
  readonly key: string
  readonly organisation: string
  readonly role: string
  readonly name: string
  readonly address: string
  readonly boroughs: readonly string[]
}
