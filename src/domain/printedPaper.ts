import type { IsoDate } from './calendarDays.ts'
import type { ClaimDisagreement } from './countSentences.ts'
import type { Paper, PaperContent } from './paper.ts'
import type { PaperChanges } from './paperChanges.ts'

/** All that is needed to print a paper. */
export interface PrintedPaper {
  readonly paper: Pick<Paper, 'board' | 'meetingDate' | 'cutOff' | 'marking' | 'state'>
  readonly content: PaperContent
  readonly changes: PaperChanges
  /** Day of the meeting of the paper that `changes` compares with; null for the first paper. */
  readonly previousMeeting: IsoDate | null
  /** Where a typed sentence and the register do not agree, by report key. */
  readonly disagreements: Readonly<Record<string, readonly ClaimDisagreement[]>>
  /** Titles of posts by their keys. */
  readonly postTitles: Readonly<Record<string, string>>
}
