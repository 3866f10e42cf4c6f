import type { ChangeField } from '../../../domain/recommendation.ts'

/** What a change speaks of, as people call it. */
export const fieldLabels: Readonly<Record<ChangeField, string>> = {
  progress: 'Progress',
  status: 'Status',
  owner: 'Owner',
  import: 'Paper',
  invitation: 'Invitation',
  response: 'Answer',
  due: 'Deadline',
  applies: 'Applies to the force',
  addressees: 'Addressees',
  links: 'Links',
  evidence: 'Evidence',
  'sign-off': 'Sign-off',
  demonstration: 'Demonstration period',
  rationale: 'Rationale',
  counterparty: 'Waits for',
  inspectorate: 'Inspectorate',
  elements: 'Parts',
  kind: 'Kind',
  text: 'Text',
  extension: 'Later deadline asked for',
  date: 'Day and time',
  plan: 'Plan',
  roster: 'Roles and people',
  attendance: 'Attendance',
  debrief: 'Debrief',
  request: 'Request for a place',
  course: 'Course',
  training: 'Training',
  requirement: 'Requirement',
  dispute: 'Dispute over places',
}

const longestShown = 240

/** A text that has to fit beside others; what is cut stands in the history. */
export function shorten(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
