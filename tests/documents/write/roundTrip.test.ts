import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/universal'
import { unguard } from '../../../src/documents/ownTable.ts'
import { readOwnTable } from '../../../src/documents/read/ownTable.ts'
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

async function throughExcel(content: PaperContent): Promise<PaperReading | null> {
  const bytes = await writePaperExcel(printed(content))
  const [register] = await readExcelFile(new Blob([bytes as BlobPart]), { trim: false })
  return readOwnTable(
    (register?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  )
}

function throughCsv(content: PaperContent): PaperReading | null {
  const text = new TextDecoder().decode(writeRowsCsv(printed(content)))
  const { data } = Papa.parse<string[]>(text)
  return readOwnTable(data.map((row) => row.map(unguard)))
}

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
  }, 60_000)

  it('is the same through Excel and CSV: 100 generated papers', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPapers, async (content) => {
        const excel = await throughExcel(content)
        const csv = throughCsv(content)
        expect(excel && meaningOfReading(excel)).toEqual(meaningOfPaper(content))
        expect(csv && meaningOfReading(csv)).toEqual(meaningOfPaper(content))
      }),
      { numRuns: 100, seed: 20210616 },
    )
  }, 60_000)
})

describeWithShared('the paper of the City of London', (shared) => {
  const seed = readPaperText(
    readFileSync(path.join(shared, 'seeds', 'inspection-recommendations-paper.txt'), 'utf8'),
  )

  it('is the same through Word: 17 reports and 51 rows', async () => {
    const content = contentOf(seed)
    expect(content.rows).toHaveLength(51)
    expect(meaningOfReading(await throughWord(content))).toEqual(meaningOfReading(seed))
  })
})
