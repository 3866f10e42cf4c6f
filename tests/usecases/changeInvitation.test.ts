import type { Exercise } from '../../src/domain/exercise.ts'
import { callOffInvitation } from '../../src/usecases/callOffInvitation.ts'
import { changeInvitation } from '../../src/usecases/changeInvitation.ts'
import { inviteToExercise } from '../../src/usecases/inviteToExercise.ts'
import { calendarShelf } from '../support/calendarShelf.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth, tom } from '../support/exercises.ts'

const nurse = anInvitee({
  role: 'Nurse',
  name: 'Ann Late',
  address: 'ann.late@partner.example',
  required: false,
})
const webb = 'oliver.webb@thameside.example'
const health = 'public.health@partner.example'
const safeguarding = 'safeguarding.nurse@thameside.example'

/** An exercise to which three people were invited; their mails are put aside. */
async function invited(changes: Partial<Exercise> = {}) {
  const exercises = exerciseShelf(anExercise(changes))
  const calendar = calendarShelf()
  const deps = { exercises, calendars: calendar, clock: june }
  await inviteToExercise(deps, { previewed: exercises.current('1'), actor: ruth })
  calendar.mails.splice(0)
  exercises.saves.splice(0)
  const edit = (change: Partial<Exercise>) => exercises.change('1', (value) => ({ ...value, ...change }))
  const send = (more: { why?: string; actor?: typeof ruth; overOutlook?: boolean } = {}) =>
    changeInvitation(deps, { previewed: exercises.current('1'), why: '', actor: ruth, ...more })
  const callOff = (why = 'The suite is flooded.', actor = ruth) =>
    callOffInvitation(deps, { row: exercises.current('1'), why, actor })
  const value = () => exercises.current('1').value
  const mails = () => calendar.mails.map(({ to, kind }) => `${kind} ${to}`).sort()
  return { exercises, calendar, edit, send, callOff, value, mails }
}

describe('a late joiner', () => {
  it('alone is e-mailed, and is on the one event', async () => {
    const { edit, send, mails, value, calendar } = await invited()
    edit({ invitees: [...value().invitees, nurse] })
    expect(await send()).toMatchObject({ state: 'sent', already: false, told: 1 })
    expect(mails()).toEqual([`invitation ${nurse.address}`])
    expect(calendar.events).toHaveLength(1)
    expect(calendar.events[0]?.draft.attendees).toHaveLength(5)
  })

  it('who leaves again alone is told so', async () => {
    const { edit, send, mails, value, calendar } = await invited()
    const before = value().invitees
    edit({ invitees: [...before, nurse] })
    await send()
    calendar.mails.splice(0)
    edit({ invitees: before })
    await send()
    expect(mails()).toEqual([`cancellation ${nurse.address}`])
  })

  it('does not take off whoever was added in Outlook itself', async () => {
    const { edit, send, value, calendar } = await invited()
    const guest = { name: 'Guest', address: 'guest@partner.example', type: 'optional' as const }
    calendar.changeInOutlook('event-1', (event) => ({
      ...event,
      draft: { ...event.draft, attendees: [...event.draft.attendees, guest] },
    }))
    edit({ invitees: [...value().invitees, nurse] })
    expect((await send()).state).toBe('sent')
    const addresses = calendar.events[0]?.draft.attendees.map((one) => one.address)
    expect(addresses).toEqual(expect.arrayContaining([guest.address, nurse.address]))
  })

  it('who stands in for somebody is invited, and the one they stand in for keeps the event', async () => {
    const { edit, send, mails, value } = await invited()
    const standIn = {
      name: 'Dee Puty',
      address: 'dee@partner.example',
      response: 'none',
      at: '',
      by: '',
    } as const
    edit({ invitees: value().invitees.map((one) => (one.address === health ? { ...one, standIn } : one)) })
    await send()
    expect(mails()).toEqual(['invitation dee@partner.example'])
  })
})

