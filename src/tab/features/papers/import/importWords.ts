import type { ColumnMeaning, PaperFormat } from '../../../../domain/anyPaper.ts'
import type { ImportOutcome, PlanStep, PlanWord } from '../../../../domain/importPlan.ts'
import { limits, minutesFor } from '../../../../domain/limits.ts'

/** What a column can hold, as people choose it. */
export const meaningWords: Readonly<Record<ColumnMeaning, string>> = {
  number: 'Number',
  kind: 'Kind',
  text: 'Recommendation',
  action: 'Action or sub-action',
  status: 'Status',
  percent: 'Per cent complete',
  due: 'Due date',
  comment: 'Comment or progress',
  owner: 'Owner or lead',
  addressee: 'Addressee',
  priority: 'Priority',
  raised: 'Date raised',
  report: 'Report',
  source: 'Source',
  published: 'Date published',
  other: 'Something else: keep it in the comment',
  ignored: 'Leave it out',
}

export const formatWords: Readonly<Record<PaperFormat, string>> = {
  text: 'text',
  word: 'Word',
  excel: 'Excel',
  csv: 'CSV',
  html: 'HTML',
}

export const planLabels: Readonly<Record<PlanWord, string>> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  conflict: 'Conflict',
  unreadable: 'Unreadable',
}

/** What will happen to rows of each sort. */
export const planAbout: Readonly<Record<PlanWord, string>> = {
  new: 'The register does not hold them; they will be added.',
  changed: 'Only the paper changed since it was last read; the register will follow it.',
  unchanged: 'Nothing to do.',
  conflict:
    'Changed here and in the paper. What you do not settle stays as it is here, and is asked again next time.',
  unreadable: 'Cannot be brought in until the reason is mended; everything else can.',
}

const reasons: Readonly<Record<Exclude<PlanStep['reason'], ''>, string>> = {
  'status-missing': 'It has no status.',
  'status-unknown': 'Its status is no word that is known; say what it means one step back.',
  'number-twice': 'Its number stands twice in the same report.',
  'no-text': 'It has neither text nor comment nor date.',
  'too-long': 'It is longer than SharePoint keeps in one field (63,000 characters).',
}

/** Why a row cannot be brought in. */
export function sayReason(reason: PlanStep['reason']): string {
  return reason === '' ? '' : reasons[reason]
}

const fields: Readonly<Record<string, string>> = {
  kind: 'Kind',
  status: 'Status',
  text: 'Recommendation',
  progress: 'Comment',
  elements: 'Parts',
  due: 'Due dates',
  title: 'Title',
  typeLine: 'Type line',
  published: 'Published',
  claims: 'Sentences',
  narrative: 'Narrative',
  order: 'Place in the paper',
}

/** A field of a row or report, for people. */
export function nameField(field: string): string {
  return fields[field] ?? field
}

export const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  created: 'added',
  updated: 'brought up to date',
  unchanged: 'unchanged',
  kept: 'kept as they are here',
  refused: 'not brought in',
  failed: 'failed',
  'not-done': 'not done yet',
}

/** A step of the plan by name: its number and report. */
export function nameStep(step: PlanStep): string {
  return step.what === 'report' ? `Report: ${step.report}` : `No. ${step.number || '–'}, ${step.report}`
}

/** How long so many writes take at the pace that SharePoint allows; empty while it is a minute at most. */
export function sayDuration(writes: number): string {
  const minutes = minutesFor(writes)
  const most = (limits.unitsPerMinute / limits.unitsPerWrite).toLocaleString('en-GB')
  return minutes <= 1
    ? ''
    : `It takes about ${minutes} minutes, because SharePoint allows some ${most} writes a minute. It can be stopped and gone on with.`
}
