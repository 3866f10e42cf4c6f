import type { IsoDate } from './calendarDays.ts'
import { type Exercise, type Invitee, type Sector, sectors } from './exercise.ts'
import { wasThere } from './exerciseDay.ts'
import { bestRole } from './roleMatch.ts'
import { isInvited, sectorOf, standingOf } from './roleStanding.ts'
import type { RoleTemplate } from './roleTemplate.ts'
import type { Setting } from './setting.ts'

/** Places by what became of them. `unmarked`: the day is over and nobody wrote down who was there. */
export interface AttendanceFigures {
  readonly places: number
  readonly invited: number
  readonly accepted: number
  readonly attended: number
  readonly substitutes: number
  readonly absent: number
  readonly unmarked: number
}

export interface SectorAttendance extends AttendanceFigures {
  readonly sector: Sector
}

export interface UnitAttendance extends AttendanceFigures {
  readonly exercise: string
  readonly unit: string
  readonly date: IsoDate
  readonly held: boolean
}

/** What one year of one type of exercise came to. */
export interface YearReview {
  readonly type: string
  readonly year: string
  readonly planned: number
  readonly held: number
  readonly cancelled: number
  readonly toCome: number
  /** Days that are over and on which nobody was marked as there. */
  readonly unmarkedDays: number
  readonly all: AttendanceFigures
  /** In the order of the sectors; a sector that nobody was asked from is there with nothing but noughts. */
  readonly sectors: readonly SectorAttendance[]
  /** By date. */
  readonly units: readonly UnitAttendance[]
  readonly decisions: number
  readonly learning: number
  /** Learning points that became a recommendation or a course request. */
  readonly takenUp: number
  /** Required roles that were never in any room. */
  readonly neverThere: readonly string[]
}

/**
 * Adds up one year of one type. Days that lie ahead are counted as to come and in no figure of attendance.
 * @param roles the roles of the type, which say the sector of a place that nobody has sorted
 */
export function reviewYear(
  exercises: readonly Exercise[],
  type: string,
  year: string,
  today: IsoDate,
  roles: readonly RoleTemplate[] = [],
): YearReview {
  const all = exercises
    .filter((one) => one.type === type && one.date.startsWith(year))
    .sort((one, other) => one.date.localeCompare(other.date))
  const cancelled = all.filter((one) => one.status === 'cancelled')
  const over = all.filter((one) => one.status !== 'cancelled' && one.date <= today)
  const places = over.flatMap(placesOf)
  const points = over.flatMap((one) => one.debrief?.learning ?? [])
  return {
    ...{ type, year, planned: all.length, cancelled: cancelled.length },
    held: over.filter(wasHeld).length,
    toCome: all.length - cancelled.length - over.length,
    unmarkedDays: over.filter((one) => !wasHeld(one) && one.date < today).length,
    all: figuresOf(places),
    sectors: sectors.map((sector) => ({
      sector,
      ...figuresOf(places.filter(({ invitee }) => sectorIn(invitee, roles) === sector)),
    })),
    units: over.map((one) => ({
      ...{ exercise: one.key, unit: one.unit, date: one.date, held: wasHeld(one) },
      ...figuresOf(placesOf(one)),
    })),
    decisions: over.reduce((sum, one) => sum + (one.debrief?.decisions.length ?? 0), 0),
    learning: points.length,
    takenUp: points.filter((one) => one.became !== null).length,
    neverThere: neverThere(over),
  }
}

/** The sector of a place; where nobody has sorted it, the one that the roles of the type say. */
export function sectorIn(invitee: Invitee, roles: readonly RoleTemplate[]): Sector {
  return invitee.sector ?? bestRole(invitee.role, roles)?.sector ?? sectorOf(invitee)
}

interface Place {
  readonly invitee: Invitee
  readonly invited: boolean
}

const placesOf = (exercise: Exercise): readonly Place[] =>
  exercise.invitees.map((invitee) => ({ invitee, invited: isInvited(exercise) }))

const wasHeld = (exercise: Exercise) => exercise.status === 'held' || exercise.invitees.some(wasThere)

function figuresOf(places: readonly Place[]): AttendanceFigures {
  const count = (test: (place: Place) => boolean) => places.filter(test).length
  return {
    places: places.length,
    invited: count(({ invitee, invited }) => invited && invitee.address !== ''),
    accepted: count(({ invitee, invited }) => standingOf(invitee, invited) === 'accepted'),
    attended: count(({ invitee }) => invitee.attended === 'attended'),
    substitutes: count(({ invitee }) => invitee.attended === 'substitute'),
    absent: count(({ invitee }) => invitee.attended === 'absent'),
    unmarked: count(
      ({ invitee, invited }) => invitee.attended === undefined && invited && invitee.address !== '',
    ),
  }
}

function neverThere(held: readonly Exercise[]): readonly string[] {
  const counted = held.filter(wasHeld)
  if (counted.length === 0) return []
  const required = new Set(
    counted.flatMap((one) => one.invitees.filter((i) => i.required).map((i) => i.role)),
  )
  const there = new Set(counted.flatMap((one) => one.invitees.filter(wasThere).map((i) => i.role)))
  return [...required].filter((role) => !there.has(role))
}

export const verdicts = ['continue', 'change', 'stop'] as const
export type Verdict = (typeof verdicts)[number]

/** Whether a type of exercise goes on after a year, decided by people. */
export interface YearDecision {
  readonly verdict: Verdict
  readonly why: string
  readonly at: string
  readonly by: string
}

/** The name under which the decision about a year is kept among the settings. */
export function yearDecisionKey(type: string, year: string): string {
  return `exercise-review/${type.toLowerCase()}/${year}`
}

/** What was decided about a year; null where nobody has, or it cannot be read. */
export function yearDecisionOf(
  settings: readonly Setting[],
  type: string,
  year: string,
): YearDecision | null {
  const setting = settings.find(({ key }) => key === yearDecisionKey(type, year))
  if (!setting) return null
  try {
    const value: unknown = JSON.parse(setting.value)
    if (typeof value !== 'object' || value === null) return null
    const text = (name: string) => String(Reflect.get(value, name) ?? '')
    const verdict = verdicts.find((one) => one === text('verdict'))
    return verdict ? { verdict, why: text('why'), at: text('at'), by: text('by') } : null
  } catch {
    return null
  }
}
