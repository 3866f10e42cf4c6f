import type { Invitation } from '../../src/domain/exercise.ts'
import { draftOf, type ExerciseDraft } from '../../src/domain/exerciseEntry.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import type { Setting } from '../../src/domain/setting.ts'
import {
  blankExercise,
  changePlan,
  changeState,
  lookAtDay,
  type PlanDeps,
  planNewExercise,
} from '../../src/usecases/planExercise.ts'
import type { Schedules } from '../../src/usecases/programmePorts.ts'
import { amira, anExercise, june, ruth, tom } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'

const free: Schedules = { freeBusy: async () => ({ busy: [], unknown: [] }) }
const roomTaken: Schedules = {
  freeBusy: async (addresses, date) => ({
    busy: [{ address: addresses[0] ?? '', date, start: '00:00', end: '24:00', status: 'busy' }],
    unknown: [],
  }),
}
const away: Schedules = {
  freeBusy: async () => {
    throw new M365Error('unavailable', 'Microsoft 365 could not be reached.')
  },
}

function shelf(options: { values?: readonly ReturnType<typeof anExercise>[]; schedules?: Schedules } = {}) {
  const exercises = new MemoryListStore(options.values ?? [])
  const settings = new MemoryListStore<Setting>()
  const deps: PlanDeps = { exercises, settings, schedules: options.schedules ?? free, clock: june }
  return { exercises, settings, deps }
}

const draft: ExerciseDraft = {
  ...draftOf(blankExercise),
  ...{ type: 'SPASE', unit: 'Enfield and Haringey', boroughs: ['Enfield', 'Haringey'], date: '2021-09-15' },
  ...{ start: '09:30', end: '16:30', venue: 'Hydra Suite', roomAddress: 'hydra.suite@thameside.example' },
}

describe('a new exercise', () => {
  it('is planned with its key, the roles of its type and a line of history', async () => {
    const { deps } = shelf()
    const outcome = await planNewExercise(deps, { draft, actor: ruth })
    if (!outcome.ok) throw new Error(outcome.code)
    const { value } = outcome.row
    expect(value.key).toBe('spase-2021-09-15-enfield-and-haringey')
    expect(value.status).toBe('planned')
    expect(value.invitees.map(({ role }) => role)).toContain('Borough Commander')
    expect(value.invitees.every(({ state, address }) => state === 'unknown' && address === '')).toBe(true)
    expect(value.history).toMatchObject([{ by: 'Ruth Mbeki', field: 'plan' }])
  })

  it('is refused to anybody but coordinators', async () => {
    expect(await planNewExercise(shelf().deps, { draft, actor: amira })).toEqual({
      ...{ ok: false, code: 'coordinators-only' },
    })
  })

  it.each([
    ['the suite is taken', { values: [anExercise({ date: '2021-09-15' })] }, 'suite-taken'],
    ['the room is taken', { schedules: roomTaken }, 'room-busy'],
  ])('is stopped when %s, and nothing is written', async (_what, options, code) => {
    const { deps, exercises } = shelf(options)
    const before = (await exercises.all()).rows.length
    const outcome = await planNewExercise(deps, { draft, actor: ruth })
    expect(outcome).toMatchObject({ ok: false, code: 'stopped', findings: [{ code }] })
    expect((await exercises.all()).rows).toHaveLength(before)
  })

  it('is planned when calendars cannot be reached, with a warning', async () => {
    const outcome = await planNewExercise(shelf({ schedules: away }).deps, { draft, actor: ruth })
    expect(outcome).toMatchObject({ ok: true, warnings: [{ code: 'free-unknown' }] })
  })

  it('is there once when the same person tries again after a lost answer', async () => {
    const { deps, exercises } = shelf()
    await planNewExercise(deps, { draft, actor: ruth })
    expect(await planNewExercise(deps, { draft, actor: ruth })).toMatchObject({ ok: true })
    expect((await exercises.all()).rows).toHaveLength(1)
    const other = await planNewExercise(deps, { draft, actor: tom })
    expect(other).toMatchObject({ ok: false, code: 'stopped' })
  })

  it('gets a key of its own when another with that key was moved away', async () => {
    const moved = { ...anExercise({ date: '2021-10-13' }), key: 'spase-2021-09-15-enfield-and-haringey' }
    const outcome = await planNewExercise(shelf({ values: [moved] }).deps, { draft, actor: ruth })
    expect(outcome).toMatchObject({ ok: true, row: { value: { key: `${moved.key}-2` } } })
  })

  it('knows the bank holidays that the force has added', async () => {
    const { deps, settings } = shelf()
    const value = JSON.stringify({ added: [{ day: '2021-09-15', name: 'Jubilee' }], removed: [] })
    await settings.create({ key: 'bank-holidays', value, changedBy: '', changedByName: '' })
    expect(await planNewExercise(deps, { draft, actor: ruth })).toMatchObject({
      findings: [{ code: 'bank-holiday', about: 'Jubilee' }],
    })
  })
})

