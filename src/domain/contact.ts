import type { Instant, IsoDate } from './calendarDays.ts'
import type { Sector } from './exercise.ts'

/** A role at an organisation outside the force and who holds it, kept to what an invitation needs. */
export interface Contact {
  /**
   * Unique, and stays when the person changes: made from organisation and role. Entries of older versions have the
   * address in lower case.
   */
  readonly key: string
  readonly organisation: string
  readonly role: string
  /** Empty while the role is vacant. */
  readonly name: string
  /** Empty while the role is vacant. */
  readonly address: string
  /** Boroughs that they answer for; none means the whole of London. */
  readonly boroughs: readonly string[]
  readonly sector?: Sector
  /** Who comes when the person cannot. */
  readonly deputyName?: string
  readonly deputyAddress?: string
  /** The day on which the entry was last found right. */
  readonly lastConfirmed?: IsoDate | null
  /** The day after which the entry is to be taken away unless it is confirmed. */
  readonly keepUntil?: IsoDate | null
  /** The trust or body has its headquarters in these boroughs; for roles that are asked for only there. */
  readonly headquarters?: readonly string[]
  /** Since when nobody holds the role there; null or left out while somebody does. */
  readonly vacantSince?: IsoDate | null
  /** Who changed the entry and when, oldest first. Names and addresses of partners are never written into it. */
  readonly history?: readonly ContactChange[]
}

export const contactActs = ['added', 'changed', 'confirmed', 'left', 'joined', 'merged', 'imported'] as const
/** `left`: the person is no longer there and the role is vacant; `joined`: somebody follows. */
export type ContactAct = (typeof contactActs)[number]

/** One change of an entry: who, when, what and why, without the personal data that was changed. */
export interface ContactChange {
  readonly at: Instant
  readonly by: string
  /** Entra object id. */
  readonly byObject: string
  readonly does: ContactAct
  /** Names of the fields that changed, or where the entry came from. */
  readonly what: string
  /** Empty where no reason was asked for. */
  readonly why: string
}
