import type { PlaceDispute } from '../domain/dispute.ts'
import {
  type DisputeDecided,
  type DisputeRefusal,
  decideDispute,
  noteDispute,
  raiseDispute,
} from '../domain/disputes.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, Stored } from './ports.ts'
import type { DisputeStore } from './trainingPorts.ts'

export interface DisputeDeps {
  readonly disputes: Pick<DisputeStore, 'create' | 'get' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

export type DisputeOutcome =
  | { readonly ok: true; readonly row: Stored<PlaceDispute> }
  | { readonly ok: false; readonly code: DisputeRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<PlaceDispute> }

/** Writes down that agencies do not agree about places. Throws `M365Error`. */
export async function openDispute(
  deps: Pick<DisputeDeps, 'clock'> & { readonly disputes: Pick<DisputeStore, 'create'> },
  input: {
    readonly runKey: string
    readonly agencies: readonly string[]
    readonly note: string
    readonly actor: Person
  },
): Promise<DisputeOutcome> {
  const raised = raiseDispute(input, { actor: input.actor, at: await deps.clock.now() })
  if (!raised.ok) return raised
  return { ok: true, row: (await deps.disputes.create(raised.next)).row }
}

/** Adds a note to a dispute or decides it. Throws `M365Error`. */
export async function settleDispute(
  deps: DisputeDeps,
  input: {
    readonly id: string
    readonly etag: string
    readonly does: 'note' | 'decide'
    readonly words: string
    readonly actor: Person
  },
): Promise<DisputeOutcome> {
  const row = await deps.disputes.get(input.id)
  if (row.etag !== input.etag) return { ok: false, code: 'changed-meanwhile', theirs: row }
  const made = { actor: input.actor, at: await deps.clock.now() }
  const change: (dispute: PlaceDispute, words: string, by: typeof made) => DisputeDecided =
    input.does === 'note' ? noteDispute : decideDispute
  const decided = change(row.value, input.words, made)
  if (!decided.ok) return decided
  const saved = await deps.disputes.save(row, decided.next)
  return saved.ok ? saved : { ok: false, code: 'changed-meanwhile', theirs: saved.theirs }
}
