import { readPress } from '../../../src/bot/cards/press.ts'

const pressed = {
  action: 'updateProgress',
  row: '8',
  seen: 2,
  progressSeen: 'ab12',
  'progress-8': 'Done.',
  'progress-9': 'Other.',
}

describe('what a press says', () => {
  test('is the row, the answer, how much of the row was seen, and all that is typed on the card', () => {
    expect(readPress(pressed)).toEqual({
      rowRef: '8',
      reply: { does: 'update-progress', text: 'Done.' },
      seen: 2,
      progressSeen: 'ab12',
      typed: new Map([
        ['progress-8', 'Done.'],
        ['progress-9', 'Other.'],
      ]),
    })
  })

  const asked = '2021-06-16T09:00:00.000Z'
  test.each([
    [
      'a later date',
      { action: 'askExtension', 'until-8': '2021-09-30', 'because-8': 'Late.' },
      { does: 'ask-extension', to: '2021-09-30', reason: 'Late.' },
    ],
    [
      'that it is done',
      { action: 'sayDone', 'link-8': 'https://example.org/', 'title-8': 'Policy' },
      { does: 'say-done', link: 'https://example.org/', title: 'Policy' },
    ],
    ['that it was seen', { action: 'acknowledge' }, { does: 'acknowledge' }],
    ['whose it is', { action: 'notMine', 'whose-8': 'Custody' }, { does: 'not-mine', whose: 'Custody' }],
    [
      'yes to a later date',
      { action: 'answerExtension', agreed: true, about: asked, 'not-later-8': 'left over' },
      { does: 'answer-extension', agreed: true, reason: '', about: asked },
    ],
    [
      'no to a later date',
      { action: 'answerExtension', about: asked, 'not-later-8': 'It slipped.' },
      { does: 'answer-extension', agreed: false, reason: 'It slipped.', about: asked },
    ],
    [
      'no to a sign-off',
      { action: 'answerSignOff', agreed: 'true', 'not-done-8': 'The policy is missing.' },
      { does: 'answer-sign-off', agreed: false, reason: 'The policy is missing.', about: null },
    ],
    ['nothing but a wish to see the row', { action: 'showAll' }, null],
  ])('may be %s', (_what, data, reply) => {
    expect(readPress({ row: '8', seen: 2, ...data })?.reply).toEqual(reply)
  })

  test.each([
    ['an empty text', { 'progress-9': '  ' }, []],
    ['a text that is a list', { 'progress-9': ['Other.'] }, []],
    ['a row that is no item number', { 'progress-9': '', 'progress-../9': 'Other.' }, []],
    ['an input of no card of ours', { 'progress-9': '', 'person-9': 'Somebody' }, []],
    [
      'a text longer than a card takes',
      { 'progress-9': 'x'.repeat(4_001) },
      [['progress-9', 'x'.repeat(4_000)]],
    ],
    ['a day', { 'progress-9': '', 'until-9': '2021-09-30' }, [['until-9', '2021-09-30']]],
  ])('keeps of other rows what a card can hold: %s', (_what, other, expected) => {
    const typed = [...(readPress({ ...pressed, ...other })?.typed ?? [])]
    expect(typed.filter(([id]) => id !== 'progress-8')).toEqual(expected)
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
    ['no text', { ...pressed, 'progress-8': undefined }, { reply: { does: 'update-progress', text: '' } }],
    [
      'a text that is a list',
      { ...pressed, 'progress-8': ['Done.'] },
      { reply: { does: 'update-progress', text: '' } },
    ],
    ['a negative history', { ...pressed, seen: -1 }, { seen: null }],
    ['a fingerprint that is a number', { ...pressed, progressSeen: 12 }, { progressSeen: null }],
    ['no history', { ...pressed, seen: undefined }, { seen: null }],
  ])('takes %s for none', (_what, data, expected) => {
    expect(readPress(data)).toMatchObject(expected)
  })
})
