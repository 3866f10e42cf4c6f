import type { Instant, IsoDate } from '../domain/calendarDays.ts'
import type { Exercise, Invitation } from '../domain/exercise.ts'
import { currentRevision, type InvitationPlan, isSameDraft, planInvitation } from '../domain/invitation.ts'
import { isM365Error, type M365Error } from '../domain/m365Error.ts'
import type { Change } from '../domain/recommendation.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import type { Calendar, CalendarEvent } from './exercisePorts.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'

export interface InviteDeps {
  readonly exercises: ExerciseStore
  readonly calendar: Calendar
  readonly clock: Clock
}

export interface InviteInput {
  /** The row as the preview showed it. Nothing else than what it showed is ever sent. */
  readonly previewed: Stored<Exercise>
  readonly actor: Person
}

/** What became of pressing Send. `row` is always the newest that is known, for the screen to go on with. */
export type InviteResult =
  /** `already`: the event was there from an earlier press; nobody was e-mailed again. */
  | { readonly state: 'sent'; readonly row: Stored<Exercise>; readonly already: boolean }
  | { readonly state: 'refused'; readonly code: 'not-a-coordinator' | 'nobody-to-invite' }
  | { readonly state: 'already-sent'; readonly row: Stored<Exercise> }
  | { readonly state: 'being-sent-by'; readonly row: Stored<Exercise>; readonly name: string }
  | { readonly state: 'changed-meanwhile'; readonly row: Stored<Exercise> }
  /** The event is there and everybody is invited; others kept saving the row, so it does not show it yet. */
  | { readonly state: 'sent-unmarked'; readonly row: Stored<Exercise> }
  /** Claimed, but the calendar or the last save failed. Sending again goes on where this stopped. */
  | { readonly state: 'unfinished'; readonly row: Stored<Exercise>; readonly failure: M365Error }

type Step<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly result: InviteResult }

/** How often a save is tried over somebody else's; each try reads what they wrote. */
const triesOverOthers = 3

/**
 * Sends the invitation of one exercise from the actor's own calendar, once. The row is claimed before the calendar
 * is touched, so two coordinators never both send; the event carries a stable transaction id, so one coordinator
 * never sends twice. Throws `M365Error` only before the calendar is touched: nothing was sent then, and a claim
 * whose answer was lost is taken up by the next press.
 */
export async function inviteToExercise(deps: InviteDeps, input: InviteInput): Promise<InviteResult> {
  if (!mayInvite(input.actor)) return { state: 'refused', code: 'not-a-coordinator' }
  const today = await deps.clock.today()
  const claimed = await claim(deps, input, await deps.exercises.get(input.previewed.id), today)
  if (!claimed.ok) return claimed.result
  const { row, plan } = claimed.value
  try {
    const created = await deps.calendar.create(plan.draft)
    return await settle(deps, input.actor, row, created)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { state: 'unfinished', row, failure: thrown }
  }
}

/** Marks the row as being sent by the actor, or says why it can't be. A row claimed earlier by them is taken up. */
async function claim(
  deps: InviteDeps,
  input: InviteInput,
  row: Stored<Exercise>,
  today: IsoDate,
): Promise<Step<{ row: Stored<Exercise>; plan: InvitationPlan }>> {
  const decided = decide(input, row, today)
  if (!decided.ok) return decided
  const plan = decided.value
  if (row.value.invitation?.state === 'sending') return { ok: true, value: { row, plan } }
  const invitation = newClaim(input.actor, plan, currentRevision(row.value), await deps.clock.now())
  const saved = await deps.exercises.save(row, { ...row.value, invitation })
  if (saved.ok) return { ok: true, value: { row: saved.row, plan } }
  // Their save may be this very claim, whose answer was lost: then it is taken up, else it is explained.
  const theirs = decide(input, saved.theirs, today)
  if (!theirs.ok) return theirs
  if (saved.theirs.value.invitation) return { ok: true, value: { row: saved.theirs, plan: theirs.value } }
  return { ok: false, result: { state: 'changed-meanwhile', row: saved.theirs } }
}

/** What is sent is what was previewed: the row may have changed since, its invitation may not. */
function decide(input: InviteInput, row: Stored<Exercise>, today: IsoDate): Step<InvitationPlan> {
  const { invitation } = row.value
  if (invitation?.state === 'sent') return { ok: false, result: { state: 'already-sent', row } }
  if (invitation && invitation.organiser !== input.actor.objectId) {
    return { ok: false, result: { state: 'being-sent-by', row, name: invitation.organiserName } }
  }
  const now = planInvitation(row.value, currentRevision(row.value), today)
  const seen = planInvitation(input.previewed.value, currentRevision(input.previewed.value), today)
  if (!now.ok) return { ok: false, result: { state: 'refused', code: 'nobody-to-invite' } }
  if (!seen.ok || !isSameDraft(seen.plan.draft, now.plan.draft)) {
    return { ok: false, result: { state: 'changed-meanwhile', row } }
  }
  return { ok: true, value: now.plan }
}

function newClaim(actor: Person, plan: InvitationPlan, revision: number, at: Instant): Invitation {
  return {
    state: 'sending',
    revision,
    organiser: actor.objectId,
    organiserName: actor.name,
    eventRef: '',
    at,
    invited: plan.required.length + plan.optional.length,
  }
}

/** Writes the event onto the row. Somebody else's save in between is kept; only the invitation is added to it. */
async function settle(
  deps: InviteDeps,
  actor: Person,
  claimed: Stored<Exercise>,
  created: { event: CalendarEvent; already: boolean },
): Promise<InviteResult> {
  const at = await deps.clock.now()
  let row = claimed
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const saved = await deps.exercises.save(row, asSent(row.value, actor, created.event, at))
    if (saved.ok) return { state: 'sent', row: saved.row, already: created.already }
    row = saved.theirs
    if (row.value.invitation?.state === 'sent') return { state: 'sent', row, already: created.already }
  }
  return { state: 'sent-unmarked', row }
}

function asSent(exercise: Exercise, actor: Person, event: CalendarEvent, at: Instant): Exercise {
  const people = event.draft.attendees.filter((one) => one.type !== 'resource').length
  const sent: Change = {
    at,
    by: actor.name,
    byObject: actor.objectId,
    field: 'invitation',
    from: '',
    to: `${people} invited`,
    via: 'tab',
  }
  return {
    ...exercise,
    invitation: {
      state: 'sent',
      revision: currentRevision(exercise),
      organiser: actor.objectId,
      organiserName: actor.name,
      eventRef: event.ref,
      at,
      invited: people,
    },
    history: [...exercise.history, sent],
  }
}
