import { readTrainingFile } from '../../src/documents/read/trainingFile.ts'
import { lineResultsCsv, rejectsCsv } from '../../src/documents/write/lineResults.ts'
import { guessCompletionColumns } from '../../src/domain/completionImport.ts'
import type { Course } from '../../src/domain/course.ts'
import { undetailed } from '../../src/domain/courseDetails.ts'
import { countOutcomes, type TrainingTable } from '../../src/domain/trainingTable.ts'
import { importCompletions, planCompletions } from '../../src/usecases/importCompletions.ts'
import { keepRejects, readRejects, rejectsOf } from '../../src/usecases/keptRejects.ts'
import { coverStores, member } from '../support/cover.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'

const today = '2021-06-01'
const course = (key: string, title: string, everyMonths: number | null): Course => ({
  ...undetailed,
  ...{ key, title, everyMonths, audience: [], mandatory: true, selfApply: false, assessed: false },
  ...{ canFail: false, length: '', frequency: '', mode: 'online', provider: '', trainers: '' },
  ...{ externalInputs: [], about: '' },
})
const courses = new MemoryListStore([
  course('cpd', 'Public protection CPD', 12),
  course('pip2', 'PIP 2', null),
])
const world = () => ({
  ...coverStores({
    staff: [
      member({ key: 'p1', staffNumber: '00417', address: 'ann@thameside.example' }),
      member({ key: 'p2', staffNumber: '512', name: 'Ben Baker', address: 'ben@thameside.example' }),
    ],
  }),
  courses,
})

const heading = 'Employee Number,Learner,Course Title,Completion Date,Status,Expiry Date'
async function tableOf(...lines: readonly string[]): Promise<TrainingTable> {
  const bytes = new TextEncoder().encode([heading, ...lines].join('\r\n'))
  const read = await readTrainingFile({ bytes, name: 'lms.csv' })
  if (!read.ok) throw new Error(read.message)
  return read.table
}

async function planOf(given: ReturnType<typeof world>, table: TrainingTable, courseWords = {}) {
  const columns = guessCompletionColumns(table.headings)
  return planCompletions(given, { table, columns, courseWords }, today)
}

describe('a file of the learning system', () => {
  test('is understood by its headings', async () => {
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Passed,')
    expect(guessCompletionColumns(table.headings)).toEqual([
      'person',
      'name',
      'course',
      'completed',
      'result',
      'expires',
    ])
  })

  test('brings in who is found by staff number, also where a spreadsheet dropped its noughts, or by address', async () => {
    const given = world()
    const table = await tableOf(
      '417,Ann,PIP 2,1/3/2021,Passed,',
      'Ben@Thameside.example,Ben,cpd,4 March 2021,,',
    )
    await importCompletions(given, await planOf(given, table))
    expect((await given.completions.all()).rows.map(({ value }) => value)).toEqual([
      expect.objectContaining({
        key: 'p1/pip2/2021-03-01',
        result: 'passed',
        expiresOn: null,
        recordedOn: today,
      }),
      expect.objectContaining({ key: 'p2/cpd/2021-03-04', result: 'completed', expiresOn: '2022-03-04' }),
    ])
  })

  test.each([
    ['999,Who,PIP 2,1/3/2021,Passed,', 'The staff list knows nobody called “999”.'],
    ['417,Ann,Knitting,1/3/2021,Passed,', 'The catalogue has no course called “Knitting”.'],
    [
      '417,Ann,PIP 2,3/14/2021,Passed,',
      '“3/14/2021” is no day; days are written such as 4/3/2021 or 2021-03-04.',
    ],
    ['417,Ann,PIP 2,2/6/2021,Passed,', '“2/6/2021” has not come yet.'],
    ['417,Ann,PIP 2,1/3/2021,Banana,', '“Banana” does not say how it ended.'],
    ['417,Ann,PIP 2,1/3/2021,Passed,28/2/2021', 'It would end on “28/2/2021”, before it was taken.'],
    ['417,Ann,PIP 2,,Passed,', 'It does not say when.'],
  ])('keeps a line back with its reason: %s', async (line, note) => {
    const plan = await planOf(world(), await tableOf(line))
    expect(plan.writes).toEqual([])
    expect(plan.others).toEqual([{ line: 2, outcome: 'refused', note }])
  })

  test('takes a day that is today', async () => {
    const plan = await planOf(world(), await tableOf('417,Ann,PIP 2,1/6/2021,Passed,'))
    expect(plan.writes).toHaveLength(1)
  })

  test('leaves out what is not finished and what it says twice', async () => {
    const line = '417,Ann,PIP 2,1/3/2021,Passed,'
    const plan = await planOf(world(), await tableOf(line, line, '512,Ben,PIP 2,1/3/2021,In progress,'))
    expect(plan.others.map(({ line: at, outcome }) => [at, outcome])).toEqual(
      [
        [4, 'skipped'],
        [3, 'skipped'],
      ].reverse(),
    )
  })

  test('knows a course by what a person says that its word means', async () => {
    const table = await tableOf(
      '417,Ann,Safeguarding day,1/3/2021,Passed,',
      '512,Ben,Safeguarding day,1/3/2021,,',
    )
    expect((await planOf(world(), table)).unknownCourses).toEqual([{ word: 'Safeguarding day', lines: 2 }])
    const plan = await planOf(world(), table, { 'safeguarding day': 'cpd' })
    expect(plan.writes.map(({ value }) => value.courseKey)).toEqual(['cpd', 'cpd'])
  })
})

