import {
  defaultForceRules,
  defaultPolicies,
  defaultReminderPolicy,
  farthestOffset,
} from '../../src/domain/reminderPolicy.ts'
import {
  readDaysOff,
  readForceRules,
  readPolicy,
  readPreference,
  reminderSettingsOf,
} from '../../src/domain/reminderSettings.ts'
import { defaultWording } from '../../src/domain/reminderWording.ts'
import { aSetting } from '../support/reminders.ts'

describe('a policy that somebody saved', () => {
  test.each<[string, object]>([
    ['nothing different', {}],
    ['the default itself', { ...defaultReminderPolicy }],
    ['offsets up to the farthest', { offsets: [120, 1] }],
    ['no overdue reminders', { overdueEvery: null }],
    ['a rung that is turned off', { ladder: { deputy: null, headOfUnit: 1, secretary: 120 } }],
  ])('may say %s', (_what, value) => {
    expect(readPolicy(value)).toEqual(value)
  })

  test.each<[string, unknown]>([
    ['an offset of no day', { offsets: [0] }],
    ['an offset beyond the farthest', { offsets: [121] }],
    ['half a day', { offsets: [1.5] }],
    ['eleven offsets', { offsets: Array.from({ length: 11 }, (_, at) => at + 1) }],
    ['a pause of no day', { overdueEvery: 0 }],
    ['a ladder without a rung', { ladder: { deputy: 1 } }],
    ['words for numbers', { ladderFrom: '3' }],
    ['a list', []],
    ['nothing', null],
  ])('may not say %s', (_what, value) => {
    expect(readPolicy(value)).toBeNull()
  })

  test('what it does not know is left out', () => {
    expect(readPolicy({ onTheDay: false, colour: 'red', changes: [] })).toEqual({ onTheDay: false })
  })
})

describe('other settings', () => {
  test.each<[string, unknown, boolean]>([
    ['quiet hours', { quietFrom: '22:00', quietUntil: '06:30' }, true],
    ['an hour that does not exist', { quietFrom: '24:00' }, false],
    ['no secretary', { secretaryPost: '' }, false],
  ])('rules: %s', (_what, value, expected) => {
    expect(readForceRules(value) !== null).toBe(expected)
  })

  test.each<[string, unknown, boolean]>([
    ['weekly on Thursdays', { how: 'weekly', weekday: 4 }, true],
    ['weekly on Saturdays', { how: 'weekly', weekday: 6 }, false],
    ['put off until a day', { snoozeUntil: '2021-07-01' }, true],
    ['put off until a day that does not exist', { snoozeUntil: '2021-06-31' }, false],
    ['never', { how: 'never' }, false],
  ])('a wish: %s', (_what, value, expected) => {
    expect(readPreference(value) !== null).toBe(expected)
  })

  test.each<[string, unknown, boolean]>([
    ['a day more', { added: [{ day: '2022-06-03', name: 'Jubilee' }] }, true],
    ['a day less', { removed: ['2022-06-03'] }, true],
    ['a day without a name', { added: [{ day: '2022-06-03' }] }, false],
    ['no days at all', 'none', false],
  ])('bank holidays: %s', (_what, value, expected) => {
    expect(readDaysOff(value) !== null).toBe(expected)
  })
})

describe('all settings together', () => {
  test('without any, the defaults hold', () => {
    expect(reminderSettingsOf([]).policies).toEqual(defaultPolicies)
  })

  test('each finds its place, and others are nobody’s business here', () => {
    const { policies, daysOff, wording, unreadable } = reminderSettingsOf([
      aSetting('reminder-policy/force', { onTheDay: false }),
      aSetting('reminder-policy/report/r-1', { offsets: [60] }),
      aSetting('reminder-policy/row/r-1/4a', { offsets: [5] }),
      aSetting('reminder-preference/o-1', { how: 'weekly' }),
      aSetting('bank-holidays', { removed: ['2021-08-30'] }),
      aSetting('reminder-wording', { closing: 'Ask Helen.' }),
      aSetting('view/late', { offsets: [0] }),
    ])
    expect(policies.force).toEqual({ ...defaultReminderPolicy, onTheDay: false })
    expect(wording).toEqual({ ...defaultWording, closing: 'Ask Helen.' })
    expect([policies.reports.get('r-1'), policies.rows.get('r-1/4a')]).toEqual([
      { offsets: [60] },
      { offsets: [5] },
    ])
    expect(policies.preferences.get('o-1')).toEqual({ how: 'weekly', weekday: 1, snoozeUntil: null })
    expect([daysOff.removed, unreadable, farthestOffset(policies)]).toEqual([['2021-08-30'], [], 60])
  })

  test('one that cannot be read is named, and the default holds in its place', () => {
    const broken = { key: 'reminder-rules', value: '{"quietFrom":', changedBy: '', changedByName: '' }
    const { policies, wording, unreadable } = reminderSettingsOf([
      broken,
      aSetting('reminder-wording', { opening: 'Dear {rank}' }),
      aSetting('reminder-policy/row/x/1', { offsets: 3 }),
    ])
    expect(policies.rules).toEqual(defaultForceRules)
    expect(wording).toEqual(defaultWording)
    expect(policies.rows.size).toBe(0)
    expect(unreadable.map(({ id }) => id).sort()).toEqual([
      'reminder-policy/row/x/1',
      'reminder-rules',
      'reminder-wording',
    ])
  })
})
