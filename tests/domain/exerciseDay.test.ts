import { pointBecame, writeDebrief } from '../../src/domain/debriefs.ts'
import type { Exercise, Invitation } from '../../src/domain/exercise.ts'
import { addWalkIn, joiningList, markAttendance, markExpected } from '../../src/domain/exerciseDay.ts'
import { seatRef } from '../../src/domain/exerciseHistory.ts'
import { answerRequest, askingRole, askToBook, longestRequest } from '../../src/domain/placeRequests.ts'
import { nameStandIn, withoutStandIn } from '../../src/domain/standIns.ts'
import { amira, anExercise, anInvitee, ruth } from '../support/exercises.ts'

const act = { actor: ruth, at: '2018-04-18T09:00:00.000Z' }
const day = '2018-04-18'
const oliver = anInvitee({ name: 'Oliver Webb', address: 'oliver@thameside.example', response: 'accepted' })
const nurse = anInvitee({
  role: 'Nurse',
  side: 'partner',
  name: 'Celia Marsh',
  address: 'celia@nhs.example',
  response: 'declined',
})
const exercise = anExercise({ date: day, invitees: [oliver, nurse] })
const seat = seatRef(exercise.invitees, 1)
const good = (result: { ok: true; next: Exercise } | { ok: false; code: string }): Exercise => {
  if (!result.ok) throw new Error(result.code)
  return result.next
}

describe('attendance', () => {
  const mark = (
    attended: 'attended' | 'substitute' | 'absent' | null,
    substitute = '',
    today = day,
    from = exercise,
  ) => markAttendance(from, seat, { attended, substitute }, act, today)

  it.each([
    ['the day before', '2018-04-17', { ok: false, code: 'not-yet' }],
    ['on the day', day, { ok: true }],
    ['afterwards', '2018-04-20', { ok: true }],
  ])('%s', (_when, today, outcome) => {
    expect(mark('attended', '', today)).toMatchObject(outcome)
  })

  it('names a substitute, and takes the mark back', () => {
    expect(mark('substitute')).toEqual({ ok: false, code: 'no-name' })
    const marked = good(mark('substitute', 'Ann Berg'))
    expect(marked.invitees[1]).toMatchObject({ attended: 'substitute', substitute: 'Ann Berg' })
    expect(marked.history.at(-1)?.to).toBe('Nurse: substitute Ann Berg')
    const back = good(mark(null, '', day, marked))
    expect(back.invitees[1]).not.toHaveProperty('attended')
    expect(back.invitees[1]).not.toHaveProperty('substitute')
  })

  it('finds the place where the roster was put in another order, and not where somebody else has it', () => {
    const turned = { ...exercise, invitees: [nurse, oliver] }
    expect(good(mark('absent', '', day, turned)).invitees[0]).toMatchObject({ attended: 'absent' })
    const other = { ...exercise, invitees: [oliver, { ...nurse, address: 'new@nhs.example' }] }
    expect(mark('absent', '', day, other)).toEqual({ ok: false, code: 'no-such-place' })
  })

  it('marks those who accepted in one go, stand-ins as substitutes, and nobody twice', () => {
    const standIn = {
      name: 'Ann Berg',
      address: 'ann@nhs.example',
      response: 'accepted',
      at: act.at,
      by: 'Ruth',
    } as const
    const marked = good(markExpected({ ...exercise, invitees: [oliver, { ...nurse, standIn }] }, act, day))
    expect(marked.invitees.map((one) => [one.attended, one.substitute])).toEqual([
      ['attended', undefined],
      ['substitute', 'Ann Berg'],
    ])
    expect(markExpected(marked, act, day)).toEqual({ ok: false, code: 'nothing-changed' })
  })

  it('takes somebody in whom nobody expected, with a name and a role', () => {
    const guest = { name: 'Lee Hart', role: 'Head teacher', organisation: 'School', side: 'partner' } as const
    expect(good(addWalkIn(exercise, guest, act, day)).invitees.at(-1)).toMatchObject({
      attended: 'attended',
      required: false,
    })
    expect(addWalkIn(exercise, { ...guest, name: ' ' }, act, day)).toEqual({ ok: false, code: 'no-name' })
    expect(addWalkIn(exercise, { ...guest, role: '' }, act, day)).toEqual({ ok: false, code: 'no-role' })
  })

  it.each([
    ['of somebody who is no coordinator', { ...act, actor: amira }, exercise, 'not-a-coordinator'],
    ['of a day that was called off', act, { ...exercise, status: 'cancelled' as const }, 'called-off'],
  ])('is refused %s', (_what, by, from, code) => {
    expect(markAttendance(from, seat, { attended: 'attended' }, by, day)).toEqual({ ok: false, code })
  })

  it('lists at the door whoever comes first, with the stand-in in place of the person', () => {
    const standIn = {
      name: 'Ann Berg',
      address: 'ann@nhs.example',
      response: 'accepted',
      at: act.at,
      by: 'Ruth',
    } as const
    const silent = anInvitee({ role: 'Doctor', side: 'partner', organisation: 'A first', name: 'Dr Zed' })
    const list = joiningList({ invitees: [silent, { ...nurse, standIn }, oliver], invitation: { ...sent } })
    expect(list.partner.map((one) => [one.name, one.insteadOf])).toEqual([
      ['Ann Berg', 'Celia Marsh'],
      ['Dr Zed', ''],
    ])
    expect(list.police).toHaveLength(1)
  })
})

