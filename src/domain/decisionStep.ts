import type { DecisionContext, DecisionRefusal } from './decide.ts'
import type { Change, ChangeField, Recommendation } from './recommendation.ts'

/** One line for the history, without who and when. */
export interface Told {
  readonly field: ChangeField
  readonly from: string
  readonly to: string
  readonly why?: string
}

/** What a decision does to a row: the fields it sets, and what the history is told of them. */
export type Step =
  | { readonly ok: true; readonly set: Partial<Recommendation>; readonly told: readonly Told[] }
  | { readonly ok: false; readonly code: DecisionRefusal }

/** The longest reason, note or rationale that a person may give, in characters. */
export const longestReason = 2_000

/** A decision that the rules forbid. */
export function refuse(code: DecisionRefusal): Step {
  return { ok: false, code }
}

/** Tells one change; an empty reason is left out. */
export function tell(field: ChangeField, from: string, to: string, why = ''): Told {
  return why.trim() === '' ? { field, from, to } : { field, from, to, why: why.trim() }
}

/** Why a reason cannot stand: it is missing, or longer than a reason may be. Null when it can. */
export function reasonRefusal(why: string): 'no-reason' | 'too-long' | null {
  if (why.trim() === '') return 'no-reason'
  return why.trim().length > longestReason ? 'too-long' : null
}

/** The row after a step, with its lines of history stamped with who and when. */
export function takeStep(
  row: Recommendation,
  step: Extract<Step, { ok: true }>,
  { actor, at, via }: DecisionContext,
): Recommendation {
  const stamp = (told: Told): Change => ({
    at,
    by: actor.name,
    byObject: actor.objectId,
    field: told.field,
    from: told.from,
    to: told.to,
    ...(told.why !== undefined && { why: told.why }),
    via: via ?? 'tab',
  })
  return { ...row, ...step.set, history: [...row.history, ...step.told.map(stamp)] }
}
