import type { Paper } from '../../src/domain/paper.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Report } from '../../src/domain/report.ts'
import { freezePaper } from '../../src/usecases/freezePaper.ts'
import { readPaperContent, readPreviousPaper } from '../../src/usecases/readPaperContent.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPaper, MemoryPaperParts, MemoryRowVersions } from '../support/papers.ts'
import {
  aRecommendation,
  aReport,
  MemoryRecommendations,
  officer,
  secretary,
  standingClock,
} from '../support/register.ts'

const longText = 'Forces should keep records. '.repeat(700)
const rows = ['1', '2', '3', '4', '5', '6', '7'].map((number) =>
  aRecommendation({ number, text: longText, status: number === '1' ? 'GREEN' : 'AMBER' }),
)

function setUp(paper: Paper = aPaper(), now = '2021-06-02T08:00:00.000Z') {
  const papers = new MemoryListStore<Paper>([paper])
  const paperParts = new MemoryPaperParts()
  const reports = new MemoryListStore<Report>([aReport()])
  const recommendations = new MemoryRecommendations(rows)
  const versions = new MemoryRowVersions()
  const deps = { papers, paperParts, reports, recommendations, versions, clock: standingClock(now) }
  return { ...deps, deps, freeze: (actor = secretary) => freezePaper(deps, { id: '1', actor }) }
}

test('a paper is frozen: its content is read back as it was composed', async () => {
  const { freeze, paperParts, papers } = setUp()
  const result = await freeze()
  expect(result.ok && result.content.afterCutOff).toBeUndefined()
  const paper = papers.peek('1').value
  expect(paper).toMatchObject({
    state: 'frozen',
    frozenBy: secretary.objectId,
    frozenByName: secretary.name,
    parts: 3,
  })
  const read = await readPaperContent({ paperParts }, paper)
  expect(read).toEqual({ ok: true, content: result.ok ? result.content : null })
})

test('a frozen paper never follows the register', async () => {
  const { freeze, paperParts, papers, recommendations } = setUp()
  await freeze()
  recommendations.change('2', (row: Recommendation) => ({ ...row, status: 'RED' }))
  const read = await readPaperContent({ paperParts }, papers.peek('1').value)
  expect(read.ok && read.content.rows.map(({ status }) => status)).not.toContain('RED')
})

test('it is frozen once', async () => {
  const { freeze } = setUp()
  await freeze()
  expect(await freeze()).toEqual({ ok: false, code: 'already-frozen' })
})

test.each([
  ['on the day of its cut-off', '2021-06-01T20:00:00.000Z', true],
  ['not on the day before', '2021-05-31T20:00:00.000Z', false],
])('it can be frozen %s', async (_when, now, expected) => {
  const { freeze, paperParts } = setUp(aPaper(), now)
  expect((await freeze()).ok).toBe(expected)
  expect((await paperParts.all()).rows.length > 0).toBe(expected)
})

test('an officer freezes nothing', async () => {
  const { freeze, paperParts } = setUp()
  expect(await freeze(officer)).toEqual({ ok: false, code: 'secretary-only' })
  expect(paperParts.calls).toEqual([])
})

test('a register with a row that cannot be read is not frozen: the row would be missing for ever', async () => {
  const { freeze, recommendations, papers } = setUp()
  recommendations.unreadable = [{ id: '99', reason: 'its status is nonsense' }]
  expect(await freeze()).toEqual({ ok: false, code: 'unreadable-rows', unreadable: 1 })
  expect(papers.peek('1').value.state).toBe('draft')
})

describe('rows that were changed after the cut-off', () => {
  const change = (at: string) =>
    ({ at, by: 'A', byObject: 'a', field: 'progress', from: '', to: 'x', via: 'tab' }) as const
  const changedOn = (at: string) => (row: Recommendation) => ({
    ...{ ...row, status: 'RED' as const, history: [change(at)] },
  })

  test('are shown as they stood at its end, which is midnight in the UK', async () => {
    const { freeze, recommendations, versions } = setUp()
    recommendations.change('2', changedOn('2021-06-01T22:59:00.000Z'))
    recommendations.change('3', changedOn('2021-06-01T23:00:00.000Z'))
    versions.keep('3', [
      { number: 3, at: '2021-06-01T23:00:00.000Z', value: recommendations.peek('3').value },
      { number: 2, at: '2021-06-01T22:59:59.000Z', value: rows[2] ?? null },
      { number: 1, at: '2021-05-01T09:00:00.000Z', value: null },
    ])
    const result = await freeze()
    expect(result.ok && result.content.afterCutOff).toEqual({ asThen: [rows[2]?.key], asNow: [] })
    expect(result.ok && result.content.rows.slice(1, 3).map(({ status }) => status)).toEqual(['RED', 'AMBER'])
    expect(versions.asked).toEqual(['3'])
  })

  test('stay as they are now, and are named, when no version reaches back', async () => {
    const { freeze, recommendations, versions } = setUp()
    recommendations.change('3', changedOn('2021-06-01T23:00:00.000Z'))
    versions.keep('3', [{ number: 9, at: '2021-06-01T23:00:00.000Z', value: rows[2] ?? null }])
    const result = await freeze()
    expect(result.ok && result.content.afterCutOff).toEqual({ asThen: [], asNow: [rows[2]?.key] })
    expect(result.ok && result.content.rows[2]?.status).toBe('RED')
  })

  test('make the paper wait when SharePoint cannot say how they stood', async () => {
    const { freeze, recommendations, versions, papers } = setUp()
    recommendations.change('3', changedOn('2021-06-01T23:00:00.000Z'))
    versions.ofRecommendation = async () => Promise.reject(new Error('the line was cut'))
    await expect(freeze()).rejects.toThrow('the line was cut')
    expect(papers.peek('1').value.state).toBe('draft')
  })
})

