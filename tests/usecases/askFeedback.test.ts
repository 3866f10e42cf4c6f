import { askFeedback } from '../../src/usecases/askFeedback.ts'
import { giveFeedback, openSheet } from '../../src/usecases/giveFeedback.ts'
import {
  MemoryAttendance,
  MemoryDates,
  MemoryFeedback,
  RecordingTrainingMessenger,
} from '../support/information.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { MemoryLedger, MovableClock } from '../support/reminders.ts'
import { aBooking, aCourse, aRun } from '../support/training.ts'

const there = (name: string, given = {}) =>
  aBooking(['booked', 'attended'], { key: name, person: name, personName: name, ...given })

function scene(bookings = [there('amira'), there('daniel')]) {
  const clock = new MovableClock('2021-05-04T09:00:00.000Z')
  return {
    ...{ clock, ledger: new MemoryLedger(), messenger: new RecordingTrainingMessenger() },
    ...{ feedback: new MemoryFeedback(), runs: new MemoryDates([aRun()]) },
    ...{ bookings: new MemoryAttendance(bookings), courses: new MemoryListStore([aCourse()]) },
    wait: async () => undefined,
  }
}
const ask = (deps: ReturnType<typeof scene>, today = '2021-05-04', run = 'one') =>
  askFeedback(deps, { today, run, may: async () => true, done: new Set() })
const given = { useful: 5, applied: 4, recommend: null, comment: 'More time.' }

function wordsOf({ messenger }: ReturnType<typeof scene>): readonly string[] {
  return messenger.told.flatMap(({ message }) => (message.kind === 'feedback' ? [message.word] : []))
}

describe('asking how a run was', () => {
  it('asks everybody who was there, by card or by mail, and nobody who was not', async () => {
    const partner = there('', { key: 'p', personName: 'Alice', address: 'alice@camden.example' })
    const absent = aBooking(['booked', 'no-show'], { key: 'n', person: 'gareth' })
    const deps = scene([there('amira'), partner, absent])
    expect(await ask(deps)).toEqual({ sent: 2, skipped: 0, failed: 0 })
    expect(deps.messenger.told.map(({ to }) => to.name).sort()).toEqual(['Alice', 'amira'])
  })

  it('asks nobody twice, however often the job runs', async () => {
    const deps = scene()
    await ask(deps)
    await ask(deps, '2021-05-05', 'two')
    expect(deps.messenger.told).toHaveLength(2)
  })

  it('asks again after three months', async () => {
    const deps = scene()
    await ask(deps)
    deps.clock.moveTo('2021-08-03T09:00:00.000Z')
    await ask(deps, '2021-08-03', 'two')
    expect(deps.messenger.told.map(({ message }) => message.kind === 'feedback' && message.stage)).toEqual([
      'at-once',
      'at-once',
      'three-months',
      'three-months',
    ])
  })

  it('tries again on the next look where Teams asked to wait', async () => {
    const deps = scene([there('amira')])
    deps.messenger.answers.push({ state: 'failed', note: 'Wait.' })
    expect(await ask(deps)).toMatchObject({ sent: 0, failed: 1 })
    expect(await ask(deps, '2021-05-04', 'two')).toMatchObject({ sent: 1 })
  })

  it('writes down nothing from which anybody could tell whose an answer is', async () => {
    const deps = scene()
    await ask(deps)
    const sheets = JSON.stringify((await deps.feedback.all()).rows)
    const ledger = JSON.stringify((await deps.ledger.all()).rows)
    for (const word of wordsOf(deps)) expect(sheets + ledger).not.toContain(word)
    expect(sheets).not.toMatch(/amira|daniel/)
    for (const { value } of (await deps.feedback.all()).rows) expect(ledger).not.toContain(value.key)
  })
})

describe('giving feedback', () => {
  async function asked() {
    const deps = scene([there('amira')])
    await ask(deps)
    return { deps, word: wordsOf(deps)[0] ?? '' }
  }

  it('opens the sheet with what it is about', async () => {
    const { deps, word } = await asked()
    expect(await openSheet(deps, word)).toEqual({
      ...{ stage: 'at-once', courseTitle: 'From constable to detective', runDate: '2021-05-03' },
      answered: false,
    })
  })

  it('takes an answer once', async () => {
    const { deps, word } = await asked()
    expect(await giveFeedback(deps, { word, given })).toEqual({ ok: true })
    expect(await giveFeedback(deps, { word, given })).toEqual({ ok: false, code: 'answered-already' })
    expect((await deps.feedback.ofRun('pip2-2021-05-03')).rows[0]?.value).toMatchObject({
      ...given,
      answeredOn: '2021-05-04',
    })
  })

  it.each(['', 'amira', '0'.repeat(40), `${'0'.repeat(39)}'`])(
    'knows no sheet for the word “%s”',
    async (word) => {
      const { deps } = await asked()
      expect(await openSheet(deps, word)).toBeNull()
      expect(await giveFeedback(deps, { word, given })).toEqual({ ok: false, code: 'unknown-sheet' })
    },
  )
})
