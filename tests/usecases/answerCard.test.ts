import { fingerprint } from '../../src/domain/fingerprint.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { answerCard } from '../../src/usecases/answerCard.ts'
import { longestCardNote } from '../../src/usecases/cardProgress.ts'
import { aPost, aRecommendation, holderOf, officer, owner } from '../support/register.ts'
import { aLedgerEntry, reminderScene } from '../support/reminders.ts'

type Scene = ReturnType<typeof reminderScene>
const daniel = { objectId: owner.objectId, name: owner.name }
const amira = { objectId: officer.objectId, name: officer.name }

function sceneWithCard(row: Partial<Recommendation> = {}): Scene {
  const scene = reminderScene([aRecommendation(row), aRecommendation({ number: '9' })])
  scene.ledger.put(aLedgerEntry())
  scene.ledger.put(
    aLedgerEntry({ key: 'second', recommendation: 'hate-crime-2018-07/9', recommendationRef: '2' }),
  )
  return scene
}

type Press = Parameters<typeof answerCard>[1]
const press = (
  scene: Scene,
  { typed = 'The policy was signed.', ...changes }: Partial<Press> & { readonly typed?: string } = {},
) =>
  answerCard(scene, {
    person: daniel,
    rowRef: '1',
    reply: { does: 'update-progress', text: typed },
    seen: 0,
    progressSeen: null,
    activity: 'card-1',
    ...changes,
  })
const progressSaved = { code: 'saved', did: 'update-progress' }

const someoneElse = (progress: string) => (row: Recommendation) => ({
  ...row,
  progress,
  history: [
    ...row.history,
    {
      at: '2021-06-16T07:30:00.000Z',
      by: 'Helen Carver',
      byObject: 'helen',
      field: 'progress' as const,
      from: row.progress,
      to: progress,
      via: 'tab' as const,
    },
  ],
})

describe('a press of Update progress', () => {
  test('saves the note with who, when and through what', async () => {
    const scene = sceneWithCard()
    const answer = await press(scene)
    expect(answer.outcome).toEqual(progressSaved)
    const { progress, history } = scene.recommendations.peek('1').value
    expect(progress).toBe('The policy was signed.')
    expect(history).toMatchObject([
      { by: 'Daniel Okafor', byObject: owner.objectId, at: '2021-06-16T08:00:00.000Z', via: 'card' },
    ])
  })

  test('says that the note is saved when the rows cannot be read after it', async () => {
    const scene = sceneWithCard()
    const save = scene.recommendations.save.bind(scene.recommendations)
    scene.recommendations.save = async (...given) => {
      const saved = await save(...given)
      scene.recommendations.goOffline()
      return saved
    }
    expect(await press(scene)).toMatchObject({ outcome: { code: 'saved' }, unread: true, rows: [] })
  })

  test('answers with the row as it is now and the other rows still open', async () => {
    const { rows, more } = await press(sceneWithCard())
    expect(rows.map((row) => [row.ref, row.standing, row.update?.text ?? null])).toEqual([
      ['1', 'open', 'The policy was signed.'],
      ['2', 'open', null],
    ])
    expect(more).toBe(0)
  })

  test('the same note delivered twice is saved once and is no error', async () => {
    const scene = sceneWithCard()
    await press(scene)
    expect((await press(scene)).outcome).toEqual(progressSaved)
    expect(scene.recommendations.peek('1').value.history).toHaveLength(1)
  })

  test('a save whose answer was lost is found by pressing again', async () => {
    const scene = sceneWithCard()
    scene.recommendations.loseNextAnswer()
    await expect(press(scene)).rejects.toThrow('did not answer')
    expect((await press(scene)).outcome).toEqual(progressSaved)
    expect(scene.recommendations.peek('1').value.history).toHaveLength(1)
  })
})

