import type { Instant, IsoDate } from './calendarDays.ts'
import type { Correction } from './correctDecision.ts'
import { partRefusal } from './decisionRights.ts'
import { stateRefusal } from './decisionState.ts'
import { type Step, takeStep } from './decisionStep.ts'
import type { Applies, ClosedReason, Counterparty, InspectorateWord, LinkKind, RowLink } from './decisions.ts'
import { meetMilestone, moveDeadline, reportToBoard } from './dueDecisions.ts'
import type { DueVerb } from './dueLedger.ts'
import { answerExtension, askExtension } from './extensionDecisions.ts'
import { furtherStepFor } from './furtherSteps.ts'
import type { Post } from './post.ts'
import type { Recommendation, Status } from './recommendation.ts'
import type { Person } from './roles.ts'
import { becomesOurs, reopen, setRationale, setStatus } from './statusDecisions.ts'
import type { TrainingDecision } from './trainingDecisions.ts'
import { chased, setCounterparty } from './waitingDecisions.ts'

/** The statuses that a person may choose. Green comes only through a second person's sign-off. */
export const chosenStatuses = ['RED', 'AMBER', 'WHITE', 'CLOSED'] as const
export type ChosenStatus = (typeof chosenStatuses)[number]

/** The three reasons for RED: its day was missed, it cannot be done, it will not be done. */
export const redReasons = ['missed', 'cannot', 'will-not'] as const
export type RedReason = (typeof redReasons)[number]

/** One thing that a person decides about a recommendation. `entry` and `index` count from 0. */
export type Decision =
  | {
      readonly does: 'set-status'
      readonly status: ChosenStatus
      readonly why: string
      /** Which of the three reasons, for RED. */
      readonly redReason?: RedReason
      /** Needed for CLOSED. */
      readonly closedReason?: ClosedReason
      /** Needed for WHITE, unless the row has one. */
      readonly counterparty?: Counterparty
    }
  | {
      readonly does: 'move-deadline'
      /** Null where an event is awaited, or for values such as "To be set". */
      readonly date: IsoDate | null
      readonly precision: 'day' | 'month'
      /** What is awaited in place of a date, or a legal value that is no date: "To be set", "Immediate". */
      readonly event: string
      readonly verb: DueVerb
      readonly purpose: string
      readonly reason: string
      readonly agreedBy: string
      readonly reportedTo: readonly string[]
    }
  | {
      /** An owner asks for a later deadline; `precision` is the day when left out. */
      readonly does: 'ask-extension'
      readonly to: IsoDate
      readonly precision?: 'day' | 'month'
      readonly reason: string
    }
  | { readonly does: 'answer-extension'; readonly agreed: boolean; readonly reason: string }
  | { readonly does: 'meet-milestone'; readonly entry: number; readonly on: IsoDate }
  | { readonly does: 'report-to-board'; readonly entry: number; readonly board: string }
  | { readonly does: 'add-evidence'; readonly title: string; readonly link: string }
  | { readonly does: 'remove-evidence'; readonly link: string; readonly why: string }
  | { readonly does: 'ask-sign-off'; readonly note: string }
  | {
      /** Also confirms, once a demonstration period is over, what was agreed during it. */
      readonly does: 'answer-sign-off'
      readonly agreed: boolean
      readonly note: string
      /** Agreed, but green only after this day: starts a demonstration period. */
      readonly holdUntil?: IsoDate
    }
  | {
      readonly does: 'hold-for-demonstration'
      /** The last day of the period; null ends it early. */
      readonly until: IsoDate | null
      readonly why: string
    }
  | { readonly does: 'set-owner'; readonly post: string | null; readonly why: string }
  | { readonly does: 'set-applies'; readonly applies: Applies; readonly why: string }
  | { readonly does: 'set-addressees'; readonly addressees: readonly string[] }
  | { readonly does: 'set-counterparty'; readonly counterparty: Counterparty | null }
  | { readonly does: 'chased'; readonly on: IsoDate; readonly nextChase: IsoDate }
  | { readonly does: 'becomes-ours'; readonly why: string; readonly status: 'AMBER' | 'RED' }
  | { readonly does: 'set-rationale'; readonly rationale: string; readonly redReason?: RedReason }
  | { readonly does: 'link'; readonly link: RowLink }
  | { readonly does: 'unlink'; readonly to: string; readonly kind: LinkKind }
  | { readonly does: 'inspectorate-said'; readonly word: InspectorateWord }
  | {
      readonly does: 'set-element'
      readonly index: number
      readonly status: Status | null
      readonly comment: string
    }
  | Correction
  | TrainingDecision
  | {
      readonly does: 'reopen'
      readonly why: string
      readonly status: 'AMBER' | 'RED' | 'WHITE'
      /** Needed for WHITE, unless the row's own still has a next chase. */
      readonly counterparty?: Counterparty
    }

