import { usualEffort } from '../../src/domain/foiEffort.ts'
import type { Person } from '../../src/domain/roles.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { prepareFoiPack } from '../../src/usecases/prepareFoiPack.ts'
import { MemoryDates, MemoryFeedback, MemoryFinished } from '../support/information.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPost } from '../support/register.ts'
import { MovableClock } from '../support/reminders.ts'
import { aCompletion, aCourse } from '../support/training.ts'

const ruth: Person = { objectId: 'ruth', name: 'Ruth Mbeki', signInName: 'ruth@x', roles: ['Coordinator'] }
const finished = (count: number, recordedOn = '2021-05-02') =>
  Array.from({ length: count }, (_, index) =>
    aCompletion({
      key: `${recordedOn}/${index}`,
      person: `${recordedOn}/${index}`,
      completedOn: '2021-05-01',
      recordedOn,
    }),
  )

function scene() {
  return {
    ...{ completions: new MemoryFinished(finished(12)), feedback: new MemoryFeedback() },
    ...{ runs: new MemoryDates(), posts: new MemoryListStore([aPost()]) },
    ...{ settings: new MemoryListStore<Setting>(), clock: new MovableClock('2021-06-01T09:00:00.000Z') },
  }
}

async function prepare(deps: ReturnType<typeof scene>, given = {}) {
  const outcome = await prepareFoiPack(deps, {
    ...{ reference: '', theme: 'domestic abuse', courses: [aCourse()], fromYear: 2021, toYear: 2021 },
    ...{ effort: usualEffort, anew: false, actor: ruth },
    ...given,
  })
  if (!outcome.ok) throw new Error(outcome.code)
  const table = outcome.prepared.pack.answers.find(({ number }) => number === 16)?.table
  return { ...outcome.prepared, counts: table?.rows[0]?.counts }
}

it('gives the same figures next month, although more was entered for the same year', async () => {
  const deps = scene()
  expect(await prepare(deps)).toMatchObject({ counts: [{ shown: 12 }], usedAgain: null })
  for (const row of finished(8, '2021-06-15')) await deps.completions.create(row)
  deps.clock.moveTo('2021-07-01T09:00:00.000Z')
  expect(await prepare(deps)).toMatchObject({
    counts: [{ shown: 12 }],
    usedAgain: '2021-06-01',
    differing: [],
  })
})

it('counts anew when it is told to, and from then on uses those figures', async () => {
  const deps = scene()
  await prepare(deps)
  for (const row of finished(8, '2021-06-15')) await deps.completions.create(row)
  deps.clock.moveTo('2021-07-01T09:00:00.000Z')
  expect(await prepare(deps, { anew: true })).toMatchObject({ counts: [{ shown: 20 }], usedAgain: null })
  expect(await prepare(deps)).toMatchObject({ counts: [{ shown: 20 }], usedAgain: '2021-07-01' })
})

it('says so when rows were deleted since the figures were given out', async () => {
  const deps = scene()
  await prepare(deps)
  deps.completions.remove('1')
  const { differing } = await prepare(deps)
  expect(differing).toEqual(['From constable to detective, 2021: 12 then, 11 now'])
})

it('keeps other years and other courses apart', async () => {
  const deps = scene()
  await prepare(deps)
  expect((await prepare(deps, { fromYear: 2020 })).usedAgain).toBeNull()
})

it.each([
  ['not-yours', { actor: { ...ruth, roles: [] } }],
  ['no-theme', { theme: ' ' }],
  ['no-course', { courses: [] }],
  ['no-years', { fromYear: 2022 }],
  ['no-years', { fromYear: Number.NaN }],
])('is refused: %s', async (code, given) => {
  await expect(prepare(scene(), given)).rejects.toThrow(code)
})
