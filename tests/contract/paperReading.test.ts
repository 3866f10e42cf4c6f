import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readPaperFile } from '../../src/documents/read/readFile.ts'
import { writeDate, writeMonth } from '../../src/domain/calendarDays.ts'
import type { PaperReading, PaperRow } from '../../src/domain/paperReading.ts'
import { describeWithShared } from '../support/shared.ts'

interface ExpectedReport {
  readonly id: number
  readonly title: string
  readonly typeLine: string
  readonly published: string
  readonly precision: 'day' | 'month'
}

interface ExpectedRow {
  readonly reportId: number
  readonly number: string
  readonly numberInferred: boolean
  readonly kind: 'Rec' | 'AFI' | 'CoC+Rec'
  readonly status: string
  readonly due: readonly string[]
  readonly lines: readonly number[]
  readonly note: string
}

interface Expected {
  readonly reports: readonly ExpectedReport[]
  readonly rows: readonly ExpectedRow[]
  readonly totals: {
    readonly reports: number
    readonly rows: number
    readonly status: Readonly<Record<string, number>>
    readonly headerLines: number
    readonly rowsWithContinuation: number
    readonly continuationLines: number
    readonly numbersMissing: number
  }
}

const kinds = { Rec: 'recommendation', AFI: 'area-for-improvement', 'CoC+Rec': 'cause-of-concern' } as const

/** The expected file writes two long names short and has plain hyphens. */
function shortened(text: string): string {
  return text
    .replaceAll('–', '-')
    .replace(/(?<=of the )Regional Organised Crime Units$/, 'ROCUs')
    .replace('the Independent Office for Police Conduct', 'IOPC')
}

function shortDate({ date, precision }: PaperReading['reports'][number]['published']): string {
  const long = precision === 'month' ? writeMonth(date ?? '') : writeDate(date ?? '')
  return long.replace(/[A-Za-z]{4,}/, (month) => month.slice(0, 3))
}

const codes = (row: PaperRow | undefined) => (row?.doubts ?? []).map(({ code }) => code)

