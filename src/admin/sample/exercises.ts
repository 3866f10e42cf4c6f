import type { IsoDate } from '../../domain/calendarDays.ts'
import { sameWeekdayOf } from '../../domain/copyProgramme.ts'
import type { Exercise, Invitee } from '../../domain/exercise.ts'
import { unplanned } from '../../domain/exercisePlan.ts'
import { plannedContacts } from './contacts.ts'
import { type ExerciseDay, exerciseDays } from './exerciseDays.ts'
import { everyInviteeRole, type InviteeRole, inviteeRoles, isRequired, sideOf } from './inviteeRoles.ts'
import { sampleDomain } from './posts.ts'

/** Who is known for a role in a unit, beside the contacts of its boroughs. */
type Known = Readonly<Partial<Record<InviteeRole, { readonly name: string; readonly address: string }>>>

const police: Readonly<Record<string, Known>> = {
  'Camden and Islington': {
    [inviteeRoles.commander]: { name: 'Oliver Webb', address: `oliver.webb@${sampleDomain}` },
    [inviteeRoles.superintendent]: { name: 'Nadia Rahman', address: `nadia.rahman@${sampleDomain}` },
  },
}
const vacancies: Readonly<Record<string, readonly InviteeRole[]>> = {
  'Camden and Islington': [inviteeRoles.doctor],
  'Harrow, Brent and Barnet': [inviteeRoles.nurse],
}
/** Units that have looked up the partners who serve the whole of London. */
const unitsWithLondonPartners = new Set(['Camden and Islington', 'Lambeth and Southwark'])

/** The twelve SPASE exercises of 2018 as they stand before anybody is invited. */
export const sampleExercises: readonly Exercise[] = exerciseDays.map(exerciseOn)

/** The same programme in another year: the same weekday of the same week of each month. */
export function sampleExercisesIn(year: number): readonly Exercise[] {
  return exerciseDays.map((day) => exerciseOn({ ...day, date: sameWeekdayOf(day.date, year) }))
}

/**
 * The programme of the sample for a tenant: that of its present year, or the one that it was given in an earlier year,
 * so that loading the sample again never makes a second one.
 * @param held the exercises that are there
 */
export function sampleProgrammeFor(
  today: IsoDate,
  held: readonly Pick<Exercise, 'key' | 'date'>[],
): readonly Exercise[] {
  const years = held
    .map(({ date, key }) => ({ key, year: yearOf(date) }))
    .filter(({ key, year }) => sampleExercisesIn(year).some((one) => one.key === key))
    .map(({ year }) => year)
  return sampleExercisesIn(years.length > 0 ? Math.min(...years) : yearOf(today))
}

const yearOf = (day: IsoDate) => Number(day.slice(0, 4))

function exerciseOn(day: ExerciseDay): Exercise {
  return {
    ...unplanned,
    key: `spase-${day.date}-${day.unit.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    type: 'SPASE',
    unit: day.unit,
    boroughs: day.boroughs,
    date: day.date,
    start: '09:30',
    end: '16:30',
    venue: 'Hydra Suite',
    roomAddress: `hydra.suite@${sampleDomain}`,
    internalNote: `Internal: ${day.note}`,
    invitees: everyInviteeRole.map((role) => invitee(role, day)),
    invitation: null,
    history: [],
  }
}

function invitee(role: InviteeRole, day: ExerciseDay): Invitee {
  const side = sideOf(role)
  const partner = side === 'partner' ? findPartner(role, day) : null
  const person = police[day.unit]?.[role] ?? partner
  const vacant = vacancies[day.unit]?.includes(role) ?? false
  return {
    role,
    organisation: side === 'police' ? 'Thameside Police' : (partner?.organisation ?? ''),
    side,
    required: isRequired(role),
    state: vacant ? 'vacant' : person ? 'known' : 'unknown',
    name: vacant ? '' : (person?.name ?? ''),
    address: vacant ? '' : (person?.address ?? ''),
    response: 'none',
  }
}

function findPartner(role: InviteeRole, day: ExerciseDay) {
  return plannedContacts.find((contact) => {
    if (contact.role !== role) return false
    if (contact.boroughs.length === 0) return unitsWithLondonPartners.has(day.unit)
    return contact.boroughs.some((borough) => day.boroughs.includes(borough))
  })
}
