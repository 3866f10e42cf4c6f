import { applyDecision, type Decision, mayDecide } from '../../src/domain/decide.ts'
import { isTaken } from '../../src/domain/decisionTaken.ts'
import { currentDeadline, timesExtended } from '../../src/domain/dueLedger.ts'
import { postsHeldBy } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Person } from '../../src/domain/roles.ts'
import { aPost, aRecommendation, holderOf, officer, owner, secretary } from '../support/register.ts'

const head: Person = { ...officer, objectId: 'head', name: 'Priya Nair' }
const board: Person = { ...secretary, roles: [] }
const posts = [
  aPost({ headOfUnit: holderOf(head) }),
  aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(board) }),
  aPost({ key: 'other', title: 'Another', holder: holderOf(officer) }),
]

function decide(row: Recommendation, decision: Decision, actor = owner, at = '2021-06-16T09:00:00.000Z') {
  const heldPosts = postsHeldBy(posts, actor.objectId)
  return applyDecision(row, decision, { actor, heldPosts, posts, at, today: '2021-06-16', via: 'card' })
}

const ask = (to: string, reason = 'The supplier is late.'): Decision => ({
  does: 'ask-extension',
  to,
  reason,
})
const answer = (agreed: boolean, reason = ''): Decision => ({ does: 'answer-extension', agreed, reason })

function taken(outcome: ReturnType<typeof decide>): Recommendation {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.next
}
const asked = () => taken(decide(aRecommendation(), ask('2021-09-30')))

describe('asking for a later deadline', () => {
  test('keeps the deadline and says who asked for what, when and why', () => {
    const row = asked()
    expect(currentDeadline(row.due)).toBe('2021-06-30')
    expect(row.extensionRequest).toEqual({
      ...{ to: '2021-09-30', precision: 'day', reason: 'The supplier is late.' },
      ...{ askedAt: '2021-06-16T09:00:00.000Z', askedBy: owner.name, askedByObject: owner.objectId },
    })
    expect(row.history).toMatchObject([
      { field: 'extension', to: 'asked for 30 September 2021', why: 'The supplier is late.', via: 'card' },
    ])
  })

  test.each([
    ['the day after the deadline is taken', '2021-07-01', null],
    ['the deadline itself is refused', '2021-06-30', 'not-later'],
    ['a day gone by is refused', '2021-06-15', 'date-in-past'],
    ['a day that does not exist is refused', '2021-02-30', 'not-a-date'],
    ['a day in another age is refused', '2099-01-01', 'date-implausible'],
  ])('%s', (_what, to, code) => {
    const outcome = decide(aRecommendation(), ask(to))
    expect(outcome.ok ? null : outcome.code).toBe(code)
  })

  test.each<[string, Recommendation, Person, Decision, string]>([
    ['without a reason', aRecommendation(), owner, ask('2021-09-30', ' '), 'no-reason'],
    ['of a row that is not theirs', aRecommendation(), officer, ask('2021-09-30'), 'not-your-item'],
    ['of a settled row', aRecommendation({ status: 'GREEN' }), owner, ask('2021-09-30'), 'reopen-first'],
    ['a second time', asked(), owner, ask('2021-10-31'), 'already-asked'],
  ])('is refused %s', (_what, row, actor, decision, code) => {
    expect(decide(row, decision, actor)).toEqual({ ok: false, code })
  })
})

describe('the answer', () => {
  test('agreed moves the deadline, counts as an extension and names who agreed', () => {
    const row = taken(decide(asked(), answer(true), head))
    expect(currentDeadline(row.due)).toBe('2021-09-30')
    expect(timesExtended(row.due)).toBe(1)
    expect(row.extensionRequest).toBeNull()
    expect(row.due.at(-1)?.change).toMatchObject({
      by: head.name,
      agreedBy: head.name,
      reason: 'The supplier is late.',
    })
    expect(row.history.slice(-2).map(({ field, to }) => [field, to])).toEqual([
      ['due', expect.stringContaining('30 September 2021')],
      ['extension', 'agreed'],
    ])
  })

  test('declined leaves the deadline and keeps the reason', () => {
    const row = taken(decide(asked(), answer(false, 'It has slipped twice.'), board))
    expect(currentDeadline(row.due)).toBe('2021-06-30')
    expect(row.extensionRequest).toBeNull()
    expect(row.history.at(-1)).toMatchObject({
      field: 'extension',
      to: 'declined',
      why: 'It has slipped twice.',
    })
  })

  test.each<[string, Person, Decision, string | null]>([
    ['the head of the unit may', head, answer(true), null],
    ['the board secretary may', board, answer(true), null],
    ['whoever manages the register may', { ...officer, roles: ['Administrator'] }, answer(true), null],
    ['the one who asked may not', owner, answer(true), 'own-request'],
    ['the holder of another post may not', officer, answer(true), 'not-the-second-person'],
    ['nobody may decline without a reason', head, answer(false), 'no-reason'],
  ])('%s', (_what, actor, decision, code) => {
    const outcome = decide(asked(), decision, actor)
    expect(outcome.ok ? null : outcome.code).toBe(code)
  })

  test('there is none where nothing was asked', () => {
    expect(decide(aRecommendation(), answer(true), head)).toEqual({ ok: false, code: 'not-asked' })
  })

  test('a press that was delivered twice is known as the same', () => {
    const decided = taken(decide(asked(), answer(true), head))
    expect(isTaken(asked(), ask('2021-09-30'), owner.objectId)).toBe(true)
    expect(isTaken(decided, answer(true), head.objectId)).toBe(true)
    expect(isTaken(decided, answer(false), head.objectId)).toBe(false)
  })

  test('what may not be done is said before anything is typed', () => {
    const context = { actor: owner, heldPosts: ['crime-dci'], posts, today: '2021-06-16' }
    expect(mayDecide(aRecommendation(), 'ask-extension', context)).toBeNull()
    expect(mayDecide(asked(), 'ask-extension', context)).toBe('already-asked')
  })
})
