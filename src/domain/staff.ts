import type { IsoDate } from './calendarDays.ts'

/** A member of staff in a role, as the personnel system says. */
export interface StaffMember {
  /** Unique: Entra object id where there is one, else the staff number. */
  readonly key: string
  readonly staffNumber: string
  readonly name: string
  readonly address: string
  readonly role: string
  readonly team: string
  readonly borough: string
  readonly inRoleSince: IsoDate
  /** Null while they are there. */
  readonly until: IsoDate | null
  /** The team that they were in before, so that its cover is counted anew; empty where they have not moved. */
  readonly movedFrom: string
}
