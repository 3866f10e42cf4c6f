import type { IsoDate } from './calendarDays.ts'

/** Duties to answer within a time that the law, or the report itself, sets. */
export const clockKinds = ['section-55', 'paragraph-28B', 'super-complaint', 'coroner'] as const
export type ClockKind = (typeof clockKinds)[number]

/** One statutory clock of a report. All days are days in the United Kingdom. */
export interface StatutoryClock {
  readonly kind: ClockKind
  /** The day on which the report was published, or the recommendation made: it is day 1. */
  readonly from: IsoDate
  /** The last day, where the report sets it itself (a super-complaint's) or an extension was granted. */
  readonly setTo: IsoDate | null
  readonly extensionAskedOn: IsoDate | null
  /** Stopped by judicial review; null while it runs. */
  readonly stoppedOn: IsoDate | null
  readonly resumedOn: IsoDate | null
  readonly respondedOn: IsoDate | null
  readonly publishedOn: IsoDate | null
  readonly note: string
}
