import type { Post } from '../../src/domain/post.ts'
import type { Status } from '../../src/domain/recommendation.ts'
import { defaultPolicies } from '../../src/domain/reminderPolicy.ts'
import { reminderHorizon } from '../../src/domain/reminderReach.ts'
import { sayHeld, sayReason } from '../../src/domain/reminderReasons.ts'
import { publishedDaysOff } from '../../src/domain/workingDays.ts'
import { aDueEntry, aPost, aRecommendation, aReport, holderOf, officer, owner } from '../support/register.ts'
import {
  aClock,
  dueOn,
  head,
  held,
  linesOf,
  plan,
  said,
  secretaryPost,
  sent,
} from '../support/reminderPlans.ts'

describe('when a reminder is due', () => {
  test.each([
    ['on the thirtieth working day before', '2021-05-18', 'before-30'],
    ['on the fourteenth working day before', '2021-06-10', 'before-14'],
    ['on the seventh working day before', '2021-06-21', 'before-7'],
    ['on the last working day before', '2021-06-29', 'before-1'],
    ['on the day itself', '2021-06-30', 'on-the-day'],
    ['the day after', '2021-07-01', 'overdue'],
    ['two years late', '2023-06-30', 'overdue'],
  ])('reminds %s', (_what, today, rule) => {
    expect(linesOf(plan(dueOn('2021-06-30'), today)).map((line) => line.rule)).toEqual([rule])
  })

  test('stays silent on the thirty-first working day before', () => {
    expect(plan(dueOn('2021-06-30'), '2021-05-17').messages).toEqual([])
  })

  test('a month alone means its last day', () => {
    expect(linesOf(plan(aRecommendation(), '2021-06-30')).map((line) => line.rule)).toEqual(['on-the-day'])
  })

  test.each([
    ['the sixth day late is still the first week', '2021-07-07', 1],
    ['the eighth day late is the second', '2021-07-08', 2],
  ])('overdue comes round every week: %s', (_what, today, occurrence) => {
    expect(linesOf(plan(dueOn('2021-06-30'), today))[0]?.occurrence).toBe(occurrence)
  })

  test('of what was missed while nothing ran only the most urgent goes out', () => {
    expect(said(plan(dueOn('2021-06-30'), '2021-06-28'))).toEqual(['Daniel Okafor: before-7'])
  })

  test('looks as far ahead as any policy reminds, in working days', () => {
    expect(reminderHorizon('2021-06-16', defaultPolicies, publishedDaysOff)).toBe('2021-07-28')
    const rows = new Map([['a/1', { offsets: [60] }]])
    expect(reminderHorizon('2021-06-16', { ...defaultPolicies, rows }, publishedDaysOff)).toBe('2021-09-09')
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
    expect(plan(dueOn('2021-06-30', { status }), '2021-06-30').messages.length > 0).toBe(expected)
  })

  test('no deadline, no reminder', () => {
    expect(plan(aRecommendation({ due: [] }), '2021-06-30').messages).toEqual([])
  })

  test.each([
    ['on the day of the next chase', '2021-06-21', ['Daniel Okafor: white-chase']],
    ['not before it', '2021-06-18', []],
  ])('WHITE is chased %s', (_what, today, expected) => {
    const counterparty = { body: 'College', product: 'Guidance', lastChased: null, nextChase: '2021-06-21' }
    expect(said(plan(aRecommendation({ status: 'WHITE', counterparty }), today))).toEqual(expected)
  })

  test('WHITE without an owner is chased by the board secretary', () => {
    const counterparty = { body: 'College', product: 'Guidance', lastChased: null, nextChase: '2021-06-21' }
    const row = aRecommendation({ status: 'WHITE', counterparty, ownerPost: null })
    expect(said(plan(row, '2021-06-21'))).toEqual(['Helen Carver: white-chase'])
  })
})

