import { chasePolicyOf, chaseSettingKey } from '../../src/domain/chaseSettings.ts'
import type { Attendee } from '../../src/domain/eventDraft.ts'
import type { Exercise, Invitation, Invitee } from '../../src/domain/exercise.ts'
import {
  type ChasePolicy,
  chasesDue,
  nextChaseDay,
  usualChases,
  withChased,
} from '../../src/domain/exerciseChases.ts'
import type { Told } from '../../src/domain/told.ts'
import { anExercise, anInvitee } from '../support/exercises.ts'

const nurse = anInvitee({ role: 'Nurse', side: 'partner', name: 'Celia Marsh', address: 'celia@nhs.example' })
const sentAs = (revision: number): Invitation => ({
  ...{ state: 'sent', revision, organiser: 'ruth', organiserName: 'Ruth Mbeki', eventRef: 'e1' },
  ...{ at: '2018-10-01T09:00:00.000Z', invited: 1 },
})
const invited = (invitees: readonly Invitee[] = [nurse], changes: Partial<Exercise> = {}) =>
  anExercise({
    ...{ key: 'lambeth', date: '2018-11-07', invitees },
    invitation: sentAs(1),
    ...changes,
  })
const nothingTold: Omit<Told, 'attendees'> = {
  ...{ subject: '', text: '', date: '2018-11-07', start: '09:30', end: '16:30', location: '' },
  ...{ online: false, showAttendees: false },
}
const on = (today: string, exercise = invited(), policy: ChasePolicy = usualChases) =>
  chasesDue(exercise, policy, today)

describe('asking the silent again', () => {
  it.each([
    ['stays silent on the sixth day', '2018-10-07', 0],
    ['asks on the seventh', '2018-10-08', 1],
    ['asks on Friday', '2018-10-12', 1],
    ['leaves people alone on Saturday', '2018-10-13', 0],
    ['asks the day before', '2018-11-06', 1],
    ['asks nobody on the day', '2018-11-07', 0],
    ['asks nobody afterwards', '2018-11-08', 0],
  ])('%s', (_what, today, count) => {
    expect(on(today)).toHaveLength(count)
  })

  it.each(['accepted', 'tentative', 'declined'] as const)('asks nobody who said %s', (response) => {
    expect(on('2018-10-08', invited([{ ...nurse, response }]))).toEqual([])
  })

  it('counts from the last time they were asked, more often in the last fortnight', () => {
    const chased = invited([{ ...nurse, chased: ['2018-10-22T09:00:00.000Z'] }])
    expect(on('2018-10-24', chased)).toHaveLength(0)
    expect(on('2018-10-25', chased)).toHaveLength(1)
    const earlier = invited([{ ...nurse, chased: ['2018-10-15T09:00:00.000Z'] }])
    expect(on('2018-10-19', earlier)).toHaveLength(0)
    expect(on('2018-10-22', earlier)[0]).toMatchObject({ count: 2, since: '2018-10-15', silentDays: 7 })
  })

  it('asks about an optional role once', () => {
    const optional = { ...nurse, required: false }
    expect(on('2018-10-12', invited([optional]))).toHaveLength(0)
    expect(on('2018-10-15', invited([optional]))).toHaveLength(1)
    expect(on('2018-10-29', invited([{ ...optional, chased: ['2018-10-15T09:00:00.000Z'] }]))).toHaveLength(0)
  })

  it('stops after so many times', () => {
    const chased = ['08', '12', '15', '18', '22'].map((day) => `2018-10-${day}T09:00:00.000Z`)
    expect(on('2018-10-29', invited([{ ...nurse, chased }]))).toHaveLength(0)
    expect(on('2018-10-29', invited([{ ...nurse, chased: chased.slice(1) }]))).toHaveLength(1)
  })

  it('asks a person of two roles once, and as required when either is', () => {
    const other = { ...nurse, role: 'Chair', required: false }
    expect(on('2018-10-08', invited([other, nurse]))).toMatchObject([
      { roles: ['Chair', 'Nurse'], required: true },
    ])
  })

  it('asks the stand-in and not whoever they stand in for, counted from the day they were named', () => {
    const standIn = {
      name: 'Ann',
      address: 'ann@nhs.example',
      response: 'none',
      at: '2018-10-20T09:00:00.000Z',
      by: 'Ruth',
    } as const
    const exercise = invited([{ ...nurse, response: 'declined', standIn }])
    expect(on('2018-10-22', exercise)).toEqual([])
    expect(on('2018-10-29', exercise)).toMatchObject([{ address: 'ann@nhs.example', since: '2018-10-20' }])
  })

  it('asks nobody whom the invitation has not reached yet, and a late joiner counted from when they joined', () => {
    const late = { ...nurse, addedAt: '2018-10-20T09:00:00.000Z' }
    const told = (attendees: readonly Attendee[]) =>
      invited([late], { invitation: { ...sentAs(1), told: { ...nothingTold, attendees } } })
    const reached = told([{ name: late.name, address: late.address.toUpperCase(), type: 'required' }])
    expect(on('2018-10-29', told([]))).toEqual([])
    expect(on('2018-10-22', reached)).toEqual([])
    expect(on('2018-10-29', reached)).toMatchObject([{ since: '2018-10-20' }])
  })

  it('goes by card inside the force and by mail outside', () => {
    const exercise = invited([nurse, anInvitee({ role: 'Borough Commander' })])
    expect(on('2018-10-08', exercise).map((one) => one.by)).toEqual(['mail', 'card'])
  })

  it('has a name of its own each time, and another after a new invitation', () => {
    const [first] = on('2018-10-08')
    const again = withChased(invited(), { address: nurse.address }, '2018-10-08T09:00:00.000Z')
    const [second] = on('2018-10-15', again)
    const [renewed] = on('2018-10-08', invited([nurse], { invitation: sentAs(2) }))
    expect(new Set([first?.key, second?.key, renewed?.key]).size).toBe(3)
    expect([first?.key, second?.key].every((key) => (key ?? '').length <= 255)).toBe(true)
  })

  it.each([
    ['switched off', invited(), { ...usualChases, on: false }],
    ['not sent yet', invited([nurse], { invitation: null }), usualChases],
    ['called off', invited([nurse], { status: 'cancelled' }), usualChases],
  ])('asks nobody when it is %s', (_what, exercise, policy) => {
    expect(on('2018-10-08', exercise, policy)).toEqual([])
  })

  it('tells on which day the next one goes', () => {
    expect(nextChaseDay(invited(), usualChases, '2018-10-02')).toBe('2018-10-08')
    expect(nextChaseDay(invited([{ ...nurse, response: 'accepted' }]), usualChases, '2018-10-02')).toBeNull()
  })
})

describe('the rhythm', () => {
  const stored = (value: unknown) =>
    chasePolicyOf([{ key: chaseSettingKey, value: JSON.stringify(value), changedBy: '', changedByName: '' }])

  it('is the usual one until the force sets its own', () => {
    expect(chasePolicyOf([])).toBe(usualChases)
    const own = { ...usualChases, on: false }
    expect(stored({ ...own, changes: [] })).toEqual(own)
  })

  it.each([
    ['a day of nought', { ...usualChases, required: { ...usualChases.required, every: 0 } }],
    ['half a day', { ...usualChases, required: { ...usualChases.required, every: 1.5 } }],
    ['no words at all', 'weekly'],
  ])('is the usual one where it cannot be read: %s', (_what, value) => {
    expect(stored(value)).toBe(usualChases)
  })
})
