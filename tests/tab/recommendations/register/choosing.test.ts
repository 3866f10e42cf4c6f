import { linesOf } from '../../../../src/tab/features/recommendations/register/lines.ts'
import { moveInGrid } from '../../../../src/tab/features/recommendations/register/moveInGrid.ts'
import {
  noneChosen,
  withAll,
  withRange,
  withRow,
} from '../../../../src/tab/features/recommendations/register/selection.ts'
import { aRegister } from './registerRows.ts'

const { items, around } = aRegister([
  { number: '1', order: 1 },
  { number: '2', order: 2 },
  { number: '3', order: 3 },
  { number: '4', reportKey: 'roads-2020-07' },
])
const lines = linesOf({
  ...{ all: items, found: items, unreadable: [], group: 'report', around },
  ...{ folded: new Set<string>(), searching: false },
})
const idsOf = (selection: typeof noneChosen) => [...selection.ids].toSorted()

describe('choosing rows', () => {
  test('one by one, and back', () => {
    const both = withRow(withRow(noneChosen, '1'), '3')
    expect(idsOf(both)).toEqual(['1', '3'])
    expect(idsOf(withRow(both, '1'))).toEqual(['3'])
  })
  test('a range goes from the last one chosen, upwards or downwards, over headings', () => {
    expect(idsOf(withRange(withRow(noneChosen, '2'), '4', lines))).toEqual(['2', '3', '4'])
    expect(idsOf(withRange(withRow(noneChosen, '3'), '1', lines))).toEqual(['1', '2', '3'])
  })
  test('a range without a beginning is one row', () => {
    expect(idsOf(withRange(noneChosen, '2', lines))).toEqual(['2'])
  })
  test('all that are shown, and none when all were', () => {
    const all = withAll(noneChosen, ['1', '2'])
    expect(idsOf(all)).toEqual(['1', '2'])
    expect(withAll(all, ['1', '2'])).toBe(noneChosen)
  })
})

describe('keys in the grid', () => {
  const press = (key: string, cell: number | null, line: number, more: object = {}) =>
    moveInGrid(
      { key, shiftKey: false, ctrlKey: false, metaKey: false, ...more },
      ...([lines, { line, cell }, 5, true] as const),
    )
  const [group, row] = [0, 1]
  test.each([
    ['Right on an open group goes to its first row', press('ArrowRight', null, group), { to: 1 }],
    ['Left on an open group folds it', press('ArrowLeft', null, group), { toggle: true }],
    ['Right on a row goes to its first cell', press('ArrowRight', null, row), { cell: 0 }],
    ['Right in the last cell stays', press('ArrowRight', 4, row), { cell: 4 }],
    ['Left in the first cell goes back to the row', press('ArrowLeft', 0, row), { cell: null }],
    ['Left on a row goes to its group', press('ArrowLeft', null, row), { to: 0 }],
    ['End in a cell goes to the last cell', press('End', 2, row), { cell: 4 }],
    ['Ctrl and End in a cell goes to the last line', press('End', 2, row, { ctrlKey: true }), { to: 5 }],
    ['End on a row goes to the last line', press('End', null, row), { to: 5 }],
    ['Space chooses a row', press(' ', null, row), { choose: 'one' }],
    [
      'Shift and Space chooses as far as here',
      press(' ', null, row, { shiftKey: true }),
      { choose: 'range' },
    ],
    ['Space folds a group', press(' ', null, group), { act: true }],
    ['Shift and Down widens', press('ArrowDown', null, row, { shiftKey: true }), { to: 2, choose: 'range' }],
    ['Ctrl and A chooses all', press('a', null, row, { ctrlKey: true }), { choose: 'all' }],
    ['Escape chooses none', press('Escape', null, row), { choose: 'none' }],
    ['Enter opens', press('Enter', 3, row), { act: true }],
    ['a letter is not ours', press('a', null, row), null],
  ])('%s', (_what, move, expected) => {
    expect(move).toEqual(expected)
  })

  test('Space opens a row for people who may choose none', () => {
    const pressed = { key: ' ', shiftKey: false, ctrlKey: false, metaKey: false }
    expect(moveInGrid(pressed, lines, { line: row, cell: null }, 5, false)).toEqual({ act: true })
  })
})
