import type { Instant, IsoDate } from './calendarDays.ts'
import type { Change } from './recommendation.ts'

/** Once; every so many months; again for newcomers of a team that is visited; with a certificate that expires. */
export const requirementKinds = ['once', 'every', 'rotational', 'certificate'] as const
export type RequirementKind = (typeof requirementKinds)[number]

/** Somebody to whom a requirement does not apply, and why. */
export interface Exemption {
  /** Key of the member of staff. */
  readonly person: string
  readonly personName: string
  readonly why: string
  readonly until: IsoDate | null
  readonly at: Instant
  readonly by: string
}

/** Which roles need which course, how often, from when. */
export interface Requirement {
  readonly key: string
  readonly title: string
  readonly courseKey: string
  /** Roles as the staff list writes them. */
  readonly roles: readonly string[]
  readonly kind: RequirementKind
  /** Months after which it lapses; null for once. */
  readonly everyMonths: number | null
  readonly from: IsoDate
  /** Days that somebody new in a role has before they count as uncovered. */
  readonly graceDays: number
  /** What asks for it, such as `IX/3841/20`. */
  readonly because: string
  readonly exemptions: readonly Exemption[]
  readonly retired: boolean
  readonly history: readonly Change[]
}
