import { fingerprint } from '../../src/domain/fingerprint.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import { planRun } from '../../src/usecases/planReminderRun.ts'
import type { Delivery } from '../../src/usecases/ports.ts'
import { sendReminders } from '../../src/usecases/sendReminders.ts'
import { aPost, aRecommendation, holderOf, officer, owner } from '../support/register.ts'
import { aLedgerEntry, aSetting, reminderScene } from '../support/reminders.ts'

const today = '2021-06-16'
const key = 'hate-crime-2018-07/8'
let runs = 0
const run = (scene: ReturnType<typeof reminderScene>) => {
  runs += 1
  return sendReminders(scene, { today, run: `run ${runs}` })
}
const keysOf = (results: readonly { readonly rows: readonly string[] }[]) =>
  results.flatMap(({ rows }) => rows)

describe('a run', () => {
  test('sends one card per person with all that is due for them', async () => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    const report = await run(scene)
    expect(scene.messenger.cards).toEqual([{ person: owner.objectId, keys: [key, 'hate-crime-2018-07/9'] }])
    expect(keysOf(report.sent)).toEqual([key, 'hate-crime-2018-07/9'])
  })

  test('sends nothing the second time', async () => {
    const scene = reminderScene()
    await run(scene)
    const second = await run(scene)
    expect(scene.messenger.cards).toHaveLength(1)
    expect([keysOf(second.sent), keysOf(second.skipped)]).toEqual([[], [key]])
    expect(second.skipped[0]?.reason).toBe('Already sent to Daniel Okafor on 16 June 2021 at 09:00.')
  })

  test('keeps what is new for the next day, when the person had their message of the day', async () => {
    const scene = reminderScene()
    await run(scene)
    scene.recommendations.put(aRecommendation({ number: '9' }))
    const second = await run(scene)
    expect(second.held).toEqual([
      {
        person: owner.name,
        rows: ['hate-crime-2018-07/9'],
        reason: 'They had their message of the day: it goes out with the next.',
      },
    ])
    await sendReminders(scene, { today: '2021-06-17', run: 'the next day' })
    expect(scene.messenger.cards.map(({ keys }) => keys)).toEqual([[key], ['hate-crime-2018-07/9']])
  })

  test('sends what is new at once to those who want it so', async () => {
    const scene = reminderScene()
    scene.settings.put(aSetting(`reminder-preference/${owner.objectId}`, { how: 'at-once' }))
    await run(scene)
    scene.recommendations.put(aRecommendation({ number: '9' }))
    await run(scene)
    expect(scene.messenger.cards[1]?.keys).toEqual(['hate-crime-2018-07/9'])
  })

  test('writes down conversation, card and time', async () => {
    const scene = reminderScene()
    await run(scene)
    expect(scene.ledger.peek('1').value).toMatchObject({
      state: 'sent',
      conversation: 'a:1',
      activity: 'card-1',
      sentAt: '2021-06-16T08:00:00.000Z',
      recommendationRef: '1',
    })
  })

  test('writes down the day and the progress that the card was made from, anew when it is sent again', async () => {
    const scene = reminderScene()
    scene.messenger.next.push({ state: 'failed', note: 'Teams was away.' })
    await run(scene)
    const first = scene.ledger.peek('1').value
    expect(first).toMatchObject({ forDay: today, progressSeen: fingerprint(aRecommendation().progress) })
    scene.recommendations.change('1', (row) => ({ ...row, progress: 'Amended.' }))
    await run(scene)
    expect(scene.ledger.peek('1').value).toMatchObject({
      state: 'sent',
      progressSeen: fingerprint('Amended.'),
    })
  })

  test('tells who could not be addressed', async () => {
    const report = await run(reminderScene([aRecommendation()], [aPost({ holder: null })]))
    expect(report.unaddressed.map(({ code }) => code)).toEqual(['vacant-post'])
  })

  test('shows rows that cannot be read instead of dropping them', async () => {
    const scene = reminderScene()
    scene.recommendations.unreadable = [{ id: '7', reason: 'No status.' }]
    expect((await run(scene)).unreadable).toEqual([{ id: '7', reason: 'No status.' }])
  })

  test('does not begin when the register cannot be read', async () => {
    const scene = reminderScene()
    scene.recommendations.goOffline()
    await expect(run(scene)).rejects.toThrow('could not be reached')
    expect(scene.messenger.cards).toEqual([])
  })
})

