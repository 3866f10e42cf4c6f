import type { Bulletin } from './bulletin.ts'
import type { IsoDate } from './calendarDays.ts'
import { exerciseRules } from './exerciseMessages.ts'
import { type FeedbackStage, feedbackStages } from './feedback.ts'
import { type PlaceNotice, placeRule } from './placeNotices.ts'

/** A question about a run. The word is all that leads from it to the empty sheet, and nobody keeps it. */
export interface FeedbackAsk {
  readonly kind: 'feedback'
  readonly stage: FeedbackStage
  readonly courseTitle: string
  readonly runDate: IsoDate
  readonly word: string
}

/** What the service tells people about training beside their deadlines. */
export type TrainingMessage =
  | FeedbackAsk
  | PlaceNotice
  | { readonly kind: 'bulletin'; readonly bulletin: Bulletin }

/** Rules of the ledger under which such messages stand. A run of the reminders leaves them alone. */
export const bulletinRule = 'bulletin'
export const feedbackRule = (stage: FeedbackStage) => `feedback-${stage}`

const rules: ReadonlySet<string> = new Set([
  bulletinRule,
  placeRule,
  ...feedbackStages.map(feedbackRule),
  ...exerciseRules,
])

/** Whether an entry of the ledger is a message about training or exercises that its own job settles. */
export function isTrainingMessage({ rule }: { readonly rule: string }): boolean {
  return rules.has(rule)
}

/** What such a message is about, where reminders are listed; null for a reminder. */
export function trainingSubject({ rule }: { readonly rule: string }): string | null {
  if (rule === bulletinRule) return 'Training bulletin'
  if (rule === placeRule) return 'A place on a course'
  return rules.has(rule) ? 'Question about a course' : null
}
