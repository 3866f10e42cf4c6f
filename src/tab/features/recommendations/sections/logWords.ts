import type { LogLine } from '../../../../domain/changeLog.ts'

/** What somebody did, after their name. */
export const logWords: Readonly<Record<LogLine['field'], string>> = {
  progress: 'updated the progress',
  status: 'changed the status',
  owner: 'changed the owner',
  import: 'read it in from a paper',
  invitation: 'sent an invitation',
  response: 'recorded an answer',
  due: 'changed the deadline',
  applies: 'decided whether it applies',
  addressees: 'changed the addressees',
  links: 'changed what it hangs together with',
  evidence: 'changed the evidence',
  'sign-off': 'changed the sign-off',
  demonstration: 'changed the demonstration period',
  rationale: 'changed the rationale',
  counterparty: 'changed whom it waits for',
  inspectorate: "recorded the inspectorate's word",
  elements: 'changed a part',
  kind: 'changed the kind',
  text: 'changed the text',
  extension: 'asked for, or answered, a later deadline',
  unreadable: 'changed it so that it could not be read',
}
