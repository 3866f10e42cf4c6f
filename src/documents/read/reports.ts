import type { PaperDoubt, PaperReport } from '../../domain/paperReading.ts'
import { isClaim, splitSentences } from './claims.ts'
import { findDates } from './dates.ts'
import type { SourceLine } from './lines.ts'
import { readCell } from './markup.ts'

/** A report's introduction, and the doubts about it. */
export interface ReportHead {
  readonly report: PaperReport
  /** For each claim the line it stands on. */
  readonly claimLines: readonly number[]
  readonly doubts: readonly PaperDoubt[]
}

/** A stretch of prose between tables: what goes on from before, then the reports it introduces. */
export interface ProseBlock {
  readonly before: readonly SourceLine[]
  readonly heads: readonly ReportHead[]
  /** Footnotes and page furniture. */
  readonly aside: readonly SourceLine[]
}

const published = /^(?:date )?published\b:?\s*(?:on |in )?(.{3,60})$/i
const typeLine = /^(?:an? |the )?(?:[\p{L}-]+,? ){0,6}(?:report|inspection|review|thematic)\b/iu
const footnote = /^(?:[¹²³⁴-⁹⁰†‡]|\*+\s?\S)/
const furniture =
  /^(?:page )?\d{1,4}(?: of \d{1,4})?$|^(?:official|not protectively marked|restricted)\b.{0,40}$|^[-–—_=*.\s]+$/i
const paperTitle = /\brecommendations$|^(?:appendix|annex|agenda)\b/i

/** Reads a stretch of prose. A report is known by its line "Published …", or by a type line where that is missing. */
export function readProse(lines: readonly SourceLine[], isFirst: boolean): ProseBlock {
  const isAside = ({ text }: SourceLine) => footnote.test(text) || furniture.test(text)
  const aside = lines.filter(isAside)
  const prose = lines.filter((line) => !isAside(line))
  const anchors = findAnchors(prose)
  const starts = anchors.map((anchor, index) => {
    const floor = index === 0 ? 0 : (anchors[index - 1]?.end ?? 0)
    return titleStart(prose, anchor, floor, isFirst && index === 0)
  })
  const heads = anchors.map((anchor, index) =>
    readHead(prose.slice(starts[index], starts[index + 1]), anchor.start - (starts[index] ?? 0), anchor),
  )
  return { before: prose.slice(0, starts[0] ?? prose.length), heads, aside }
}

/** Where a report is recognised: `start` is its type line (or date where it has none), `end` the line after both. */
interface Anchor {
  readonly start: number
  readonly end: number
  readonly hasType: boolean
  readonly hasDate: boolean
}

function findAnchors(prose: readonly SourceLine[]): Anchor[] {
  const anchors: Anchor[] = []
  for (const [index, { text }] of prose.entries()) {
    const floor = anchors.at(-1)?.end ?? 0
    if (published.test(text) && findDates(text).length > 0) {
      const hasType = index - 1 > floor && isTypeLine(prose[index - 1]?.text ?? '')
      anchors.push({ start: hasType ? index - 1 : index, end: index + 1, hasType, hasDate: true })
    } else if (index > floor && isBareType(text) && !published.test(prose[index + 1]?.text ?? '')) {
      anchors.push({ start: index, end: index + 1, hasType: true, hasDate: false })
    }
  }
  return anchors
}

function isTypeLine(text: string): boolean {
  return text.length <= 200 && !/[.;]$/.test(text) && (typeLine.test(text) || /\breport\b/i.test(text))
}

function isBareType(text: string): boolean {
  return (
    text.length <= 120 &&
    /^an? .{0,40}\breport\b(?: by| following|,|$| HMI)/i.test(text) &&
    !/[.;]$/.test(text)
  )
}

/** A title is up to three short lines above the type line that do not end like a sentence. */
function titleStart(prose: readonly SourceLine[], anchor: Anchor, floor: number, isFirst: boolean): number {
  let start = anchor.start
  while (start > floor && anchor.start - start < 3 && isTitle(prose[start - 1]?.text ?? '')) start -= 1
  const opensPaper = isFirst && anchor.start - start > 1 && paperTitle.test(prose[start]?.text ?? '')
  return opensPaper ? start + 1 : start
}

function isTitle(text: string): boolean {
  return text.length <= 200 && !/[.;:,]$/.test(text) && !isClaim(text)
}

