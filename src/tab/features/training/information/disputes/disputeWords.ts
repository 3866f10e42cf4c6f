import type { DisputeRefusal } from '../../../../../domain/disputes.ts'

/** Why a dispute was not saved, and the field that it is about. */
export const refusalWords: Readonly<Record<DisputeRefusal, readonly [field: string, words: string]>> = {
  'not-yours': ['', 'Only those who run courses settle disputes over places.'],
  'no-run': ['run', 'Choose the date that it is about.'],
  'two-agencies': ['agencies', 'Name at least two agencies, one on each line.'],
  'no-note': ['words', 'Say in a sentence what it is about.'],
  'no-decision': ['words', 'Say in a sentence what was decided.'],
  'nothing-changed': ['words', 'This is what was decided before.'],
}
