import type { IsoDate } from './calendarDays.ts'
import { type ClaimDisagreement, checkClaims, countSentence } from './countSentences.ts'
import type { AfterCutOff, Paper, PaperContent } from './paper.ts'
import { comparePapers, type PaperChanges } from './paperChanges.ts'
import { composePaper } from './paperContent.ts'
import type { Post } from './post.ts'
import type { Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'

/** All that is needed to print a paper. */
export interface PrintedPaper {
  readonly paper: Pick<Paper, 'board' | 'meetingDate' | 'cutOff' | 'marking' | 'state'>
  readonly content: PaperContent
  readonly changes: PaperChanges
  /** Day of the meeting of the paper that `changes` compares with; null for the first paper. */
  readonly previousMeeting: IsoDate | null
  /** Titles of posts by their keys. */
  readonly postTitles: Readonly<Record<string, string>>
}

/** The last frozen paper of the same board. */
export interface PreviousPaper {
  readonly meetingDate: IsoDate
  readonly content: PaperContent
}

/** What the register holds, for composing a draft. */
export interface RegisterNow {
  readonly reports: readonly Report[]
  /** As they stood at the cut-off, as far as that can be told. */
  readonly rows: readonly Recommendation[]
  /** Rows that were changed after the cut-off. */
  readonly after?: AfterCutOff
}

/**
 * The content of a draft: rows and changes against the last paper, and for each report its count sentence. The
 * computed sentence is printed unless the secretary typed another; where that one disagrees, the content says so.
 */
export function draftContent(
  { typedClaims }: Pick<Paper, 'typedClaims'>,
  { reports, rows, after }: RegisterNow,
  previous: PreviousPaper | null,
): PaperContent {
  const ofReport = Map.groupBy(rows, (row) => row.reportKey)
  const sentences: Record<string, readonly string[]> = {}
  const disagreements: Record<string, readonly ClaimDisagreement[]> = {}
  for (const report of reports) {
    const own = ofReport.get(report.key) ?? []
    const typed = typedClaims[report.key]?.replace(/\s+/g, ' ').trim() ?? ''
    sentences[report.key] = [typed === '' ? countSentence(report, own) : typed]
    const wrong = typed === '' ? [] : checkClaims(report, own, [typed])
    if (wrong.length > 0) disagreements[report.key] = wrong
  }
  const content = composePaper({ reports, rows, previous: previous?.content ?? null, sentences })
  const changed = after && after.asThen.length + after.asNow.length > 0
  return { ...content, disagreements, ...(changed && { afterCutOff: after }) }
}

/** A paper ready to be printed: a draft from the register, a frozen one from its own content. */
export function printPaper(
  paper: PrintedPaper['paper'],
  content: PaperContent,
  previous: PreviousPaper | null,
  posts: readonly Post[],
): PrintedPaper {
  const { board, meetingDate, cutOff, marking, state } = paper
  return {
    paper: { board, meetingDate, cutOff, marking, state },
    content,
    changes: comparePapers(previous?.content ?? null, content),
    previousMeeting: previous?.meetingDate ?? null,
    postTitles: Object.fromEntries(posts.map((post) => [post.key, post.title])),
  }
}
