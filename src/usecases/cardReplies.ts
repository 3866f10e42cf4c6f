import { applyDecision, type Decision, type DecisionContext, type DecisionRefusal } from '../domain/decide.ts'
import { isTaken } from '../domain/decisionTaken.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import type { Change, ChangeField, Recommendation } from '../domain/recommendation.ts'
import { isSettled } from '../domain/statusWords.ts'
import type { CardReplyName } from './cardOffers.ts'
import type { Clock, RecommendationStore, Stored } from './ports.ts'

/** What a person answers on a card. Everything typed is theirs and untrusted; who they are is not in here. */
export type CardReply =
  | { readonly does: 'update-progress'; readonly text: string }
  | { readonly does: 'ask-extension'; readonly to: string; readonly reason: string }
  | { readonly does: 'say-done'; readonly title: string; readonly link: string }
  | { readonly does: 'acknowledge' }
  | { readonly does: 'not-mine'; readonly whose: string }
  | {
      readonly does: 'answer-extension' | 'answer-sign-off'
      readonly agreed: boolean
      readonly reason: string
      /** When that was asked for which the card showed; tells whether something else is asked for now. */
      readonly about: string | null
    }

type Decided = Extract<
  CardReply,
  { does: 'ask-extension' | 'say-done' | 'answer-extension' | 'answer-sign-off' }
>

/** What became of a reply that changes the row. */
export type ReplyOutcome =
  | { readonly code: 'saved'; readonly did: CardReplyName; readonly row: Stored<Recommendation> }
  | { readonly code: 'refused'; readonly why: DecisionRefusal | 'closed' }
  /** Somebody changed what the answer is about after the card was shown: it has to be seen first. */
  | { readonly code: 'stale'; readonly change: Change | null }

export interface ReplyDeps {
  readonly recommendations: Pick<RecommendationStore, 'save'>
  readonly clock: Pick<Clock, 'now' | 'today'>
}

export interface ReplyInput {
  readonly person: { readonly objectId: string; readonly name: string }
  readonly posts: readonly Post[]
  readonly reply: Decided
  /** How much of the row's history the card had seen; null when the card does not say. */
  readonly seen: number | null
}

/** Says whether a reply changes the row by a decision of the register. */
export function isDecided(reply: CardReply): reply is Decided {
  return ['ask-extension', 'say-done', 'answer-extension', 'answer-sign-off'].includes(reply.does)
}

/**
 * Takes what a person decided on a card, by the rules of the register and with one save. The same press delivered
 * twice counts once. Throws M365Error when the row cannot be saved.
 */
export async function decideOnCard(
  deps: ReplyDeps,
  input: ReplyInput,
  stored: Stored<Recommendation>,
  mayRepeat = true,
): Promise<ReplyOutcome> {
  const { reply, person } = input
  const row = stored.value
  const saved = { code: 'saved', did: reply.does } as const
  const decisions = decisionsOf(reply)
  const last = decisions.at(-1)
  if (last && isTaken(row, last, person.objectId)) return { ...saved, row: stored }
  if (isSettled(row)) return { code: 'refused', why: 'closed' }
  const stale = staleness(row, input)
  if (stale) return stale
  const next = applyAll(row, decisions, await contextOf(deps, input))
  if (typeof next === 'string') return { code: 'refused', why: next }
  const outcome = await deps.recommendations.save(stored, next)
  if (outcome.ok) return { ...saved, row: outcome.row }
  if (mayRepeat) return decideOnCard(deps, input, outcome.theirs, false)
  return { code: 'stale', change: outcome.theirs.value.history.at(-1) ?? null }
}

async function contextOf(deps: ReplyDeps, { person, posts }: ReplyInput): Promise<DecisionContext> {
  const [at, today] = await Promise.all([deps.clock.now(), deps.clock.today()])
  const actor = { ...person, signInName: '', roles: [] }
  return { actor, posts, heldPosts: postsHeldBy(posts, person.objectId), at, today, via: 'card' }
}

function decisionsOf(reply: Decided): readonly Decision[] {
  switch (reply.does) {
    case 'ask-extension':
      return [{ does: 'ask-extension', to: reply.to, reason: reply.reason }]
    case 'say-done': {
      const { link } = reply
      const title = reply.title.trim() === '' ? titleOf(link) : reply.title
      return [
        { does: 'add-evidence', title, link },
        { does: 'ask-sign-off', note: '' },
      ]
    }
    case 'answer-extension':
      return [{ does: 'answer-extension', agreed: reply.agreed, reason: reply.reason }]
    case 'answer-sign-off':
      return [{ does: 'answer-sign-off', agreed: reply.agreed, note: reply.reason }]
  }
}

/** Evidence without a name is called by where it lies. */
function titleOf(link: string): string {
  return URL.canParse(link.trim()) ? `Evidence at ${new URL(link.trim()).host}` : 'Evidence'
}

function applyAll(
  row: Recommendation,
  decisions: readonly Decision[],
  context: DecisionContext,
): Recommendation | DecisionRefusal {
  let next = row
  for (const decision of decisions) {
    const outcome = applyDecision(next, decision, context)
    if (outcome.ok) next = outcome.next
    else if (outcome.code !== 'already-evidence') return outcome.code
  }
  return next
}

/** Fields whose change by somebody else makes an answer one about something that is no longer so. */
const matters: Readonly<Record<Decided['does'], readonly ChangeField[]>> = {
  'ask-extension': ['due', 'status', 'owner', 'extension'],
  'say-done': ['status', 'owner', 'sign-off'],
  'answer-extension': ['due', 'status', 'extension'],
  'answer-sign-off': ['status', 'sign-off', 'evidence'],
}

function staleness(row: Recommendation, { reply, seen, person }: ReplyInput): ReplyOutcome | null {
  const others = (change: Change) =>
    change.byObject !== person.objectId && matters[reply.does].includes(change.field)
  const change = seen === null ? undefined : row.history.slice(seen).findLast(others)
  if (change) return { code: 'stale', change }
  if (reply.does !== 'answer-extension' && reply.does !== 'answer-sign-off') return null
  const asked = reply.does === 'answer-extension' ? row.extensionRequest : row.signOff
  const isSame = reply.about === null || asked === null || asked.askedAt === reply.about
  return isSame ? null : { code: 'stale', change: row.history.at(-1) ?? null }
}