describe('a new day', () => {
  it('is told to everybody, with why, from the one event', async () => {
    const { edit, send, mails, calendar } = await invited()
    edit({ date: '2018-04-25' })
    expect(await send({ why: 'The facilitators are needed elsewhere.' })).toMatchObject({
      state: 'sent',
      told: 3,
    })
    expect(mails()).toEqual([`update ${health}`, `update ${webb}`, `update ${safeguarding}`].sort())
    const [event, ...more] = calendar.events
    expect(more).toEqual([])
    expect(event?.draft).toMatchObject({ date: '2018-04-25', start: '10:00', end: '16:00' })
    expect(event?.draft.bodyHtml).toContain(
      'moved from 18 April 2018, 10:00–16:00 to 25 April 2018, 10:00–16:00 UK time',
    )
    expect(event?.draft.bodyHtml).toContain('Why: The facilitators are needed elsewhere.')
  })

  it('needs a reason', async () => {
    const { edit, send, mails } = await invited()
    edit({ date: '2018-04-25' })
    expect(await send({ why: '  ' })).toEqual({ state: 'refused', code: 'no-reason' })
    expect(mails()).toEqual([])
  })

  it('together with somebody who leaves: they get a cancellation, the others the change', async () => {
    const { edit, send, mails, value } = await invited()
    edit({ start: '11:00', invitees: value().invitees.filter((one) => one.address !== health) })
    await send({ why: 'Traffic' })
    expect(mails()).toEqual([`cancellation ${health}`, `update ${webb}`, `update ${safeguarding}`].sort())
  })

  it('leaves nothing to send afterwards, and a line of history says who and why', async () => {
    const { edit, send, value } = await invited()
    edit({ venue: 'Room 2' })
    await send({ why: 'A bigger room' })
    expect(value().invitation).toMatchObject({ changes: 1, pending: null, told: { location: 'Room 2' } })
    expect(value().history.at(-1)).toMatchObject({
      field: 'invitation',
      to: 'change 1 sent, 3 invited',
      why: 'A bigger room',
      byObject: ruth.objectId,
    })
    expect(await send()).toEqual({ state: 'refused', code: 'nothing-changed' })
  })
})

describe('nothing is sent', () => {
  it.each([
    ['when nothing changed', {}, 'nothing-changed'],
    ['when only the internal note changed', { internalNote: 'Lunch is late' }, 'nothing-changed'],
    ['when the exercise is called off', { status: 'cancelled' }, 'called-off'],
    ['when nobody is left', { invitees: [] }, 'nobody-left'],
  ] as const)('%s', async (_title, change, code) => {
    const { edit, send, mails } = await invited()
    edit(change)
    expect(await send()).toEqual({ state: 'refused', code })
    expect(mails()).toEqual([])
  })

  it('by somebody who is no coordinator, nor by a coordinator whose calendar it is not', async () => {
    const { edit, send, mails } = await invited()
    edit({ venue: 'Room 2' })
    expect(await send({ actor: amira, why: 'x' })).toMatchObject({ code: 'not-a-coordinator' })
    expect(await send({ actor: tom, why: 'x' })).toEqual({ state: 'not-the-organiser', name: 'Ruth Mbeki' })
    expect(mails()).toEqual([])
  })

  it('when the row was changed since the preview', async () => {
    const { exercises, edit, calendar, mails } = await invited()
    edit({ venue: 'Room 2' })
    const previewed = exercises.current('1')
    edit({ venue: 'Room 3' })
    const deps = { exercises, calendars: calendar, clock: june }
    const result = await changeInvitation(deps, { previewed, why: 'x', actor: ruth })
    expect(result).toMatchObject({ state: 'changed-meanwhile', row: { value: { venue: 'Room 3' } } })
    expect(mails()).toEqual([])
  })

  it('when the reason names another unit', async () => {
    const { exercises, edit, calendar, mails } = await invited()
    edit({ venue: 'Room 2' })
    const other = anExercise({ key: 'other', unit: 'Hackney & Tower Hamlets', date: '2018-09-12' })
    const result = await changeInvitation(
      { exercises, calendars: calendar, clock: june },
      {
        previewed: exercises.current('1'),
        why: 'Hackney and Tower Hamlets took it',
        actor: ruth,
        others: [other],
      },
    )
    expect(result).toMatchObject({ state: 'not-partner-safe', leaks: [{ what: 'unit' }] })
    expect(mails()).toEqual([])
  })
})

describe('somebody changed the event in Outlook', () => {
  const moved = async () => {
    const all = await invited()
    all.calendar.changeInOutlook('event-1', (event) => ({
      ...event,
      draft: { ...event.draft, start: '09:00' },
    }))
    all.edit({ venue: 'Room 2' })
    return all
  }

  it('and nothing is sent until somebody decides', async () => {
    const { send, mails } = await moved()
    expect(await send({ why: 'x' })).toMatchObject({
      state: 'changed-in-outlook',
      differences: [{ kind: 'when' }],
    })
    expect(mails()).toEqual([])
  })

  it('and our plan stands when they say so, leaving alone what we did not change', async () => {
    const { send, calendar } = await moved()
    expect((await send({ why: 'x', overOutlook: true })).state).toBe('sent')
    expect(calendar.events[0]?.draft).toMatchObject({ location: 'Room 2', start: '09:00' })
  })

  it('by calling it off: the change is not sent into nothing', async () => {
    const { edit, send, calendar } = await invited()
    calendar.cancelInOutlook()
    edit({ venue: 'Room 2' })
    expect((await send({ why: 'x' })).state).toBe('event-gone')
  })

  it('by answering meanwhile: the change goes through', async () => {
    const { edit, send, calendar, mails } = await invited()
    edit({ venue: 'Room 2' })
    const { update } = calendar
    calendar.update = async (event, change) => {
      calendar.answer(webb, 'accepted')
      calendar.update = update
      return update(event, change)
    }
    expect((await send({ why: 'x' })).state).toBe('sent')
    expect(mails()).toHaveLength(3)
  })
})