describe('a failure for one person', () => {
  const two = () =>
    reminderScene(
      [aRecommendation(), aRecommendation({ number: '9', ownerPost: 'head-of-ppu' })],
      [aPost(), aPost({ key: 'head-of-ppu', title: 'Head of PPU', holder: holderOf(officer) })],
    )

  test.each<[Delivery['state']]>([['failed'], ['unreachable'], ['unconfirmed']])(
    '%s is recorded and the others get their card',
    async (state) => {
      const scene = two()
      scene.messenger.next.push({ state, note: 'Why.' } as Delivery)
      const report = await run(scene)
      expect(keysOf(report[state as 'failed'])).toEqual([key])
      expect(keysOf(report.sent)).toEqual(['hate-crime-2018-07/9'])
      expect(await scene.ledger.states()).toEqual([state, 'sent'])
    },
  )

  test('a ledger that cannot be written means no card', async () => {
    const scene = reminderScene()
    scene.ledger.create = async () => {
      throw new M365Error('unavailable', 'Microsoft 365 could not answer just now.')
    }
    const report = await run(scene)
    expect(keysOf(report.failed)).toEqual([key])
    expect(scene.messenger.cards).toEqual([])
  })
})

describe('what an earlier run left', () => {
  const broken = (state: 'claimed' | 'unconfirmed' | 'failed' | 'unreachable') => {
    const scene = reminderScene()
    scene.ledger.put(aLedgerEntry({ state, sentAt: null, activity: '', conversation: '', note: 'Why.' }))
    return scene
  }

  test.each([['claimed'], ['unconfirmed']] as const)(
    '%s, and the card is in the chat: marked, not sent again',
    async (state) => {
      const scene = broken(state)
      scene.messenger.inChat = true
      const report = await run(scene)
      expect(scene.messenger.cards).toEqual([])
      expect(keysOf(report.skipped)).toEqual([key])
      expect(await scene.ledger.states()).toEqual(['sent'])
    },
  )

  test.each([['claimed'], ['unconfirmed']] as const)('%s, and no card is there: sent now', async (state) => {
    const scene = broken(state)
    const report = await run(scene)
    expect(scene.messenger.cards).toHaveLength(1)
    expect(keysOf(report.sent)).toEqual([key])
    expect(await scene.ledger.states()).toEqual(['sent'])
  })

  test.each([['claimed'], ['unconfirmed']] as const)(
    '%s, and the chat does not tell: left and reported',
    async (state) => {
      const scene = broken(state)
      scene.messenger.inChat = null
      const report = await run(scene)
      expect(scene.messenger.cards).toEqual([])
      expect(keysOf(report.unconfirmed)).toEqual([key])
      expect(await scene.ledger.states()).toEqual(['unconfirmed'])
    },
  )

  test('failed: tried again', async () => {
    const scene = broken('failed')
    expect(keysOf((await run(scene)).sent)).toEqual([key])
  })

  test.each([
    [true, 1],
    [false, 0],
    [null, 0],
  ])('unreachable, and the app is installed now (%s): %s cards', async (installed, cards) => {
    const scene = broken('unreachable')
    scene.messenger.installed = installed
    const report = await run(scene)
    expect(scene.messenger.cards).toHaveLength(cards)
    expect(keysOf(report.unreachable)).toHaveLength(1 - cards)
  })

  test('the chat is asked about the time of the claim, with the cards that are accounted for', async () => {
    const scene = broken('claimed')
    scene.ledger.put(aLedgerEntry({ key: 'other', recommendationRef: '2', activity: 'card-0' }))
    await run(scene)
    expect(scene.messenger.asked).toEqual([
      {
        moment: '2021-06-16T07:00:00.000Z',
        others: [{ activity: 'card-0', sentAt: '2021-06-16T07:00:01.000Z' }],
      },
    ])
  })

  test('a claim whose mark was lost is settled by the next run, and nothing is doubled', async () => {
    const scene = reminderScene()
    const save = scene.ledger.save.bind(scene.ledger)
    scene.ledger.save = async () => {
      throw new M365Error('unavailable', 'Microsoft 365 could not answer just now.')
    }
    const first = await run(scene)
    expect(first.sent[0]?.reason).toContain('The ledger could not be marked')
    scene.ledger.save = save
    scene.messenger.inChat = true
    await run(scene)
    expect(scene.messenger.cards).toHaveLength(1)
    expect(await scene.ledger.states()).toEqual(['sent'])
  })

  test('a card of several rows of which only one was marked is known by that one', async () => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    await run(scene)
    scene.ledger.change('2', (entry) => ({ ...entry, state: 'claimed', sentAt: null, activity: '' }))
    scene.messenger.inChat = null
    const report = await run(scene)
    expect(keysOf(report.unconfirmed)).toEqual([])
    expect(scene.messenger.cards).toHaveLength(1)
    expect(scene.ledger.peek('2').value).toMatchObject({ state: 'sent', activity: 'card-1' })
  })

  test('an earlier card that was found without an answer is not taken for the next one that is missing', async () => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    const lost = { state: 'unconfirmed', note: 'The answer was lost.' } as const
    scene.ledger.put(
      aLedgerEntry({
        key: 'before',
        recommendation: 'x/1',
        recommendationRef: '7',
        run: 'r0',
        forDay: '2021-06-15',
        note: lost.note,
      }),
    )
    scene.messenger.next.push(lost)
    await run(scene)
    scene.messenger.inChat = false
    const report = await run(scene)
    expect(keysOf(report.sent)).toEqual([key, 'hate-crime-2018-07/9'])
    expect(scene.messenger.cards).toHaveLength(2)
  })

  test('a card found in the chat is remembered as the card of that claim', async () => {
    const scene = broken('claimed')
    scene.messenger.inChat = true
    await run(scene)
    expect(scene.ledger.peek('1').value).toMatchObject({ activity: 'found', note: '' })
  })

  test('a claim that failed holds the whole card back, so that no row is taken for sent with it', async () => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    const create = scene.ledger.create.bind(scene.ledger)
    scene.ledger.create = async (entry) => {
      const created = await create(entry)
      if (entry.recommendation.endsWith('/9')) throw new M365Error('unavailable', 'The answer was lost.')
      return created
    }
    const first = await run(scene)
    expect(scene.messenger.cards).toEqual([])
    expect(first.failed.flatMap(({ rows }) => rows).sort()).toEqual([key, 'hate-crime-2018-07/9'])
    scene.ledger.create = create
    const second = await run(scene)
    expect(scene.messenger.cards).toEqual([{ person: owner.objectId, keys: [key, 'hate-crime-2018-07/9'] }])
    expect(keysOf(second.sent)).toEqual([key, 'hate-crime-2018-07/9'])
    expect(await scene.ledger.states()).toEqual(['sent', 'sent'])
  })

  test('another run that claims first sends alone', async () => {
    const scene = broken('failed')
    const ofPerson = scene.ledger.ofPerson.bind(scene.ledger)
    scene.ledger.ofPerson = async (person) => {
      const read = await ofPerson(person)
      scene.ledger.change('1', (entry) => ({ ...entry, state: 'claimed', note: 'another run' }))
      return read
    }
    const report = await run(scene)
    expect(scene.messenger.cards).toEqual([])
    expect(report.skipped[0]?.reason).toBe('Another run is sending this one.')
  })
})

describe('a dry run', () => {
  test('says who would be told what, and writes nothing', async () => {
    const scene = reminderScene()
    const plan = await planRun(scene, { today })
    expect(
      plan.people.map(({ person, lines }) => [person.name, lines.map(({ standing }) => standing)]),
    ).toEqual([[owner.name, ['fresh']]])
    expect(await scene.ledger.states()).toEqual([])
    expect(scene.messenger.cards).toEqual([])
  })

  test('knows what was sent already', async () => {
    const scene = reminderScene()
    await run(scene)
    const plan = await planRun(scene, { today })
    expect(plan.people).toEqual([])
    expect(plan.held.map(({ code }) => code)).toEqual(['already-sent'])
  })
})
