import { useQuery } from '@tanstack/react-query'
import { LongField, PickField, TextField } from '../../../ui/form/fields.tsx'
import { wordsOf } from '../../../ui/form/formValues.ts'
import { useServices } from '../../../ui/services.tsx'
import { type DecisionForm, decides, lacks } from './decisionForm.ts'

/** The key of a requirement and its title in one choice, so that the title is kept with the row. */
const choiceOf = (key: string, title: string) => `${key}|${title}`

/** From now on it holds only while so many are trained. */
export const restOn: DecisionForm = {
  title: 'Rests on training',
  explanation:
    'Green is then held back until the figure is reached. Should it fall later, the owner and the board secretary hear at once, with the figure.',
  saveLabel: 'Save',
  saved: 'Saved. The figure is looked at within a minute or two.',
  start: ({ preset }) => ({
    choice: preset.choice ?? '',
    atLeast: preset.atLeast ?? '95',
    note: preset.note ?? '',
  }),
  read: (values) => {
    const [requirement = '', title = ''] = wordsOf(values, 'choice').split('|')
    if (requirement === '') return lacks({ choice: 'Choose the training.' })
    const atLeast = Number(wordsOf(values, 'atLeast'))
    return decides({ does: 'rest-on', requirement, title, atLeast, note: wordsOf(values, 'note') })
  },
  Fields: RestFields,
  fieldOf: { 'not-per-cent': 'atLeast', 'nothing-changed': 'atLeast', 'too-long': 'note' },
}

function RestFields() {
  const { requirements } = useServices()
  const asked = useQuery({
    queryKey: ['training', 'requirements'],
    queryFn: () => requirements.all(),
    staleTime: 60_000,
  })
  const choices = (asked.data?.rows ?? [])
    .filter(({ value }) => !value.retired)
    .map(({ value }) => [choiceOf(value.key, value.title), value.title] as const)
  const first = asked.isPending
    ? 'Reading what is asked for…'
    : asked.error
      ? 'It could not be read just now'
      : 'Choose'
  return (
    <>
      <PickField name="choice" label="Training" required choices={[['', first], ...choices]} />
      <TextField name="atLeast" label="At least so many per cent" type="number" required />
      <TextField name="note" label="Note" hint="Such as: asked for by the inspectorate in its letter" />
    </>
  )
}

/** It does not rest on a training any more. */
export const restNoMore: DecisionForm = {
  title: 'Rests on it no more',
  saveLabel: 'Take it away',
  saved: 'Saved. It does not rest on that training any more.',
  start: () => ({ why: '' }),
  read: (values, { preset }) =>
    decides({ does: 'rest-no-more', requirement: preset.requirement ?? '', why: wordsOf(values, 'why') }),
  Fields: () => <LongField name="why" label="Why" required />,
  fieldOf: { 'no-reason': 'why' },
}
