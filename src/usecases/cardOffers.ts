import { mayDecide } from '../domain/decide.ts'
import { isOwner, type PartContext } from '../domain/decisionRights.ts'
import { decidersFor, ladderOf } from '../domain/escalation.ts'
import type { Post } from '../domain/post.ts'
import { isOpenForForce, openDeadline, type Recommendation } from '../domain/recommendation.ts'
import { defaultForceRules } from '../domain/reminderPolicy.ts'
import { isSettled } from '../domain/statusWords.ts'
import type { LedgerEntry } from './ports.ts'

/** What a person may answer about a row, in the order in which a card shows it. */
export const cardReplies = [
  'answer-extension',
  'answer-sign-off',
  'update-progress',
  'ask-extension',
  'say-done',
  'acknowledge',
  'not-mine',
] as const
export type CardReplyName = (typeof cardReplies)[number]

/** The part that a person has in a row: theirs, above whose it is, or none (any more). */
export type Part = 'owner' | 'above' | 'none'

/** Whose row it is, from the register's posts and nothing that a card says. */
export function partIn(
  row: Pick<Recommendation, 'ownerPost'>,
  context: PartContext & { readonly posts: readonly Post[] },
): Part {
  if (isOwner(row, context)) return 'owner'
  const { actor, posts } = context
  const post = posts.find((one) => one.key === row.ownerPost) ?? null
  const secretary = posts.find((one) => one.key === defaultForceRules.secretaryPost) ?? null
  const above = [
    ...ladderOf(post, secretary).map(({ person }) => person),
    secretary?.holder,
    secretary?.deputy,
  ]
  return above.some((person) => person?.objectId === actor.objectId) ? 'above' : 'none'
}

/** Whether this person is one of those who are asked to decide what somebody else asked for. */
function isAsked(
  row: Recommendation,
  askedBy: string,
  context: PartContext & { readonly posts: readonly Post[] },
) {
  const { actor, posts } = context
  return decidersFor(row, posts, askedBy).some(({ person }) => person.objectId === actor.objectId)
}

/**
 * What a person may answer on a card about a row as it stands now.
 * @param entry the ledger's entry of the card; null when they answered nothing on it yet
 */
export function offersFor(
  row: Recommendation,
  context: PartContext & { readonly posts: readonly Post[]; readonly today: string },
  entry: Pick<LedgerEntry, 'acknowledgedAt' | 'notMineAt'> | null,
): readonly CardReplyName[] {
  const part = partIn(row, context)
  const isMine = part === 'owner' && !isSettled(row)
  const { extensionRequest, signOff } = row
  const offered: Readonly<Record<CardReplyName, boolean>> = {
    'answer-extension':
      extensionRequest !== null &&
      isAsked(row, extensionRequest.askedByObject, context) &&
      mayDecide(row, 'answer-extension', context) === null,
    'answer-sign-off':
      signOff?.state === 'asked' &&
      isAsked(row, signOff.askedByObject, context) &&
      mayDecide(row, 'answer-sign-off', context) === null,
    'update-progress': isMine,
    'ask-extension': isMine && openDeadline(row) !== null && extensionRequest === null,
    'say-done': isMine && isOpenForForce(row) && (signOff === null || signOff.state === 'declined'),
    acknowledge: part !== 'none' && !isSettled(row) && !entry?.acknowledgedAt,
    'not-mine': isMine && !entry?.notMineAt,
  }
  return cardReplies.filter((name) => offered[name])
}
