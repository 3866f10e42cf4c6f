import { limits, minutesFor, noteLength, overflow } from '../../src/domain/limits.ts'

test.each([
  ['one line', 'abc', 3],
  ['two lines', 'a\nb', 4],
  ['two lines of Windows', 'a\r\nb', 4],
  ['only line ends', '\n\n', 4],
  ['nothing', '', 0],
])('%s takes as many characters as SharePoint counts', (_what, text, length) => {
  expect(noteLength(text)).toBe(length)
})

test('what fits exactly is not over; one more is over by one', () => {
  expect(overflow(limits.noteCharacters, limits.noteCharacters)).toBeNull()
  expect(overflow(64_000, limits.noteCharacters)).toEqual({ length: 64_000, longest: 63_999, by: 1 })
})

test.each([
  [0, 1],
  [600, 1],
  [601, 2],
  [30_000, 50],
])('%i writes keep to the allowance in %i minutes', (writes, minutes) => {
  expect(minutesFor(writes)).toBe(minutes)
})
