import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { isIsoDate, writeDate, writeInstant } from '../../../../domain/calendarDays.ts'
import type { Change } from '../../../../domain/recommendation.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { usePlanStyles } from './Plan.styles.ts'

/** Lines that are shown before somebody asks for all of them. */
const shownAtFirst = 6

/** Every change of an exercise, the newest first: when, who, from what to what, and why. */
export function ExerciseHistory({ history }: { history: readonly Change[] }) {
  const styles = usePlanStyles()
  const [all, setAll] = useState(false)
  const newestFirst = [...history].reverse()
  const shown = all ? newestFirst : newestFirst.slice(0, shownAtFirst)
  return (
    <section aria-label="History">
      <h3 className={styles.heading}>History</h3>
      {history.length === 0 ? (
        <p className={styles.quiet}>Nothing has been changed since it was loaded.</p>
      ) : (
        <ol className={styles.history}>
          {withKeys(shown, ({ at, field, to }) => `${at} ${field} ${to}`).map(({ key, thing }) => (
            <li key={key}>
              <div className={styles.when}>
                {writeInstant(thing.at)}, {thing.by}
              </div>
              <div>{sayChange(thing)}</div>
              {thing.why && <div className={styles.why}>Why: {thing.why}</div>}
            </li>
          ))}
        </ol>
      )}
      {newestFirst.length > shown.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          Show all {newestFirst.length} changes
        </Button>
      )}
    </section>
  )
}

const stateWords: Readonly<Record<string, string>> = {
  planned: 'planned',
  confirmed: 'confirmed',
  held: 'held',
  cancelled: 'called off',
}

/** One change in words: `Day: 18 April 2018 → 25 April 2018`. */
export function sayChange({ field, from, to }: Change): string {
  if (field === 'import') return `Brought in from ${to}`
  if (field === 'status') return `${stateWords[from] ?? from} → ${stateWords[to] ?? to}`
  const [name = '', ...said] = to.split(': ')
  const isNamed = from.startsWith(`${name}: `) && said.length > 0
  if (isNamed) return `${name}: ${inWords(from.slice(name.length + 2))} → ${inWords(said.join(': '))}`
  return from === '' ? inWords(to) : `${inWords(from)} → ${inWords(to)}`
}

/** Days inside a change as people write them. */
function inWords(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isIsoDate(day) ? writeDate(day) : day))
}
