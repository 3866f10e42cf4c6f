import { rememberedWording } from '../../src/bot/wording.ts'
import { defaultWording } from '../../src/domain/reminderWording.ts'
import { changeReminderSetting } from '../../src/usecases/changeReminderSetting.ts'
import { secretary } from '../support/register.ts'
import { reminderScene } from '../support/reminders.ts'

const key = 'reminder-wording'
const closing = 'Ask the board secretary.'

describe('the wording that the service uses', () => {
  test('is the default until somebody sets another, which holds within a minute', async () => {
    const scene = reminderScene()
    let now = 0
    const wording = rememberedWording(
      async () => scene.settings,
      () => now,
    )
    expect(await wording()).toEqual(defaultWording)
    await changeReminderSetting(scene, { key, value: { closing }, etag: null, actor: secretary })
    now = 59_999
    expect(await wording()).toEqual(defaultWording)
    now = 60_000
    expect(await wording()).toEqual({ ...defaultWording, closing })
  })

  test('is the default while the settings cannot be read, and is asked for again', async () => {
    const scene = reminderScene()
    await changeReminderSetting(scene, { key, value: { closing }, etag: null, actor: secretary })
    const wording = rememberedWording(async () => scene.settings)
    scene.settings.goOffline()
    expect(await wording()).toEqual(defaultWording)
    scene.settings.recover()
    expect((await wording()).closing).toBe(closing)
  })

  test('is the default where what was saved cannot be used', async () => {
    const scene = reminderScene()
    const value = JSON.stringify({ opening: 'Dear {rank}' })
    await scene.settings.create({ key, value, changedBy: '', changedByName: '' })
    expect(await rememberedWording(async () => scene.settings)()).toEqual(defaultWording)
  })
})
