import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readAnyPaper } from '../../../src/documents/read/readAnyPaper.ts'

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

describe('whatever comes, there is a result or a refusal', () => {
  const isAnswer = async (file: Parameters<typeof readAnyPaper>[0]) => {
    const result = await readAnyPaper(file)
    expect(result.ok || result.message.endsWith('.')).toBe(true)
  }
  const soon = { numRuns: 150 }
  test('any bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => isAnswer({ bytes, name: 'x' })),
      soon,
    ))
  test('any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), (pasted) => isAnswer({ pasted })),
      soon,
    ))
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<th rowspan=3>',
    '<td colspan="9999999">',
    '<',
    '>',
    '"',
    "<a href='",
    '<!--',
    '-->',
    '<script>',
    '</script>',
    'Ref',
    'Recommendation',
    'Status',
    'AMBER',
    '&lt;',
    '\t',
    '\n',
    '[1]',
    '• ',
  )
  test('any soup of tags', () =>
    fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), (pieces) =>
        isAnswer({ pasted: `<table>${pieces.join('')}` }),
      ),
      soon,
    ))
  test('any document with a byte changed', () => {
    const whole = docx({ 'word/document.xml': word(good) })
    return fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), (at, byte) =>
        isAnswer({ bytes: whole.with(at, byte), name: 'a.docx' }),
      ),
      soon,
    )
  })
  const cell = fc.constantFrom(
    '',
    '1',
    '2',
    'Do it',
    'Ref',
    'Status',
    'Recommendation',
    'Complete',
    '30/06/2021',
    'x'.repeat(300),
    '100%',
  )
  test('any grid of cells', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 9 }), (rows) =>
        isAnswer({ bytes: strToU8(rows.map((row) => row.join(';')).join('\n')), name: 'a.csv' }),
      ),
      soon,
    ))
})

test('time grows with the length of hostile text, not with its square', async () => {
  const timed = async (pasted: string) => {
    const began = performance.now()
    await readAnyPaper({ pasted })
    return performance.now() - began
  }
  for (const unit of ['<a "', '<!--', '<script>', "<td rowspan='", '&#', '<table><tr>']) {
    await timed(unit.repeat(1000))
    expect(await timed(`<table>${unit.repeat(100_000)}`)).toBeLessThan(3000)
  }
})
