import { type RowVersion, wholeLog } from '../../src/domain/changeLog.ts'
import type { Change, Recommendation } from '../../src/domain/recommendation.ts'
import { aDueEntry, aRecommendation } from '../support/register.ts'

const change = (at: string, changes: Partial<Change> = {}): Change => ({
  at,
  by: 'Daniel Okafor',
  byObject: 'o-2',
  field: 'progress',
  from: 'a',
  to: 'b',
  via: 'tab',
  ...changes,
})
let number = 0
const version = (
  at: string,
  mark: string,
  value: Recommendation | null,
  by = 'Helen Carver',
): RowVersion => ({
  ...{ number: ++number, at, mark, value, by },
  byObject: 'o-4',
})
const first = aRecommendation({ progress: 'a' })
const day = (number: number) => `2021-05-0${number}T09:00:00.000Z`

describe('a write through Follow-Through', () => {
  const logged = change(day(2))
  const second: Recommendation = { ...first, progress: 'b', history: [logged] }

  test('is one line, the one that it logged itself', () => {
    expect(
      wholeLog(second.history, [version(day(1), 'm1', first), version(day(2), 'm2', second)].toReversed()),
    ).toEqual([logged])
  })
  test('is shown by what it changed when it logged nothing', () => {
    const silent = { ...first, status: 'RED' as const }
    expect(wholeLog([], [version(day(1), 'm1', first), version(day(2), 'm2', silent)])).toEqual([
      {
        ...{ at: day(2), by: 'Helen Carver', byObject: 'o-4', field: 'status', from: 'AMBER', to: 'RED' },
        via: 'unlogged',
      },
    ])
  })
})

describe('a change in SharePoint itself', () => {
  const outside = { ...first, status: 'CLOSED' as const, progress: 'Typed into the list.' }

  test('shows with who, when, from and to: the mark of the last write of ours is still on it', () => {
    const log = wholeLog([], [version(day(1), 'm1', first), version(day(3), 'm1', outside, 'Tom Brandt')])
    expect(log.map(({ by, field, from, to, via }) => [by, field, from, to, via])).toEqual([
      ['Tom Brandt', 'status', 'AMBER', 'CLOSED', 'sharepoint'],
      ['Tom Brandt', 'progress', 'a', 'Typed into the list.', 'sharepoint'],
    ])
  })
  test('stands between our own lines at its time', () => {
    const before = change(day(2))
    const after = change(day(4), { from: 'x', to: 'y' })
    const log = wholeLog(
      [before, after],
      [
        version(day(2), 'm2', { ...first, progress: 'b', history: [before] }),
        version(day(3), 'm2', { ...first, progress: 'x', history: [before] }),
        version(day(4), 'm4', { ...first, progress: 'y', history: [before, after] }),
      ],
    )
    expect(log.map((line) => [line.at, line.via])).toEqual([
      [day(2), 'tab'],
      [day(3), 'sharepoint'],
      [day(4), 'tab'],
    ])
  })
  test('that only ends lines in another way is no change', () => {
    const typed = { ...first, progress: 'a\r\n' }
    expect(wholeLog([], [version(day(1), 'm1', first), version(day(2), 'm1', typed)])).toEqual([])
  })
  test('that cannot be understood is said, and the next state is compared with the last good one', () => {
    const mended = { ...first, due: [aDueEntry({ text: 'July 2021' })] }
    const log = wholeLog(
      [],
      [version(day(1), 'm1', first), version(day(2), 'm1', null), version(day(3), 'm1', mended)],
    )
    expect(log.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['unreadable', '', ''],
      ['due', 'June 2021', 'July 2021'],
    ])
  })
})

describe('an older version that was restored', () => {
  const lost = change(day(2), { to: 'b' })
  const log = wholeLog(
    [],
    [
      version(day(1), 'm1', first),
      version(day(2), 'm2', { ...first, progress: 'b', history: [lost] }),
      version(day(3), 'm1', first, 'Tom Brandt'),
    ],
  )
  test('does not take away the lines that were written since', () => {
    expect(log[0]).toEqual(lost)
  })
  test('is itself a change in SharePoint, by whoever restored it', () => {
    expect(log[1]).toMatchObject({ by: 'Tom Brandt', via: 'sharepoint', from: 'b', to: 'a' })
  })
})

test('a line that was shortened to save room is shown in full where a version still has it', () => {
  const full = change(day(2), { to: 'b'.repeat(500) })
  const short = { ...full, to: `${'b'.repeat(200)}…` }
  expect(wholeLog([short], [version(day(2), 'm2', { ...first, history: [full] })])).toEqual([full])
})

test('two changes of one person at one moment in one field stay two', () => {
  const both = [change(day(2), { to: 'one' }), change(day(2), { to: 'two' })]
  expect(wholeLog(both, [version(day(2), 'm2', { ...first, history: both })])).toEqual(both)
})

test('without versions the log is what Follow-Through wrote down', () => {
  expect(wholeLog([change(day(2))], [])).toEqual([change(day(2))])
})

test('two writes in the same moment keep their order', () => {
  const [one, two] = [version(day(2), 'm1', first), version(day(2), 'm1', { ...first, status: 'RED' })]
  expect(wholeLog([], [two, one])).toMatchObject([{ field: 'status', from: 'AMBER', to: 'RED' }])
})
