import { largestContactBytes, readContactFile } from '../../../src/documents/read/contactFile.ts'
import { contactResultCsv } from '../../../src/documents/write/contactResult.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (content: string | Uint8Array) =>
  readContactFile({ name: 'p.csv', bytes: typeof content === 'string' ? bytes(content) : content })
async function tableOf(content: string | Uint8Array) {
  const result = await read(content)
  if (!result.ok) throw new Error(result.message)
  return result.table
}

describe('a file of partners', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is read with %s between the cells', async (_name, mark) => {
    const text = [
      ['Organisation', 'Role', 'Email'],
      ['Trust', 'Nurse', 'n@t.example'],
    ]
      .map((line) => line.join(mark))
      .join('\r\n')
    const { columns, lines } = await tableOf(text)
    expect(columns.map(({ meaning }) => meaning)).toEqual(['organisation', 'role', 'address'])
    expect(lines).toEqual([{ line: 2, cells: ['Trust', 'Nurse', 'n@t.example'] }])
  })

  it('begins with the first line of three cells, whatever stands above it', async () => {
    const { lines } = await tableOf('Our partners\nLast updated,May\n\nName,Role,Email\nA,B,c@d.example\n')
    expect(lines).toEqual([{ line: 5, cells: ['A', 'B', 'c@d.example'] }])
  })

  it('keeps commas, quotation marks and lines inside a cell', async () => {
    const { lines } = await tableOf('Name,Role,Boroughs\n"Orr, Una","The ""lead""","Camden\nBarnet"\n')
    expect(lines[0]?.cells).toEqual(['Orr, Una', 'The "lead"', 'Camden\nBarnet'])
  })

  it('is read without its mark, and says when the letters were guessed', async () => {
    expect(await tableOf('\uFEFFName,Role,Email\nÉva,B,c@d.example')).toMatchObject({
      encodingGuessed: false,
      lines: [{ cells: ['Éva', 'B', 'c@d.example'] }],
    })
    const windows = Uint8Array.from('Name,Role,Email\nÉva,B,c@d.example', (letter) => letter.charCodeAt(0))
    expect(await tableOf(windows)).toMatchObject({
      encodingGuessed: true,
      lines: [{ cells: ['Éva', 'B', 'c@d.example'] }],
    })
  })

  it.each([
    ['', 'empty'],
    ['just one line of prose', 'no-table'],
    ['Name,Role,Email', 'no-table'],
    ['%PDF-1.7\n\0\0', 'not-text'],
  ])('%j is refused: %s', async (content, code) => {
    expect(await read(content)).toMatchObject({ ok: false, code })
  })

  it('may have 5 MB and not a byte more', async () => {
    expect(await read(new Uint8Array(largestContactBytes + 1))).toMatchObject({ code: 'too-large' })
    expect(await read(new Uint8Array(largestContactBytes))).not.toMatchObject({ code: 'too-large' })
  })
})

describe('the file of what an import did', () => {
  it('names organisation and role, no person, and nothing that a spreadsheet would run', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      contactResultCsv([
        { line: 2, organisation: '=1+1', role: 'Nurse', outcome: 'added', note: '' },
        { line: 3, organisation: 'Trust', role: 'Doctor', outcome: 'failed', note: 'No, "really"' },
      ]),
    )
    expect(text.split('\r\n')).toEqual([
      '\uFEFFLine,Organisation,Role,Outcome,Note',
      `2,"'=1+1",Nurse,new in the directory,`,
      '3,Trust,Doctor,failed,"No, ""really"""',
      '',
    ])
  })
})
