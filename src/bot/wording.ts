import { isM365Error } from '../domain/m365Error.ts'
import { reminderSettingKeys, reminderSettingsOf } from '../domain/reminderSettings.ts'
import { defaultWording, type ReminderWording } from '../domain/reminderWording.ts'
import type { SettingStore } from '../usecases/ports.ts'
import { rememberedFor } from './remembered.ts'

/** Milliseconds for which the wording holds once it was read: a run of thousands of cards reads it now and then. */
const holds = 60_000

/**
 * The force's own sentences. Where they cannot be read, or cannot be used, the default is given: a reminder matters
 * more than its words.
 * @param now epoch milliseconds
 */
export function rememberedWording(
  settings: () => Promise<Pick<SettingStore, 'byKey'>>,
  now?: () => number,
): () => Promise<ReminderWording> {
  const read = rememberedFor(
    holds,
    async () => {
      const row = await (await settings()).byKey(reminderSettingKeys.wording)
      return reminderSettingsOf(row ? [row.value] : []).wording
    },
    now,
  )
  return () =>
    read().catch((thrown: unknown) => {
      if (isM365Error(thrown)) return defaultWording
      throw thrown
    })
}
