import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readAnyPaper } from '../../../src/documents/read/readAnyPaper.ts'
import { readPaperText } from '../../../src/documents/read/readPaper.ts'
import { writePaperExcel } from '../../../src/documents/write/writePaperExcel.ts'
import { writePaperWord } from '../../../src/documents/write/writePaperWord.ts'
import { writeRowsCsv } from '../../../src/documents/write/writeRowsCsv.ts'
import { applyDecision, type Decision } from '../../../src/domain/decide.ts'
import { importedFrom } from '../../../src/domain/paperImport.ts'
import {
  draftContent,
  type PreviousPaper,
  type PrintedPaper,
  printPaper,
} from '../../../src/domain/printedPaper.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import type { Report } from '../../../src/domain/report.ts'
import { planImport } from '../../../src/usecases/planImport.ts'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { aPaper } from '../../support/papers.ts'
import {
  aPost,
  aRecommendation,
  aReport,
  MemoryRecommendations,
  secretary,
  standingClock,
} from '../../support/register.ts'
import { describeWithShared } from '../../support/shared.ts'

type Register = { readonly reports: readonly Report[]; readonly rows: readonly Recommendation[] }

const ways: readonly (readonly [
  string,
  string,
  (paper: PrintedPaper) => Promise<Uint8Array> | Uint8Array,
])[] = [
  ['Word', 'paper.docx', writePaperWord],
  ['Excel', 'paper.xlsx', writePaperExcel],
  ['CSV', 'paper.csv', writeRowsCsv],
]

/** What an import of a register's own export would do with each row: the words, and how often. */
async function planOf(
  register: Register,
  name: string,
  write: (paper: PrintedPaper) => Promise<Uint8Array> | Uint8Array,
  previous: PreviousPaper | null = null,
) {
  const content = draftContent(aPaper(), register, previous)
  const bytes = await write(printPaper(aPaper(), content, previous, [aPost()]))
  const read = await readAnyPaper({ bytes, name })
  if (!read.ok) throw new Error(read.message)
  const deps = {
    reports: new MemoryListStore(register.reports),
    recommendations: new MemoryRecommendations(register.rows),
    clock: standingClock(),
  }
  const plan = await planImport(deps, { reading: read.reading, paper: name })
  return { shown: content.rows.length, plan }
}

const seen = (register: Register): PreviousPaper => ({
  meetingDate: '2021-03-17',
  content: draftContent(aPaper(), register, null),
})

describe('the export of a register that people work in', () => {
  const decide = (row: Recommendation, decision: Decision): Recommendation => {
    const context = { actor: secretary, heldPosts: [], at: '2021-06-01T09:00:00.000Z', today: '2021-06-01' }
    const outcome = applyDecision(row, decision, context)
    if (!outcome.ok) throw new Error(`${decision.does}: ${outcome.code}`)
    return outcome.next
  }
  const reportKey = 'understanding-the-difference-2018-07'
  const aRow = (changes: Partial<Recommendation>) =>
    aRecommendation({ key: `${reportKey}/${changes.number}`, reportKey, ...changes })
  const moved = decide(aRow({ number: '1' }), {
    ...{ does: 'move-deadline', date: '2021-09-15', precision: 'day', event: '', verb: 'extended-to' },
    ...{
      purpose: 'for the new system',
      reason: 'The supplier is late.',
      agreedBy: 'The board',
      reportedTo: ['PAB'],
    },
  })
  const awaiting = decide(aRow({ number: '2' }), {
    ...{
      does: 'move-deadline',
      date: null,
      precision: 'day',
      event: 'publication of the review',
      verb: 'now',
    },
    ...{ purpose: '', reason: 'It waits.', agreedBy: 'The board', reportedTo: [] },
  })
  const parts = aRow({
    ...{
      number: '4a',
      text: 'Forces should:\n• [1] record;\n• [2] report.',
      status: 'RED',
      rationale: 'Late.',
    },
    elements: [
      { label: '[1]', text: 'record;', status: 'GREEN', comment: 'Done in May.' },
      { label: '[2]', text: 'report.', status: null, comment: '' },
    ],
  })
  const register: Register = {
    reports: [aReport({ key: reportKey })],
    rows: [
      moved,
      awaiting,
      parts,
      aRow({ number: '5', status: 'GREEN', progress: '' }),
      aRow({
        number: '5',
        key: 'understanding-the-difference-2018-07/5~2',
        progress: '=1+1\tTabs, "quotes" & <tags>',
      }),
      aRow({ number: '', key: 'understanding-the-difference-2018-07/unnumbered' }),
    ].map((row, index) => ({ ...row, order: index + 1 })),
  }

  it.each(ways)('changes nothing when it comes back through %s', async (_name, file, write) => {
    const { shown, plan } = await planOf(register, file, write)
    expect(shown).toBe(6)
    expect(plan.counts.row).toMatchObject({ unchanged: 6, new: 0, changed: 0, conflict: 0, unreadable: 0 })
  })

  it.each(ways)(
    'knows its rows through %s also when the paper leaves some out',
    async (_name, file, write) => {
      const { shown, plan } = await planOf(register, file, write, seen(register))
      expect(shown).toBe(5)
      expect(plan.counts.row).toMatchObject({ unchanged: 5, new: 0, changed: 0, conflict: 0, unreadable: 0 })
      expect(plan.notInPaper).toEqual(['understanding-the-difference-2018-07/5'])
    },
  )

  it.each(ways)('knows a report through %s whose key is not its title', async (_name, file, write) => {
    const own = {
      reports: [aReport({ key: 'learning-2021' })],
      rows: [aRecommendation({ key: 'learning-2021/b', reportKey: 'learning-2021' })],
    }
    const { plan } = await planOf(own, file, write)
    expect(plan.counts.row).toMatchObject({ unchanged: 1, new: 0 })
    expect(plan.counts.report).toMatchObject({ unchanged: 1, new: 0, changed: 0 })
  })

  it('takes computed NEW GREEN for the green that is stored', async () => {
    const before = { ...register, rows: register.rows.map((row) => ({ ...row, status: 'AMBER' as const })) }
    const { plan } = await planOf(register, 'paper.docx', writePaperWord, seen(before))
    expect(plan.counts.row).toMatchObject({ unchanged: 6 })
  })
})

describeWithShared('the export of the paper of record', (shared) => {
  const text = readFileSync(path.join(shared, 'seeds', 'inspection-recommendations-paper.txt'), 'utf8')
  const imported = importedFrom(readPaperText(text))
  const register = {
    reports: imported.reports,
    rows: imported.rows.flatMap((one) => (one.ok ? [one.row] : [])),
  }

  it.each(ways)('changes none of its 51 rows when it comes back through %s', async (_name, file, write) => {
    const { plan } = await planOf(register, file, write)
    expect(plan.counts.row).toMatchObject({ unchanged: 51, new: 0, changed: 0, conflict: 0, unreadable: 0 })
    expect(plan.notInPaper).toEqual([])
  })
})
