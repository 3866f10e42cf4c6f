/** A line of a file from a learning or a personnel system, with its number in the file, from 1. */
export interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** A table as it stands in a file, before anybody has said what its columns mean. */
export interface TrainingTable {
  readonly name: string
  readonly headings: readonly string[]
  readonly lines: readonly TableLine[]
  /** The file is not UTF-8 and was read as Windows-1252. */
  readonly encodingGuessed: boolean
}

/** What came of a file: its table, or a sentence that says why there is none. */
export type TrainingTableResult =
  | { readonly ok: true; readonly table: TrainingTable }
  | { readonly ok: false; readonly message: string }

/** What the columns of a file mean, in their order. */
export type Columns<Meaning extends string> = readonly (Meaning | 'other')[]

/** Headings by meaning, the most telling first. */
export type HeadingRules<Meaning extends string> = readonly (readonly [Meaning, RegExp])[]

/** What each heading seems to mean; each meaning is given once, to the heading that fits it first. */
export function guessColumns<Meaning extends string>(
  headings: readonly string[],
  rules: HeadingRules<Meaning>,
): Columns<Meaning> {
  const guessed: (Meaning | 'other')[] = headings.map(() => 'other')
  const plain = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  )
  for (const [meaning, words] of rules) {
    if (guessed.includes(meaning)) continue
    const at = plain.findIndex((heading, index) => guessed[index] === 'other' && words.test(heading))
    if (at >= 0) guessed[at] = meaning
  }
  return guessed
}

/** The cell of a line that has a meaning; empty where the file has no such column. */
export function cellOf<Meaning extends string>(
  line: TableLine,
  columns: Columns<Meaning>,
  meaning: Meaning,
): string {
  const at = columns.indexOf(meaning)
  return at < 0 ? '' : (line.cells[at] ?? '').trim()
}

/** What became of one line. `skipped` says nothing that is kept here; `refused` and `failed` are to be mended. */
export const lineOutcomes = [
  'new',
  'changed',
  'unchanged',
  'skipped',
  'refused',
  'failed',
  'not-reached',
] as const
export type LineOutcome = (typeof lineOutcomes)[number]

export interface LineResult {
  readonly line: number
  readonly outcome: LineOutcome
  /** Why, as a sentence; empty where nothing needs saying. */
  readonly note: string
}

/** Whether somebody has to see to a line; one that was not reached comes in with the same file again. */
export function toMend({ outcome }: Pick<LineResult, 'outcome'>): boolean {
  return outcome === 'refused' || outcome === 'failed'
}

/** How many lines had which outcome. */
export function countOutcomes(results: readonly LineResult[]): Readonly<Record<LineOutcome, number>> {
  const counts = Object.fromEntries(lineOutcomes.map((one) => [one, 0])) as Record<LineOutcome, number>
  for (const { outcome } of results) counts[outcome] += 1
  return counts
}
