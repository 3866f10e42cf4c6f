import type { Exercise, Invitation } from '../domain/exercise.ts'
import {
  type ChangePlan,
  type ChangeRefusal,
  changedInOutlook,
  type InvitationDifference,
  mergeAttendees,
  planChange,
  sameAttendees,
} from '../domain/invitationChanges.ts'
import { defaultInvitation, type InvitationTemplate } from '../domain/invitationTemplate.ts'
import type { M365Error } from '../domain/m365Error.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { findLeaks, type Leak } from '../domain/partnerSafe.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { markOf, type PendingChange, type Told, toldByEvent } from '../domain/told.ts'
import type { Calendar, CalendarEvent } from './exercisePorts.ts'
import { type InviteDeps, isMineToFinish } from './inviteToExercise.ts'
import type { Stored } from './ports.ts'
import { saveOver } from './saveOver.ts'

export interface ChangeInvitationInput {
  /** The row as the preview showed it. */
  readonly previewed: Stored<Exercise>
  /** Why; needed where day, time or place change. */
  readonly why: string
  readonly actor: Person
  readonly template?: InvitationTemplate
  readonly others?: readonly Exercise[]
  /** Our plan stands, also where somebody changed day, time, place or subject in Outlook itself. */
  readonly overOutlook?: boolean
}

/** What became of sending a change. `row` is the newest that is known. */
export type ChangeResult =
  /** `already`: an earlier press had told everybody; nobody was e-mailed again. */
  | {
      readonly state: 'sent'
      readonly row: Stored<Exercise>
      readonly already: boolean
      readonly told: number
    }
  | { readonly state: 'refused'; readonly code: ChangeRefusal | 'not-a-coordinator' | 'no-reason' }
  | { readonly state: 'not-partner-safe'; readonly leaks: readonly Leak[] }
  | { readonly state: 'not-the-organiser'; readonly name: string }
  | { readonly state: 'changed-meanwhile'; readonly row: Stored<Exercise> }
  | {
      readonly state: 'changed-in-outlook'
      readonly row: Stored<Exercise>
      readonly differences: readonly InvitationDifference[]
    }
  /** The event is not in the calendar any more, or was called off there. */
  | { readonly state: 'event-gone'; readonly row: Stored<Exercise> }
  /** Everybody was told; others kept saving the row, so it does not show it yet. */
  | { readonly state: 'sent-unmarked'; readonly row: Stored<Exercise> }
  | { readonly state: 'unfinished'; readonly row: Stored<Exercise>; readonly failure: M365Error }

interface Claimed {
  readonly row: Stored<Exercise>
  readonly pending: PendingChange
  readonly plan: ChangePlan
  readonly told: Told
}

type Step<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly result: ChangeResult }

/** How often the event is read and written anew when answers keep coming in between. */
const triesOverAnswers = 4

/**
 * Tells the invited what has changed, once: people who join or leave hear of it alone, any other change reaches all.
 * The change is noted on the row before the calendar is touched and leaves a mark on the event, so that pressing again
 * after a lost answer finds it made. Throws `M365Error` only before the calendar is touched.
 */
export async function changeInvitation(
  deps: InviteDeps,
  input: ChangeInvitationInput,
): Promise<ChangeResult> {
  if (!mayInvite(input.actor)) return { state: 'refused', code: 'not-a-coordinator' }
  const fresh = await deps.exercises.get(input.previewed.id)
  const { invitation } = fresh.value
  if (invitation?.state !== 'sent') return { state: 'refused', code: 'not-sent' }
  if (invitation.pending?.kind === 'call-off') return { state: 'refused', code: 'called-off' }
  if (!isMineToFinish(invitation, input.actor))
    return { state: 'not-the-organiser', name: invitation.organiserName }
  const calendar = deps.calendars.of(invitation.mailbox ?? '')
  const event = await readEvent(calendar, invitation.eventRef)
  if (event === null) return { state: 'event-gone', row: fresh }
  const finished = await finishEarlier(deps, fresh, event)
  if (finished) return finished
  const claimed = await claim(deps, input, fresh, event)
  if (!claimed.ok) return claimed.result
  try {
    return await tell(deps, input, calendar, claimed.value, event)
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { state: 'unfinished', row: claimed.value.row, failure: thrown }
  }
}

