import {
  findRuns,
  type RunsView,
  readRunsView,
  weeksOf,
  writeRunsView,
} from '../../../src/tab/features/training/runs/findRuns.ts'
import { aCourse, aRun } from '../../support/places.ts'

const today = '2021-06-16'
const view: RunsView = { look: 'list', search: '', past: false, free: false, month: '' }
const seat = { booking: 'b', agency: 'A', borough: '', state: 'booked', until: null } as const
const dates = [
  ['2021-06-15', { venue: 'Hall' }],
  ['2021-06-16', { venue: 'Town Hall' }],
  ['2021-06-17', { capacity: 1, seats: [seat] }],
  ['2021-06-18', { allotments: [{ agency: 'A', borough: '', places: 2, releaseOn: '2021-06-18' }] }],
  ['2021-06-19', { status: 'cancelled' }],
] as const
const all = dates.map(([date, more]) => ({
  ...{ id: date, course: aCourse({ title: 'Joint Investigation' }) },
  run: aRun({ key: date, date, venue: '', ...more }),
}))
const found = (part: Partial<RunsView>) => findRuns(all, { ...view, ...part }, today).map(({ id }) => id)

describe('the dates that are shown', () => {
  it('are those from today on', () => {
    expect(found({})).toEqual(['2021-06-16', '2021-06-17', '2021-06-18', '2021-06-19'])
  })

  it('are those before today when they are asked for, the newest first', () => {
    expect(found({ past: true })).toEqual(['2021-06-15'])
  })

  it('have a free place that is kept for nobody when that is asked for', () => {
    expect(found({ free: true })).toEqual(['2021-06-16'])
  })

  it('are found by course and by venue', () => {
    expect(found({ search: ' town ' })).toEqual(['2021-06-16'])
    expect(found({ search: 'joint' })).toHaveLength(4)
    expect(found({ search: 'nowhere' })).toEqual([])
  })
})

test.each<[string, Partial<RunsView>]>([
  ['', {}],
  ['look=calendar&month=2021-07', { look: 'calendar', month: '2021-07' }],
  ['find=abuse+%26+law&past=1&free=1', { search: 'abuse & law', past: true, free: true }],
])('what is shown is kept in the address: %p', (query, part) => {
  expect(writeRunsView({ ...view, ...part })).toBe(query)
  expect(readRunsView(query)).toEqual({ ...view, ...part })
})

test('an address that somebody mistyped shows the list', () => {
  expect(readRunsView('look=moon&month=June')).toEqual(view)
})

test.each([
  ['2021-06', 5, [null, '2021-06-01'], '2021-06-30'],
  ['2021-02', 4, ['2021-02-01', '2021-02-02'], '2021-02-28'],
  ['2021-08', 6, [null, null], '2021-08-31'],
])('the weeks of %s begin on Monday', (month, count, start, last) => {
  const weeks = weeksOf(month)
  expect(weeks).toHaveLength(count)
  expect(weeks[0]?.slice(0, 2)).toEqual(start)
  expect(weeks.flat().findLast((day) => day !== null)).toBe(last)
})
