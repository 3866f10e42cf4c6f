import { type ColumnMapping, mappingKey, readMapping, writeMapping } from '../domain/anyPaper.ts'
import type { Person } from '../domain/roles.ts'
import type { SettingStore } from './ports.ts'

/** What was said of a file with these headings before, or null. Throws `M365Error`. */
export async function rememberedMapping(
  settings: Pick<SettingStore, 'byKey'>,
  fingerprint: string,
): Promise<ColumnMapping | null> {
  const kept = await settings.byKey(mappingKey(fingerprint))
  return kept && readMapping(kept.value.value)
}

/** Keeps what the columns of such a file mean, for everybody; the newest word stands. Throws `M365Error`. */
export async function rememberMapping(
  settings: Pick<SettingStore, 'create' | 'save'>,
  { fingerprint, mapping, by }: { fingerprint: string; mapping: ColumnMapping; by: Person },
): Promise<void> {
  const next = {
    key: mappingKey(fingerprint),
    value: writeMapping(mapping),
    changedBy: by.objectId,
    changedByName: by.name,
  }
  let { row, already } = await settings.create(next)
  for (let round = 0; already && row.value.value !== next.value && round < 3; round += 1) {
    const saved = await settings.save(row, next)
    if (saved.ok) already = false
    else row = saved.theirs
  }
}
