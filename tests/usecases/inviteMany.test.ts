import { defaultInvitation } from '../../src/domain/invitationTemplate.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import { inviteMany, type ManyProgress, planMany } from '../../src/usecases/inviteMany.ts'
import { calendarShelf } from '../support/calendarShelf.ts'
import { allTwelve, amira, anExercise, exerciseShelf, june, ruth } from '../support/exercises.ts'

const templateOf = () => defaultInvitation

async function twelve() {
  const exercises = exerciseShelf(...allTwelve())
  const calendar = calendarShelf()
  const deps = { exercises, calendars: calendar, clock: june }
  const rows = () => allTwelve().map((_, index) => exercises.current(String(index + 1)))
  const others = allTwelve()
  const send = (
    more: {
      stopped?: () => boolean
      onProgress?: (progress: ManyProgress) => void
      actor?: typeof ruth
    } = {},
  ) => inviteMany(deps, { rows: rows(), actor: ruth, templateOf, others, ...more })
  const states = async (outcomes: ReturnType<typeof send>) => (await outcomes).map((one) => one.result.state)
  return { exercises, calendar, rows, send, states }
}

const all = (state: string) => Array.from({ length: 12 }, () => state)

describe('inviting all twelve in one go', () => {
  it('makes twelve events, each with its own people and none of another unit', async () => {
    const { send, states, calendar } = await twelve()
    expect(await states(send())).toEqual(all('sent'))
    expect(new Set(calendar.events.map((one) => one.draft.transactionId)).size).toBe(12)
    for (const event of calendar.events) {
      const foreign = allTwelve().filter((one) => one.key !== event.draft.tag)
      const told = JSON.stringify(event.draft)
      expect(foreign.filter((one) => told.includes(one.unit) || told.includes(one.date))).toEqual([])
    }
  })

  it('again sends nothing twice', async () => {
    const { send, states, calendar } = await twelve()
    await send()
    expect(await states(send())).toEqual(all('already-sent'))
    expect(calendar.events).toHaveLength(12)
  })

  it('tells how far it is', async () => {
    const { send } = await twelve()
    const seen: ManyProgress[] = []
    await send({ onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toMatchObject({ total: 12, underWay: [] })
    expect(seen.at(-1)?.done).toHaveLength(12)
    expect(seen.map((one) => one.done.length)).toEqual(
      seen.map((one) => one.done.length).toSorted((a, b) => a - b),
    )
  })

  it('can be stopped, finishes what it began, and goes on where it stopped', async () => {
    const { send, states, calendar } = await twelve()
    let done = 0
    const first = await states(
      send({
        stopped: () => done > 0,
        onProgress: (progress) => {
          done = progress.done.length
        },
      }),
    )
    const sent = first.filter((one) => one === 'sent').length
    expect(sent).toBeGreaterThan(0)
    expect(first.filter((one) => one === 'stopped')).toHaveLength(12 - sent)
    expect(calendar.events).toHaveLength(sent)
    expect((await states(send())).filter((one) => one === 'sent')).toHaveLength(12 - sent)
    expect(calendar.events).toHaveLength(12)
  })

  it('goes on when one of them fails, and takes it up the next time', async () => {
    const { send, states, calendar } = await twelve()
    calendar.failNext('after')
    const first = await states(send())
    expect(first.filter((one) => one === 'unfinished')).toHaveLength(1)
    expect(first.filter((one) => one === 'sent')).toHaveLength(11)
    const again = await states(send())
    expect(again.filter((one) => one === 'sent')).toHaveLength(1)
    expect(calendar.events).toHaveLength(12)
    expect(calendar.mails).toHaveLength(12 * 3)
  })

  it('says of one whose list could not be written that nothing was sent', async () => {
    const { send, exercises, calendar } = await twelve()
    exercises.beforeSave(() => {
      throw new M365Error('throttled', 'Microsoft 365 asks us to slow down.')
    })
    const outcomes = await send()
    expect(outcomes.filter(({ result }) => result.state === 'failed')).toHaveLength(1)
    expect(calendar.events).toHaveLength(11)
  })

  it('is for coordinators', async () => {
    const { send, states, calendar } = await twelve()
    expect(new Set(await states(send({ actor: amira })))).toEqual(new Set(['refused']))
    expect(calendar.events).toEqual([])
  })
})

describe('the plan of many', () => {
  it('says of each whether it can go, and why not', () => {
    const rows = [
      anExercise(),
      anExercise({ key: 'none', date: '2018-05-01', unit: 'Hounslow', invitees: [] }),
      anExercise({ key: 'off', date: '2018-05-02', unit: 'Ealing', status: 'cancelled' }),
      anExercise({ key: 'leak', date: '2018-05-03', unit: 'Brent', agenda: 'Like Ealing' }),
    ].map((value, index) => ({ id: String(index), etag: '1', value }))
    const planned = planMany(
      rows,
      '2018-01-01',
      templateOf,
      rows.map((row) => row.value),
    )
    expect(planned.map((one) => (one.state === 'ready' ? 'ready' : one.code))).toEqual([
      ...['ready', 'nobody-to-invite', 'called-off', 'not-partner-safe'],
    ])
  })
})
