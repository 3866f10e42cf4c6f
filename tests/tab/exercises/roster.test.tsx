/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import type { Contact } from '../../../src/domain/contact.ts'
import type { Exercise } from '../../../src/domain/exercise.ts'
import type { Post } from '../../../src/domain/post.ts'
import type { Person } from '../../../src/domain/roles.ts'
import type { Setting } from '../../../src/domain/setting.ts'
import { RosterSection } from '../../../src/tab/features/exercises/roster/RosterSection.tsx'
import { aContact, directoryShelf } from '../../support/directory.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth } from '../../support/exercises.ts'
import { drawPage, listOf } from '../../support/tabScreen.tsx'

const commander: Post = {
  ...{ key: 'c', title: 'Borough Commander, Camden and Islington', unit: 'Camden and Islington' },
  holder: { objectId: 'oliver', name: 'Oliver Webb', address: 'oliver.webb@thameside.example' },
  ...{ deputy: null, headOfUnit: null },
}
const nurse = aContact({ boroughs: ['Camden', 'Islington'], lastConfirmed: '2020-03-09' })
const trust = aContact({
  ...{ key: 'trust', role: 'Chief Nurse', name: 'Fergus Keane', address: 'f@surrey.example' },
  ...{ organisation: 'Surrey Hospitals', headquarters: ['Surrey'] },
})

interface Scene {
  readonly me?: Person
  readonly exercise?: Partial<Exercise>
  readonly contacts?: readonly Contact[]
}

function draw({ me = ruth, exercise = {}, contacts = [nurse, trust] }: Scene = {}) {
  const exercises = exerciseShelf(anExercise({ invitees: [], ...exercise }))
  const Screen = () => {
    const [row, setRow] = useState(exercises.current('1'))
    return <RosterSection row={row} replace={setRow} />
  }
  drawPage(<Screen />, '#/exercises/1', '2021-06-01', {
    ...{ me, clock: june, exercises, contacts: directoryShelf(...contacts) },
    peopleSearch: { search: async () => [] },
    ...{ posts: listOf(commander), settings: listOf<Setting>() },
  })
  return { exercises, user: userEvent.setup({ delay: null }) }
}
const press = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(await screen.findByRole('button', { name }))
const fill = 'Fill from roles and directory'

it('shows places that nobody has sorted under the sector of their role', async () => {
  const doctor = anInvitee({ role: 'Designated safeguarding doctor', side: 'partner' })
  draw({ exercise: { invitees: [doctor] } })
  expect(await screen.findByRole('region', { name: 'Health' })).toHaveTextContent(doctor.name)
})

describe('filling an exercise', () => {
  it('proposes each place with its reason, and saves it once it is taken', async () => {
    const { exercises, user } = draw()
    await press(user, fill)
    expect(screen.getByText('Holds the post Borough Commander, Camden and Islington.')).toBeVisible()
    expect(screen.getByText('Last confirmed on 9 March 2020. Ask before you invite.')).toBeVisible()
    expect(screen.getByText('Not asked: the headquarters are in Surrey.')).toBeVisible()
    expect(exercises.saves).toEqual([])
    await press(user, 'Take this proposal')
    expect(await screen.findByText(/^2 held, 0 vacant/)).toBeVisible()
    const names = exercises.saves[0]?.invitees
      .filter(({ state }) => state === 'known')
      .map(({ name }) => name)
    expect(names).toEqual(['Oliver Webb', 'Celia Marsh'])
  })

  it('leaves out what is not wanted and asks others all the same', async () => {
    const { exercises, user } = draw()
    await press(user, fill)
    await press(user, 'Leave out: Borough Commander, Oliver Webb, Police')
    await press(user, 'Ask all the same')
    await press(user, 'Take this proposal')
    await screen.findByText(/^2 held/)
    const names = exercises.saves[0]?.invitees
      .filter(({ state }) => state === 'known')
      .map(({ name }) => name)
    expect(names).toEqual(['Celia Marsh', 'Fergus Keane'])
  })

  it('keeps the choices when somebody saved in between', async () => {
    const { exercises, user } = draw()
    await press(user, fill)
    exercises.change('1', (value) => ({ ...value, venue: 'Elsewhere' }))
    await press(user, 'Take this proposal')
    expect(await screen.findByText(/Somebody saved this exercise before you/)).toBeVisible()
    await press(user, 'Take this proposal')
    expect(await screen.findByText(/^2 held/)).toBeVisible()
    expect(exercises.current('1').value.venue).toBe('Elsewhere')
  })

  it('asks why once people have been invited', async () => {
    const { user } = draw({
      exercise: {
        invitees: [anInvitee({ name: 'Oliver Webb', address: 'oliver.webb@thameside.example' })],
        invitation: {
          ...{ state: 'sent', revision: 1, organiser: 'o', organiserName: 'R', eventRef: 'e' },
          ...{ at: '2021-05-01T09:00:00.000Z', invited: 1 },
        },
      },
    })
    await press(user, fill)
    await press(user, 'Take this proposal')
    expect(await screen.findByText('People have been invited. Say why the places change.')).toBeVisible()
    await user.type(screen.getByLabelText(/Why do the places change/), 'The nurse is known now')
    await press(user, 'Take this proposal')
    expect(await screen.findByText(/^2 held/)).toBeVisible()
  })

  it.each([
    ['somebody who may not', { me: amira }, 'Only coordinators say who is asked.'],
    ['a cancelled exercise', { exercise: { status: 'cancelled' as const } }, /The exercise is cancelled/],
  ])('is not for %s, and the button says so', async (_what, scene, why) => {
    draw(scene)
    const button = await screen.findByRole('button', { name: fill })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(why)
  })
})

describe('one place', () => {
  it('is filled by hand, and the answer of the person before is not theirs', async () => {
    const { exercises, user } = draw({
      exercise: { invitees: [anInvitee({ role: 'Observer', response: 'accepted', personRef: 'old' })] },
    })
    await user.click(await screen.findByRole('button', { name: /^Change the place Observer/ }))
    const dialog = within(screen.getByRole('dialog'))
    await user.clear(dialog.getByLabelText(/^Name/))
    await user.type(dialog.getByLabelText(/^Name/), 'Nel New')
    await user.clear(dialog.getByLabelText(/^E-mail/))
    await user.type(dialog.getByLabelText(/^E-mail/), 'nel@new.example')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Nel New')).toBeVisible()
    const [saved] = exercises.saves[0]?.invitees ?? []
    expect(saved).toMatchObject({ name: 'Nel New', response: 'none' })
    expect(saved?.personRef).toBeUndefined()
  })

  it('goes when it is not wanted any more', async () => {
    const { exercises, user } = draw({
      exercise: { invitees: [anInvitee({ role: 'Observer' }), anInvitee({ role: 'Other' })] },
    })
    await user.click(await screen.findByRole('button', { name: /^Change the place Observer/ }))
    await user.click(screen.getByRole('radio', { name: 'Not wanted here any more' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/^1 held/)).toBeVisible()
    expect(exercises.saves[0]?.invitees.map(({ role }) => role)).toEqual(['Other'])
  })
})