const sent: Invitation = {
  ...{
    state: 'sent',
    revision: 1,
    organiser: 'ruth',
    organiserName: 'Ruth',
    eventRef: 'e',
    at: act.at,
    invited: 2,
  },
}

describe('a stand-in', () => {
  const ann = { name: 'Ann Berg', address: 'ann@nhs.example' }
  it('takes the place, and whoever holds the role stays on it with their answer', () => {
    const next = good(nameStandIn(exercise, seat, ann, act))
    expect(next.invitees[1]).toMatchObject({
      name: 'Celia Marsh',
      response: 'declined',
      standIn: { ...ann, response: 'none' },
    })
    expect(next.history.at(-1)).toMatchObject({ field: 'roster', to: 'Ann Berg for Celia Marsh' })
    const back = good(withoutStandIn(next, seat, act))
    expect(back.invitees[1]?.standIn).toBeNull()
  })

  it('who is invited for another role already has answered', () => {
    const next = good(
      nameStandIn(exercise, seat, { name: 'Oliver Webb', address: 'OLIVER@thameside.example' }, act),
    )
    expect(next.invitees[1]?.standIn?.response).toBe('accepted')
  })

  it.each([
    [{ ...ann, name: ' ' }, 'no-name'],
    [{ ...ann, address: 'ann' }, 'not-an-address'],
    [{ ...ann, address: 'ann@nhs.example, b@nhs.example' }, 'not-an-address'],
    [{ ...ann, address: 'Celia@nhs.example' }, 'same-person'],
  ])('is refused: %j', (given, code) => {
    expect(nameStandIn(exercise, seat, given, act)).toEqual({ ok: false, code })
  })
})

