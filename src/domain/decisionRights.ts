import type { DecisionContext, DecisionName, DecisionRefusal } from './decide.ts'
import { decidersFor } from './escalation.ts'
import type { Recommendation } from './recommendation.ts'
import { mayManage, type Person } from './roles.ts'

/**
 * Who may take which decision.
 *
 * - `owner`: the holder or deputy of the owning post says how the work stands: deadlines (with a reason), milestones,
 *   evidence, asking for sign-off, chases, the comment of an element. So may those who manage the register.
 * - `second`: whoever did not ask and answers for more than the work itself: the head of the owning post's unit, the
 *   holder or deputy of another post, the board secretary, an administrator.
 * - `decider`: whoever is asked about a later deadline: the head of the owning post's unit, the board secretary; and
 *   those who manage the register. Never the one who asked.
 * - `manager`: the board secretary and administrators decide everything else, the overall status above all.
 */
const rights: Readonly<Record<DecisionName, 'owner' | 'second' | 'decider' | 'manager'>> = {
  'move-deadline': 'owner',
  'ask-extension': 'owner',
  'answer-extension': 'decider',
  'meet-milestone': 'owner',
  'add-evidence': 'owner',
  'remove-evidence': 'owner',
  'ask-sign-off': 'owner',
  chased: 'owner',
  'set-element': 'owner',
  'answer-sign-off': 'second',
  'hold-for-demonstration': 'second',
  'set-status': 'manager',
  'report-to-board': 'manager',
  'set-owner': 'manager',
  'set-applies': 'manager',
  'set-addressees': 'manager',
  'set-counterparty': 'manager',
  'becomes-ours': 'manager',
  'set-rationale': 'manager',
  link: 'manager',
  unlink: 'manager',
  'inspectorate-said': 'manager',
  correct: 'manager',
  'rest-on': 'manager',
  'rest-no-more': 'manager',
  reopen: 'manager',
}

/** What must be known of a person to tell their part in a row. */
export type PartContext = Pick<DecisionContext, 'actor' | 'heldPosts' | 'posts'>

/** Says whether the person holds or deputises for the owning post. */
export function isOwner(row: Pick<Recommendation, 'ownerPost'>, context: PartContext): boolean {
  return row.ownerPost !== null && context.heldPosts.includes(row.ownerPost)
}

/** Says whether the person may be the second one to a green: see the table above. The asker never is. */
export function isSecondPerson(row: Pick<Recommendation, 'ownerPost'>, context: PartContext): boolean {
  if (mayManage(context.actor) || isHeadOfUnit(row, context)) return true
  return !isOwner(row, context) && context.heldPosts.length > 0
}

function isHeadOfUnit(row: Pick<Recommendation, 'ownerPost'>, { actor, posts }: PartContext): boolean {
  const post = posts?.find((one) => one.key === row.ownerPost)
  return post?.headOfUnit?.objectId === actor.objectId
}

/** Why the person's part does not cover the decision, or null when it does. */
export function partRefusal(
  row: Recommendation,
  does: DecisionName,
  context: PartContext,
): DecisionRefusal | null {
  switch (rights[does]) {
    case 'owner':
      return mayManage(context.actor) || isOwner(row, context) ? null : 'not-your-item'
    case 'second':
      if (does === 'answer-sign-off' && isAsker(row, context.actor)) return 'own-request'
      return isSecondPerson(row, context) ? null : 'not-the-second-person'
    case 'decider':
      if (row.extensionRequest?.askedByObject === context.actor.objectId) return 'own-request'
      return mayManage(context.actor) || isDecider(row, context) ? null : 'not-the-second-person'
    case 'manager':
      return mayManage(context.actor) ? null : 'secretary-only'
  }
}

function isDecider(row: Recommendation, { actor, posts = [] }: PartContext): boolean {
  const deciders = decidersFor(row, posts, row.extensionRequest?.askedByObject)
  return deciders.some(({ person }) => person.objectId === actor.objectId)
}

function isAsker(row: Pick<Recommendation, 'signOff'>, actor: Person): boolean {
  return row.signOff !== null && row.signOff.askedByObject === actor.objectId
}
