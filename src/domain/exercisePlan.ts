import type { Instant, IsoDate } from './calendarDays.ts'

export const exerciseStates = ['planned', 'confirmed', 'held', 'cancelled'] as const
export type ExerciseState = (typeof exerciseStates)[number]

/** Somebody who runs the day. */
export interface Facilitator {
  readonly name: string
  readonly address: string
}

/** The part of the day that people may join online; UK local times, `HH:MM`. */
export interface OnlinePart {
  readonly start: string
  readonly end: string
}

/** Something that police and partners agreed on together on the day. */
export interface JointDecision {
  readonly text: string
  readonly agreedBy: readonly string[]
}

/** What was learned, and what it has become: a recommendation of ours, or a course that is asked for. */
export interface LearningPoint {
  readonly text: string
  readonly became: { readonly kind: 'recommendation' | 'course-request'; readonly key: string } | null
}

export interface Debrief {
  readonly notes: string
  readonly decisions: readonly JointDecision[]
  readonly learning: readonly LearningPoint[]
  readonly at: Instant
  readonly by: string
}

/** An officer's wish to take part, and what the coordinator said. */
export interface PlaceRequest {
  /** Entra object id and name of who asks. */
  readonly person: string
  readonly personName: string
  readonly at: Instant
  readonly note: string
  readonly state: 'asked' | 'agreed' | 'declined'
  /** Null and empty until it was answered. */
  readonly answeredAt: Instant | null
  readonly answeredBy: string
  readonly answer: string
  /** Where the invitation goes once it was agreed; left out in questions of older versions. */
  readonly address?: string
}

/** What a coordinator plans, and what the day left behind. */
export interface ExercisePlan {
  readonly status: ExerciseState
  /** Why it was cancelled or moved last; empty otherwise. */
  readonly changedWhy: string
  readonly facilitators: readonly Facilitator[]
  readonly scenarios: readonly string[]
  /** Both leave the house with the invitation: nothing internal belongs here. */
  readonly agenda: string
  readonly joining: string
  readonly onlinePart: OnlinePart | null
  /** Address of the shared mailbox that invites; empty for the organiser's own. */
  readonly mailbox: string
  /** Key of the exercise of an earlier year that this one was copied from. */
  readonly copiedFrom: string
  readonly requests: readonly PlaceRequest[]
  readonly debrief: Debrief | null
  /** The day until which it is kept; null while nobody has said. */
  readonly keepUntil: IsoDate | null
}

/** An exercise of which nothing but the day is planned. */
export const unplanned: ExercisePlan = {
  status: 'planned',
  changedWhy: '',
  facilitators: [],
  scenarios: [],
  agenda: '',
  joining: '',
  onlinePart: null,
  mailbox: '',
  copiedFrom: '',
  requests: [],
  debrief: null,
  keepUntil: null,
}
