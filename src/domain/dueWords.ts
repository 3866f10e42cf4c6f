import { type IsoDate, lastDayOfMonth, writeDate, writeMonth } from './calendarDays.ts'
import type { DueEntry, DueVerb } from './dueLedger.ts'

const verbWords: ReadonlyMap<DueVerb, string> = new Map([
  ['none', ''],
  ['extended-to', 'Extended to'],
  ['now', 'Now'],
  ['then', 'Then'],
  ['reset-to', 'Reset to'],
  ['new-deadline', 'New deadline'],
  ['deadline-now', 'Deadline now'],
  ['and', 'And'],
])

const noDate =
  /^(?:to be (?:set|agreed|confirmed)|tb[cad]\b|no (?:date|deadline) set|immediate|ongoing\b|n\/a$|not applicable)/i
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const opensWithDate = new RegExp(
  `^(?:(?:and|or|to|until|till|through|at|on|by|of|in|within|from|before|after|the|a|an|end|next|this|last|past|few|some|half|following)\\b[\\s,]*)*(?:\\d|(?:${months}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|morning|afternoon|evening|night|noon|midnight|midday|am|pm|now|today|tonight|tomorrow|yesterday|weeks?|weekend|months?|years?|quarter|hours?|days?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  'i',
)

/** What a new entry of a due history says, before it is put into words. */
export interface DueValue {
  readonly verb: DueVerb
  readonly date: IsoDate | null
  readonly precision: 'day' | 'month'
  readonly event: string
  readonly purpose: string
  readonly tags: readonly string[]
}

/** Values that stand in a due column in place of a date: "To be set", "Immediate", "No date set by HMICFRS". */
export function isLegalNonDate(text: string): boolean {
  return noDate.test(text.trim())
}

/** A month alone means its last day. */
export function dayMeant(date: IsoDate, precision: 'day' | 'month'): IsoDate {
  return precision === 'month' ? lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : date
}

/**
 * Writes an entry in the paper's own manner, so that whoever reads the paper again reads the same date, precision,
 * verb, purpose and tags: "Extended to 31 August 2021 pending recruitment [Reported to PAB]".
 */
export function writeDueEntry(value: DueValue): Omit<DueEntry, 'change'> {
  return value.date === null ? writeAwaited(value) : writeDated(value, value.date)
}

function writeDated(value: DueValue, date: IsoDate): Omit<DueEntry, 'change'> {
  const { verb, precision } = value
  const purpose = plainWords(value.purpose)
  const day = dayMeant(date, precision)
  const words = [verbWords.get(verb) ?? '', precision === 'month' ? writeMonth(day) : writeDate(day), purpose]
  return { text: inOneLine(words, value.tags), verb, date: day, precision, purpose, tags: value.tags }
}

/** "Now" is how papers begin an entry that awaits an event; a value such as "To be set" stands alone. */
function writeAwaited(value: DueValue): Omit<DueEntry, 'change'> {
  const event = plainWords(value.event)
  const base = { date: null, precision: null, tags: value.tags }
  if (isLegalNonDate(event)) {
    const text = inOneLine([event, plainWords(value.purpose)], value.tags)
    return { ...base, text, verb: 'none', purpose: '' }
  }
  const verb = value.verb === 'then' ? 'then' : 'now'
  const awaited = /^(?:pending|awaiting|subject to)\b/i.test(event) ? lowerFirst(event) : `pending ${event}`
  const purpose = [awaited, plainWords(value.purpose)].filter((part) => part !== '').join(' ')
  return { ...base, text: inOneLine([verbWords.get(verb) ?? '', purpose], value.tags), verb, purpose }
}

function inOneLine(words: readonly string[], tags: readonly string[]): string {
  return [...words, ...tags.map((tag) => `[${tag}]`)].filter((part) => part !== '').join(' ')
}

/** The entry with one more tag at its end; what it said stays as it was written. */
export function withTag(entry: DueEntry, tag: string): DueEntry {
  const text = `${entry.text} [${tag}]`.trim()
  return { ...entry, text, tags: [...entry.tags, tag] }
}

/**
 * Words that can stand in an entry without being read as something else: in one line, without square brackets
 * (those are tags), and without a capital on the words that begin a new entry.
 */
export function plainWords(text: string): string {
  return text
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.:–-]+/, '')
    .replace(
      /(?<=\s|^)(?:Extended to|Deferred to|Revised to|Reset to|New deadline|Deadline now|Now|Then)\b/g,
      (words) => words.toLowerCase(),
    )
    .trim()
}

/** Says whether a purpose begins with a date or time, and so would be read as part of the deadline itself. */
export function readsAsDeadline(purpose: string): boolean {
  return opensWithDate.test(plainWords(purpose))
}

const dateInside = new RegExp(
  `\\b(?:${months}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?,?[\\s-]+(?:\\d|of\\b)|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d|\\d{4}-\\d`,
  'i',
)

/** Says whether a text holds a date somewhere; an event that does is read as that date. */
export function holdsDate(text: string): boolean {
  return dateInside.test(text)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
