import { writeDate } from './calendarDays.ts'
import { writeCounterparty } from './counterparty.ts'
import type { Decision, DecisionContext } from './decide.ts'
import { reasonRefusal, refuse, type Step, type Told, tell } from './decisionStep.ts'
import type { Recommendation, Status } from './recommendation.ts'
import { isSettled, writeRationale } from './statusWords.ts'
import { counterpartyRefusal } from './waitingDecisions.ts'

type Of<Name extends Decision['does']> = Extract<Decision, { does: Name }>

/** A new status by judgement. What settled a row, or was about to, falls with it. */
export function setStatus(row: Recommendation, decision: Of<'set-status'>, context: DecisionContext): Step {
  if (isSettled(row)) return refuse('reopen-first')
  if (decision.status === row.status) return refuse('nothing-changed')
  const unreasoned = reasonRefusal(decision.why)
  if (unreasoned) return refuse(unreasoned)
  switch (decision.status) {
    case 'RED':
      return turn(row, 'RED', decision.why, { rationale: writeRationale(decision.why, decision.redReason) })
    case 'AMBER':
      return turn(row, 'AMBER', decision.why, { rationale: '' })
    case 'CLOSED':
      if (!decision.closedReason) return refuse('no-closed-reason')
      return turn(row, 'CLOSED', decision.why, { closedReason: decision.closedReason })
    case 'WHITE':
      return turnWhite(row, decision, context)
  }
}

function turnWhite(row: Recommendation, decision: Of<'set-status'>, { today }: DecisionContext): Step {
  const counterparty = decision.counterparty ?? row.counterparty
  const refused = counterpartyRefusal(counterparty, today)
  return refused ? refuse(refused) : turn(row, 'WHITE', decision.why, { counterparty, rationale: '' })
}

/** A WHITE row comes back to the force: the other body has delivered, or the force took it on. */
export function becomesOurs(row: Recommendation, decision: Of<'becomes-ours'>): Step {
  if (row.status !== 'WHITE') return refuse('not-white')
  const unreasoned = reasonRefusal(decision.why)
  if (unreasoned) return refuse(unreasoned)
  const rationale = decision.status === 'RED' ? writeRationale(decision.why) : ''
  return turn(row, decision.status, decision.why, { rationale })
}

/** What was settled is open again: an improvement was not sustained, or a closure was too early. */
export function reopen(row: Recommendation, decision: Of<'reopen'>, { today }: DecisionContext): Step {
  if (!isSettled(row)) return refuse('not-settled')
  const unreasoned = reasonRefusal(decision.why)
  if (unreasoned) return refuse(unreasoned)
  if (decision.status === 'WHITE') {
    const counterparty = decision.counterparty ?? row.counterparty
    const refused = counterpartyRefusal(counterparty, today)
    return refused ? refuse(refused) : turn(row, 'WHITE', decision.why, { counterparty })
  }
  const rationale = decision.status === 'RED' ? writeRationale(decision.why) : ''
  return turn(row, decision.status, decision.why, { rationale })
}

/** The rationale of a RED row in new words. */
export function setRationale(row: Recommendation, decision: Of<'set-rationale'>): Step {
  if (row.status !== 'RED') return refuse('not-red')
  const unreasoned = reasonRefusal(decision.rationale)
  if (unreasoned) return refuse(unreasoned)
  const rationale = writeRationale(decision.rationale, decision.redReason)
  if (rationale === row.rationale) return refuse('nothing-changed')
  return { ok: true, set: { rationale }, told: [tell('rationale', row.rationale, rationale)] }
}

/** Turns a row to a status, with everything that goes with it: nothing of the old status is left standing. */
export function turn(
  row: Recommendation,
  status: Status,
  why: string,
  more: Partial<Pick<Recommendation, 'rationale' | 'closedReason' | 'counterparty' | 'signOff'>>,
): Step {
  const rationale = more.rationale ?? ''
  const closedReason = more.closedReason ?? null
  const counterparty = more.counterparty ?? counterpartyAfter(row, status)
  const signOff = more.signOff ?? null
  const applies = appliesAfter(row, status)
  const told: Told[] = [tell('status', row.status, statusWords(status, closedReason), why)]
  if (rationale !== row.rationale) told.push(tell('rationale', row.rationale, rationale))
  const [before, after] = [writeCounterparty(row.counterparty), writeCounterparty(counterparty)]
  if (before !== after) told.push(tell('counterparty', before, after))
  if (row.demonstrationUntil)
    told.push(tell('demonstration', `until ${writeDate(row.demonstrationUntil)}`, ''))
  if (row.signOff && !signOff) told.push(tell('sign-off', row.signOff.state, ''))
  if (applies !== row.applies) told.push(tell('applies', row.applies ?? '', applies ?? ''))
  const set = { status, rationale, closedReason, counterparty, signOff, applies, demonstrationUntil: null }
  return { ok: true, set, told }
}

function statusWords(status: Status, reason: Recommendation['closedReason']): string {
  return reason ? `${status} (${reason.replace('-', ' ')})` : status
}

/** A row that is ours waits for nobody; a settled one keeps whom it waited for, and chases nobody. */
function counterpartyAfter(row: Recommendation, status: Status): Recommendation['counterparty'] {
  if (status === 'AMBER' || status === 'RED') return row.status === 'WHITE' ? null : row.counterparty
  return row.counterparty && { ...row.counterparty, nextChase: null }
}

/** What the force works on applies to it, whatever was thought of it while it was another body's. */
function appliesAfter(row: Recommendation, status: Status): Recommendation['applies'] {
  const nowOurs = row.status === 'WHITE' && (status === 'AMBER' || status === 'RED')
  return nowOurs && row.applies !== 'in-part' ? 'yes' : row.applies
}
