import { correct } from './correctDecision.ts'
import type { Decision, DecisionContext } from './decide.ts'
import type { Step } from './decisionStep.ts'
import {
  addEvidence,
  answerSignOff,
  askSignOff,
  holdForDemonstration,
  removeEvidence,
} from './evidenceDecisions.ts'
import {
  addLink,
  inspectorateSaid,
  removeLink,
  setAddressees,
  setApplies,
  setElement,
  setOwner,
} from './placeDecisions.ts'
import type { Recommendation } from './recommendation.ts'
import { restNoMore, restOn } from './trainingDecisions.ts'

/** The decisions beside status and deadline. */
export type Further = Extract<
  Decision,
  {
    does:
      | 'add-evidence'
      | 'remove-evidence'
      | 'ask-sign-off'
      | 'answer-sign-off'
      | 'hold-for-demonstration'
      | 'set-owner'
      | 'set-applies'
      | 'set-addressees'
      | 'link'
      | 'unlink'
      | 'inspectorate-said'
      | 'set-element'
      | 'correct'
      | 'rest-on'
      | 'rest-no-more'
  }
>

/** What a decision beside status and deadline does to a row. */
export function furtherStepFor(row: Recommendation, decision: Further, context: DecisionContext): Step {
  switch (decision.does) {
    case 'add-evidence':
      return addEvidence(row, decision, context)
    case 'remove-evidence':
      return removeEvidence(row, decision)
    case 'ask-sign-off':
      return askSignOff(row, decision, context)
    case 'answer-sign-off':
      return answerSignOff(row, decision, context)
    case 'hold-for-demonstration':
      return holdForDemonstration(row, decision, context)
    case 'set-owner':
      return setOwner(row, decision, context)
    case 'set-applies':
      return setApplies(row, decision)
    case 'set-addressees':
      return setAddressees(row, decision)
    case 'link':
      return addLink(row, decision)
    case 'unlink':
      return removeLink(row, decision)
    case 'inspectorate-said':
      return inspectorateSaid(row, decision, context)
    case 'set-element':
      return setElement(row, decision, context)
    case 'correct':
      return correct(row, decision)
    case 'rest-on':
      return restOn(row, decision)
    case 'rest-no-more':
      return restNoMore(row, decision)
  }
}
