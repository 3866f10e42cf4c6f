import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { LedgerMark } from '../../src/domain/reminderLines.ts'
import { sayLapsed, sayReason } from '../../src/domain/reminderReasons.ts'
import { aPost, aRecommendation, aReport, holderOf, officer, owner, secretary } from '../support/register.ts'
import {
  aClock,
  dueOn,
  type Given,
  head,
  linesOf,
  plan,
  said,
  secretaryPost,
  sent,
} from '../support/reminderPlans.ts'

describe('duties that the law sets', () => {
  const reports = [aReport({ clocks: [aClock()] })]
  const tell = (today: string) =>
    linesOf(plan([], today, { reports })).map((line) => `${line.daysLeft} ${line.key}`)

  test.each([
    [
      'the last working day before the last day',
      '2021-05-04',
      '1 hate-crime-2018-07|statutory-section-55-before-1',
    ],
    ['the last day, which is the 56th', '2021-05-05', '0 hate-crime-2018-07|statutory-section-55-on-the-day'],
    ['the day after, when it is late', '2021-05-06', '-1 hate-crime-2018-07|statutory-section-55-overdue'],
  ])('%s', (_what, today, expected) => {
    expect(tell(today)).toEqual([`${expected}|2021-05-05|${secretary.objectId}`])
  })

  test('an answered one is silent', () => {
    const answered = [aReport({ clocks: [{ ...aClock(), respondedOn: '2021-05-04' }] })]
    expect(plan([], '2021-05-05', { reports: answered }).messages).toEqual([])
  })

  test('is said in words', () => {
    const [line] = linesOf(plan([], '2021-05-05', { reports }))
    expect(line && sayReason(line)).toBe(
      'Helen Carver holds the post Board Secretary, which answers for this duty; the comments under section 55 of the Police Act 1996 must be published or sent today, 5 May 2021.',
    )
  })
})

describe('decisions that are awaited', () => {
  const extensionRequest = {
    ...{ to: '2021-09-30', precision: 'day' as const, reason: 'The supplier is late.' },
    ...{ askedAt: '2021-06-14T09:00:00.000Z', askedBy: owner.name, askedByObject: owner.objectId },
  }
  const row = aRecommendation({ due: [], extensionRequest })

  test('go to the board secretary on a card of their own', () => {
    const [message] = plan(row, '2021-06-14').messages
    expect([message?.kind, message?.person.name]).toEqual(['decision', 'Helen Carver'])
  })

  test('come round every five working days until they are taken', () => {
    const ledger = sent(plan(row, '2021-06-14'), '2021-06-14')
    expect(plan(row, '2021-06-18', { ledger }).messages).toEqual([])
    expect(said(plan(row, '2021-06-21', { ledger }))).toEqual(['Helen Carver: extension-waiting'])
  })

  test('go to the head of unit when the secretary is the one who asked', () => {
    const asked = { ...extensionRequest, askedBy: secretary.name, askedByObject: secretary.objectId }
    const posts = [aPost({ headOfUnit: head }), secretaryPost]
    expect(said(plan({ ...row, extensionRequest: asked }, '2021-06-14', { posts }))).toEqual([
      'Hannah Head: extension-waiting',
    ])
  })

  test('a sign-off waits for the secretary, and evidence that is missing for the owner', () => {
    const signOff = {
      ...{
        state: 'asked' as const,
        askedAt: '2021-06-14T09:00:00.000Z',
        askedBy: owner.name,
        askedByObject: owner.objectId,
      },
      ...{ answeredAt: null, answeredBy: '', answeredByObject: '', note: '' },
    }
    expect(said(plan(aRecommendation({ due: [], signOff }), '2021-06-15')).sort()).toEqual([
      'Daniel Okafor: evidence-missing',
      'Helen Carver: sign-off-waiting',
    ])
  })
})

