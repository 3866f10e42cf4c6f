import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Person } from '../../src/domain/roles.ts'
import { answerCard } from '../../src/usecases/answerCard.ts'
import type { CardReply } from '../../src/usecases/cardReplies.ts'
import { aPost, aRecommendation, holderOf, officer, owner, secretary } from '../support/register.ts'
import { aLedgerEntry, reminderScene } from '../support/reminders.ts'

type Scene = ReturnType<typeof reminderScene>
const head: Person = { ...officer, objectId: 'head', name: 'Priya Nair' }
const posts = [
  aPost({ headOfUnit: holderOf(head) }),
  aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(secretary) }),
  aPost({ key: 'elsewhere', title: 'Elsewhere', holder: holderOf(officer) }),
]

function sceneWith(row: Partial<Recommendation> = {}): Scene {
  const scene = reminderScene([aRecommendation(row)], posts)
  for (const person of [owner, head, secretary, officer])
    scene.ledger.put(aLedgerEntry({ key: person.objectId, person: person.objectId, personName: person.name }))
  return scene
}

const press = (scene: Scene, reply: CardReply | null, person = owner, seen: number | null = null) =>
  answerCard(scene, {
    ...{ person: { objectId: person.objectId, name: person.name }, rowRef: '1', reply, seen },
    ...{ progressSeen: null, activity: 'card-1' },
  })
const row = (scene: Scene) => scene.recommendations.peek('1').value

const ask: CardReply = { does: 'ask-extension', to: '2021-09-30', reason: 'The supplier is late.' }
const done: CardReply = { does: 'say-done', link: 'https://example.org/policy', title: '' }
const answer = (does: 'answer-extension' | 'answer-sign-off', agreed: boolean, reason = ''): CardReply => ({
  ...{ does, agreed, reason, about: null },
})
const asked = {
  ...{ to: '2021-09-30', precision: 'day' as const, reason: 'Late.', askedAt: '2021-06-15T09:00:00.000Z' },
  ...{ askedBy: owner.name, askedByObject: owner.objectId },
}

describe('an owner', () => {
  test('asks for a later deadline, and the card says so', async () => {
    const scene = sceneWith()
    const reply = await press(scene, ask)
    expect(reply.outcome).toMatchObject({ code: 'saved', did: 'ask-extension' })
    expect(row(scene).extensionRequest).toMatchObject({ to: '2021-09-30', askedBy: 'Daniel Okafor' })
    expect(reply.rows[0]?.happened).toMatchObject([{ field: 'extension', to: 'asked for 30 September 2021' }])
    expect(reply.rows[0]?.offers).not.toContain('ask-extension')
  })

  test('says that it is done: evidence and the request for sign-off are saved together', async () => {
    const scene = sceneWith()
    await press(scene, done)
    expect(row(scene)).toMatchObject({
      evidence: [{ title: 'Evidence at example.org', link: 'https://example.org/policy', by: owner.name }],
      signOff: { state: 'asked', askedBy: owner.name },
      status: 'AMBER',
    })
    expect(scene.recommendations.calls.filter((call) => call === 'save')).toHaveLength(1)
  })

  test.each([
    ['ask', ask],
    ['done', done],
  ])('pressing twice counts once: %s', async (_what, reply) => {
    const scene = sceneWith()
    await press(scene, reply)
    const lines = row(scene).history.length
    expect((await press(scene, reply)).outcome.code).toBe('saved')
    expect(row(scene).history).toHaveLength(lines)
  })

  test('whose answer was lost presses again and it is found', async () => {
    const scene = sceneWith()
    scene.recommendations.loseNextAnswer()
    await expect(press(scene, ask)).rejects.toThrow('did not answer')
    expect((await press(scene, ask)).outcome.code).toBe('saved')
    expect(row(scene).history).toHaveLength(1)
  })

  test.each<[string, CardReply, Partial<Recommendation>, string]>([
    ['a day that is not later', { ...ask, to: '2021-06-30' }, {}, 'not-later'],
    ['no day', { ...ask, to: '' }, {}, 'not-a-date'],
    ['no reason', { ...ask, reason: ' ' }, {}, 'no-reason'],
    ['a second request', ask, { extensionRequest: { ...asked, askedByObject: 'other' } }, 'already-asked'],
    ['a link that runs', { ...done, link: 'javascript:alert(1)' }, {}, 'not-a-link'],
    ['no link', { ...done, link: '' }, {}, 'not-a-link'],
    ['a settled row', ask, { status: 'GREEN' }, 'closed'],
    ['a row of another post', ask, { ownerPost: 'elsewhere' }, 'not-your-item'],
  ])('is refused with %s, and nothing is saved', async (_what, reply, changes, why) => {
    const scene = sceneWith(changes)
    expect((await press(scene, reply)).outcome).toEqual({ code: 'refused', why })
    expect(scene.recommendations.calls).not.toContain('save')
  })

  test('of a stale card sees what changed instead of acting', async () => {
    const moved = {
      ...{ at: '2021-06-16T07:30:00.000Z', by: 'Helen Carver', byObject: 'helen', via: 'tab' as const },
      ...{ field: 'due' as const, from: '', to: 'Now August 2021' },
    }
    const scene = sceneWith({ history: [moved] })
    const stale = await press(scene, ask, owner, 0)
    expect(stale.outcome).toEqual({ code: 'stale', change: moved })
    expect(row(scene).extensionRequest).toBeNull()
    expect((await press(scene, ask, owner, stale.rows[0]?.seen ?? null)).outcome.code).toBe('saved')
  })
})

