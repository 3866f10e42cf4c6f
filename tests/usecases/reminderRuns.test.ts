import { runLockKey, underRunLock } from '../../src/usecases/runLock.ts'
import { readRunRecords } from '../../src/usecases/runRecord.ts'
import { sendReminders } from '../../src/usecases/sendReminders.ts'
import {
  aDueEntry,
  aPost,
  aRecommendation,
  holderOf,
  officer,
  owner,
  secretary,
} from '../support/register.ts'
import { aLedgerEntry, aSetting, reminderScene } from '../support/reminders.ts'

const today = '2021-06-16'
const key = 'hate-crime-2018-07/8'
type Scene = ReturnType<typeof reminderScene>
let runs = 0
const run = (scene: Scene, more: Partial<Parameters<typeof sendReminders>[1]> = {}) => {
  runs += 1
  return sendReminders(scene, { today, run: `run ${runs}`, ...more })
}
const secretaryPost = aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(secretary) })
const two = () =>
  reminderScene(
    [aRecommendation(), aRecommendation({ number: '9', ownerPost: 'head-of-ppu' })],
    [aPost(), aPost({ key: 'head-of-ppu', title: 'Head of PPU', holder: holderOf(officer) })],
  )

describe('one instance at a time', () => {
  const held = (scene: Scene, process: string, until: string) =>
    scene.settings.put(aSetting(runLockKey, { run: 'other', process, until }))

  test('another instance that is running keeps this one away, and it says so', async () => {
    const scene = reminderScene()
    held(scene, 'there 7', '2021-06-16T08:05:00.000Z')
    const report = await run(scene)
    expect([report.stopped, scene.messenger.cards]).toEqual([
      'Another instance of the service is sending the reminders just now.',
      [],
    ])
  })

  test.each([
    ['whose time has run out', 'there 7', '2021-06-16T07:59:59.000Z', () => false],
    ['that has ended', 'here 6', '2021-06-16T08:05:00.000Z', () => true],
    ['that was an earlier run of this process', 'here 1', '2021-06-16T08:05:00.000Z', () => false],
  ])('an instance %s holds nobody up', async (_what, process, until, isGone) => {
    const scene = { ...reminderScene(), instance: { process: 'here 1', isGone } }
    held(scene, process, until)
    expect((await run(scene)).stopped).toBeNull()
    expect(scene.messenger.cards).toHaveLength(1)
  })

  test('the lock is given back, so that another process may run at once', async () => {
    const scene = reminderScene()
    await run(scene)
    const other = { ...scene, instance: { process: 'there 2', isGone: () => false } }
    expect((await run(other)).stopped).toBeNull()
  })

  test('a run that was taken over begins no further card', async () => {
    const scene = two()
    const lock = async () => (await scene.settings.all()).rows.find(({ value }) => value.key === runLockKey)
    scene.clock.now = async () => {
      const taken = await lock()
      if (!taken) return '2021-06-16T08:00:00.000Z'
      scene.settings.change(taken.id, () =>
        aSetting(runLockKey, { run: 'other', process: 'there 7', until: '2021-06-16T09:00:00.000Z' }),
      )
      return '2021-06-16T08:02:00.000Z'
    }
    const report = await run(scene)
    expect(scene.messenger.cards).toEqual([])
    expect(report.stopped).toContain('could not tell the other instances')
  })
})

describe('a run that is asked to stop', () => {
  test('ends before the next card, says so, and the next run goes on without repeating', async () => {
    const scene = two()
    let asked = 0
    const report = await run(scene, {
      stopped: () => {
        asked += 1
        return asked > 1
      },
    })
    expect(report.stopped).toBe('The run was asked to stop. The next run goes on where it ended.')
    expect(scene.messenger.cards).toHaveLength(1)
    expect(report.held.map(({ reason }) => reason)).toEqual([
      'The run was stopped before their card; the next run sends it.',
    ])
    await run(scene)
    expect(scene.messenger.cards.flatMap(({ keys }) => keys).sort()).toEqual([key, 'hate-crime-2018-07/9'])
  })

  test('tells how far it has got', async () => {
    const seen: string[] = []
    await run(two(), { onProgress: ({ people, done }) => seen.push(`${done} of ${people}`) })
    expect(seen).toEqual(['1 of 2', '2 of 2'])
  })

  test('may be for one person only', async () => {
    const scene = two()
    await run(scene, { only: officer.objectId })
    expect(scene.messenger.cards.map(({ person }) => person)).toEqual([officer.objectId])
  })
})

