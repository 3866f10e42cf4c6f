import fc from 'fast-check'
import { addDays, daysBetween } from '../../src/domain/calendarDays.ts'
import {
  type ClockState,
  clockRefusal,
  lastDayOf,
  publicationDueBy,
  type StatutoryClock,
  stateOf,
} from '../../src/domain/statutoryClock.ts'
import { aClock } from '../support/decisions.ts'

describe('the last day of 56 days beginning with the day', () => {
  test.each([
    ['11 March 2021', '2021-03-11', '2021-05-05'],
    ['17 December 2020, over the new year', '2020-12-17', '2021-02-10'],
    ['8 December 2020', '2020-12-08', '2021-02-01'],
    ['1 January of a leap year, over 29 February', '2020-01-01', '2020-02-25'],
    ['a day before the clocks change', '2021-03-27', '2021-05-21'],
  ])('%s', (_what, from, last) => {
    expect(lastDayOf(aClock({ from }))).toBe(last)
  })

  test.each(['section-55', 'paragraph-28B', 'coroner'] as const)('is the same for %s', (kind) => {
    expect(lastDayOf(aClock({ kind, from: '2021-03-11' }))).toBe('2021-05-05')
  })

  test('a super-complaint has the day that its report sets, and none before', () => {
    expect(lastDayOf(aClock({ kind: 'super-complaint' }))).toBeNull()
    expect(lastDayOf(aClock({ kind: 'super-complaint', setTo: '2021-06-16' }))).toBe('2021-06-16')
  })

  test('counts 56 days, the first and the last among them, from any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const from = addDays('2000-01-01', offset)
        expect(daysBetween(from, lastDayOf(aClock({ from })) ?? '') + 1).toBe(56)
      }),
    )
  })
})

describe('an extension and a stopped clock', () => {
  test('a granted extension sets the last day', () => {
    expect(lastDayOf(aClock({ setTo: '2021-06-30', extensionAskedOn: '2021-05-01' }))).toBe('2021-06-30')
  })

  test.each([
    ['stopped and run again on the same day, no day is added', '2021-04-01', '2021-04-01', '2021-05-05'],
    ['stopped for one day, one day is added', '2021-04-01', '2021-04-02', '2021-05-06'],
    ['stopped for thirty days, thirty are added', '2021-04-01', '2021-05-01', '2021-06-04'],
    ['stopped on its last day, the days after count as well', '2021-05-05', '2021-05-10', '2021-05-10'],
    ['stopped after it had run out, it stays run out', '2021-05-06', '2021-05-10', '2021-05-05'],
  ])('%s', (_rule, stoppedOn, resumedOn, last) => {
    expect(lastDayOf(aClock({ stoppedOn, resumedOn }))).toBe(last)
  })

  test('has no last day while it stands still', () => {
    expect(lastDayOf(aClock({ stoppedOn: '2021-04-01' }))).toBeNull()
  })

  test('has one still when it was stopped too late', () => {
    expect(lastDayOf(aClock({ stoppedOn: '2021-05-06' }))).toBe('2021-05-05')
  })
})

describe('how a clock that runs to 5 May 2021 stands', () => {
  test.each<[string, Partial<StatutoryClock>, string, ClockState]>([
    ['on its first day', {}, '2021-03-11', { state: 'running', daysLeft: 55 }],
    ['on the day before the last', {}, '2021-05-04', { state: 'running', daysLeft: 1 }],
    ['on the last day', {}, '2021-05-05', { state: 'due-today' }],
    ['on the day after', {}, '2021-05-06', { state: 'missed', days: 1 }],
    [
      'answered on the last day',
      { respondedOn: '2021-05-05' },
      '2021-05-20',
      { state: 'answered-in-time', daysLeft: 0 },
    ],
    [
      'answered on the day after',
      { respondedOn: '2021-05-06' },
      '2021-05-20',
      { state: 'answered-late', days: 1 },
    ],
    ['stopped', { stoppedOn: '2021-05-05' }, '2021-08-01', { state: 'stopped' }],
    ['stopped after it was missed', { stoppedOn: '2021-05-06' }, '2021-05-07', { state: 'missed', days: 2 }],
    [
      'answered while it was stopped',
      { stoppedOn: '2021-04-01', respondedOn: '2021-07-01' },
      '2021-08-01',
      { state: 'answered-in-time', daysLeft: 0 },
    ],
    [
      'an extension is asked for',
      { extensionAskedOn: '2021-05-04' },
      '2021-05-05',
      { state: 'extension-asked', daysLeft: 0 },
    ],
    [
      'an extension that was asked for does not help',
      { extensionAskedOn: '2021-05-04' },
      '2021-05-06',
      { state: 'missed', days: 1 },
    ],
    [
      'an extension was granted',
      { extensionAskedOn: '2021-05-04', setTo: '2021-05-31' },
      '2021-05-30',
      { state: 'running', daysLeft: 1 },
    ],
    ['a super-complaint without a day', { kind: 'super-complaint' }, '2021-05-06', { state: 'no-day-set' }],
  ])('%s', (_what, changes, today, expected) => {
    expect(stateOf(aClock(changes), today)).toEqual(expected)
  })
})

test('the IOPC publishes an answer within 21 days of receiving it', () => {
  expect(publicationDueBy(aClock({ kind: 'paragraph-28B', respondedOn: '2021-05-05' }))).toBe('2021-05-26')
  expect(publicationDueBy(aClock({ kind: 'paragraph-28B' }))).toBeNull()
  expect(publicationDueBy(aClock({ respondedOn: '2021-05-05' }))).toBeNull()
})

describe('what of a clock contradicts itself', () => {
  test.each<[string, Partial<StatutoryClock>, ReturnType<typeof clockRefusal>]>([
    ['nothing', {}, null],
    ['no first day', { from: '' }, 'no-first-day'],
    ['set to the day before its first', { setTo: '2021-03-10' }, 'set-before-first-day'],
    ['set to its first day', { setTo: '2021-03-11' }, null],
    ['an extension asked for on the last day', { extensionAskedOn: '2021-05-05' }, null],
    ['an extension asked for after the last day', { extensionAskedOn: '2021-05-06' }, 'asked-after-last-day'],
    [
      'an extension asked for before the first day',
      { extensionAskedOn: '2021-03-10' },
      'asked-before-first-day',
    ],
    ['stopped before it ran', { stoppedOn: '2021-03-10' }, 'stopped-before-first-day'],
    ['running again without a stop', { resumedOn: '2021-04-01' }, 'resumed-without-stop'],
    [
      'running again before the stop',
      { stoppedOn: '2021-04-02', resumedOn: '2021-04-01' },
      'resumed-before-stop',
    ],
    ['answered before it began', { respondedOn: '2021-03-10' }, 'responded-before-first-day'],
    ['published on the day of the answer', { respondedOn: '2021-04-01', publishedOn: '2021-04-01' }, null],
    [
      'published before the answer',
      { respondedOn: '2021-04-02', publishedOn: '2021-04-01' },
      'published-before-response',
    ],
    ['published without an answer', { publishedOn: '2021-04-01' }, 'published-before-response'],
  ])('%s', (_what, changes, expected) => {
    expect(clockRefusal(aClock(changes))).toBe(expected)
  })
})
