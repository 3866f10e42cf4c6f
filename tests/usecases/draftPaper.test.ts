import type { Paper } from '../../src/domain/paper.ts'
import { type NewPaper, startPaper, typeSentence } from '../../src/usecases/draftPaper.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { owner, secretary } from '../support/register.ts'

const asked: NewPaper = {
  board: ' Police Authority Board ',
  meetingDate: '2021-06-16',
  cutOff: '2021-06-01',
  marking: 'OFFICIAL',
}

test('a paper begins as a draft, known by its board and day', async () => {
  const papers = new MemoryListStore<Paper>()
  const begun = await startPaper({ papers }, { paper: asked, actor: secretary })
  expect(begun).toMatchObject({
    ok: true,
    row: {
      value: { key: 'police-authority-board-2021-06-16', board: 'Police Authority Board', state: 'draft' },
    },
  })
})

test('a board has one paper for a day, whatever the case of its letters', async () => {
  const papers = new MemoryListStore<Paper>()
  await startPaper({ papers }, { paper: asked, actor: secretary })
  const again = { ...asked, board: 'POLICE authority board' }
  const other = { ...asked, meetingDate: '2021-06-17' }
  expect(await startPaper({ papers }, { paper: again, actor: secretary })).toEqual({
    ok: false,
    code: 'already-there',
  })
  expect(await startPaper({ papers }, { paper: other, actor: secretary })).toMatchObject({ ok: true })
})

test.each([
  ['the day of the meeting is late enough for the cut-off', { cutOff: '2021-06-16' }, null],
  ['the day after it is not', { cutOff: '2021-06-17' }, 'cut-off-after-meeting'],
  ['a board has a name', { board: '  ' }, 'no-board'],
  ['a meeting has a day', { meetingDate: '' }, 'no-meeting-date'],
  ['a day has to exist', { cutOff: '2021-02-30' }, 'no-cut-off'],
])('%s', async (_words, change, code) => {
  const papers = new MemoryListStore<Paper>()
  const outcome = await startPaper({ papers }, { paper: { ...asked, ...change }, actor: secretary })
  expect(outcome.ok ? null : outcome.code).toBe(code)
})

test('an officer begins no paper and types no sentence', async () => {
  const papers = new MemoryListStore<Paper>()
  expect(await startPaper({ papers }, { paper: asked, actor: owner })).toEqual({
    ok: false,
    code: 'not-allowed',
  })
  expect(papers.calls).toEqual([])
})

describe('a typed sentence', () => {
  async function draft() {
    const papers = new MemoryListStore<Paper>()
    const begun = await startPaper({ papers }, { paper: asked, actor: secretary })
    if (!begun.ok) throw new Error(begun.code)
    return { papers, row: begun.row }
  }
  const said = { reportKey: 'roads', sentence: ' All done. ', actor: secretary }

  test('stands in place of the computed one, until it is taken away', async () => {
    const { papers, row } = await draft()
    const typed = await typeSentence({ papers }, { row, ...said })
    expect(typed.ok && typed.row.value.typedClaims).toEqual({ roads: 'All done.' })
    const again = typed.ok ? typed.row : row
    const gone = await typeSentence({ papers }, { row: again, ...said, sentence: null })
    expect(gone.ok && gone.row.value.typedClaims).toEqual({})
  })

  test('does not replace one that somebody typed meanwhile for another report', async () => {
    const { papers, row } = await draft()
    papers.change(row.id, (paper) => ({ ...paper, typedClaims: { cyber: 'Theirs.' } }))
    const typed = await typeSentence({ papers }, { row, ...said })
    expect(typed.ok && typed.row.value.typedClaims).toEqual({ cyber: 'Theirs.', roads: 'All done.' })
  })

  test('is too late once the paper was frozen', async () => {
    const { papers, row } = await draft()
    papers.change(row.id, (paper) => ({ ...paper, state: 'frozen' }))
    expect(await typeSentence({ papers }, { row, ...said })).toEqual({ ok: false, code: 'frozen' })
  })

  test('is refused to an officer', async () => {
    const { papers, row } = await draft()
    const outcome = await typeSentence({ papers }, { row, ...said, actor: owner })
    expect(outcome).toEqual({ ok: false, code: 'not-allowed' })
  })
})
