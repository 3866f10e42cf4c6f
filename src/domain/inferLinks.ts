import type { LinkKind, RowLink } from './decisions.ts'
import { type RowFinder, rowFinder } from './links.ts'
import type { Recommendation } from './recommendation.ts'
import { type Report, slugOf } from './report.ts'

const kindWords = '(?:recommendations?|recs?\\.?|AFIs?|areas? for improvement)'
const mention = new RegExp(
  `\\b${kindWords} (?:no\\.? ?)?(\\d{1,3}[a-z]?)\\b(?! (?:of|recommendations?|areas?)\\b)|\\b(\\d{1,3}[a-z]?) (?:above|below)\\b`,
  'gi',
)
// Tags in square brackets speak of the deadline, not of the other row.
const depends =
  /\b(?:depend(?:s|ent|ant|ing)?|pending|until|waits? (?:for|on)|await(?:s|ing)?|subject to|reli(?:es|ant))\b[^\]]*$/i
const aligned = /\balign(?:s|ed|ing)?\b|\bin (?:step|line) with\b|\bsame (?:date|deadline|day)/i

type Source = Pick<Recommendation, 'key' | 'reportKey' | 'number' | 'text' | 'progress' | 'due'>
type Named = Pick<Report, 'key' | 'title'>

/** Infers links of many rows that name each other; a register's worth of rows is looked through once. */
export function linkInference(
  rows: readonly Pick<Recommendation, 'key' | 'reportKey' | 'number'>[],
  reports: readonly Named[],
): (row: Source) => readonly RowLink[] {
  const finder = rowFinder(rows)
  const titles = reports.flatMap(namesOf)
  return (row) => linksOf(row, finder, titles)
}

interface ReportName {
  readonly key: string
  readonly slug: string
}

/** A report is named by its whole title or by what stands before the colon, when that says enough. */
function namesOf({ key, title }: Named): readonly ReportName[] {
  const short = title.split(/[:?]/, 1)[0] ?? title
  return [...new Set([slugOf(title), slugOf(short)])]
    .filter((slug) => slug.includes('-'))
    .map((slug) => ({ key, slug }))
}

function linksOf(row: Source, finder: RowFinder, titles: readonly ReportName[]): readonly RowLink[] {
  const found = new Map<string, RowLink>()
  const texts = [...row.due.map((entry) => entry.text), row.progress, row.text]
  for (const sentence of texts.flatMap(sentencesOf)) {
    for (const match of sentence.matchAll(mention)) {
      const link = linkOf(row, sentence, match, finder, titles)
      // The first word wins: due entries and the comment say more than the recommendation's own text.
      if (link && !found.has(link.to)) found.set(link.to, link)
    }
  }
  return [...found.values()]
}

/** Bounded, so that a text without any full stop is read once. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s|\n/).map((sentence) => sentence.slice(0, 1_000))
}

function linkOf(
  row: Source,
  sentence: string,
  match: RegExpExecArray,
  finder: RowFinder,
  titles: readonly ReportName[],
): RowLink | null {
  const number = (match[1] ?? match[2] ?? '').toLowerCase()
  const before = sentence.slice(0, match.index)
  const report = reportNamed(before, row.reportKey, titles)
  if (report === null && number === row.number.toLowerCase()) return null
  const wanted = `${report ?? row.reportKey}/${number}`
  const place = report === null ? placeNamed(before) : ''
  const held = place === '' ? finder.find(wanted, row) : null
  const called = `${place === '' ? 'Recommendation' : `${place} recommendation`} ${number}`
  const to = held ?? (report === null ? called : wanted)
  return to === row.key ? null : { kind: kindOf(sentence, before), to, note: sentence.trim().slice(0, 200) }
}

/** The report of another name that is nearest before the number. */
function reportNamed(before: string, own: string, titles: readonly ReportName[]): string | null {
  const words = `-${slugOf(before, before.length)}-`
  const named = titles.filter(({ key, slug }) => key !== own && words.includes(`-${slug}-`))
  return named.sort((one, other) => other.slug.length - one.slug.length)[0]?.key ?? null
}

/** "Aligned to PEEL 2016 AFI 4": a report that the register does not hold keeps the name that the paper gives it. */
function placeNamed(before: string): string {
  const place =
    /\b[Aa]lign(?:ed)? (?:to|with)\s+((?:the )?[A-Z][^.;,()[\]]{2,80}?)[\s,:]*$/.exec(before)?.[1] ?? ''
  return place.replace(/^the /, '').trim()
}

function kindOf(sentence: string, before: string): LinkKind {
  if (aligned.test(sentence)) return 'aligned'
  return depends.test(before) ? 'depends-on' : 'see'
}
