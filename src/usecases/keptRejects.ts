import type { Setting } from '../domain/setting.ts'
import { type LineResult, toMend, type TrainingTable } from '../domain/trainingTable.ts'
import type { SettingStore, Stored } from './ports.ts'

const settingKey = 'training-import/rejects'
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

export interface HeldRejects {
  readonly row: Stored<Setting> | null
  /** Null when nothing is to be mended. */
  readonly rejects: KeptRejects | null
}

type Store = Pick<SettingStore, 'byKey' | 'create' | 'save'>

/** What is to be mended. Throws `M365Error`. */
export async function readRejects(settings: Pick<Store, 'byKey'>): Promise<HeldRejects> {
  const row = await settings.byKey(settingKey)
  return { row, rejects: row === null ? null : parse(row.value.value) }
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

/** Keeps what is to be mended in the place of what was; null empties it. Throws `M365Error`. */
export async function keepRejects(
  settings: Store,
  rejects: KeptRejects | null,
  by: { readonly objectId: string; readonly name: string },
): Promise<void> {
  const { row } = await readRejects(settings)
  const next: Setting = {
    ...{ key: settingKey, value: rejects === null ? '' : JSON.stringify(rejects) },
    ...{ changedBy: by.objectId, changedByName: by.name },
  }
  if (row !== null) await settings.save(row, next)
  else if (rejects !== null) await settings.create(next)
}
