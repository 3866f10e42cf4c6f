import type { Post } from '../../src/domain/post.ts'
import type { Recommendation, Status } from '../../src/domain/recommendation.ts'
import { defaultReminderPolicy, planReminders, reminderHorizon } from '../../src/domain/reminders.ts'
import { aDueEntry, aPost, aRecommendation, holderOf, officer, owner } from '../support/register.ts'

const dueOn = (date: string, changes: Partial<Recommendation> = {}) =>
  aRecommendation({ due: [aDueEntry({ date, precision: 'day' })], ...changes })

function plan(row: Recommendation, today: string, posts: readonly Post[] = [aPost()], known: string[] = []) {
  return planReminders([{ id: '1', value: row }], posts, new Set(known), defaultReminderPolicy, today)
}

const told = (row: Recommendation, today: string) => plan(row, today).recipients.length === 1

describe('when a reminder is due', () => {
  test.each([
    ['reminds on the fourteenth day before', '2021-06-16', true],
    ['stays silent on the fifteenth', '2021-06-15', false],
    ['reminds on the day itself', '2021-06-30', true],
    ['reminds the day after', '2021-07-01', true],
    ['reminds two years late', '2023-06-30', true],
  ])('%s', (_what, today, expected) => {
    expect(told(dueOn('2021-06-30'), today)).toBe(expected)
  })

  test.each([
    ['reminds on the fourteenth day before the last of the month', '2021-06-16', true],
    ['stays silent on the fifteenth before the last of the month', '2021-06-15', false],
  ])('a month alone means its last day: %s', (_what, today, expected) => {
    expect(told(aRecommendation(), today)).toBe(expected)
  })

  test.each([
    ['the last day on time is due today', '2021-06-30', 'due-soon', 0],
    ['the first day late is overdue', '2021-07-01', 'overdue', -1],
  ])('%s', (_what, today, rule, daysLeft) => {
    const line = plan(dueOn('2021-06-30'), today).recipients[0]?.lines[0]
    expect([line?.rule, line?.daysLeft]).toEqual([rule, daysLeft])
  })

  test('looks no further ahead than it reminds', () => {
    expect(reminderHorizon('2021-06-16', defaultReminderPolicy)).toBe('2021-06-30')
  })
})

describe('which rows remind', () => {
  test.each<[Status, boolean]>([
    ['AMBER', true],
    ['RED', true],
    ['WHITE', false],
    ['NEW GREEN', false],
    ['GREEN', false],
    ['CLOSED', false],
  ])('%s: %s', (status, expected) => {
    expect(told(dueOn('2021-06-30', { status }), '2021-06-30')).toBe(expected)
  })

  test('no deadline, no reminder', () => {
    expect(told(aRecommendation({ due: [] }), '2021-06-30')).toBe(false)
  })

  test('a deadline that was moved away stays silent until its own time', () => {
    const moved = dueOn('2021-06-30')
    const next = {
      ...moved,
      due: [...moved.due, aDueEntry({ date: '2021-12-31', verb: 'extended-to' as const })],
    }
    expect(told(next, '2021-06-30')).toBe(false)
  })
})

describe('who is told', () => {
  test('the holder of the owning post, with the reason', () => {
    const [recipient] = plan(dueOn('2021-06-30'), '2021-06-16').recipients
    expect(recipient?.person.name).toBe(owner.name)
    expect(recipient?.lines[0]?.reason).toBe(
      'Daniel Okafor holds the post T/DCI Crime, which owns this row; it is due on 30 June 2021.',
    )
  })

  test('the deputy while the post is vacant', () => {
    const posts = [aPost({ holder: null, deputy: holderOf(officer) })]
    expect(plan(dueOn('2021-06-30'), '2021-06-16', posts).recipients[0]?.person.name).toBe(officer.name)
  })

  test.each([
    ['a vacant post without a deputy', [aPost({ holder: null })], 'crime-dci', 'vacant-post'],
    ['a post that is not in the list', [], 'crime-dci', 'unknown-post'],
    ['no post at all', [aPost()], null, 'no-owner'],
  ])('nobody for %s, and the report says so', (_what, posts, ownerPost, code) => {
    const result = plan(dueOn('2021-06-30', { ownerPost }), '2021-06-16', posts)
    expect(result.recipients).toEqual([])
    expect(result.unaddressed.map((row) => row.code)).toEqual([code])
  })
})

describe('the ledger key', () => {
  const key = 'hate-crime-2018-07/8|due-soon|2021-06-30|00000000-0000-4000-8000-000000000002'

  test('tells a person of a deadline once', () => {
    const result = plan(dueOn('2021-06-30'), '2021-06-16', [aPost()], [key])
    expect(result.recipients).toEqual([])
    expect(result.alreadySent.map((sent) => sent.ledgerKey)).toEqual([key])
  })

  test.each([
    ['a new deadline', dueOn('2021-06-29'), '2021-06-16', [aPost()]],
    ['the row being overdue', dueOn('2021-06-30'), '2021-07-01', [aPost()]],
    ['a new holder of the post', dueOn('2021-06-30'), '2021-06-16', [aPost({ holder: holderOf(officer) })]],
  ])('%s is something new to tell', (_what, row, today, posts) => {
    expect(plan(row, today, posts, [key]).recipients).toHaveLength(1)
  })
})
