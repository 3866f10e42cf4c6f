import { pino } from 'pino'
import { remindJob } from '../../../src/bot/jobs/remind.ts'
import { reminderScene } from '../../support/reminders.ts'

const silent = pino({ level: 'silent' })

describe('the reminder job', () => {
  test('runs one after the other, so that two at once send one card', async () => {
    const scene = reminderScene()
    const remind = remindJob(
      async () => scene,
      () => scene.clock.today(),
      silent,
    )
    const reports = await Promise.all([remind('2021-06-16'), remind('2021-06-16')])
    expect(scene.messenger.cards).toHaveLength(1)
    expect(reports.map(({ sent, skipped }) => [sent.length, skipped.length])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('acts for today when no day is named', async () => {
    const scene = reminderScene()
    scene.clock.moveTo('2021-05-10T08:00:00.000Z')
    const remind = remindJob(
      async () => scene,
      () => scene.clock.today(),
      silent,
    )
    expect((await remind(null)).today).toBe('2021-05-10')
    expect(scene.messenger.cards).toEqual([])
  })

  test('runs again after one that could not', async () => {
    const scene = reminderScene()
    const remind = remindJob(
      async () => scene,
      () => scene.clock.today(),
      silent,
    )
    scene.posts.goOffline()
    await expect(remind('2021-06-16')).rejects.toThrow('could not be reached')
    scene.posts.recover()
    expect((await remind('2021-06-16')).sent).toHaveLength(1)
  })
})
