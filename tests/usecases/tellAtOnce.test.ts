import { newestAnswer } from '../../src/domain/answerGiven.ts'
import { applyDecision, type Decision } from '../../src/domain/decide.ts'
import { postsHeldBy } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Person } from '../../src/domain/roles.ts'
import { sendReminders } from '../../src/usecases/sendReminders.ts'
import { tellAnswer, tellAnswers, tellDeciders } from '../../src/usecases/tellAtOnce.ts'
import { aPost, aRecommendation, holderOf, officer, owner, secretary } from '../support/register.ts'
import { reminderScene } from '../support/reminders.ts'

const head: Person = { ...officer, objectId: 'head', name: 'Priya Nair' }
const posts = [
  aPost({ headOfUnit: holderOf(head) }),
  aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(secretary) }),
]
const input = { rowRef: '1', today: '2021-06-16', time: null, run: 'press-1' }

function decided(row: Recommendation, decision: Decision, actor: Person, at = '2021-06-16T07:59:00.000Z') {
  const context = { actor, posts, heldPosts: postsHeldBy(posts, actor.objectId), at, today: '2021-06-16' }
  const outcome = applyDecision(row, decision, context)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.next
}

const asked = () =>
  decided(aRecommendation(), { does: 'ask-extension', to: '2021-09-30', reason: 'Late.' }, owner)
const answered = (agreed: boolean) =>
  decided(asked(), { does: 'answer-extension', agreed, reason: 'No.' }, head, '2021-06-16T08:00:00.000Z')

describe('whoever is asked to decide', () => {
  test('gets a card of its own at once, and no second one from the day’s run', async () => {
    const scene = reminderScene([asked()], posts)
    const told = await tellDeciders(scene, input)
    expect(told.sent.map(({ person }) => person)).toEqual([secretary.name])
    expect(scene.messenger.cards).toEqual([{ person: secretary.objectId, keys: ['hate-crime-2018-07/8'] }])
    await tellDeciders(scene, { ...input, run: 'press-2' })
    await sendReminders(scene, { today: '2021-06-16', run: 'day' })
    const toSecretary = scene.messenger.cards.filter(({ person }) => person === secretary.objectId)
    expect(toSecretary).toHaveLength(1)
  })

  test('is the next one where the first cannot be reached', async () => {
    const scene = reminderScene([asked()], posts)
    scene.messenger.next.push({ state: 'unreachable', note: 'No app.' })
    const told = await tellDeciders(scene, input)
    expect(told.unreachable.map(({ person }) => person)).toEqual([secretary.name])
    expect(told.sent.map(({ person }) => person)).toEqual([head.name])
  })

  test('is nobody while nothing is asked, and the owner’s own reminders are left to the run', async () => {
    const scene = reminderScene([aRecommendation()], posts)
    await tellDeciders(scene, input)
    expect(scene.messenger.cards).toEqual([])
  })
})

describe('whoever asked', () => {
  test.each([true, false])('is told the answer once: agreed %s', async (agreed) => {
    const row = answered(agreed)
    const scene = reminderScene([row], posts)
    const answer = newestAnswer(row)
    expect(answer).toEqual({
      ...{ rule: 'extension-answered', askedByObject: owner.objectId },
      ...{ by: head.name, at: '2021-06-16T08:00:00.000Z' },
    })
    await tellAnswer(scene, input)
    await tellAnswer(scene, { ...input, run: 'press-2' })
    expect(scene.messenger.cards).toEqual([{ person: owner.objectId, keys: ['hate-crime-2018-07/8'] }])
    const [entry] = (await scene.ledger.all()).rows
    expect(entry?.value).toMatchObject({ rule: 'extension-answered', state: 'sent' })
    expect(entry?.value.why).toContain(`${head.name} answered on 16 June 2021`)
  })

  test('is told by the day’s run what was answered in the tab, once', async () => {
    const scene = reminderScene([answered(true), aRecommendation({ number: '9' })], posts)
    await tellAnswers(scene, { today: '2021-06-17', time: null, run: 'day' })
    await tellAnswers(scene, { today: '2021-06-18', time: null, run: 'next day' })
    expect(scene.messenger.cards).toEqual([{ person: owner.objectId, keys: ['hate-crime-2018-07/8'] }])
  })

  test.each([
    ['on a Saturday', '2021-06-19', null],
    ['in quiet hours', '2021-06-16', '21:00'],
  ])('is not told %s, but by the next run', async (_what, today, time) => {
    const scene = reminderScene([answered(false)], posts)
    await tellAnswer(scene, { ...input, today, time })
    await tellDeciders(scene, { ...input, today, time })
    expect(scene.messenger.cards).toEqual([])
    await tellAnswers(scene, { today: '2021-06-21', time: null, run: 'day' })
    expect(scene.messenger.cards).toHaveLength(1)
  })

  test('is told nothing while there is no answer', () => {
    expect(newestAnswer(asked())).toBeNull()
    expect(newestAnswer(aRecommendation())).toBeNull()
  })
})
