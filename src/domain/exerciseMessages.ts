import { type Instant, type IsoDate, writeDate } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'
import type { Chase } from './exerciseChases.ts'
import type { PlaceRequest } from './exercisePlan.ts'
import { sayDaysLeft } from './gapSentences.ts'
import type { Post, PostHolder } from './post.ts'

/** What a message says of an exercise: its own unit's day and nothing else. */
export interface ExerciseFacts {
  /** List item, for the link into the tab; empty where it must not be linked. */
  readonly ref: string
  readonly key: string
  readonly type: string
  readonly unit: string
  readonly date: IsoDate
  readonly start: string
  readonly end: string
  readonly venue: string
}

/** Asks somebody again who has not answered. */
export interface ChaseMessage {
  readonly kind: 'exercise-chase'
  readonly exercise: ExerciseFacts
  readonly roles: readonly string[]
  readonly required: boolean
  readonly daysLeft: number
  /** Whose invitation it is: who to turn to. */
  readonly organiser: string
  readonly why: string
}

/** An officer asks for a place; whoever runs the exercises decides on the card. */
export interface AskedMessage {
  readonly kind: 'exercise-asked'
  readonly exercise: ExerciseFacts
  readonly person: string
  readonly personName: string
  readonly note: string
  readonly at: Instant
}

/** The answer to whoever asked. */
export interface AnsweredMessage {
  readonly kind: 'exercise-answered'
  readonly exercise: ExerciseFacts
  readonly agreed: boolean
  readonly answer: string
  readonly by: string
}

/** What the service tells people about exercises. */
export type ExerciseMessage = ChaseMessage | AskedMessage | AnsweredMessage

/** Rules of the ledger under which such messages stand. */
export const exerciseRules = ['exercise-chase', 'exercise-asked', 'exercise-answered'] as const

/** What a message may say of an exercise. */
export function factsOf(ref: string, exercise: Exercise): ExerciseFacts {
  const { key, type, unit, date, start, end, venue } = exercise
  return { ref, key, type, unit, date, start, end, venue }
}

/** Why somebody is asked again, in one sentence. */
export function sayChase({
  since,
  silentDays,
  count,
}: Pick<Chase, 'since' | 'silentDays' | 'count'>): string {
  const last = count === 1 ? 'You were invited' : 'You were last asked'
  const days = silentDays === 1 ? '1 day ago' : `${silentDays} days ago`
  return `${last} on ${writeDate(since)}, ${days}, and have not answered.`
}

/** The line that a notification or the subject of a mail shows: the exercise, and nobody's name. */
export function messageTitle(message: ExerciseMessage): string {
  const { type, unit } = message.exercise
  switch (message.kind) {
    case 'exercise-chase':
      return `Will you come? ${type}, ${unit}, ${sayDaysLeft(message.daysLeft)}`
    case 'exercise-asked':
      return `A place is asked for: ${type}, ${unit}`
    case 'exercise-answered':
      return message.agreed ? `You have a place: ${type}, ${unit}` : `No place this time: ${type}, ${unit}`
  }
}

const coordinatorPosts = ['exercise-coordinator', 'training-coordinator']

/**
 * Who answers whoever asks for a place: the coordinator's post, else its deputy; and who sent the invitation. Where
 * neither is known nobody gets a card, and the question stands in the tab.
 */
export function requestDeciders(
  exercise: Pick<Exercise, 'invitation'>,
  posts: readonly Post[],
): readonly Pick<PostHolder, 'objectId' | 'name' | 'address'>[] {
  const post = coordinatorPosts.flatMap((key) => posts.find((one) => one.key === key) ?? [])[0]
  const holder = post?.holder ?? post?.deputy ?? null
  const { invitation } = exercise
  const organiser = invitation && {
    objectId: invitation.organiser,
    name: invitation.organiserName,
    address: '',
  }
  const all = [...(holder ? [holder] : []), ...(organiser ? [organiser] : [])]
  return all.filter((one, at) => all.findIndex(({ objectId }) => objectId === one.objectId) === at)
}

/** The ledger's key of a question for one of those who may answer it. */
export function askedKey(exercise: Pick<Exercise, 'key'>, request: PlaceRequest, decider: string): string {
  return `exercise-asked/${exercise.key}/${request.person}/${request.at}/${decider}`
}

/** The ledger's key of an answer. */
export function answeredKey(exercise: Pick<Exercise, 'key'>, request: PlaceRequest): string {
  return `exercise-answered/${exercise.key}/${request.person}/${request.answeredAt ?? ''}`
}
