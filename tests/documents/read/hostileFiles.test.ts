import { strToU8, zipSync } from 'fflate'
import { readAnyPaper } from '../../../src/documents/read/readAnyPaper.ts'
import type { AnyPaperResult } from '../../../src/domain/anyPaper.ts'

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const word = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const tableOf = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const good = tableOf(['Ref', 'Recommendation', 'Owner', 'Status'], ['1', 'Do it', 'A', 'AMBER'])

const docx = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': types, ...parts }).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )

const sheet = (rows: string, more = '') =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${more}</worksheet>`
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const headingRow = `<row r="1">${inline('A1', 'Ref')}${inline('B1', 'Recommendation')}${inline('C1', 'Status')}</row>`
const xlsx = (xml: string) =>
  docx({
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Register" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': xml,
  })

const read = (bytes: Uint8Array, name = 'paper.docx') => readAnyPaper({ bytes, name })
const codeOf = (result: AnyPaperResult) => (result.ok ? 'read' : result.code)
const rowsOf = (result: AnyPaperResult) => (result.ok ? result.reading.rows : [])

/** Changes bytes of a zip's directory in place; every entry's are found by their mark. */
function patched(
  bytes: Uint8Array,
  mark: readonly number[],
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at += 1)
    if (mark.every((byte, index) => copy[at + index] === byte)) change(view, at)
  return copy
}
const central = [0x50, 0x4b, 1, 2]

test('a plain document of this kind is read, so that the refusals below have another reason', async () => {
  expect(rowsOf(await read(docx({ 'word/document.xml': word(good) })))).toMatchObject([
    { number: '1', text: 'Do it' },
  ])
  const cells = `<row r="2">${inline('A2', '1')}${inline('B2', 'Do it')}${inline('C2', 'AMBER')}</row>`
  expect(rowsOf(await read(xlsx(sheet(headingRow + cells)), 'a.xlsx'))).toMatchObject([
    { number: '1', status: 'AMBER' },
  ])
})

describe('files that are refused, each with a sentence', () => {
  const zeros = new Uint8Array(20 * 1024 * 1024)
  const bomb = docx({ 'word/document.xml': zeros })
  const deep = `${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['a bomb that admits its size', bomb, 'a.docx', 'unsafe'],
    [
      'a bomb that lies about its size',
      patched(bomb, central, (view, at) => view.setUint32(at + 24, 1000, true)),
      'a.docx',
      'damaged',
    ],
    [
      'a document with its own entities',
      docx({ 'word/document.xml': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${word(good)}` }),
      'a.docx',
      'unsafe',
    ],
    [
      'entities in a part that is not the text',
      docx({ 'word/document.xml': word(good), 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      'a.docx',
      'unsafe',
    ],
    [
      'XML in an encoding that hides what it says',
      docx({ 'word/document.xml': new Uint8Array(Buffer.from(`\uFEFF${word(good)}`, 'utf16le')) }),
      'a.docx',
      'unsafe',
    ],
    ['nesting without end', docx({ 'word/document.xml': word(deep) }), 'a.docx', 'unsafe'],
    [
      'macros, whatever the name says',
      docx({ 'word/document.xml': word(good), 'word/vbaProject.bin': new Uint8Array(9) }),
      'a.docx',
      'macros',
    ],
    [
      'a name that leaves the archive',
      docx({ 'word/document.xml': word(good), '../../evil.xml': 'x' }),
      'a.docx',
      'unsafe',
    ],
    [
      'a name that is a drive',
      docx({ 'word/document.xml': word(good), 'C:\\evil.xml': 'x' }),
      'a.docx',
      'unsafe',
    ],
    ['a zip that is neither Word nor Excel', docx({ 'readme.xml': 'x' }), 'a.zip', 'unsupported'],
    [
      'a document that is protected with a password',
      patched(docx({ 'word/document.xml': word(good) }), central, (view, at) =>
        view.setUint16(at + 8, 1, true),
      ),
      'a.docx',
      'encrypted',
    ],
    ['half a document', docx({ 'word/document.xml': word(good) }).slice(0, 300), 'a.docx', 'damaged'],
    [
      'a document whose XML is broken',
      docx({ 'word/document.xml': '<w:document><w:body>' }),
      'a.docx',
      'damaged',
    ],
    [
      'a file of Office 2003',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'a.doc',
      'old-format',
    ],
    ['a PDF', strToU8('%PDF-1.7 …'), 'a.pdf', 'unsupported'],
    ['rich text', strToU8('{\\rtf1 hello}'), 'a.rtf', 'unsupported'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), 'a.png', 'not-text'],
    ['nothing', new Uint8Array(), 'a.csv', 'empty'],
    [
      '10,000 columns',
      strToU8(`${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n1,2`),
      'a.csv',
      'too-many-cells',
    ],
    ['a million cells', strToU8(`${'a,b,c,d,e,f,g,h,i,j\n'.repeat(100_000)}`), 'a.csv', 'too-many-cells'],
    [
      'a sheet whose last cell is the last there is',
      xlsx(sheet(`${headingRow}<row r="1048576">${inline('XFD1048576', 'x')}</row>`)),
      'a.xlsx',
      'too-many-cells',
    ],
    [
      'a sheet of a million rows',
      xlsx(sheet(`${headingRow}<row r="1048576">${inline('A1048576', 'x')}</row>`)),
      'a.xlsx',
      'too-many-cells',
    ],
    [
      'a cell of a million letters',
      strToU8(`<table><tr><td>${'x'.repeat(1_000_000)}</td></tr></table>`),
      'a.html',
      'too-large',
    ],
    [
      'a page with no table of recommendations',
      strToU8('<html><body><table><tr><td>a</td></tr></table></body></html>'),
      'a.html',
      'no-table',
    ],
  ]
  test.each(cases)('%s', async (_, bytes, name, code) => {
    const result = await read(bytes, name)
    expect(codeOf(result)).toBe(code)
    expect(result.ok ? '' : result.message).toMatch(/Nothing was read[.;]/)
  })
})

describe('the edges of what is read', () => {
  const wide = (columns: number) =>
    strToU8(`Ref,Recommendation,Status${','.repeat(columns - 3)}\n1,Do it,AMBER\n`)
  const long = (letters: number) => strToU8(`Ref,Recommendation,Status\n1,${'x'.repeat(letters)},AMBER\n`)
  const many = (cells: number) => strToU8(`Ref,Recommendation,Status\n${'1,a,RED\n'.repeat(cells / 3 - 1)}`)
  test.each([
    ['200 columns', wide(200), 'read'],
    ['201 columns', wide(201), 'too-many-cells'],
    ['a cell of 200,000 letters', long(200_000), 'read'],
    ['a cell of 200,001 letters', long(200_001), 'too-large'],
    ['600,003 cells', many(600_003), 'too-many-cells'],
    ['30 MB and a byte', new Uint8Array(30 * 1024 * 1024 + 1).fill(97), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    expect(codeOf(await read(bytes, 'a.csv'))).toBe(code)
  })
})

describe('files that are made harmless', () => {
  test('scripts, handlers and styles of a page are left out, its words stay words', async () => {
    const html = `<html><head><style>td{}</style><script>alert(1)</script></head><body onload="x()"><table>
      <tr><th>Ref</th><th>Recommendation</th><th>Status</th></tr>
      <tr><td>1</td><td onclick="evil()">Do <img src=x onerror=alert(1)>it <script>alert(2)</script>&lt;b&gt;now&lt;/b&gt;</td><td>AMBER</td></tr>
      </table></body></html>`
    const [row] = rowsOf(await readAnyPaper({ pasted: html }))
    expect(row?.text).toBe('Do it <b>now</b>')
  })
  test('text that begins like a formula stays the text that it is', async () => {
    const csv = 'Ref,Recommendation,Status\n1,=HYPERLINK("http://x"),AMBER\n2,@SUM(A1),RED\n'
    expect(rowsOf(await read(strToU8(csv), 'a.csv')).map(({ text }) => text)).toEqual([
      '=HYPERLINK("http://x")',
      '@SUM(A1)',
    ])
  })
  test('of a formula in a sheet only its value is read', async () => {
    const row = `<row r="2">${inline('A2', '1')}<c r="B2" t="str"><f>WEBSERVICE("http://x")</f><v>Do it</v></c>${inline('C2', 'RED')}</row>`
    expect(rowsOf(await read(xlsx(sheet(headingRow + row)), 'a.xlsx'))[0]?.text).toBe('Do it')
  })
  test('merged cells that claim the whole sheet cost nothing', async () => {
    const row = `<row r="2">${inline('A2', '1')}${inline('B2', 'Do it')}${inline('C2', 'RED')}</row>`
    const merged = '<mergeCells count="1"><mergeCell ref="D1:XFD1048576"/></mergeCells>'
    expect(rowsOf(await read(xlsx(sheet(headingRow + row, merged)), 'a.xlsx'))).toHaveLength(1)
  })
  test('a page nested without end is read to its end', async () => {
    const deep = `${'<div><table><tr><td>'.repeat(20_000)}x`
    expect(codeOf(await readAnyPaper({ pasted: `<html>${deep}` }))).toBe('no-table')
  })
  test('a name that promises another format is told', async () => {
    const result = await read(strToU8('Ref,Recommendation,Status\n1,Do it,AMBER\n'), 'paper.docx')
    expect(result.ok && result.reading.doubts.map(({ code }) => code)).toContain('wrong-extension')
  })
})
