import {
  plainView,
  type RegisterView,
  readView,
  withAnswer,
  withEverything,
  withNextSort,
  writeView,
} from '../../../../src/tab/features/recommendations/register/view.ts'

const full: RegisterView = {
  search: "o'neill & co",
  chosen: {
    status: ['RED', 'NEW GREEN'],
    report: ['roads+x/2020'],
    due: ['overdue'],
    attention: ['no-owner'],
  },
  from: '2021-06-01',
  to: '2021-09-30',
  figure: 'due:30',
  group: 'owner',
  sort: { by: 'due', down: true },
  columns: ['text', 'status', 'applies'],
  dense: true,
}

test('a view is the same after it has been an address', () => {
  expect(readView(writeView(full))).toEqual(full)
})

test('the register as it opens has an empty address, and an empty address opens it', () => {
  expect(writeView(plainView)).toBe('')
  expect(readView('')).toEqual(plainView)
})

test.each([
  ['a group that is not known', 'group=weather'],
  ['a column that is not known', 'columns=weather'],
  ['an order that is not known', 'sort=weather-down'],
  ['a day that does not exist', 'from=2021-02-30'],
  ['a facet without an answer', 'status='],
  ['something else', 'x=1'],
])('an address with %s shows the register as it opens', (_what, query) => {
  expect(readView(query)).toEqual(plainView)
})

test('of columns those that are known are shown, each once', () => {
  expect(readView('columns=text.weather.text.due').columns).toEqual(['text', 'due'])
})

test('choosing an answer twice takes it back, and with the last one the facet', () => {
  const red = withAnswer(plainView, 'status', 'RED')
  const both = withAnswer(red, 'status', 'AMBER')
  expect(both.chosen).toEqual({ status: ['RED', 'AMBER'] })
  expect(withAnswer(withAnswer(both, 'status', 'RED'), 'status', 'AMBER').chosen).toEqual({})
})

test('a heading sorts upwards, then downwards, then not at all', () => {
  const up = withNextSort(plainView, 'due')
  const down = withNextSort(up, 'due')
  expect([up.sort, down.sort, withNextSort(down, 'due').sort]).toEqual([
    { by: 'due', down: false },
    { by: 'due', down: true },
    null,
  ])
  expect(withNextSort(down, 'owner').sort).toEqual({ by: 'owner', down: false })
})

test('clearing the filters leaves the arrangement', () => {
  expect(withEverything(full)).toEqual({
    ...plainView,
    ...{ group: 'owner', sort: full.sort, columns: full.columns, dense: true },
  })
})
