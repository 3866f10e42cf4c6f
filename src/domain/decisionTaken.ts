import type { Decision, DecisionName } from './decide.ts'
import { isMetMilestone, reportedTo } from './dueLedger.ts'
import { dayMeant, plainWords } from './dueWords.ts'
import type { ChangeField, Recommendation } from './recommendation.ts'
import { writeRationale } from './statusWords.ts'

/** The fields of which a decision tells the history; one of them is always told. */
const toldFields: Readonly<Record<DecisionName, readonly ChangeField[]>> = {
  'set-status': ['status'],
  'becomes-ours': ['status'],
  reopen: ['status'],
  'set-rationale': ['rationale'],
  'move-deadline': ['due'],
  'ask-extension': ['extension'],
  'answer-extension': ['extension'],
  'meet-milestone': ['due'],
  'report-to-board': ['due'],
  'add-evidence': ['evidence'],
  'remove-evidence': ['evidence'],
  'ask-sign-off': ['sign-off'],
  'answer-sign-off': ['sign-off', 'status', 'demonstration'],
  'hold-for-demonstration': ['demonstration'],
  'set-owner': ['owner'],
  'set-applies': ['applies'],
  'set-addressees': ['addressees'],
  'set-counterparty': ['counterparty'],
  chased: ['counterparty'],
  link: ['links'],
  unlink: ['links'],
  'inspectorate-said': ['inspectorate'],
  'set-element': ['elements'],
  correct: ['kind', 'text'],
  'rest-on': ['training'],
  'rest-no-more': ['training'],
}

/**
 * Says whether the newest change of a row is this very decision of this very person: an earlier attempt got through
 * although its answer was lost, and is not to be taken a second time.
 */
export function isTaken(row: Recommendation, decision: Decision, objectId: string): boolean {
  const newest = row.history.at(-1)
  if (!newest || newest.byObject !== objectId) return false
  const together = row.history.filter((change) => change.at === newest.at && change.byObject === objectId)
  const isTold = together.some((change) => toldFields[decision.does].includes(change.field))
  return isTold && shows(row, decision, objectId)
}

function shows(row: Recommendation, decision: Decision, objectId: string): boolean {
  switch (decision.does) {
    case 'set-status':
    case 'becomes-ours':
    case 'reopen':
      return row.status === decision.status && newestReason(row, 'status') === decision.why.trim()
    case 'set-rationale':
      return row.rationale === writeRationale(decision.rationale, decision.redReason)
    case 'move-deadline':
      return showsMove(row, decision, objectId)
    case 'ask-extension':
      return (
        row.extensionRequest?.askedByObject === objectId &&
        row.extensionRequest.reason === decision.reason.trim()
      )
    case 'answer-extension':
      return (
        row.extensionRequest === null &&
        newestTo(row, 'extension') === (decision.agreed ? 'agreed' : 'declined')
      )
    case 'meet-milestone':
      return isTagged(row, decision.entry, (entry) => isMetMilestone(entry))
    case 'report-to-board':
      return isTagged(row, decision.entry, (entry) =>
        reportedTo([entry]).includes(plainWords(decision.board)),
      )
    case 'add-evidence':
      return row.evidence.some((one) => one.link === decision.link.trim() && one.byObject === objectId)
    case 'remove-evidence':
      return row.evidence.every((one) => one.link !== decision.link)
    case 'ask-sign-off':
      return row.signOff?.state === 'asked' && row.signOff.askedByObject === objectId
    case 'answer-sign-off':
      return row.signOff?.state === (decision.agreed ? 'agreed' : 'declined')
    case 'hold-for-demonstration':
      return row.demonstrationUntil === decision.until
    default:
      return showsPlace(row, decision)
  }
}

type Place = Extract<
  Decision,
  {
    does:
      | 'set-owner'
      | 'set-applies'
      | 'set-addressees'
      | 'set-counterparty'
      | 'chased'
      | 'link'
      | 'unlink'
      | 'inspectorate-said'
      | 'set-element'
      | 'correct'
      | 'rest-on'
      | 'rest-no-more'
  }
>

function showsPlace(row: Recommendation, decision: Place): boolean {
  switch (decision.does) {
    case 'set-owner':
      return row.ownerPost === decision.post
    case 'set-applies':
      return row.applies === decision.applies
    case 'set-addressees':
      return decision.addressees.every((one) => one.trim() === '' || row.addressees.includes(one.trim()))
    case 'set-counterparty':
      return (row.counterparty?.body ?? null) === (decision.counterparty?.body.trim() ?? null)
    case 'chased':
      return row.counterparty?.lastChased === decision.on && row.counterparty.nextChase === decision.nextChase
    case 'link':
      return row.links.some((one) => one.kind === decision.link.kind && one.to === decision.link.to.trim())
    case 'unlink':
      return row.links.every((one) => one.kind !== decision.kind || one.to !== decision.to)
    case 'inspectorate-said':
      return row.inspectorate.some(
        (one) => one.on === decision.word.on && one.status === decision.word.status,
      )
    case 'set-element':
      return (
        row.elements[decision.index]?.status === decision.status &&
        row.elements[decision.index]?.comment === decision.comment.trim()
      )
    case 'rest-on':
      return row.restsOn.some(
        (one) => one.requirement === decision.requirement && one.atLeast === decision.atLeast,
      )
    case 'rest-no-more':
      return row.restsOn.every((one) => one.requirement !== decision.requirement)
    case 'correct':
      return (
        (decision.text === undefined || row.text === decision.text.trim()) &&
        (decision.kind === undefined || row.kind === decision.kind)
      )
  }
}

function showsMove(
  row: Recommendation,
  decision: Extract<Decision, { does: 'move-deadline' }>,
  objectId: string,
): boolean {
  const last = row.due.at(-1)
  if (!last?.change || last.change.byObject !== objectId) return false
  const date = decision.date === null ? null : dayMeant(decision.date, decision.precision)
  const isSameEvent = date !== null || last.change.event === decision.event.trim()
  return last.date === date && isSameEvent && last.change.reason === decision.reason.trim()
}

function isTagged(
  row: Recommendation,
  index: number,
  test: (entry: Recommendation['due'][number]) => boolean,
): boolean {
  const entry = row.due[index]
  return entry !== undefined && test(entry)
}

function newestTo(row: Recommendation, field: ChangeField): string {
  return row.history.findLast((change) => change.field === field)?.to ?? ''
}

function newestReason(row: Recommendation, field: ChangeField): string {
  return row.history.findLast((change) => change.field === field)?.why ?? ''
}