describe('a change of the plan', () => {
  const planned = anExercise({ date: '2021-09-15' })
  const setUp = async (value = planned) => {
    const { deps, exercises } = shelf({ values: [value] })
    const row = (await exercises.all()).rows[0]
    if (!row) throw new Error('no row')
    const change = (changes: Partial<ExerciseDraft>, why = '', actor = ruth) =>
      changePlan(deps, { row, draft: { ...draftOf(row.value), ...changes }, why, actor })
    return { deps, exercises, row, change }
  }

  it.each([
    ['day', { date: '2021-09-22' }],
    ['start', { start: '11:00' }],
    ['place', { venue: 'Town Hall', roomAddress: '' }],
    ['unit', { unit: 'Camden' }],
  ])('of the %s asks why', async (_part, changes) => {
    const { change } = await setUp()
    expect(await change(changes)).toEqual({ ok: false, code: 'no-reason' })
    expect(await change(changes, 'The suite is repaired')).toMatchObject({ ok: true })
  })

  it.each([
    ['agenda', { agenda: 'Coffee' }],
    ['facilitators', { facilitators: [{ name: 'Jo', address: '' }] }],
    ['internal note', { internalNote: 'Ask Jo' }],
  ])('of the %s needs no reason', async (_part, changes) => {
    expect(await (await setUp()).change(changes)).toMatchObject({ ok: true })
  })

  it('is kept with who, when, what and why', async () => {
    const { change } = await setUp()
    const outcome = await change({ date: '2021-09-22', agenda: 'Coffee' }, 'The suite is repaired')
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.row.value.history).toMatchObject([
      {
        ...{ field: 'date', from: 'Day: 2021-09-15', to: 'Day: 2021-09-22', by: 'Ruth Mbeki' },
        ...{ why: 'The suite is repaired', at: '2021-06-01T08:00:00.000Z' },
      },
      { field: 'plan', from: 'Agenda: none', to: 'Agenda: Coffee' },
    ])
    expect(outcome.row.value.changedWhy).toBe('The suite is repaired')
    expect(outcome.row.value.key).toBe(planned.key)
  })

  it.each([
    ['an officer', amira, {}, 'coordinators-only'],
    ['a coordinator', ruth, { status: 'held' as const }, 'is-held'],
    ['a coordinator', ruth, { status: 'cancelled' as const }, 'is-cancelled'],
  ])('by %s is refused where it may not be', async (_who, actor, state, code) => {
    const { change } = await setUp({ ...planned, ...state })
    expect(await change({ agenda: 'Coffee' }, '', actor)).toEqual({ ok: false, code })
  })

  it('is refused when somebody saved in between, and theirs comes back', async () => {
    const { change, exercises, row } = await setUp()
    await exercises.save(row, { ...row.value, venue: 'Town Hall' })
    expect(await change({ agenda: 'Coffee' })).toMatchObject({
      ...{ ok: false, code: 'changed-meanwhile', theirs: { value: { venue: 'Town Hall' } } },
    })
  })

  it('whose answer was lost is recognised as made', async () => {
    const { change } = await setUp()
    await change({ agenda: 'Coffee' })
    expect(await change({ agenda: 'Coffee' })).toMatchObject({ ok: true })
  })
})

describe('the state of an exercise', () => {
  const set = async (
    value: ReturnType<typeof anExercise>,
    to: 'held' | 'cancelled' | 'planned' | 'confirmed',
    why = '',
  ) => {
    const { deps, exercises } = shelf({ values: [value] })
    const row = (await exercises.all()).rows[0]
    if (!row) throw new Error('no row')
    return changeState(deps, { row, to, why, actor: ruth })
  }
  const sent: Invitation = {
    ...{ revision: 1, organiser: 'x', organiserName: 'X', eventRef: 'e' },
    ...{ state: 'sent', at: '2021-05-01T08:00:00.000Z', invited: 3 },
  }

  it('is held from its day on', async () => {
    expect(await set(anExercise({ date: '2021-06-02' }), 'held')).toEqual({ ok: false, code: 'day-to-come' })
    expect(await set(anExercise({ date: '2021-06-01' }), 'held')).toMatchObject({ ok: true })
  })

  it('is called off with a reason, and only here while nobody is invited', async () => {
    const planned = anExercise({ date: '2021-09-15' })
    expect(await set(planned, 'cancelled')).toEqual({ ok: false, code: 'no-reason' })
    const off = await set(planned, 'cancelled', 'No room')
    expect(off).toMatchObject({ ok: true, row: { value: { status: 'cancelled', changedWhy: 'No room' } } })
    expect(await set({ ...planned, invitation: sent }, 'cancelled', 'No room')).toEqual({
      ...{ ok: false, code: 'invited-already' },
    })
  })

  it('is brought back with a reason', async () => {
    const off = anExercise({ date: '2021-09-15', status: 'cancelled' })
    expect(await set(off, 'planned')).toEqual({ ok: false, code: 'no-reason' })
    expect(await set(off, 'planned', 'There is a room')).toMatchObject({ ok: true })
  })
})

describe('looking at a day while it is typed', () => {
  it('does not hold the exercise against itself', async () => {
    const row = { id: '1', etag: '"1"', value: anExercise({ date: '2021-09-15' }) }
    const input = { draft: draftOf(row.value), exercises: [row], settings: [] }
    const deps = { schedules: free, clock: june }
    expect(await lookAtDay(deps, { ...input, row })).toEqual([])
    expect((await lookAtDay(deps, { ...input, row: null })).map(({ code }) => code)).toEqual([
      ...['suite-taken', 'unit-twice'],
    ])
  })
})