describeWithShared('the inspection paper that was checked by hand', (shared) => {
  const bytes = readFileSync(path.join(shared, 'seeds', 'inspection-recommendations-paper.txt'))
  const source = bytes.toString('utf8')
  const expected: Expected = JSON.parse(
    readFileSync(path.join(shared, 'expected', 'inspection-recommendations-paper.json'), 'utf8'),
  )
  const result = readPaperFile(bytes, 'inspection-recommendations-paper.txt')
  if (!result.ok) throw new Error(result.message)
  const { reading } = result
  const rowAt = (name: string) => reading.rows.find((row) => `${row.report + 1}/${row.number}` === name)

  test('has the expected totals', () => {
    expect(reading.totals).toEqual({
      reports: expected.totals.reports,
      rows: expected.totals.rows,
      byStatus: expected.totals.status,
    })
    expect(reading.reports).toHaveLength(expected.totals.reports)
    expect(reading.rows).toHaveLength(expected.totals.rows)
  })

  test.each(expected.reports)('report $id, $title', ({ id, title, typeLine, published, precision }) => {
    const report = reading.reports[id - 1]
    expect(report && shortened(report.title)).toBe(title)
    expect(report && shortened(report.typeLine)).toBe(typeLine)
    expect(report?.published.precision).toBe(precision)
    expect(report && shortDate(report.published)).toBe(published)
    expect(report?.claims.length).toBeGreaterThan(0)
  })

  test.each(expected.rows.map((row, index) => ({ ...row, index })))(
    'row $reportId/$number',
    ({ index, note, ...row }) => {
      const read = reading.rows[index]
      expect(read).toMatchObject({
        report: row.reportId - 1,
        number: row.number,
        numberInferred: row.numberInferred,
        kind: kinds[row.kind],
        status: row.status,
        lines: row.lines,
      })
      // The expected file marks with a stroke where letters were lost over a page.
      expect(read?.due.map(({ text }) => text)).toEqual(row.due.map((text) => text.replace('|', '')))
      expect(codes(read).includes('letters-lost')).toBe(row.due.some((text) => text.includes('|')))
      expect(codes(read).includes('number-inferred')).toBe(note.includes('NO NUMBER'))
      expect(codes(read).includes('empty-comment')).toBe(note.includes('COMMENT EMPTY'))
      expect(codes(read).includes('no-next-date')).toBe(note.includes('no next date'))
    },
  )

  test('joins as many rows over pages as were counted', () => {
    const joined = reading.rows.filter(({ lines }) => lines.length > 1)
    expect(joined).toHaveLength(expected.totals.rowsWithContinuation)
    expect(joined.reduce((sum, { lines }) => sum + lines.length - 1, 0)).toBe(
      expected.totals.continuationLines,
    )
    expect(reading.rows.filter(({ numberInferred }) => numberInferred)).toHaveLength(
      expected.totals.numbersMissing,
    )
  })

  test('puts every line that is not blank in exactly one place', () => {
    const places = [
      ...reading.reports.flatMap(({ lines }) => lines),
      ...reading.rows.flatMap(({ lines }) => lines),
      ...reading.remainder.map(({ line }) => line),
    ].sort((one, other) => one - other)
    const written = source.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
    expect(places).toEqual(written)
  })

  test('keeps table headings, status key, paper title and footnote in the remainder and nothing else', () => {
    const heading = /^Recommendations & Areas for Improvement\t/
    const [headings, others] = [true, false].map((is) =>
      reading.remainder.filter(({ text }) => heading.test(text) === is),
    )
    expect(headings).toHaveLength(expected.totals.headerLines)
    expect(others?.map(({ line }) => line)).toEqual([3, 5, 6, 7, 8, 9, 94])
  })

  test('loses no word: what is not in a text is a label, a part status or a word put together again', () => {
    const count = (text: string) => {
      const counts = new Map<string, number>()
      for (const word of text.split(/[\s•]+/)) counts.set(word, (counts.get(word) ?? 0) + 1)
      return counts
    }
    const kept = count(
      [
        ...reading.reports.flatMap((report) => [
          report.title,
          report.typeLine,
          'Published',
          report.published.text,
          ...report.claims,
          report.narrative,
        ]),
        ...reading.rows.flatMap((row) => [
          row.number,
          row.status,
          row.text,
          row.comment,
          ...row.due.map(({ text }) => text),
        ]),
        ...reading.rows.flatMap(({ elements }) => elements.map(({ status }) => status ?? '')),
        ...reading.remainder.map(({ text }) => text),
      ].join(' '),
    )
    const lost = [...count(source.replace(/<\/?[a-z]+[^<>]*>/g, ' '))].filter(
      ([word, times]) => (kept.get(word) ?? 0) < times,
    )
    const labels = [
      'Recommendation',
      'Cause',
      'of',
      'concern',
      'Area',
      'Areas',
      'for',
      'improvement',
      'Improvement',
    ]
    expect(lost.map(([word]) => word).filter((word) => word !== '' && !labels.includes(word))).toEqual([
      'improve',
      'nts',
    ])
  })

  test('keeps the position statement as one narrative, joined where the page had parted it', () => {
    const narrative = reading.reports[1]?.narrative ?? ''
    expect(narrative.split('\n')).toHaveLength(6)
    expect(reading.reports.filter((report) => report.narrative !== '')).toHaveLength(1)
  })

  test('reads the parts of a row and their statuses', () => {
    expect(rowAt('9/4a')?.elements.map(({ status }) => status)).toEqual(['GREEN', 'GREEN', 'NEW GREEN', null])
    expect(rowAt('5/6')?.elements.map(({ label, comment }) => [label, comment !== ''])).toEqual([
      ['[1]', true],
      ['[2]', true],
      ['[3]', true],
    ])
    expect(rowAt('6/2')?.elements).toHaveLength(2)
    expect(rowAt('8/4')?.elements).toHaveLength(3)
  })

  test.each([
    ['1/3', 'due-two-dates', 25],
    ['2/7', 'kind-label-unusual', 79],
    ['2/7', 'bullets-lost', 82],
    ['5/14', 'unbalanced-bracket', 136],
    ['5/14', 'phrase-repeated', 139],
    ['5/16', 'year-joined-across-page', 144],
    ['6/2', 'bullets-lost', 157],
    ['7/3', 'year-joined-across-page', 171],
    ['7/5', 'green-without-evidence', 172],
    ['8/4', 'kind-label-unusual', 191],
    ['9/4a', 'relies-on-another-row', 202],
    ['9/4a', 'cells-shifted', 202],
    ['9/4a', 'fewer-statuses-than-elements', 201],
    ['9/4a', 'text-cut', 206],
    ['10/6', 'letters-lost', 223],
    ['11/10', 'kind-label-unusual', 233],
    ['12/2', 'due-joined-across-page', 248],
    ['12/11', 'date-implausible', 249],
    ['12/11', 'relies-on-another-row', 249],
    ['12/11', 'green-work-continues', 249],
    ['14/2', 'green-before-later-date', 281],
    ['16/8', 'unbalanced-bracket', 301],
    ['17/3', 'kind-label-unusual', 316],
    ['17/3', 'due-two-dates', 316],
  ])('row %s carries the doubt %s at line %i', (name, code, line) => {
    expect(rowAt(name)?.doubts).toContainEqual({ code, line, message: expect.stringMatching(/^[A-Z"].*\.$/) })
  })

  test('reports the doubts about the paper itself, and no others', () => {
    expect(reading.doubts.map(({ code, line }) => [code, line])).toEqual([
      ['sentence-cut', 8],
      ['text-joined-across-page', 66],
      ['status-not-in-key', 141],
      ['header-without-rows', 235],
      ['status-not-in-key', 262],
      ['type-line-disagrees', 269],
      ['two-publication-dates', 309],
      ['claim-disagrees', 311],
    ])
  })

  test('reports each label, phrase and reference that stands out once, and no others', () => {
    const added = ['kind-label-unusual', 'phrase-repeated', 'relies-on-another-row']
    const found = reading.rows.flatMap(({ doubts }) => doubts).filter(({ code }) => added.includes(code))
    expect(found.map(({ line }) => line)).toEqual([79, 139, 191, 202, 233, 249, 316])
  })

  test('most rows carry no doubt at all', () => {
    const doubted = reading.rows.filter(({ doubts }) => doubts.length > 0)
    expect(doubted).toHaveLength(23)
  })
})
