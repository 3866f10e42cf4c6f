import fc from 'fast-check'
import { readPaperFile } from '../../../src/documents/read/readFile.ts'
import { readPaperText } from '../../../src/documents/read/readPaper.ts'
import type { PaperReading } from '../../../src/domain/paperReading.ts'
import { fiveColumns, fourColumns } from './samplePaper.ts'

const word = fc.stringMatching(/^[a-z]{3,9}$/)
const prose = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const cell = fc.oneof(
  prose,
  prose.map((text) => `<p>${text}</p>`),
  fc
    .array(prose, { minLength: 1, maxLength: 3 })
    .map((items) => `<ul> ${items.map((item) => `• ${item}; `).join('')}`),
  fc.constant(''),
)
const status = fc.constantFrom('AMBER', 'NEW GREEN', '<p>RED</p>', 'WHITE')
const due = fc.oneof(
  fc.constantFrom('June 2021', 'To be set', '<p>May 2020</p> <p>Extended to June 2021</p>'),
  cell,
)
const row = fc
  .tuple(fc.nat(99), cell, status, due, cell)
  .chain(([number, text, colour, date, comment]) =>
    fc.constantFrom(
      `${number}\t<u>Recommendation</u> ${text}\t${colour}\t${date}\t${comment}`,
      `${number} <u>Area for improvement</u> ${text}\t${colour}\t${date}\t${comment}`,
      `<u>Recommendation</u> ${text}\t${colour}\t${date}\t${comment}`,
    ),
  )
const continuation = fc
  .tuple(cell, due, cell)
  .map(([text, date, comment]) => `${text}\t\t${date}\t${comment}`)
const report = fc
  .tuple(prose, prose)
  .map(
    ([title, narrative]) => `${title}\n\nA national report by HMICFRS\nPublished May 2020\n\n${narrative}.`,
  )
const line = fc.oneof(
  { weight: 4, arbitrary: row },
  { weight: 3, arbitrary: continuation },
  { weight: 2, arbitrary: fc.constantFrom(fourColumns, fiveColumns, '') },
  { weight: 1, arbitrary: fc.oneof(report, prose) },
)
const paperText = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'))

function everything({ reports, rows, remainder }: PaperReading): string {
  const ofReports = reports.flatMap(({ title, typeLine, published, claims, narrative }) => [
    title,
    typeLine,
    published.text,
    ...claims,
    narrative,
  ])
  const ofRows = rows.flatMap(({ number, text, comment, due: entries }) => [
    number,
    text,
    comment,
    ...entries.map((entry) => entry.text),
  ])
  return [...ofReports, ...ofRows, ...remainder.map((rest) => rest.text)].join(' ')
}

function placesOfLines({ reports, rows, remainder }: PaperReading): number[] {
  const places = [
    ...reports.flatMap(({ lines }) => lines),
    ...rows.flatMap(({ lines }) => lines),
    ...remainder.map((rest) => rest.line),
  ]
  return places.sort((one, other) => one - other)
}

const isBlank = (line: string) => line.replace(/\u200B|\u200C|\u200D|\u2060|\u00AD|\u0085|\s/g, '') === ''

const blankless = (text: string) =>
  text.split(/\r\n|\n|\r/).flatMap((own, index) => (isBlank(own) ? [] : [index + 1]))

test('no word of a paper is lost, wherever its line ends up', () => {
  fc.assert(
    fc.property(paperText, (text) => {
      const read = everything(readPaperText(text))
      const words = text.replace(/<[^>]*>/g, ' ').match(/\b[a-z]{3,9}\b/g) ?? []
      for (const own of words) {
        if (!/^(improvement|for)$/.test(own)) expect(read).toContain(own)
      }
    }),
    { numRuns: 300 },
  )
})

test('every line that is not blank is in exactly one place', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        paperText,
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^[ \t\na-c<>•[\]()A-Z0-9]{0,200}$/),
      ),
      (text) => {
        expect(placesOfLines(readPaperText(text))).toEqual(blankless(text))
      },
    ),
    { numRuns: 300 },
  )
})

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const result = readPaperFile(bytes, 'noise')
      expect(result.ok || result.message.length > 20).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a paper that was cut off anywhere is still read', () => {
  fc.assert(
    fc.property(paperText, fc.nat(2000), (text, at) => {
      const whole = readPaperText(text.slice(0, at))
      expect(whole.totals.rows).toBe(whole.rows.length)
    }),
    { numRuns: 200 },
  )
})

test('a reading is the same every time', () => {
  fc.assert(
    fc.property(paperText, (text) => expect(readPaperText(text)).toEqual(readPaperText(text))),
    { numRuns: 50 },
  )
})

test('a long row over many pages is read in linear time', () => {
  const time = (pages: number) => {
    const text = `${fourColumns}\n1 Recommendation Count\tAMBER\tJune 2021\tmore\n${'on and\t\t\tmore of\n'.repeat(pages)}`
    const before = performance.now()
    readPaperText(text)
    return performance.now() - before
  }
  time(2000)
  expect(time(40_000)).toBeLessThan(Math.max(1, time(4000)) * 60)
})
