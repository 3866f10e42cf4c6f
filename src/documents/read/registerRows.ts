import type { ColumnMapping, ColumnMeaning } from '../../domain/anyPaper.ts'
import type { DueEntry } from '../../domain/dueLedger.ts'
import type { PaperDoubt, PaperRow } from '../../domain/paperReading.ts'
import type { Element, RecommendationKind, Status } from '../../domain/recommendation.ts'
import type { ColumnGuess } from './columns.ts'
import { readDueEntries } from './dueEntries.ts'
import { readElements } from './elements.ts'
import { readLead } from './kinds.ts'
import { type CellText, emptyCell } from './markup.ts'
import { overallStatus, percentOf, registerStatus } from './registerStatus.ts'
import type { RegisterLine } from './registerTables.ts'
import { contentDoubts } from './rowDoubts.ts'
import type { JoinedLine } from './seams.ts'

/** The lines of a table that make up one row: the first begins it, the others are its parts. */
export interface RegisterDraft {
  readonly report: number
  readonly columns: readonly ColumnGuess[]
  readonly main: RegisterLine
  readonly parts: RegisterLine[]
}

/** What a table as a whole says about its status words. */
export interface StatusReading {
  readonly mapping: ColumnMapping
  readonly hasBlue: boolean
  /** Every status word is one of ours, in capitals as we write them. */
  readonly isOurs: boolean
}

const noWords = () => new Map<string, number>()

/** Makes a row of the paper of its lines, with what could not be placed kept in the comment under its heading. */
export function finishRegisterRow(draft: RegisterDraft, reading: StatusReading): PaperRow {
  const { columns, main, parts } = draft
  const own = cellsOf(main, columns)
  const lead = readLead(spelledOut(own.text.lines))
  const number = numberOf(own.number.plain)
  const texts = lead.number !== '' || lead.kind !== null ? lead.lines : own.text.lines
  const kind = kindOf(own.kind.plain) ?? number.kind ?? lead.kind ?? headingKind(columns)
  const asserted = registerStatus(own, reading, main.line)
  const due = dueOf(main, columns)
  const status = overallStatus(asserted, partStatuses(own, parts, columns, reading), main.line)
  const elements = [
    ...readElements(texts, asLines(own.comment.lines, main.line), []),
    ...partElements(own, asserted.known, parts, columns, reading),
  ]
  const comment = commentOf(main, columns, own, elements.length > 0 && parts.length > 0)
  const row = {
    ...{ report: draft.report, number: number.text || lead.number, numberInferred: false },
    ...{ kind: kind ?? ('recommendation' as const), status: status.word, text: texts.join('\n') },
    ...{ comment: comment.join('\n'), due: due.entries, elements },
    ...(own.owner.plain === '' ? {} : { owner: own.owner.plain }),
    lines: [main.line, ...parts.map(({ line }) => line)],
  }
  const doubts: PaperDoubt[] = [
    ...status.doubts,
    ...due.doubts,
    ...contentDoubts({ ...row, comment: asLines(comment, main.line), dueLines: due.lines, line: main.line }),
    ...(row.number === '' ? [numberMissing(main.line)] : []),
  ]
  return { ...row, doubts }
}

/** "AFI 2 – The force …" at the head of a text is "Area for improvement 2: The force …". */
function spelledOut([first = '', ...others]: readonly string[]): readonly string[] {
  const short = /^(rec|afi)s?\.?\s?(\d{1,3}[a-z]?)\s*[:.–-]\s*/i.exec(first)
  if (!short) return first === '' ? others : [first, ...others]
  const label = /^r/i.test(short[1] ?? '') ? 'Recommendation' : 'Area for improvement'
  return [`${label} ${short[2]}: ${first.slice(short[0].length)}`, ...others]
}

export type OwnCells = Readonly<Record<ColumnMeaning, CellText>>

/** The cells of a line by what they mean; several of one meaning follow each other. */
function cellsOf(line: RegisterLine, columns: readonly ColumnGuess[]): OwnCells {
  const cells = new Map<ColumnMeaning, CellText[]>()
  for (const [index, { meaning }] of columns.entries()) {
    const text = line.cells[index]?.text ?? emptyCell
    if (text.lines.length > 0) cells.set(meaning, [...(cells.get(meaning) ?? []), text])
  }
  const of = (meaning: ColumnMeaning) => merged(cells.get(meaning) ?? [])
  return {
    ...{
      number: of('number'),
      kind: of('kind'),
      text: of('text'),
      action: of('action'),
      status: of('status'),
    },
    ...{ percent: of('percent'), due: of('due'), comment: of('comment'), owner: of('owner') },
    ...{ addressee: of('addressee'), priority: of('priority'), raised: of('raised'), report: of('report') },
    ...{ source: of('source'), published: of('published'), other: of('other'), ignored: emptyCell },
  }
}

function merged(cells: readonly CellText[]): CellText {
  const [first, ...others] = cells
  if (!first || others.length === 0) return first ?? emptyCell
  const lines = cells.flatMap((cell) => cell.lines)
  return { ...first, lines, plain: lines.join(' ') }
}

const kindWords: readonly (readonly [RegExp, RecommendationKind])[] = [
  [/^(?:causes? of concern|coc)\b/i, 'cause-of-concern'],
  [/^(?:areas? for improvement|afi)s?\b/i, 'area-for-improvement'],
  [/^(?:recommendations?|recs?|r)\b/i, 'recommendation'],
]

