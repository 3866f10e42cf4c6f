import type { OpenNeed } from '../../src/domain/cover.ts'
import { type PlaceHeld, trainingDues, trainingRule } from '../../src/domain/trainingReminders.ts'
import { requirement } from '../support/cover.ts'

const person = '00000000-0000-4000-8000-000000000001'
const asked = requirement({ key: 'r', courseKey: 'c' })
const need = (by: string): OpenNeed => ({ person, personName: 'A B', state: 'never', by })
const place = (changes: Partial<PlaceHeld> = {}): PlaceHeld => ({
  ...{ person, courseKey: 'c', runDate: '2021-06-10', state: 'booked' },
  ...changes,
})
const rules = (by: string, places: readonly PlaceHeld[] = [], today = '2021-06-01') =>
  trainingDues([{ requirement: 'r', open: [need(by)] }], [asked], today, places).map(({ rule }) => rule)

test.each([
  ['2021-07-02', null],
  ['2021-07-01', 'training-due-30'],
  ['2021-06-09', 'training-due-30'],
  ['2021-06-08', 'training-due-7'],
  ['2021-06-01', 'training-due-7'],
  ['2021-05-31', 'training-lapsed'],
])('needed by %s, on 1 June 2021: %s', (by, rule) => {
  expect(trainingRule(by, '2021-06-01')).toBe(rule)
})

describe('whoever has a place in time is left alone', () => {
  test.each<[string, string, Partial<PlaceHeld>, readonly string[]]>([
    ['on the last day', '2021-06-10', {}, []],
    ['a day too late', '2021-06-09', {}, ['training-due-30']],
    ['late already, on a date to come', '2021-05-20', {}, []],
    ['on a date that has passed', '2021-05-20', { runDate: '2021-05-25' }, ['training-lapsed']],
    ['only offered', '2021-06-20', { state: 'offered' }, ['training-due-30']],
    ['on another course', '2021-06-20', { courseKey: 'other' }, ['training-due-30']],
    ['somebody else’s', '2021-06-20', { person: 'other' }, ['training-due-30']],
  ])('%s', (_what, by, changes, expected) => {
    expect(rules(by, [place(changes)])).toEqual(expected)
  })
})

test('somebody without an account is not told here', () => {
  const open = [{ ...need('2021-06-10'), person: 'staff-12' }]
  expect(trainingDues([{ requirement: 'r', open }], [asked], '2021-06-01')).toEqual([])
})