describe('whoever decides', () => {
  test.each([
    ['the board secretary', secretary],
    ['the head of the unit', head],
  ])('%s agrees, and the deadline moves', async (_who, person) => {
    const scene = sceneWith({ extensionRequest: asked })
    const reply = await press(scene, answer('answer-extension', true), person)
    expect(reply.outcome).toMatchObject({ code: 'saved', did: 'answer-extension' })
    expect(row(scene).due.at(-1)).toMatchObject({ date: '2021-09-30', change: { agreedBy: person.name } })
    expect(reply.rows[0]?.asked).toBeNull()
  })

  test('declines a sign-off with a reason, and agrees to another', async () => {
    const signOff = {
      ...{ state: 'asked' as const, askedAt: asked.askedAt, askedBy: owner.name, note: '' },
      ...{ askedByObject: owner.objectId, answeredAt: null, answeredBy: '', answeredByObject: '' },
    }
    const evidence = [
      {
        title: 'Policy',
        link: 'https://example.org/',
        at: asked.askedAt,
        by: owner.name,
        byObject: owner.objectId,
      },
    ]
    const declined = sceneWith({ signOff, evidence })
    expect((await press(declined, answer('answer-sign-off', false), head)).outcome).toMatchObject({
      why: 'no-reason',
    })
    await press(declined, answer('answer-sign-off', false, 'It has not begun.'), head)
    expect(row(declined)).toMatchObject({
      status: 'AMBER',
      signOff: { state: 'declined', note: 'It has not begun.' },
    })
    const agreed = sceneWith({ signOff, evidence })
    await press(agreed, answer('answer-sign-off', true), head)
    expect(row(agreed)).toMatchObject({
      status: 'GREEN',
      signOff: { state: 'agreed', answeredBy: head.name },
    })
  })

  test.each<[string, Person, string]>([
    ['the one who asked', owner, 'own-request'],
    ['somebody of another unit', officer, 'not-the-second-person'],
  ])('is not %s', async (_who, person, why) => {
    const scene = sceneWith({ extensionRequest: asked })
    expect((await press(scene, answer('answer-extension', true), person)).outcome).toMatchObject({ why })
  })

  test('does not answer a request other than the one that the card showed', async () => {
    const scene = sceneWith({ extensionRequest: asked })
    const about = '2021-06-01T09:00:00.000Z'
    const reply: CardReply = { does: 'answer-extension', agreed: true, reason: '', about }
    expect((await press(scene, reply, head)).outcome.code).toBe('stale')
    expect(row(scene).extensionRequest).toEqual(asked)
  })
})

describe('what is said of the reminder itself', () => {
  test('an acknowledgement is in the ledger, and the row is as it was', async () => {
    const scene = sceneWith()
    const before = row(scene)
    const reply = await press(scene, { does: 'acknowledge' })
    expect(reply.outcome).toEqual({ code: 'saved', did: 'acknowledge' })
    expect(reply.rows[0]?.answered.acknowledgedAt).toBe('2021-06-16T08:00:00.000Z')
    expect(reply.rows[0]?.offers).not.toContain('acknowledge')
    expect(row(scene)).toEqual(before)
  })

  test('“not mine” is put down with whose it is, and the owner stays', async () => {
    const scene = sceneWith()
    const reply = await press(scene, { does: 'not-mine', whose: ' Head of Custody ' })
    expect(reply.rows[0]?.answered).toMatchObject({ notMineWhose: 'Head of Custody' })
    expect(row(scene).ownerPost).toBe('crime-dci')
  })

  test.each<[string, CardReply, Person, string]>([
    ['without a name', { does: 'not-mine', whose: ' ' }, owner, 'no-reason'],
    ['with a whole story', { does: 'not-mine', whose: 'x'.repeat(501) }, owner, 'too-long'],
    ['by somebody whose it is not anyway', { does: 'not-mine', whose: 'x' }, head, 'not-your-item'],
    ['by a stranger', { does: 'acknowledge' }, officer, 'not-your-item'],
  ])('is refused %s', async (_what, reply, person, why) => {
    expect((await press(sceneWith(), reply, person)).outcome).toEqual({ code: 'refused', why })
  })
})

test('a wish to see the row changes nothing and shows all that it offers', async () => {
  const scene = sceneWith()
  const reply = await press(scene, null)
  expect(reply.outcome).toEqual({ code: 'shown' })
  expect(reply.rows[0]?.offers).toEqual([
    ...['update-progress', 'ask-extension', 'say-done', 'acknowledge', 'not-mine'],
  ])
  expect(scene.recommendations.calls).not.toContain('save')
})
