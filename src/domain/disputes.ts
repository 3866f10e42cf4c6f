import type { Instant } from './calendarDays.ts'
import type { PlaceDispute } from './dispute.ts'
import type { Change } from './recommendation.ts'
import { mayRunCourses, type Person } from './roles.ts'

export type DisputeRefusal =
  | 'not-yours'
  | 'no-run'
  | 'two-agencies'
  | 'no-note'
  | 'no-decision'
  | 'nothing-changed'

export type DisputeDecided =
  | { readonly ok: true; readonly next: PlaceDispute }
  | { readonly ok: false; readonly code: DisputeRefusal }

interface Made {
  readonly actor: Person
  readonly at: Instant
}

/** Writes down that agencies do not agree about places on a run. */
export function raiseDispute(
  given: { readonly runKey: string; readonly agencies: readonly string[]; readonly note: string },
  made: Made,
): DisputeDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  const agencies = [...new Set(given.agencies.map((one) => one.trim()).filter(Boolean))]
  const note = given.note.trim()
  if (given.runKey === '') return { ok: false, code: 'no-run' }
  if (agencies.length < 2) return { ok: false, code: 'two-agencies' }
  if (note === '') return { ok: false, code: 'no-note' }
  const next: PlaceDispute = {
    key: `${given.runKey}/${made.at}`,
    ...{ runKey: given.runKey, agencies, note, raisedBy: made.actor.name, raisedAt: made.at },
    ...{ decision: '', decidedBy: '', decidedAt: null },
    history: [lineOf('', `Raised: ${note}`, made)],
  }
  return { ok: true, next }
}

/** Adds to what is known of a dispute, before it is decided or after. */
export function noteDispute(dispute: PlaceDispute, note: string, made: Made): DisputeDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  if (note.trim() === '') return { ok: false, code: 'no-note' }
  return { ok: true, next: { ...dispute, history: [...dispute.history, lineOf('', note.trim(), made)] } }
}

/** Decides a dispute, or decides it anew; what was decided before stays in its history. */
export function decideDispute(dispute: PlaceDispute, decision: string, made: Made): DisputeDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  const words = decision.trim()
  if (words === '') return { ok: false, code: 'no-decision' }
  if (words === dispute.decision) return { ok: false, code: 'nothing-changed' }
  const next: PlaceDispute = {
    ...dispute,
    ...{ decision: words, decidedBy: made.actor.name, decidedAt: made.at },
    history: [...dispute.history, lineOf(dispute.decision, `Decided: ${words}`, made)],
  }
  return { ok: true, next }
}

function lineOf(from: string, to: string, { actor, at }: Made): Change {
  return { at, by: actor.name, byObject: actor.objectId, field: 'dispute', from, to, via: 'tab' }
}
