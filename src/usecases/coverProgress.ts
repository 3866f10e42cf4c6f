import { M365Error } from '../domain/m365Error.ts'
import type { Setting } from '../domain/setting.ts'
import type { SettingStore, Stored } from './ports.ts'

const settingKey = 'cover/progress'

/** How far the cover has been counted: what is asked for next is what changed since. */
export interface CoverProgress {
  readonly completionsToken: string
  readonly staffToken: string
  /** Print of each requirement that the figures were counted by. */
  readonly prints: Readonly<Record<string, string>>
  /** Rows of both lists at the last full count: tells when another full count is cheaper. */
  readonly rows: number
}

export interface HeldProgress {
  readonly row: Stored<Setting> | null
  /** Null when it was never counted, or what is kept cannot be read: then everything is counted. */
  readonly progress: CoverProgress | null
}

type Store = Pick<SettingStore, 'byKey' | 'create' | 'save'>

export async function readCoverProgress(settings: Store): Promise<HeldProgress> {
  const row = await settings.byKey(settingKey)
  return { row, progress: row === null ? null : parse(row.value.value) }
}

function parse(json: string): CoverProgress | null {
  try {
    const { completionsToken, staffToken, prints, rows } = JSON.parse(json) as Partial<CoverProgress>
    if (typeof completionsToken !== 'string' || typeof staffToken !== 'string') return null
    if (typeof prints !== 'object' || prints === null || typeof rows !== 'number') return null
    return { completionsToken, staffToken, prints, rows }
  } catch {
    return null
  }
}

/** Written last, after every figure: a count that breaks off is made again, and comes to the same. */
export async function keepCoverProgress(
  settings: Store,
  row: Stored<Setting> | null,
  progress: CoverProgress,
): Promise<void> {
  const value: Setting = {
    key: settingKey,
    value: JSON.stringify(progress),
    changedBy: 'service',
    changedByName: 'Follow-Through',
  }
  if (row === null) {
    await settings.create(value)
    return
  }
  const saved = await settings.save(row, value)
  if (!saved.ok)
    throw new M365Error(
      'conflict',
      'Another instance of the service counted the cover meanwhile. It is counted again with the next run.',
    )
}
