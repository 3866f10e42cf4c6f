import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { readAnyPaper } from '../../../src/documents/read/readAnyPaper.ts'
import { readPaperText } from '../../../src/documents/read/readPaper.ts'
import { writePaperExcel } from '../../../src/documents/write/writePaperExcel.ts'
import { writePaperWord } from '../../../src/documents/write/writePaperWord.ts'
import { writeRowsCsv } from '../../../src/documents/write/writeRowsCsv.ts'
import type { PaperContent } from '../../../src/domain/paper.ts'
import { importedFrom } from '../../../src/domain/paperImport.ts'
import type { PaperReading } from '../../../src/domain/paperReading.ts'
import { printPaper } from '../../../src/domain/printedPaper.ts'
import { generatedPapers } from '../../support/generatedPapers.ts'
import { meaningOfPaper, meaningOfReading } from '../../support/paperMeaning.ts'
import { describeWithShared } from '../../support/shared.ts'

const paper = {
  board: 'Police Authority Board',
  meetingDate: '2021-06-16',
  cutOff: '2021-06-01',
  marking: 'OFFICIAL',
  state: 'frozen',
} as const

const printed = (content: PaperContent) => printPaper(paper, content, null, [])

async function read(bytes: Uint8Array, name: string): Promise<PaperReading> {
  const result = await readAnyPaper({ bytes, name })
  if (!result.ok) throw new Error(result.message)
  return result.reading
}

const throughWord = async (content: PaperContent) =>
  read(await writePaperWord(printed(content)), 'paper.docx')

const throughExcel = async (content: PaperContent) =>
  read(await writePaperExcel(printed(content)), 'paper.xlsx')

const throughCsv = async (content: PaperContent) => read(writeRowsCsv(printed(content)), 'paper.csv')

/** A reading as the content of a paper that shows all of it. */
function contentOf(reading: PaperReading): PaperContent {
  const { reports, rows } = importedFrom(reading)
  return { reports, rows: rows.flatMap((one) => (one.ok ? [one.row] : [])), hidden: [] }
}

describe('a paper that is written and read again', () => {
  it('is the same through Word: 200 generated papers, with everything that a text can hold', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPapers, async (content) => {
        expect(meaningOfReading(await throughWord(content))).toEqual(meaningOfPaper(content))
      }),
      { numRuns: 200, seed: 20210616 },
    )
  }, 180_000)

  it('is the same through Excel and CSV: 100 generated papers', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPapers, async (content) => {
        expect(meaningOfReading(await throughExcel(content))).toEqual(meaningOfPaper(content))
        expect(meaningOfReading(await throughCsv(content))).toEqual(meaningOfPaper(content))
      }),
      { numRuns: 100, seed: 20210616 },
    )
  }, 180_000)
})

describeWithShared('the paper of the City of London', (shared) => {
  const seed = readPaperText(
    readFileSync(path.join(shared, 'seeds', 'inspection-recommendations-paper.txt'), 'utf8'),
  )

  it.each([
    ['Word', throughWord],
    ['Excel', throughExcel],
    ['CSV', throughCsv],
  ])('is the same through %s: 17 reports and 51 rows', async (_name, through) => {
    const content = contentOf(seed)
    expect(content.rows).toHaveLength(51)
    expect(meaningOfReading(await through(content))).toEqual(meaningOfReading(seed))
  })
})