describe('an answer that is lost', () => {
  it.each([
    ['before', 'a move', { date: '2018-04-25' }],
    ['after', 'a move', { date: '2018-04-25' }],
    ['before', 'a late joiner', null],
    ['after', 'a late joiner', null],
  ] as const)('%s the calendar did %s: pressing again tells nobody twice', async (when, _what, change) => {
    const { edit, send, calendar, mails, value } = await invited()
    edit(change ?? { invitees: [...value().invitees, nurse] })
    const expected = change ? 3 : 1
    const read = calendar.read
    calendar.read = async (ref) => {
      const event = await read(ref)
      calendar.failNext(when)
      calendar.read = read
      return event
    }
    expect((await send({ why: 'x' })).state).toBe('unfinished')
    expect(value().invitation?.pending).toMatchObject({ kind: 'change', number: 1 })
    expect(await send({ why: 'x' })).toMatchObject({ state: 'sent', already: when === 'after' })
    expect(mails()).toHaveLength(expected)
    expect(value().invitation?.pending).toBeNull()
    expect(value().history.filter((one) => one.field === 'invitation')).toHaveLength(2)
  })

  it('and a further edit: what went out is recorded, the rest is still to be sent', async () => {
    const { edit, send, calendar, mails, value } = await invited()
    edit({ venue: 'Room 2' })
    const { update } = calendar
    calendar.update = async (event, change) => {
      calendar.failNext('after')
      calendar.update = update
      return update(event, change)
    }
    expect((await send({ why: 'x' })).state).toBe('unfinished')
    edit({ venue: 'Room 3' })
    expect(await send({ why: 'y' })).toMatchObject({ state: 'sent', already: true })
    expect(value().invitation?.told?.location).toBe('Room 2')
    expect(await send({ why: 'y' })).toMatchObject({ state: 'sent', already: false })
    expect(calendar.events[0]?.draft.location).toBe('Room 3')
    expect(mails()).toHaveLength(6)
  })
})

describe('a shared mailbox', () => {
  it('lets another coordinator send the change', async () => {
    const { edit, send } = await invited({ mailbox: 'exercises@thameside.example' })
    edit({ venue: 'Room 2' })
    expect((await send({ actor: tom, why: 'x' })).state).toBe('sent')
  })

  it('and two who press at once tell everybody once', async () => {
    const { edit, send, mails } = await invited({ mailbox: 'exercises@thameside.example' })
    edit({ venue: 'Room 2' })
    const states = await Promise.all([send({ why: 'x' }), send({ actor: tom, why: 'x' })])
    expect(states.some((one) => one.state === 'sent')).toBe(true)
    expect(mails()).toHaveLength(3)
  })
})

describe('calling it off', () => {
  it('tells everybody once and why, and the row shows it', async () => {
    const { callOff, mails, value } = await invited()
    expect(await callOff()).toMatchObject({ state: 'called-off', already: false })
    expect(await callOff()).toMatchObject({ state: 'called-off', already: true })
    expect(mails()).toHaveLength(3)
    expect(value()).toMatchObject({ status: 'cancelled', changedWhy: 'The suite is flooded.' })
    expect(value().history.at(-1)).toMatchObject({ to: 'called off', why: 'The suite is flooded.' })
  })

  it.each(['before', 'after'] as const)('goes on when the answer was lost %s it was done', async (when) => {
    const { callOff, calendar, mails, value } = await invited()
    const { cancel } = calendar
    calendar.cancel = async (ref, why) => {
      calendar.failNext(when)
      calendar.cancel = cancel
      return cancel(ref, why)
    }
    expect((await callOff()).state).toBe('unfinished')
    expect(value().status).not.toBe('cancelled')
    expect((await callOff('Another reason')).state).toBe('called-off')
    expect(mails()).toHaveLength(3)
    expect(value().changedWhy).toBe('The suite is flooded.')
  })

  it.each([
    ['without a reason', '  ', ruth, 'no-reason'],
    ['by an officer', 'x', amira, 'not-a-coordinator'],
  ] as const)('%s is refused', async (_title, why, actor, code) => {
    const { callOff, mails } = await invited()
    expect(await callOff(why, actor)).toEqual({ state: 'refused', code })
    expect(mails()).toEqual([])
  })

  it('leaves room for a new invitation with an event of its own', async () => {
    const { callOff, edit, exercises, calendar } = await invited()
    await callOff()
    edit({ status: 'planned' })
    const deps = { exercises, calendars: calendar, clock: june }
    const again = await inviteToExercise(deps, { previewed: exercises.current('1'), actor: ruth })
    expect(again).toMatchObject({
      state: 'sent',
      already: false,
      row: { value: { invitation: { revision: 2 } } },
    })
    expect(calendar.events.map((one) => one.draft.transactionId)).toEqual([
      'spase-2018-04-18-invitation-1',
      'spase-2018-04-18-invitation-2',
    ])
  })
})
