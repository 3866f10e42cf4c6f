import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import writeExcel from 'write-excel-file/node'
import { codes, csv, excelFile, read } from '../../support/registerFiles.ts'

describe('formats', () => {
  const rows = 'Ref;Recommendation;Due date;Status\n1;Café – do it;30/06/2021;Amber\n'
  const utf8 = (text: string) => new TextEncoder().encode(text)
  test.each([
    ['semicolons', utf8(rows)],
    ['commas and quotes', utf8('Ref,Recommendation,Due date,Status\n1,"Café – do it",30/06/2021,Amber\n')],
    ['bars', utf8(rows.replaceAll(';', '|'))],
    ['a mark and line ends of Windows', utf8(`\uFEFF${rows.replaceAll('\n', '\r\n')}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${rows}`, 'utf16le'))],
    ['Windows-1252', Uint8Array.from(rows, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)))],
  ])('CSV with %s', async (_, bytes) => {
    const { reading, format } = await read({ bytes, name: 'a.csv' })
    expect(format).toBe('csv')
    expect(reading.rows).toMatchObject([
      { text: 'Café – do it', due: [{ date: '2021-06-30', precision: 'day' }] },
    ])
  })
  test('a line end inside a quoted cell is a line of its text', async () => {
    const { reading } = await csv('Ref,Recommendation,Update,Status\n1,Do it,"One.\nTwo.",Red\n')
    expect(reading.rows[0]?.comment).toBe('One.\nTwo.')
  })
  test('dates and numbers of Excel are what a person reads', async () => {
    const bytes = await excelFile({
      Register: [
        ['Ref', 'Recommendation', 'Target date', 'Status'],
        [7, 'Do it', new Date(Date.UTC(2021, 2, 28)), 'Amber'],
        [8.1, 'Else', new Date(Date.UTC(2021, 9, 31)), 'Red'],
      ],
    })
    const { reading, format } = await read({ bytes, name: 'a.xlsx' })
    expect(format).toBe('excel')
    expect(reading.rows.map(({ number, due }) => [number, due[0]?.text, due[0]?.date])).toEqual([
      ['7', '28 March 2021', '2021-03-28'],
      ['8.1', '31 October 2021', '2021-10-31'],
    ])
  })
  test('a table pasted from Excel as text', async () => {
    const { reading } = await read({
      pasted: 'Ref\tRecommendation\tOwner\tStatus\n1\t"Do\nit"\tHead of PPU\tRed\n',
    })
    expect(reading.rows).toMatchObject([{ text: 'Do\nit', owner: 'Head of PPU', status: 'RED' }])
  })
  test('a table pasted from Word as HTML, with its bullets', async () => {
    const cell = '<p class=MsoListParagraph><span>·&nbsp;&nbsp; </span>first</p><ul><li>second</li></ul>'
    const html = `<table><tr><td>Ref</td><td>Recommendation</td><td>RAG</td></tr><tr><td>1</td><td><p>Do:</p>${cell}</td><td>Red</td></tr></table>`
    const { reading } = await read({ pasted: html })
    expect(reading.rows[0]?.text).toBe('Do:\n• first\n• second')
  })
})

describe('a status that is only painted', () => {
  const painted = (fill: string) => `<td ${fill}></td>`
  const html = (...fills: readonly string[]) =>
    `<table><tr><th>Ref</th><th>Recommendation</th><th>RAG</th></tr>${fills.map((fill, index) => `<tr><td>${index + 1}</td><td>Do it</td>${painted(fill)}</tr>`).join('')}</table>`

  test.each([
    ['bgcolor=red', 'RED'],
    ['style="background:#FFC000"', 'AMBER'],
    ['style="padding:0; background-color: rgb(0, 176, 80)"', 'GREEN'],
    ['style="background:#F2F2F2"', ''],
    ['', ''],
  ])('HTML with %s is %s', async (fill, status) => {
    const { reading } = await read({ pasted: html(fill) })
    expect(reading.rows[0]?.status).toBe(status)
    expect(codes(reading.rows[0] ?? { doubts: [] })).toContain(
      status === '' ? 'status-missing' : 'status-guessed',
    )
  })

  test('is read from Word, and from a column whose heading says nothing', async () => {
    const cell = (text: string, fill?: string) =>
      new TableCell({ children: [new Paragraph(text)], ...(fill ? { shading: { fill } } : {}) })
    const rows = [
      [
        cell('No', 'D9D9D9'),
        cell('Recommendation', 'D9D9D9'),
        cell('Due Date', 'D9D9D9'),
        cell('Now', 'D9D9D9'),
      ],
      [cell('1'), cell('Do it'), cell('May 2021'), cell('', 'FF0000')],
      [cell('2'), cell('Do more'), cell('May 2021'), cell('', '92D050')],
    ]
    const table = new Table({ rows: rows.map((children) => new TableRow({ children })) })
    const bytes = new Uint8Array(
      await Packer.toArrayBuffer(new Document({ sections: [{ children: [table] }] })),
    )
    const { reading } = await read({ bytes, name: 'a.docx' })
    expect(reading.rows.map(({ number, status }) => [number, status])).toEqual([
      ['1', 'RED'],
      ['2', 'GREEN'],
    ])
  })

  test('is read from Excel', async () => {
    const made = await writeExcel([
      [{ value: 'Ref' }, { value: 'Recommendation' }, { value: 'RAG' }, { value: 'Notes' }],
      [{ value: '1' }, { value: 'Do it' }, { backgroundColor: '#FFC000' }, { value: 'x' }],
    ])
    const { reading } = await read({ bytes: new Uint8Array(await made.toBuffer()), name: 'a.xlsx' })
    expect(reading.rows[0]?.status).toBe('AMBER')
  })
})

test('a number and a kind at the head of the text are taken off it', async () => {
  const { reading } = await csv('Recommendation,Owner,Status\nAFI 2 – Do it,A,Red\nRec 4: Do more,A,Red\n')
  expect(reading.rows.map(({ number, kind, text }) => [number, kind, text])).toEqual([
    ['2', 'area-for-improvement', 'Do it'],
    ['4', 'recommendation', 'Do more'],
  ])
})