test('tells how many parts are written', async () => {
  const { deps } = setUp()
  const told: string[] = []
  const onProgress = (done: number, of: number) => told.push(`${done} of ${of}`)
  await freezePaper(deps, { id: '1', actor: secretary, onProgress })
  expect(told).toEqual(['0 of 3', '1 of 3', '2 of 3', '3 of 3'])
})

describe('an interrupted freeze', () => {
  test('leaves a draft, and is repeated without writing a part twice', async () => {
    const { freeze, paperParts, papers } = setUp()
    const create = paperParts.create.bind(paperParts)
    let left = 2
    paperParts.create = async (part) => {
      if (left === 0) throw new Error('the line was cut')
      left -= 1
      return create(part)
    }
    await expect(freeze()).rejects.toThrow('the line was cut')
    expect(papers.peek('1').value.state).toBe('draft')
    const written: string[] = []
    paperParts.create = async (part) => {
      written.push(part.key)
      return create(part)
    }
    expect(await freeze()).toMatchObject({ ok: true })
    expect(written).toHaveLength(1)
  })

  test('is repeated after the register went on: what was written first is passed over', async () => {
    const { freeze, paperParts, papers, recommendations } = setUp()
    const save = papers.save.bind(papers)
    papers.save = async () => Promise.reject(new Error('the line was cut'))
    await expect(freeze()).rejects.toThrow('the line was cut')
    recommendations.change('2', (row) => ({ ...row, status: 'RED' }))
    papers.save = save
    await freeze()
    const read = await readPaperContent({ paperParts }, papers.peek('1').value)
    expect(read.ok && read.content.rows.map(({ status }) => status)).toContain('RED')
  })

  test('whose answer was lost has frozen it all the same', async () => {
    const { freeze, papers } = setUp()
    papers.loseNextAnswer()
    await expect(freeze()).rejects.toThrow()
    expect(await freeze()).toEqual({ ok: false, code: 'already-frozen' })
  })

  test('that somebody saved into is a draft with their words', async () => {
    const { freeze, papers, paperParts } = setUp()
    const ofPaper = paperParts.ofPaper.bind(paperParts)
    paperParts.ofPaper = async (key) => {
      if (papers.peek('1').etag === 'v1')
        papers.change('1', (paper) => ({ ...paper, typedClaims: { a: 'Theirs.' } }))
      return ofPaper(key)
    }
    expect(await freeze()).toEqual({ ok: false, code: 'changed-meanwhile' })
    expect(papers.peek('1').value).toMatchObject({ state: 'draft', typedClaims: { a: 'Theirs.' } })
  })
})

describe('the next paper', () => {
  const next = aPaper({
    key: 'police-authority-board-2021-09-15',
    meetingDate: '2021-09-15',
    cutOff: '2021-09-01',
  })

  test('is compared with the last frozen one of the same board', async () => {
    const { deps, freeze, papers, recommendations } = setUp()
    await freeze()
    papers.put(
      aPaper({ key: 'other-2021-07-01', board: 'Other', meetingDate: '2021-07-01', state: 'frozen' }),
    )
    papers.put(aPaper({ key: 'police-authority-board-2021-08-01', meetingDate: '2021-08-01' }))
    const own = papers.put(next)
    recommendations.change('2', (row) => ({ ...row, status: 'GREEN' }))
    const before = await readPreviousPaper(deps, next)
    expect(before.ok && before.previous?.meetingDate).toBe('2021-06-16')
    const later = { ...deps, clock: standingClock('2021-09-02T08:00:00.000Z') }
    const frozen = await freezePaper(later, { id: own.id, actor: secretary })
    expect(frozen.ok && frozen.content.rows.map(({ number, status }) => `${number} ${status}`)).toEqual([
      '2 NEW GREEN',
      ...['3', '4', '5', '6', '7'].map((number) => `${number} AMBER`),
    ])
    expect(frozen.ok && frozen.content.hidden).toMatchObject([{ status: 'GREEN' }])
  })

  test('waits when a part of the last one was lost, and says so', async () => {
    const { deps, freeze, papers, paperParts } = setUp()
    await freeze()
    const own = papers.put(next)
    paperParts.remove('2')
    expect(await readPaperContent({ paperParts }, papers.peek('1').value)).toEqual({
      ok: false,
      code: 'part-lost',
    })
    const later = { ...deps, clock: standingClock('2021-09-02T08:00:00.000Z') }
    expect(await freezePaper(later, { id: own.id, actor: secretary })).toEqual({
      ok: false,
      code: 'previous-unreadable',
    })
  })
})

test('a part that was changed in SharePoint is noticed', async () => {
  const { freeze, papers, paperParts } = setUp()
  await freeze()
  paperParts.change('2', (part) => ({ ...part, content: part.content.replace('records', 'nothing') }))
  expect(await readPaperContent({ paperParts }, papers.peek('1').value)).toEqual({
    ok: false,
    code: 'content-altered',
  })
})

test('a draft has no content of its own', async () => {
  const { paperParts } = setUp()
  expect(await readPaperContent({ paperParts }, aPaper())).toEqual({ ok: false, code: 'not-frozen' })
})