function kindOf(text: string): RecommendationKind | null {
  return kindWords.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** "Rec 4", "AFI 2": the kind stands in the number. Any other reference stays as it is written. */
function numberOf(text: string): { text: string; kind: RecommendationKind | null } {
  const named =
    /^((?:recommendation|rec|afi|area for improvement|cause of concern|coc)s?)[\s.:#-]*(?:no\.? ?)?(\d{1,3}(?:\.\d{1,3})?[a-z]?)\.?$/i.exec(
      text,
    )
  if (named) return { text: named[2] ?? '', kind: kindOf(named[1] ?? '') }
  return { text: text.replace(/^\((.+)\)$/, '$1').replace(/[.:]$/, ''), kind: null }
}

/** A column headed "Areas for improvement", and nothing else, says the kind of its rows. */
function headingKind(columns: readonly ColumnGuess[]): RecommendationKind | null {
  const heading = columns.find(({ meaning }) => meaning === 'text')?.heading ?? ''
  return /recommendation/i.test(heading) ? null : kindOf(heading)
}

function dueOf(line: RegisterLine, columns: readonly ColumnGuess[]) {
  const entries: DueEntry[] = []
  const lines: JoinedLine[] = []
  const doubts: PaperDoubt[] = []
  for (const [index, column] of columns.entries()) {
    const cell = line.cells[index]?.text ?? emptyCell
    if (column.meaning !== 'due' || cell.lines.length === 0) continue
    const read = readDueEntries([{ line: line.line, cell }], noWords)
    const isMoved = entries.length > 0 && /revised|new|extended|current/i.test(column.heading)
    entries.push(
      ...read.entries.map((entry) =>
        isMoved && entry.verb === 'none' ? { ...entry, verb: 'extended-to' as const } : entry,
      ),
    )
    lines.push(...read.lines)
    doubts.push(...read.doubts)
  }
  return { entries, lines, doubts }
}

/** Columns without a place of their own are kept in the comment, each under its heading. */
const keptInComment: ReadonlySet<ColumnMeaning> = new Set([
  ...(['percent', 'addressee', 'priority', 'raised', 'other'] as const),
])

function commentOf(
  line: RegisterLine,
  columns: readonly ColumnGuess[],
  own: OwnCells,
  hasParts: boolean,
): string[] {
  const comments = columns.filter(({ meaning }) => meaning === 'comment')
  const kept = columns.flatMap(({ meaning, heading }, index) => {
    const [first, ...others] = line.cells[index]?.text.lines ?? []
    if (first === undefined) return []
    const isOwn = meaning === 'comment' && (comments.length === 1 || comments[0]?.heading === heading)
    if (isOwn) return [first, ...others]
    const percent = meaning === 'percent' ? percentOf(first) : null
    if (percent !== null) return [`${heading}: ${percent} %`]
    const isKept = keptInComment.has(meaning) || meaning === 'comment' || (meaning === 'action' && !hasParts)
    return isKept ? [heading === '' ? first : `${heading}: ${first}`, ...others] : []
  })
  return own.status.lines.length > 1 ? [...kept, ...own.status.lines.slice(1)] : kept
}

/** Lines under a row that have no reference of their own are its parts; its own action is the first of them. */
function partElements(
  own: OwnCells,
  status: Element['status'],
  parts: readonly RegisterLine[],
  columns: readonly ColumnGuess[],
  reading: StatusReading,
): Element[] {
  if (parts.length === 0) return []
  const first =
    own.action.plain === '' ? [] : [{ label: '', text: own.action.lines.join('\n'), status, comment: '' }]
  return [...first, ...parts.map((part) => partElement(part, columns, reading))]
}

/** The statuses of a row whose own line is its first part; none where the row stands above its parts. */
function partStatuses(
  own: OwnCells,
  parts: readonly RegisterLine[],
  columns: readonly ColumnGuess[],
  reading: StatusReading,
): Status[] {
  if (own.action.plain === '') return []
  return parts.flatMap((part) => registerStatus(cellsOf(part, columns), reading, part.line).known ?? [])
}

function partElement(part: RegisterLine, columns: readonly ColumnGuess[], reading: StatusReading): Element {
  const own = cellsOf(part, columns)
  const status = registerStatus(own, reading, part.line)
  const text = [...own.action.lines, ...own.text.lines]
  const comment = [
    ...own.comment.lines,
    ...(own.owner.plain === '' ? [] : [`Lead: ${own.owner.plain}`]),
    ...own.due.lines.map((line) => `Due: ${line}`),
    ...own.percent.lines.map((line) => `${percentOf(line) ?? line} % complete`),
    ...own.other.lines,
  ]
  return {
    label: own.number.plain === '' ? '' : `[${own.number.plain}]`,
    ...{ text: text.join('\n'), status: status.known, comment: comment.join('\n') },
  }
}

function asLines(texts: readonly string[], line: number): JoinedLine[] {
  return texts.map((text) => ({ text, line, cut: false, starts: [{ at: 0, line }] }))
}

function numberMissing(line: number): PaperDoubt {
  return {
    code: 'number-missing',
    message:
      'The row has no reference. It is known by its text: if that changes, it will be taken for a new row.',
    line,
  }
}