/** The event, or null when it is gone or called off. Throws `M365Error`. */
export async function readEvent(calendar: Calendar, ref: string): Promise<CalendarEvent | null> {
  try {
    const event = await calendar.read(ref)
    return event.cancelled ? null : event
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return null
    throw thrown
  }
}

/** A change that was begun and whose answer was lost may have reached everybody: the event shows whether it did. */
async function finishEarlier(
  deps: InviteDeps,
  row: Stored<Exercise>,
  event: CalendarEvent,
): Promise<ChangeResult | null> {
  const { invitation } = row.value
  const pending = invitation?.pending
  if (!invitation || !pending?.leadsTo || !isMade(invitation, pending, event)) return null
  const settled = await settle(deps, row, pending, pending.leadsTo)
  return settled.ok
    ? { state: 'sent', row: settled.row, already: true, told: 0 }
    : { state: 'sent-unmarked', row: settled.row }
}

function isMade(invitation: Invitation, pending: PendingChange, event: CalendarEvent): boolean {
  if (event.mark === markOf(invitation, pending)) return true
  const { told } = invitation
  const { leadsTo } = pending
  if (!told || !leadsTo || !onlyAttendeesDiffer(told, leadsTo)) return false
  return sameAttendees(
    mergeAttendees(event.draft.attendees, told.attendees, leadsTo.attendees),
    event.draft.attendees,
  )
}

const onlyAttendeesDiffer = (one: Told, other: Told) =>
  JSON.stringify({ ...one, attendees: [] }) === JSON.stringify({ ...other, attendees: [] })

/** Notes on the row what is about to be told, or says why nothing is. What is told is what was previewed. */
async function claim(
  deps: InviteDeps,
  input: ChangeInvitationInput,
  row: Stored<Exercise>,
  event: CalendarEvent,
): Promise<Step<Claimed>> {
  const decided = await decide(deps, input, row, event)
  if (!decided.ok) return decided
  const { plan, told } = decided.value
  const invitation = row.value.invitation as Invitation
  const pending: PendingChange = {
    kind: 'change',
    number: (invitation.changes ?? 0) + 1,
    why: input.why.trim(),
    at: await deps.clock.now(),
    by: input.actor.objectId,
    byName: input.actor.name,
    leadsTo: plan.leadsTo,
  }
  const saved = await deps.exercises.save(row, {
    ...row.value,
    invitation: { ...invitation, told, pending },
  })
  if (saved.ok) return { ok: true, value: { row: saved.row, pending, plan, told } }
  // Their save may be this very claim, whose answer was lost.
  if (isSameClaim(saved.theirs.value.invitation?.pending, pending))
    return { ok: true, value: { row: saved.theirs, pending, plan, told } }
  return { ok: false, result: { state: 'changed-meanwhile', row: saved.theirs } }
}

/** Says whether a row's claim is this one, whose answer may have been lost. */
export function isSameClaim(one: PendingChange | null | undefined, other: PendingChange): boolean {
  return one?.kind === other.kind && one.by === other.by && one.at === other.at && one.number === other.number
}

