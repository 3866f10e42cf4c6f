import type { LinkKind } from '../../src/domain/decisions.ts'
import { alignedKeys, indexLinks, rowFinder } from '../../src/domain/links.ts'
import { aRecommendation } from '../support/register.ts'

const row = (key: string, ...links: [LinkKind, string][]) => {
  const [reportKey = '', number = ''] = key.split('/')
  return aRecommendation({
    key,
    reportKey,
    number,
    links: links.map(([kind, to]) => ({ kind, to, note: '' })),
  })
}

describe('what a paper calls a row', () => {
  const rows = [
    row('peel-2018-2019-2019-05/11'),
    row('roads-2020-07/6'),
    row('roads-2020-07/4a'),
    row('hate-2018-07/6'),
  ]
  const finder = rowFinder(rows)

  test.each([
    ['roads-2020-07/6', 'roads-2020-07/6'],
    ['Recommendation 6', 'roads-2020-07/6'],
    ['AFI 4A', 'roads-2020-07/4a'],
    ['rec. 6', 'roads-2020-07/6'],
    ['PEEL 2018/2019 AFI 11', 'peel-2018-2019-2019-05/11'],
    ['PEEL 2018/2019, area for improvement 11', 'peel-2018-2019-2019-05/11'],
    ['PEEL 2016 AFI 11', null],
    ['Recommendation 7', null],
    ['HMICFRS return visit', null],
    ['', null],
  ])('%s', (reference, expected) => {
    expect(finder.find(reference, { reportKey: 'roads-2020-07' })).toBe(expected)
  })
})

describe('rows whose deadlines go together', () => {
  const rows = [
    row('a/1', ['aligned', 'Recommendation 2']),
    row('a/2'),
    row('a/3', ['aligned', 'a/2']),
    row('a/4', ['see', 'a/1']),
    row('a/5', ['aligned', 'a/5']),
    row('a/6', ['depends-on', 'a/7']),
    row('a/7'),
  ]

  test.each([
    ['the one that names the other', 'a/1', ['a/2', 'a/3']],
    ['the one that is named', 'a/2', ['a/1', 'a/3']],
    ['a partner’s partner', 'a/3', ['a/1', 'a/2']],
    ['one that only refers to another', 'a/4', []],
    ['one that names itself', 'a/5', []],
    ['one that waits for another', 'a/6', []],
  ])('%s', (_what, key, expected) => {
    expect(alignedKeys(key, indexLinks(rows)).toSorted()).toEqual(expected.toSorted())
  })

  test('both ends of every link are known, whoever named it', () => {
    const index = indexLinks(rows)
    expect(index.get('a/4')).toEqual([{ kind: 'see', key: 'a/1', own: true, note: '' }])
    expect(index.get('a/1')).toContainEqual({ kind: 'see', key: 'a/4', own: false, note: '' })
    expect(alignedKeys('no/such', index)).toEqual([])
  })
})

test('30,000 rows with links among them are gone through once', () => {
  const many = Array.from({ length: 30_000 }, (_, index) =>
    index % 3 === 0
      ? row(`r${index % 300}/${index}`, ['aligned', `r${(index + 1) % 300}/${index + 1}`])
      : row(`r${index % 300}/${index}`),
  )
  expect(indexLinks(many).size).toBe(20_000)
})
