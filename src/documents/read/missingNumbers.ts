/** What is known of a row when its number has to be found. */
export interface NumberedRow {
  readonly number: string
  readonly text: string
}

/** A number that the paper does not print at its row, with the reason for thinking so. */
export interface InferredNumber {
  readonly number: string
  readonly reason: string
}

interface Gap {
  /** Indexes of the rows without a number, in order. */
  readonly rows: readonly number[]
  /** The first number that fits after the neighbour before. */
  readonly from: number
  /** The last number that fits before the neighbour after, or null where none follows. */
  readonly to: number | null
  readonly neighbours: string
}

const widestGap = 60
const reference = /\brecommendations? (\d{1,3})\b(?: \((?:on|about|to|for) ([^()]{4,200})\))?/gi
const ownNotes = /\bnotes? (?:to|on) recommendation (\d{1,3})\b/i

/**
 * Finds the numbers of rows that have none, in order: by a note that names the row, by what another row of the
 * report says of it, by the gap being exactly as wide as the rows are many, at last by order alone.
 * @returns for each row the inferred number, or null where it has its own or none can be told
 */
export function inferNumbers(rows: readonly NumberedRow[]): (InferredNumber | null)[] {
  const found: (InferredNumber | null)[] = rows.map(() => null)
  const gaps = findGaps(rows)
  if (gaps.length === 0) return found
  const descriptions = describedNumbers(rows)
  for (const gap of gaps) {
    let from = gap.from
    for (const [place, index] of gap.rows.entries()) {
      const to = gap.to === null ? null : gap.to - (gap.rows.length - place - 1)
      const number = chooseNumber(rows[index]?.text ?? '', { from, to }, gap, descriptions)
      found[index] = number
      if (number) from = Number(number.number) + 1
    }
  }
  return found
}

function findGaps(rows: readonly NumberedRow[]): Gap[] {
  const gaps: Gap[] = []
  let missing: number[] = []
  let previous: number | null = null
  for (const [index, { number }] of [...rows, { number: 'end' }].entries()) {
    if (number === '') missing.push(index)
    else {
      const next = Number.parseInt(number, 10)
      if (missing.length > 0) gaps.push(gapBetween(previous, Number.isNaN(next) ? null : next, missing))
      missing = []
      previous = Number.isNaN(next) ? previous : next
    }
  }
  return gaps
}

function gapBetween(previous: number | null, next: number | null, rows: number[]): Gap {
  const before = previous === null ? 'the start' : String(previous)
  const to = next === null ? null : next - 1
  return { rows, from: (previous ?? 0) + 1, to, neighbours: `${before} and ${next ?? 'the end'}` }
}

/** "recommendation 4 (on the creation of safe pathways)" describes row 4 wherever it stands. */
function describedNumbers(rows: readonly NumberedRow[]): ReadonlyMap<number, readonly string[]> {
  const descriptions = new Map<number, string[]>()
  for (const { text } of rows) {
    for (const [, number, description] of text.matchAll(reference)) {
      if (description) descriptions.set(Number(number), longWords(description))
    }
  }
  return descriptions
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}

/** @param open the numbers that the row may have if those after it in the gap are to find one too */
function chooseNumber(
  text: string,
  open: { readonly from: number; readonly to: number | null },
  gap: Gap,
  descriptions: ReadonlyMap<number, readonly string[]>,
): InferredNumber | null {
  const to = Math.min(open.from + widestGap, open.to ?? Number.POSITIVE_INFINITY)
  const noted = Number(ownNotes.exec(text)?.[1])
  if (noted >= open.from && noted <= to) {
    return { number: String(noted), reason: `the row has a note to recommendation ${noted}` }
  }
  const described = findDescribed(text, open.from, to, descriptions)
  if (described !== null) {
    return {
      number: String(described),
      reason: `another row describes recommendation ${described} in its words`,
    }
  }
  if (open.from > to) return null
  const order = `its place between ${gap.neighbours}`
  const isExact = gap.to !== null && gap.to - gap.from + 1 === gap.rows.length
  if (isExact) return { number: String(open.from), reason: order }
  const guess = firstUnmentioned(text, open.from, to) ?? open.from
  return { number: String(guess), reason: `${order}, which leaves other numbers possible` }
}

function findDescribed(
  text: string,
  from: number,
  to: number,
  descriptions: ReadonlyMap<number, readonly string[]>,
): number | null {
  if (descriptions.size === 0) return null
  const words = new Set(longWords(text))
  for (let number = from; number <= to; number += 1) {
    if (isDescribed(words, descriptions.get(number))) return number
  }
  return null
}

/** A row that speaks of "recommendation 2" is not that recommendation itself. */
function firstUnmentioned(text: string, from: number, to: number): number | null {
  const others = new Set([...text.matchAll(reference)].map(([, number]) => Number(number)))
  for (let number = from; number <= to; number += 1) if (!others.has(number)) return number
  return null
}

/** Three quarters of the describing words, and at least two of them, stand in the row itself. */
function isDescribed(words: ReadonlySet<string>, description: readonly string[] | undefined): boolean {
  if (!description) return false
  const shared = description.filter((word) => words.has(word)).length
  return shared >= 2 && shared >= description.length * 0.75
}
