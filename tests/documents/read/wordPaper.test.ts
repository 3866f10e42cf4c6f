import { openOfficeFile } from '../../../src/documents/read/officeArchive.ts'
import { linesOf } from '../../../src/documents/read/paperLines.ts'
import { readPaperLines, readPaperText } from '../../../src/documents/read/readPaper.ts'
import { wordBlocks } from '../../../src/documents/read/wordBlocks.ts'
import { samplePaperText, wordPaper } from '../../support/paperDocuments.ts'

async function readWord(bytes: Uint8Array) {
  const blocks = await wordBlocks(openOfficeFile(bytes, 'paper.docx'), 'paper.docx')
  const lines = linesOf(blocks)
  return readPaperLines(lines, () => lines.map(({ text }) => text).join('\n'))
}

const textReading = readPaperText(samplePaperText())

test('a Word paper in the layout of the board reads as the text form does', async () => {
  const reading = await readWord(await wordPaper(textReading))
  const content = (one: typeof reading) => ({
    reports: one.reports.map(({ lines: _, ...report }) => report),
    rows: one.rows.map(({ lines: _, doubts: __, numberInferred: ___, ...row }) => row),
  })
  expect(content(reading)).toEqual(content(textReading))
})
