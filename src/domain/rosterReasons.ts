import type { IsoDate } from './calendarDays.ts'
import type { Invitee, Response } from './exercise.ts'
import type { Successor } from './successorBodies.ts'

/** Why a place in the room is proposed as it is. */
export type SeatReason =
  | { readonly code: 'holds-post'; readonly post: string }
  | { readonly code: 'deputy-of-vacant-post'; readonly post: string }
  | { readonly code: 'post-vacant'; readonly post: string }
  | { readonly code: 'no-such-post'; readonly unit: string }
  | { readonly code: 'serves'; readonly boroughs: readonly string[]; readonly everywhere: boolean }
  | { readonly code: 'headquarters-here'; readonly boroughs: readonly string[] }
  | { readonly code: 'vacant-at'; readonly organisation: string; readonly since: IsoDate | null }
  | { readonly code: 'deputy-at'; readonly organisation: string; readonly since: IsoDate | null }
  | { readonly code: 'nobody-known'; readonly boroughs: readonly string[] }
  | { readonly code: 'kept-answer'; readonly response: Response }
  | { readonly code: 'kept-by-hand' }

/** What is to be thought of before the person is invited. */
export type SeatWarning =
  | { readonly code: 'stale'; readonly confirmed: IsoDate | null }
  | { readonly code: 'replaced-body'; readonly successor: Successor }
  | { readonly code: 'sits-twice'; readonly role: string }

/** Somebody who could take a place, or the place without anybody. */
export interface Opening {
  readonly invitee: Invitee
  readonly reason: SeatReason
  readonly warnings: readonly SeatWarning[]
}

export type LeftOutCode =
  | 'headquarters-elsewhere'
  | 'headquarters-not-known'
  | 'no-headquarters-here'
  | 'past-retention'

/** Somebody whom the role would fit and who is not proposed, or a role for which nobody is asked here. */
export interface LeftOut {
  readonly code: LeftOutCode
  readonly role: string
  /** Boroughs of the headquarters, or the day until which the entry might be kept. */
  readonly detail: string
  /** Null where nobody stands behind it. */
  readonly invitee: Invitee | null
}

/** What a role of a template comes to at one exercise. */
export interface RoleOpenings {
  readonly seats: readonly (readonly [best: Opening, ...others: Opening[]])[]
  readonly leftOut: readonly LeftOut[]
}
