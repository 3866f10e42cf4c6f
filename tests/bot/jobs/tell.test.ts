import { pino } from 'pino'
import { tellJob } from '../../../src/bot/jobs/tell.ts'
import { aPost, aRecommendation, holderOf, officer, owner, secretary } from '../../support/register.ts'
import { reminderScene } from '../../support/reminders.ts'

const log = pino({ enabled: false })
const posts = [
  aPost(),
  aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(secretary) }),
]
const extensionRequest = {
  ...{ to: '2021-09-30', precision: 'day' as const, reason: 'Late.', askedAt: '2021-06-16T07:00:00.000Z' },
  ...{ askedBy: owner.name, askedByObject: owner.objectId },
}

function setUp() {
  const scene = reminderScene([aRecommendation({ extensionRequest })], posts)
  const tell = tellJob(
    async () => scene,
    () => scene.clock.today(),
    log,
  )
  const row = scene.recommendations.peek('1')
  return { scene, tell, saved: (did: 'ask-extension' | 'say-done') => ({ code: 'saved', did, row }) as const }
}

test('a press that asks others has them told, and a press that does not tells nobody', async () => {
  const { scene, tell, saved } = setUp()
  tell({ code: 'saved', did: 'acknowledge' }, { rowRef: '1' })
  tell({ code: 'saved', did: 'update-progress' }, { rowRef: '1' })
  await tell.idle()
  expect(scene.messenger.cards).toEqual([])
  tell(saved('ask-extension'), { rowRef: '1' })
  tell(saved('ask-extension'), { rowRef: '1' })
  await tell.idle()
  expect(scene.messenger.cards.map(({ person }) => person)).toEqual([secretary.objectId])
})

test('a failure is left to the next run, and the next press is told', async () => {
  const { scene, tell, saved } = setUp()
  tell(saved('ask-extension'), { rowRef: '99' })
  tell(saved('ask-extension'), { rowRef: '1' })
  await tell.idle()
  expect(scene.messenger.cards).toHaveLength(1)
  expect(scene.messenger.cards[0]?.person).not.toBe(officer.objectId)
})