async function decide(
  deps: InviteDeps,
  input: ChangeInvitationInput,
  row: Stored<Exercise>,
  event: CalendarEvent,
): Promise<Step<{ plan: ChangePlan; told: Told }>> {
  const { template = defaultInvitation, why } = input
  const today = await deps.clock.today()
  const told = row.value.invitation?.told ?? toldByEvent(event.draft)
  const toldThen = input.previewed.value.invitation?.told ?? told
  const now = planChange(row.value, told, why, today, template)
  const seen = planChange(input.previewed.value, toldThen, why, today, template)
  const no = (result: ChangeResult) => ({ ok: false as const, result })
  if (!now.ok) return no({ state: 'refused', code: now.code })
  if (!seen.ok || JSON.stringify(seen.plan) !== JSON.stringify(now.plan))
    return no({ state: 'changed-meanwhile', row })
  if (now.plan.needsWhy && why.trim() === '') return no({ state: 'refused', code: 'no-reason' })
  const words = {
    subject: now.plan.draft.subject,
    text: `${now.plan.text}\n${why}`,
    place: now.plan.draft.location,
  }
  const leaks = findLeaks(words, row.value, input.others ?? [])
  if (leaks.length > 0) return no({ state: 'not-partner-safe', leaks })
  const differences = input.overOutlook ? [] : changedInOutlook(told, event.draft)
  if (differences.length > 0) return no({ state: 'changed-in-outlook', row, differences })
  return { ok: true, value: { plan: now.plan, told } }
}

/** Writes the change onto the event. An answer that came in between changes the event; then it is read and tried again. */
async function tell(
  deps: InviteDeps,
  input: ChangeInvitationInput,
  calendar: Calendar,
  { row, pending, plan, told }: Claimed,
  read: CalendarEvent,
): Promise<ChangeResult> {
  const mark = markOf(row.value.invitation as Invitation, pending)
  let event = read
  for (let tries = 0; tries < triesOverAnswers; tries += 1) {
    const attendees = mergeAttendees(event.draft.attendees, told.attendees, plan.leadsTo.attendees)
    const same = sameAttendees(attendees, event.draft.attendees)
    const made = event.mark === mark || (plan.onlyTheConcerned && same)
    const updated = made ? null : await calendar.update(event, changeToWrite(plan, attendees, same, mark))
    if (updated === null || updated.ok) {
      const settled = await settle(deps, row, pending, plan.leadsTo)
      if (!settled.ok) return { state: 'sent-unmarked', row: settled.row }
      return { state: 'sent', row: settled.row, already: made, told: plan.tells.length }
    }
    event = updated.theirs
    const differences = input.overOutlook ? [] : changedInOutlook(told, event.draft)
    if (event.mark !== mark && differences.length > 0)
      return { state: 'changed-in-outlook', row, differences }
  }
  return { state: 'changed-meanwhile', row }
}

function changeToWrite(
  { change, onlyTheConcerned }: ChangePlan,
  attendees: ChangePlan['leadsTo']['attendees'],
  same: boolean,
  mark: string,
): ChangePlan['change'] {
  const { attendees: _, ...rest } = change
  // Beside the attendees nothing else may stand, or everybody is told.
  return { ...rest, ...(same ? {} : { attendees }), ...(onlyTheConcerned ? {} : { mark }) }
}

/** Writes onto the row what everybody was told. What others saved in between stays. */
function settle(deps: InviteDeps, row: Stored<Exercise>, pending: PendingChange, leadsTo: Told) {
  return saveOver(deps, row, (value, at) => {
    const { invitation } = value
    if (!invitation) return null
    const mine = isSameClaim(invitation.pending, pending)
    if (!mine && JSON.stringify(invitation.told) === JSON.stringify(leadsTo)) return null
    const people = leadsTo.attendees.filter((one) => one.type !== 'resource').length
    return {
      ...value,
      invitation: {
        ...invitation,
        told: leadsTo,
        pending: mine ? null : (invitation.pending ?? null),
        changes: Math.max(pending.number, invitation.changes ?? 0),
        invited: people,
      },
      history: [
        ...value.history,
        {
          at,
          by: pending.byName,
          byObject: pending.by,
          field: 'invitation',
          from: `${invitation.invited} invited`,
          to: `change ${pending.number} sent, ${people} invited`,
          ...(pending.why === '' ? {} : { why: pending.why }),
          via: 'tab',
        },
      ],
    }
  })
}
