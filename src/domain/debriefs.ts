import type { Exercise } from './exercise.ts'
import { type Act, withChange } from './exerciseHistory.ts'
import type { Debrief, JointDecision, LearningPoint } from './exercisePlan.ts'
import { noteLength } from './limits.ts'
import { mayInvite, type Person } from './roles.ts'

export type DebriefRefusal =
  | 'not-a-coordinator'
  | 'nothing-changed'
  | 'too-long'
  | 'no-text'
  | 'no-such-point'
  | 'became-already'

export type DebriefResult =
  | { readonly ok: true; readonly next: Exercise }
  | { readonly ok: false; readonly code: DebriefRefusal }

/** Longest debrief that fits into the column beside its JSON signs (SharePoint's note holds 63,999 characters). */
export const longestDebrief = 40_000
/** Longest learning point or decision, in characters. */
export const longestPoint = 2_000

/** What is written about the day; points that became something keep it. */
export interface DebriefInput {
  readonly notes: string
  readonly decisions: readonly JointDecision[]
  readonly learning: readonly string[]
}

/**
 * Writes the debrief. A learning point that has become a recommendation or a course request stays with what it
 * became while its words are the same; a point of which nothing is left in the text is kept all the same.
 */
export function writeDebrief(
  exercise: Exercise,
  input: DebriefInput,
  act: Act & { readonly actor: Person },
): DebriefResult {
  if (!mayInvite(act.actor)) return { ok: false, code: 'not-a-coordinator' }
  const earlier = exercise.debrief?.learning ?? []
  const texts = input.learning.map((one) => one.trim()).filter((one) => one !== '')
  const decisions = input.decisions
    .map(({ text, agreedBy }) => ({
      text: text.trim(),
      agreedBy: agreedBy.map((one) => one.trim()).filter((one) => one !== ''),
    }))
    .filter(({ text }) => text !== '')
  const tooLong = [...texts, ...decisions.map(({ text }) => text)].some((one) => one.length > longestPoint)
  const debrief: Debrief = {
    notes: input.notes.trim(),
    decisions,
    learning: [...becameAndGone(earlier, texts), ...texts.map((text) => pointOf(earlier, text))],
    at: act.at,
    by: act.actor.name,
  }
  if (tooLong || noteLength(JSON.stringify(debrief)) > longestDebrief) return { ok: false, code: 'too-long' }
  if (exercise.debrief && isSame(exercise.debrief, debrief)) return { ok: false, code: 'nothing-changed' }
  const to = `${decisions.length} joint decisions, ${debrief.learning.length} learning points`
  const noted = { field: 'debrief', from: exercise.debrief ? 'written' : '', to } as const
  return { ok: true, next: withChange(exercise, { debrief }, act, noted) }
}

function pointOf(earlier: readonly LearningPoint[], text: string): LearningPoint {
  return earlier.find((one) => one.text === text) ?? { text, became: null }
}

const becameAndGone = (earlier: readonly LearningPoint[], texts: readonly string[]) =>
  earlier.filter((one) => one.became !== null && !texts.includes(one.text))

const isSame = (one: Debrief, other: Debrief) =>
  JSON.stringify([one.notes, one.decisions, one.learning]) ===
  JSON.stringify([other.notes, other.decisions, other.learning])

/** Marks what a learning point has become. */
export function pointBecame(
  exercise: Exercise,
  text: string,
  became: NonNullable<LearningPoint['became']>,
  act: Act & { readonly actor: Person },
): DebriefResult {
  const { debrief } = exercise
  const found = debrief?.learning.find((one) => one.text === text)
  if (!debrief || !found) return { ok: false, code: 'no-such-point' }
  if (found.became !== null) return { ok: false, code: 'became-already' }
  const learning = debrief.learning.map((one) => (one === found ? { ...one, became } : one))
  const noted = { field: 'debrief', from: text, to: `${became.kind} ${became.key}` } as const
  return { ok: true, next: withChange(exercise, { debrief: { ...debrief, learning } }, act, noted) }
}
