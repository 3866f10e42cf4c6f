import type { Exercise, SeenEvent } from '../../src/domain/exercise.ts'
import {
  acceptDifference,
  keptDifferences,
  type OutlookDifference,
  outlookDifferences,
  withSeen,
} from '../../src/domain/outlookDifference.ts'
import { amira, anExercise, anInvitee, ruth } from '../support/exercises.ts'

const oliver = anInvitee({
  name: 'Oliver Webb',
  address: 'oliver.webb@thameside.example',
  response: 'accepted',
})
const nurse = anInvitee({ role: 'Nurse', side: 'partner', name: 'Celia Marsh', address: 'celia@nhs.example' })
const told = {
  ...{
    subject: 'SPASE',
    text: '',
    date: '2018-11-07',
    start: '09:30',
    end: '16:30',
    location: 'Hydra Suite',
  },
  ...{ online: false, showAttendees: false },
  attendees: [
    { name: 'Oliver Webb', address: 'oliver.webb@thameside.example', type: 'required' },
    { name: 'Celia Marsh', address: 'celia@nhs.example', type: 'required' },
    { name: 'Hydra Suite', address: 'hydra@thameside.example', type: 'resource' },
  ],
} as const
const exercise: Exercise = anExercise({
  ...{ date: '2018-11-07', start: '09:30', end: '16:30', venue: 'Hydra Suite', invitees: [oliver, nurse] },
  invitation: {
    ...{ state: 'sent', revision: 1, organiser: ruth.objectId, organiserName: 'Ruth Mbeki', eventRef: 'e1' },
    ...{ at: '2018-10-01T09:00:00.000Z', invited: 2, told },
  },
})
const asTold: SeenEvent = {
  ...{ date: '2018-11-07', start: '09:30', end: '16:30', location: 'Hydra Suite', cancelled: false },
  people: [
    { name: 'Oliver Webb', address: 'Oliver.Webb@thameside.example' },
    { name: 'Celia Marsh', address: 'celia@nhs.example' },
  ],
}
const act = { actor: ruth, at: '2018-10-20T09:00:00.000Z' }
const accept = (difference: OutlookDifference, from = exercise) => {
  const accepted = acceptDifference(from, difference, act)
  if (!accepted.ok) throw new Error(accepted.code)
  return accepted.next
}

const cases: readonly (readonly [string, SeenEvent | 'gone', OutlookDifference['kind']])[] = [
  ['moved by a day', { ...asTold, date: '2018-11-08' }, 'moved'],
  ['begun later', { ...asTold, start: '10:00' }, 'moved'],
  ['put elsewhere', { ...asTold, location: 'Gold Room' }, 'elsewhere'],
  ['without somebody', { ...asTold, people: asTold.people.slice(1) }, 'removed'],
  [
    'with somebody new',
    { ...asTold, people: [...asTold.people, { name: 'Ann', address: 'ann@nhs.example' }] },
    'added',
  ],
  ['cancelled', { ...asTold, cancelled: true }, 'cancelled'],
  ['gone', 'gone', 'gone'],
]

describe('an event that was changed in Outlook', () => {
  it('differs in nothing where it is as told, whatever the case of addresses', () => {
    expect(outlookDifferences(exercise, asTold)).toEqual([])
    expect(withSeen(exercise, asTold)).toBe(exercise)
  })

  it.each(cases)('is a difference when it is %s', (_what, seen, kind) => {
    const kept = withSeen(exercise, seen)
    expect(keptDifferences(kept).map((one) => one.kind)).toEqual([kind])
    expect(withSeen(kept, seen)).toBe(kept)
    expect(keptDifferences(withSeen(kept, asTold))).toEqual([])
  })

  it.each(cases)('is no difference any more once it was accepted: %s', (_what, seen) => {
    const kept = withSeen(exercise, seen)
    const [difference] = keptDifferences(kept)
    if (!difference) throw new Error('no difference')
    const next = accept(difference, kept)
    expect(keptDifferences(next)).toEqual([])
    expect(next.invitation?.seen).toBeUndefined()
    expect(next.history).toHaveLength(1)
  })

  it('takes the new time when a move is accepted, and knows that everybody was told', () => {
    const [difference] = outlookDifferences(exercise, { ...asTold, date: '2018-11-14', start: '10:00' })
    const next = accept(difference as OutlookDifference)
    expect(next).toMatchObject({
      date: '2018-11-14',
      start: '10:00',
      invitation: { told: { date: '2018-11-14' } },
    })
    expect(next.history.at(-1)).toMatchObject({ field: 'date', by: 'Ruth Mbeki' })
  })

  it('empties the place of somebody who was taken off, and keeps the role', () => {
    const [difference] = outlookDifferences(exercise, { ...asTold, people: asTold.people.slice(0, 1) })
    expect(difference).toMatchObject({ kind: 'removed', role: 'Nurse' })
    const next = accept(difference as OutlookDifference)
    expect(next.invitees[1]).toMatchObject({ role: 'Nurse', state: 'unknown', address: '' })
  })

  it('gives whoever was added a place', () => {
    const next = accept({ kind: 'added', name: 'Ann', address: 'ann@nhs.example' })
    expect(next.invitees.at(-1)).toMatchObject({ name: 'Ann', state: 'known', required: false })
  })

  it.each(['gone', 'cancelled'] as const)(
    'calls the exercise off when it is %s and that is accepted',
    (kind) => {
      expect(accept({ kind })).toMatchObject({ status: 'cancelled', invitation: { state: 'called-off' } })
    },
  )

  it('keeps two differences apart: accepting one leaves the other', () => {
    const kept = withSeen(exercise, { ...asTold, location: 'Gold Room', start: '10:00' })
    const next = accept(keptDifferences(kept)[0] as OutlookDifference, kept)
    expect(keptDifferences(next).map((one) => one.kind)).toEqual(['elsewhere'])
  })

  it('is accepted by coordinators only', () => {
    expect(acceptDifference(exercise, { kind: 'gone' }, { ...act, actor: amira })).toEqual({
      ...{ ok: false, code: 'not-a-coordinator' },
    })
  })

  it('does not guess who was invited where nothing was kept of it', () => {
    const { told: _, ...older } = exercise.invitation as NonNullable<Exercise['invitation']>
    const old = { ...exercise, invitation: older }
    expect(outlookDifferences(old, { ...asTold, people: [] })).toEqual([])
    expect(outlookDifferences(old, { ...asTold, start: '10:00' })).toMatchObject([{ kind: 'moved' }])
  })
})
