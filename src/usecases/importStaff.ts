import type { IsoDate } from '../domain/calendarDays.ts'
import type { StaffMember } from '../domain/staff.ts'
import { leaverOf, mergeStaff, readStaffLines, type StaffMeaning } from '../domain/staffImport.ts'
import type { Columns, LineResult, TrainingTable } from '../domain/trainingTable.ts'
import type { StaffStore } from './trainingPorts.ts'
import { type BroughtInBy, type LineWrite, type WriteOptions, writeLines } from './writeLines.ts'

export interface ImportStaffDeps {
  readonly staff: Pick<StaffStore, 'all' | 'createMany' | 'saveMany'>
}

export interface StaffFile {
  readonly table: TrainingTable
  readonly columns: Columns<StaffMeaning>
  /** The file names everybody: whoever is not in it has left. */
  readonly complete: boolean
}

/** What an import would do, before anything is written. */
export interface StaffPlan {
  readonly writes: readonly LineWrite<StaffMember>[]
  readonly others: readonly LineResult[]
  /** People whom a complete file does not name; their lines are numbered 0. */
  readonly leavers: number
}

/** Reads a file against the staff list. Writes nothing; throws `M365Error`. */
export async function planStaff(
  { staff }: ImportStaffDeps,
  { table, columns, complete }: StaffFile,
  today: IsoDate,
): Promise<StaffPlan> {
  const kept = new Map((await staff.all()).rows.map((row) => [row.value.key, row]))
  const saysSince = columns.includes('since')
  const writes: LineWrite<StaffMember>[] = []
  const others: LineResult[] = []
  const named = new Set<string>()
  for (const line of readStaffLines(table.lines, columns, today)) {
    if (!line.ok) {
      others.push({ line: line.line, outcome: 'refused', note: line.note })
      for (const word of line.about) named.add(word)
      continue
    }
    named.add(line.member.key)
    const existing = kept.get(line.member.key) ?? null
    const value = existing ? mergeStaff(existing.value, line.member, saysSince, today) : line.member
    if (value === null) others.push({ line: line.line, outcome: 'unchanged', note: '' })
    else writes.push({ line: line.line, value, existing })
  }
  const gone = complete
    ? [...kept.values()].filter(
        ({ value }) => value.until === null && !named.has(value.key) && !named.has(value.name.toLowerCase()),
      )
    : []
  const leaving = gone.map((existing) => ({ line: 0, value: leaverOf(existing.value, today), existing }))
  return { writes: [...writes, ...leaving], others, leavers: leaving.length }
}

/** Brings in what was planned; importing the same file again writes nothing. */
export async function importStaff(
  { staff, me }: Pick<ImportStaffDeps, 'staff'> & BroughtInBy,
  plan: StaffPlan,
  options: WriteOptions = {},
): Promise<readonly LineResult[]> {
  const written = await writeLines(staff, plan.writes, (_kept, next) => next, { ...options, me })
  return [...written, ...plan.others].sort((one, other) => one.line - other.line)
}
