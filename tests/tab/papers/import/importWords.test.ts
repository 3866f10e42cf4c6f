import { sayDuration } from '../../../../src/tab/features/papers/import/importWords.ts'

test.each([
  [0, ''],
  [600, ''],
  [601, 'It takes about 2 minutes, because SharePoint allows some 600 writes a minute.'],
  [30_000, 'It takes about 50 minutes'],
])('%i writes: %j', (writes, said) => {
  expect(sayDuration(writes).startsWith(said)).toBe(true)
  if (said === '') expect(sayDuration(writes)).toBe('')
})
