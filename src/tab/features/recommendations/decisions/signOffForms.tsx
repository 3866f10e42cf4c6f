import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { addDays, isIsoDate } from '../../../../domain/calendarDays.ts'
import type { Decision } from '../../../../domain/decide.ts'
import { ChoiceField, DayField, LongField, TextField, useFields } from '../../../ui/form/fields.tsx'
import { wordsOf } from '../../../ui/form/formValues.ts'
import { Named } from './deadlineForms.tsx'
import { type DecisionForm, decides, lacks } from './decisionForm.ts'
import { useFormContext } from './formContext.ts'

/** What a demonstration period lasts where nobody says otherwise, in days. */
const usualDemonstration = 90

/** It is done: what shows it, and the request for a second person's word. */
export const sayDone: DecisionForm = {
  title: 'Say that it is done',
  explanation: 'It becomes GREEN once a second person agrees. Until then its status stays.',
  saveLabel: 'Ask for sign-off',
  saved: 'Saved. The sign-off is asked for; a second person answers it.',
  start: () => ({ title: '', link: '', note: '' }),
  read(values, { row }) {
    const [title, link] = [wordsOf(values, 'title'), wordsOf(values, 'link')]
    const ask: Decision = { does: 'ask-sign-off', note: wordsOf(values, 'note') }
    if (title !== '' || link !== '') return decides({ does: 'add-evidence', title, link }, ask)
    if (row.evidence.length > 0) return decides(ask)
    return lacks({ title: 'Add evidence first: something that shows that it was done.' })
  },
  Fields: DoneFields,
  fieldOf: {
    ...{ 'no-title': 'title', 'not-a-link': 'link', 'already-evidence': 'link', 'no-evidence': 'title' },
    ...{ 'no-reason': 'note' },
  },
}

function DoneFields() {
  const { row } = useFormContext()
  return (
    <>
      {row.evidence.length > 0 ? (
        <MessageBar>
          <MessageBarBody>
            It has evidence already ({row.evidence.length}). Add more below only if there is more.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <EvidenceFields required={row.evidence.length === 0} />
      <LongField name="note" label="What was done" hint="For whoever has to agree." />
    </>
  )
}

function EvidenceFields({ required }: { required: boolean }) {
  return (
    <>
      <TextField
        name="title"
        label="Evidence"
        hint="What it is, such as: signed policy of May 2021"
        required={required}
      />
      <TextField
        name="link"
        label="Where it is"
        type="url"
        hint="An address that begins with https://"
        required={required}
      />
    </>
  )
}

/** Something that shows that it was done. */
export const addEvidence: DecisionForm = {
  title: 'Add evidence',
  saveLabel: 'Add',
  saved: 'Saved. The evidence is in the list.',
  start: () => ({ title: '', link: '' }),
  read: (values) =>
    decides({ does: 'add-evidence', title: wordsOf(values, 'title'), link: wordsOf(values, 'link') }),
  Fields: () => <EvidenceFields required />,
  fieldOf: { 'no-title': 'title', 'not-a-link': 'link', 'already-evidence': 'link' },
}

/** Evidence that shows nothing any more. */
export const removeEvidence: DecisionForm = {
  title: 'Take this evidence away',
  explanation: 'The history keeps what it was and why it went.',
  saveLabel: 'Take it away',
  saved: 'Saved. The evidence is taken away; the history keeps it.',
  start: () => ({ why: '' }),
  read: (values, { preset }) =>
    decides({ does: 'remove-evidence', link: preset.link ?? '', why: wordsOf(values, 'why') }),
  Fields: () => (
    <>
      <Named />
      <LongField name="why" label="Why" required />
    </>
  ),
  fieldOf: { 'no-reason': 'why' },
}

/** The second person's word. */
export const answerSignOff: DecisionForm = {
  title: 'Answer the sign-off',
  saveLabel: 'Answer',
  saved: 'Saved. The sign-off is answered.',
  start: ({ today }) => ({ answer: '', until: addDays(today, usualDemonstration), note: '' }),
  read(values) {
    const { answer = '', until = '' } = values
    const note = wordsOf(values, 'note')
    if (answer === '') return lacks({ answer: 'Choose an answer.' })
    if (answer === 'hold' && !isIsoDate(until)) return lacks({ until: 'Choose a day that exists.' })
    if (answer === 'hold') return decides({ does: 'answer-sign-off', agreed: true, note, holdUntil: until })
    return decides({ does: 'answer-sign-off', agreed: answer === 'agree', note })
  },
  Fields: AnswerFields,
  fieldOf: {
    'no-reason': 'note',
    'not-a-date': 'until',
    'date-in-past': 'until',
    'date-implausible': 'until',
  },
}

function AnswerFields() {
  const { values } = useFields()
  const context = useFormContext()
  const { signOff, evidence } = context.row
  return (
    <>
      {signOff && (
        <div>
          {signOff.askedBy} says that it is done{signOff.note ? `: “${signOff.note}”` : '.'}{' '}
          {evidence.length === 1 ? 'One piece of evidence is' : `${evidence.length} pieces of evidence are`}{' '}
          in the list.
        </div>
      )}
      <ChoiceField
        name="answer"
        label="Your answer"
        required
        choices={[
          ['agree', 'Agreed: it is GREEN from now on'],
          ['hold', 'Agreed, but GREEN only after a demonstration period'],
          ['decline', 'Not agreed: it stays as it is'],
        ]}
      />
      {values.answer === 'hold' && <DayField name="until" label="Last day of the period" required />}
      <LongField name="note" label="Note" required={values.answer === 'decline'} />
    </>
  )
}

/** Green held back for a while, or no longer. */
export const holdForDemonstration: DecisionForm = {
  title: 'Demonstration period',
  explanation: 'Green is held back until the period is over, to see whether the improvement lasts.',
  saveLabel: 'Save',
  saved: 'Saved. The demonstration period is set.',
  start: ({ row, today }) => ({
    does: row.demonstrationUntil === null ? 'hold' : 'end',
    until: row.demonstrationUntil ?? addDays(today, usualDemonstration),
    why: '',
  }),
  read(values) {
    const until = values.does === 'end' ? null : (values.until ?? '')
    if (until !== null && !isIsoDate(until)) return lacks({ until: 'Choose a day that exists.' })
    return decides({ does: 'hold-for-demonstration', until, why: wordsOf(values, 'why') })
  },
  Fields: HoldFields,
  fieldOf: {
    'no-reason': 'why',
    'not-a-date': 'until',
    'date-in-past': 'until',
    'date-implausible': 'until',
  },
}

function HoldFields() {
  const { values } = useFields()
  const context = useFormContext()
  return (
    <>
      {context.row.demonstrationUntil !== null && (
        <ChoiceField
          name="does"
          label="What happens to the period"
          choices={[
            ['end', 'It ends early'],
            ['hold', 'It gets another last day'],
          ]}
        />
      )}
      {values.does === 'hold' && <DayField name="until" label="Last day of the period" required />}
      <LongField name="why" label="Why" required />
    </>
  )
}
