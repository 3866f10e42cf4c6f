import {
  applyDecision,
  type Decision,
  type DecisionContext,
  type DecisionOutcome,
} from '../../src/domain/decide.ts'
import type { Counterparty, Evidence, SignOff } from '../../src/domain/decisions.ts'
import { type Post, postsHeldBy } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Person } from '../../src/domain/roles.ts'
import type { StatutoryClock } from '../../src/domain/statutoryClock.ts'
import { aPost, holderOf, officer, owner, secretary } from './register.ts'

export const headOfUnit: Person = { ...officer, objectId: '10', name: 'Mark Ellery', signInName: 'mark@x' }
export const otherHolder: Person = { ...officer, objectId: '06', name: 'Priya Nair', signInName: 'priya@x' }
export const administrator: Person = {
  ...secretary,
  objectId: '05',
  name: 'Tom Brandt',
  roles: ['Administrator'],
}
export const coordinator: Person = {
  ...secretary,
  objectId: '03',
  name: 'Ruth Mbeki',
  roles: ['Coordinator'],
}
export const deputy: Person = { ...officer, objectId: '09', name: 'Joanna Price', signInName: 'joanna@x' }

/** Everybody who can have a part in a row of the post `crime-dci`. */
export const people = {
  'the holder of the owning post': owner,
  'the deputy of the owning post': deputy,
  'the head of its unit': headOfUnit,
  'the holder of another post': otherHolder,
  'an officer without a post': officer,
  'a coordinator': coordinator,
  'the board secretary': secretary,
  'an administrator': administrator,
} as const

export const posts: readonly Post[] = [
  aPost({ deputy: holderOf(deputy), headOfUnit: holderOf(headOfUnit) }),
  aPost({ key: 'head-of-ppu', title: 'Head of PPU', holder: holderOf(otherHolder) }),
]

export const today = '2021-06-01'
export const now = '2021-06-01T08:00:00.000Z'

export function contextFor(actor: Person, changes: Partial<DecisionContext> = {}): DecisionContext {
  return { actor, heldPosts: postsHeldBy(posts, actor.objectId), posts, at: now, today, ...changes }
}

/** What becomes of a decision that the board secretary takes on 1 June 2021, or another person on another day. */
export function decide(
  row: Recommendation,
  decision: Decision,
  actor: Person = secretary,
  changes: Partial<DecisionContext> = {},
): DecisionOutcome {
  return applyDecision(row, decision, contextFor(actor, changes))
}

/** The row after a decision that is taken; fails the test when it is refused. */
export function taken(
  row: Recommendation,
  decision: Decision,
  actor: Person = secretary,
  changes: Partial<DecisionContext> = {},
): Recommendation {
  const outcome = decide(row, decision, actor, changes)
  if (!outcome.ok) throw new Error(`Refused: ${outcome.code}`)
  return outcome.next
}

/** The code of a decision that is refused; `taken` when it was not. */
export function refusal(...given: Parameters<typeof decide>): string {
  const outcome = decide(...given)
  return outcome.ok ? 'taken' : outcome.code
}

export function someEvidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    title: 'Policy, signed',
    link: 'https://thameside.sharepoint.example/policy',
    at: now,
    by: owner.name,
    byObject: owner.objectId,
    ...changes,
  }
}

export function aSignOff(changes: Partial<SignOff> = {}): SignOff {
  return {
    state: 'asked',
    askedAt: now,
    askedBy: owner.name,
    askedByObject: owner.objectId,
    answeredAt: null,
    answeredBy: '',
    answeredByObject: '',
    note: '',
    ...changes,
  }
}

export function aCounterparty(changes: Partial<Counterparty> = {}): Counterparty {
  return {
    body: 'College of Policing',
    product: 'the new guidance',
    lastChased: null,
    nextChase: '2021-07-01',
    ...changes,
  }
}

/** A section 55 clock of a report that was published on 11 March 2021. */
export function aClock(changes: Partial<StatutoryClock> = {}): StatutoryClock {
  return {
    ...{ kind: 'section-55', from: '2021-03-11', setTo: null, extensionAskedOn: null, stoppedOn: null },
    ...{ resumedOn: null, respondedOn: null, publishedOn: null, note: '' },
    ...changes,
  }
}

export const move = {
  does: 'move-deadline',
  date: '2021-08-31',
  precision: 'day',
  event: '',
  verb: 'extended-to',
  purpose: '',
  reason: 'Recruitment takes longer.',
  agreedBy: '',
  reportedTo: [],
} as const satisfies Decision