describe('policies at three levels', () => {
  const row = dueOn('2021-06-30')
  const force = { ...defaultPolicies.force, offsets: [20] }
  const reports = new Map([[row.reportKey, { offsets: [10] }]])
  const rows = new Map([[row.key, { offsets: [5] }]])

  test.each([
    ['the force’s', { force }, 'before-20'],
    ['the report’s before the force’s', { force, reports }, 'before-10'],
    ['the row’s before both', { force, reports, rows }, 'before-5'],
  ])('%s', (_what, policies, rule) => {
    expect(linesOf(plan(row, '2021-06-29', { policies }))[0]?.rule).toBe(rule)
  })

  test('what a row does not say is as the report and the force have it', () => {
    const policies = { rows: new Map([[row.key, { overdueEvery: 1 }]]) }
    expect(linesOf(plan(row, '2021-06-21', { policies }))[0]?.rule).toBe('before-7')
    expect(linesOf(plan(row, '2021-07-02', { policies }))[0]?.occurrence).toBe(2)
  })

  test('a policy that says nothing once it is overdue says nothing', () => {
    const policies = { force: { ...defaultPolicies.force, overdueEvery: null, onTheDay: false, offsets: [] } }
    expect(plan(row, '2021-07-15', { policies }).messages).toEqual([])
  })
})

describe('who is told', () => {
  const deputy = holderOf(officer)

  test('the holder of the owning post, with the reason', () => {
    const [line] = linesOf(plan(dueOn('2021-06-30'), '2021-06-16'))
    expect(line && sayReason(line)).toBe(
      'Daniel Okafor holds the post T/DCI Crime, which owns this row; it is due on 30 June 2021, and 14 working days before is when a reminder goes out.',
    )
  })

  test.each<[string, Partial<Post>, string[]]>([
    ['the deputy while the post is vacant', { holder: null, deputy }, ['Amira Hassan: before-14']],
    [
      'the head of unit when there is no deputy either',
      { holder: null, headOfUnit: head },
      ['Hannah Head: before-14'],
    ],
    ['the board secretary when there is nobody at all', { holder: null }, ['Helen Carver: before-14']],
  ])('%s', (_what, changes, expected) => {
    expect(said(plan(dueOn('2021-06-30'), '2021-06-16', { posts: [aPost(changes), secretaryPost] }))).toEqual(
      expected,
    )
  })

  test.each([
    ['a vacant post with nobody above it', [aPost({ holder: null })], 'crime-dci', 'vacant-post'],
    ['a post that is not in the list', [], 'crime-dci', 'unknown-post'],
    ['no post at all', [aPost()], null, 'no-owner'],
  ])('nobody for %s, and the report says so', (_what, posts, ownerPost, code) => {
    const result = plan(dueOn('2021-06-30', { ownerPost }), '2021-06-16', { posts })
    expect(result.messages).toEqual([])
    expect(result.unaddressed.map((row) => row.code)).toEqual([code])
  })

  test('one digest for a person, the most urgent first', () => {
    const rows = [dueOn('2021-06-30', { number: '9' }), dueOn('2021-06-01', { number: '8' })]
    const { messages } = plan(rows, '2021-06-16')
    expect(messages).toHaveLength(1)
    expect(messages[0]?.digest.map((line) => line.rule)).toEqual(['overdue', 'before-14'])
  })
})

describe('the ledger key', () => {
  const first = plan(dueOn('2021-06-30'), '2021-06-16')
  const ledger = sent(first, '2021-06-15')

  test('is row, rule, version of the deadline and person', () => {
    expect(linesOf(first).map(({ key }) => key)).toEqual([
      `hate-crime-2018-07/8|before-14|2021-06-30|${owner.objectId}`,
    ])
  })

  test('tells a person of a deadline once', () => {
    const result = plan(dueOn('2021-06-30'), '2021-06-16', { ledger })
    expect([result.messages, held(result)]).toEqual([[], ['already-sent']])
  })

  const moved = dueOn('2021-06-30')
  test.each([
    ['a new deadline', dueOn('2021-06-29'), '2021-06-16', undefined],
    ['the row being overdue', dueOn('2021-06-30'), '2021-07-01', undefined],
    ['a new holder of the post', dueOn('2021-06-30'), '2021-06-16', [aPost({ holder: holderOf(officer) })]],
    [
      'a deadline that was moved away and back',
      {
        ...moved,
        due: [
          ...moved.due,
          aDueEntry({ date: '2021-12-31', verb: 'extended-to' as const }),
          aDueEntry({ date: '2021-06-30', verb: 'now' as const }),
        ],
      },
      '2021-06-16',
      undefined,
    ],
  ])('%s is something new to tell', (_what, row, today, posts) => {
    expect(linesOf(plan(row, today, { ledger, ...(posts && { posts }) }))).toHaveLength(1)
  })
})

