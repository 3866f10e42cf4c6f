import type { ColumnMapping, ColumnMeaning } from '../../domain/anyPaper.ts'
import { columnKey } from '../../domain/anyPaper.ts'
import { findDates } from './dates.ts'
import { guessStatus } from './statusGuess.ts'

/** What a column seems to hold, and how sure that is: from 0 to 1. */
export interface ColumnGuess {
  readonly key: string
  readonly heading: string
  readonly meaning: ColumnMeaning
  readonly confidence: number
}

/** Words of headings, most telling first. They are matched against the heading's key: small letters, no signs. */
const headings: readonly (readonly [RegExp, ColumnMeaning, number])[] = [
  [
    /^(?:ref|reference|no|number|#|id|urn|item|serial|sn|rec|afi)(?: (?:no|number|id|ref|reference|#))?$/,
    'number',
    1,
  ],
  [
    /^(?:recommendation|rec|afi|action|item|hmicfrs|unique|our|force|report)(?: [a-z]+)? (?:no|number|ref|reference|id|#)$/,
    'number',
    0.95,
  ],
  [/^(?:recommendation |rec |item )?(?:type|kind|category)$/, 'kind', 0.9],
  [/%|\bper ?cent(?:age)?\b|^progress complete$/, 'percent', 0.95],
  [
    /^(?:current |overall |latest |force |delivery |our )?(?:status|b?rags?)(?: (?:rating|status|colour|now))?$|^traffic light\b|^b?rag\b/,
    'status',
    1,
  ],
  [
    /\b(?:date|when) (?:was )?(?:raised|opened|added|logged|received|made|identified)\b|^raised(?: on)?$|^start date$/,
    'raised',
    0.9,
  ],
  [
    /^(?:report )?publi(?:shed|cation)(?: (?:date|on))?$|^(?:date of )?(?:the )?report date$|^date (?:of report|published|of publication)$/,
    'published',
    0.95,
  ],
  [
    /\b(?:date|when) (?:closed|completed|signed off|discharged)\b|^(?:closed|completed) (?:on|date)$|^closure date$/,
    'other',
    0.9,
  ],
  [
    /^(?:current |original |revised |new |initial |agreed |proposed )*(?:due|target|deadline|completion|delivery|end|implementation)(?: completion)?(?: dates?| by)?$/,
    'due',
    1,
  ],
  [
    /\b(?:due|deadline|target date|completion date|by when|timescales?|complete by|implementation date|expected date|date due)\b|^when$/,
    'due',
    0.9,
  ],
  [/^(?:recommendations?|areas? for improvement|afis?|causes? of concern)\b/, 'text', 0.95],
  [/\b(?:recommendations?|areas? for improvement|afis?|findings?|causes? of concern)\b/, 'text', 0.85],
  [
    /^(?:report|inspection|publication|thematic)(?: (?:title|name))?$|^(?:title|name) of (?:the )?(?:report|inspection)$|^source report$|\breport title\b/,
    'report',
    0.95,
  ],
  [/^(?:source|inspectorate|issuing body|origin|published by|source body|inspecting body)$/, 'source', 0.9],
  [/\b(?:owners?|leads?|responsible|accountable|assigned|sro|s?poc|sponsor)\b|^who$/, 'owner', 0.95],
  [/\b(?:addressees?|addressed to|directed (?:at|to)|recipient)\b|^for whom$/, 'addressee', 0.9],
  [/^(?:priority|severity|importance)(?: (?:rating|level))?$/, 'priority', 0.95],
  [
    /\b(?:comments?|updates?|progress|commentary|narrative|position|notes?|remarks|latest|evidence|response)\b/,
    'comment',
    0.9,
  ],
  [/\b(?:sub ?)?(?:actions?|tasks?|activit(?:y|ies)|milestones?|deliverables?|steps?)\b/, 'action', 0.85],
  [/^(?:description|issue|requirement|detail|details|wording|text|what)$/, 'text', 0.7],
  [/\bstatus\b|\bb?rag\b/, 'status', 0.7],
]

/** Meanings that only one column of a table can have. */
const onlyOnce: ReadonlySet<ColumnMeaning> = new Set([
  ...(['number', 'kind', 'text', 'status', 'percent', 'report', 'source', 'published', 'raised'] as const),
])

/** What a heading says by itself. */
export function guessHeading(heading: string, place: number): ColumnGuess {
  const key = columnKey(heading, place)
  const found = headings.find(([pattern]) => pattern.test(key))
  return { key, heading, meaning: found?.[1] ?? 'other', confidence: found?.[2] ?? 0 }
}

/**
 * The meaning of every column of a table: what a person said, else what the headings say, else what the cells look
 * like. A meaning that only one column can have goes to the surest.
 * @param cells for each column some of its cells
 */
export function guessColumns(
  titles: readonly string[],
  cells: readonly (readonly string[])[],
  mapping: ColumnMapping,
): readonly ColumnGuess[] {
  const said = distinctKeys(titles.map((title, index) => guessHeading(title, index + 1))).map((guess) => {
    const chosen = mapping.columns[guess.key]
    return chosen === undefined ? guess : { ...guess, meaning: chosen, confidence: 1, chosen: true }
  })
  const single = withoutRivals(said)
  return withActionsAsText(fromCells(single, cells))
}

type Guess = ColumnGuess & { readonly chosen?: boolean }

/** Two columns with one heading are told apart by their place. */
function distinctKeys(guesses: readonly ColumnGuess[]): readonly Guess[] {
  const seen = new Map<string, number>()
  return guesses.map((guess) => {
    const count = (seen.get(guess.key) ?? 0) + 1
    seen.set(guess.key, count)
    return count === 1 ? guess : { ...guess, key: `${guess.key} ${count}` }
  })
}

function withoutRivals(guesses: readonly Guess[]): readonly Guess[] {
  return guesses.map((guess, index) => {
    if (guess.chosen || !onlyOnce.has(guess.meaning)) return guess
    const isBeaten = guesses.some(
      (other, place) =>
        other.meaning === guess.meaning &&
        place !== index &&
        (other.chosen ||
          other.confidence > guess.confidence ||
          (other.confidence === guess.confidence && place < index)),
    )
    return isBeaten ? { ...guess, meaning: 'other', confidence: 0.3 } : guess
  })
}

/** Where no heading names the status, the date or the text, a column that looks like it is taken. */
function fromCells(guesses: readonly Guess[], cells: readonly (readonly string[])[]): readonly Guess[] {
  let result = guesses
  const has = (meaning: ColumnMeaning) => result.some((guess) => guess.meaning === meaning)
  const take = (meaning: ColumnMeaning, confidence: number, score: (column: readonly string[]) => number) => {
    if (has(meaning)) return
    const scores = result.map((guess, index) => (isFree(guess) ? score(cells[index] ?? []) : 0))
    const best = Math.max(0, ...scores)
    if (best === 0) return
    const at = scores.indexOf(best)
    result = result.map((guess, index) => (index === at ? { ...guess, meaning, confidence } : guess))
  }
  take('status', 0.6, (column) => most(column, (cell) => guessStatus(cell) !== null, 0.7))
  take('due', 0.5, (column) => most(column, (cell) => cell.length < 60 && findDates(cell).length > 0, 0.6))
  if (!has('action')) take('text', 0.4, averageLength)
  take('number', 0.5, (column) =>
    most(column, (cell) => /^[\w./-]{1,12}$/.test(cell) && /\d/.test(cell), 0.8),
  )
  return result
}

function isFree(guess: Guess): boolean {
  return guess.meaning === 'other' && !guess.chosen && guess.confidence < 0.5
}

/** How many cells of a column pass, where enough of those with something in them do; else 0. */
function most(column: readonly string[], passes: (cell: string) => boolean, share: number): number {
  const filled = column.filter((cell) => cell !== '')
  const passing = filled.filter(passes).length
  return filled.length > 1 && passing >= filled.length * share ? passing : 0
}

function averageLength(column: readonly string[]): number {
  const filled = column.filter((cell) => cell !== '')
  const average = filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(filled.length, 1)
  return average >= 15 ? average : 0
}

/** A table that has actions and nothing else to do is a table of actions. */
function withActionsAsText(guesses: readonly Guess[]): readonly ColumnGuess[] {
  const first = guesses.findIndex(({ meaning }) => meaning === 'action')
  const hasText = guesses.some(({ meaning }) => meaning === 'text')
  const asText = hasText || guesses[first]?.chosen ? -1 : first
  return guesses.map(({ key, heading, meaning, confidence }, index) =>
    index === asText
      ? { key, heading, meaning: 'text', confidence: 0.6 }
      : { key, heading, meaning, confidence },
  )
}
