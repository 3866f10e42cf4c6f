import { fingerprint } from '../domain/fingerprint.ts'
import { M365Error } from '../domain/m365Error.ts'
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

/** Times that lines are kept over what others keep at the same moment. */
const triesOverOthers = 5

/**
 * Keeps what is to be mended beside what others left; null says that nothing is left. Throws `M365Error`.
 * @param mended numbers of kept lines that were brought in again or thrown away: they go, and `rejects` has their
 * numbers; empty for a file of its own
 */
export async function keepRejects(
  settings: Store,
  headings: readonly string[],
  rejects: KeptRejects | null,
  {
    by,
    mended,
  }: {
    readonly by: { readonly objectId: string; readonly name: string }
    readonly mended: readonly number[]
  },
): Promise<void> {
  const key = keyOf(headings)
  const changed = { changedBy: by.objectId, changedByName: by.name }
  let row = await settings.byKey(key)
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const all = together(row === null ? null : parse(row.value.value), rejects, new Set(mended))
    const next: Setting = { key, value: all === null ? '' : JSON.stringify(all), ...changed }
    if (row === null) {
      if (all === null) return
      const created = await settings.create(next)
      if (!created.already) return
      row = created.row
      continue
    }
    if (row.value.value === next.value) return
    const saved = await settings.save(row, next)
    if (saved.ok) return
    row = saved.theirs
  }
  throw new M365Error(
    'conflict',
    'Others kept changing the lines that are to be mended. What they kept is there; try again in a minute.',
  )
}

function together(
  before: KeptRejects | null,
  rejects: KeptRejects | null,
  mended: ReadonlySet<number>,
): KeptRejects | null {
  if (before === null) return rejects
  if (mended.size === 0) return rejects ? added(before, rejects) : before
  const others = before.table.lines.filter(({ line }) => !mended.has(line))
  if (others.length === 0) return rejects
  const lines = [...others, ...(rejects?.table.lines ?? [])].sort((one, other) => one.line - other.line)
  const said = { ...before.notes, ...rejects?.notes }
  const notes = Object.fromEntries(lines.map(({ line }) => [line, said[line] ?? '']))
  return { table: { ...before.table, lines }, notes, left: before.left + (rejects?.left ?? 0) }
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
