import type { Instant } from './calendarDays.ts'
import type { Change } from './recommendation.ts'

/** Agencies that do not agree about places. */
export interface PlaceDispute {
  readonly key: string
  readonly runKey: string
  readonly agencies: readonly string[]
  readonly note: string
  readonly raisedBy: string
  readonly raisedAt: Instant
  /** Empty until it was decided. */
  readonly decision: string
  readonly decidedBy: string
  readonly decidedAt: Instant | null
  readonly history: readonly Change[]
}
