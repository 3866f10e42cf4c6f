import type { Exercise, Invitee } from '../../src/domain/exercise.ts'
import { unplanned } from '../../src/domain/exercisePlan.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import type { Person } from '../../src/domain/roles.ts'
import type { Changes, Clock, ExerciseStore, Saved, Stored } from '../../src/usecases/ports.ts'

/** The twelve days of the 2018 programme; seven lie in summer time, and the last three do not. */
export const programme: readonly (readonly [date: string, unit: string, boroughs: readonly string[]])[] = [
  ['2018-04-18', 'Camden and Islington', ['Camden', 'Islington']],
  [
    '2018-04-25',
    'Barking and Dagenham, Havering and Redbridge',
    ['Barking and Dagenham', 'Havering', 'Redbridge'],
  ],
  ['2018-05-16', 'Hounslow, Ealing and Hillingdon', ['Hounslow', 'Ealing', 'Hillingdon']],
  [
    '2018-06-13',
    'Richmond, Kingston, Wandsworth and Merton',
    ['Richmond', 'Kingston', 'Wandsworth', 'Merton'],
  ],
  ['2018-06-20', 'Waltham Forest and Newham', ['Waltham Forest', 'Newham']],
  ['2018-07-18', 'Harrow, Brent and Barnet', ['Harrow', 'Brent', 'Barnet']],
  ['2018-09-12', 'Hackney and Tower Hamlets', ['Hackney', 'Tower Hamlets']],
  ['2018-10-10', 'Bexley, Greenwich and Lewisham', ['Bexley', 'Greenwich', 'Lewisham']],
  ['2018-10-17', 'Sutton, Croydon and Bromley', ['Sutton', 'Croydon', 'Bromley']],
  ['2018-11-07', 'Lambeth and Southwark', ['Lambeth', 'Southwark']],
  ['2018-11-21', 'Hammersmith, Westminster and Kensington', ['Hammersmith', 'Westminster', 'Kensington']],
  ['2018-12-12', 'Enfield and Haringey', ['Enfield', 'Haringey']],
]

export function anInvitee(changes: Partial<Invitee> = {}): Invitee {
  const role = changes.role ?? 'Borough Commander'
  const slug = role.toLowerCase().replace(/[^a-z]+/g, '.')
  return {
    role,
    organisation: 'Thameside Police',
    side: 'police',
    required: true,
    state: 'known',
    name: `${role} person`,
    address: `${slug}@thameside.example`,
    response: 'none',
    ...changes,
  }
}

/** Two required and one optional person, one vacant and one unknown role. */
export const fiveInvitees: readonly Invitee[] = [
  anInvitee({ role: 'Borough Commander', name: 'Oliver Webb', address: 'oliver.webb@thameside.example' }),
  anInvitee({ role: 'Superintendent', state: 'vacant', name: '', address: '' }),
  anInvitee({
    role: 'Director of Public Health',
    side: 'partner',
    organisation: 'Council',
    address: 'public.health@partner.example',
  }),
  anInvitee({ role: 'Safeguarding Nurse', side: 'partner', required: false, organisation: 'NHS' }),
  anInvitee({
    role: 'Medical Director',
    side: 'partner',
    required: false,
    state: 'unknown',
    name: '',
    address: '',
  }),
]

export function anExercise(changes: Partial<Exercise> = {}): Exercise {
  const date = changes.date ?? '2018-04-18'
  return {
    ...unplanned,
    key: `spase-${date}`,
    type: 'SPASE',
    unit: 'Camden and Islington',
    boroughs: ['Camden', 'Islington'],
    date,
    start: '10:00',
    end: '16:00',
    venue: 'Hydra Suite',
    roomAddress: 'hydra.suite@thameside.example',
    internalNote: '',
    invitees: fiveInvitees,
    invitation: null,
    history: [],
    ...changes,
  }
}

/** All twelve exercises of the programme. */
export function allTwelve(): readonly Exercise[] {
  return programme.map(([date, unit, boroughs]) => anExercise({ date, unit, boroughs }))
}

export const ruth: Person = {
  objectId: '00000000-0000-4000-8000-000000000003',
  name: 'Ruth Mbeki',
  signInName: 'ruth.mbeki@thameside.example',
  roles: ['Coordinator'],
}
export const tom: Person = { ...ruth, objectId: 'tom', name: 'Tom Brandt', roles: ['Administrator'] }
export const amira: Person = { ...ruth, objectId: 'amira', name: 'Amira Hassan', roles: [] }

export const june: Clock = {
  now: async () => '2021-06-01T08:00:00.000Z',
  today: async () => '2021-06-01',
}

/** An exercise list in memory that keeps etags as SharePoint does, and whose saves can be made to fail. */
export interface ExerciseShelf extends ExerciseStore {
  readonly saves: Exercise[]
  current(id: string): Stored<Exercise>
  /** Runs before the next save reaches the row: somebody else's save, or an outage. */
  beforeSave(happening: () => void): void
  /** Changes a row as another person would. */
  change(id: string, edit: (value: Exercise) => Exercise): void
}

export function exerciseShelf(...values: readonly Exercise[]): ExerciseShelf {
  const rows = new Map(values.map((value, index) => [String(index + 1), { value, version: 1 }]))
  const saves: Exercise[] = []
  const happenings: (() => void)[] = []
  const current = (id: string): Stored<Exercise> => {
    const row = rows.get(id)
    if (!row) throw new M365Error('missing', 'There is no such exercise.')
    return { id, etag: `"${row.version}"`, value: row.value }
  }
  const put = (id: string, value: Exercise) =>
    rows.set(id, { value, version: (rows.get(id)?.version ?? 0) + 1 })
  const all = () => [...rows.keys()].map(current)
  return {
    saves,
    current,
    beforeSave: (happening) => void happenings.push(happening),
    change: (id, edit) => void put(id, edit(current(id).value)),
    get: async (id) => current(id),
    byKey: async (key) => all().find((row) => row.value.key === key) ?? null,
    all: async () => ({ rows: all(), unreadable: [] }),
    changesSince: async (): Promise<Changes<Exercise>> => ({
      rows: all(),
      unreadable: [],
      removed: [],
      token: 'now',
      restarted: false,
    }),
    create: notNeeded,
    createMany: notNeeded,
    saveMany: notNeeded,
    save: async (row, next): Promise<Saved<Exercise>> => {
      happenings.shift()?.()
      if (current(row.id).etag !== row.etag) {
        return { ok: false, code: 'changed-meanwhile', theirs: current(row.id) }
      }
      put(row.id, next)
      saves.push(next)
      return { ok: true, row: current(row.id) }
    },
  }
}

async function notNeeded(): Promise<never> {
  throw new Error('not needed here')
}