describe('days and hours', () => {
  test.each([
    ['a Saturday', '2021-06-19', 'weekend'],
    ['a bank holiday', '2021-05-31', 'bank-holiday'],
  ])('nothing goes out on %s, and it goes out on the next working day', (_what, today, code) => {
    const row = dueOn('2021-06-21')
    const result = plan(row, today)
    expect([result.messages, held(result)]).toEqual([[], [code]])
    expect(plan(row, today === '2021-06-19' ? '2021-06-21' : '2021-06-01').messages).toHaveLength(1)
  })

  test('a deadline on a Sunday is told as overdue on Monday', () => {
    expect(said(plan(dueOn('2021-06-20'), '2021-06-21'))).toEqual(['Daniel Okafor: overdue'])
  })

  test.each([
    ['06:59', ['quiet-hours']],
    ['07:00', []],
    ['18:59', []],
    ['19:00', ['quiet-hours']],
    [null, []],
  ])('at %s', (time, expected) => {
    expect(held(plan(dueOn('2021-06-30'), '2021-06-16', { time }))).toEqual(expected)
  })
})

describe('what a person wishes', () => {
  const wish = (value: object) => ({
    policies: {
      preferences: new Map([
        [owner.objectId, { how: 'daily' as const, weekday: 1, snoozeUntil: null, ...value }],
      ]),
    },
  })
  const row = dueOn('2021-06-30')

  test.each([
    ['put off until tomorrow', { snoozeUntil: '2021-06-17' }, '2021-06-16', ['snoozed']],
    ['put off until today', { snoozeUntil: '2021-06-16' }, '2021-06-16', []],
    ['a digest on Wednesdays, and it is Wednesday', { how: 'weekly', weekday: 3 }, '2021-06-16', []],
    [
      'a digest on Thursdays, and it is Wednesday',
      { how: 'weekly', weekday: 4 },
      '2021-06-16',
      ['weekly-digest'],
    ],
    ['a digest on Mondays, which is a bank holiday: Tuesday', { how: 'weekly' }, '2021-06-01', []],
  ])('%s', (_what, value, today, expected) => {
    expect(held(plan(row, today, wish(value)))).toEqual(expected)
  })

  test('a second digest of the day waits for the next, except for those who want everything at once', () => {
    const ledger = sent(plan(dueOn('2021-06-30', { number: '9' }), '2021-06-16'), '2021-06-16')
    expect(held(plan(row, '2021-06-16', { ledger }))).toEqual(['one-digest-a-day'])
    expect(held(plan(row, '2021-06-16', { ledger, ...wish({ how: 'at-once' }) }))).toEqual([])
  })

  test('nobody can silence a duty that the law sets', () => {
    const report = aReport({ clocks: [aClock()] })
    const given = { posts: [aPost({ key: 'board-secretary', title: 'Board Secretary' })], reports: [report] }
    expect(said(plan([], '2021-05-05', { ...given, ...wish({ snoozeUntil: '2099-01-01' }) }))).toEqual([
      'Daniel Okafor: statutory',
    ])
  })

  test('every reason why something waits is a sentence', () => {
    for (const code of ['already-sent', 'weekend', 'snoozed', 'one-digest-a-day'] as const)
      expect(sayHeld({ code })).toMatch(/^[A-Z].*\.$/)
  })
})
