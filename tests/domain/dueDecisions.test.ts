import type { Decision } from '../../src/domain/decide.ts'
import { currentDeadline, reportedTo } from '../../src/domain/dueLedger.ts'
import type { ExtensionRequest } from '../../src/domain/extensionRequest.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { move, now, refusal, taken } from '../support/decisions.ts'
import { aDueEntry, aRecommendation, owner, secretary } from '../support/register.ts'

const row = aRecommendation()
const empty = aRecommendation({ due: [] })

describe('moving a deadline', () => {
  test('adds to the history of the due date and leaves what stands in it', () => {
    const next = taken(row, { ...move, purpose: 'pending recruitment' }, owner)
    expect(next.due[0]).toBe(row.due[0])
    expect(next.due[1]).toEqual({
      text: 'Extended to 31 August 2021 pending recruitment',
      verb: 'extended-to',
      date: '2021-08-31',
      precision: 'day',
      purpose: 'pending recruitment',
      tags: [],
      change: {
        ...{ at: now, by: owner.name, byObject: owner.objectId, reason: move.reason, event: '' },
        ...{ agreedBy: '', reportedTo: [] },
      },
    })
    expect(next.history[0]).toMatchObject({
      field: 'due',
      from: 'June 2021',
      to: 'Extended to 31 August 2021 pending recruitment',
      why: move.reason,
    })
  })

  test.each(['AMBER', 'RED', 'WHITE'] as const)('leaves %s as it is', (status) => {
    expect(taken({ ...row, status }, move).status).toBe(status)
  })

  test('a month alone means its last day, whichever day of it was given', () => {
    const next = taken(row, { ...move, date: '2021-09-03', precision: 'month' })
    expect(next.due[1]).toMatchObject({
      text: 'Extended to September 2021',
      date: '2021-09-30',
      precision: 'month',
    })
  })

  test('answers a later deadline that was asked for', () => {
    const request: ExtensionRequest = {
      ...{ to: '2021-09-30', reason: 'More time.', askedAt: now },
      ...{ askedBy: owner.name, askedByObject: owner.objectId },
      precision: 'day',
    }
    const next = taken({ ...row, extensionRequest: request }, move)
    expect(next.extensionRequest).toBeNull()
    expect(next.history.map((change) => change.field)).toEqual(['due', 'extension'])
  })

  test.each<[string, Recommendation, Partial<Extract<Decision, { does: 'move-deadline' }>>, string]>([
    ['no reason', row, { reason: ' ' }, 'no-reason'],
    ['today', row, { date: '2021-06-01' }, 'taken'],
    ['yesterday', row, { date: '2021-05-31' }, 'date-in-past'],
    [
      'this month, of which days are left',
      row,
      { date: '2021-06-01', precision: 'month', purpose: 'for review' },
      'taken',
    ],
    ['last month', row, { date: '2021-05-01', precision: 'month' }, 'date-in-past'],
    [
      'the first of an old report, though it has passed',
      empty,
      { date: '2021-03-31', verb: 'none' },
      'taken',
    ],
    ['a second deadline beside an old first', row, { date: '2021-03-31', verb: 'and' }, 'taken'],
    ['the same day again', row, { date: '2021-06-30' }, 'nothing-changed'],
    ['the same day for another purpose', row, { date: '2021-06-30', purpose: 'for the review' }, 'taken'],
    ['a day that does not exist', row, { date: '2021-02-30' }, 'not-a-date'],
    ['a year with five digits', row, { date: '20211-06-30' }, 'not-a-date'],
    ['a slip of the keys', row, { date: '2201-06-30' }, 'date-implausible'],
    ['neither date nor event', row, { date: null }, 'no-date-or-event'],
    ['both date and event', row, { event: 'publication' }, 'date-and-event'],
    ['an event that holds a date', row, { date: null, event: 'publication in June 2022' }, 'date-and-event'],
    ['a purpose that begins with a date', row, { purpose: 'and 30 September 2021' }, 'unclear-purpose'],
    ['a board without a name', row, { reportedTo: [' '] }, 'no-board'],
    ['a board of 60 characters', row, { reportedTo: ['x'.repeat(60)] }, 'taken'],
    ['a board of 61 characters', row, { reportedTo: ['x'.repeat(61)] }, 'too-long'],
    ['a purpose of 500 characters', row, { purpose: 'x'.repeat(500) }, 'taken'],
    ['a purpose of 501 characters', row, { purpose: 'x'.repeat(501) }, 'too-long'],
    ['what is green', { ...row, status: 'GREEN' }, {}, 'reopen-first'],
    ['what is closed', { ...row, status: 'CLOSED' }, {}, 'reopen-first'],
  ])('%s', (_what, before, changes, expected) => {
    expect(refusal(before, { ...move, ...changes })).toBe(expected)
  })

  test('only those who manage the register write down a deadline that has passed already', () => {
    expect(refusal(empty, { ...move, date: '2021-03-31', verb: 'none' }, owner)).toBe('date-in-past')
  })

  test.each([
    ['on the day of publication', '2021-07-01', 'taken'],
    ['the day before publication', '2021-06-30', 'due-before-published'],
  ])('%s', (_what, date, expected) => {
    expect(refusal(empty, { ...move, date }, secretary, { published: '2021-07-01' })).toBe(expected)
  })
})

