import { type SignOff, undecided } from '../../../src/domain/decisions.ts'
import type { Recommendation } from '../../../src/domain/recommendation.ts'
import { sortMyWork } from '../../../src/tab/features/mywork/sortMyWork.ts'
import { nextVisits } from '../../../src/tab/features/mywork/useLastVisit.ts'
import { waitingForMe } from '../../../src/tab/features/mywork/waitingForMe.ts'
import { aPost, aRecommendation, holderOf, officer, owner, secretary } from '../../support/register.ts'

const today = '2021-06-01'
const stored = (value: Recommendation) => ({ id: value.number, etag: '1', value })
const asked: SignOff = {
  ...{
    state: 'asked',
    askedAt: '2021-05-30T09:00:00.000Z',
    askedBy: owner.name,
    askedByObject: owner.objectId,
  },
  ...{ answeredAt: null, answeredBy: '', answeredByObject: '', note: '' },
}
const signOff = stored(aRecommendation({ signOff: asked }))
const answers = (me: typeof owner, posts = [aPost()]) =>
  waitingForMe([signOff], posts, me, { today, since: null }).answers.map(({ says }) => says)

describe('a sign-off', () => {
  test('waits for the secretary and for the head of the unit', () => {
    expect(answers(secretary)).toEqual(['Daniel Okafor asks for your sign-off'])
    expect(answers(officer, [aPost({ headOfUnit: holderOf(officer) })])).toHaveLength(1)
  })

  test('waits neither for the one who asked nor for somebody with another post', () => {
    expect(answers(owner, [aPost({ headOfUnit: holderOf(owner) })])).toEqual([])
    expect(answers(officer, [aPost(), aPost({ key: 'other', holder: holderOf(officer) })])).toEqual([])
  })
})

test.each([
  ['overdue', '2021-05-01', true],
  ['within seven days', '2021-06-08', true],
  ['on the eighth day', '2021-06-09', false],
  ['never set', null, true],
])('a chase that is %s is mine to make: %s', (_words, nextChase, mine) => {
  const counterparty = { body: 'NPCC', product: '', lastChased: null, nextChase }
  const row = stored(aRecommendation({ ...undecided, status: 'WHITE', counterparty }))
  expect(waitingForMe([row], [aPost()], owner, { today, since: null }).chases).toHaveLength(mine ? 1 : 0)
})

test('nobody chases for a row that does not apply to the force', () => {
  const row = stored(aRecommendation({ status: 'WHITE', applies: 'no' }))
  expect(waitingForMe([row], [aPost()], owner, { today, since: null }).chases).toEqual([])
})

test('what others changed since my last visit is told, what I changed or what is older is not', () => {
  const change = (at: string, byObject: string) =>
    ({ at, by: 'Somebody', byObject, field: 'progress', from: '', to: 'x', via: 'tab' }) as const
  const rows = [
    stored(aRecommendation({ number: '1', history: [change('2021-05-30T10:00:00.001Z', 'other')] })),
    stored(aRecommendation({ number: '2', history: [change('2021-05-30T10:00:00.000Z', 'other')] })),
    stored(aRecommendation({ number: '3', history: [change('2021-05-31T10:00:00.000Z', owner.objectId)] })),
  ]
  const told = (since: string | null) =>
    waitingForMe(rows, [aPost()], owner, { today, since }).changed.map(({ row }) => row.id)
  expect(told('2021-05-30T10:00:00.000Z')).toEqual(['1'])
  expect(told(null)).toEqual([])
})

test('the head of a unit sees to its vacant posts, until somebody deputises', () => {
  const vacant = aPost({ holder: null, headOfUnit: holderOf(officer) })
  const work = (post: typeof vacant) =>
    sortMyWork([stored(aRecommendation())], [post], officer.objectId, today).soon.length
  expect(work(vacant)).toBe(1)
  expect(work({ ...vacant, deputy: holderOf(owner) })).toBe(0)
})

describe('a visit', () => {
  const kept = { before: '2021-05-01T09:00:00.000Z', latest: '2021-06-01T09:00:00.000Z' }

  test('goes on after a reload within half an hour', () => {
    expect(nextVisits(kept, '2021-06-01T09:29:59.000Z').before).toBe(kept.before)
  })

  test('is a new one after that', () => {
    expect(nextVisits(kept, '2021-06-01T09:30:00.000Z').before).toBe(kept.latest)
  })

  test('that is the first has none before it', () => {
    expect(nextVisits(null, '2021-06-01T09:00:00.000Z').before).toBeNull()
  })
})
