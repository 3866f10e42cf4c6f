import { runSchedule } from '../../bench/reminders/faultSchedule.ts'
import type { ReminderDeps } from '../../src/usecases/sendReminders.ts'

const seeds = Array.from({ length: 20 }, (_, at) => at + 1)

async function findings(alter?: (deps: ReminderDeps) => ReminderDeps) {
  const verdicts = []
  for (const seed of seeds) verdicts.push(await runSchedule(seed, alter))
  return {
    lost: verdicts.flatMap(({ lost }) => lost),
    doubled: verdicts.flatMap(({ doubled }) => doubled),
    kills: verdicts.reduce((sum, { kills }) => sum + kills, 0),
    twins: verdicts.reduce((sum, { twins }) => sum + twins, 0),
  }
}

/** The first of the thousand histories that `npm run bench -- reminders --faults` goes through. */
describe('twenty histories of kills, twins and faults', () => {
  test('lose nothing and double nothing', async () => {
    const { lost, doubled, kills, twins } = await findings()
    expect([lost, doubled]).toEqual([[], []])
    expect(Math.min(kills, twins)).toBeGreaterThan(20)
  })

  test('would show cards that are doubled, were the chat not asked', async () => {
    const { doubled } = await findings((deps) => ({
      ...deps,
      messenger: { ...deps.messenger, arrivedSince: async () => false },
    }))
    expect(doubled.length).toBeGreaterThan(0)
  })

  test('would show cards that are lost, were a broken claim taken for a card', async () => {
    const { lost } = await findings((deps) => ({
      ...deps,
      messenger: {
        ...deps.messenger,
        arrivedSince: async (_person, moment) => ({ activity: 'taken for it', sentAt: moment }),
      },
    }))
    expect(lost.length).toBeGreaterThan(0)
  })
})
