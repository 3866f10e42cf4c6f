import type { Exercise } from '../../src/domain/exercise.ts'
import { fillRoster } from '../../src/usecases/fillRoster.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth } from '../support/exercises.ts'

const people = [anInvitee({ name: 'Oliver Webb' }), anInvitee({ role: 'Nurse', side: 'partner' })]
const sent: Partial<Exercise> = {
  invitation: {
    ...{ state: 'sent', revision: 1, organiser: ruth.objectId, organiserName: ruth.name },
    ...{ eventRef: 'e', at: '2021-05-01T09:00:00.000Z', invited: 2 },
  },
}

function scene(changes: Partial<Exercise> = {}) {
  const exercises = exerciseShelf(anExercise(changes))
  const { id, etag } = exercises.current('1')
  const fill = (more: Partial<Parameters<typeof fillRoster>[1]> = {}) =>
    fillRoster({ exercises, clock: june }, { id, etag, invitees: people, why: '', actor: ruth, ...more })
  return { exercises, fill }
}

describe('filling the places of an exercise', () => {
  it('saves them with a line of history that names nobody', async () => {
    const { exercises, fill } = scene()
    expect((await fill()).ok).toBe(true)
    const { invitees, history } = exercises.current('1').value
    expect(invitees).toEqual(people)
    expect(history).toMatchObject([
      { field: 'roster', from: '3 of 5 places held', to: '2 of 2 places held', by: 'Ruth Mbeki' },
    ])
  })

  it.each([
    ['somebody who may not', {}, { actor: amira }, 'coordinators-only'],
    ['the same places', { invitees: people }, {}, 'nothing-changed'],
    ['a cancelled exercise', { status: 'cancelled' }, {}, 'is-cancelled'],
    [
      'an invitation on its way',
      { invitation: { ...sent.invitation, state: 'sending' } as Exercise['invitation'] },
      { why: 'x' },
      'being-sent',
    ],
    ['people who were invited, without a reason', sent, {}, 'no-why'],
    ['a person without a name', {}, { invitees: [anInvitee({ name: ' ' })] }, 'no-name'],
    ['a person without an address', {}, { invitees: [anInvitee({ address: '' })] }, 'bad-address'],
    ['a place without a role', {}, { invitees: [anInvitee({ role: '' })] }, 'no-role'],
  ] as const)('refuses %s', async (_what, changes, more, code) => {
    const { exercises, fill } = scene(changes as Partial<Exercise>)
    expect(await fill(more)).toEqual({ ok: false, code })
    expect(exercises.saves).toEqual([])
  })

  it('keeps the reason given after people were invited', async () => {
    const { exercises, fill } = scene(sent)
    expect((await fill({ why: ' The nurse moved on ' })).ok).toBe(true)
    expect(exercises.current('1').value.history[0]?.why).toBe('The nurse moved on')
  })

  it('hands back their version when somebody saved in between', async () => {
    const { exercises, fill } = scene()
    exercises.change('1', (value) => ({ ...value, venue: 'Elsewhere' }))
    expect(await fill()).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      theirs: { value: { venue: 'Elsewhere' } },
    })
  })

  it('finds its own work when it is repeated after a lost answer', async () => {
    const { exercises, fill } = scene()
    await fill()
    expect((await fill()).ok).toBe(true)
    expect(exercises.saves).toHaveLength(1)
  })

  it('says by how much too many places are too many', async () => {
    const { fill } = scene()
    const crowd = Array.from({ length: 400 }, (_one, index) => anInvitee({ name: `Person ${index}` }))
    expect(await fill({ invitees: crowd })).toMatchObject({ ok: false, code: 'too-many' })
  })
})
