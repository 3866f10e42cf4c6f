import { largestPaperBytes, readPaperFile } from '../../../src/documents/read/readFile.ts'
import { fourColumns, head } from './samplePaper.ts'

const good = [...head, '', fourColumns, '1 Recommendation Count – every £.\tAMBER\tJune 2021\tBegun.'].join(
  '\n',
)
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) =>
  Uint8Array.from(text, (letter) => ({ '–': 0x96 })[letter] ?? letter.charCodeAt(0))
const read = (bytes: Uint8Array) => readPaperFile(bytes, 'paper.txt')

function textOf(bytes: Uint8Array): string | undefined {
  const result = read(bytes)
  return result.ok ? result.reading.rows[0]?.text : result.message
}

describe('files that are read', () => {
  test.each([
    ['plain UTF-8', utf8(good)],
    ['a byte order mark', utf8(`\uFEFF${good}`)],
    ['line ends of Windows', utf8(good.replaceAll('\n', '\r\n'))],
    ['no-break spaces', utf8(good.replaceAll(' ', '\u00A0'))],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\uFEFF${good}`, 'utf16le'))],
    ['Windows-1252', latin(good)],
  ])('%s', (_, bytes) => {
    expect(textOf(bytes)).toBe('Count – every £.')
  })

  test('a guessed encoding carries a doubt, a known one does not', () => {
    const codes = (bytes: Uint8Array) => {
      const result = read(bytes)
      return result.ok ? result.reading.doubts.map(({ code }) => code) : [result.code]
    }
    expect(codes(latin(good))).toEqual(['encoding-guessed'])
    expect(codes(utf8(good))).toEqual([])
  })
})

describe('files that are refused with a sentence', () => {
  test.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['only blank lines', utf8(' \r\n\t\n'), 'empty'],
    ['NUL bytes', utf8('a\0b'), 'not-text'],
    ['a Word document', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'not-text'],
    ['control characters in no known encoding', Uint8Array.of(0xff, 1, 2, 3, 0x80), 'not-text'],
    ['prose without a table', utf8('Dear all,\nnothing to report.'), 'no-table'],
    ['a heading without rows', utf8(fourColumns), 'no-table'],
    ['one byte too many', new Uint8Array(largestPaperBytes + 1).fill(65), 'too-large'],
    ['fifty megabytes', new Uint8Array(50 * 1024 * 1024), 'too-large'],
  ])('%s', (_, bytes, code) => {
    expect(read(bytes)).toEqual({
      ok: false,
      code,
      message: expect.stringMatching(/^paper\.txt (is|holds) .*Nothing was read/),
    })
  })

  test('the largest file that is allowed is looked at', () => {
    expect(read(new Uint8Array(largestPaperBytes).fill(65))).toMatchObject({ code: 'no-table' })
  })
})
