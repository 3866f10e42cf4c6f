import type { Exercise, Response } from '../../src/domain/exercise.ts'
import { findByPlace, roleCover, withAnswers } from '../../src/domain/exercise.ts'
import { allTwelve, anExercise, anInvitee } from '../support/exercises.ts'

const at = '2021-06-01T08:00:00.000Z'

describe('role cover', () => {
  it('counts the required roles only', () => {
    const cover = roleCover(anExercise())
    expect(cover).toEqual({ required: 3, known: 2, accepted: 0, missing: ['Superintendent'] })
  })

  it.each<[Response, boolean]>([
    ['declined', true],
    ['tentative', false],
    ['none', false],
    ['accepted', false],
  ])('a required person who answered "%s" is missing: %s', (response, missing) => {
    const cover = roleCover({ invitees: [anInvitee({ role: 'Doctor', response })] })
    expect(cover.missing).toEqual(missing ? ['Doctor'] : [])
  })
})

describe('answers of the calendar', () => {
  const answered = (exercise: Exercise, role: string) =>
    exercise.invitees.find((one) => one.role === role)?.response

  it('come to the person of that address, however it is written', () => {
    const next = withAnswers(
      anExercise(),
      [{ address: 'Oliver.Webb@Thameside.example', response: 'accepted' }],
      at,
    )
    expect(answered(next, 'Borough Commander')).toBe('accepted')
    expect(answered(next, 'Director of Public Health')).toBe('none')
  })

  it('come to every role that the person holds', () => {
    const address = 'two.hats@partner.example'
    const exercise = anExercise({
      invitees: [anInvitee({ role: 'Doctor', address }), anInvitee({ role: 'Nurse', address })],
    })
    const next = withAnswers(exercise, [{ address, response: 'declined' }], at)
    expect([answered(next, 'Doctor'), answered(next, 'Nurse')]).toEqual(['declined', 'declined'])
  })

  it('leave a line of history each', () => {
    const next = withAnswers(
      anExercise(),
      [{ address: 'oliver.webb@thameside.example', response: 'tentative' }],
      at,
    )
    expect(next.history).toEqual([
      expect.objectContaining({
        at,
        by: 'Oliver Webb (Borough Commander)',
        field: 'response',
        from: 'none',
        to: 'tentative',
      }),
    ])
  })

  it('that say nothing new leave the very same exercise', () => {
    const exercise = anExercise()
    expect(withAnswers(exercise, [{ address: 'oliver.webb@thameside.example', response: 'none' }], at)).toBe(
      exercise,
    )
  })

  it('never reach a vacant role through an empty address', () => {
    const exercise = anExercise()
    expect(withAnswers(exercise, [{ address: '', response: 'accepted' }], at)).toBe(exercise)
  })
})

describe('search by place', () => {
  const units = (text: string) => findByPlace(allTwelve(), text).map((one) => one.unit)

  it.each([
    ['dagenham', ['Barking and Dagenham, Havering and Redbridge']],
    ['  TOWER  hamlets ', ['Hackney and Tower Hamlets']],
    ['ealing', ['Hounslow, Ealing and Hillingdon']],
    ['Leeds', []],
  ])('finds by "%s"', (text, expected) => {
    expect(units(text)).toEqual(expected)
  })

  it('shows everything for an empty text', () => {
    expect(units(' ')).toHaveLength(12)
  })
})
