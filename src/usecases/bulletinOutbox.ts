import { mayRunCourses, type Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import type { SettingStore, Stored } from './ports.ts'

export interface OutboxDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
}

/** The setting that tells the service what it is to send: the one row that it looks at. */
export const outboxKey = 'bulletin-outbox'

/** In the outbox: people of runs are to be asked now. */
export const feedbackOrder = 'feedback'

/** Whether something in the outbox is a bulletin. */
export const isBulletin = (key: string) => key.startsWith('bulletin/')

/** Who changes settings when the service does. */
export const service = { objectId: 'follow-through', name: 'Follow-Through' }

/** Has the service ask people about runs within a minute instead of at its own time. Throws `M365Error`. */
export async function askForFeedbackNow(deps: OutboxDeps, actor: Person): Promise<boolean> {
  if (!mayRunCourses(actor)) return false
  await changeOutbox(deps, (keys) => [...keys, feedbackOrder], actor)
  return true
}

/** The bulletins that wait. Throws `M365Error`. */
export async function readOutbox(deps: {
  readonly settings: Pick<SettingStore, 'byKey'>
}): Promise<{ readonly row: Stored<Setting>; readonly keys: readonly string[] } | null> {
  const row = await deps.settings.byKey(outboxKey)
  return row && { row, keys: row.value.value.split('\n').filter(Boolean) }
}

/** Adds to the outbox, or takes out of it, whatever others do to it meanwhile. Throws `M365Error`. */
export async function changeOutbox(
  deps: OutboxDeps,
  change: (keys: readonly string[]) => readonly string[],
  by: { readonly objectId: string; readonly name: string },
): Promise<void> {
  const settingOf = (keys: readonly string[]): Setting => ({
    ...{ key: outboxKey, value: [...new Set(keys)].join('\n') },
    ...{ changedBy: by.objectId, changedByName: by.name },
  })
  const there = await readOutbox(deps)
  let row = there?.row ?? null
  if (!row) {
    const created = await deps.settings.create(settingOf(change([])))
    if (!created.already) return
    row = created.row
  }
  for (;;) {
    const saved = await deps.settings.save(
      row,
      settingOf(change(row.value.value.split('\n').filter(Boolean))),
    )
    if (saved.ok) return
    row = saved.theirs
  }
}
