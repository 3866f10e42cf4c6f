import { kindWords, recommendationKinds } from '../../../../domain/recommendation.ts'
import { ChoiceField, LongField } from '../../../ui/form/fields.tsx'
import { wordsOf } from '../../../ui/form/formValues.ts'
import { type DecisionForm, decides } from './decisionForm.ts'

/** What the row says is asked, and what kind of row it is, where the paper or whoever typed it was wrong. */
export const correct: DecisionForm = {
  title: 'Correct text or kind',
  explanation: 'For slips only. The next paper that says otherwise asks before anything is replaced.',
  saveLabel: 'Correct it',
  saved: 'Saved. The correction stands in the history.',
  start: ({ row }) => ({ kind: row.kind, text: row.text, why: '' }),
  read: (values, { row }) =>
    decides({
      does: 'correct',
      text: wordsOf(values, 'text'),
      kind: recommendationKinds.find((one) => one === values.kind) ?? row.kind,
      why: wordsOf(values, 'why'),
    }),
  Fields: () => (
    <>
      <ChoiceField
        name="kind"
        label="Kind"
        required
        choices={recommendationKinds.map((kind) => [kind, kindWords[kind]])}
      />
      <LongField
        name="text"
        label="What is asked"
        required
        rows={10}
        hint="A part begins a line with its number in brackets, such as [1]"
      />
      <LongField name="why" label="Why" required />
    </>
  ),
  fieldOf: {
    ...{ 'no-reason': 'why', 'nothing-changed': 'text', 'no-text': 'text', 'part-missing': 'text' },
    'too-long': 'text',
  },
}
