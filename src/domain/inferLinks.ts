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
  const titles = namesOf(reports)
  return (row) => linksOf(row, finder, titles)
}

/**
 * Reports by name. They are looked up by the words of a sentence, so that a register of hundreds of reports is no
 * slower to look through than one of ten.
 */
interface ReportNames {
  readonly byName: ReadonlyMap<string, readonly string[]>
  /** How many words the names have that begin with these two. */
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>
}

/** A report is named by its whole title or by what stands before the colon, when that says enough. */
function namesOf(reports: readonly Named[]): ReportNames {
  const byName = new Map<string, string[]>()
  const lengths = new Map<string, Set<number>>()
  for (const { key, title } of reports) {
    const short = title.split(/[:?]/, 1)[0] ?? title
    for (const name of new Set([slugOf(title), slugOf(short)])) {
      const words = name.split('-')
      const [first, second] = words
      if (second === undefined) continue
      const keys = byName.get(name)
      if (keys) keys.push(key)
      else byName.set(name, [key])
      const start = `${first}-${second}`
      lengths.set(start, (lengths.get(start) ?? new Set()).add(words.length))
    }
  }
  return { byName, lengths }
}

function linksOf(row: Source, finder: RowFinder, titles: ReportNames): readonly RowLink[] {
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
  titles: ReportNames,
): RowLink | null {
  const number = (match[1] ?? match[2] ?? '').toLowerCase()
  const before = sentence.slice(0, match.index)
  const report = reportNamed(before, row.reportKey, titles)
  if (report === null && number === row.number.toLowerCase()) return null
  const place = report === null ? placeNamed(before) : ''
  const held = place === '' ? finder.at(report ?? row.reportKey, number) : null
  const called = `${place === '' ? 'Recommendation' : `${place} recommendation`} ${number}`
  const to = held ?? (report === null ? called : `${report}/${number}`)
  return to === row.key ? null : { kind: kindOf(sentence, before), to, note: sentence.trim().slice(0, 200) }
}

/** The report of another name that stands before the number; the longest name where there are several. */
function reportNamed(before: string, own: string, { byName, lengths }: ReportNames): string | null {
  const words = slugOf(before, before.length).split('-')
  const found: string[] = []
  for (const [index, word] of words.entries()) {
    for (const length of lengths.get(`${word}-${words[index + 1]}`) ?? []) {
      const name = words.slice(index, index + length).join('-')
      if (byName.has(name)) found.push(name)
    }
  }
  const names = found.sort((one, other) => other.length - one.length)
  return names.flatMap((name) => byName.get(name) ?? []).find((key) => key !== own) ?? null
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
