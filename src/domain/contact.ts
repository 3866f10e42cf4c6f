import type { IsoDate } from './calendarDays.ts'
import type { Sector } from './exercise.ts'

/** A partner outside the force, kept to what an invitation needs. */
export interface Contact {
  /** Unique: the address in lower case. */
  readonly key: string
  readonly organisation: string
  readonly role: string
  readonly name: string
  readonly address: string
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
}
