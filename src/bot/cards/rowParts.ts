import { writeDate, writeDaysLeft, writeInstant } from '../../domain/calendarDays.ts'
import type { CardReplyName } from '../../usecases/cardOffers.ts'
import { longestCardNote } from '../../usecases/cardProgress.ts'
import type { CardRow, CardStanding } from '../../usecases/cardRows.ts'
import type { CardAction, CardElement, Container } from './adaptiveCard.ts'
import { oneLine, ownWords, runs } from './cardText.ts'
import { happenedSince } from './happened.ts'
import { tabLink } from './links.ts'
import { type Drafts, type InputName, inputId, inputNames, inputsOf } from './press.ts'
import { agreeAction, type RowForm, rowForm, showAllAction } from './rowForms.ts'
import { statusInWords } from './statusWords.ts'

/** A sentence about the row that was pressed, shown above it. */
export interface RowNotice {
  readonly ref: string
  readonly tone: 'good' | 'attention'
  readonly sentence: string
  /** Words of people that belong to the sentence, on one line already; shown as they are. */
  readonly quote: string | null
}

/** How a row is dressed on this card. */
export interface Dressing {
  readonly teamsAppId: string
  readonly notice: RowNotice | null
  readonly drafts: Drafts
  /** Whether the row shows every way to answer; otherwise *Update progress* and a way to the others. */
  readonly whole: boolean
}

/** One row of a card: what it is, where it stands, what happened, and how to answer. */
export function rowContainer(row: CardRow, dressing: Dressing): Container {
  const notice = dressing.notice?.ref === row.ref ? dressing.notice : null
  const drafts = draftsOf(row, dressing.drafts)
  const forms = shownForms(row, dressing, drafts)
  const actions = actionsOf(row, dressing, forms)
  const shown = new Set(forms.flatMap(({ name }) => inputsOf[name]))
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      heading(row),
      ...(notice ? noticeElements(notice) : []),
      ...factsOf(row),
      ...askedOf(row),
      ...updateOf(row),
      ...happenedSince(row),
      ...whyOf(row),
      ...strayDrafts(row, drafts, shown),
      ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : []),
      ...forms.flatMap(({ form }) => form.form ?? []),
    ],
  }
}

type NamedForm = { readonly name: CardReplyName; readonly form: RowForm }

const decisions: ReadonlySet<CardReplyName> = new Set(['answer-extension', 'answer-sign-off'])

function shownForms(row: CardRow, { whole }: Dressing, drafts: Drafts): readonly NamedForm[] {
  const names = row.offers.filter((name) => whole || name === 'update-progress' || decisions.has(name))
  return names.map((name) => ({ name, form: rowForm(row, name, drafts) }))
}

function actionsOf(row: CardRow, dressing: Dressing, forms: readonly NamedForm[]): readonly CardAction[] {
  const actions: CardAction[] = []
  for (const { name, form } of forms) {
    if (name === 'answer-extension' || name === 'answer-sign-off') actions.push(agreeAction(row, name))
    actions.push(form.opener)
  }
  if (forms.length < row.offers.length) actions.push(showAllAction(row))
  if (row.standing !== 'missing')
    actions.push({ type: 'Action.OpenUrl', title: 'Open in Teams', url: linkOf(row, dressing.teamsAppId) })
  return actions
}

const linkOf = (row: CardRow, teamsAppId: string) =>
  tabLink(teamsAppId, row.ref === '' ? null : `recommendation/${row.ref}`)

/** What was typed in this row; a note that the register has by another way is not kept. */
function draftsOf(row: CardRow, drafts: Drafts): Drafts {
  const mine = inputNames
    .map((name) => inputId(name, row.ref))
    .flatMap((id): [string, string][] => {
      const text = drafts.get(id)
      return text === undefined ? [] : [[id, text]]
    })
  return new Map(mine.filter(([id, text]) => !isSaved(row, id, text)))
}

const isSaved = (row: CardRow, id: string, text: string) =>
  id === inputId('progress', row.ref) && row.update?.text.trim() === text.trim()

/** A row without the form shows what was typed in it, so that it can be copied. */
function strayDrafts(row: CardRow, drafts: Drafts, shown: ReadonlySet<InputName>): readonly CardElement[] {
  return inputNames
    .filter((name) => !shown.has(name))
    .flatMap((name) => strayText(drafts.get(inputId(name, row.ref))))
}

/** What was typed and has no form any more. */
export function strayText(text: string | undefined): readonly CardElement[] {
  if (text === undefined) return []
  return [runs({ text: `Not saved. You wrote: “${oneLine(text, longestCardNote)}”` })]
}

