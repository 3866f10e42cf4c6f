import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { bankHolidays } from '../../../domain/bankHolidays.ts'
import { type IsoDate, writeDateAndWeekday } from '../../../domain/calendarDays.ts'
import { withKeys } from '../../ui/withKeys.ts'
import { addedDays, removedDays } from './forceFields.ts'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import type { Problems, Values } from './ruleFields.ts'

export interface DaysOffFieldsProps {
  readonly values: Values
  readonly problems: Problems
  readonly readOnly: boolean
  readonly today: IsoDate
  set(name: string, value: string): void
}

/** The bank holidays of this year and the next, each of which the force may work, and days that it adds. */
export function DaysOffFields(props: DaysOffFieldsProps) {
  const { values, readOnly, today, set } = props
  const styles = useRemindersStyles()
  const year = Number(today.slice(0, 4))
  const holidays = [...bankHolidays(year), ...bankHolidays(year + 1)].filter(({ day }) => day >= today)
  const removed = removedDays(values)
  const work = (day: IsoDate, works: boolean) =>
    set('removed', JSON.stringify(works ? [...removed, day] : removed.filter((one) => one !== day)))
  return (
    <>
      <fieldset className={styles.plain}>
        <legend className={styles.legend}>
          Bank holidays in England and Wales: nothing is sent on these days
        </legend>
        <div className={styles.fields}>
          {holidays.map(({ day, name }) => (
            <Checkbox
              key={day}
              checked={!removed.includes(day)}
              disabled={readOnly}
              label={`${name}, ${writeDateAndWeekday(day)}`}
              onChange={(_event, { checked }) => work(day, checked !== true)}
            />
          ))}
        </div>
      </fieldset>
      <AddedDays {...props} />
    </>
  )
}

function AddedDays({ values, problems, readOnly, set }: DaysOffFieldsProps) {
  const styles = useRemindersStyles()
  const added = addedDays(values)
  const write = (next: typeof added) => set('added', JSON.stringify(next))
  const change = (place: number, part: Partial<(typeof added)[number]>) =>
    write(added.map((one, at) => (at === place ? { ...one, ...part } : one)))
  return (
    <fieldset className={styles.plain}>
      <legend className={styles.legend}>Days that the force adds</legend>
      {added.length === 0 && <p className={styles.quiet}>None.</p>}
      {withKeys(added, () => 'day').map(({ key, thing }, place) => (
        <div key={key} className={styles.addedDay}>
          <Field label={`Day ${place + 1}`} validationMessage={problems[`day-${place}`]}>
            <Input
              type="date"
              value={thing.day}
              readOnly={readOnly}
              onChange={(_event, { value }) => change(place, { day: value })}
            />
          </Field>
          <Field label={`Name of day ${place + 1}`} validationMessage={problems[`name-${place}`]}>
            <Input
              value={thing.name}
              readOnly={readOnly}
              onChange={(_event, { value }) => change(place, { name: value })}
            />
          </Field>
          {!readOnly && (
            <Button
              aria-label={`Remove day ${place + 1}`}
              onClick={() => write(added.filter((_one, at) => at !== place))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <div>
          <Button onClick={() => write([...added, { day: '', name: '' }])}>Add a day</Button>
        </div>
      )}
    </fieldset>
  )
}
