import type { IsoDate } from './calendarDays.ts'

/** How one person stands towards one requirement. */
export const coverStates = ['current', 'due', 'in-grace', 'lapsed', 'never', 'exempt'] as const
export type CoverState = (typeof coverStates)[number]

/** People by how they stand. `due` are current and lapse within 90 days. */
export type CoverCounts = Readonly<Record<CoverState, number>>

/** Cover on one day: how many of those who need it have it. */
export interface CoverPoint {
  readonly day: IsoDate
  readonly covered: number
  readonly needed: number
}

/** The cover of one team by one requirement, added up by the service so that no screen reads everybody. */
export interface CoverRollUp {
  /** `requirement/team`; the force has the team `*`. */
  readonly key: string
  readonly requirement: string
  readonly team: string
  readonly asAt: IsoDate
  readonly counts: CoverCounts
  /** People who joined the role since the course was last held for the team. */
  readonly newcomers: number
  /** The first day on which the counts change by the calendar alone; null when none. */
  readonly nextChange: IsoDate | null
  /** Oldest first, one for each day on which the figure changed. */
  readonly points: readonly CoverPoint[]
}

/** That a recommendation holds only while a requirement is covered. */
export interface RestsOn {
  /** Key of the requirement. */
  readonly requirement: string
  /** Per cent of those who need it, 1 to 100. */
  readonly atLeast: number
  readonly note: string
}
