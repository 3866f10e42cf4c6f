import { isIsoDate, lastDayOfMonth, writeDate } from '../../../../domain/calendarDays.ts'
import { ChoiceField, DayField, LongField, useFields } from '../../../ui/form/fields.tsx'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { type DecisionForm, decides, lacks } from './decisionForm.ts'
import { useFormContext } from './formContext.ts'

/** A later deadline is asked for; whoever may decide it moves the deadline or says no. */
export const askExtension: DecisionForm = {
  title: 'Ask for a later deadline',
  explanation: 'The deadline stays as it is until somebody agrees.',
  saveLabel: 'Ask',
  saved: 'Saved. A later deadline is asked for.',
  start: () => ({ kind: 'month', day: '', month: '', reason: '' }),
  read: (values) => {
    const to = dayOf(values)
    if (to === null) return lacks({ [values.kind ?? 'month']: 'Choose the new deadline.' })
    const precision = values.kind === 'day' ? 'day' : 'month'
    return decides({ does: 'ask-extension', to, precision, reason: wordsOf(values, 'reason') })
  },
  Fields: AskFields,
  fieldOf: {
    ...{ 'no-reason': 'reason', 'date-in-past': dateField, 'date-implausible': dateField },
    ...{ 'nothing-changed': dateField, 'not-a-date': dateField },
  },
}

function AskFields() {
  const { values } = useFields()
  return (
    <>
      <ChoiceField
        name="kind"
        label="The new deadline is"
        choices={[
          ['month', 'a month (its last day counts)'],
          ['day', 'a day'],
        ]}
      />
      {values.kind === 'day' ? (
        <DayField name="day" label="Day" required />
      ) : (
        <DayField name="month" label="Month" type="month" required />
      )}
      <LongField name="reason" label="Why" required />
    </>
  )
}

/** A month alone means its last day. */
function dayOf({ kind, day = '', month = '' }: Values): string | null {
  if (kind === 'day') return isIsoDate(day) ? day : null
  const first = `${month.trim()}-01`
  return isIsoDate(first) ? lastDayOfMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7))) : null
}

function dateField({ kind }: Values): string {
  return kind ?? 'month'
}

/** The answer to a later deadline that was asked for. */
export const answerExtension: DecisionForm = {
  title: 'Answer the request for a later deadline',
  saveLabel: 'Answer',
  saved: 'Saved. The request is answered.',
  start: () => ({ answer: '', reason: '' }),
  read: (values) => {
    if (!values.answer) return lacks({ answer: 'Choose an answer.' })
    const agreed = values.answer === 'agree'
    return decides({ does: 'answer-extension', agreed, reason: wordsOf(values, 'reason') })
  },
  Fields: AnswerFields,
  fieldOf: { 'no-reason': 'reason', 'too-long': 'reason' },
}

function AnswerFields() {
  const { values } = useFields()
  const request = useFormContext().row.extensionRequest
  return (
    <>
      {request && (
        <div>
          {request.askedBy} asks for {writeDate(request.to)}: “{request.reason}”
        </div>
      )}
      <ChoiceField
        name="answer"
        label="Your answer"
        required
        choices={[
          ['agree', 'Agreed: the deadline moves'],
          ['decline', 'Not agreed: the deadline stays'],
        ]}
      />
      <LongField name="reason" label="Note" required={values.answer === 'decline'} />
    </>
  )
}