describe('importing again', () => {
  test('writes nothing', async () => {
    const given = world()
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Passed,')
    await importCompletions(given, await planOf(given, table))
    const again = await planOf(given, table)
    expect(again.writes).toEqual([])
    expect(countOutcomes(await importCompletions(given, again)).unchanged).toBe(1)
  })

  test('corrects a result and keeps the day on which it was first recorded', async () => {
    const given = world()
    await importCompletions(given, await planOf(given, await tableOf('417,Ann,PIP 2,1/3/2021,Passed,')))
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Failed,')
    const later = await planCompletions(
      given,
      { table, columns: guessCompletionColumns(table.headings), courseWords: {} },
      '2021-07-01',
    )
    expect(countOutcomes(await importCompletions(given, later)).changed).toBe(1)
    expect((await given.completions.all()).rows[0]?.value).toMatchObject({
      result: 'failed',
      recordedOn: today,
    })
  })

  test('goes on where it was stopped, and says which lines were not reached', async () => {
    const given = world()
    const lines = Array.from({ length: 450 }, (_, index) => {
      const day = new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10)
      return `417,Ann,PIP 2,${day},Passed,`
    })
    const table = await tableOf(...lines)
    const progress: number[] = []
    const first = await importCompletions(given, await planOf(given, table), {
      stopped: () => progress.length === 1,
      onProgress: (done) => progress.push(done),
    })
    expect(countOutcomes(first)).toMatchObject({ new: 200, 'not-reached': 250 })
    const second = await importCompletions(given, await planOf(given, table))
    expect(countOutcomes(second)).toMatchObject({ new: 250, unchanged: 200, 'not-reached': 0 })
    expect((await given.completions.all()).rows).toHaveLength(450)
  })

  test('after an outage nothing is lost: what was not reached is said, and comes in the next time', async () => {
    const given = world()
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Passed,')
    const plan = await planOf(given, table)
    given.completions.goOffline()
    expect(countOutcomes(await importCompletions(given, plan)).failed).toBe(1)
    given.completions.recover()
    expect(countOutcomes(await importCompletions(given, await planOf(given, table))).new).toBe(1)
  })
})

describe('the files to keep', () => {
  test('say what became of each line, and name nobody', async () => {
    const given = world()
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Passed,', '999,Who,PIP 2,1/3/2021,Passed,')
    const results = await importCompletions(given, await planOf(given, table))
    const text = new TextDecoder().decode(lineResultsCsv(results))
    expect(text).toContain('2,brought in,')
    expect(text).not.toContain('Ann')
  })

  test('give back the lines to mend as they stood, which can be imported as they are', async () => {
    const given = world()
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Passed,', '999,Who,PIP 2,1/3/2021,=1+1,')
    const results = await importCompletions(given, await planOf(given, table))
    const bytes = rejectsCsv(table, results)
    const read = await readTrainingFile({ bytes, name: 'rejects.csv' })
    expect(read.ok && read.table.lines.map(({ cells }) => cells[0])).toEqual(['999'])
    expect(read.ok && guessCompletionColumns(read.table.headings).slice(0, 6)).toEqual(
      guessCompletionColumns(table.headings),
    )
  })
})

describe('lines to mend', () => {
  const by = { objectId: 'ruth', name: 'Ruth Mbeki' }
  const keep = async (given: ReturnType<typeof world>, table: TrainingTable, mended: boolean) => {
    const results = await importCompletions(given, await planOf(given, table))
    await keepRejects(given.settings, table.headings, rejectsOf(table, results), {
      ...{ by, mended: mended ? table.lines.map(({ line }) => line) : [] },
    })
  }
  const bad = (who: string) => `${who},Who,PIP 2,1/3/2021,Passed,`

  test('are kept with their reasons until they are mended', async () => {
    const given = world()
    const table = await tableOf('417,Ann,PIP 2,1/3/2021,Passed,', bad('999'))
    await keep(given, table, false)
    const [kept] = await readRejects(given.settings)
    expect(kept?.table.lines.map(({ cells }) => cells[0])).toEqual(['999'])
    expect(kept?.notes).toEqual({ 3: 'The staff list knows nobody called “999”.' })
    const mended = {
      ...table,
      lines: [{ line: 3, cells: ['512', 'Ben', 'PIP 2', '1/3/2021', 'Passed', ''] }],
    }
    await keep(given, mended, true)
    expect(await readRejects(given.settings)).toEqual([])
    expect((await given.completions.all()).rows).toHaveLength(2)
  })

  test('of a later file are added to those of an earlier', async () => {
    const given = world()
    await keep(given, await tableOf(bad('999')), false)
    await keep(given, await tableOf(bad('998')), false)
    const [kept] = await readRejects(given.settings)
    expect(kept?.table.lines.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, '999'],
      [4, '998'],
    ])
  })

  test('that others left while somebody mended stay, as do those that are kept at the same moment', async () => {
    const given = world()
    const first = await tableOf(bad('999'))
    await keep(given, first, false)
    const save = given.settings.save.bind(given.settings)
    given.settings.save = async (row, next) => {
      given.settings.save = save
      await keep(given, await tableOf(bad('998')), false)
      return save(row, next)
    }
    const ben = { line: 2, cells: ['512', 'Ben', 'PIP 2', '1/3/2021', 'Passed', ''] }
    await keep(given, { ...first, lines: [ben] }, true)
    const [kept] = await readRejects(given.settings)
    expect(kept?.table.lines.map(({ cells }) => cells[0])).toEqual(['998'])
  })

  test('are never more than a note of SharePoint holds, and it is said how many are left out', async () => {
    const given = world()
    await keep(given, await tableOf(...Array.from({ length: 3_000 }, (_, index) => bad(`x${index}`))), false)
    const [kept] = await readRejects(given.settings)
    const [row] = (await given.settings.all()).rows
    expect(row?.value.value.length).toBeLessThan(63_999)
    expect((kept?.table.lines.length ?? 0) + (kept?.left ?? 0)).toBe(3_000)
  })
})