describe('values that are no dates', () => {
  test.each([
    ['To be set', 'To be set', 'none', ''],
    ['Immediate', 'Immediate', 'none', ''],
    ['No date set by HMICFRS', 'No date set by HMICFRS', 'none', ''],
    [
      'publication of the review',
      'Now pending publication of the review',
      'now',
      'pending publication of the review',
    ],
    ['Awaiting a ruling', 'Now awaiting a ruling', 'now', 'awaiting a ruling'],
  ])('%s', (event, text, verb, purpose) => {
    const next = taken(row, { ...move, date: null, event })
    expect(next.due[1]).toMatchObject({ text, verb, purpose, date: null, precision: null, change: { event } })
    expect(currentDeadline(next.due)).toBeNull()
  })

  test('the same event again is no change', () => {
    const waiting = taken(row, { ...move, date: null, event: 'publication of the review' })
    expect(refusal(waiting, { ...move, date: null, event: 'publication of the review' })).toBe(
      'nothing-changed',
    )
  })
})

describe('a milestone', () => {
  const meet = { does: 'meet-milestone', entry: 0, on: '2021-06-01' } as const

  test('that was met is tagged so, and what it said stays', () => {
    const next = taken(row, meet, owner)
    expect(next.due[0]).toMatchObject({
      text: 'June 2021 [completed]',
      tags: ['completed'],
      date: '2021-06-30',
    })
    expect(next.history[0]).toMatchObject({ field: 'due', from: 'June 2021', why: 'met on 1 June 2021' })
    expect(currentDeadline(next.due)).toBeNull()
  })

  test.each([
    ['is not met tomorrow', row, { ...meet, on: '2021-06-02' }, 'date-in-future'],
    ['is met on a day that exists', row, { ...meet, on: '2021-06-31' }, 'not-a-date'],
    ['is met once', aRecommendation({ due: [aDueEntry({ tags: ['Completed'] })] }), meet, 'already-met'],
    ['is one of the entries', row, { ...meet, entry: 1 }, 'no-such-entry'],
  ])('%s', (_what, before, decision, expected) => {
    expect(refusal(before, decision)).toBe(expected)
  })
})

describe('a board that was told', () => {
  const told = { does: 'report-to-board', entry: 0, board: 'PAB' } as const

  test('stands as a tag at the end of the entry', () => {
    const next = taken(row, told)
    expect(next.due[0]).toMatchObject({ text: 'June 2021 [Reported to PAB]', tags: ['Reported to PAB'] })
    expect(reportedTo(next.due)).toEqual(['PAB'])
  })

  test('is also kept with the change that was made here', () => {
    const moved = taken(row, move)
    const next = taken(moved, { ...told, entry: 1 })
    expect(next.due[1]).toMatchObject({ text: 'Extended to 31 August 2021 [Reported to PAB]' })
    expect(next.due[1]?.change?.reportedTo).toEqual(['PAB'])
  })

  test.each(['Reported to PAB', 'Previously Reported to PAB', 'reported to pab'])(
    'is told once: [%s]',
    (tag) => {
      expect(refusal(aRecommendation({ due: [aDueEntry({ tags: [tag] })] }), told)).toBe('already-reported')
    },
  )

  test('has a name', () => {
    expect(refusal(row, { ...told, board: '[]' })).toBe('taken')
    expect(refusal(row, { ...told, board: '  ' })).toBe('no-board')
    expect(refusal(row, { ...told, entry: 7 })).toBe('no-such-entry')
  })
})
