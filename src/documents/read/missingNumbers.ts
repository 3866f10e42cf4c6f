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
  /** The numbers that would fit between the neighbours. */
  readonly candidates: readonly number[]
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
    let floor = -1
    for (const [place, index] of gap.rows.entries()) {
      const left = gap.rows.length - place - 1
      const open = gap.candidates.filter((number) => number > floor)
      const number = chooseNumber(rows[index]?.text ?? '', open, left, gap, descriptions)
      found[index] = number
      if (number) floor = Number(number.number)
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
  const from = (previous ?? 0) + 1
  const to = next === null ? from + rows.length - 1 : Math.min(next - 1, from + widestGap)
  const candidates = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  const before = previous === null ? 'the start' : String(previous)
  return { rows, candidates, neighbours: `${before} and ${next ?? 'the end'}` }
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

function chooseNumber(
  text: string,
  open: readonly number[],
  rowsAfter: number,
  gap: Gap,
  descriptions: ReadonlyMap<number, readonly string[]>,
): InferredNumber | null {
  const noted = Number(ownNotes.exec(text)?.[1])
  if (open.includes(noted))
    return { number: String(noted), reason: `the row has a note to recommendation ${noted}` }
  const words = new Set(longWords(text))
  const described = open.find((number) => isDescribed(words, descriptions.get(number)))
  if (described !== undefined) {
    return {
      number: String(described),
      reason: `another row describes recommendation ${described} in its words`,
    }
  }
  const order = `its place between ${gap.neighbours}`
  if (gap.candidates.length === gap.rows.length && open[0] !== undefined)
    return { number: String(open[0]), reason: order }
  const others = new Set([...text.matchAll(reference)].map(([, number]) => Number(number)))
  const usable = open.filter((number) => !others.has(number))
  const guess = (usable.length > rowsAfter ? usable : open)[0]
  return guess === undefined
    ? null
    : { number: String(guess), reason: `${order}, which leaves other numbers possible` }
}

/** Three quarters of the describing words, and at least two of them, stand in the row itself. */
function isDescribed(words: ReadonlySet<string>, description: readonly string[] | undefined): boolean {
  if (!description) return false
  const shared = description.filter((word) => words.has(word)).length
  return shared >= 2 && shared >= description.length * 0.75
}
