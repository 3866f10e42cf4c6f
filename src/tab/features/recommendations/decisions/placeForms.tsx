import { appliesWords, inspectorateStatuses, type LinkKind, linkKinds } from '../../../../domain/decisions.ts'
import { rowFinder } from '../../../../domain/links.ts'
import { statuses } from '../../../../domain/recommendation.ts'
import { mayManage } from '../../../../domain/roles.ts'
import { appliesLabels, inspectorateLabels, linkLabels } from '../../../ui/decisionWords.ts'
import { ChoiceField, DayField, LongField, PickField, TextField } from '../../../ui/form/fields.tsx'
import { namesOf, wordsOf } from '../../../ui/form/formValues.ts'
import { writeHolder } from '../../../ui/ownerWords.ts'
import { Named } from './deadlineForms.tsx'
import { type DecisionForm, decides, lacks } from './decisionForm.ts'
import { useFormContext } from './formContext.ts'

/** The owning post. */
export const setOwner: DecisionForm = {
  title: 'Change the owner',
  explanation:
    'An owner is a post: whoever holds it today is reminded, whoever holds it tomorrow takes over.',
  saveLabel: 'Change the owner',
  saved: 'Saved. The owner has changed.',
  start: ({ row }) => ({ post: row.ownerPost ?? '', why: '' }),
  read: (values) => decides({ does: 'set-owner', post: values.post || null, why: wordsOf(values, 'why') }),
  Fields: OwnerFields,
  fieldOf: { 'no-reason': 'why', 'nothing-changed': 'post', 'no-such-post': 'post' },
}

function OwnerFields() {
  const { register, row } = useFormContext()
  const choices = [...register.posts.values()]
    .toSorted((a, b) => a.title.localeCompare(b.title))
    .map((post) => [post.key, `${post.title} (${writeHolder(post)})`] as const)
  return (
    <>
      <PickField name="post" label="Post" choices={[['', 'No owner'], ...choices]} />
      <LongField name="why" label="Why" required={row.ownerPost !== null} />
    </>
  )
}

/** Whether it applies to the force. */
export const setApplies: DecisionForm = {
  title: 'Does it apply to the force?',
  explanation: 'This is apart from the colour: some WHITE rows apply, and are counted.',
  saveLabel: 'Save',
  saved: 'Saved. It says whether it applies to the force.',
  start: ({ row }) => ({ applies: row.applies ?? '', why: '' }),
  read: (values) => {
    const applies = appliesWords.find((word) => word === values.applies)
    if (!applies) return lacks({ applies: 'Choose one.' })
    return decides({ does: 'set-applies', applies, why: wordsOf(values, 'why') })
  },
  Fields: () => (
    <>
      <ChoiceField
        name="applies"
        label="It applies"
        required
        choices={appliesWords.map((word) => [word, appliesLabels[word]])}
      />
      <LongField name="why" label="Why" />
    </>
  ),
  fieldOf: { 'no-reason': 'why', 'nothing-changed': 'applies' },
}

/** To whom the report speaks. */
export const setAddressees: DecisionForm = {
  title: 'Addressees',
  saveLabel: 'Save',
  saved: 'Saved. The addressees have changed.',
  start: ({ row }) => ({ addressees: row.addressees.join('\n') }),
  read: (values) => decides({ does: 'set-addressees', addressees: namesOf(values, 'addressees') }),
  Fields: () => (
    <LongField name="addressees" label="Addressees" hint="One on each line, such as: Chief constables" />
  ),
  fieldOf: { 'nothing-changed': 'addressees', 'too-long': 'addressees' },
}

