import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { type IsoDate, writeDate } from '../../../domain/calendarDays.ts'
import type { DayDeliveries, PersonDelivery } from '../../../usecases/deliveries.ts'
import { type LedgerState, ledgerStates } from '../../../usecases/ports.ts'
import { AskedGate } from '../../ui/AskedGate.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { sendableStates, stateWords } from './deliveryWords.ts'
import { PersonList } from './PersonLines.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { Section } from './Section.tsx'
import { useDay } from './useDeliveries.ts'
import type { AgainLine, SendAgain } from './useSendAgain.ts'

/** Everything that was to be told on a day, person by person. */
export function DaySection({ day, again }: { day: IsoDate; again: SendAgain }) {
  const asked = useDay(day)
  return (
    <Section
      title={`Person by person, ${writeDate(day)}`}
      about="Every reminder that was made for this day, whichever run of the day sent it."
    >
      <AskedGate asked={asked} what="the ledger of the day">
        {(deliveries) => <DayPeople deliveries={deliveries} again={again} />}
      </AskedGate>
    </Section>
  )
}

type Filter = LedgerState | ''

function DayPeople({ deliveries, again }: { deliveries: DayDeliveries; again: SendAgain }) {
  const styles = useRemindersStyles()
  const [filter, setFilter] = useState<Filter>('')
  const lines = deliveries.people.flatMap((person) => person.lines)
  const people = narrowed(deliveries.people, filter)
  const repeatable = linesToRepeat(people)
  return (
    <>
      <UnreadableRows rows={deliveries.unreadable} of="the ledger" />
      <div className={styles.head}>
        <Field label="Show" className={styles.filter}>
          <Select value={filter} onChange={(_event, { value }) => setFilter(stateOf(value))}>
            <option value="">Everything ({lines.length})</option>
            {ledgerStates.map((state) => (
              <option key={state} value={state}>
                {stateWords[state]} ({lines.filter((line) => line.state === state).length})
              </option>
            ))}
          </Select>
        </Field>
        {repeatable.length > 0 && (
          <Button onClick={() => again.begin(repeatable)}>
            Send again all {repeatable.length} that did not arrive
          </Button>
        )}
      </div>
      {people.length === 0 ? (
        <p className={styles.quiet}>
          {filter === '' ? 'Nothing was sent for this day.' : 'Nobody has a reminder in this state.'}
        </p>
      ) : (
        <PersonList
          key={filter}
          people={people}
          label="People of the day"
          onSendAgain={({ name }, mine) => again.begin(mine.map((line) => ({ name, line })))}
        />
      )}
    </>
  )
}

const stateOf = (value: string): Filter => ledgerStates.find((state) => state === value) ?? ''

function narrowed(people: readonly PersonDelivery[], filter: Filter): readonly PersonDelivery[] {
  if (filter === '') return people
  return people
    .map((person) => ({ ...person, lines: person.lines.filter(({ state }) => state === filter) }))
    .filter(({ lines }) => lines.length > 0)
}

/** Of these people, what may be asked for again. */
export function linesToRepeat(people: readonly PersonDelivery[]): readonly AgainLine[] {
  return people.flatMap(({ name, lines }) =>
    lines.filter(({ state }) => sendableStates.has(state)).map((line) => ({ name, line })),
  )
}
