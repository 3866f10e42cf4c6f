import { spase } from '../../src/domain/exerciseType.ts'
import { type ProgrammeReading, programmeSteps } from '../../src/domain/programmeReading.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { copyProgramme, findingsForCopy, planProgrammeCopy } from '../../src/usecases/copyProgramme.ts'
import { importProgramme } from '../../src/usecases/importProgramme.ts'
import { allTwelve, amira, anExercise, june, programme, ruth } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'

function shelf(values = allTwelve()) {
  const exercises = new MemoryListStore(values)
  const settings = new MemoryListStore<Setting>()
  const schedules = { freeBusy: async () => ({ busy: [], unknown: [] }) }
  return { exercises, settings, schedules, clock: june }
}

describe('copying a year', () => {
  it('plans nothing before it is told to', async () => {
    const deps = shelf()
    const plan = await planProgrammeCopy(deps, { from: 2018, to: 2021 })
    expect(plan.days).toHaveLength(12)
    expect((await deps.exercises.all()).rows).toHaveLength(12)
  })

  it('makes each day once, however often it is pressed', async () => {
    const deps = shelf()
    const { days } = await planProgrammeCopy(deps, { from: 2018, to: 2022 })
    const made = await copyProgramme(deps, { days, actor: ruth })
    expect(made).toMatchObject({ ok: true })
    const again = await copyProgramme(deps, { days, actor: ruth })
    expect(again.ok && again.results.map(({ state }) => state)).toEqual(Array(12).fill('there'))
    const later = await planProgrammeCopy(deps, { from: 2018, to: 2022 })
    expect(later.days.every(({ there }) => there)).toBe(true)
    expect(await copyProgramme(deps, { days: later.days, actor: ruth })).toEqual({
      ...{ ok: false, code: 'nothing-to-copy' },
    })
    expect((await deps.exercises.all()).rows).toHaveLength(24)
  })

  it('says where each came from in its history', async () => {
    const deps = shelf([anExercise()])
    const { days } = await planProgrammeCopy(deps, { from: 2018, to: 2022 })
    await copyProgramme(deps, { days, actor: ruth })
    const copy = (await deps.exercises.all()).rows.find(({ value }) => value.copiedFrom !== '')
    expect(copy?.value.history).toMatchObject([{ by: 'Ruth Mbeki', to: 'Copied from 2018-04-18' }])
  })

  it('holds a day that is chosen by hand against the other chosen days', async () => {
    const plan = await planProgrammeCopy(shelf(), { from: 2018, to: 2022 })
    const [first, second] = plan.days
    if (!first || !second) throw new Error('no days')
    const clash = { ...first, date: second.date }
    const chosen = plan.days.map((one) => (one === first ? clash : one))
    expect(findingsForCopy(plan, chosen, clash).map(({ code }) => code)).toContain('suite-taken')
    expect(findingsForCopy(plan, plan.days, first).map(({ code }) => code)).not.toContain('suite-taken')
  })

  it('is left to coordinators', async () => {
    expect(await copyProgramme(shelf(), { days: [], actor: amira })).toEqual({
      ...{ ok: false, code: 'coordinators-only' },
    })
  })
})

const reading: ProgrammeReading = {
  ...{ typeName: 'SPASE', fullName: '', doubts: [] },
  days: programme.map(([date, unit, boroughs], index) => ({
    ...{ date, unit, boroughs, line: index, written: unit },
  })),
}
const defaults = { type: spase, start: '09:30', end: '16:30', venue: 'Hydra Suite', roomAddress: '' }
const bringIn = (deps: ReturnType<typeof shelf>, steps: ReturnType<typeof programmeSteps>) =>
  importProgramme(deps, { steps, defaults, source: 'page.txt', actor: ruth })

describe('bringing in a page of dates', () => {
  it('plans twelve exercises, and the same page again changes nothing', async () => {
    const deps = shelf([])
    const steps = programmeSteps(reading, spase, [])
    expect(await bringIn(deps, steps)).toMatchObject({ ok: true })
    const there = (await deps.exercises.all()).rows.map(({ value }) => value)
    expect(there).toHaveLength(12)
    expect(there[0]).toMatchObject({ type: 'SPASE', start: '09:30', history: [{ via: 'import' }] })
    // The old plan once more, as after a lost answer, and a new one.
    await bringIn(deps, steps)
    expect((await deps.exercises.all()).rows).toHaveLength(12)
    expect(programmeSteps(reading, spase, there).every(({ does }) => does === 'nothing')).toBe(true)
  })

  it('leaves a unit that has its day elsewhere in the year to a person', () => {
    const steps = programmeSteps(reading, spase, [anExercise({ date: '2018-04-19' })])
    expect(steps[0]).toMatchObject({ does: 'ask', there: { date: '2018-04-19' } })
    expect(steps.slice(1).every(({ does }) => does === 'create')).toBe(true)
  })

  it('knows units however their boroughs are written', () => {
    const full = anExercise({
      ...{ date: '2018-11-21', unit: 'West' },
      boroughs: ['Hammersmith and Fulham', 'Westminster', 'Kensington and Chelsea'],
    })
    expect(programmeSteps(reading, spase, [full]).filter(({ does }) => does === 'nothing')).toHaveLength(1)
  })
})
