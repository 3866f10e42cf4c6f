import {
  currentDeadline,
  type DueEntry,
  dueValueKind,
  lacksNextDate,
  movedDeadlines,
  originalDeadline,
  reportedTo,
  slipInDays,
  timesExtended,
  writeDeadline,
} from '../../src/domain/dueLedger.ts'
import { aDueEntry } from '../support/register.ts'

const dated = (date: string, changes: Partial<DueEntry> = {}) =>
  aDueEntry({ date, precision: 'day', text: date, ...changes })
const undated = (text: string, verb: DueEntry['verb'] = 'none') =>
  aDueEntry({ date: null, precision: null, text, verb })

describe('the deadline that counts', () => {
  test.each<[string, DueEntry[], string | null]>([
    ['nothing yet', [], null],
    ['one date', [dated('2021-06-30')], '2021-06-30'],
    [
      'the newest of several',
      [dated('2021-03-31'), dated('2021-06-30', { verb: 'extended-to' })],
      '2021-06-30',
    ],
    [
      'a later entry even when it is an earlier day',
      [dated('2021-06-30'), dated('2021-05-01', { verb: 'reset-to' })],
      '2021-05-01',
    ],
    [
      'not a milestone that was met',
      [dated('2021-03-31'), dated('2021-05-01', { tags: ['completed'] })],
      '2021-03-31',
    ],
    ['none when the only date is a met milestone', [dated('2021-05-01', { tags: ['Completed'] })], null],
    ['none while an event is awaited', [dated('2021-03-31'), undated('pending publication', 'now')], null],
    ['none for words alone', [undated('To be set')], null],
  ])('%s', (_what, due, expected) => {
    expect(currentDeadline(due)).toBe(expected)
  })
})

describe('how often a deadline was moved', () => {
  test.each<[string, DueEntry[], number]>([
    ['never, with one date', [dated('2021-06-30')], 0],
    ['never, from words to a first date', [undated('To be set'), dated('2021-06-30', { verb: 'now' })], 0],
    ['once', [dated('2021-03-31'), dated('2021-06-30', { verb: 'extended-to' })], 1],
    [
      'twice',
      [
        dated('2020-12-31'),
        dated('2021-03-31', { verb: 'extended-to' }),
        dated('2021-06-30', { verb: 'then' }),
      ],
      2,
    ],
    [
      'not by a second deadline beside the first',
      [dated('2018-09-30'), dated('2019-01-31', { verb: 'and' })],
      0,
    ],
    ['not by a met milestone', [dated('2021-03-31', { tags: ['completed'] }), dated('2021-06-30')], 0],
    ['also into the unknown', [dated('2021-03-31'), undated('pending publication', 'now')], 1],
  ])('%s', (_what, due, expected) => {
    expect(timesExtended(due)).toBe(expected)
  })
})

describe('the deadline in words', () => {
  test.each<[string, DueEntry[], string]>([
    ['a day', [dated('2021-06-30')], '30 June 2021'],
    ['a month alone', [aDueEntry()], 'June 2021'],
    ['words as they were written', [undated('No date set by HMICFRS')], 'No date set by HMICFRS'],
    ['nothing', [], 'No deadline'],
  ])('%s', (_what, due, expected) => {
    expect(writeDeadline(due)).toBe(expected)
  })
})

describe('slip', () => {
  test.each<[string, DueEntry[], string | null, number | null]>([
    ['of nothing', [], null, null],
    ['of one date', [dated('2021-06-30')], '2021-06-30', 0],
    ['of two dates', [dated('2021-06-30'), dated('2021-07-31', { verb: 'now' })], '2021-06-30', 31],
    ['brought forward', [dated('2021-06-30'), dated('2021-06-01', { verb: 'reset-to' })], '2021-06-30', -29],
    ['from the first date after words', [undated('To be set'), dated('2021-06-30')], '2021-06-30', 0],
    [
      'not from a met milestone',
      [dated('2021-02-28', { tags: ['completed'] }), dated('2021-06-30'), dated('2021-07-31')],
      '2021-06-30',
      31,
    ],
    [
      'is not known while an event is awaited',
      [dated('2021-06-30'), undated('pending', 'now')],
      '2021-06-30',
      null,
    ],
  ])('%s', (_what, due, original, slip) => {
    expect(originalDeadline(due)).toBe(original)
    expect(slipInDays(due)).toBe(slip)
  })
})

describe('deadlines that were moved away', () => {
  test.each<[string, DueEntry[], string[]]>([
    ['none of one', [dated('2021-06-30')], []],
    [
      'all but the last',
      [dated('2021-06-30'), dated('2021-07-31'), dated('2021-08-31')],
      ['2021-06-30', '2021-07-31'],
    ],
    ['not a met milestone', [dated('2021-02-28', { tags: ['completed'] }), dated('2021-06-30')], []],
    ['not a second one beside it', [dated('2021-06-30'), dated('2021-08-31', { verb: 'and' })], []],
    ['also into the unknown', [dated('2021-06-30'), undated('pending the review', 'now')], ['2021-06-30']],
  ])('%s', (_what, due, expected) => {
    expect(movedDeadlines(due).map((entry) => entry.date)).toEqual(expected)
  })
})

describe('what an entry holds', () => {
  test.each<[string, DueEntry, ReturnType<typeof dueValueKind>]>([
    ['June 2021', aDueEntry(), 'date'],
    ['Immediate and June 2022', aDueEntry({ text: 'Immediate and June 2022' }), 'date'],
    ['To be set', undated('To be set'), 'to-be-set'],
    ['TBC', undated('TBC'), 'to-be-set'],
    ['Immediate', undated('Immediate'), 'immediate'],
    ['No date set by HMICFRS', undated('No date set by HMICFRS'), 'none-set'],
    ['No deadline set by HMICFRS', undated('No deadline set by HMICFRS'), 'none-set'],
    ['Now pending publication', undated('Now pending publication', 'now'), 'event'],
    ['When ready', undated('When ready'), 'words'],
  ])('%s', (_text, entry, expected) => {
    expect(dueValueKind(entry)).toBe(expected)
  })
})

test('boards that were told are known by tag and by the change, each once', () => {
  const change = {
    ...{ at: '2021-06-01T08:00:00Z', by: '', byObject: '', reason: '', event: '', agreedBy: '' },
    reportedTo: ['PAB', 'CSB'],
  }
  const due = [
    aDueEntry({ tags: ['Previously reported to pab', 'subject to review'] }),
    aDueEntry({ change }),
  ]
  expect(reportedTo(due)).toEqual(['pab', 'CSB'])
})

describe('no next date', () => {
  test.each<[string, DueEntry[], boolean]>([
    ['after a milestone that was met', [dated('2021-02-28', { tags: ['completed'] })], true],
    ['not when another follows', [dated('2021-02-28', { tags: ['completed'] }), dated('2021-06-30')], false],
    [
      'not when an event follows',
      [dated('2021-02-28', { tags: ['completed'] }), undated('pending', 'now')],
      false,
    ],
    ['not when nothing was ever set', [], false],
  ])('%s', (_what, due, expected) => {
    expect(lacksNextDate(due)).toBe(expected)
  })
})