describe('the heartbeat', () => {
  test.each([
    ['twenty-five hours', '2021-06-17T09:00:00.000Z', null],
    ['twenty-six hours', '2021-06-17T10:00:00.000Z', 'for 26 hours'],
  ])('%s after the last run that finished', async (_what, now, expected) => {
    const scene = reminderScene()
    expect((await run(scene)).silence).toBeNull()
    scene.clock.moveTo(now)
    const { silence } = await run(scene, { today: '2021-06-17' })
    if (expected === null) expect(silence).toBeNull()
    else expect(silence).toContain(expected)
  })

  test('each run is remembered with what became of its rows, the newest first', async () => {
    const scene = two()
    scene.messenger.next.push({ state: 'failed', note: 'Teams was away.' })
    await run(scene)
    await run(scene, { today: '2021-06-17' })
    const records = await readRunRecords(scene)
    expect(records.map((one) => [one.today, one.cards, one.counts.failed, one.stopped])).toEqual([
      ['2021-06-17', 1, 0, null],
      ['2021-06-16', 1, 1, null],
    ])
    expect(records[1]?.notTold).toMatchObject([{ outcome: 'failed', reason: 'Teams was away.' }])
  })

  test('a record that cannot be written is said, and the cards are out all the same', async () => {
    const scene = reminderScene()
    scene.settings.save = async () => ({
      ok: false,
      code: 'changed-meanwhile',
      theirs: scene.settings.peek('1'),
    })
    scene.settings.put(aSetting('reminder-run/last', { runs: [] }))
    const report = await run(scene)
    expect(report.sent).toHaveLength(1)
    expect(report.silence).toContain('could not be put down')
  })
})

describe('somebody who cannot be reached', () => {
  const scene = () =>
    reminderScene([aRecommendation()], [aPost({ deputy: holderOf(officer) }), secretaryPost])

  test('the next on the ladder is told in the same run', async () => {
    const one = scene()
    one.messenger.next.push({ state: 'unreachable', note: 'No app.' })
    const report = await run(one)
    expect(one.messenger.cards.map(({ person }) => person)).toEqual([owner.objectId, officer.objectId])
    expect(report.unreachable.map(({ person }) => person)).toEqual([owner.name])
    expect(report.sent[0]?.reason).toContain('Daniel Okafor cannot be reached')
  })

  test('the next run tells nobody again', async () => {
    const one = scene()
    one.messenger.installed = false
    one.messenger.next.push({ state: 'unreachable', note: 'No app.' })
    await run(one)
    await run(one)
    expect(one.messenger.cards).toHaveLength(2)
  })
})

describe('what was begun and is due no more', () => {
  const moved = aRecommendation({
    due: [aDueEntry(), aDueEntry({ date: '2021-12-31', verb: 'extended-to' })],
  })

  test.each(['failed', 'unreachable'] as const)('%s: cancelled, with the reason', async (state) => {
    const scene = reminderScene([moved])
    scene.ledger.put(aLedgerEntry({ state, sentAt: null, activity: '' }))
    const report = await run(scene)
    expect(scene.ledger.peek('1').value).toMatchObject({
      state: 'cancelled',
      note: 'The deadline was moved before this was sent.',
    })
    expect(report.cancelled.map(({ rows }) => rows)).toEqual([[key]])
    expect(scene.messenger.cards).toEqual([])
  })

  test.each<[boolean | null | 'unread', string]>([
    [true, 'sent'],
    [false, 'cancelled'],
    [null, 'unconfirmed'],
    ['unread', 'unconfirmed'],
  ])('claimed, and the chat says %s: %s', async (inChat, state) => {
    const scene = reminderScene([moved])
    scene.ledger.put(aLedgerEntry({ state: 'claimed', sentAt: null, activity: '' }))
    scene.messenger.inChat = inChat
    await run(scene)
    expect(await scene.ledger.states()).toEqual([state])
  })
})

