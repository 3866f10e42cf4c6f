import type { DueEntry, DueVerb } from '../../domain/dueLedger.ts'
import type { PaperDoubt } from '../../domain/paperReading.ts'
import { type FoundDate, findDates, monthWords } from './dates.ts'
import { repeatedPhrases, repeatedReasons } from './repeatedPhrases.ts'
import {
  beginText,
  endText,
  type GrowingText,
  growText,
  type JoinedLine,
  type Piece,
  type WordCounts,
} from './seams.ts'

const verbs: readonly (readonly [RegExp, DueVerb])[] = [
  [/^(?:extended to|deferred to|revised to)\b/i, 'extended-to'],
  [/^reset to\b/i, 'reset-to'],
  [/^new deadline\b/i, 'new-deadline'],
  [/^deadline now\b/i, 'deadline-now'],
  [/^now\b/i, 'now'],
  [/^then\b/i, 'then'],
  [new RegExp(`^and (?:by |end of )*(?:${monthWords}|\\d)`, 'i'), 'and'],
]
const moving = '(?:Extended to|Deferred to|Revised to|Reset to|New deadline|Deadline now)\\b'
const laterWord = `(?:Now|Then)(?=$|\\s(?:${monthWords}|\\d|pending|extended|reset|to be|end of|awaiting|subject)\\b)`
const newEntry = new RegExp(`\\s(?=${moving}|${laterWord})`)
const startsWithDate = new RegExp(
  `^(?:by |end of |the end of )*(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${monthWords})(?:$|,? \\d{2})|^\\d{1,2}[/.-]\\d|^\\d{4}-\\d`,
  'i',
)
const startsWithoutDate =
  /^(?:to be (?:set|agreed|confirmed)|tb[cad]\b|no (?:date|deadline) set|immediate|ongoing\b|n\/a$|not applicable)/i
const endsWithMonth = new RegExp(`\\b(?:${monthWords})$`, 'i')
const endsOpen =
  /(?:^|\s)(?:extended to|deferred to|revised to|reset to|new deadline|deadline now|now|then|and|to|by|until|from)$/i

/**
 * Reads the due column of a row: one entry for each deadline that was ever set, as written and in order.
 * What a page had parted is joined; a month keeps its year and a sentence its end.
 */
export function readDueEntries(
  pieces: readonly Piece[],
  words: () => WordCounts,
): { readonly entries: DueEntry[]; readonly lines: JoinedLine[]; readonly doubts: PaperDoubt[] } {
  const drafts: GrowingText[] = []
  const doubts: PaperDoubt[] = []
  for (const { line, cell } of pieces) {
    for (const [index, paragraph] of cell.lines.entries()) {
      for (const [part, text] of paragraph.split(newEntry).entries()) {
        const crossesPage = index === 0 && part === 0
        doubts.push(...place(drafts, text, line, crossesPage, words))
      }
    }
  }
  const lines = drafts.map(endText)
  const entries = lines.map(({ text }) => readDueEntry(text))
  for (const { text, line } of lines) doubts.push(...entryDoubts(text, line))
  doubts.push(...repeatedPhrases(lines), ...repeatedReasons(entries, lines))
  return { entries, lines, doubts }
}

function place(
  drafts: GrowingText[],
  text: string,
  line: number,
  crossesPage: boolean,
  words: () => WordCounts,
): PaperDoubt[] {
  const before = drafts.at(-1)
  if (!before || isNewEntry(before.end, text, crossesPage)) {
    drafts.push(beginText(text, line))
    return []
  }
  const doubts = crossesPage ? [joined(before.end, text, line)] : []
  doubts.push(...growText(before, text, line, words))
  return doubts
}

function isNewEntry(before: string, text: string, crossesPage: boolean): boolean {
  if (endsOpen.test(before.slice(-20)) || (endsWithMonth.test(before.slice(-12)) && /^\d{4}\b/.test(text)))
    return false
  const starts = verbOf(text) !== 'none' || startsWithDate.test(text) || startsWithoutDate.test(text)
  return starts || !(crossesPage || /^[\p{Ll}[(]/u.test(text))
}

function joined(before: string, text: string, line: number): PaperDoubt {
  if (endsWithMonth.test(before.slice(-12)) && /^\d{4}\b/.test(text)) {
    const month = before.split(' ').at(-1)
    const message = `A due date was parted by a page: "${month}" and "${text.slice(0, 4)}" were joined.`
    return { code: 'year-joined-across-page', message, line }
  }
  const start = text.split(' ').slice(0, 4).join(' ')
  const message = `A due entry was parted by a page and put together again at "${start}".`
  return { code: 'due-joined-across-page', message, line }
}

function verbOf(text: string): DueVerb {
  return verbs.find(([pattern]) => pattern.test(text))?.[1] ?? 'none'
}

/** Reads one entry of a due column. Its text stays as written; a month alone means its last day. */
export function readDueEntry(text: string): DueEntry {
  const group = firstDates(findDates(text), text)
  const last = group.at(-1)
  const isPair = group.length > 0 && /\band\b/i.test(text.slice(0, last?.index))
  const verb = verbOf(text)
  return {
    text,
    verb: verb === 'none' && isPair ? 'and' : verb,
    date: last?.date ?? null,
    precision: last?.precision ?? null,
    purpose: purposeOf(text, group[0], last),
    tags: [...text.matchAll(/\[([^[\]]{1,200})\]/g)].map((match) => match[1]?.trim() ?? ''),
  }
}

/** The first date of an entry and those written in one breath with it ("September 2019, March 2020"). */
function firstDates(dates: readonly FoundDate[], text: string): readonly FoundDate[] {
  const breakAt = dates.findIndex((date, index) => {
    const before = dates[index - 1]
    return (
      before && !/^[\s,]*(?:and|&)?[\s,]*$/i.test(text.slice(before.index + before.text.length, date.index))
    )
  })
  return breakAt < 0 ? dates : dates.slice(0, breakAt)
}

/** The words that are neither verb, date nor tag. */
function purposeOf(text: string, first: FoundDate | undefined, last: FoundDate | undefined): string {
  const lead =
    /^(?:(?:extended|deferred|revised|reset) to|new deadline|deadline now|now|then|and)\b/i.exec(text)?.[0] ??
    ''
  const after = tidy(text.slice(last ? last.index + last.text.length : lead.length))
  if (!first) return startsWithoutDate.test(text) ? '' : after
  const before = tidy(text.slice(lead.length, first.index))
  const isConnector = /^(?:(?:immediate(?:ly)?|extended|reset|deferred|to|by|and|end|of|the) ?)*$/i.test(
    before,
  )
  return [isConnector ? '' : before, after].filter((part) => part !== '').join(' ')
}

function tidy(text: string): string {
  const untagged = text.replace(/\[[^[\]]{1,200}\]/g, ' ').replace(/\s+/g, ' ')
  return untagged.replace(/^[\s,;.:–-]+/, '').trim()
}

function entryDoubts(text: string, line: number): PaperDoubt[] {
  const group = firstDates(findDates(text), text)
  const isImmediateToo = group.length > 0 && /^immediate/i.test(text)
  if (group.length > 1 || isImmediateToo) {
    const message = `"${text.slice(0, 80)}" holds two deadlines; the last is taken for the current one.`
    return [{ code: 'due-two-dates', message, line }]
  }
  const isUnderstood =
    group.length > 0 || startsWithoutDate.test(text) || /\b(?:pending|awaiting|subject to)\b/i.test(text)
  if (isUnderstood) return []
  return [{ code: 'due-unclear', message: `No date could be read from "${text.slice(0, 80)}".`, line }]
}