export type DecisionName = Decision['does']

/** Why a decision was not taken. Each face turns the codes into sentences. */
export const decisionRefusals = [
  'not-your-item',
  'secretary-only',
  'not-the-second-person',
  'own-request',
  'nothing-changed',
  'no-reason',
  'too-long',
  'not-a-date',
  'date-in-past',
  'not-later',
  'date-in-future',
  'date-implausible',
  'due-before-published',
  'no-date-or-event',
  'date-and-event',
  'unclear-purpose',
  'no-such-entry',
  'already-met',
  'already-reported',
  'no-board',
  'no-title',
  'not-a-link',
  'already-evidence',
  'no-such-evidence',
  'green-needs-evidence',
  'no-evidence',
  'already-green',
  'already-asked',
  'not-asked',
  'demonstration-running',
  'is-closed',
  'reopen-first',
  'not-settled',
  'no-closed-reason',
  'no-counterparty',
  'no-product',
  'no-next-chase',
  'chase-in-past',
  'not-white',
  'not-red',
  'no-such-post',
  'no-such-element',
  'no-text',
  'part-missing',
  'links-to-itself',
  'already-linked',
  'no-such-link',
  'no-such-requirement',
  'not-per-cent',
  'cover-not-reached',
] as const
export type DecisionRefusal = (typeof decisionRefusals)[number]

/** Who decides, when, and what must be known of the posts. */
export interface DecisionContext {
  readonly actor: Person
  /** Keys of the posts that the person holds or deputises for. */
  readonly heldPosts: readonly string[]
  readonly at: Instant
  /** Today in the United Kingdom. */
  readonly today: IsoDate
  /** All posts: for heads of unit and for the titles in the history. */
  readonly posts?: readonly Post[]
  /** The day on which the row's report was published, where it is known. */
  readonly published?: IsoDate | null
  /** Through which face of the product; the tab when left out. */
  readonly via?: 'tab' | 'card'
}

export type DecisionOutcome =
  | { readonly ok: true; readonly next: Recommendation }
  | { readonly ok: false; readonly code: DecisionRefusal }

/**
 * Applies a decision by the rules, with a line of history for each field that it changes. Who may take which
 * decision stands in `decisionRights.ts`; the person's part is looked at before anything else.
 */
export function applyDecision(
  row: Recommendation,
  decision: Decision,
  context: DecisionContext,
): DecisionOutcome {
  const part = partRefusal(row, decision.does, context)
  if (part) return { ok: false, code: part }
  const step = stepFor(row, decision, context)
  return step.ok ? { ok: true, next: takeStep(row, step, context) } : step
}

function stepFor(row: Recommendation, decision: Decision, context: DecisionContext): Step {
  switch (decision.does) {
    case 'set-status':
      return setStatus(row, decision, context)
    case 'becomes-ours':
      return becomesOurs(row, decision)
    case 'reopen':
      return reopen(row, decision, context)
    case 'set-rationale':
      return setRationale(row, decision)
    case 'move-deadline':
      return moveDeadline(row, decision, context)
    case 'ask-extension':
      return askExtension(row, decision, context)
    case 'answer-extension':
      return answerExtension(row, decision, context)
    case 'meet-milestone':
      return meetMilestone(row, decision, context)
    case 'report-to-board':
      return reportToBoard(row, decision)
    case 'set-counterparty':
      return setCounterparty(row, decision, context)
    case 'chased':
      return chased(row, decision, context)
    default:
      return furtherStepFor(row, decision, context)
  }
}

/**
 * Why this person cannot take such a decision about this row just now, whatever they would type; null when they can.
 * For buttons that say why they are disabled.
 */
export function mayDecide(
  row: Recommendation,
  does: DecisionName,
  context: Pick<DecisionContext, 'actor' | 'heldPosts' | 'posts' | 'today'>,
): DecisionRefusal | null {
  return partRefusal(row, does, context) ?? stateRefusal(row, does, context.today)
}
