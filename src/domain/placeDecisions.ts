import { isIsoDate, writeDate } from './calendarDays.ts'
import type { Decision, DecisionContext } from './decide.ts'
import { longestReason, reasonRefusal, refuse, type Step, tell } from './decisionStep.ts'
import type { InspectorateWord, RowLink } from './decisions.ts'
import type { Element, Recommendation } from './recommendation.ts'
import { mayManage } from './roles.ts'
import { longestName } from './waitingDecisions.ts'

type Of<Name extends Decision['does']> = Extract<Decision, { does: Name }>

/** The post that owns the row. Taking it from one post needs a reason; giving it to a first one does not. */
export function setOwner(
  row: Recommendation,
  { post, why }: Of<'set-owner'>,
  { posts }: DecisionContext,
): Step {
  if (post === row.ownerPost) return refuse('nothing-changed')
  if (post !== null && posts && !posts.some((one) => one.key === post)) return refuse('no-such-post')
  if (row.ownerPost !== null) {
    const unreasoned = reasonRefusal(why)
    if (unreasoned) return refuse(unreasoned)
  }
  if (why.length > longestReason) return refuse('too-long')
  // Posts are told by key; whoever shows the history knows their titles.
  return { ok: true, set: { ownerPost: post }, told: [tell('owner', row.ownerPost ?? '', post ?? '', why)] }
}

const appliesInWords = { yes: 'yes', 'in-part': 'in part', no: 'no' } as const

/** Whether the row applies to the force. A first decision stands by itself; another needs its reason. */
export function setApplies(row: Recommendation, { applies, why }: Of<'set-applies'>): Step {
  if (applies === row.applies) return refuse('nothing-changed')
  if (row.applies !== null) {
    const unreasoned = reasonRefusal(why)
    if (unreasoned) return refuse(unreasoned)
  }
  if (why.length > longestReason) return refuse('too-long')
  const before = row.applies === null ? '' : appliesInWords[row.applies]
  return { ok: true, set: { applies }, told: [tell('applies', before, appliesInWords[applies], why)] }
}

/** Whom the inspectorate addresses; each name once. */
export function setAddressees(row: Recommendation, decision: Of<'set-addressees'>): Step {
  const addressees = [...new Set(decision.addressees.map((one) => one.trim()).filter((one) => one !== ''))]
  if (addressees.some((one) => one.length > longestName)) return refuse('too-long')
  const [before, after] = [row.addressees.join(', '), addressees.join(', ')]
  if (before === after) return refuse('nothing-changed')
  return { ok: true, set: { addressees }, told: [tell('addressees', before, after)] }
}

const linkWords = {
  aligned: 'deadline aligned with',
  'same-subject': 'same subject as',
  'depends-on': 'depends on',
  see: 'see',
} as const

function writeLink({ kind, to, note }: RowLink): string {
  return `${linkWords[kind]} ${to}${note === '' ? '' : ` (${note})`}`
}

/** Two rows hang together, whether the register holds the other or not. */
export function addLink(row: Recommendation, decision: Of<'link'>): Step {
  const link = { ...decision.link, to: decision.link.to.trim(), note: decision.link.note.trim() }
  if (link.to === '') return refuse('no-title')
  if (link.to.length > longestName || link.note.length > longestReason) return refuse('too-long')
  if (link.to === row.key) return refuse('links-to-itself')
  if (row.links.some((one) => one.kind === link.kind && one.to === link.to)) return refuse('already-linked')
  return { ok: true, set: { links: [...row.links, link] }, told: [tell('links', '', writeLink(link))] }
}

/** Takes a link back. */
export function removeLink(row: Recommendation, { to, kind }: Of<'unlink'>): Step {
  const gone = row.links.find((one) => one.kind === kind && one.to === to)
  if (!gone) return refuse('no-such-link')
  const links = row.links.filter((one) => one !== gone)
  return { ok: true, set: { links }, told: [tell('links', writeLink(gone), '')] }
}

/** The inspectorate's own word, in the order of its days. */
export function inspectorateSaid(
  row: Recommendation,
  { word }: Of<'inspectorate-said'>,
  { today }: DecisionContext,
): Step {
  if (!isIsoDate(word.on)) return refuse('not-a-date')
  if (word.on > today) return refuse('date-in-future')
  if (word.note.length > longestReason) return refuse('too-long')
  if (row.inspectorate.some((one) => one.on === word.on && one.status === word.status))
    return refuse('nothing-changed')
  const before = row.inspectorate.at(-1)
  const inspectorate = [...row.inspectorate, word].sort((one, other) => one.on.localeCompare(other.on))
  const told = tell('inspectorate', before ? writeWord(before) : '', writeWord(word), word.note)
  return { ok: true, set: { inspectorate }, told: [told] }
}

function writeWord({ status, on }: InspectorateWord): string {
  return `${status.replaceAll('-', ' ')} on ${writeDate(on)}`
}

/** Status and comment of one numbered part. The owner writes the comment; its status is the secretary's, too. */
export function setElement(
  row: Recommendation,
  { index, status, comment }: Of<'set-element'>,
  { actor }: DecisionContext,
): Step {
  const element = row.elements[index]
  if (!element) return refuse('no-such-element')
  if (status !== element.status && !mayManage(actor)) return refuse('secretary-only')
  if (comment.trim().length > longestElementComment) return refuse('too-long')
  const next: Element = { ...element, status, comment: comment.trim() }
  if (next.status === element.status && next.comment === element.comment) return refuse('nothing-changed')
  const told = tell('elements', writeElement(element), writeElement(next))
  return { ok: true, set: { elements: row.elements.with(index, next) }, told: [told] }
}

const longestElementComment = 5_000

function writeElement({ label, status, comment }: Element): string {
  return [label, status ?? 'no status', comment].filter((part) => part !== '').join(' – ')
}
