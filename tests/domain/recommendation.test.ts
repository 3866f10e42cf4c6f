import {
  type Change,
  editProgress,
  isOpenForForce,
  isProgressFromOutside,
  isStatus,
  longestProgress,
  mayEditProgress,
  openDeadline,
  statuses,
  whoWroteProgress,
  writeReference,
} from '../../src/domain/recommendation.ts'
import { aDueEntry, aRecommendation, officer, secretary } from '../support/register.ts'

const now = '2021-06-01T08:00:00.000Z'

describe('whose turn it is', () => {
  test.each([
    ['RED', true],
    ['AMBER', true],
    ['WHITE', false],
    ['NEW GREEN', false],
    ['GREEN', false],
    ['CLOSED', false],
  ] as const)('%s is open for the force: %p', (status, open) => {
    expect(isOpenForForce({ status })).toBe(open)
    expect(openDeadline({ status, due: [aDueEntry()] })).toBe(open ? '2021-06-30' : null)
  })

  test('an open row without a day has no deadline to be reminded of', () => {
    expect(openDeadline({ status: 'AMBER', due: [aDueEntry({ date: null, precision: null })] })).toBeNull()
  })
})

test.each([
  ['cause-of-concern', 'Cause of concern 10'],
  ['recommendation', 'Recommendation 10'],
  ['area-for-improvement', 'Area for improvement 10'],
] as const)('a %s is called %s', (kind, reference) => {
  expect(writeReference({ kind, number: '10' })).toBe(reference)
})

test.each([
  ...statuses.map((status) => [status, true] as const),
  ['New green', false] as const,
  ['', false] as const,
])('%p is a status: %p', (text, is) => expect(isStatus(text)).toBe(is))

describe('who may edit the progress', () => {
  test.each([
    ['holds the owning post', 'crime-dci', officer, ['crime-dci'], null],
    ['holds another post', 'crime-dci', officer, ['head-of-ppu'], 'not-your-item'],
    ['holds none', 'crime-dci', officer, [], 'not-your-item'],
    ['nobody owns the row', null, officer, ['crime-dci'], 'not-your-item'],
    ['is the board secretary', 'crime-dci', secretary, [], null],
    ['is the board secretary, and nobody owns the row', null, secretary, [], null],
    ['is a coordinator', 'crime-dci', { ...officer, roles: ['Coordinator'] as const }, [], 'not-your-item'],
  ])('%s', (_who, ownerPost, actor, held, refusal) => {
    expect(mayEditProgress({ ownerPost }, actor, held)).toBe(refusal)
  })
})

describe('an edit', () => {
  const edit = (progress: string, row = aRecommendation()) =>
    editProgress(row, progress, officer, ['crime-dci'], now, 'card')

  test('trims the note and adds one line to the history, leaving the rest alone', () => {
    const row = aRecommendation({ history: [] })
    const result = edit('  Done.  ', row)
    expect(result).toEqual({
      ok: true,
      next: {
        ...row,
        progress: 'Done.',
        history: [
          {
            at: now,
            by: officer.name,
            byObject: officer.objectId,
            field: 'progress',
            from: row.progress,
            to: 'Done.',
            via: 'card',
          },
        ],
      },
    })
    expect(row.history).toEqual([])
  })

  test.each([
    ['the longest note', 'x'.repeat(longestProgress), null],
    ['the longest note with spaces around it', ` ${'x'.repeat(longestProgress)} `, null],
    ['one character more', 'x'.repeat(longestProgress + 1), 'too-long'],
    ['nothing', '', 'empty-progress'],
    ['spaces', ' \n ', 'empty-progress'],
    ['the same', 'A working group met in April.', 'nothing-changed'],
    ['the same with spaces', ' A working group met in April. ', 'nothing-changed'],
  ])('%s', (_what, progress, code) => {
    const result = edit(progress)
    expect(result.ok ? null : result.code).toBe(code)
  })

  test('who may not is told that first, whatever they wrote', () => {
    expect(editProgress(aRecommendation(), '', officer, [], now, 'tab')).toEqual({
      ok: false,
      code: 'not-your-item',
    })
  })
})

describe('who wrote the present progress', () => {
  const byHelen: Change = {
    at: now,
    by: secretary.name,
    byObject: secretary.objectId,
    field: 'progress',
    from: 'Before.',
    to: 'The policy was signed.\nIt is in force.',
    via: 'tab',
  }
  const byPaper: Change = { ...byHelen, by: 'Paper of June', byObject: 'import', via: 'import' }
  const ownerSet: Change = { ...byHelen, field: 'owner', from: '', to: 'crime-dci' }

  test.each([
    ['the newest change, word for word', byHelen.to, [byHelen], byHelen, false],
    ['the newest change, although an owner was set since', byHelen.to, [byHelen, ownerSet], byHelen, false],
    [
      'the newest change, with other line ends',
      'The policy was signed.\r\nIt is in force.\r\n',
      [byHelen],
      byHelen,
      false,
    ],
    [
      'a paper read in since',
      'As the paper says.',
      [byHelen, { ...byPaper, to: 'As the paper says.' }],
      undefined,
      false,
    ],
    ['nobody here: one letter differs', `${byHelen.to}!`, [byHelen], null, true],
    ['nobody here: the note was emptied', '', [byHelen], null, true],
    [
      'nobody here: it is what an older change wrote',
      byHelen.to,
      [byHelen, { ...byHelen, to: 'Later.' }],
      null,
      true,
    ],
    ['nobody here: the history has no progress', 'A note.', [ownerSet], null, false],
    ['nobody here: there is no history', 'A note.', [], null, false],
  ] as const)('%s', (_who, progress, history, writer, outside) => {
    const expected = writer === undefined ? history.at(-1) : writer
    expect(whoWroteProgress({ progress, history })).toEqual(expected)
    expect(isProgressFromOutside({ progress, history })).toBe(outside)
  })
})
