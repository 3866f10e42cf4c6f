import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/universal'
import { guard, longestCell, ownColumns, unguard } from '../../../src/documents/ownTable.ts'
import { writePaperExcel } from '../../../src/documents/write/writePaperExcel.ts'
import { writeRowsCsv } from '../../../src/documents/write/writeRowsCsv.ts'
import { composePaper } from '../../../src/domain/paperContent.ts'
import { printPaper } from '../../../src/domain/printedPaper.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import { aPaper } from '../../support/papers.ts'
import { aDueEntry, aPost, aRecommendation, aReport } from '../../support/register.ts'

const printed = (rows: readonly Recommendation[]) =>
  printPaper(aPaper(), composePaper({ reports: [aReport()], rows, previous: null }), null, [aPost()])
const csvOf = (rows: readonly Recommendation[]) => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeRowsCsv(printed(rows)))
  const [heading = [], ...lines] = Papa.parse<string[]>(text.slice(1).trimEnd()).data
  return {
    text,
    lines: lines.map((line) => Object.fromEntries(heading.map((name, index) => [name, line[index]]))),
  }
}
const excelOf = async (rows: readonly Recommendation[]) => {
  const bytes = await writePaperExcel(printed(rows))
  const sheets = await readExcelFile(new Blob([bytes as BlobPart]), { trim: false })
  return { bytes, sheets: new Map(sheets.map(({ sheet, data }) => [sheet, data])) }
}

describe('a cell that looks like a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['\rcmd', "'\rcmd"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ["'quoted'", "'quoted'"],
    ['', ''],
  ])('%j becomes %j and back', (cell, guarded) => {
    expect(guard(cell)).toBe(guarded)
    expect(unguard(guarded)).toBe(cell)
  })
})

describe('CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 wants', () => {
    const { text } = csvOf([aRecommendation()])
    expect(text.startsWith('\uFEFF"Row reference","Line"')).toBe(true)
    expect(text.endsWith('"\r\n')).toBe(true)
  })

  it('has no cell that a spreadsheet would work out', () => {
    const { lines } = csvOf([aRecommendation({ text: '=HYPERLINK("http://evil.example")', progress: '@x' })])
    for (const cell of lines.flatMap((line) => Object.values(line))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })

  it('writes days as YYYY-MM-DD, and the owner as the title of the post', () => {
    const { lines } = csvOf([aRecommendation()])
    expect(lines[0]).toMatchObject({ Deadline: '2021-06-30', Owner: 'T/DCI Crime', Marking: 'OFFICIAL' })
  })

  it('keeps a text that a cell of a sheet cannot hold, in lines that go on', () => {
    const progress = `${'x'.repeat(longestCell - 1)}😀${'y'.repeat(longestCell)}`
    const { lines } = csvOf([aRecommendation({ progress })])
    expect(lines.map(({ Line }) => Line)).toEqual(['Row', 'Continued', 'Continued'])
    expect(lines.map(({ Comment }) => Comment).join('')).toBe(progress)
    for (const { Comment = '' } of lines) expect(Comment.isWellFormed()).toBe(true)
  })
})

describe('Excel', () => {
  it('has the register, the due histories and the counts', async () => {
    const { sheets } = await excelOf([aRecommendation(), aRecommendation({ number: '9', status: 'RED' })])
    expect([...sheets.keys()]).toEqual(['Register', 'Due history', 'Counts'])
    expect(sheets.get('Register')?.[0]).toEqual([...ownColumns])
    expect(sheets.get('Due history')).toHaveLength(3)
    const [heading = [], first = []] = sheets.get('Counts') ?? []
    expect(Object.fromEntries(heading.map((name, index) => [String(name), first[index]]))).toMatchObject({
      ...{ RED: 1, AMBER: 1, WHITE: 0, Shown: 2 },
    })
  })

  it('writes days as days, the same in every time zone', async () => {
    const { sheets } = await excelOf([aRecommendation()])
    const [heading = [], first = []] = sheets.get('Register') ?? []
    const deadline = first[heading.indexOf('Deadline')]
    expect(deadline).toBeInstanceOf(Date)
    expect(deadline instanceof Date && deadline.toISOString()).toBe('2021-06-30T00:00:00.000Z')
  })

  it('has no formula, whatever the texts say', async () => {
    const { bytes, sheets } = await excelOf([aRecommendation({ text: '=1+1', progress: '=cmd|A1' })])
    const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets'))
    for (const [, sheet] of xml) expect(strFromU8(sheet)).not.toMatch(/<f[ >]/)
    const [heading = [], first = []] = sheets.get('Register') ?? []
    expect(first[heading.indexOf('Comment')]).toBe('=cmd|A1')
  })

  it('tells every entry of a due history with who agreed and which board was told', async () => {
    const change = {
      ...{
        at: '2021-05-01T09:00:00.000Z',
        by: 'A',
        byObject: 'a',
        reason: 'The supplier is late.',
        event: '',
      },
      ...{ agreedBy: 'The board', reportedTo: ['PAB', 'SMB'] },
    }
    const due = [aDueEntry(), aDueEntry({ text: 'Extended to July 2021', date: '2021-07-31', change })]
    const { sheets } = await excelOf([aRecommendation({ due })])
    expect(sheets.get('Due history')?.[2]).toEqual(
      expect.arrayContaining(['Extended to July 2021', 'The supplier is late.', 'The board', 'PAB; SMB']),
    )
  })
})
