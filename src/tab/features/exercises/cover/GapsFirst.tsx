import { Button, mergeClasses } from '@fluentui/react-components'
import { type IsoDate, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { sayDaysLeft, sayGap, sayGapsBriefly } from '../../../../domain/gapSentences.ts'
import { type Gap, gapsAhead, liesAhead } from '../../../../domain/roleStanding.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useExercisePlace } from '../exercisePlace.ts'
import { useCoverStyles } from './Cover.styles.ts'

/** Exercises whose gaps are listed below the headline. */
const nextDays = 4

/** The gap that presses most, as a sentence; then what is missing from the next days. */
export function GapsFirst({ rows, today }: { rows: readonly Stored<Exercise>[]; today: IsoDate }) {
  const styles = useCoverStyles()
  const { openExercise } = useExercisePlace()
  const values = rows.map(({ value }) => value)
  const gaps = gapsAhead(values, today)
  const [first] = gaps
  const idOf = (key: string) => rows.find(({ value }) => value.key === key)?.id ?? ''
  const byDay = [...Map.groupBy(gaps, (gap) => gap.exercise)].slice(0, nextDays)
  const rest = gaps.length - byDay.reduce((sum, [, some]) => sum + some.length, 0)
  if (!first) return <NoGap ahead={values.filter((one) => liesAhead(one, today)).length} />
  return (
    <section aria-label="What is missing" className={styles.stack}>
      <Headline gap={first} onOpen={() => openExercise(idOf(first.exercise), partFor(first))} />
      <ul className={styles.days}>
        {byDay.map(([key, some]) => (
          <Day key={key} gaps={some} onOpen={() => openExercise(idOf(key), partFor(some[0] ?? first))} />
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.quiet}>
          {rest === 1 ? '1 more gap' : `${rest} more gaps`} on later days: see the table below.
        </p>
      )}
    </section>
  )
}

/** The gap that presses most alone, where other things follow; nothing when there is none. */
export function FirstGap({ rows, today }: { rows: readonly Stored<Exercise>[]; today: IsoDate }) {
  const { openExercise } = useExercisePlace()
  const [gap] = gapsAhead(
    rows.map(({ value }) => value),
    today,
  )
  const row = rows.find(({ value }) => value.key === gap?.exercise)
  if (!gap || !row) return null
  return (
    <section aria-label="What is missing">
      <Headline gap={gap} onOpen={() => openExercise(row.id, partFor(gap))} />
    </section>
  )
}

function Headline({ gap, onOpen }: { gap: Gap; onOpen: () => void }) {
  const styles = useCoverStyles()
  return (
    <div className={styles.first}>
      <h2 className={styles.headline}>{sayGap(gap)}.</h2>
      <Button appearance="primary" onClick={onOpen}>
        {openWords[partFor(gap)]}
      </Button>
    </div>
  )
}

function partFor(gap: Gap): string {
  if (gap.standing === 'nobody') return 'roster'
  return gap.standing === 'not-invited' ? 'invitation' : 'answers'
}

const openWords: Readonly<Record<string, string>> = {
  answers: 'See who answered',
  roster: 'Fill the roster',
  invitation: 'Open its invitation',
}

function Day({ gaps, onOpen }: { gaps: readonly Gap[]; onOpen: () => void }) {
  const styles = useCoverStyles()
  const [first] = gaps
  if (!first) return null
  return (
    <li className={styles.day}>
      <div>
        <span className={styles.unit}>{first.unit}</span>
        <span className={styles.small}>
          {writeDateAndWeekday(first.date)}, {sayDaysLeft(first.daysLeft)}
        </span>
        <ul className={styles.gaps}>
          {sayGapsBriefly(gaps).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <Button size="small" onClick={onOpen} aria-label={`Open ${first.unit}`}>
        Open
      </Button>
    </li>
  )
}

function NoGap({ ahead }: { ahead: number }) {
  const styles = useCoverStyles()
  return (
    <div className={mergeClasses(styles.first, styles.calm)}>
      <h2 className={styles.headline}>
        {ahead === 0
          ? 'No exercise lies ahead.'
          : 'Every required role has accepted, for every day that lies ahead.'}
      </h2>
      {ahead === 0 && <p className={styles.quiet}>Copy a programme to the next year, or plan a date.</p>}
    </div>
  )
}
