import type { IsoDate } from './calendarDays.ts'

/** How one person stands towards one requirement. */
export const coverStates = ['current', 'due', 'in-grace', 'lapsed', 'never', 'exempt'] as const
export type CoverState = (typeof coverStates)[number]

/** People by how they stand. `due` are current and lapse within 90 days. */
export type CoverCounts = Readonly<Record<CoverState, number>>

/** People of one role by how they stand. */
export interface RoleCover {
  readonly role: string
  readonly counts: CoverCounts
}

/** Cover on one day: how many of those who need it have it. */
export interface CoverPoint {
  readonly day: IsoDate
  readonly covered: number
  readonly needed: number
}

/** Somebody of a team who has to take a course, or soon will. */
export interface OpenNeed {
  /** Key of the member of staff. */
  readonly person: string
  readonly personName: string
  readonly state: Exclude<CoverState, 'current' | 'exempt'>
  /** The day by which they need it: the last day on which what they have counts, or the end of the grace. */
  readonly by: IsoDate
}

/** The cover of one team by one requirement, added up by the service so that no screen reads everybody. */
export interface CoverRollUp {
  /** `requirement/team`; the force has the team `*`. */
  readonly key: string
  readonly requirement: string
  readonly team: string
  readonly asAt: IsoDate
  readonly counts: CoverCounts
  /** The same people role by role, in the order of their names; roles with nobody are left out. */
  readonly roles: readonly RoleCover[]
  /** People who joined the role since the course was last held for the team. */
  readonly newcomers: number
  /** The first day on which the counts change by the calendar alone; null when none. */
  readonly nextChange: IsoDate | null
  /** Oldest first, one for each day on which the figure changed. */
  readonly points: readonly CoverPoint[]
  /** Who of the team has to take it or soon will, the most pressing first; none for the force. */
  readonly open: readonly OpenNeed[]
  /** How many more there are than `open` has room for. */
  readonly openMore: number
}

/** That a recommendation holds only while a requirement is covered. */
export interface RestsOn {
  /** Key of the requirement. */
  readonly requirement: string
  /** What it is called; what is said of it must not wait for another list. */
  readonly title: string
  /** Per cent of those who need it, 1 to 100. */
  readonly atLeast: number
  readonly note: string
  /** What the service last found: whether the figure is reached, and since when; left out before it has looked. */
  readonly standing?: RestsStanding
}

/** The figure on the day on which it was reached or fell. */
export interface RestsStanding {
  readonly reached: boolean
  /** The day since which that is so. */
  readonly on: IsoDate
  readonly covered: number
  readonly needed: number
}
