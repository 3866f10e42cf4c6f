import type { IsoDate } from '../domain/calendarDays.ts'
import type { Exercise } from '../domain/exercise.ts'
import {
  currentRevision,
  type InvitationPlan,
  type InvitationRefusal,
  planInvitation,
} from '../domain/invitation.ts'
import type { InvitationTemplate } from '../domain/invitationTemplate.ts'
import type { M365Error } from '../domain/m365Error.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { findLeaks, type Leak } from '../domain/partnerSafe.ts'
import type { Person } from '../domain/roles.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import { type InviteDeps, type InviteResult, inviteToExercise } from './inviteToExercise.ts'
import type { Stored } from './ports.ts'

/** One invitation of many, as it is shown before anything is sent. */
export type InvitationInMany =
  | { readonly state: 'ready'; readonly row: Stored<Exercise>; readonly plan: InvitationPlan }
  | {
      readonly state: 'left-out'
      readonly row: Stored<Exercise>
      readonly code: InvitationRefusal | 'not-partner-safe'
      readonly leaks: readonly Leak[]
    }

/** What would be sent to whom, and what would not and why; nothing is sent by it. */
export function planMany(
  rows: readonly Stored<Exercise>[],
  today: IsoDate,
  templateOf: (type: string) => InvitationTemplate,
  others: readonly Exercise[],
): readonly InvitationInMany[] {
  return rows.map((row) => {
    const planned = planInvitation(row.value, currentRevision(row.value), today, templateOf(row.value.type))
    const leftOut = { state: 'left-out', row, leaks: [] } as const
    if (!planned.ok) return { ...leftOut, code: planned.code }
    const { plan } = planned
    const words = { subject: plan.draft.subject, text: plan.text, place: plan.draft.location }
    const leaks = findLeaks(words, row.value, others)
    return leaks.length > 0 ? { ...leftOut, code: 'not-partner-safe', leaks } : { state: 'ready', row, plan }
  })
}

export interface ManyInput {
  readonly rows: readonly Stored<Exercise>[]
  readonly actor: Person
  readonly templateOf: (type: string) => InvitationTemplate
  readonly others: readonly Exercise[]
  /** Asked before each one begins; what has begun is finished. */
  readonly stopped?: () => boolean
  readonly onProgress?: (progress: ManyProgress) => void
}

export interface ManyProgress {
  readonly total: number
  readonly done: readonly ManyOutcome[]
  /** Units that are being sent to just now. */
  readonly underWay: readonly string[]
}

/** What became of one invitation among many. */
export interface ManyOutcome {
  readonly row: Stored<Exercise>
  /** `stopped`: it had not begun when somebody stopped. `failed`: nothing of it was sent. */
  readonly result:
    | InviteResult
    | { readonly state: 'stopped' }
    | { readonly state: 'failed'; readonly failure: M365Error }
}

/**
 * Invitations that are in hand at once. Four of them can be in the mailbox; the others are being claimed or marked
 * meanwhile, so that the mailbox never waits for the list.
 */
const inHand = 6

/**
 * Sends many invitations, each once, and goes on when one of them fails. Stopping leaves the rest as they are; starting
 * again takes up what was begun and sends what was not. The client sees to it that no mailbox is asked for more than
 * four things at a time.
 */
export async function inviteMany(deps: InviteDeps, input: ManyInput): Promise<readonly ManyOutcome[]> {
  const { rows, stopped = () => false, onProgress = () => undefined } = input
  const done: ManyOutcome[] = []
  const underWay = new Set<string>()
  const tellProgress = () => onProgress({ total: rows.length, done: [...done], underWay: [...underWay] })
  return fewAtOnce(rows, inHand, async (row) => {
    if (stopped()) return { row, result: { state: 'stopped' } }
    underWay.add(row.value.unit)
    tellProgress()
    const outcome: ManyOutcome = { row, result: await inviteOne(deps, input, row) }
    underWay.delete(row.value.unit)
    done.push(outcome)
    tellProgress()
    return outcome
  })
}

async function inviteOne(
  deps: InviteDeps,
  input: ManyInput,
  row: Stored<Exercise>,
): Promise<ManyOutcome['result']> {
  const { actor, templateOf, others } = input
  try {
    return await inviteToExercise(deps, {
      previewed: row,
      actor,
      template: templateOf(row.value.type),
      others,
    })
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return { state: 'failed', failure: thrown }
  }
}
