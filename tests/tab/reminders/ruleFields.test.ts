import { defaultReminderPolicy as defaults } from '../../../src/domain/reminderPolicy.ts'
import {
  daysOffValues,
  readDaysOffValues,
  readRulesValues,
} from '../../../src/tab/features/reminders/forceFields.ts'
import { readPreferenceValues } from '../../../src/tab/features/reminders/preferenceFields.ts'
import { policyValues, readPolicyValues } from '../../../src/tab/features/reminders/ruleFields.ts'
import { sayDifferences } from '../../../src/tab/features/reminders/settingWords.ts'

describe('the policy as a form', () => {
  test('comes back as it was', () => {
    expect(readPolicyValues(policyValues(defaults), null)).toEqual({ value: defaults, problems: {} })
  })

  test.each([
    ['offsets', '14', [14]],
    ['offsets', ' 7; 30,1 ', [30, 7, 1]],
    ['offsets', 'never', []],
    ['offsets', '120', [120]],
    ['offsets', '121', null],
    ['offsets', '0', null],
    ['offsets', '7, seven', null],
    ['offsets', '', null],
    ['overdueEvery', 'Never', 'never'],
    ['overdueEvery', '92', 92],
    ['overdueEvery', '93', null],
    ['overdueEvery', '0', null],
    ['ladderFrom', '0', 0],
    ['ladderFrom', 'never', null],
    ['onTheDay', 'no', false],
    ['onTheDay', '', null],
  ])('%s “%s” is read as %s', (name, text, expected) => {
    const read = readPolicyValues({ ...policyValues(defaults), [name]: text }, null)
    if (expected === null) expect(read.problems[name]).toMatch(/^Write/)
    else expect(read.value).toMatchObject({ [name]: expected === 'never' ? null : expected })
  })

  test('a difference holds only what is filled in', () => {
    expect(readPolicyValues({ offsets: '5' }, defaults)).toEqual({ value: { offsets: [5] }, problems: {} })
  })

  test('one rung of a difference takes the others from the force', () => {
    expect(readPolicyValues({ deputy: 'never' }, defaults).value).toEqual({
      ladder: { ...defaults.ladder, deputy: null },
    })
  })
})

describe('the rules of the force as a form', () => {
  test.each([
    ['23:59', true],
    ['24:00', false],
    ['', false],
  ])('quiet from “%s”: %s', (quietFrom, good) => {
    const { problems } = readRulesValues({ quietFrom, quietUntil: '07:00', secretaryPost: 'board-secretary' })
    expect(!problems.quietFrom).toBe(good)
  })

  test('days are sorted, and the same day twice is refused beside the second', () => {
    const added = [
      { day: '2021-12-31', name: 'Closed ' },
      { day: '2021-07-05', name: 'Force day' },
    ]
    expect(readDaysOffValues(daysOffValues({ added, removed: [] })).value.added).toEqual([
      { day: '2021-07-05', name: 'Force day' },
      { day: '2021-12-31', name: 'Closed' },
    ])
    const twice = [...added, { day: '2021-07-05', name: 'Again' }]
    expect(readDaysOffValues(daysOffValues({ added: twice, removed: [] })).problems).toEqual({
      'day-2': 'This day is in the list already.',
    })
  })
})

test.each([
  ['', true],
  ['2021-09-16', true],
  ['2021-09-17', false],
])('reminders can be put off on 16 June until “%s”: %s', (snoozeUntil, good) => {
  const { problems } = readPreferenceValues({ how: 'daily', weekday: '1', snoozeUntil }, '2021-06-16')
  expect(Object.keys(problems).length === 0).toBe(good)
})

test('a change is said from what to what, also within the ladder', () => {
  const before = JSON.stringify({ offsets: [30, 14], ladder: { deputy: 3, secretary: 10 } })
  const after = JSON.stringify({ offsets: [20], ladder: { deputy: null, secretary: 10 }, changes: [] })
  expect(sayDifferences('reminder-policy/force', before, after)).toEqual([
    'Working days before a deadline: 30, 14 → 20',
    'To the deputy after so many working days without an answer: 3 → never',
  ])
})

test('the first change is said from what holds by default, and names only what differs', () => {
  const first = JSON.stringify({ ...defaults, overdueEvery: 3 })
  expect(sayDifferences('reminder-policy/force', '', first)).toEqual([
    'Overdue: again every so many days: 7 → 3',
  ])
  expect(sayDifferences('reminder-policy/report/a', '', JSON.stringify({ overdueEvery: null }))).toEqual([
    'Overdue: again every so many days: as the force → never',
  ])
})
