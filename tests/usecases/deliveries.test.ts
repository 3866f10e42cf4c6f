import type { Person } from '../../src/domain/roles.ts'
import { readDeliveriesOf, readRuns, readSecretarysList, sendAgain } from '../../src/usecases/deliveries.ts'
import { sendReminders } from '../../src/usecases/sendReminders.ts'
import { aRecommendation, owner, secretary } from '../support/register.ts'
import { aLedgerEntry, reminderScene } from '../support/reminders.ts'

const day = '2021-06-16'

async function afterRun(note: 'sent' | 'unreachable' | 'unconfirmed' | 'failed') {
  const scene = reminderScene([aRecommendation()])
  if (note !== 'sent') scene.messenger.next.push({ state: note, note: `It is ${note}.` })
  await sendReminders(scene, { today: day, run: 'one' })
  return scene
}

describe('what a day’s runs did', () => {
  test('is told run by run, and person by person with the reasons', async () => {
    const scene = await afterRun('sent')
    const { runs, silence } = await readRuns(scene)
    expect(runs.map(({ run, cards }) => [run, cards])).toEqual([['one', 1]])
    expect(silence).toBeNull()
    const [delivery] = (await readDeliveriesOf(scene, day)).people
    expect(delivery).toMatchObject({
      name: owner.name,
      lines: [
        { state: 'sent', channel: 'teams', why: expect.stringContaining('which owns this row'), trouble: '' },
      ],
    })
  })

  test.each([
    ['25 hours after a run nothing is said', '2021-06-17T09:00:00.000Z', null],
    [
      '26 hours after it, that none has finished',
      '2021-06-17T10:00:00.000Z',
      expect.stringContaining('26 hours'),
    ],
  ])('%s', async (_what, now, silence) => {
    const scene = await afterRun('sent')
    scene.clock.moveTo(now)
    expect((await readRuns(scene)).silence).toEqual(silence)
  })
})

describe('the secretary’s list', () => {
  test.each(['unreachable', 'unconfirmed', 'failed'] as const)('has who was %s and why', async (state) => {
    const { notReached } = await readSecretarysList(await afterRun(state))
    expect(notReached).toMatchObject([{ name: owner.name, lines: [{ state, trouble: `It is ${state}.` }] }])
  })

  test('has nobody who was reached', async () => {
    expect(await readSecretarysList(await afterRun('sent'))).toEqual({
      ...{ notReached: [], notMine: [], unreadable: [] },
    })
  })

  test('has each row once that somebody says is not theirs, with whose it is', async () => {
    const scene = reminderScene()
    const said = { notMineAt: '2021-06-15T09:00:00.000Z', notMineWhose: 'Custody' }
    scene.ledger.put(aLedgerEntry({ key: 'a', ...said }))
    scene.ledger.put(
      aLedgerEntry({ key: 'b', ...said, notMineAt: '2021-06-16T07:00:00.000Z', notMineWhose: 'Crime' }),
    )
    const { notMine } = await readSecretarysList(scene)
    expect(notMine).toMatchObject([{ name: owner.name, whose: 'Crime', saidAt: '2021-06-16T07:00:00.000Z' }])
  })
})

describe('send again', () => {
  const keyOf = async (scene: Awaited<ReturnType<typeof afterRun>>) =>
    (await scene.ledger.all()).rows[0]?.value.key ?? ''

  test.each(['unreachable', 'unconfirmed', 'failed'] as const)(
    'what is %s goes out with the next run, once',
    async (state) => {
      const scene = await afterRun(state)
      scene.messenger.inChat = null
      const outcome = await sendAgain(scene, { keys: [await keyOf(scene)], actor: secretary })
      expect(outcome).toMatchObject({ ok: true, left: [] })
      await sendReminders(scene, { today: day, run: 'two' })
      await sendReminders(scene, { today: day, run: 'three' })
      expect(scene.messenger.cards).toHaveLength(2)
      expect(await scene.ledger.states()).toEqual(['sent'])
    },
  )

  test('what was sent is not sent again', async () => {
    const scene = await afterRun('sent')
    const key = await keyOf(scene)
    expect(await sendAgain(scene, { keys: [key, 'gone'], actor: secretary })).toEqual({
      ...{ ok: true, asked: [] },
      left: [
        { key, why: 'It was sent already.' },
        { key: 'gone', why: 'It is not in the ledger any more.' },
      ],
    })
  })

  test('what a run is sending just now is left to it', async () => {
    const scene = reminderScene()
    const { key } = scene.ledger.put(aLedgerEntry({ state: 'claimed' })).value
    expect(await sendAgain(scene, { keys: [key], actor: secretary })).toMatchObject({
      left: [{ key, why: 'A run is sending it just now.' }],
    })
  })

  test('is for coordinators and those who manage the register', async () => {
    const scene = await afterRun('failed')
    expect(await sendAgain(scene, { keys: ['x'], actor: owner })).toEqual({ ok: false, code: 'not-yours' })
    const coordinator: Person = { ...owner, roles: ['Coordinator'] }
    const keys = [await keyOf(scene)]
    expect(await sendAgain(scene, { keys, actor: coordinator })).toMatchObject({ ok: true, asked: keys })
  })
})
