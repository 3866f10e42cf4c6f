import type { IsoDate } from '../domain/calendarDays.ts'
import type { Completion } from '../domain/completion.ts'
import {
  type CompletionLine,
  type CompletionMeaning,
  courseFinder,
  isLeftOut,
  readCompletionLines,
  sameCompletion,
  sayLineRefusal,
} from '../domain/completionImport.ts'
import { staffFinder } from '../domain/staffFinder.ts'
import type { Columns, LineResult, TrainingTable } from '../domain/trainingTable.ts'
import type { CourseStore, Stored } from './ports.ts'
import type { CompletionStore, StaffStore } from './trainingPorts.ts'
import { type BroughtInBy, type LineWrite, type WriteOptions, writeLines } from './writeLines.ts'

export interface ImportCompletionsDeps {
  readonly completions: Pick<CompletionStore, 'all' | 'ofPeople' | 'createMany' | 'saveMany'>
  readonly staff: Pick<StaffStore, 'all'>
  readonly courses: Pick<CourseStore, 'all'>
}

export interface CompletionFile {
  readonly table: TrainingTable
  readonly columns: Columns<CompletionMeaning>
  /** Key of a course by what the file calls it, in small letters; only what the catalogue does not know. */
  readonly courseWords: Readonly<Record<string, string>>
}

/** What an import would do, line by line, before anything is written. */
export interface CompletionPlan {
  readonly writes: readonly LineWrite<Completion>[]
  /** Lines that write nothing: unchanged, left out, or to be mended. */
  readonly others: readonly LineResult[]
  /** What the file calls courses that the catalogue does not know, with how many lines, the most first. */
  readonly unknownCourses: readonly { readonly word: string; readonly lines: number }[]
}

/** More people than this are looked for by reading the list once: that is fewer requests. */
const mostPeopleAsked = 2_000

/** Reads a file against staff, catalogue and what is kept already. Writes nothing; throws `M365Error`. */
export async function planCompletions(
  deps: ImportCompletionsDeps,
  { table, columns, courseWords }: CompletionFile,
  today: IsoDate,
): Promise<CompletionPlan> {
  const [staff, courses] = await Promise.all([deps.staff.all(), deps.courses.all()])
  const lines = readCompletionLines(table.lines, {
    ...{ columns, today, source: table.name },
    findPerson: staffFinder(staff.rows.map(({ value }) => value)),
    findCourse: courseFinder(
      courses.rows.map(({ value }) => value),
      courseWords,
    ),
  })
  const read = lines.flatMap((line) => (line.ok ? [line] : []))
  const kept = await keptOf(deps, [...new Set(read.map(({ completion }) => completion.person))])
  const writes: LineWrite<Completion>[] = []
  const others: LineResult[] = lines.flatMap((line) => (line.ok ? [] : [refusedLine(line)]))
  for (const { line, completion } of read) {
    const existing = kept.get(completion.key) ?? null
    if (existing && sameCompletion(existing.value, completion))
      others.push({ line, outcome: 'unchanged', note: '' })
    else writes.push({ line, value: completion, existing })
  }
  return { writes, others, unknownCourses: unknownCoursesOf(lines) }
}

async function keptOf(
  { completions }: Pick<ImportCompletionsDeps, 'completions'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, Stored<Completion>>> {
  if (people.length === 0) return new Map()
  const { rows } = await (people.length > mostPeopleAsked ? completions.all() : completions.ofPeople(people))
  return new Map(rows.map((row) => [row.value.key, row]))
}

function refusedLine(line: Extract<CompletionLine, { ok: false }>): LineResult {
  return {
    line: line.line,
    outcome: isLeftOut(line.code) ? 'skipped' : 'refused',
    note: sayLineRefusal(line),
  }
}

function unknownCoursesOf(lines: readonly CompletionLine[]): CompletionPlan['unknownCourses'] {
  const words = lines.flatMap((line) => (!line.ok && line.code === 'unknown-course' ? [line.word] : []))
  return [...Map.groupBy(words, (word) => word)]
    .map(([word, all]) => ({ word, lines: all.length }))
    .sort((one, other) => other.lines - one.lines)
}

/**
 * Brings in what was planned. Importing the same file again writes nothing; a file that was stopped goes on. What a file
 * corrects, result or last day, is corrected; the day on which it was first recorded stays.
 */
export async function importCompletions(
  { completions, me }: Pick<ImportCompletionsDeps, 'completions'> & BroughtInBy,
  plan: CompletionPlan,
  options: WriteOptions = {},
): Promise<readonly LineResult[]> {
  const written = await writeLines(completions, plan.writes, settle, { ...options, me })
  return [...written, ...plan.others].sort((one, other) => one.line - other.line)
}

function settle(kept: Completion, imported: Completion): Completion | null {
  if (sameCompletion(kept, imported)) return null
  return { ...imported, recordedOn: kept.recordedOn, runKey: imported.runKey || kept.runKey }
}
