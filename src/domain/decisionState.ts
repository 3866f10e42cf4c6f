import type { IsoDate } from './calendarDays.ts'
import type { DecisionName, DecisionRefusal } from './decide.ts'
import { answerRefusal, askRefusal } from './evidenceDecisions.ts'
import { askExtensionRefusal } from './extensionDecisions.ts'
import type { Recommendation } from './recommendation.ts'
import { isImplemented, isSettled } from './statusWords.ts'

/** Why a row as it stands allows no such decision, whoever takes it and whatever is typed; null when it does. */
export function stateRefusal(
  row: Recommendation,
  does: DecisionName,
  today: IsoDate,
): DecisionRefusal | null {
  switch (does) {
    case 'set-status':
    case 'move-deadline':
      return isSettled(row) ? 'reopen-first' : null
    case 'ask-extension':
      return askExtensionRefusal(row)
    case 'answer-extension':
      return row.extensionRequest === null ? 'not-asked' : null
    case 'becomes-ours':
      return row.status === 'WHITE' ? null : 'not-white'
    case 'reopen':
      return isSettled(row) ? null : 'not-settled'
    case 'set-rationale':
      return row.status === 'RED' ? null : 'not-red'
    case 'chased':
      return row.counterparty ? null : 'no-counterparty'
    case 'ask-sign-off':
      return askRefusal(row)
    case 'answer-sign-off':
      return answerRefusal(row) ?? stillHeld(row, today)
    case 'hold-for-demonstration':
      return isImplemented(row.status) ? 'already-green' : row.status === 'CLOSED' ? 'is-closed' : null
    default:
      return lacking(row, does)
  }
}

/** What was agreed during the period is confirmed after it; until then it can only be declined. */
function stillHeld(row: Recommendation, today: IsoDate): DecisionRefusal | null {
  const isAgreed = row.signOff?.state === 'agreed'
  return isAgreed && row.demonstrationUntil !== null && today <= row.demonstrationUntil
    ? 'demonstration-running'
    : null
}

function lacking(row: Recommendation, does: DecisionName): DecisionRefusal | null {
  if (does === 'meet-milestone' || does === 'report-to-board') return row.due.length ? null : 'no-such-entry'
  if (does === 'remove-evidence') return row.evidence.length ? null : 'no-such-evidence'
  if (does === 'rest-no-more') return row.restsOn.length ? null : 'no-such-requirement'
  if (does === 'unlink') return row.links.length ? null : 'no-such-link'
  if (does === 'set-element') return row.elements.length ? null : 'no-such-element'
  return null
}
