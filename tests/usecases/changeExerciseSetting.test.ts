import { exerciseTypesOf, spase } from '../../src/domain/exerciseType.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { changeDirectoryRules, changeExerciseType } from '../../src/usecases/changeExerciseSetting.ts'
import { amira, june, ruth } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'

const clock = june

describe('the roles that a type of exercise asks for', () => {
  const fewer = { ...spase, roles: spase.roles.slice(0, 3) }

  it('are kept for everybody, with what they were before', async () => {
    const settings = new MemoryListStore<Setting>()
    const first = await changeExerciseType({ settings, clock }, { type: fewer, etag: null, actor: ruth })
    if (!first.ok) throw new Error(first.code)
    const second = await changeExerciseType(
      { settings, clock },
      { type: spase, etag: first.row.etag, actor: ruth },
    )
    expect(second.ok).toBe(true)
    const kept = (await settings.all()).rows.map(({ value }) => value)
    expect(exerciseTypesOf(kept).find(({ key }) => key === 'spase')?.roles).toEqual(spase.roles)
    expect(JSON.parse(kept[0]?.value ?? '').changes).toHaveLength(2)
  })

  it('are not kept over somebody else’s', async () => {
    const settings = new MemoryListStore<Setting>()
    await changeExerciseType({ settings, clock }, { type: fewer, etag: null, actor: ruth })
    expect(
      await changeExerciseType({ settings, clock }, { type: spase, etag: null, actor: ruth }),
    ).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })

  it.each([
    ['an officer', { actor: amira }, 'coordinators-only'],
    ['two roles of one name', { type: { ...spase, roles: [...spase.roles, ...spase.roles] } }, 'faults'],
    ['a type without a name', { type: { ...spase, name: '' } }, 'cannot-be'],
  ])('are refused from %s', async (_what, more, code) => {
    const settings = new MemoryListStore<Setting>()
    const outcome = await changeExerciseType(
      { settings, clock },
      { type: spase, etag: null, actor: ruth, ...more },
    )
    expect(outcome).toMatchObject({ ok: false, code })
    expect((await settings.all()).rows).toEqual([])
  })

  it('fit their setting however often they are changed', async () => {
    const settings = new MemoryListStore<Setting>()
    let etag: string | null = null
    for (let round = 0; round < 30; round += 1) {
      const type = { ...spase, about: `Round ${round}` }
      const outcome = await changeExerciseType({ settings, clock }, { type, etag, actor: ruth })
      if (!outcome.ok) throw new Error(outcome.code)
      etag = outcome.row.etag
    }
    expect((await settings.all()).rows[0]?.value.value.length).toBeLessThan(63_999)
  })
})

describe('how long partners are kept', () => {
  it('is for coordinators, in months that make sense', async () => {
    const settings = new MemoryListStore<Setting>()
    const rules = { staleAfterMonths: 3, keepMonths: 12 }
    const change = (more: object) =>
      changeDirectoryRules({ settings, clock }, { rules, etag: null, actor: ruth, ...more })
    expect(await change({ actor: amira })).toEqual({ ok: false, code: 'coordinators-only' })
    expect(await change({ rules: { ...rules, keepMonths: 2 } })).toEqual({ ok: false, code: 'cannot-be' })
    expect(await change({})).toMatchObject({ ok: true })
  })
})
