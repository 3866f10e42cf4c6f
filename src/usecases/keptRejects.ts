import { fingerprint } from '../domain/fingerprint.ts'
import type { Setting } from '../domain/setting.ts'
import { type LineResult, type TrainingTable, toMend } from '../domain/trainingTable.ts'
import type { SettingStore } from './ports.ts'

const prefix = 'training-import/rejects/'

/** Files with the same headings share one place: what one leaves is added to what another left. */
const keyOf = (headings: readonly string[]) => `${prefix}${fingerprint(headings.join('\u0001'))}`

/** A note of SharePoint holds a little more. */
const mostCharacters = 60_000

/** Lines that were not brought in, as they stand in the file, with the reasons, until somebody mends them. */
export interface KeptRejects {
  readonly table: TrainingTable
  /** Why, by the number of the line. */
  readonly notes: Readonly<Record<number, string>>
  /** Lines that there was no room for; they are in the file of the import. */
  readonly left: number
}

type Store = Pick<SettingStore, 'byKey' | 'create' | 'save'>

/** What is to be mended, one group for each kind of file. Throws `M365Error`. */
export async function readRejects(settings: Pick<SettingStore, 'all'>): Promise<readonly KeptRejects[]> {
  const { rows } = await settings.all()
  return rows.flatMap(({ value }) => (value.key.startsWith(prefix) ? (parse(value.value) ?? []) : []))
}

function parse(json: string): KeptRejects | null {
  if (json === '') return null
  try {
    const { table, notes, left } = JSON.parse(json) as KeptRejects
    return table.lines.length === 0 ? null : { table, notes, left }
  } catch {
    return null
  }
}

/** The lines of a file that an import left to be mended; null when there are none. */
export function rejectsOf(table: TrainingTable, results: readonly LineResult[]): KeptRejects | null {
  const notes = new Map(results.filter(toMend).map(({ line, note }) => [line, note]))
  const lines = table.lines.filter(({ line }) => notes.has(line))
  if (lines.length === 0) return null
  const kept: typeof lines = []
  let room = mostCharacters - JSON.stringify(table.headings).length - 200
  for (const line of lines) {
    room -= JSON.stringify(line).length + JSON.stringify(notes.get(line.line)).length + 12
    if (room < 0) break
    kept.push(line)
  }
  return {
    table: { ...table, lines: kept },
    notes: Object.fromEntries(kept.map(({ line }) => [line, notes.get(line) ?? ''])),
    left: lines.length - kept.length,
  }
}

/**
 * Keeps what is to be mended; null says that nothing of such a file is any more. Throws `M365Error`.
 * @param mended the lines come from what was kept, and take its place; otherwise they are added to it
 */
export async function keepRejects(
  settings: Store,
  headings: readonly string[],
  rejects: KeptRejects | null,
  {
    by,
    mended,
  }: { readonly by: { readonly objectId: string; readonly name: string }; readonly mended: boolean },
): Promise<void> {
  const row = await settings.byKey(keyOf(headings))
  const before = row === null || mended ? null : parse(row.value.value)
  const all = before && rejects ? added(before, rejects) : (rejects ?? before)
  const next: Setting = {
    ...{ key: keyOf(headings), value: all === null ? '' : JSON.stringify(all) },
    ...{ changedBy: by.objectId, changedByName: by.name },
  }
  if (row === null) {
    if (all !== null) await settings.create(next)
  } else if (row.value.value !== next.value) await settings.save(row, next)
}

/** Lines of a later file get numbers of their own, after those of the earlier. */
function added(before: KeptRejects, rejects: KeptRejects): KeptRejects {
  const last = Math.max(...before.table.lines.map(({ line }) => line))
  const lines = rejects.table.lines.map(({ line, cells }) => ({ line: line + last, cells }))
  const results = [
    ...Object.entries(before.notes),
    ...Object.entries(rejects.notes).map(([line, note]) => [Number(line) + last, note] as const),
  ]
  const table = { ...rejects.table, lines: [...before.table.lines, ...lines] }
  const kept = rejectsOf(
    table,
    results.map(([line, note]) => ({ line: Number(line), outcome: 'refused', note })),
  )
  return kept ? { ...kept, left: kept.left + before.left + rejects.left } : before
}
