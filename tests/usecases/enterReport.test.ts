import { isM365Error } from '../../src/domain/m365Error.ts'
import type { NewRecommendation, NewReport } from '../../src/domain/newEntry.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { suggestedClock } from '../../src/domain/reportChange.ts'
import { lastDayOf } from '../../src/domain/statutoryClock.ts'
import { addRecommendation, addReport } from '../../src/usecases/enterReport.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aReport, MemoryRecommendations, officer, secretary, standingClock } from '../support/register.ts'

const letter: NewReport = {
  title: ' Learning recommendations ',
  typeLine: 'Paragraph 28A, IOPC',
  ...{ published: '2021-04-20', precision: 'day', source: 'iopc-28a', scope: 'force' },
  publishers: ['IOPC', ' '],
}
const clock = standingClock()

describe('a report that came by letter', () => {
  const add = (reports: MemoryListStore<Report>, changes: Partial<NewReport> = {}, actor = secretary) =>
    addReport({ reports, clock }, { report: { ...letter, ...changes }, actor })

  test('stands after the others, and is offered the clock that it starts', async () => {
    const reports = new MemoryListStore([aReport({ order: 17 })])
    const added = await add(reports)
    if (!added.ok) throw new Error(added.code)
    expect(added.row.value).toMatchObject({
      ...{ key: 'learning-recommendations-2021-04', title: 'Learning recommendations', order: 18 },
      ...{ published: { text: '20 April 2021' }, publishers: ['IOPC'] },
    })
    const offered = suggestedClock(added.row.value)
    expect(offered && lastDayOf(offered)).toBe('2021-06-14')
  })

  test.each<[string, Partial<NewReport>, typeof secretary, string]>([
    ['is the secretary’s to enter', {}, officer, 'secretary-only'],
    ['has a title', { title: ' ' }, secretary, 'no-title'],
    ['has a title of 255 characters', { title: 'x'.repeat(255) }, secretary, 'done'],
    ['has no title of 256', { title: 'x'.repeat(256) }, secretary, 'too-long'],
    ['was published today', { published: '2021-06-01' }, secretary, 'done'],
    ['was not published tomorrow', { published: '2021-06-02' }, secretary, 'date-in-future'],
    ['was published on a day that exists', { published: '2021-02-30' }, secretary, 'not-a-date'],
    ['was published this month', { published: '2021-06-01', precision: 'month' }, secretary, 'done'],
  ])('%s', async (_rule, changes, actor, expected) => {
    const added = await add(new MemoryListStore<Report>(), changes, actor)
    expect(added.ok ? 'done' : added.code).toBe(expected)
  })

  test('is not entered twice, nor over one of that title and month', async () => {
    const reports = new MemoryListStore<Report>()
    await add(reports)
    expect((await add(reports)).ok).toBe(true)
    expect(await add(reports, { typeLine: 'Another' })).toEqual({ ok: false, code: 'already-there' })
    expect((await reports.all()).rows).toHaveLength(1)
  })
})

describe('a recommendation that is entered by hand', () => {
  const given: NewRecommendation = {
    ...{ reportKey: 'hate-crime-2018-07', number: ' 4A ', kind: 'recommendation' },
    ...{ text: ' The force should train its staff. ', due: null, precision: 'month' },
  }
  const lists = () => ({
    reports: new MemoryListStore([aReport()]),
    recommendations: new MemoryRecommendations([]) as MemoryListStore<Recommendation>,
    clock,
  })
  const add = (deps: ReturnType<typeof lists>, changes: Partial<NewRecommendation> = {}, actor = secretary) =>
    addRecommendation(deps, { recommendation: { ...given, ...changes }, order: 52, actor })

  test('is AMBER, applies, and says who entered it', async () => {
    const added = await add(lists())
    if (!added.ok) throw new Error(added.code)
    expect(added.row.value).toMatchObject({
      ...{ key: 'hate-crime-2018-07/4a', number: '4a', status: 'AMBER', applies: 'yes', order: 52 },
      ...{ text: 'The force should train its staff.', addressees: ['Forces'] },
      due: [{ text: 'To be set' }],
      history: [{ field: 'text', by: secretary.name }],
    })
  })

  test('has the deadline that its report sets', async () => {
    const added = await add(lists(), { due: '2021-12-05' })
    expect(added.ok && added.row.value.due[0]).toMatchObject({ text: 'December 2021', date: '2021-12-31' })
  })

  test.each<[string, Partial<NewRecommendation>, typeof secretary, string]>([
    ['is the secretary’s to enter', {}, officer, 'secretary-only'],
    ['has a number', { number: '' }, secretary, 'no-number'],
    ['has a number such as 4a', { number: 'four' }, secretary, 'not-a-number'],
    ['has a text', { text: '' }, secretary, 'no-text'],
    ['has a text of 20,000 characters', { text: 'x'.repeat(20_000) }, secretary, 'done'],
    ['has no text of 20,001', { text: 'x'.repeat(20_001) }, secretary, 'too-long'],
    ['is of a report that is there', { reportKey: 'gone' }, secretary, 'no-such-report'],
    ['is due on a day that exists', { due: '2021-02-30' }, secretary, 'not-a-date'],
    ['is due in the month of publication', { due: '2018-07-01' }, secretary, 'done'],
    ['is not due before', { due: '2018-06-30' }, secretary, 'due-before-published'],
  ])('%s', async (_rule, changes, actor, expected) => {
    const added = await add(lists(), changes, actor)
    expect(added.ok ? 'done' : added.code).toBe(expected)
  })

  test('whose answer was lost is found entered; another of that number is refused', async () => {
    const deps = lists()
    deps.recommendations.goOffline()
    expect(isM365Error(await add(deps).catch((error: unknown) => error))).toBe(true)
    deps.recommendations.recover()
    await add(deps)
    expect((await add(deps)).ok).toBe(true)
    expect(await add(deps, { text: 'Another text.' })).toEqual({ ok: false, code: 'already-there' })
    expect((await deps.recommendations.all()).rows).toHaveLength(1)
  })
})
