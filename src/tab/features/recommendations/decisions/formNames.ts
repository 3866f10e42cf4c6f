import type { DecisionName } from '../../../../domain/decide.ts'

/** Every form of the page, with the words on its button and the decision that a person must be allowed to take. */
export const formNames = {
  'move-deadline': { label: 'Move the deadline', does: 'move-deadline' },
  'ask-extension': { label: 'Ask for a later deadline', does: 'ask-extension' },
  'answer-extension': { label: 'Answer', does: 'answer-extension' },
  'meet-milestone': { label: 'It was met', does: 'meet-milestone' },
  'report-to-board': { label: 'A board was told', does: 'report-to-board' },
  'say-done': { label: 'Say it is done', does: 'ask-sign-off' },
  'answer-sign-off': { label: 'Answer the sign-off', does: 'answer-sign-off' },
  'hold-for-demonstration': { label: 'Demonstration period', does: 'hold-for-demonstration' },
  'set-status': { label: 'Change the status', does: 'set-status' },
  reopen: { label: 'Open it again', does: 'reopen' },
  'set-rationale': { label: 'Rationale for RED', does: 'set-rationale' },
  'set-owner': { label: 'Change the owner', does: 'set-owner' },
  'set-applies': { label: 'Applies to the force?', does: 'set-applies' },
  'set-addressees': { label: 'Addressees', does: 'set-addressees' },
  'set-counterparty': { label: 'Whom it waits for', does: 'set-counterparty' },
  chased: { label: 'They were asked again', does: 'chased' },
  'becomes-ours': { label: 'It is ours now', does: 'becomes-ours' },
  'add-evidence': { label: 'Add evidence', does: 'add-evidence' },
  'remove-evidence': { label: 'Take evidence away', does: 'remove-evidence' },
  'inspectorate-said': { label: 'What the inspectorate said', does: 'inspectorate-said' },
  link: { label: 'Link to another row', does: 'link' },
  unlink: { label: 'Take a link away', does: 'unlink' },
  correct: { label: 'Correct text or kind', does: 'correct' },
  'set-element': { label: 'Status of a part', does: 'set-element' },
  'rest-on': { label: 'Rest it on training', does: 'rest-on' },
  'rest-no-more': { label: 'Rests on it no more', does: 'rest-no-more' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly does: DecisionName }>>

export type FormName = keyof typeof formNames
