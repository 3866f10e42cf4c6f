import { composeBulletin } from '../../src/domain/bulletin.ts'
import { mostReaders, readersOf } from '../../src/domain/bulletinOrder.ts'
import type { PaperPart } from '../../src/domain/paper.ts'
import type { Person } from '../../src/domain/roles.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { outboxKey } from '../../src/usecases/bulletinOutbox.ts'
import { orderBulletin, readOrder, sendAgain } from '../../src/usecases/orderBulletin.ts'
import { sendBulletins } from '../../src/usecases/sendBulletins.ts'
import { RecordingTrainingMessenger } from '../support/information.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPost } from '../support/register.ts'
import { MemoryLedger, MovableClock } from '../support/reminders.ts'
import { aCourse, aRun } from '../support/training.ts'

const ruth: Person = { objectId: 'ruth', name: 'Ruth Mbeki', signInName: 'ruth@x', roles: ['Coordinator'] }
const bulletin = composeBulletin(
  { courses: [aCourse()], runs: [aRun({ date: '2021-06-14' })] },
  { day: '2021-06-01', since: '2021-05-01', editorial: '' },
)
const reader = (name: string) => ({ objectId: name, name, address: `${name}@thameside.example` })
const readers = ['amira', 'daniel', 'priya'].map(reader)

class Parts extends MemoryListStore<PaperPart> {
  async ofPaper(key: string) {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => value.paperKey === key), unreadable }
  }
}

function scene() {
  return {
    ...{ clock: new MovableClock('2021-06-01T09:00:00.000Z'), ledger: new MemoryLedger() },
    ...{ settings: new MemoryListStore<Setting>(), paperParts: new Parts() },
    ...{ messenger: new RecordingTrainingMessenger(), wait: async () => undefined },
  }
}
const order = (deps: ReturnType<typeof scene>, given = {}) =>
  orderBulletin(deps, { bulletin, readers, typed: '', actor: ruth, ...given })
const send = (deps: ReturnType<typeof scene>, may = async () => true) =>
  sendBulletins(deps, { run: crypto.randomUUID(), may })

it('goes to everybody who was named, once each', async () => {
  const deps = scene()
  expect(await order(deps)).toMatchObject({ ok: true, order: { readers: 3, state: 'waiting' } })
  expect(await send(deps)).toMatchObject([{ state: 'sent', sent: 3, skipped: 0, failed: 0 }])
  expect(await send(deps)).toEqual([])
  expect(deps.messenger.told.map(({ to }) => to.name)).toEqual(['amira', 'daniel', 'priya'])
})

it('is sent as it was previewed, whatever happens to the register meanwhile', async () => {
  const deps = scene()
  await order(deps)
  await send(deps)
  expect(deps.messenger.told[0]?.message).toEqual({ kind: 'bulletin', bulletin })
})

it('goes on where it was stopped, and nobody gets it twice', async () => {
  const deps = scene()
  await order(deps)
  let left = 1
  await send(deps, async () => left-- > 0)
  expect(deps.messenger.told).toHaveLength(1)
  expect(await send(deps)).toMatchObject([{ sent: 2, skipped: 1 }])
  expect(new Set(deps.messenger.told.map(({ to }) => to.name)).size).toBe(3)
})

it('names whom it did not reach, and tries only those again when it is told to', async () => {
  const deps = scene()
  deps.messenger.answers.push({ state: 'failed', note: 'Teams asked to wait.' })
  await order(deps)
  expect(await send(deps)).toMatchObject([
    { sent: 2, failed: 1, trouble: [{ name: 'amira', note: 'Teams asked to wait.' }] },
  ])
  expect(await sendAgain(deps, { key: bulletin.key, actor: ruth })).toBe(true)
  expect(await send(deps)).toMatchObject([{ sent: 1, skipped: 2, failed: 0 }])
  expect(await sendAgain(deps, { key: bulletin.key, actor: ruth })).toBe(false)
})

it('is not lost when it is sent again just as the first sending ends', async () => {
  const deps = scene()
  deps.messenger.answers.push({ state: 'failed', note: 'Teams asked to wait.' })
  await order(deps)
  const save = deps.settings.save.bind(deps.settings)
  deps.settings.save = async (row, next) => {
    if (next.key === outboxKey && next.value === '') {
      deps.settings.save = save
      await sendAgain(deps, { key: bulletin.key, actor: ruth })
    }
    return save(row, next)
  }
  await send(deps)
  expect(await send(deps)).toMatchObject([{ sent: 1, skipped: 2, failed: 0 }])
})

it('keeps a long list of readers in pieces that SharePoint takes', async () => {
  const deps = scene()
  const many = Array.from({ length: mostReaders }, (_, index) => reader(`somebody-with-a-long-name-${index}`))
  await order(deps, { readers: many })
  const parts = (await deps.paperParts.all()).rows.map(({ value }) => value.content.length)
  expect(Math.max(...parts)).toBeLessThan(63_999)
  await send(deps)
  expect(deps.messenger.told).toHaveLength(mostReaders)
})

it.each([
  ['not-yours', { actor: { ...ruth, roles: [] } }],
  ['no-reader', { readers: [] }],
  ['not-an-address', { typed: 'ruth@x.example, nobody' }],
  ['too-many', { readers: Array.from({ length: mostReaders + 1 }, () => reader('x')) }],
])('is refused: %s', async (code, given) => {
  const deps = scene()
  expect(await order(deps, given)).toEqual({ ok: false, code })
  expect((await deps.settings.all()).rows).toEqual([])
})

it('is sent once a day', async () => {
  const deps = scene()
  await order(deps)
  expect(await order(deps)).toEqual({ ok: false, code: 'already-today' })
})

it('is sent all the same when ordering broke off before the service could see it', async () => {
  const deps = scene()
  await order(deps)
  const outbox = await deps.settings.byKey(outboxKey)
  if (outbox) await deps.settings.save(outbox, { ...outbox.value, value: '' })
  expect(await send(deps)).toEqual([])
  expect(await order(deps)).toEqual({ ok: false, code: 'already-today' })
  expect(await send(deps)).toMatchObject([{ state: 'sent', sent: 3 }])
})

it('says that it cannot be sent when a piece of it is gone', async () => {
  const deps = scene()
  await order(deps)
  deps.paperParts.remove('1')
  expect(await send(deps)).toMatchObject([{ state: 'sent', sent: 0, failed: 1 }])
  const row = await deps.settings.byKey(bulletin.key)
  expect(row && readOrder(row.value)?.trouble[0]?.name).toBe('Everybody')
})

describe('those to whom it goes', () => {
  const post = aPost({ holder: reader('amira'), deputy: reader('daniel') })
  const contact = {
    key: 'c',
    organisation: 'Camden',
    role: 'R',
    name: '',
    address: 'Health@camden.example',
    boroughs: [],
  }
  const people = { posts: [post, post], learners: [reader('amira')], contacts: [contact] }

  it('are each named once, with their account where they have one', () => {
    const typed = 'amira@thameside.example; new@camden.example'
    expect(readersOf(people, ['post-holders', 'learners', 'partners'], typed)).toEqual([
      reader('amira'),
      { objectId: '', name: 'Camden', address: 'Health@camden.example' },
      reader('daniel'),
      { objectId: '', name: 'new@camden.example', address: 'new@camden.example' },
    ])
  })

  it('are nobody when nothing is chosen', () => {
    expect(readersOf(people, [], ' ')).toEqual([])
  })
})
