import { useMemo } from 'react'
import { type Instant, writeInstant } from '../../../domain/calendarDays.ts'
import type { Setting } from '../../../domain/setting.ts'
import { changesOf } from '../../../usecases/keepSetting.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { withKeys } from '../../ui/withKeys.ts'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { useRowNames } from './rowNames.tsx'
import { Section } from './Section.tsx'
import { nameOfSetting, sayDifferences } from './settingWords.ts'

interface LoggedChange {
  readonly at: Instant
  readonly by: string
  readonly what: string
  readonly differences: readonly string[]
}

/** Every change of the rules, the newest first: when, who, and from what to what. */
export function SettingLog({ settings }: { settings: readonly Stored<Setting>[] }) {
  const styles = useRemindersStyles()
  const nameOf = useRowNames()
  const log = useMemo(() => logOf(settings, (key) => nameOf(key).name), [settings, nameOf])
  return (
    <Section title="Changes" about="Every change of these rules, the newest first.">
      {log.length === 0 ? (
        <p className={styles.quiet}>
          Nobody has changed the rules yet: they are as Follow-Through brings them.
        </p>
      ) : (
        <ol className={styles.list} aria-label="Changes of the rules">
          {withKeys(log, ({ at, what }) => `${at} ${what}`).map(({ key, thing }) => (
            <li key={key}>
              <span className={styles.name}>{thing.what}</span>, by {thing.by} on {writeInstant(thing.at)}
              {thing.differences.map((one) => (
                <div key={one}>{one}</div>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function logOf(
  settings: readonly Stored<Setting>[],
  subject: (key: string) => string,
): readonly LoggedChange[] {
  const entries = settings.flatMap(({ value }) => {
    const what = nameOfSetting(value.key, subject)
    if (what === null) return []
    const changes = changesOf(value)
    return changes.map(({ at, by, from }, place) => ({
      ...{ at, by, what },
      differences: sayDifferences(value.key, from, changes[place - 1]?.from ?? value.value),
    }))
  })
  return entries.sort((a, b) => b.at.localeCompare(a.at))
}
