import type { Paper } from '../../src/domain/paper.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Report } from '../../src/domain/report.ts'
import { freezePaper } from '../../src/usecases/freezePaper.ts'
import { loadPrintedPaper } from '../../src/usecases/loadPrintedPaper.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPaper, MemoryPaperParts, MemoryRowVersions } from '../support/papers.ts'
import {
  aPost,
  aRecommendation,
  aReport,
  MemoryRecommendations,
  secretary,
  standingClock,
} from '../support/register.ts'

const june = aPaper()
const september = aPaper({
  ...{ key: 'police-authority-board-2021-09-15', meetingDate: '2021-09-15', cutOff: '2021-09-01' },
})

function setUp() {
  return {
    papers: new MemoryListStore<Paper>([june, september]),
    paperParts: new MemoryPaperParts(),
    reports: new MemoryListStore<Report>([aReport()]),
    recommendations: new MemoryRecommendations([
      aRecommendation({ number: '1' }),
      aRecommendation({ number: '2' }),
    ]),
    posts: new MemoryListStore<Post>([aPost()]),
    versions: new MemoryRowVersions(),
    clock: standingClock(),
  }
}

test('a draft is printed from the register, against the last frozen paper', async () => {
  const deps = setUp()
  await freezePaper(deps, { id: '1', actor: secretary })
  deps.recommendations.change('1', (row) => ({ ...row, status: 'GREEN' }))
  const loaded = await loadPrintedPaper(deps, september)
  expect(loaded).toMatchObject({
    ok: true,
    printed: {
      previousMeeting: '2021-06-16',
      content: {
        rows: [
          { number: '1', status: 'NEW GREEN' },
          { number: '2', status: 'AMBER' },
        ],
      },
      changes: { newGreen: [{ before: 'AMBER' }] },
      postTitles: { 'crime-dci': 'T/DCI Crime' },
    },
  })
})

test('a frozen paper is printed from its own content, whatever the register says since', async () => {
  const deps = setUp()
  await freezePaper(deps, { id: '1', actor: secretary })
  deps.recommendations.change('1', (row) => ({ ...row, status: 'RED' }))
  const loaded = await loadPrintedPaper(deps, deps.papers.peek('1').value)
  expect(loaded).toMatchObject({
    ok: true,
    printed: { content: { rows: [{ status: 'AMBER' }, { status: 'AMBER' }] } },
  })
})

test('a paper that lost a part of its content is not printed by halves', async () => {
  const deps = setUp()
  await freezePaper(deps, { id: '1', actor: secretary })
  deps.paperParts.remove('1')
  const frozen = deps.papers.peek('1').value
  expect(await loadPrintedPaper(deps, frozen)).toEqual({ ok: false, code: 'part-lost', paper: frozen })
  expect(await loadPrintedPaper(deps, september)).toEqual({ ok: false, code: 'part-lost', paper: frozen })
})

test('the register is printed as it is stored, with the sentences of its papers', async () => {
  const deps = setUp()
  await freezePaper(deps, { id: '1', actor: secretary })
  deps.recommendations.change('1', (row) => ({ ...row, status: 'GREEN' }))
  deps.recommendations.unreadable = [{ id: '9', reason: 'its status is nonsense' }]
  const loaded = await loadPrintedPaper(deps, september, false)
  expect(loaded).toMatchObject({
    ...{ ok: true, unreadable: 1 },
    printed: { content: { rows: [{ status: 'GREEN' }, {}], reports: [{ claims: aReport().claims }] } },
  })
})
