import fc from 'fast-check'
import { addDays, daysBetween } from '../../src/domain/calendarDays.ts'
import { chaseSettingKey } from '../../src/domain/chaseSettings.ts'
import type { Exercise, Invitation } from '../../src/domain/exercise.ts'
import { usualChases } from '../../src/domain/exerciseChases.ts'
import type { ExerciseMessage } from '../../src/domain/exerciseMessages.ts'
import type { PlaceRequest } from '../../src/domain/exercisePlan.ts'
import { publishedDaysOff } from '../../src/domain/workingDays.ts'
import { answerPlaceRequest } from '../../src/usecases/answerPlaceRequest.ts'
import type { ExerciseMessenger } from '../../src/usecases/exerciseMessaging.ts'
import type { Addressee, Delivery } from '../../src/usecases/ports.ts'
import { chaseSilent, tellRequests } from '../../src/usecases/tellExercises.ts'
import { amira, anExercise, anInvitee, exerciseShelf, ruth } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { aPost } from '../support/register.ts'
import { MemoryLedger, MovableClock } from '../support/reminders.ts'

const sent: Invitation = {
  ...{ state: 'sent', revision: 1, organiser: ruth.objectId, organiserName: 'Ruth Mbeki', eventRef: 'e1' },
  ...{ at: '2018-10-01T09:00:00.000Z', invited: 2 },
}
const nurse = anInvitee({ role: 'Nurse', side: 'partner', name: 'Celia Marsh', address: 'celia@nhs.example' })
const oliver = anInvitee({ name: 'Oliver Webb', address: 'oliver.webb@thameside.example' })
const lambeth = (changes: Partial<Exercise> = {}) =>
  anExercise({
    key: 'lambeth',
    unit: 'Lambeth and Southwark',
    date: '2018-11-07',
    invitation: sent,
    invitees: [nurse, oliver],
    ...changes,
  })
const asked: PlaceRequest = {
  ...{ person: amira.objectId, personName: 'Amira Hassan', at: '2018-10-08T08:00:00.000Z', note: 'Please.' },
  ...{ state: 'asked', answeredAt: null, answeredBy: '', answer: '' },
}
const holder = (name: string) => ({ objectId: name, name, address: `${name}@thameside.example` })
const posts = [aPost({ key: 'training-coordinator', holder: holder('chen') })]

function scene(exercise: Exercise, now = '2018-10-08T09:00:00.000Z') {
  const told: { readonly to: Addressee; readonly message: ExerciseMessage }[] = []
  const answers: Delivery[] = []
  const messenger: ExerciseMessenger = {
    arrivedSince: async () => false,
    tell: async (to, message, _others, leaving) => {
      const answer = answers.shift()
      if (answer) return answer
      if (to.objectId === '' && !(await leaving('mail'))) return { state: 'failed', note: '' }
      told.push({ to, message })
      return { state: 'sent', conversation: 'c', activity: String(told.length) }
    },
  }
  const clock = new MovableClock(now)
  const exercises = exerciseShelf(exercise)
  const deps = { exercises, messenger, clock, ledger: new MemoryLedger(), wait: async () => undefined }
  const input = async () => ({
    rows: (await exercises.all()).rows,
    ...{ posts, settings: [], daysOff: publishedDaysOff, today: await clock.today() },
    ...{ run: crypto.randomUUID(), settled: new Set<string>(), may: async () => true },
  })
  return {
    ...{ deps, told, answers, clock, exercises, posts: new MemoryListStore(posts) },
    chase: async (more = {}) => chaseSilent(deps, { ...(await input()), ...more }),
    requests: async () => tellRequests(deps, await input()),
  }
}