describe('a chat that cannot be read', () => {
  test('keeps everything more from the person, so that nothing hides what is not known', async () => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    scene.ledger.put(aLedgerEntry({ state: 'claimed', sentAt: null, activity: '' }))
    scene.messenger.inChat = 'unread'
    const first = await run(scene)
    expect(scene.messenger.cards).toEqual([])
    expect([first.unconfirmed.length, first.failed.length]).toEqual([1, 1])
    scene.messenger.inChat = false
    await run(scene)
    expect(scene.messenger.cards.map(({ keys }) => keys)).toEqual([[key, 'hate-crime-2018-07/9']])
  })

  test.each([
    ['the thirteenth day after the claim', '2021-06-29', 0],
    ['the fourteenth, when the card is given up as unconfirmed', '2021-06-30', 1],
  ])('holds nobody up for ever: %s', async (_what, day, cards) => {
    const scene = reminderScene([aRecommendation(), aRecommendation({ number: '9' })])
    scene.ledger.put(aLedgerEntry({ state: 'claimed', sentAt: null, activity: '' }))
    scene.messenger.inChat = 'unread'
    scene.clock.moveTo(`${day}T08:00:00.000Z`)
    await run(scene, { today: '2021-06-16' })
    expect(scene.messenger.cards).toHaveLength(0)
    await run(scene, { today: '2021-06-16' })
    expect(scene.messenger.cards).toHaveLength(cards)
  })

  test.each(['activity', 'mail'] as const)('a claim that left by %s is never sent again', async (channel) => {
    const scene = reminderScene()
    scene.ledger.put(aLedgerEntry({ state: 'claimed', sentAt: null, activity: '', channel }))
    const report = await run(scene)
    expect(scene.messenger.cards).toEqual([])
    expect(report.unconfirmed).toHaveLength(1)
    expect(await scene.ledger.states()).toEqual(['unconfirmed'])
  })
})

describe('quiet hours', () => {
  test('the run says who is told later, and the morning sends it', async () => {
    const scene = reminderScene()
    const night = await run(scene, { time: '23:00' })
    expect(night.held.map(({ reason }) => reason)).toEqual([
      'These are quiet hours: it goes out when they are over.',
    ])
    await run(scene, { time: '08:00' })
    expect(scene.messenger.cards).toHaveLength(1)
  })
})

describe('a short piece of work under the lock', () => {
  const deps = (scene: Scene, waited: number[]) => ({
    ...scene,
    instance: { process: 'here 1', isGone: () => false },
    wait: async (milliseconds: number) => {
      waited.push(milliseconds)
      scene.clock.moveTo(new Date(Date.parse(await scene.clock.now()) + milliseconds).toISOString())
    },
  })
  const lockedUntil = (until: string) => {
    const scene = reminderScene()
    scene.settings.put(aSetting(runLockKey, { run: 'other', process: 'there 7', until }))
    return scene
  }

  test.each([
    ['waits for a run of another instance to end', '2021-06-16T08:00:20.000Z', true, 2],
    ['gives up after some minutes', '2021-06-16T09:00:00.000Z', false, 20],
  ])('%s', async (_what, until, expected, waits) => {
    const waited: number[] = []
    let done = 0
    const work = async () => {
      done += 1
    }
    expect(await underRunLock(deps(lockedUntil(until), waited), 'tell', work)).toBe(expected)
    expect([done, waited.length]).toEqual([expected ? 1 : 0, waits])
  })

  test('gives the lock back also when the work fails', async () => {
    const scene = reminderScene()
    const failing = underRunLock(deps(scene, []), 'tell', async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const other = { ...scene, instance: { process: 'there 2', isGone: () => false } }
    expect((await run(other)).stopped).toBeNull()
  })
})
