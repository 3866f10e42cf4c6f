import * as v from 'valibot'
import type { Change } from '../../../src/domain/recommendation.ts'
import { historySchema, writeHistory } from '../../../src/graph/lists/history.ts'

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

describe('a row that was changed very often', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => change(index % 28, 300))

  test('keeps every change while who, when and a few words of each fit', () => {
    expect(written(many(200))).toHaveLength(200)
  })

  test('folds the oldest into a line that counts them, and keeps the newest in full', () => {
    const changes = many(1_000)
    const kept = written(changes)
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(60_000)
    expect(kept[0]?.to).toBe(`${1_001 - kept.length} earlier changes are in SharePoint's version history`)
    expect(kept.slice(1).map((one) => one.at)).toEqual(changes.slice(1 - kept.length).map((one) => one.at))
  })

  test('counts on when it is changed again, and stays readable', () => {
    let history = many(600)
    for (let index = 0; index < 40; index += 1) history = written([...history, change(index % 28, 300)])
    const [folded, ...rest] = history
    expect(Number.parseInt(folded?.to ?? '', 10) + rest.length).toBe(640)
    expect(v.is(historySchema, history)).toBe(true)
  })

  test('one change with the longest texts still fits', () => {
    expect(written([...many(300), change(1, 20_000)]).at(-1)).toMatchObject({
      from: expect.stringMatching(/^x/),
    })
    expect((writeHistory([...many(300), change(1, 20_000)]) ?? '').length).toBeLessThanOrEqual(60_000)
  })
})
