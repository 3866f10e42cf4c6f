import type { Exercise, Invitation, Invitee } from '../../src/domain/exercise.ts'
import { sayGap, sayGapBriefly, sayGapsBriefly } from '../../src/domain/gapSentences.ts'
import { gapsAhead, roleFigures, rolesOf, standingOf } from '../../src/domain/roleStanding.ts'
import { anExercise, anInvitee } from '../support/exercises.ts'

const sent: Invitation = {
  ...{ state: 'sent', revision: 1, organiser: 'ruth', organiserName: 'Ruth Mbeki', eventRef: 'e1' },
  ...{ at: '2018-10-01T09:00:00.000Z', invited: 2 },
}
const nurse = (changes: Partial<Invitee> = {}) =>
  anInvitee({ role: 'Designated safeguarding nurse', side: 'partner', name: 'Celia Marsh', ...changes })
const lambeth = (invitees: readonly Invitee[], changes: Partial<Exercise> = {}) =>
  anExercise({
    ...{ key: 'lambeth', unit: 'Lambeth and Southwark', date: '2018-11-07', invitation: sent, invitees },
    ...changes,
  })
const standIn = (response: Invitee['response']) => ({
  ...{ name: 'Ann Berg', address: 'ann@nhs.example', response, at: '2018-10-20T09:00:00.000Z', by: 'Ruth' },
})

const say = (exercise: Exercise, today: string) => gapsAhead([exercise], today).map(sayGap)

describe('how a place stands', () => {
  it.each([
    ['nobody', nurse({ state: 'vacant', name: '', address: '' }), true],
    ['nobody', nurse({ state: 'unknown', name: '', address: '' }), true],
    ['not-invited', nurse(), false],
    ['silent', nurse(), true],
    ['tentative', nurse({ response: 'tentative' }), true],
    ['declined', nurse({ response: 'declined' }), true],
    ['accepted', nurse({ response: 'accepted' }), true],
    ['silent', nurse({ response: 'declined', standIn: standIn('none') }), true],
    ['accepted', nurse({ response: 'declined', standIn: standIn('accepted') }), true],
    ['declined', nurse({ response: 'none', standIn: standIn('declined') }), true],
    ['accepted', nurse({ response: 'accepted', standIn: standIn('declined') }), true],
  ] as const)('is %s', (standing, invitee, invited) => {
    expect(standingOf(invitee, invited)).toBe(standing)
  })

  it('of a role is that of the best who holds it, and the role counts once', () => {
    const exercise = lambeth([
      nurse({ response: 'declined' }),
      nurse({ role: 'Designated Safeguarding Nurse', response: 'accepted', address: 'b@nhs.example' }),
    ])
    expect(rolesOf(exercise)).toMatchObject([{ role: 'Designated safeguarding nurse', standing: 'accepted' }])
    expect(roleFigures([exercise])).toMatchObject({ required: 1, accepted: 1, declined: 0 })
  })
})

describe('the gap', () => {
  it('says which role nobody has accepted for, where, and how long there is', () => {
    expect(say(lambeth([nurse()]), '2018-10-29')).toEqual([
      'No designated safeguarding nurse has accepted for Lambeth and Southwark, 9 days left',
    ])
  })

  it.each([
    ['2018-11-06', '1 day left'],
    ['2018-11-07', 'today'],
  ])('on %s says %s', (today, words) => {
    expect(say(lambeth([nurse()]), today)[0]).toContain(words)
  })

  it('is gone the day after', () => {
    expect(say(lambeth([nurse()]), '2018-11-08')).toEqual([])
  })

  it('is gone when the exercise is called off', () => {
    expect(say(lambeth([nurse()], { status: 'cancelled' }), '2018-10-29')).toEqual([])
  })

  it('is one for an exercise that nobody was invited to', () => {
    const exercise = lambeth([nurse(), anInvitee()], { invitation: null })
    expect(say(exercise, '2018-10-29')).toEqual([
      'Nobody has been invited yet for Lambeth and Southwark, 9 days left',
    ])
  })

  it.each([
    [
      nurse({ response: 'declined' }),
      'Celia Marsh (designated safeguarding nurse) has declined and nobody comes instead',
    ],
    [nurse({ response: 'tentative' }), 'Celia Marsh (designated safeguarding nurse) has said only perhaps'],
    [nurse({ state: 'vacant', name: '', address: '' }), 'Nobody is known as designated safeguarding nurse'],
  ])('tells a refusal from silence and from nobody', (invitee, words) => {
    const [gap] = gapsAhead([lambeth([invitee])], '2018-10-29')
    expect(gap && sayGapBriefly(gap)).toBe(words)
  })

  it.each([
    ['Borough Commander', 'No Borough Commander has accepted'],
    ['Director of Nursing of an NHS trust', 'No Director of Nursing of an NHS trust has accepted'],
    ['NHS England Medical Director', 'No NHS England Medical Director has accepted'],
    [
      'Local authority Director of Public Health',
      'No local authority Director of Public Health has accepted',
    ],
  ])('writes %s as people would', (role, words) => {
    const [gap] = gapsAhead([lambeth([nurse({ role })])], '2018-10-29')
    expect(gap && sayGapBriefly(gap)).toBe(words)
  })

  it('asks for required roles only, the nearest day first, partners before police, the worst first', () => {
    const near = lambeth(
      [
        anInvitee({ role: 'Borough Commander' }),
        nurse({ required: false, role: 'Observer' }),
        nurse({ role: 'Silent partner' }),
        nurse({ role: 'Vacant partner', state: 'vacant', name: '', address: '' }),
      ],
      {},
    )
    const far = lambeth([nurse()], { key: 'far', date: '2018-12-12', unit: 'Enfield and Haringey' })
    const gaps = gapsAhead([far, near], '2018-10-29')
    expect(gaps.map((one) => one.role)).toEqual([
      'Vacant partner',
      'Silent partner',
      'Borough Commander',
      'Designated safeguarding nurse',
    ])
  })
})

describe('the gaps of one exercise', () => {
  it('are as few sentences as say all of it', () => {
    const vacant = { state: 'vacant', name: '', address: '' } as const
    const exercise = lambeth([
      nurse({ role: 'Designated safeguarding doctor', ...vacant }),
      nurse({ role: 'NHS England Medical Director', ...vacant }),
      nurse({ response: 'declined' }),
      nurse({ role: 'Borough Commander', side: 'police' }),
    ])
    expect(sayGapsBriefly(gapsAhead([exercise], '2018-10-29'))).toEqual([
      'Nobody is known as designated safeguarding doctor or NHS England Medical Director',
      'Celia Marsh (designated safeguarding nurse) has declined and nobody comes instead',
      'No Borough Commander has accepted',
    ])
  })

  it('is one where nobody is known at all', () => {
    const vacant = { state: 'unknown', name: '', address: '' } as const
    const exercise = lambeth([nurse(vacant), anInvitee({ ...vacant })], { invitation: null })
    expect(say(exercise, '2018-10-29')).toEqual([
      'Nobody is known for any required role for Lambeth and Southwark, 9 days left',
    ])
  })
})
