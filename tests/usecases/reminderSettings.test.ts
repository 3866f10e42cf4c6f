import { defaultReminderPolicy as defaults } from '../../src/domain/reminderPolicy.ts'
import { changeReminderSetting } from '../../src/usecases/changeReminderSetting.ts'
import { changesOf } from '../../src/usecases/keepSetting.ts'
import { previewReminders } from '../../src/usecases/previewReminders.ts'
import { aRecommendation, officer, owner, secretary } from '../support/register.ts'
import { reminderScene } from '../support/reminders.ts'

const force = 'reminder-policy/force'

describe('changing a setting of reminders', () => {
  test('keeps who changed it, when and from what', async () => {
    const scene = reminderScene()
    const first = await changeReminderSetting(scene, {
      key: force,
      value: { offsets: [20] },
      etag: null,
      actor: secretary,
    })
    const etag = first.ok ? first.row.etag : null
    const second = await changeReminderSetting(scene, {
      key: force,
      value: { offsets: [10] },
      etag,
      actor: secretary,
    })
    expect(second.ok && changesOf(second.row.value)).toEqual([
      {
        at: '2021-06-16T08:00:00.000Z',
        by: secretary.name,
        byObject: secretary.objectId,
        from: '{"offsets":[20]}',
      },
      { at: '2021-06-16T08:00:00.000Z', by: secretary.name, byObject: secretary.objectId, from: '' },
    ])
  })

  test.each([
    [
      'an officer may not change the force’s policy',
      { key: force, value: {}, actor: officer },
      'secretary-only',
    ],
    [
      'nor another’s wishes',
      { key: `reminder-preference/${owner.objectId}`, value: {}, actor: officer },
      'secretary-only',
    ],
    [
      'nor the wording',
      { key: 'reminder-wording', value: { closing: 'Ask me.' }, actor: officer },
      'secretary-only',
    ],
    [
      'wording with a placeholder that is none',
      { key: 'reminder-wording', value: { opening: '{text}' }, actor: secretary },
      'cannot-be',
    ],
    ['a value that cannot be', { key: force, value: { offsets: [0] }, actor: secretary }, 'cannot-be'],
    ['a setting of another kind', { key: 'view/late', value: {}, actor: secretary }, 'not-a-setting'],
  ])('%s', async (_what, input, code) => {
    expect(await changeReminderSetting(reminderScene(), { ...input, etag: null })).toEqual({
      ok: false,
      code,
    })
  })

  test('everybody sets their own wishes', async () => {
    const key = `reminder-preference/${officer.objectId}`
    const value = { how: 'weekly' }
    expect(
      (await changeReminderSetting(reminderScene(), { key, value, etag: null, actor: officer })).ok,
    ).toBe(true)
  })

  test('what somebody else saved meanwhile is shown and not overwritten', async () => {
    const scene = reminderScene()
    await changeReminderSetting(scene, { key: force, value: { offsets: [20] }, etag: null, actor: secretary })
    const late = await changeReminderSetting(scene, {
      key: force,
      value: { offsets: [5] },
      etag: null,
      actor: secretary,
    })
    expect(late).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })
})

describe('a preview', () => {
  const preview = (scene: ReturnType<typeof reminderScene>, offsets: readonly number[]) =>
    previewReminders(scene, {
      today: '2021-06-16',
      proposed: { policies: { force: { ...defaults, offsets } } },
    })

  test.each([
    [[14], 'On 16 June 2021 this would send 1 card to 1 person: Daniel Okafor.'],
    [[5], 'On 16 June 2021 this would send 0 cards to 0 people.'],
  ])('of offsets %s', async (offsets, sentence) => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    expect((await preview(scene, offsets)).sentence).toBe(sentence)
    expect([scene.messenger.cards, await scene.ledger.states(), (await scene.settings.all()).rows]).toEqual([
      [],
      [],
      [],
    ])
  })
})