/** A dated word of the inspectorate itself. */
export const inspectorateSaid: DecisionForm = {
  title: 'What the inspectorate said',
  explanation:
    "The inspectorate closes a recommendation, not the force. Its status stands beside the force's.",
  saveLabel: 'Save',
  saved: "Saved. The inspectorate's word is recorded.",
  start: ({ today }) => ({ status: '', on: today, note: '' }),
  read: (values) => {
    const status = inspectorateStatuses.find((one) => one === values.status)
    if (!status) return lacks({ status: 'Choose what it said.' })
    const word = { status, on: values.on ?? '', note: wordsOf(values, 'note') }
    return decides({ does: 'inspectorate-said', word })
  },
  Fields: () => (
    <>
      <ChoiceField
        name="status"
        label="Its status"
        required
        choices={inspectorateStatuses.map((one) => [one, inspectorateLabels[one]])}
      />
      <DayField name="on" label="Said on" required />
      <LongField name="note" label="In its words" />
    </>
  ),
  fieldOf: { 'not-a-date': 'on', 'date-in-future': 'on', 'nothing-changed': 'status' },
}

/** A link to another recommendation, also to one that the register does not hold. */
export const link: DecisionForm = {
  title: 'Link to another row',
  saveLabel: 'Link',
  saved: 'Saved. The rows are linked.',
  start: () => ({ kind: 'see', to: '', note: '' }),
  read: (values, { row, register }) => {
    const to = wordsOf(values, 'to')
    if (to === '') return lacks({ to: 'Choose a row, or write what the paper calls it.' })
    const kind = linkKinds.find((one): one is LinkKind => one === values.kind) ?? 'see'
    const held = rowFinder([...register.rows.values()].map(({ value }) => value)).find(to, row)
    return decides({ does: 'link', link: { kind, to: held ?? to, note: wordsOf(values, 'note') } })
  },
  Fields: LinkFields,
  fieldOf: { 'links-to-itself': 'to', 'already-linked': 'to', 'too-long': 'note' },
}

function LinkFields() {
  const { row, register } = useFormContext()
  const here = [...register.rows.values()].filter(
    ({ value }) => value.reportKey === row.reportKey && value.key !== row.key,
  )
  return (
    <>
      <PickField name="kind" label="How" choices={linkKinds.map((kind) => [kind, linkLabels[kind]])} />
      <TextField
        name="to"
        label="Which"
        required
        hint={`A key such as ${row.key}, a number of this report${here[0] ? ` such as ${here[0].value.number}` : ''}, or what the paper calls a row that is not in the register`}
      />
      <TextField name="note" label="Note" />
    </>
  )
}

/** A link that does not hold any more. */
export const unlink: DecisionForm = {
  title: 'Take this link away',
  saveLabel: 'Take it away',
  saved: 'Saved. The link is taken away.',
  start: () => ({}),
  read: (_values, { preset }) => {
    const kind = linkKinds.find((one): one is LinkKind => one === preset.kind) ?? 'see'
    return decides({ does: 'unlink', to: preset.to ?? '', kind })
  },
  Fields: Named,
}

/** The status and comment of one numbered part. */
export const setElement: DecisionForm = {
  title: 'Status of a part',
  saveLabel: 'Save',
  saved: 'Saved. The part has changed.',
  start: ({ row, preset }) => {
    const element = row.elements[Number(preset.index)]
    return { status: element?.status ?? '', comment: element?.comment ?? '' }
  },
  read: (values, { preset }) =>
    decides({
      does: 'set-element',
      index: Number(preset.index),
      status: statuses.find((one) => one === values.status) ?? null,
      comment: wordsOf(values, 'comment'),
    }),
  Fields: ElementFields,
  fieldOf: { 'nothing-changed': 'comment', 'too-long': 'comment' },
}

/** The owner writes the comment; the status of a part is the secretary's to give. */
function ElementFields() {
  const { me } = useFormContext()
  const own = statuses.filter((status) => status !== 'NEW GREEN')
  return (
    <>
      <Named />
      {mayManage(me) && (
        <PickField
          name="status"
          label="Status"
          choices={[['', 'No status of its own'], ...own.map((status) => [status, status] as const)]}
        />
      )}
      <LongField name="comment" label="Comment" />
    </>
  )
}
