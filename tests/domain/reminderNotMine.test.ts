import { sayReason } from '../../src/domain/reminderReasons.ts'
import { aPost, holderOf, officer } from '../support/register.ts'
import { dueOn, linesOf, plan, said, sent } from '../support/reminderPlans.ts'

const posts = [aPost({ deputy: holderOf(officer) })]
const row = dueOn('2021-06-30')
const denied = () =>
  sent(plan(row, '2021-06-10', { posts }), '2021-06-10', { notMineAt: '2021-06-10T10:00:00.000Z' })

describe('somebody who says that a row is not theirs', () => {
  test('is still reminded as its owner, and the next on the ladder is told at once', () => {
    const result = plan(row, '2021-06-21', { posts, ledger: denied() })
    expect(said(result)).toEqual(['Daniel Okafor: before-7', 'Amira Hassan: before-7'])
    const up = linesOf(result)[1]
    expect(up?.reason).toMatchObject({ because: 'not-mine', other: 'Daniel Okafor' })
    expect(up && sayReason(up)).toContain('Daniel Okafor says that it is not theirs')
  })

  test('is taken at their word until somebody decides about the owner, and no longer', () => {
    const decided = {
      ...{ at: '2021-06-11T09:00:00.000Z', by: 'Helen Carver', byObject: 'helen', via: 'tab' as const },
      ...{ field: 'owner' as const, from: 'Head of Custody', to: 'T/DCI Crime' },
    }
    const later = { ...row, history: [...row.history, decided] }
    const result = plan(later, '2021-06-21', { posts, ledger: denied() })
    expect(said(result)).toEqual(['Daniel Okafor: before-7'])
  })
})
