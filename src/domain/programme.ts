import type { IsoDate } from './calendarDays.ts'
import type { Exercise, Invitee } from './exercise.ts'
import { yearOf } from './programmeRules.ts'
import type { Person } from './roles.ts'
import { knownUnits, type Unit, unitMark } from './units.ts'

/** How far an exercise has come, from an empty place in the programme to a day that was held. */
export const standings = [
  'planned',
  'sending',
  'invited',
  'confirmed',
  'day-past',
  'never-invited',
  'held',
  'cancelled',
] as const
export type Standing = (typeof standings)[number]

/** How far an exercise has come on a day. */
export function standingOf(
  { status, invitation, date }: Pick<Exercise, 'status' | 'invitation' | 'date'>,
  today: IsoDate,
): Standing {
  if (status === 'cancelled' || status === 'held') return status
  if (date < today) return invitation?.state === 'sent' ? 'day-past' : 'never-invited'
  if (invitation?.state === 'sending') return 'sending'
  if (status === 'confirmed') return 'confirmed'
  return invitation ? 'invited' : 'planned'
}

/** The years that have a programme, the latest first, and always this year. */
export function programmeYears(
  exercises: readonly Pick<Exercise, 'date'>[],
  today: IsoDate,
): readonly number[] {
  const years = new Set([yearOf(today), ...exercises.map(({ date }) => yearOf(date))])
  return [...years].sort((a, b) => b - a)
}

/** The year to open: this one when something is planned in it or later, and else the latest that has a programme. */
export function yearToOpen(exercises: readonly Pick<Exercise, 'date'>[], today: IsoDate): number {
  const years = exercises.map(({ date }) => yearOf(date)).sort((a, b) => a - b)
  return years.find((year) => year >= yearOf(today)) ?? years.at(-1) ?? yearOf(today)
}

/** A unit's place in the programme of a year: its exercises in order of day; empty when none is planned. */
export interface UnitPlace<T> {
  readonly unit: Unit
  readonly exercises: readonly T[]
}

/**
 * Every unit with its exercises of a year, those without one included.
 * @param all of every year: units are known from them
 * @param of finds the exercise in a row
 */
export function unitPlaces<T>(
  all: readonly T[],
  year: number,
  of: (row: T) => Pick<Exercise, 'unit' | 'boroughs' | 'date'>,
): readonly UnitPlace<T>[] {
  return knownUnits(all.map(of)).map((unit) => ({
    unit,
    exercises: all
      .filter(
        (row) => yearOf(of(row).date) === year && unitMark(of(row).boroughs) === unitMark(unit.boroughs),
      )
      .sort((a, b) => of(a).date.localeCompare(of(b).date)),
  }))
}

/** Units in which a person has a place in the room; theirs, as far as the programme knows. */
export function unitsOfPerson(
  exercises: readonly Pick<Exercise, 'unit' | 'invitees'>[],
  person: Pick<Person, 'objectId' | 'signInName'>,
): readonly string[] {
  const theirs = exercises.filter((exercise) => placeOf(exercise, person) !== null)
  return [...new Set(theirs.map(({ unit }) => unit))]
}

/** The place of somebody inside the force in the room; null when they have none. */
export function placeOf(
  { invitees }: Pick<Exercise, 'invitees'>,
  person: Pick<Person, 'objectId' | 'signInName'>,
): Invitee | null {
  const address = person.signInName.toLowerCase()
  const isTheirs = (one: Invitee) =>
    one.side === 'police' &&
    (one.personRef === person.objectId || (one.address !== '' && one.address.toLowerCase() === address))
  return invitees.find(isTheirs) ?? null
}