describe('asking for a place', () => {
  const asks = { actor: amira, at: '2018-04-01T09:00:00.000Z' }
  const asked = (today = '2018-04-01', from = exercise, note = 'I lead a response team.') =>
    askToBook(from, note, asks, today)

  it.each([
    ['until the day', day, true],
    ['not after it', '2018-04-19', false],
  ])('works %s', (_when, today, ok) => {
    expect(asked(today).ok).toBe(ok)
  })

  it('counts once, and again after a refusal', () => {
    const first = good(asked())
    expect(asked('2018-04-01', first)).toEqual({ ok: false, code: 'already-asked' })
    const answer = { person: amira.objectId, agreed: false, answer: 'Full.' }
    const declined = good(answerRequest(first, answer, act))
    expect(declined.requests[0]).toMatchObject({
      state: 'declined',
      answeredBy: 'Ruth Mbeki',
      answer: 'Full.',
    })
    expect(asked('2018-04-02', declined).ok).toBe(true)
  })

  it('that is agreed puts them on the roster once, for the invitation and the door to know them', () => {
    const by = { ...asks, actor: { ...amira, signInName: 'amira.hassan@thameside.example' } }
    const agree = { person: amira.objectId, agreed: true, answer: '' }
    const next = good(answerRequest(good(askToBook(exercise, '', by, '2018-04-01')), agree, act))
    expect(next.invitees).toHaveLength(exercise.invitees.length + 1)
    expect(next.invitees.at(-1)).toMatchObject({
      ...{ role: askingRole, name: amira.name, address: by.actor.signInName, personRef: amira.objectId },
      ...{ side: 'police', required: false, response: 'none', addedAt: act.at },
    })
    expect(joiningList(next).police.map(({ name }) => name)).toContain(amira.name)
    const again = good(askToBook({ ...next, requests: [] }, '', by, '2018-04-02'))
    expect(good(answerRequest(again, agree, act)).invitees).toHaveLength(next.invitees.length)
  })

  it.each([
    ['longestRequest', 'x'.repeat(longestRequest), true],
    ['one more', 'x'.repeat(longestRequest + 1), false],
  ])('takes a note of %s: %s', (_what, note, ok) => {
    expect(asked('2018-04-01', exercise, note).ok).toBe(ok)
  })

  it.each([
    [{ agreed: false, answer: ' ' }, act, 'no-reason'],
    [{ agreed: true, answer: '' }, { ...act, actor: amira }, 'not-a-coordinator'],
    [{ agreed: true, answer: '', person: 'somebody' }, act, 'not-asked'],
  ])('is not answered by %j', (answer, by, code) => {
    const input = { person: amira.objectId, ...answer }
    expect(answerRequest(good(asked()), input, by)).toEqual({ ok: false, code })
  })
})

describe('a debrief', () => {
  const input = {
    notes: 'Calm day.',
    decisions: [
      { text: 'Share the plan weekly', agreedBy: ['Police', ' NHS ', ''] },
      { text: ' ', agreedBy: [] },
    ],
    learning: ['Call the school first', '', 'Train the night shift'],
  }
  const written = good(writeDebrief(exercise, input, act))

  it('keeps what was written, without empty lines', () => {
    expect(written.debrief).toMatchObject({
      decisions: [{ text: 'Share the plan weekly', agreedBy: ['Police', 'NHS'] }],
      learning: [{ text: 'Call the school first' }, { text: 'Train the night shift' }],
    })
    expect(writeDebrief(written, input, act)).toEqual({ ok: false, code: 'nothing-changed' })
  })

  it('keeps what a learning point became, also when it is taken out of the text', () => {
    const became = { kind: 'recommendation', key: 'spase-debriefs-2018/1' } as const
    const taken = good(pointBecame(written, 'Call the school first', became, act))
    expect(pointBecame(taken, 'Call the school first', became, act)).toEqual({
      ok: false,
      code: 'became-already',
    })
    const again = good(
      writeDebrief(taken, { ...input, notes: 'Long day.', learning: ['Train the night shift'] }, act),
    )
    expect(again.debrief?.learning).toEqual([
      { text: 'Call the school first', became },
      { text: 'Train the night shift', became: null },
    ])
  })
})

describe('an exercise', () => {
  it('is held as soon as somebody was there, and planned again when that is taken back', () => {
    const there = good(markAttendance(exercise, seat, { attended: 'attended' }, act, day))
    expect(there.status).toBe('held')
    expect(good(markAttendance(there, seat, { attended: null }, act, day)).status).toBe('planned')
    expect(good(markAttendance(exercise, seat, { attended: 'absent' }, act, day)).status).toBe('planned')
  })
})