function heading(row: CardRow): CardElement {
  const reference = { text: oneLine(row.reference, 120), weight: 'Bolder' } as const
  const title = oneLine(row.reportTitle, 120)
  return title === '' ? runs(reference) : runs(reference, { text: ` – ${title}` })
}

function factsOf(row: CardRow): readonly CardElement[] {
  if (row.standing === 'missing' || row.standing === 'not-yours') return []
  const settled = row.standing === 'closed'
  const left = row.daysLeft === null || settled ? '' : ` (${writeDaysLeft(row.daysLeft)})`
  const facts = [
    ...(row.status === null ? [] : [{ title: 'Status', value: statusInWords[row.status] }]),
    { title: 'Deadline', value: `${row.deadline}${left}` },
    ...(row.status === null ? [] : [{ title: 'Extended', value: timesInWords(row.extended) }]),
  ]
  return [{ type: 'FactSet', facts }]
}

function timesInWords(times: number): string {
  if (times === 0) return 'never'
  if (times === 1) return 'once'
  return times === 2 ? 'twice' : `${times} times`
}

/** Most pieces of evidence that a card leads to. */
const mostEvidence = 3

function askedOf({ asked }: CardRow): readonly CardElement[] {
  if (asked === null) return []
  const elements: CardElement[] = []
  const { extension, signOff, evidence } = asked
  if (extension) {
    const who = `${oneLine(extension.askedBy, 80)} asks for ${writeDate(extension.to)}`
    elements.push(
      runs({ text: `${who}: `, weight: 'Bolder' }, { text: `“${oneLine(extension.reason, 500)}”` }),
      runs({ text: `Asked on ${writeInstant(extension.askedAt)}.`, isSubtle: true, size: 'Small' }),
    )
  }
  if (signOff) {
    const who = `${oneLine(signOff.askedBy, 80)} says that it is done, and asks you to look.`
    const note = oneLine(signOff.note, 500)
    elements.push(
      runs({ text: who, weight: 'Bolder' }, ...(note === '' ? [] : [{ text: ` “${note}”` }])),
      runs({ text: `Asked on ${writeInstant(signOff.askedAt)}.`, isSubtle: true, size: 'Small' }),
      ...evidenceOf(evidence),
    )
  }
  return elements
}

function evidenceOf(
  evidence: readonly { readonly title: string; readonly link: string }[],
): readonly CardElement[] {
  const shown = evidence.slice(-mostEvidence)
  const titles = shown.map(({ title }, at) => runs({ text: `Evidence ${at + 1}: ${oneLine(title, 200)}` }))
  const actions = shown.map(({ link }, at): CardAction => {
    return { type: 'Action.OpenUrl', title: `Open evidence ${at + 1}`, url: link }
  })
  return actions.length === 0 ? [] : [...titles, { type: 'ActionSet', actions }]
}

function updateOf(row: CardRow): readonly CardElement[] {
  if (!row.update) return []
  const { written } = row.update
  const by =
    written === null
      ? 'Changed in SharePoint, outside Follow-Through'
      : `Updated by ${oneLine(written.by, 80)} on ${writeInstant(written.at)}`
  return [
    runs({ text: 'Progress: ', weight: 'Bolder' }, { text: oneLine(row.update.text, 200) }),
    runs({ text: by, isSubtle: true, size: 'Small' }),
  ]
}

const standingSentences: Readonly<Partial<Record<CardStanding, string>>> = {
  closed: 'Nothing more is asked of you here: the status says so now.',
  'not-yours': 'Another post owns this row now, so it can no longer be changed from here.',
  missing: 'This row is no longer in the register.',
}

/** Training that has fallen under a green row: the figure, and that a person decides what follows. */
function fallenOf(fallen: readonly string[]): readonly CardElement[] {
  return [
    ...fallen.map((sentence) => runs({ text: oneLine(sentence, 300), weight: 'Bolder' })),
    ownWords('It stays green until somebody decides otherwise: open it to see the cover over time.', {
      isSubtle: true,
    }),
  ]
}

function whyOf(row: CardRow): readonly CardElement[] {
  if (row.fallen?.length && row.standing !== 'not-yours') return fallenOf(row.fallen)
  const sentence = standingSentences[row.standing]
  if (sentence !== undefined) return [ownWords(sentence, { isSubtle: true })]
  if (row.reason === '') return []
  return [runs({ text: `Why did I get this? ${oneLine(row.reason, 300)}`, isSubtle: true, size: 'Small' })]
}

/** The sentence about a press, and what belongs to it. */
export function noticeElements(notice: RowNotice): readonly CardElement[] {
  const color = notice.tone === 'good' ? 'Good' : 'Attention'
  const quote = notice.quote === null ? [] : [runs({ text: `“${notice.quote}”` })]
  return [ownWords(notice.sentence, { color, weight: 'Bolder' }), ...quote]
}
