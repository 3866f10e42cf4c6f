import { Field, Select } from '@fluentui/react-components'
import { ukClock, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { exerciseTypesOf, typeNamed } from '../../../../domain/exerciseType.ts'
import { writeBoroughs } from '../../../../domain/invitationText.ts'
import { standingOf } from '../../../../domain/programme.ts'
import { unitMark } from '../../../../domain/units.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { AskToBook } from '../day/AskToBook.tsx'
import { useExercisesStyles } from '../ExercisesPage.styles.ts'
import { timeWords } from '../exerciseWords.ts'
import { useOfficerStyles } from './OfficerDates.styles.ts'
import { StandingWord } from './StandingWord.tsx'
import { useOwnUnit } from './useOwnUnit.ts'

/** The dates of an officer's own unit: nobody else's, no names and no internal notes. */
export function OfficerDates() {
  const frame = useExercisesStyles()
  const styles = useOfficerStyles()
  const { exercises } = useServices()
  const rows = useRows('exercises', exercises)
  const all = rows.held?.rows ?? []
  const { unit, units, choose } = useOwnUnit(all)
  const today = useToday()
  const mine = datesOf(all, unit)
  const toCome = mine.filter(({ value }) => value.date >= today)
  const past = mine.filter(({ value }) => value.date < today).reverse()
  return (
    <div className={frame.page}>
      <h2 className={frame.title}>Exercises of your unit</h2>
      <Field label="Your unit" hint="Kept on this device." className={styles.unit}>
        <Select value={unit} onChange={(_event, { value }) => choose(value)}>
          <option value="">Choose your unit</option>
          {units.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      {unit === '' && (
        <Empty title="Which unit are you in?">Choose it above to see when its exercises are held.</Empty>
      )}
      {unit !== '' && mine.length === 0 && (
        <Empty title="No date is set for your unit">
          Dates are set at the beginning of the year. The exercise coordinator knows more.
        </Empty>
      )}
      <Dates title="To come" rows={toCome} replace={rows.replace} />
      <Dates title="Past" rows={past} replace={rows.replace} />
    </div>
  )
}

function datesOf(rows: readonly Stored<Exercise>[], unit: string): readonly Stored<Exercise>[] {
  const own = rows.filter(({ value }) => value.unit === unit)
  const marks = new Set(own.map(({ value }) => unitMark(value.boroughs)))
  return rows
    .filter(({ value }) => value.unit === unit || marks.has(unitMark(value.boroughs)))
    .sort((a, b) => a.value.date.localeCompare(b.value.date))
}

function Dates(props: {
  title: string
  rows: readonly Stored<Exercise>[]
  replace: (row: Stored<Exercise>) => void
}) {
  const { title, rows, replace } = props
  const styles = useOfficerStyles()
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.dates}>
        {rows.map((row) => (
          <li key={row.id} className={styles.date}>
            <OneDate row={row} replace={replace} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneDate({ row, replace }: { row: Stored<Exercise>; replace: (row: Stored<Exercise>) => void }) {
  const styles = useOfficerStyles()
  const { settings } = useServices()
  const today = useToday()
  const held = useRows('settings', settings).held?.rows ?? []
  const exercise = row.value
  const type = typeNamed(exerciseTypesOf(held.map(({ value }) => value)), exercise.type)
  const off = exercise.status === 'cancelled'
  return (
    <>
      <h4 className={styles.day}>{writeDateAndWeekday(exercise.date)}</h4>
      {off || exercise.status === 'held' ? <StandingWord standing={standingOf(exercise, today)} /> : null}
      {!off && (
        <>
          <FactList
            facts={[
              [
                'What',
                type && type.fullName !== type.name ? `${type.name}: ${type.fullName}` : exercise.type,
              ],
              ['Time', `${timeWords(exercise)} UK time (${ukClock(exercise.date)})`],
              ['Place', exercise.venue],
              ['Boroughs', writeBoroughs(exercise.boroughs)],
              ...(exercise.joining === ''
                ? []
                : [
                    [
                      'Joining instructions',
                      <span key="joining" className={styles.text}>
                        {exercise.joining}
                      </span>,
                    ] as const,
                  ]),
            ]}
          />
          {type && exercise.date >= today && <p className={styles.about}>{type.about}</p>}
          <AskToBook row={row} replace={replace} />
        </>
      )}
    </>
  )
}
