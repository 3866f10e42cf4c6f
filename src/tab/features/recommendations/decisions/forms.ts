import { correct } from './correctForm.tsx'
import { meetMilestone, moveDeadline, reportToBoard } from './deadlineForms.tsx'
import type { DecisionForm } from './decisionForm.ts'
import { answerExtension, askExtension } from './extensionForms.tsx'
import type { FormName } from './formNames.ts'
import {
  inspectorateSaid,
  link,
  setAddressees,
  setApplies,
  setElement,
  setOwner,
  unlink,
} from './placeForms.tsx'
import { addEvidence, answerSignOff, holdForDemonstration, removeEvidence, sayDone } from './signOffForms.tsx'
import { reopen, setRationale, setStatus } from './statusForms.tsx'
import { restNoMore, restOn } from './trainingForms.tsx'
import { becomesOurs, chased, setCounterparty } from './waitingForms.tsx'

/** Every form by its name. */
export const forms: Readonly<Record<FormName, DecisionForm>> = {
  'move-deadline': moveDeadline,
  'ask-extension': askExtension,
  'answer-extension': answerExtension,
  'meet-milestone': meetMilestone,
  'report-to-board': reportToBoard,
  'say-done': sayDone,
  'answer-sign-off': answerSignOff,
  'hold-for-demonstration': holdForDemonstration,
  'set-status': setStatus,
  reopen,
  'set-rationale': setRationale,
  'set-owner': setOwner,
  'set-applies': setApplies,
  'set-addressees': setAddressees,
  'set-counterparty': setCounterparty,
  chased,
  'becomes-ours': becomesOurs,
  'add-evidence': addEvidence,
  'remove-evidence': removeEvidence,
  'inspectorate-said': inspectorateSaid,
  link,
  unlink,
  correct,
  'set-element': setElement,
  'rest-on': restOn,
  'rest-no-more': restNoMore,
}
