import type { Instant } from './calendarDays.ts'
import type { Change, Recommendation } from './recommendation.ts'

/** What was answered to somebody who asked for a later deadline or a sign-off: by whom, and when. */
export interface AnswerGiven {
  readonly rule: 'extension-answered' | 'sign-off-answered'
  readonly askedByObject: string
  readonly by: string
  readonly at: Instant
}

/** The newest answer in a row's history, to whoever asked last; null when nothing was asked and answered. */
export function newestAnswer(row: Pick<Recommendation, 'history'>): AnswerGiven | null {
  const at = row.history.findLastIndex(isAnswer)
  const answer = row.history[at]
  if (!answer) return null
  const asked = row.history
    .slice(0, at)
    .findLast((change) => change.field === answer.field && !isAnswer(change) && change.to !== '')
  if (!asked || asked.byObject === answer.byObject) return null
  const rule = answer.field === 'extension' ? 'extension-answered' : 'sign-off-answered'
  return { rule, askedByObject: asked.byObject, by: answer.by, at: answer.at }
}

/** Says whether a line of history is the answer to a request. */
export function isAnswer({ field, to }: Pick<Change, 'field' | 'to'>): boolean {
  return (field === 'extension' || field === 'sign-off') && (to === 'agreed' || to === 'declined')
}
