import { currentDeadline, type DueEntry, timesExtended, writeDeadline } from '../../src/domain/dueLedger.ts'
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
