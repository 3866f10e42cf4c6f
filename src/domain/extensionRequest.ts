import type { Instant, IsoDate } from './calendarDays.ts'

/** A later deadline that an owner asked for and nobody has decided yet. Answered, it becomes part of the history. */
export interface ExtensionRequest {
  readonly to: IsoDate
  readonly precision: 'day' | 'month'
  readonly reason: string
  readonly askedAt: Instant
  readonly askedBy: string
  readonly askedByObject: string
}
