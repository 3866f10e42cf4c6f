import { fingerprint } from '../domain/fingerprint.ts'
import type { Setting } from '../domain/setting.ts'
import type { SettingStore } from './ports.ts'

/** What people said that a file's columns and its words for courses mean. */
export interface SaidOfFile {
  readonly columns: readonly string[]
  readonly courseWords: Readonly<Record<string, string>>
}

type Store = Pick<SettingStore, 'byKey' | 'create' | 'save'>
type Kind = 'completions' | 'staff'

const keyOf = (kind: Kind, headings: readonly string[]) =>
  `training-columns/${kind}-${fingerprint(headings.join('\u0001').toLowerCase())}`

/** What was said of a file with these headings before, by anybody; null when nothing was. Throws `M365Error`. */
export async function rememberedColumns(
  settings: Store,
  kind: Kind,
  headings: readonly string[],
): Promise<SaidOfFile | null> {
  const kept = await settings.byKey(keyOf(kind, headings))
  if (!kept) return null
  try {
    const { columns, courseWords } = JSON.parse(kept.value.value) as Partial<SaidOfFile>
    if (!Array.isArray(columns) || typeof courseWords !== 'object' || courseWords === null) return null
    return { columns, courseWords }
  } catch {
    return null
  }
}

/** Keeps it for everybody; the newest word stands. Throws `M365Error`. */
export async function rememberColumns(
  settings: Store,
  kind: Kind,
  headings: readonly string[],
  said: SaidOfFile,
  by: { readonly objectId: string; readonly name: string },
): Promise<void> {
  const next: Setting = {
    ...{ key: keyOf(kind, headings), value: JSON.stringify(said) },
    ...{ changedBy: by.objectId, changedByName: by.name },
  }
  const { row, already } = await settings.create(next)
  if (already && row.value.value !== next.value) await settings.save(row, next)
}
