import { type ChosenStatus, chosenStatuses, type RedReason, redReasons } from '../../../../domain/decide.ts'
import { type ClosedReason, closedReasons } from '../../../../domain/decisions.ts'
import { redReasonOf } from '../../../../domain/statusWords.ts'
import { closedLabels } from '../../../ui/decisionWords.ts'
import { ChoiceField, LongField, PickField, useFields } from '../../../ui/form/fields.tsx'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { type DecisionForm, decides, type FormContext, lacks } from './decisionForm.ts'
import { useFormContext } from './formContext.ts'
import {
  CounterpartyFields,
  counterpartyPlaces,
  counterpartyValues,
  readCounterparty,
} from './waitingForms.tsx'

const redLabels: Readonly<Record<RedReason, string>> = {
  missed: 'The deadline was missed',
  cannot: 'It cannot be implemented',
  'will-not': 'It will not be implemented',
}

const meanings: Readonly<Record<ChosenStatus, string>> = {
  RED: 'missed, cannot or will not be implemented',
  AMBER: 'being worked on, expected to be implemented',
  WHITE: 'waits for another body',
  CLOSED: 'ends without being implemented',
}

/** A new status, with what each status demands. GREEN is not among them: it comes through sign-off. */
export const setStatus: DecisionForm = {
  title: 'Change the status',
  explanation: 'GREEN is not chosen here: it comes when a second person agrees that it is done.',
  saveLabel: 'Change the status',
  saved: 'Saved. The status has changed.',
  start: ({ row }) => ({
    status: '',
    redReason: 'missed',
    closedReason: '',
    why: '',
    ...counterpartyValues(row.counterparty),
  }),
  read: readStatus,
  Fields: StatusFields,
  fieldOf: {
    ...{ 'no-reason': 'why', 'no-closed-reason': 'closedReason', 'nothing-changed': 'status' },
    ...{ 'no-counterparty': 'body', 'no-product': 'product', 'no-next-chase': 'nextChase' },
    ...{ 'chase-in-past': 'nextChase', 'reopen-first': 'status' },
  },
}

function readStatus(values: Values, { row }: FormContext) {
  const status = chosenStatuses.find((one) => one === values.status)
  const why = wordsOf(values, 'why')
  if (!status) return lacks({ status: 'Choose a status.' })
  if (status === 'RED') return decides({ does: 'set-status', status, why, redReason: redReasonIn(values) })
  if (status === 'CLOSED') {
    const closedReason = closedReasons.find((one): one is ClosedReason => one === values.closedReason)
    if (!closedReason) return lacks({ closedReason: 'Choose why it ends without being implemented.' })
    return decides({ does: 'set-status', status, why, closedReason })
  }
  if (status !== 'WHITE') return decides({ does: 'set-status', status, why })
  return decides({
    does: 'set-status',
    status,
    why,
    counterparty: readCounterparty(values, row.counterparty),
  })
}

function redReasonIn(values: Values): RedReason | undefined {
  return redReasons.find((one) => one === values.redReason)
}

function StatusFields() {
  const { values } = useFields()
  const context = useFormContext()
  const others = chosenStatuses.filter((status) => status !== context.row.status)
  return (
    <>
      <ChoiceField
        name="status"
        label="New status"
        required
        choices={others.map((status) => [
          status,
          <>
            <StatusBadge status={status} /> {meanings[status]}
          </>,
        ])}
      />
      {values.status === 'RED' && <RedReasonField />}
      {values.status === 'CLOSED' && (
        <ChoiceField
          name="closedReason"
          label="It ends because it is"
          required
          choices={closedReasons.map((reason) => [reason, closedLabels[reason]])}
        />
      )}
      {values.status === 'WHITE' && <CounterpartyFields />}
      <LongField name="why" label={values.status === 'RED' ? 'Rationale' : 'Why'} required />
    </>
  )
}

function RedReasonField() {
  return (
    <ChoiceField
      name="redReason"
      label="It is RED because"
      choices={redReasons.map((reason) => [reason, redLabels[reason]])}
    />
  )
}

/** A status again after it was settled. */
export const reopen: DecisionForm = {
  title: 'Open it again',
  explanation:
    'For an improvement that was not sustained, or a closure that came too early. The next paper shows it as re-opened.',
  saveLabel: 'Open it again',
  saved: 'Saved. It is open again.',
  start: ({ row }) => ({ status: 'AMBER', why: '', ...counterpartyValues(row.counterparty) }),
  read: (values, { row }) => {
    const status = (['AMBER', 'RED', 'WHITE'] as const).find((one) => one === values.status) ?? 'AMBER'
    const why = wordsOf(values, 'why')
    if (status !== 'WHITE') return decides({ does: 'reopen', status, why })
    return decides({ does: 'reopen', status, why, counterparty: readCounterparty(values, row.counterparty) })
  },
  Fields: ReopenFields,
  fieldOf: { 'no-reason': 'why', ...counterpartyPlaces },
}

function ReopenFields() {
  const { values } = useFields()
  return (
    <>
      <PickField
        name="status"
        label="It is now"
        choices={[
          ['AMBER', 'AMBER: being worked on'],
          ['RED', 'RED: missed, cannot or will not be implemented'],
          ['WHITE', 'WHITE: waits for another body'],
        ]}
      />
      {values.status === 'WHITE' && <CounterpartyFields />}
      <LongField name="why" label="Why" required />
    </>
  )
}

/** The reason of a RED row in new words. */
export const setRationale: DecisionForm = {
  title: 'Rationale for RED',
  saveLabel: 'Save',
  saved: 'Saved. The rationale is changed.',
  start: ({ row }) => {
    const reason = redReasonOf(row.rationale)
    return {
      redReason: reason ?? 'missed',
      why: reason ? row.rationale.replace(/^[^:]+: /, '') : row.rationale,
    }
  },
  read: (values) =>
    decides({ does: 'set-rationale', rationale: wordsOf(values, 'why'), redReason: redReasonIn(values) }),
  Fields: () => (
    <>
      <RedReasonField />
      <LongField name="why" label="Rationale" required />
    </>
  ),
  fieldOf: { 'no-reason': 'why', 'nothing-changed': 'why', 'too-long': 'why' },
}