function readHead(lines: readonly SourceLine[], typeAt: number, anchor: Anchor): ReportHead {
  const title = lines
    .slice(0, typeAt)
    .map(({ text }) => plain(text))
    .join(' ')
  const typeText = anchor.hasType ? plain(lines[typeAt]?.text ?? '') : ''
  const dateLine = anchor.hasDate ? lines[typeAt + (anchor.hasType ? 1 : 0)] : undefined
  const bodyAt = typeAt + (anchor.hasType ? 1 : 0) + (anchor.hasDate ? 1 : 0)
  const body = joinParagraphs(lines.slice(bodyAt))
  const claims = body.paragraphs
    .filter(({ text }) => isClaim(text))
    .flatMap(({ text, line }) => splitSentences(text).map((sentence) => ({ sentence, line })))
  const report: PaperReport = {
    title,
    typeLine: typeText,
    published: readPublished(dateLine?.text ?? ''),
    claims: claims.map(({ sentence }) => sentence),
    narrative: body.paragraphs.flatMap(({ text }) => (isClaim(text) ? [] : [text])).join('\n'),
    lines: lines.map(({ line }) => line),
  }
  const doubts = [
    ...headDoubts(report, lines[typeAt]?.line ?? 0),
    ...secondDate(report, dateLine?.line ?? 0),
    ...body.doubts,
  ]
  return { report, claimLines: claims.map(({ line }) => line), doubts }
}

function plain(text: string): string {
  return readCell(text).plain
}

function readPublished(text: string): PaperReport['published'] {
  const written = published.exec(text)?.[1]?.trim() ?? ''
  const found = findDates(written)[0]
  return { text: written, date: found?.date ?? null, precision: found?.precision ?? null }
}

/** Puts prose together that a page had parted in the middle of a sentence. */
function joinParagraphs(lines: readonly SourceLine[]): {
  paragraphs: { text: string; line: number }[]
  doubts: PaperDoubt[]
} {
  const paragraphs: { text: string; line: number }[] = []
  const doubts: PaperDoubt[] = []
  for (const { text, line } of lines) {
    const own = plain(text)
    const before = paragraphs.at(-1)
    if (before && !/[.!?:;”"')\]]$/.test(before.text) && /^\p{Ll}/u.test(own)) {
      before.text = `${before.text} ${own}`
      const message = `A paragraph was parted by a page and put together again at "${own.slice(0, 40)}".`
      doubts.push({ code: 'text-joined-across-page', message, line })
    } else if (own !== '') paragraphs.push({ text: own, line })
  }
  return { paragraphs, doubts }
}

function headDoubts(report: PaperReport, line: number): PaperDoubt[] {
  const doubts: PaperDoubt[] = []
  const add = (code: PaperDoubt['code'], message: string) => doubts.push({ code, message, line })
  if (report.title === '') add('report-heading-missing', 'A report begins here without a title.')
  if (report.typeLine === '') add('type-line-missing', 'The report does not say what kind of report it is.')
  if (report.published.date === null)
    add('publication-date-missing', 'The report does not say when it was published.')
  const force = /(\p{Lu}\p{L}+) (?:Police|Constabulary)(?!\p{L})/u.exec(report.title)?.[1]
  if (/\bnational\b/i.test(report.typeLine) && force && !/^(?:The|National|Chief|British)$/.test(force)) {
    add(
      'type-line-disagrees',
      `The report is called national ("${report.typeLine}"), but its title names one force.`,
    )
  }
  return doubts
}

/** A sentence such as "This report was published 22nd March 2017" beside another date in the heading. */
function secondDate({ claims, narrative, published: own }: PaperReport, line: number): PaperDoubt[] {
  if (own.date === null) return []
  for (const text of [...claims, narrative]) {
    const at = /\bpublished (?:on |in )?(?=\d|\p{Lu})/u.exec(text)
    const found = at ? findDates(text.slice(at.index + at[0].length))[0] : undefined
    if (found && found.index < 2 && found.date.slice(0, 7) !== own.date.slice(0, 7)) {
      const message = `The report has two publication dates: "${own.text}" in its heading and "${found.text}" in a sentence.`
      return [{ code: 'two-publication-dates', message, line }]
    }
  }
  return []
}

/** A report for rows that stand under no introduction. */
export function untitledReport(title: SourceLine | undefined, line: number): ReportHead {
  const report: PaperReport = {
    title: title ? plain(title.text) : '',
    typeLine: '',
    published: { text: '', date: null, precision: null },
    claims: [],
    narrative: '',
    lines: title ? [title.line] : [],
  }
  const message = 'These rows stand under no introduction of a report: no type and no date of publication.'
  return {
    report,
    claimLines: [],
    doubts: [{ code: 'report-heading-missing', message, line: title?.line ?? line }],
  }
}
