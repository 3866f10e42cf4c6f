import { pino } from 'pino'
import { coverJob } from '../../../src/bot/jobs/cover.ts'
import { completion, coverStores, member, requirement } from '../../support/cover.ts'
import { aPost, aRecommendation, holderOf, secretary } from '../../support/register.ts'
import { reminderScene } from '../../support/reminders.ts'

const silent = pino({ level: 'silent' })
const rests = { requirement: 'pclo', title: 'Conference liaison', atLeast: 95, note: '' }
const posts = [
  aPost({}),
  aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(secretary) }),
]

test('a row that stays fallen is told of once, and costs no lock with every count', async () => {
  const cover = coverStores({
    requirements: [requirement({ kind: 'every', everyMonths: 12 })],
    staff: [member({ key: 'p1' })],
    completions: [completion({ person: 'p1', completedOn: '2020-06-15' })],
  })
  const green = aRecommendation({ status: 'GREEN', due: [], restsOn: [rests] })
  const scene = { ...cover, ...reminderScene([green], posts) }
  const job = coverJob(
    async () => scene,
    async () => undefined,
    silent,
  )
  await job()
  await job.idle()
  expect(scene.messenger.cards).toHaveLength(2)
  scene.settings.calls.length = 0
  await job()
  await job.idle()
  expect(scene.settings.calls).not.toContain('save')
  expect(scene.messenger.cards).toHaveLength(2)
})
