import { strFromU8, unzipSync } from 'fflate'
import { statusFills } from '../../../src/documents/write/statusLook.ts'
import { writeBriefWord } from '../../../src/documents/write/writeBriefWord.ts'
import { writePaperWord } from '../../../src/documents/write/writePaperWord.ts'
import { briefOf } from '../../../src/domain/brief.ts'
import { composePaper } from '../../../src/domain/paperContent.ts'
import { draftContent, type PrintedPaper, printPaper } from '../../../src/domain/printedPaper.ts'
import { type Recommendation, statuses } from '../../../src/domain/recommendation.ts'
import { aPaper } from '../../support/papers.ts'
import { aDueEntry, aRecommendation, aReport } from '../../support/register.ts'

const rows = [
  aRecommendation({
    number: '1',
    status: 'RED',
    due: [aDueEntry(), aDueEntry({ text: 'Extended to July 2021' })],
  }),
  aRecommendation({
    ...{ number: '2', text: 'They should:\n• [1] record;\n• [2] report.' },
    elements: [
      { label: '[1]', text: 'record;', status: 'GREEN', comment: '' },
      { label: '[2]', text: 'report.', status: 'NEW GREEN', comment: '' },
    ],
  }),
  aRecommendation({ number: '11', numberInferred: true, status: 'WHITE', order: 3 }),
]

function printed(
  changes: Parameters<typeof aPaper>[0] = {},
  own: readonly Recommendation[] = rows,
): PrintedPaper {
  const paper = aPaper(changes)
  return printPaper(
    paper,
    draftContent(paper, { reports: [aReport({ claims: [] })], rows: own }, null),
    null,
    [],
  )
}

/** The parts of a written file as text, by name. */
const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const part = (bytes: Uint8Array, pattern: RegExp) =>
  [...partsOf(bytes)]
    .filter(([name]) => pattern.test(name))
    .map(([, text]) => text)
    .join('\n')
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length
const wordsOf = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

