import type { Exercise } from '../../src/domain/exercise.ts'
import { keptDifferences, type OutlookDifference } from '../../src/domain/outlookDifference.ts'
import type { CalendarEvent } from '../../src/usecases/exercisePorts.ts'
import { type Followed, followAnswers } from '../../src/usecases/followAnswers.ts'
import { inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import { undoInOutlook } from '../../src/usecases/undoInOutlook.ts'
import { type CalendarShelf, calendarShelf } from '../support/calendarShelf.ts'
import { amira, anExercise, exerciseShelf, june, ruth } from '../support/exercises.ts'

/** A calendar that, as Outlook does, tells only what changed since its token. */
function following(shelf: CalendarShelf) {
  const asked: (string | null)[] = []
  let seen = new Map<string, string>()
  const changesSince: CalendarShelf['changesSince'] = async (token) => {
    asked.push(token)
    const now = new Map(shelf.events.map((event) => [event.ref, event.etag]))
    const events = shelf.events.filter(({ ref, etag }) => token === null || seen.get(ref) !== etag)
    const removed = token === null ? [] : [...seen.keys()].filter((ref) => !now.has(ref))
    seen = now
    return { events, removed, token: `token ${asked.length}`, restarted: false }
  }
  const calendar = { ...shelf, changesSince }
  return { asked, calendars: { of: () => calendar } }
}

async function scene(...values: readonly Exercise[]) {
  const exercises = exerciseShelf(...(values.length > 0 ? values : [anExercise({ date: '2021-07-07' })]))
  const shelf = calendarShelf()
  const { asked, calendars } = following(shelf)
  const kept = new Map<string, Followed>()
  const followed = {
    read: (mailbox: string) => kept.get(mailbox) ?? null,
    keep: (mailbox: string, now: Followed) => void kept.set(mailbox, now),
  }
  const deps = { exercises, calendars, followed, clock: june, calendar: shelf }
  for (const row of (await exercises.all()).rows)
    await inviteToExercise(deps, { previewed: row, actor: ruth })
  const follow = async (actor = ruth) => followAnswers(deps, { rows: (await exercises.all()).rows, actor })
  const edit = (change: (event: CalendarEvent) => CalendarEvent) => shelf.changeInOutlook('event-1', change)
  return { ...deps, shelf, asked, kept, follow, edit }
}
const commander = 'oliver.webb@thameside.example'
const moved = (event: CalendarEvent): CalendarEvent => ({
  ...event,
  draft: { ...event.draft, date: '2021-07-14' },
})

describe('following the answers', () => {
  it('reads the calendar whole once, and then only what changed', async () => {
    const { follow, asked } = await scene()
    await follow()
    await follow()
    expect(await follow()).toMatchObject({ events: 0, rows: [] })
    expect(asked).toEqual([null, 'token 1', 'token 2'])
  })

  it('writes an answer once, with a line of history', async () => {
    const { follow, shelf, exercises } = await scene()
    await follow()
    const before = exercises.saves.length
    shelf.answer(commander, 'accepted')
    expect((await follow()).rows).toHaveLength(1)
    await follow()
    expect(exercises.saves.length - before).toBe(1)
    expect(exercises.current('1').value.invitees[0]?.response).toBe('accepted')
    expect(exercises.current('1').value.history.at(-1)).toMatchObject({ field: 'response', to: 'accepted' })
  })

  it('loses no answer where a save fails: the token is kept only once all of it is written', async () => {
    const { follow, shelf, exercises, kept } = await scene()
    await follow()
    shelf.answer(commander, 'declined')
    const token = kept.get('')?.token
    exercises.beforeSave(() => {
      throw new Error('the site is away')
    })
    await expect(follow()).rejects.toThrow('away')
    expect(kept.get('')?.token).toBe(token)
  })

  it('keeps what somebody else wrote in between', async () => {
    const { follow, shelf, exercises } = await scene()
    await follow()
    shelf.answer(commander, 'tentative')
    exercises.beforeSave(() => exercises.change('1', (one) => ({ ...one, internalNote: 'theirs' })))
    await follow()
    expect(exercises.current('1').value).toMatchObject({ internalNote: 'theirs' })
    expect(exercises.current('1').value.invitees[0]?.response).toBe('tentative')
  })

  it('asks no calendar of somebody else', async () => {
    const { follow, asked } = await scene()
    expect(await follow(amira)).toEqual({ rows: [], events: 0, restarted: [] })
    expect(asked).toEqual([])
  })

  it('leaves an exercise alone while a change of ours is on its way, and asks again', async () => {
    const { follow, edit, exercises, kept } = await scene()
    await follow()
    const token = kept.get('')?.token
    edit(moved)
    const pending = { kind: 'change', number: 1, why: '', at: '', by: '', byName: '', leadsTo: null } as const
    exercises.change('1', (one) => ({ ...one, invitation: one.invitation && { ...one.invitation, pending } }))
    await follow()
    expect(keptDifferences(exercises.current('1').value)).toEqual([])
    expect(kept.get('')?.token).toBe(token)
  })
})

describe('what was changed in Outlook', () => {
  const first = (exercise: Exercise): OutlookDifference => {
    const [difference] = keptDifferences(exercise)
    if (!difference) throw new Error('no difference')
    return difference
  }

  it('is seen by everybody who opens the exercise', async () => {
    const { follow, edit, exercises } = await scene()
    edit(moved)
    await follow()
    expect(first(exercises.current('1').value)).toMatchObject({
      kind: 'moved',
      inOutlook: { date: '2021-07-14' },
    })
  })

  it('is put back once, with one mail to each', async () => {
    const deps = await scene()
    deps.edit(moved)
    await deps.follow()
    const row = deps.exercises.current('1')
    const input = { row, difference: first(row.value), actor: ruth }
    const mails = deps.shelf.mails.length
    expect(await undoInOutlook(deps, input)).toMatchObject({ ok: true })
    const sent = deps.shelf.mails.length - mails
    expect(sent).toBeGreaterThan(0)
    expect(deps.shelf.events[0]?.draft.date).toBe('2021-07-07')
    expect(keptDifferences(deps.exercises.current('1').value)).toEqual([])
    await undoInOutlook(deps, input)
    expect(deps.shelf.mails.length - mails).toBe(sent)
  })

  it('was put back although the answer was lost: pressing again e-mails nobody', async () => {
    const deps = await scene()
    deps.edit(moved)
    await deps.follow()
    const row = deps.exercises.current('1')
    const input = { row, difference: first(row.value), actor: ruth }
    const update = deps.shelf.mails.length
    const calendars = { of: () => ({ ...deps.shelf, update: lostAnswer(deps.shelf) }) }
    await expect(undoInOutlook({ ...deps, calendars }, input)).rejects.toThrow()
    const sent = deps.shelf.mails.length
    expect(sent).toBeGreaterThan(update)
    expect(await undoInOutlook(deps, input)).toMatchObject({ ok: true })
    expect(deps.shelf.mails).toHaveLength(sent)
  })

  it('e-mails nobody but the one who was taken off, when they are asked again', async () => {
    const deps = await scene()
    deps.edit((event) => ({
      ...event,
      draft: { ...event.draft, attendees: event.draft.attendees.filter((one) => one.address !== commander) },
    }))
    await deps.follow()
    const row = deps.exercises.current('1')
    const before = deps.shelf.mails.length
    await undoInOutlook(deps, { row, difference: first(row.value), actor: ruth })
    expect(deps.shelf.mails.slice(before).map((one) => one.to)).toEqual([commander])
  })

  it('makes the exercise ready for another invitation when it was called off there', async () => {
    const deps = await scene()
    deps.shelf.cancelInOutlook()
    await deps.follow()
    const row = deps.exercises.current('1')
    await undoInOutlook(deps, { row, difference: first(row.value), actor: ruth })
    expect(deps.exercises.current('1').value).toMatchObject({
      status: 'planned',
      invitation: { state: 'called-off' },
    })
  })

  it.each([
    ['officers', amira, 'not-a-coordinator'],
    ['another coordinator', { ...ruth, objectId: 'other' }, 'not-your-calendar'],
  ])('is not put back by %s', async (_who, actor, code) => {
    const deps = await scene()
    deps.edit(moved)
    await deps.follow()
    const row = deps.exercises.current('1')
    expect(await undoInOutlook(deps, { row, difference: first(row.value), actor })).toMatchObject({ code })
  })
})

/** The change is made and the answer is lost. */
function lostAnswer(shelf: CalendarShelf): CalendarShelf['update'] {
  return async (event, change) => {
    await shelf.update(event, change)
    throw new Error('no answer')
  }
}
