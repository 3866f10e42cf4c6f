import type { Instant, IsoDate } from '../domain/calendarDays.ts'
import type { Exercise, Invitation } from '../domain/exercise.ts'
import {
  currentRevision,
  type InvitationPlan,
  type InvitationRefusal,
  isSameDraft,
  planInvitation,
} from '../domain/invitation.ts'
import type { InvitationTemplate } from '../domain/invitationTemplate.ts'
import { isM365Error, type M365Error } from '../domain/m365Error.ts'
import { findLeaks, type Leak } from '../domain/partnerSafe.ts'
import type { Change } from '../domain/recommendation.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import type { CalendarEvent, Calendars } from './exercisePorts.ts'
import type { Clock, ExerciseStore, Stored } from './ports.ts'
import { saveOver } from './saveOver.ts'

export interface InviteDeps {
  readonly exercises: Pick<ExerciseStore, 'get' | 'save'>
  readonly calendars: Calendars
  readonly clock: Clock
}

export interface InviteInput {
  /** The row as the preview showed it. Nothing else than what it showed is ever sent. */
  readonly previewed: Stored<Exercise>
  readonly actor: Person
  /** The words as the preview showed them; the built-in ones when left out. */
  readonly template?: InvitationTemplate
  /** Every exercise that is known: what belongs to another one must not be in the invitation. */
  readonly others?: readonly Exercise[]
}

/** What became of pressing Send. `row` is always the newest that is known, for the screen to go on with. */
export type InviteResult =
  /** `already`: the event was there from an earlier press; nobody was e-mailed again. */
  | { readonly state: 'sent'; readonly row: Stored<Exercise>; readonly already: boolean }
  | {
      readonly state: 'refused'
      readonly code: 'not-a-coordinator' | Exclude<InvitationRefusal, 'already-sent'>
    }
  /** Something in it belongs to another unit or to nobody outside; nothing was sent. */
  | { readonly state: 'not-partner-safe'; readonly leaks: readonly Leak[] }
  | { readonly state: 'already-sent'; readonly row: Stored<Exercise> }
  | { readonly state: 'being-sent-by'; readonly row: Stored<Exercise>; readonly name: string }
  | { readonly state: 'changed-meanwhile'; readonly row: Stored<Exercise> }
  /** The event is there and everybody is invited; others kept saving the row, so it does not show it yet. */
  | { readonly state: 'sent-unmarked'; readonly row: Stored<Exercise> }
  /** The calendar may not be written to or is not there: nobody was e-mailed, and the claim is given back. */
  | { readonly state: 'calendar-closed'; readonly row: Stored<Exercise>; readonly failure: M365Error }
  /** Claimed, but the calendar or the last save failed. Sending again goes on where this stopped. */
  | { readonly state: 'unfinished'; readonly row: Stored<Exercise>; readonly failure: M365Error }

type Step<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly result: InviteResult }

/** How often a save is tried over somebody else's; each try reads what they wrote. */
const triesOverOthers = 3

/**
 * Sends the invitation of one exercise, from the actor's own calendar or the exercise's shared mailbox, once. The row is claimed before the calendar
 * is touched, so two coordinators never both send; the event carries a stable transaction id, so one coordinator
 * never sends twice. Throws `M365Error` only before the calendar is touched: nothing was sent then, and a claim
 * whose answer was lost is taken up by the next press.
 */
export async function inviteToExercise(deps: InviteDeps, input: InviteInput): Promise<InviteResult> {
  if (!mayInvite(input.actor)) return { state: 'refused', code: 'not-a-coordinator' }
  const today = await deps.clock.today()
  const claimed = await claim(deps, input, await rowToClaim(deps, input.previewed), today)
  if (!claimed.ok) return claimed.result
  const { row, plan } = claimed.value
  let made = false
  try {
    const created = await deps.calendars.of(row.value.invitation?.mailbox ?? '').create(plan.draft)
    made = true
    return await settle(deps, input.actor, row, plan, created)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    if (made || !isClosed(thrown)) return { state: 'unfinished', row, failure: thrown }
    const given = await saveOver(deps, row, withoutClaim)
    return { state: 'calendar-closed', row: given.row, failure: thrown }
  }
}

/** Exchange said no before it did anything: another mailbox may be tried. */
const isClosed = ({ kind }: M365Error) => kind === 'forbidden' || kind === 'missing'

/** What was there before the claim: nothing, or an invitation that was called off and whose number is not used again. */
function withoutClaim(exercise: Exercise): Exercise | null {
  const { invitation } = exercise
  if (invitation?.state !== 'sending') return null
  const { revision } = invitation
  const before: Invitation | null =
    revision > 1 ? { ...invitation, state: 'called-off', revision: revision - 1 } : null
  return { ...exercise, invitation: before }
}