describe('a paper in Word', () => {
  it('carries its marking above and below every page, with the number of the page', async () => {
    const bytes = await writePaperWord(printed({ marking: 'OFFICIAL-SENSITIVE' }))
    expect(wordsOf(part(bytes, /header1/))).toContain('OFFICIAL-SENSITIVE')
    expect(wordsOf(part(bytes, /footer1/))).toContain('OFFICIAL-SENSITIVE')
    expect(part(bytes, /footer1/)).toMatch(/PAGE.*NUMPAGES/s)
  })

  it('explains every status by its word, beside its colour', async () => {
    const document = part(await writePaperWord(printed()), /^word\/document/)
    const key = document.slice(0, document.indexOf('Heading1'))
    for (const status of statuses) {
      expect(wordsOf(key)).toContain(status)
      expect(key).toContain(statusFills[status])
    }
  })

  it('says each status in a word where it shades it', async () => {
    const document = part(await writePaperWord(printed()), /^word\/document/)
    const table = document.slice(document.lastIndexOf('<w:tbl>'))
    const shaded = [...table.matchAll(/<w:tc>(?:(?!<\/w:tc>).)*?w:fill="(?!E7E6E6)[0-9A-F]{6}".*?<\/w:tc>/gs)]
    expect(shaded.map(([cell]) => wordsOf(cell).trim())).toEqual([
      'RED',
      'AMBER',
      'GREEN',
      'NEW GREEN',
      'WHITE',
    ])
  })

  it('repeats the heading of a table on each page, and breaks no row', async () => {
    const document = part(await writePaperWord(printed()), /^word\/document/)
    expect(count(document, /<w:tblHeader\/>/g)).toBe(2)
    expect(count(document, /<w:cantSplit\/>/g)).toBe(count(document, /<w:tr[ >]/g))
  })

  it('is in British English, with headings that a screen reader finds', async () => {
    const bytes = await writePaperWord(printed())
    expect(part(bytes, /^word\/styles/)).toMatch(/<w:lang [^>]*w:val="en-GB"/)
    const document = part(bytes, /^word\/document/)
    expect(document).toMatch(/<w:pStyle w:val="Title"\/>/)
    expect(count(document, /<w:pStyle w:val="Heading1"\/>/g)).toBe(1)
    expect(part(bytes, /^docProps\/core/)).toContain('Police Authority Board, 16 June 2021')
  })

  it('shows the whole due history, one entry to a line', async () => {
    const words = wordsOf(part(await writePaperWord(printed()), /^word\/document/))
    expect(words).toContain('\nJune 2021\nExtended to July 2021\n')
  })

  it('puts a number that the source does not print in brackets', async () => {
    expect(wordsOf(part(await writePaperWord(printed()), /^word\/document/))).toContain('\n[11]\n')
  })

  it('prints the count sentence, and a typed one with the difference', async () => {
    const own = wordsOf(part(await writePaperWord(printed()), /^word\/document/))
    expect(own).toContain(
      '3 recommendations, of which 2 are for the force: 1 in progress, 1 to be progressed.',
    )
    const typedClaims = { [aReport().key]: '2 for the force, all complete.' }
    const typed = wordsOf(part(await writePaperWord(printed({ typedClaims })), /^word\/document/))
    expect(typed).toContain('2 for the force, all complete.')
    expect(typed).toContain('it says 2 complete, the register counts 0')
  })

  it('says that a draft is one', async () => {
    const draft = wordsOf(part(await writePaperWord(printed()), /^word\/document/))
    const frozen = wordsOf(part(await writePaperWord(printed({ state: 'frozen' })), /^word\/document/))
    expect(draft).toContain('Draft. The register as it stood at the end of 1 June 2021.')
    expect(frozen).not.toContain('Draft')
  })

  it('tells what changed since the last paper', async () => {
    const content = composePaper({ reports: [aReport()], rows, previous: null })
    const now = composePaper({
      reports: [aReport()],
      rows: rows.map((row) => ({ ...row, status: row.number === '1' ? ('GREEN' as const) : row.status })),
      previous: content,
    })
    const paper = printPaper(aPaper(), now, { meetingDate: '2021-03-17', content }, [])
    const words = wordsOf(part(await writePaperWord(paper), /^word\/document/))
    expect(words).toContain('Since the paper of 17 March 2021')
    expect(words).toContain('New green: 1 (Recommendation 1, Understanding the difference)')
  })

  it('holds texts that XML cannot: what is no character shows as one that was there', async () => {
    const odd = aRecommendation({ progress: 'a\u0000b\uD800c\u000Bd' })
    const document = part(await writePaperWord(printed({}, [odd])), /^word\/document/)
    expect(wordsOf(document)).toContain('a\uFFFDb\uFFFDc\uFFFDd')
  })
})

describe('a brief', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    aRecommendation({ number: String(index + 1), due: [aDueEntry({ date: '2021-06-10' })] }),
  )

  it('names as many of each kind as fit one page, and how many more there are', async () => {
    const paper = printed({}, many)
    const brief = briefOf(paper.content, paper.changes, '2021-06-01')
    const bytes = await writeBriefWord({ paper: paper.paper, brief, reports: paper.content.reports })
    const words = wordsOf(part(bytes, /^word\/document/))
    expect(words).toContain('Due in 30 days: 60')
    expect(words).toContain('and 11 more in the paper')
    expect(words).toContain('10 June 2021: Recommendation 1, Understanding the difference')
    expect(words.split('\n').length).toBeLessThan(70)
  })

  it('has the headings that it is read by, and none that compares the first paper with nothing', async () => {
    const paper = printed({}, many)
    const brief = briefOf(paper.content, paper.changes, '2021-06-01')
    const bytes = await writeBriefWord({ paper: paper.paper, brief, reports: paper.content.reports })
    const words = wordsOf(part(bytes, /^word\/document/))
    expect(words).not.toMatch(/^(?:New|Newly closed|Re-opened|Slipped):/m)
    for (const heading of [
      'New green:',
      'Due in 30 days:',
      'Due in 31 to 60 days:',
      'Due in 61 to 90 days:',
      'Waiting for others, to be chased:',
    ])
      expect(words).toContain(heading)
    expect(part(bytes, /header1/)).toContain('OFFICIAL')
  })
})
