import type { Exercise } from '../../src/domain/exercise.ts'
import { namesPartnersTooLong, partnersKeptUntil, withoutPartners } from '../../src/domain/forgetPeople.ts'
import { firstRules } from '../../src/domain/partnerDirectory.ts'
import { roleFigures } from '../../src/domain/roleStanding.ts'
import { forgetPartners } from '../../src/usecases/forgetPartners.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth } from '../support/exercises.ts'

const at = '2021-06-01T09:00:00.000Z'
const partner = anInvitee({
  ...{ role: 'Nurse', side: 'partner', name: 'Celia Marsh', address: 'celia@partner.example' },
  ...{ response: 'declined', attended: 'substitute', personRef: 'celia' },
  standIn: { name: 'Dev Ray', address: 'dev@partner.example', response: 'accepted', at, by: 'Ruth' },
})
const past: Exercise = anExercise({
  date: '2019-05-31',
  invitees: [anInvitee({ name: 'Oliver Webb' }), partner],
  invitation: {
    ...{ state: 'sent', revision: 1, organiser: 'o', organiserName: 'R', eventRef: 'e', at, invited: 2 },
    told: {
      ...{ subject: 'SPASE', text: '', date: '2019-05-31', start: '09:30', end: '16:30', location: 'Here' },
      ...{ online: false, showAttendees: false },
      attendees: [{ name: 'Celia Marsh', address: 'celia@partner.example', type: 'required' }],
    },
    seen: {
      ...{ date: '2019-05-31', start: '09:30', end: '16:30', location: 'There', cancelled: false },
      people: [{ name: 'Dev Ray', address: 'dev@partner.example' }],
    },
  },
  debrief: {
    ...{ notes: 'Celia Marsh asked for more time.', learning: [], at, by: 'Ruth Mbeki' },
    decisions: [{ text: 'Celia Marsh meets us', agreedBy: ['Celia Marsh', 'Oliver Webb'] }],
  },
  history: [
    ...[{ at, by: 'Celia Marsh (Nurse)', byObject: '', field: 'response', from: 'none', to: 'declined' }].map(
      (line) => ({ ...line, field: 'response' as const, via: 'tab' as const }),
    ),
  ],
})

describe('how long an exercise names its partners', () => {
  it.each([
    ['2019-06-01', null, false],
    ['2019-05-31', null, true],
    ['2019-05-31', '2021-06-01', false],
    ['2021-05-01', '2021-05-31', true],
  ])('held on %s and set to %s it is too long on 1 June 2021: %s', (date, keepUntil, over) => {
    expect(namesPartnersTooLong({ ...past, date, keepUntil }, firstRules, '2021-06-01')).toBe(over)
  })

  it('is two years from its day unless a day is set', () => {
    expect(partnersKeptUntil({ date: '2018-11-07', keepUntil: null }, firstRules)).toBe('2020-11-07')
  })
})

describe('an exercise whose partners are forgotten', () => {
  const next = withoutPartners(past, ruth, at)

  it('names none of them anywhere, and its officers still', () => {
    expect(JSON.stringify(next)).not.toMatch(/Celia|Dev Ray|celia@|dev@/)
    expect(next.invitees[0]).toEqual(past.invitees[0])
    expect(next.debrief?.decisions[0]?.agreedBy).toContain('Oliver Webb')
  })

  it('forgets somebody of whom only the name was known, too', () => {
    const known = anInvitee({ side: 'partner', name: 'Celia Marsh', address: '' })
    const named = { ...past, invitees: [known] }
    expect(namesPartnersTooLong(named, firstRules, '2021-06-01')).toBe(true)
    const without = withoutPartners(named, ruth, at)
    expect(JSON.stringify(without)).not.toContain('Celia')
    expect(namesPartnersTooLong(without, firstRules, '2021-06-01')).toBe(false)
  })

  it('has the same figures, answers and attendance', () => {
    expect(roleFigures([next])).toEqual(roleFigures([past]))
    expect(next.invitees[1]).toMatchObject({ role: 'Nurse', response: 'declined', attended: 'substitute' })
  })

  it('is done once', () => {
    expect(namesPartnersTooLong(next, firstRules, '2021-06-01')).toBe(false)
    expect(next.history.at(-1)).toMatchObject({ field: 'roster', by: 'Ruth Mbeki' })
  })
})

describe('forgetting the partners of past exercises', () => {
  it('leaves one that somebody saved in between and hands it back', async () => {
    const exercises = exerciseShelf(past, { ...past, key: 'other' })
    const rows = [exercises.current('1'), exercises.current('2')]
    exercises.change('2', (value) => ({ ...value, venue: 'Elsewhere' }))
    const outcome = await forgetPartners({ exercises, clock: june }, { rows, actor: ruth })
    expect(outcome).toMatchObject({ ok: true, done: [{ id: '1' }], changed: [{ id: '2' }] })
    expect(exercises.current('2').value.invitees).toEqual(past.invitees)
  })

  it('is for coordinators only', async () => {
    const exercises = exerciseShelf(past)
    const rows = [exercises.current('1')]
    expect((await forgetPartners({ exercises, clock: june }, { rows, actor: amira })).ok).toBe(false)
    expect(exercises.saves).toEqual([])
  })
})
