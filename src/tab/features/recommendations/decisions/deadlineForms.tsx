import { isIsoDate, lastDayOfMonth } from '../../../../domain/calendarDays.ts'
import { applyDecision, type Decision } from '../../../../domain/decide.ts'
import { currentDueEntry, type DueVerb, dueVerbs } from '../../../../domain/dueLedger.ts'
import { postsHeldBy } from '../../../../domain/post.ts'
import { sayVerb } from '../../../ui/decisionWords.ts'
import { useDialogStyles } from '../../../ui/form/FormDialog.styles.ts'
import {
  ChoiceField,
  DayField,
  LongField,
  PickField,
  TextField,
  useFields,
} from '../../../ui/form/fields.tsx'
import { namesOf, type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { AlignedPartners, hasPartners } from './AlignedPartners.tsx'
import { type DecisionForm, decides, type FormContext, lacks } from './decisionForm.ts'
import { useFormContext } from './formContext.ts'

type Move = Extract<Decision, { does: 'move-deadline' }>

/** A new deadline: an entry more in the ledger, never another in place of one. */
export const moveDeadline: DecisionForm = {
  title: 'Move the deadline',
  explanation: 'The new deadline is added to the due history; what stood there before stays.',
  saveLabel: 'Move the deadline',
  saved: 'Saved. The deadline has moved.',
  start: ({ row }) => ({
    kind: 'month',
    day: '',
    month: currentDueEntry(row.due)?.date?.slice(0, 7) ?? '',
    event: '',
    verb: row.due.length === 0 ? 'none' : 'now',
    purpose: '',
    reason: '',
    agreedBy: '',
    reportedTo: '',
  }),
  read: readMove,
  Fields: MoveFields,
  fieldOf: {
    ...{ 'no-reason': 'reason', 'unclear-purpose': 'purpose', 'no-date-or-event': 'event' },
    ...{ 'no-board': 'reportedTo', 'not-a-date': dateField, 'date-in-past': dateField },
    ...{ 'date-implausible': dateField, 'due-before-published': dateField, 'nothing-changed': dateField },
  },
  After: AlignedPartners,
  hasAfter: hasPartners,
}

function readMove(values: Values) {
  const { kind = '' } = values
  const date = dateOf(values)
  if (kind === 'event' && wordsOf(values, 'event') === '')
    return lacks({ event: 'Name the event that is awaited, or write “To be set”.' })
  if (kind === 'day' && date === null) return lacks({ day: 'Choose a day that exists.' })
  if (kind === 'month' && date === null) return lacks({ month: 'Choose a month, such as 2021-09.' })
  const decision: Move = {
    does: 'move-deadline',
    date,
    precision: kind === 'month' ? 'month' : 'day',
    event: kind === 'event' ? wordsOf(values, 'event') : '',
    verb: readVerb(values.verb),
    purpose: wordsOf(values, 'purpose'),
    reason: wordsOf(values, 'reason'),
    agreedBy: wordsOf(values, 'agreedBy'),
    reportedTo: namesOf(values, 'reportedTo'),
  }
  return decides(decision)
}

/** A month alone means its last day. */
function dateOf({ kind, day = '', month = '' }: Values): string | null {
  if (kind === 'day') return isIsoDate(day) ? day : null
  const parts = kind === 'month' ? /^(\d{4})-(\d{2})$/.exec(month.trim()) : null
  return parts && isIsoDate(`${month.trim()}-01`) ? lastDayOfMonth(Number(parts[1]), Number(parts[2])) : null
}

/** The field that holds the date, or what stands in its place. */
function dateField({ kind }: Values): string {
  return kind ?? 'month'
}

function readVerb(text: string | undefined): DueVerb {
  return dueVerbs.find((verb) => verb === text) ?? 'now'
}

const verbs = dueVerbs
  .filter((verb) => verb !== 'none')
  .map((verb) => [verb, verb === 'and' ? 'And (a second deadline beside the first)' : sayVerb(verb)] as const)

function MoveFields() {
  const { values } = useFields()
  const context = useFormContext()
  return (
    <>
      <ChoiceField
        name="kind"
        label="The new deadline is"
        choices={[
          ['month', 'a month (its last day counts)'],
          ['day', 'a day'],
          ['event', 'an event that is awaited, or “To be set”'],
        ]}
      />
      {values.kind === 'month' && <DayField name="month" label="Month" type="month" required />}
      {values.kind === 'day' && <DayField name="day" label="Day" required />}
      {values.kind === 'event' && (
        <TextField name="event" label="What is awaited" hint="Such as: publication of the review" required />
      )}
      {context.row.due.length > 0 && <PickField name="verb" label="How the entry begins" choices={verbs} />}
      <TextField name="purpose" label="For what" hint="Such as: for the review of the policy" />
      <LongField name="reason" label="Why it moves" required />
      <TextField name="agreedBy" label="Who agreed" hint="Such as: Commander, Crime" />
      <TextField
        name="reportedTo"
        label="Boards that were told"
        hint="Separated by commas, such as: PAB, CSB"
      />
      <LedgerPreview />
    </>
  )
}

/** The entry as it will stand in the ledger, once the fields say enough. */
function LedgerPreview() {
  const styles = useDialogStyles()
  const { values } = useFields()
  const context = useFormContext()
  const entry = previewOf(values, context)
  if (entry === null) return null
  return (
    <div className={styles.preview}>
      <div className={styles.quiet}>The due history will say</div>
      <div>“{entry}”</div>
    </div>
  )
}

function previewOf(values: Values, { row, me, register, today }: FormContext): string | null {
  const reading = readMove({ ...values, reason: wordsOf(values, 'reason') || 'a reason' })
  if (!reading.ok || !reading.decisions[0]) return null
  const posts = [...register.posts.values()]
  const outcome = applyDecision(row, reading.decisions[0], {
    ...{ actor: me, heldPosts: postsHeldBy(posts, me.objectId), posts, at: `${today}T12:00:00.000Z`, today },
  })
  const entry = outcome.ok ? outcome.next.due.at(-1) : undefined
  return entry?.text ?? null
}

/** A milestone of the ledger was met. */
export const meetMilestone: DecisionForm = {
  title: 'This milestone was met',
  saveLabel: 'It was met',
  saved: 'Saved. The milestone is marked as met.',
  start: ({ today }) => ({ on: today }),
  read: (values, { preset }) =>
    isIsoDate(values.on ?? '')
      ? decides({ does: 'meet-milestone', entry: Number(preset.entry), on: values.on ?? '' })
      : lacks({ on: 'Choose a day that exists.' }),
  Fields: () => (
    <>
      <Named />
      <DayField name="on" label="Met on" required />
    </>
  ),
  fieldOf: { 'not-a-date': 'on', 'date-in-future': 'on', 'date-in-past': 'on' },
}

/** A board was told of a deadline. */
export const reportToBoard: DecisionForm = {
  title: 'A board was told of this deadline',
  saveLabel: 'Save',
  saved: 'Saved. The due history says that the board was told.',
  start: () => ({ board: '' }),
  read: (values, { preset }) =>
    decides({ does: 'report-to-board', entry: Number(preset.entry), board: wordsOf(values, 'board') }),
  Fields: () => (
    <>
      <Named />
      <TextField name="board" label="Board" hint="Such as: PAB" required />
    </>
  ),
  fieldOf: { 'no-board': 'board', 'already-reported': 'board', 'too-long': 'board' },
}

/** Which entry or part the form is about, in the words of the button that opened it. */
export function Named() {
  const context = useFormContext()
  return context.preset.name ? <div>“{context.preset.name}”</div> : null
}
