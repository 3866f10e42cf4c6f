import type { Exercise, Invitation } from '../domain/exercise.ts'
import type { M365Error } from '../domain/m365Error.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { findLeaks, type Leak } from '../domain/partnerSafe.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import type { PendingChange } from '../domain/told.ts'
import { isSameClaim, readEvent } from './changeInvitation.ts'
import { type InviteDeps, isMineToFinish } from './inviteToExercise.ts'
import type { Stored } from './ports.ts'
import { saveOver } from './saveOver.ts'

export interface CallOffInput {
  readonly row: Stored<Exercise>
  /** Goes to everybody who is told. */
  readonly why: string
  readonly actor: Person
  readonly others?: readonly Exercise[]
}

/** What became of calling an exercise off. */
export type CallOffResult =
  /** `already`: the event was gone before, so Outlook told nobody now. */
  | { readonly state: 'called-off'; readonly row: Stored<Exercise>; readonly already: boolean }
  | { readonly state: 'refused'; readonly code: 'not-a-coordinator' | 'not-sent' | 'no-reason' }
  | { readonly state: 'not-partner-safe'; readonly leaks: readonly Leak[] }
  | { readonly state: 'not-the-organiser'; readonly name: string }
  | { readonly state: 'changed-meanwhile'; readonly row: Stored<Exercise> }
  | { readonly state: 'called-off-unmarked'; readonly row: Stored<Exercise> }
  | { readonly state: 'unfinished'; readonly row: Stored<Exercise>; readonly failure: M365Error }

/**
 * Calls an exercise off: everybody who is invited is told why, once. It is noted on the row first; an answer that is
 * lost is made good by pressing again, for the event then says whether everybody was told. Throws `M365Error` only
 * before the calendar is touched.
 */
export async function callOffInvitation(deps: InviteDeps, input: CallOffInput): Promise<CallOffResult> {
  const { actor, why } = input
  if (!mayInvite(actor)) return { state: 'refused', code: 'not-a-coordinator' }
  if (why.trim() === '') return { state: 'refused', code: 'no-reason' }
  const fresh = await deps.exercises.get(input.row.id)
  const { invitation } = fresh.value
  if (invitation?.state === 'called-off') return { state: 'called-off', row: fresh, already: true }
  if (invitation?.state !== 'sent') return { state: 'refused', code: 'not-sent' }
  if (!isMineToFinish(invitation, actor))
    return { state: 'not-the-organiser', name: invitation.organiserName }
  const leaks = findLeaks({ subject: '', text: why, place: '' }, fresh.value, input.others ?? [])
  if (leaks.length > 0) return { state: 'not-partner-safe', leaks }
  const pending = await pendingOf(deps, invitation, input)
  const row = await claim(deps, fresh, invitation, pending)
  if (!row.ok) return { state: 'changed-meanwhile', row: row.row }
  try {
    return await callOff(deps, row.row, invitation, pending)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { state: 'unfinished', row: row.row, failure: thrown }
  }
}

/** One that was begun keeps its reason: it may have gone out already. */
async function pendingOf(
  deps: InviteDeps,
  invitation: Invitation,
  input: CallOffInput,
): Promise<PendingChange> {
  if (invitation.pending?.kind === 'call-off') return invitation.pending
  return {
    kind: 'call-off',
    number: (invitation.changes ?? 0) + 1,
    why: input.why.trim(),
    at: await deps.clock.now(),
    by: input.actor.objectId,
    byName: input.actor.name,
    leadsTo: null,
  }
}

async function claim(
  deps: InviteDeps,
  row: Stored<Exercise>,
  invitation: Invitation,
  pending: PendingChange,
): Promise<{ readonly ok: boolean; readonly row: Stored<Exercise> }> {
  if (invitation.pending === pending) return { ok: true, row }
  const saved = await deps.exercises.save(row, { ...row.value, invitation: { ...invitation, pending } })
  if (saved.ok) return saved
  return { ok: isSameClaim(saved.theirs.value.invitation?.pending, pending), row: saved.theirs }
}

async function callOff(
  deps: InviteDeps,
  row: Stored<Exercise>,
  { mailbox = '', eventRef }: Invitation,
  pending: PendingChange,
): Promise<CallOffResult> {
  const calendar = deps.calendars.of(mailbox)
  const event = await readEvent(calendar, eventRef)
  const told = event !== null && (await calendar.cancel(eventRef, pending.why))
  const settled = await saveOver(deps, row, (value, at) => asCalledOff(value, pending, at))
  return settled.ok
    ? { state: 'called-off', row: settled.row, already: !told }
    : { state: 'called-off-unmarked', row: settled.row }
}

function asCalledOff(exercise: Exercise, pending: PendingChange, at: string): Exercise | null {
  const { invitation } = exercise
  if (!invitation || invitation.state === 'called-off') return null
  return {
    ...exercise,
    status: 'cancelled',
    changedWhy: pending.why,
    invitation: { ...invitation, state: 'called-off', pending: null },
    history: [
      ...exercise.history,
      {
        at,
        by: pending.byName,
        byObject: pending.by,
        field: 'invitation',
        from: `${invitation.invited} invited`,
        to: 'called off',
        why: pending.why,
        via: 'tab',
      },
    ],
  }
}