describe('the server decides, not the card', () => {
  test.each([
    ['somebody who does not hold the post', { person: amira }, {}, 'not-your-item'],
    ['a row that is not in the register', { rowRef: '99' }, {}, 'missing'],
    ['a row that became GREEN', {}, { status: 'GREEN' as const }, 'closed'],
    ['a row that was closed', {}, { status: 'CLOSED' as const }, 'closed'],
    ['a row that another post owns now', {}, { ownerPost: 'head-of-ppu' }, 'not-your-item'],
    ['an empty note', { typed: '   ' }, {}, 'empty-progress'],
    ['the note that is there already', { typed: 'A working group met in April.' }, {}, 'nothing-changed'],
    [
      'a note longer than a card takes',
      { typed: 'x'.repeat(longestCardNote + 1) },
      {},
      'too-long-for-a-card',
    ],
  ])('refuses %s', async (_what, changes, row, why) => {
    const scene = sceneWithCard(row)
    expect((await press(scene, changes)).outcome).toEqual({ code: 'refused', why })
    expect(scene.recommendations.calls).not.toContain('save')
  })

  test('takes a note as long as a card takes', async () => {
    expect((await press(sceneWithCard(), { typed: 'x'.repeat(longestCardNote) })).outcome.code).toBe('saved')
  })

  test('tells nothing of a row that was never on a card of this person', async () => {
    const scene = sceneWithCard()
    expect((await press(scene, { person: amira })).rows).toEqual([])
  })

  test('a deputy may answer as well', async () => {
    const scene = sceneWithCard()
    scene.posts.change('1', () => aPost({ holder: holderOf(officer), deputy: holderOf(owner) }))
    expect((await press(scene)).outcome).toEqual(progressSaved)
  })

  test.each([
    ['closed', { status: 'NEW GREEN' as const }],
    ['not-yours', { ownerPost: 'head-of-ppu' }],
  ])('a stale card shows the row as %s', async (standing, row) => {
    expect((await press(sceneWithCard(row))).rows[0]?.standing).toBe(standing)
  })

  test('a row that was deleted shows as gone', async () => {
    const scene = sceneWithCard()
    scene.recommendations.remove('1')
    expect((await press(scene)).rows.map((row) => row.standing)).toEqual(['missing', 'open'])
  })
})

describe('somebody else was faster', () => {
  test('a change of the progress since the card: both notes are shown and nothing is saved', async () => {
    const scene = sceneWithCard()
    scene.recommendations.change('1', someoneElse('Theirs.'))
    expect((await press(scene)).outcome).toEqual({
      code: 'conflict',
      theirs: { text: 'Theirs.', written: { by: 'Helen Carver', at: '2021-06-16T07:30:00.000Z' } },
    })
    expect(scene.recommendations.peek('1').value.progress).toBe('Theirs.')
  })

  test('having seen theirs, a second press replaces it', async () => {
    const scene = sceneWithCard()
    scene.recommendations.change('1', someoneElse('Theirs.'))
    const seen = (await press(scene)).rows[0]?.seen ?? null
    expect((await press(scene, { seen })).outcome).toEqual(progressSaved)
    expect(scene.recommendations.peek('1').value.progress).toBe('The policy was signed.')
  })

  const meanwhile = (scene: Scene, change: (row: Recommendation) => Recommendation) => {
    const save = scene.recommendations.save.bind(scene.recommendations)
    scene.recommendations.save = async (row, next) => {
      scene.recommendations.save = save
      scene.recommendations.change('1', change)
      return save(row, next)
    }
  }

  test('between reading and saving, another field: read again and saved, both changes kept', async () => {
    const scene = sceneWithCard()
    meanwhile(scene, (row) => ({ ...row, status: 'RED' }))
    expect((await press(scene)).outcome).toEqual(progressSaved)
    expect(scene.recommendations.peek('1').value).toMatchObject({
      status: 'RED',
      progress: 'The policy was signed.',
    })
  })

  test('between reading and saving, the progress: theirs stays', async () => {
    const scene = sceneWithCard()
    meanwhile(scene, someoneElse('Theirs.'))
    expect((await press(scene)).outcome.code).toBe('conflict')
    expect(scene.recommendations.peek('1').value.progress).toBe('Theirs.')
  })

  test('between reading and saving, it was settled: not saved', async () => {
    const scene = sceneWithCard()
    meanwhile(scene, (row) => ({ ...row, status: 'GREEN' }))
    expect((await press(scene)).outcome).toEqual({ code: 'refused', why: 'closed' })
  })
})

