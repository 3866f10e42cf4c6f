import type { Applies, ClosedReason, InspectorateStatus, LinkKind } from '../../domain/decisions.ts'
import type { DueVerb } from '../../domain/dueLedger.ts'
import type { ClockKind } from '../../domain/statutoryClock.ts'

/** Whether a recommendation applies to the force, as people say it. */
export const appliesLabels: Readonly<Record<Applies, string>> = {
  yes: 'Yes',
  'in-part': 'In part',
  no: 'No',
}

/** Why something was closed without being implemented. */
export const closedLabels: Readonly<Record<ClosedReason, string>> = {
  overtaken: 'Overtaken by other work or another inspection',
  'not-applicable': 'Not applicable to the force',
  undeliverable: 'Undeliverable, and referred on',
}

/** The inspectorate's own statuses. */
export const inspectorateLabels: Readonly<Record<InspectorateStatus, string>> = {
  'awaiting-review': 'Awaiting review',
  'being-progressed': 'Being progressed',
  complete: 'Complete',
  'not-accepted': 'Not accepted as complete',
}

/** How a row hangs together with the one that it names. */
export const linkLabels: Readonly<Record<LinkKind, string>> = {
  aligned: 'Deadline aligned with',
  'same-subject': 'On the same subject as',
  'depends-on': 'Depends on',
  see: 'See also',
}

/** The same, read from the row that is named. */
export const linkedFromLabels: Readonly<Record<LinkKind, string>> = {
  aligned: 'Deadline aligned with',
  'same-subject': 'On the same subject as',
  'depends-on': 'Needed by',
  see: 'Mentioned by',
}

const verbs = new Map<DueVerb, string>([
  ['none', 'Set to'],
  ['extended-to', 'Extended to'],
  ['now', 'Now'],
  ['then', 'Then'],
  ['reset-to', 'Reset to'],
  ['new-deadline', 'New deadline'],
  ['deadline-now', 'Deadline now'],
  ['and', 'And'],
])

/** How an entry of the due ledger begins, in the words of a paper. */
export function sayVerb(verb: DueVerb): string {
  return verbs.get(verb) ?? verb
}

/** The duties that have a clock of their own. */
export const clockLabels: Readonly<Record<ClockKind, string>> = {
  'section-55': 'Comments of the local policing body (section 55)',
  'paragraph-28B': 'Response to the IOPC (paragraph 28B)',
  'super-complaint': 'Response to the super-complaint',
  coroner: 'Response to the coroner (regulation 29)',
}