/** The save of the claim finds out whether the row is still as it was shown; only one that was begun is read again. */
function rowToClaim(deps: InviteDeps, previewed: Stored<Exercise>): Promise<Stored<Exercise>> {
  const { invitation } = previewed.value
  if (invitation && invitation.state !== 'called-off') return deps.exercises.get(previewed.id)
  return Promise.resolve(previewed)
}

/**
 * Marks the row as being sent by the actor, or says why it can't be. A row claimed earlier is taken up. A save of
 * somebody else's in between is no matter where it leaves the invitation as it was previewed.
 */
async function claim(
  deps: InviteDeps,
  input: InviteInput,
  found: Stored<Exercise>,
  today: IsoDate,
): Promise<Step<{ row: Stored<Exercise>; plan: InvitationPlan }>> {
  let row = found
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const decided = decide(input, row, today)
    if (!decided.ok) return decided
    const plan = decided.value
    // It may be this very claim, whose answer was lost.
    if (row.value.invitation?.state === 'sending') return { ok: true, value: { row, plan } }
    const invitation = newClaim(input.actor, plan, row.value, await deps.clock.now())
    const saved = await deps.exercises.save(row, { ...row.value, invitation })
    if (saved.ok) return { ok: true, value: { row: saved.row, plan } }
    row = saved.theirs
  }
  return { ok: false, result: { state: 'changed-meanwhile', row } }
}

/** What is sent is what was previewed: the row may have changed since, its invitation may not. */
function decide(input: InviteInput, row: Stored<Exercise>, today: IsoDate): Step<InvitationPlan> {
  const { invitation } = row.value
  if (invitation?.state === 'sent') return { ok: false, result: { state: 'already-sent', row } }
  if (invitation?.state === 'sending' && !isMineToFinish(invitation, input.actor)) {
    return { ok: false, result: { state: 'being-sent-by', row, name: invitation.organiserName } }
  }
  const [now, seen] = [row.value, input.previewed.value].map((one) =>
    planInvitation(one, currentRevision(one), today, input.template),
  )
  if (!now?.ok) return { ok: false, result: refusal(now?.code ?? 'nobody-to-invite', row) }
  const sameBox = row.value.mailbox === input.previewed.value.mailbox || invitation !== null
  if (!seen?.ok || !isSameDraft(seen.plan.draft, now.plan.draft) || !sameBox) {
    return { ok: false, result: { state: 'changed-meanwhile', row } }
  }
  const leaks = findLeaks(leavingWords(now.plan), row.value, input.others ?? [])
  if (leaks.length > 0) return { ok: false, result: { state: 'not-partner-safe', leaks } }
  return { ok: true, value: now.plan }
}

function refusal(code: InvitationRefusal, row: Stored<Exercise>): InviteResult {
  return code === 'already-sent' ? { state: 'already-sent', row } : { state: 'refused', code }
}

const leavingWords = ({ draft, text }: InvitationPlan) => ({
  subject: draft.subject,
  text,
  place: draft.location,
})

/** What was begun in somebody's own calendar only they can see; in a shared mailbox everybody who works there can. */
export function isMineToFinish(invitation: Invitation, actor: Person): boolean {
  return invitation.organiser === actor.objectId || (invitation.mailbox ?? '') !== ''
}

function newClaim(actor: Person, plan: InvitationPlan, exercise: Exercise, at: Instant): Invitation {
  return {
    state: 'sending',
    revision: currentRevision(exercise),
    ...(exercise.mailbox === '' ? {} : { mailbox: exercise.mailbox }),
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
  plan: InvitationPlan,
  created: { event: CalendarEvent; already: boolean },
): Promise<InviteResult> {
  const at = await deps.clock.now()
  let row = claimed
  for (let tries = 0; tries < triesOverOthers; tries += 1) {
    const saved = await deps.exercises.save(row, asSent(row.value, actor, { event: created.event, plan, at }))
    if (saved.ok) return { state: 'sent', row: saved.row, already: created.already }
    row = saved.theirs
    if (row.value.invitation?.state === 'sent') return { state: 'sent', row, already: created.already }
  }
  return { state: 'sent-unmarked', row }
}

function asSent(
  exercise: Exercise,
  actor: Person,
  { event, plan, at }: { event: CalendarEvent; plan: InvitationPlan; at: Instant },
): Exercise {
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
      ...(exercise.invitation?.mailbox ? { mailbox: exercise.invitation.mailbox } : {}),
      told: plan.told,
      changes: 0,
      organiser: actor.objectId,
      organiserName: actor.name,
      eventRef: event.ref,
      at,
      invited: people,
    },
    history: [...exercise.history, sent],
  }
}