describe('the progress was changed in SharePoint itself', () => {
  const progressSeen = fingerprint('A working group met in April.')
  const inSharePoint = (row: Recommendation) => ({ ...row, progress: 'Amended.' })
  const conflict = { code: 'conflict', theirs: { text: 'Amended.', written: null } }

  test('since the card was sent: it is shown, nobody is named and nothing is saved', async () => {
    const scene = sceneWithCard()
    scene.recommendations.change('1', inSharePoint)
    expect((await press(scene, { progressSeen })).outcome).toEqual(conflict)
    expect(scene.recommendations.peek('1').value.progress).toBe('Amended.')
  })

  test('after somebody had saved here: it is not put into their mouth', async () => {
    const scene = sceneWithCard()
    scene.recommendations.change('1', someoneElse('Theirs.'))
    scene.recommendations.change('1', inSharePoint)
    const answer = await press(scene, { progressSeen })
    expect(answer.outcome).toEqual(conflict)
    expect(answer.rows[0]?.update).toEqual({ text: 'Amended.', written: null })
  })

  test('and was seen: a second press replaces it', async () => {
    const scene = sceneWithCard()
    scene.recommendations.change('1', inSharePoint)
    const row = (await press(scene, { progressSeen })).rows[0]
    const again = { seen: row?.seen ?? null, progressSeen: row?.progressSeen ?? null }
    expect((await press(scene, again)).outcome).toEqual(progressSaved)
  })

  test('what this person saved since, in the tab for instance, is no conflict', async () => {
    const scene = sceneWithCard()
    await press(scene, { progressSeen })
    expect((await press(scene, { progressSeen, typed: 'Signed and sent.' })).outcome.code).toBe('saved')
  })

  test('in a row that was not pressed: it is shown on the card that comes back', async () => {
    const scene = sceneWithCard()
    const second = (await scene.ledger.all()).rows[1]
    if (second) await scene.ledger.save(second, { ...second.value, progressSeen })
    expect((await press(scene)).rows[1]?.update).toBeNull()
    scene.recommendations.change('2', inSharePoint)
    expect((await press(scene)).rows[1]?.update).toEqual(conflict.theirs)
  })
})

test.each([
  ['a day to come', '2021-06-20', 10],
  ['the day of the clock', '2021-06-16', 14],
  ['a day gone by', '2021-06-10', 14],
  ['a day that is not known', null, 14],
])('a card made for %s counts from the later day', async (_what, forDay, daysLeft) => {
  const scene = reminderScene([aRecommendation()])
  scene.ledger.put(aLedgerEntry({ forDay }))
  expect((await press(scene)).rows[0]?.daysLeft).toBe(daysLeft)
})

test('a card of many rows reads ten of them, the pressed one among them', async () => {
  const numbers = Array.from({ length: 14 }, (_, index) => String(index + 10))
  const scene = reminderScene(numbers.map((number) => aRecommendation({ number })))
  for (const [index, number] of numbers.entries())
    scene.ledger.put(
      aLedgerEntry({
        key: number,
        recommendation: `hate-crime-2018-07/${number}`,
        recommendationRef: String(index + 1),
      }),
    )
  const { rows, more } = await press(scene, { rowRef: '14' })
  expect(rows.map((row) => row.ref)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '14'])
  expect(more).toBe(4)
})
