import { sayDisagreement } from '../../../../domain/claimWords.ts'
import type { ClaimDisagreement } from '../../../../domain/countSentences.ts'
import type { ReportScope, ReportSource } from '../../../../domain/report.ts'
import type { ReportRefusal } from '../../../../domain/reportChange.ts'

/** Where recommendations come from. */
export const sourceLabels: Readonly<Record<ReportSource, string>> = {
  inspectorate: 'HMICFRS inspection',
  'joint-inspection': 'Joint inspection',
  'iopc-28a': 'IOPC learning recommendation (paragraph 28A)',
  'super-complaint': 'Super-complaint',
  coroner: 'Coroner (prevention of future deaths)',
  internal: 'Internal',
}

/** Whom a report looks at. */
export const scopeLabels: Readonly<Record<ReportScope, string>> = {
  national: 'National',
  force: 'This force',
  thematic: 'Thematic',
}

const refusals: Readonly<Record<ReportRefusal, string>> = {
  'secretary-only': 'Only the board secretary or an administrator may change a report.',
  'nothing-changed': 'Nothing has changed yet.',
  'no-such-clock': 'This clock is not there any more.',
  'clock-exists': 'The report has such a clock from that day already.',
  'not-a-date': 'Choose a day that exists.',
  'too-long': 'Shorten the note to 2,000 characters.',
  'no-first-day': 'Choose the day from which it runs: the day itself is day 1.',
  'set-before-first-day': 'The last day cannot be before the first.',
  'asked-before-first-day': 'An extension cannot be asked for before the first day.',
  'asked-after-last-day': 'An extension counts only when it was asked for up to the last day.',
  'stopped-before-first-day': 'It cannot be stopped before the first day.',
  'resumed-without-stop': 'It can only run again after it was stopped.',
  'resumed-before-stop': 'It cannot run again before it was stopped.',
  'responded-before-first-day': 'It cannot be answered before the first day.',
  'published-before-response': 'It cannot be published before it was answered.',
}

const places: Readonly<Partial<Record<ReportRefusal, string>>> = {
  'no-first-day': 'from',
  'not-a-date': 'from',
  'clock-exists': 'from',
  'set-before-first-day': 'setTo',
  'asked-before-first-day': 'extensionAskedOn',
  'asked-after-last-day': 'extensionAskedOn',
  'stopped-before-first-day': 'stoppedOn',
  'resumed-without-stop': 'resumedOn',
  'resumed-before-stop': 'resumedOn',
  'responded-before-first-day': 'respondedOn',
  'published-before-response': 'publishedOn',
  'too-long': 'note',
}

/** A change of a report that was refused: the field beside which it stands, and the sentence. */
export function sayReportRefusal(code: ReportRefusal): Readonly<Record<string, string>> {
  return { [places[code] ?? '']: refusals[code] }
}

/** Where a typed sentence and the register part, with the difference, as a sentence of its own. */
export function sayClaimDifference(disagreement: ClaimDisagreement): string {
  const { claimed, counted } = disagreement
  const said = sayDisagreement(disagreement)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: a difference of ${Math.abs(counted - claimed)}.`
}
