import { isIsoDate } from '../../../../domain/calendarDays.ts'
import type { Counterparty } from '../../../../domain/decisions.ts'
import { DayField, LongField, PickField, TextField } from '../../../ui/form/fields.tsx'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { type DecisionForm, decides, lacks } from './decisionForm.ts'

/** Beside which field a counterparty that does not say enough is refused. */
export const counterpartyPlaces = {
  ...{ 'no-counterparty': 'body', 'no-product': 'product', 'no-next-chase': 'nextChase' },
  ...{ 'chase-in-past': 'nextChase', 'date-in-future': 'lastChased', 'nothing-changed': 'body' },
} as const

/** A WHITE row that the force takes on, or gets back with the product. */
export const becomesOurs: DecisionForm = {
  title: 'It is ours now',
  explanation:
    'The other body has delivered, or the force takes it on. It then applies to the force and has a deadline of its own.',
  saveLabel: 'It is ours now',
  saved: 'Saved. It is ours now.',
  start: () => ({ status: 'AMBER', why: '' }),
  read: (values) =>
    decides({
      does: 'becomes-ours',
      status: values.status === 'RED' ? 'RED' : 'AMBER',
      why: wordsOf(values, 'why'),
    }),
  Fields: () => (
    <>
      <PickField
        name="status"
        label="It is now"
        choices={[
          ['AMBER', 'AMBER: being worked on'],
          ['RED', 'RED: its deadline is missed already'],
        ]}
      />
      <LongField
        name="why"
        label="What happened"
        hint="Such as: the College published its guidance"
        required
      />
    </>
  ),
  fieldOf: { 'no-reason': 'why' },
}

/** The body that it waits for, what for, and when to ask again. */
export const setCounterparty: DecisionForm = {
  title: 'Whom it waits for',
  saveLabel: 'Save',
  saved: 'Saved. It says whom it waits for.',
  start: ({ row }) => counterpartyValues(row.counterparty),
  read: (values, { row }) => {
    const counterparty = readCounterparty(values, row.counterparty)
    const empty = counterparty.body === '' && counterparty.product === ''
    return decides({ does: 'set-counterparty', counterparty: empty ? null : counterparty })
  },
  Fields: CounterpartyFields,
  fieldOf: counterpartyPlaces,
}

/** The body was asked again. */
export const chased: DecisionForm = {
  title: 'They were asked again',
  explanation: 'The next time is set at once, so that none is forgotten.',
  saveLabel: 'Save',
  saved: 'Saved. The next time to ask is set.',
  start: ({ today }) => ({ on: today, nextChase: '' }),
  read: ({ on = '', nextChase = '' }): ReturnType<DecisionForm['read']> => {
    if (!isIsoDate(on)) return lacks({ on: 'Choose a day that exists.' })
    if (!isIsoDate(nextChase)) return lacks({ nextChase: 'Choose the day on which to ask again.' })
    return decides({ does: 'chased', on, nextChase })
  },
  Fields: () => (
    <>
      <DayField name="on" label="Asked on" required />
      <DayField name="nextChase" label="Ask again on" required />
    </>
  ),
  fieldOf: { 'date-in-future': 'on', 'chase-in-past': 'nextChase' },
}

/** What a counterparty puts into its fields. */
export function counterpartyValues(counterparty: Counterparty | null): Values {
  return {
    body: counterparty?.body ?? '',
    product: counterparty?.product ?? '',
    nextChase: counterparty?.nextChase ?? '',
  }
}

/** The counterparty that the fields name. */
export function readCounterparty(values: Values, before: Counterparty | null): Counterparty {
  return {
    body: wordsOf(values, 'body'),
    product: wordsOf(values, 'product'),
    lastChased: before?.lastChased ?? null,
    nextChase: wordsOf(values, 'nextChase') || null,
  }
}

/** Whom a row waits for, what for, and when to ask again. */
export function CounterpartyFields() {
  return (
    <>
      <TextField name="body" label="Body" hint="Such as: College of Policing" required />
      <TextField name="product" label="What it is to deliver" hint="Such as: national guidance" required />
      <DayField name="nextChase" label="Ask again on" required />
    </>
  )
}
