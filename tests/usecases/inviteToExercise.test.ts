import type { Invitation } from '../../src/domain/exercise.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import type { Person } from '../../src/domain/roles.ts'
import { inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import { calendarShelf } from '../support/calendarShelf.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth, tom } from '../support/exercises.ts'

function setting(changes: Parameters<typeof anExercise>[0] = {}) {
  const exercises = exerciseShelf(anExercise(changes))
  const calendar = calendarShelf()
  const deps = { exercises, calendars: calendar, clock: june }
  const seen = exercises.current('1')
  const send = (actor: Person = ruth, previewed = seen) => inviteToExercise(deps, { previewed, actor })
  const invitation = () => exercises.current('1').value.invitation
  return { exercises, calendar, send, invitation, seen }
}

const claimOf = (person: Person): Invitation => ({
  state: 'sending',
  revision: 1,
  organiser: person.objectId,
  organiserName: person.name,
  eventRef: '',
  at: '2021-06-01T07:00:00.000Z',
  invited: 3,
})

describe('sending an invitation', () => {
  it('claims the row before the calendar is touched, then records the event', async () => {
    const { exercises, calendar, send, invitation } = setting()
    expect(await send()).toMatchObject({ state: 'sent', already: false })
    expect(exercises.saves.map((one) => one.invitation?.state)).toEqual(['sending', 'sent'])
    expect(invitation()).toMatchObject({
      state: 'sent',
      eventRef: 'event-1',
      invited: 3,
      organiserName: 'Ruth Mbeki',
    })
    expect(calendar.events).toHaveLength(1)
  })

  it('counts people, not the room', async () => {
    const { send, calendar, exercises } = setting()
    await send()
    expect(calendar.events[0]?.draft.attendees).toHaveLength(4)
    expect(exercises.current('1').value.history).toEqual([
      expect.objectContaining({ field: 'invitation', to: '3 invited', byObject: ruth.objectId }),
    ])
  })

  it('is for coordinators and administrators', async () => {
    for (const [person, state] of [
      [amira, 'refused'],
      [tom, 'sent'],
      [ruth, 'sent'],
    ] as const) {
      expect((await setting().send(person)).state).toBe(state)
    }
  })

  it('is refused when nobody is known', async () => {
    const { send, exercises } = setting({ invitees: [anInvitee({ state: 'unknown', address: '' })] })
    expect(await send()).toEqual({ state: 'refused', code: 'nobody-to-invite' })
    expect(exercises.saves).toEqual([])
  })
})

describe('sending twice', () => {
  it('says that it has been sent and makes one event', async () => {
    const { send, calendar } = setting()
    await send()
    expect((await send()).state).toBe('already-sent')
    expect((await send(tom)).state).toBe('already-sent')
    expect(calendar.events).toHaveLength(1)
  })

  it('from two windows at once makes one event', async () => {
    const { send, calendar } = setting()
    const states = (await Promise.all([send(ruth), send(tom)])).map((one) => one.state)
    expect(states.sort()).toEqual(['being-sent-by', 'sent'])
    expect(calendar.events).toHaveLength(1)
  })

  it('names whoever is sending it', async () => {
    const { send, calendar } = setting({ invitation: claimOf(tom) })
    expect(await send(ruth)).toMatchObject({ state: 'being-sent-by', name: 'Tom Brandt' })
    expect(calendar.events).toEqual([])
  })
})

describe('a failure on the way', () => {
  it.each(['before', 'after'] as const)(
    '%s the event was made loses nothing: the next press goes on',
    async (when) => {
      const { send, calendar, invitation } = setting()
      calendar.failNext(when)
      expect(await send()).toMatchObject({ state: 'unfinished', failure: { kind: 'unavailable' } })
      expect(invitation()?.state).toBe('sending')
      expect(await send()).toMatchObject({ state: 'sent', already: when === 'after' })
      expect(invitation()).toMatchObject({ state: 'sent', eventRef: 'event-1', invited: 3 })
      expect(calendar.events).toHaveLength(1)
    },
  )

  it('of the last save is taken up by the next press', async () => {
    const { send, calendar, exercises, invitation } = setting()
    exercises.beforeSave(() => undefined)
    exercises.beforeSave(() => {
      throw new M365Error('unavailable', 'Microsoft 365 could not answer just now.')
    })
    expect((await send()).state).toBe('unfinished')
    expect(await send()).toMatchObject({ state: 'sent', already: true })
    expect(invitation()?.state).toBe('sent')
    expect(calendar.events).toHaveLength(1)
  })

  it.each(['forbidden', 'missing'] as const)(
    'because the mailbox is %s gives the claim back, so that another can be tried',
    async (kind) => {
      const { send, calendar, invitation } = setting({ mailbox: 'typed.wrong@thameside.example' })
      const { create } = calendar
      calendar.create = async () => {
        throw new M365Error(kind, 'Microsoft 365 does not allow this.')
      }
      expect(await send()).toMatchObject({ state: 'calendar-closed', failure: { kind } })
      expect(invitation()).toBeNull()
      calendar.create = create
      expect((await send()).state).toBe('sent')
      expect(calendar.events).toHaveLength(1)
    },
  )

  it('because the row may not be written any more keeps the claim: the event is there', async () => {
    const { send, calendar, exercises } = setting()
    exercises.beforeSave(() => undefined)
    exercises.beforeSave(() => {
      throw new M365Error('forbidden', 'Microsoft 365 does not allow this.')
    })
    expect((await send()).state).toBe('unfinished')
    expect(await send()).toMatchObject({ state: 'sent', already: true })
    expect(calendar.events).toHaveLength(1)
  })

  it('of the claim reaches the caller with nothing sent', async () => {
    const { send, calendar, exercises } = setting()
    exercises.beforeSave(() => {
      throw new M365Error('throttled', 'Microsoft 365 asks us to slow down.')
    })
    await expect(send()).rejects.toMatchObject({ kind: 'throttled' })
    expect(calendar.events).toEqual([])
  })
})

describe('somebody else saving in between', () => {
  it('another invitee before the claim: the preview no longer holds, and nothing is sent', async () => {
    const { send, calendar, exercises } = setting()
    const add = () =>
      exercises.change('1', (value) => ({
        ...value,
        invitees: [...value.invitees, anInvitee({ role: 'Doctor' })],
      }))
    exercises.beforeSave(add)
    expect(await send()).toMatchObject({ state: 'changed-meanwhile', row: { etag: '"2"' } })
    expect(calendar.events).toEqual([])
  })

  it('another date since the preview: nothing is sent', async () => {
    const { send, calendar, exercises } = setting()
    exercises.change('1', (value) => ({ ...value, date: '2018-04-19' }))
    expect((await send()).state).toBe('changed-meanwhile')
    expect(calendar.events).toEqual([])
  })

  it('an internal note since the preview: it was never part of it, so it is sent', async () => {
    const { send, exercises } = setting()
    exercises.change('1', (value) => ({ ...value, internalNote: 'Catering booked' }))
    expect((await send()).state).toBe('sent')
    expect(exercises.current('1').value.internalNote).toBe('Catering booked')
  })

  it('a note while the event is being made: both are kept', async () => {
    const { send, exercises, invitation } = setting()
    exercises.beforeSave(() => undefined)
    exercises.beforeSave(() =>
      exercises.change('1', (value) => ({ ...value, internalNote: 'Catering booked' })),
    )
    expect((await send()).state).toBe('sent')
    expect(invitation()?.state).toBe('sent')
    expect(exercises.current('1').value.internalNote).toBe('Catering booked')
  })

  it('again and again while the event is made: it is sent, said to be sent, and marked by the next press', async () => {
    const { send, calendar, exercises, invitation } = setting()
    exercises.beforeSave(() => undefined)
    for (const note of ['one', 'two', 'three'])
      exercises.beforeSave(() => exercises.change('1', (value) => ({ ...value, internalNote: note })))
    expect(await send()).toMatchObject({ state: 'sent-unmarked', row: { value: { internalNote: 'three' } } })
    expect(calendar.events).toHaveLength(1)
    expect(await send()).toMatchObject({ state: 'sent', already: true })
    expect(invitation()?.state).toBe('sent')
    expect(calendar.events).toHaveLength(1)
  })

  it('my own claim, whose answer was lost: it is taken up', async () => {
    const { send, calendar, exercises } = setting()
    exercises.beforeSave(() => exercises.change('1', (value) => ({ ...value, invitation: claimOf(ruth) })))
    expect((await send()).state).toBe('sent')
    expect(calendar.events).toHaveLength(1)
  })
})
