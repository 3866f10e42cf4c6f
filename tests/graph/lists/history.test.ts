import type { Change } from '../../../src/domain/recommendation.ts'
import { writeHistory } from '../../../src/graph/lists/history.ts'

const change = (index: number, length: number): Change => ({
  at: `2021-06-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
  by: 'A B',
  byObject: 'o-1',
  field: 'progress',
  from: 'x'.repeat(length),
  to: 'y'.repeat(length),
  via: 'tab',
})
const written = (changes: Change[]): Change[] => JSON.parse(writeHistory(changes) ?? '[]')

test('a history that fits is written in full', () => {
  const changes = [change(0, 500), change(1, 500)]
  expect(written(changes)).toEqual(changes)
})

test('no history leaves the field empty', () => expect(writeHistory([])).toBeNull())

test('a long history fits: every change stays, the oldest lose their long texts', () => {
  const changes = Array.from({ length: 20 }, (_, index) => change(index, 5000))
  const kept = written(changes)
  expect(JSON.stringify(kept).length).toBeLessThanOrEqual(60_000)
  expect(kept.map((one) => one.at)).toEqual(changes.map((one) => one.at))
  expect(kept[0]?.to).toBe(`${'y'.repeat(200)}…`)
  expect(kept.at(-1)).toEqual(changes.at(-1))
})
