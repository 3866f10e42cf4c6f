import { dueBandOf } from '../../../../src/domain/rowFacts.ts'
import { linesOf } from '../../../../src/tab/features/recommendations/register/lines.ts'
import { sayCount, sayStatuses } from '../../../../src/tab/features/recommendations/register/lineWords.ts'
import { choicesOf, narrow } from '../../../../src/tab/features/recommendations/register/narrow.ts'
import { inOrder } from '../../../../src/tab/features/recommendations/register/order.ts'
import {
  type GroupName,
  plainView,
  type RegisterView,
} from '../../../../src/tab/features/recommendations/register/view.ts'
import { aDueEntry } from '../../../support/register.ts'
import { aRegister, numbers, today } from './registerRows.ts'

const due = (date: string) => [aDueEntry({ date, text: date })]
const { items, around } = aRegister([
  { number: '1', status: 'RED', due: due('2021-05-31'), applies: 'yes', order: 1 },
  { number: '2', status: 'AMBER', due: due('2021-06-01'), ownerPost: null, order: 2 },
  { number: '3', status: 'WHITE', due: due('2021-07-01'), order: 3 },
  {
    number: '10',
    status: 'GREEN',
    due: due('2021-09-30'),
    reportKey: 'roads-2020-07',
    kind: 'cause-of-concern',
  },
  { number: '4a', status: 'AMBER', due: due('2021-09-30'), reportKey: 'gone', order: 9 },
])
const found = (view: Partial<RegisterView>) => numbers(narrow(items, { ...plainView, ...view }, around))

describe('rows are left out', () => {
  test.each<[string, Partial<RegisterView>, readonly string[]]>([
    ['nothing', {}, ['1', '2', '3', '10', '4a']],
    ['one status', { chosen: { status: ['RED'] } }, ['1']],
    ['either of two statuses', { chosen: { status: ['RED', 'WHITE'] } }, ['1', '3']],
    ['status and report together', { chosen: { status: ['AMBER'], report: ['gone'] } }, ['4a']],
    ['a kind', { chosen: { kind: ['cause-of-concern'] } }, ['10']],
    ['a source', { chosen: { source: ['-'] } }, ['4a']],
    ['no owner', { chosen: { owner: ['-'] } }, ['2']],
    ['what applies', { chosen: { applies: ['yes'] } }, ['1']],
    ['overdue: the day before today', { chosen: { due: ['overdue'] } }, ['1']],
    ['due within 30 days: today', { chosen: { due: ['30'] } }, ['2']],
    ['deadlines from a day on, the day itself too', { from: '2021-06-01' }, ['2', '4a']],
    ['deadlines up to a day, the day itself too', { to: '2021-06-01' }, ['1', '2']],
    ['a figure of the overview', { figure: 'due:overdue' }, ['1']],
    ['a figure that is none', { figure: 'nonsense' }, ['1', '2', '3', '10', '4a']],
    ['what needs a look', { chosen: { attention: ['white-without-counterparty'] } }, ['3']],
  ])('by %s', (_what, view, expected) => {
    expect(found(view)).toEqual(expected)
  })
})

test('the bands of deadlines are those of the domain, at each of their ends', () => {
  const days = [
    '2021-05-31',
    today,
    '2021-07-01',
    '2021-07-02',
    '2021-07-31',
    '2021-08-01',
    '2021-08-30',
    '2021-08-31',
  ]
  const rows = aRegister([
    ...days.map((day) => ({ number: day, due: due(day) })),
    { number: 'none', due: [] },
    { number: 'done', status: 'GREEN', due: due('2021-05-31') },
  ])
  const told = rows.items.map((item) => rows.around.dueOf(item))
  expect(told).toEqual(rows.items.map((item) => dueBandOf(item.row.value, today)))
  expect(new Set(told).size).toBe(7)
})

test('a facet offers its answers with counts, in its own order, and chosen ones without rows too', () => {
  const choices = choicesOf('status', items, around, ['CLOSED'])
  expect(choices.map(({ answer, count }) => [answer, count])).toEqual([
    ['RED', 1],
    ['AMBER', 2],
    ['WHITE', 1],
    ['GREEN', 1],
    ['CLOSED', 0],
  ])
})

describe('sorting', () => {
  test.each<[NonNullable<RegisterView['sort']>['by'], readonly string[]]>([
    ['reference', ['1', '2', '3', '4a', '10']],
    ['status', ['1', '2', '4a', '3', '10']],
    ['due', ['1', '2', '4a', '3', '10']],
    ['kind', ['10', '1', '2', '3', '4a']],
    ['owner', ['1', '3', '10', '4a', '2']],
  ])('by %s', (by, expected) => {
    expect(numbers(inOrder(items, { by, down: false }))).toEqual(expected)
  })
  test('downwards keeps the order of the paper among equals', () => {
    expect(numbers(inOrder(items, { by: 'status', down: true }))).toEqual(['10', '3', '2', '4a', '1'])
  })
})

describe('groups', () => {
  const lines = (group: GroupName, more: { folded?: readonly string[]; searching?: boolean } = {}) =>
    linesOf({
      ...{ all: items, found: items, unreadable: [], group, around },
      folded: new Set(more.folded),
      searching: more.searching ?? false,
    })
  const titles = (group: GroupName) =>
    lines(group).flatMap((line) => (line.kind === 'group' ? [`${line.title}: ${line.shown}`] : []))

  test.each<[GroupName, readonly string[]]>([
    [
      'report',
      ['Understanding the difference: 3', 'Roads Policing: 1', 'Report gone (not in the Reports list): 1'],
    ],
    ['status', ['RED: 1', 'AMBER: 2', 'WHITE: 1', 'GREEN: 1']],
    ['kind', ['Cause of concern: 1', 'Recommendation: 4']],
    ['owner', ['T/DCI Crime (Daniel Okafor): 4', 'No owner yet: 1']],
    ['month', ['Due in May 2021: 1', 'Due in June 2021: 1', 'Due in September 2021: 1', 'Nothing due: 2']],
    ['awaits', ['Waits for: No counterparty named: 1', 'Waits for nobody: 4']],
    ['none', []],
  ])('by %s', (group, expected) => {
    expect(titles(group).toSorted()).toEqual(expected.toSorted())
  })

  test('a folded group keeps its heading and hides its rows, but not from a search', () => {
    const folded = ['status AMBER']
    const rows = (all: ReturnType<typeof lines>) => all.filter((line) => line.kind === 'row').length
    expect(rows(lines('status', { folded }))).toBe(3)
    expect(rows(lines('status', { folded, searching: true }))).toBe(5)
  })

  test('nothing is counted of a beginning, whose rest is still being looked for', () => {
    const found = items.slice(0, 1)
    const rest = { unreadable: [], folded: new Set<string>(), searching: true, around }
    const [group, row] = linesOf({ all: items, found, group: 'report', beginning: true, ...rest })
    expect(group?.kind === 'group' && sayCount(group)).toBe('… of 3 shown')
    expect(group?.kind === 'group' && sayStatuses(group)).toBe('')
    expect(row?.id).toBe(found[0]?.row.id)
  })

  test('rows know their place in their group, and rows without groups their place among all', () => {
    const places = (group: GroupName) =>
      lines(group).flatMap((line) => (line.kind === 'row' ? [[line.level, line.position, line.of]] : []))
    expect(places('status')[1]).toEqual([2, 1, 2])
    expect(places('none')[4]).toEqual([1, 5, 5])
  })
})