describe('the ladder', () => {
  const deputy = holderOf(officer)
  const posts = [aPost({ deputy, headOfUnit: head }), secretaryPost]
  const row = dueOn('2021-06-30')
  const onTheDay = sent(plan(row, '2021-06-30', { posts }), '2021-06-30')
  const goneUp = (today: string, given: Given = {}, of: Recommendation = row) =>
    said(plan(of, today, { posts, ledger: onTheDay, ...given })).filter((line) => line.includes('escalated'))

  test.each([
    ['two working days without an answer', '2021-07-02', []],
    ['three: the deputy', '2021-07-05', ['Amira Hassan: escalated-deputy']],
    [
      'five: the head of unit as well',
      '2021-07-07',
      ['Amira Hassan: escalated-deputy', 'Hannah Head: escalated-head-of-unit'],
    ],
    [
      'nine: not yet the secretary',
      '2021-07-13',
      ['Amira Hassan: escalated-deputy', 'Hannah Head: escalated-head-of-unit'],
    ],
  ])('%s', (_what, today, expected) => {
    expect(goneUp(today)).toEqual(expected)
  })

  test('counts from the day that the card was made for, not from an earlier one on which it was sent', () => {
    const ledger = onTheDay.map((mark) => ({ ...mark, sentAt: '2021-06-01T08:00:00.000Z' }))
    expect(goneUp('2021-07-02', { ledger })).toEqual([])
  })

  test('ten: the board secretary', () => {
    expect(goneUp('2021-07-14')).toContain('Helen Carver: escalated-secretary')
  })

  test('says why', () => {
    const line = linesOf(plan(row, '2021-07-05', { posts, ledger: onTheDay })).find(
      ({ rule }) => rule === 'escalated-deputy',
    )
    expect(line && sayReason(line)).toBe(
      'Amira Hassan deputises for the post T/DCI Crime, which owns this row, and Daniel Okafor has not answered; it was due on 30 June 2021, and after 3 working days without an answer it goes up.',
    )
  })

  test('an answer ends the silence: a change of the row', () => {
    const change = {
      ...{ at: '2021-07-01T09:00:00.000Z', by: owner.name, byObject: owner.objectId },
      ...{ field: 'progress' as const, from: '', to: 'Done soon.', via: 'card' as const },
    }
    expect(goneUp('2021-07-14', {}, { ...row, history: [change] })).toEqual([])
  })

  test('an answer ends the silence: an acknowledgement on the card', () => {
    const ledger = onTheDay.map((mark) => ({ ...mark, acknowledgedAt: '2021-06-30T10:00:00.000Z' }))
    expect(goneUp('2021-07-14', { ledger })).toEqual([])
  })

  test('a paper that is read in is nobody’s answer', () => {
    const change = {
      ...{ at: '2021-07-01T09:00:00.000Z', by: 'Paper', byObject: 'import' },
      ...{ field: 'import' as const, from: '', to: '', via: 'import' as const },
    }
    expect(goneUp('2021-07-05', {}, { ...row, history: [change] })).toHaveLength(1)
  })

  test('a reminder well ahead of the deadline may be left unanswered', () => {
    const ledger = sent(plan(row, '2021-06-16', { posts }), '2021-06-16')
    expect(goneUp('2021-06-28', { ledger })).toEqual([])
  })

  test('whoever puts reminders off does not hold up the ladder', () => {
    const preferences = new Map([
      [owner.objectId, { how: 'daily' as const, weekday: 1, snoozeUntil: '2099-01-01' }],
    ])
    expect(goneUp('2021-07-05', { ledger: [], policies: { preferences } })).toEqual([
      'Amira Hassan: escalated-deputy',
    ])
  })

  test('somebody who cannot be reached: the next on the ladder at once', () => {
    const ledger = sent(plan(row, '2021-06-16', { posts }), '2021-06-16', {
      state: 'unreachable',
      sentAt: null,
    })
    const result = plan(row, '2021-06-16', { posts, ledger })
    expect(said(result)).toEqual(['Daniel Okafor: before-14', 'Amira Hassan: before-14'])
    expect(linesOf(result)[1]?.reason).toMatchObject({ because: 'unreachable', other: 'Daniel Okafor' })
  })
})

describe('what was begun and is not due any more', () => {
  const begun = (changes: Partial<LedgerMark> = {}) =>
    sent(plan(dueOn('2021-06-30'), '2021-06-16'), '2021-06-16', { state: 'failed', sentAt: null, ...changes })
  const lapsed = (rows: readonly Recommendation[], today: string, given: Given = {}) =>
    plan(rows, today, { ledger: begun(), ...given }).lapsed.map(({ code }) => code)

  test.each<[string, readonly Recommendation[], string, Given, string[]]>([
    ['still due', [dueOn('2021-06-30')], '2021-06-17', {}, []],
    ['the row is closed', [], '2021-06-17', {}, ['not-due']],
    ['the deadline was moved', [dueOn('2021-07-02')], '2021-06-17', {}, ['deadline-moved']],
    ['a more urgent reminder', [dueOn('2021-06-30')], '2021-06-21', {}, ['later-reminder']],
    [
      'another holder',
      [dueOn('2021-06-30')],
      '2021-06-17',
      { posts: [aPost({ holder: holderOf(officer) })] },
      ['handed-over'],
    ],
  ])('%s', (_what, rows, today, given, expected) => {
    expect(lapsed(rows, today, given)).toEqual(expected)
  })

  test('what was sent stays sent', () => {
    expect(lapsed([], '2021-06-17', { ledger: begun({ state: 'sent' }) })).toEqual([])
  })

  test('every reason is a sentence', () => {
    for (const code of ['not-due', 'deadline-moved', 'handed-over', 'later-reminder'] as const)
      expect(sayLapsed({ code })).toMatch(/^[A-Z].*\.$/)
  })
})