describe('asking the silent again', () => {
  it('sends a mail outside the force and a card inside, once, and writes it down', async () => {
    const known = { ...oliver, personRef: 'oliver' }
    const { chase, told, exercises } = scene(lambeth({ invitees: [nurse, known] }))
    expect(await chase()).toMatchObject({ sent: 2, failed: 0 })
    expect(await chase()).toMatchObject({ sent: 0 })
    expect(told.map(({ to }) => to.objectId)).toEqual(['', 'oliver'])
    expect(exercises.current('1').value.invitees.map((one) => one.chased)).toEqual([
      ['2018-10-08T09:00:00.000Z'],
      ['2018-10-08T09:00:00.000Z'],
    ])
  })

  it('names this unit’s day, the role and why, and gives partners no link into the tab', async () => {
    const { chase, told } = scene(lambeth({ invitees: [nurse], internalNote: 'SECRET' }))
    await chase()
    const [{ message } = { message: null }] = told
    expect(message).toMatchObject({
      kind: 'exercise-chase',
      roles: ['Nurse'],
      why: 'You were invited on 1 October 2018, 7 days ago, and have not answered.',
      exercise: { ref: '', unit: 'Lambeth and Southwark', date: '2018-11-07' },
    })
    expect(JSON.stringify(message)).not.toContain('SECRET')
  })

  it('finds somebody of the force by their post where the roster does not say who they are', async () => {
    const { chase, told } = scene(lambeth({ invitees: [{ ...oliver, address: 'chen@thameside.example' }] }))
    await chase()
    expect(told[0]?.to.objectId).toBe('chen')
  })

  it('tries again what failed, and not what is out of reach', async () => {
    const first = scene(lambeth({ invitees: [nurse] }))
    first.answers.push({ state: 'failed', note: 'later' })
    expect(await first.chase()).toMatchObject({ failed: 1 })
    expect(await first.chase()).toMatchObject({ sent: 1 })
    const second = scene(lambeth({ invitees: [nurse] }))
    second.answers.push({ state: 'unreachable', note: 'no mailbox' })
    await second.chase()
    expect(await second.chase()).toMatchObject({ sent: 0, failed: 0 })
    expect(second.told).toHaveLength(0)
  })

  it('sends nothing twice where the row could not be written after the message left', async () => {
    const { chase, told, exercises } = scene(lambeth({ invitees: [nurse] }))
    for (let saves = 0; saves < 3; saves += 1)
      exercises.beforeSave(() =>
        exercises.change('1', (one) => ({ ...one, internalNote: `${one.internalNote}.` })),
      )
    await chase()
    await chase()
    expect(told).toHaveLength(1)
    expect(exercises.current('1').value.invitees[0]?.chased).toHaveLength(1)
  })

  it('keeps to the force’s own rhythm', async () => {
    const value = JSON.stringify({ ...usualChases, on: false })
    const setting = { key: chaseSettingKey, value, changedBy: '', changedByName: '' }
    const { chase, told } = scene(lambeth())
    await chase({ settings: [setting] })
    expect(told).toHaveLength(0)
  })

  it('whatever days the job runs on, nobody is asked twice on a day or more often than the rhythm says', async () => {
    const days = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(days, async (offsets) => {
        const { chase, told, clock } = scene(lambeth({ invitees: [nurse] }))
        const on: string[] = []
        for (const offset of [...offsets].sort((a, b) => a - b)) {
          const today = addDays('2018-10-01', offset)
          clock.moveTo(`${today}T10:00:00.000Z`)
          const before = told.length
          await chase()
          if (told.length > before) on.push(today)
          expect(told.length - before).toBeLessThanOrEqual(1)
        }
        expect(on.length).toBeLessThanOrEqual(usualChases.required.most)
        for (const [at, day] of on.entries()) {
          const earlier = on[at - 1] ?? '2018-10-01'
          const close = daysBetween(day, '2018-11-07') <= usualChases.required.closeFrom
          const gap = close ? usualChases.required.everyWhenClose : usualChases.required.every
          expect(daysBetween(earlier, day)).toBeGreaterThanOrEqual(gap)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a place that is asked for', () => {
  it('is put before the coordinator’s post and whoever invited, once each', async () => {
    const { requests, told } = scene(lambeth({ requests: [asked] }))
    expect(await requests()).toMatchObject({ sent: 2 })
    expect(await requests()).toMatchObject({ sent: 0 })
    expect(told.map(({ to }) => to.name)).toEqual(['chen', 'Ruth Mbeki'])
  })

  it('is answered on the card by those alone, and the officer hears of it once', async () => {
    const { deps, requests, told, posts: postList } = scene(lambeth({ requests: [asked] }))
    await requests()
    const press = { exercise: '1', person: amira.objectId, agreed: true, answer: 'Welcome.' }
    const answer = (name: string) =>
      answerPlaceRequest({ ...deps, posts: postList }, { ...press, actor: { objectId: name, name } })
    expect(await answer('somebody')).toMatchObject({ ok: false, code: 'not-a-coordinator' })
    expect(await answer('chen')).toMatchObject({ ok: true })
    expect(await answer('chen')).toMatchObject({ ok: false, code: 'not-asked' })
    await requests()
    await requests()
    const answered = told.filter(({ message }) => message.kind === 'exercise-answered')
    expect(answered).toMatchObject([
      { to: { objectId: amira.objectId }, message: { agreed: true, answer: 'Welcome.' } },
    ])
  })

  it.each([
    ['of a day that is over', { date: '2018-10-07' }],
    ['of one that was called off', { status: 'cancelled' as const }],
  ])('is put before nobody where it is %s', async (_what, changes) => {
    const { requests } = scene(lambeth({ requests: [asked], ...changes }))
    expect(await requests()).toMatchObject({ sent: 0 })
  })
})
