import { readPress } from '../../../src/bot/cards/progressForm.ts'

const pressed = {
  action: 'updateProgress',
  row: '8',
  seen: 2,
  progressSeen: 'ab12',
  'progress-8': 'Done.',
  'progress-9': 'Other.',
}

describe('what a press says', () => {
  test('is the row, the text of that row, how much of it was seen, and what is typed in other rows', () => {
    expect(readPress(pressed)).toEqual({
      rowRef: '8',
      typed: 'Done.',
      seen: 2,
      progressSeen: 'ab12',
      drafts: new Map([['9', 'Other.']]),
    })
  })

  test.each([
    ['an empty text', { 'progress-9': '  ' }, []],
    ['a text that is a list', { 'progress-9': ['Other.'] }, []],
    ['a row that is no item number', { 'progress-9': '', 'progress-../9': 'Other.' }, []],
    ['a text longer than a card takes', { 'progress-9': 'x'.repeat(4_001) }, [['9', 'x'.repeat(4_000)]]],
  ])('keeps of other rows what a card can hold: %s', (_what, other, expected) => {
    expect([...(readPress({ ...pressed, ...other })?.drafts ?? [])]).toEqual(expected)
  })

  test.each([
    ['nothing', null],
    ['a text', 'updateProgress'],
    ['another action', { ...pressed, action: 'deleteEverything' }],
    ['no row', { action: 'updateProgress' }],
    ['a row that is no item number', { ...pressed, row: '../8' }],
    ['a row that is an object', { ...pressed, row: { id: 8 } }],
  ])('is not ours: %s', (_what, data) => {
    expect(readPress(data)).toBeNull()
  })

  test.each([
    ['no text', { ...pressed, 'progress-8': undefined }, { typed: '' }],
    ['a text that is a list', { ...pressed, 'progress-8': ['Done.'] }, { typed: '' }],
    ['a negative history', { ...pressed, seen: -1 }, { seen: null }],
    ['a fingerprint that is a number', { ...pressed, progressSeen: 12 }, { progressSeen: null }],
    ['no history', { ...pressed, seen: undefined }, { seen: null }],
  ])('takes %s for none', (_what, data, expected) => {
    expect(readPress(data)).toMatchObject(expected)
  })
})
