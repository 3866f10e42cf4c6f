import { addDays } from '../../src/domain/calendarDays.ts'
import {
  ageBandOf,
  dueBandOf,
  extensionBandOf,
  ownerStateOf,
  slipBandOf,
  standingOf,
} from '../../src/domain/rowFacts.ts'
import { aDueEntry, aPost, aRecommendation, aReport } from '../support/register.ts'

const today = '2021-06-01'
const day = (date: string) => aDueEntry({ date, precision: 'day', text: date })
const awaited = aDueEntry({ date: null, precision: null, text: 'pending publication', verb: 'now' })

test.each([
  ['RED', 'open'],
  ['AMBER', 'open'],
  ['WHITE', 'waiting'],
  ['GREEN', 'done'],
  ['NEW GREEN', 'done'],
  ['CLOSED', 'closed'],
] as const)('%s is %s', (status, standing) => expect(standingOf({ status })).toBe(standing))

test.each([
  ['yesterday', -1, 'overdue'],
  ['today', 0, '30'],
  ['the 30th day', 30, '30'],
  ['the 31st day', 31, '60'],
  ['the 60th day', 60, '60'],
  ['the 61st day', 61, '90'],
  ['the 90th day', 90, '90'],
  ['the 91st day', 91, 'later'],
])('a deadline on %s from now is in band %3$s', (_words, days, band) => {
  expect(dueBandOf(aRecommendation({ due: [day(addDays(today, days))] }), today)).toBe(band)
})

test('a row without a date is counted as such, and a row that is not open is not counted', () => {
  const due = [aDueEntry({ date: null, precision: null, text: 'To be set' })]
  expect(dueBandOf(aRecommendation({ due }), today)).toBe('no-date')
  expect(dueBandOf(aRecommendation({ status: 'WHITE' }), today)).toBeNull()
  expect(dueBandOf(aRecommendation({ status: 'GREEN' }), today)).toBeNull()
})

test.each([
  [0, 'none'],
  [-10, 'none'],
  [1, '90'],
  [90, '90'],
  [91, '180'],
  [180, '180'],
  [181, '365'],
  [365, '365'],
  [366, 'more'],
])('a deadline moved by %i days has slipped into band %s', (days, band) => {
  expect(slipBandOf({ due: [day('2020-01-31'), day(addDays('2020-01-31', days))] })).toBe(band)
})

test('a date that gave way to an event is no slip of days, and neither is a date that never was', () => {
  expect(slipBandOf({ due: [day('2020-01-31'), awaited] })).toBe('event')
  expect(slipBandOf({ due: [awaited] })).toBe('no-date')
  expect(slipBandOf({ due: [] })).toBe('no-date')
})

test.each([
  [182, 'half-year'],
  [183, 'year'],
  [365, 'year'],
  [366, 'two-years'],
  [730, 'two-years'],
  [731, 'three-years'],
  [1095, 'three-years'],
  [1096, 'older'],
])('a report of %i days ago is in band %s', (days, band) => {
  const published = { text: '', date: addDays(today, -days), precision: 'day' } as const
  expect(ageBandOf(aReport({ published }), today)).toBe(band)
})

test('a report without a date, or without a place in the list, has no known age', () => {
  expect(ageBandOf(aReport({ published: { text: 'soon', date: null, precision: null } }), today)).toBe(
    'unknown',
  )
  expect(ageBandOf(null, today)).toBe('unknown')
})

test('an owner is held, deputised, vacant, missing from the list, or not set', () => {
  const { holder } = aPost()
  const posts = new Map([
    ['a', aPost({ key: 'a' })],
    ['b', aPost({ key: 'b', holder: null, deputy: holder })],
    ['c', aPost({ key: 'c', holder: null })],
  ])
  const states = ['a', 'b', 'c', 'd', null].map((ownerPost) => ownerStateOf({ ownerPost }, posts))
  expect(states).toEqual(['held', 'deputy', 'vacant', 'unknown', 'none'])
})

test('extensions are counted up to three and more', () => {
  const moved = (times: number) => ({
    due: [day('2020-01-31'), ...Array.from({ length: times }, () => aDueEntry({ verb: 'extended-to' }))],
  })
  expect([0, 1, 2, 3, 4].map((times) => extensionBandOf(moved(times)))).toEqual(['0', '1', '2', '3', '3'])
})
