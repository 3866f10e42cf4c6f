/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import type { Exercise } from '../../../src/domain/exercise.ts'
import { invitationTemplateKey } from '../../../src/domain/invitationTemplate.ts'
import type { Person } from '../../../src/domain/roles.ts'
import { InvitationSection } from '../../../src/tab/features/exercises/invitation/InvitationSection.tsx'
import { inviteToExercise } from '../../../src/usecases/inviteToExercise.ts'
import { calendarShelf } from '../../support/calendarShelf.ts'
import { amira, anExercise, anInvitee, exerciseShelf, june, ruth, tom } from '../../support/exercises.ts'
import { drawPage, listOf } from '../../support/tabScreen.tsx'

const note = 'A swap is possible only with Hackney and Tower Hamlets'
const hackney = anExercise({ key: 'hackney', unit: 'Hackney and Tower Hamlets', date: '2018-09-12' })

interface Options {
  readonly me?: Person
  readonly exercise?: Partial<Exercise>
  readonly sent?: boolean
  readonly template?: object
}

async function draw({ me = ruth, exercise = {}, sent = false, template }: Options = {}) {
  const exercises = exerciseShelf(anExercise({ internalNote: note, ...exercise }), hackney)
  const calendar = calendarShelf()
  const deps = { exercises, calendars: calendar, clock: june }
  if (sent) await inviteToExercise(deps, { previewed: exercises.current('1'), actor: ruth })
  calendar.mails.splice(0)
  const set = template
    ? [
        {
          key: invitationTemplateKey('SPASE'),
          value: JSON.stringify(template),
          changedBy: '',
          changedByName: '',
        },
      ]
    : []
  const Screen = () => {
    const [row, setRow] = useState(exercises.current('1'))
    return <InvitationSection row={row} replace={setRow} />
  }
  const show = () =>
    drawPage(<Screen />, '#/exercises/1', '2021-06-01', {
      ...{ me, clock: june, exercises, calendar, calendars: calendar, settings: listOf(...set) },
    })
  return { exercises, calendar, show, user: userEvent.setup() }
}

async function shown(options: Options = {}) {
  const all = await draw(options)
  all.show()
  return all
}

type User = ReturnType<typeof userEvent.setup>
const button = (name: string) => screen.findByRole('button', { name })
const press = async (user: User, name: string) => user.click(await button(name))

describe('the invitation', () => {
  it('is previewed with everybody it will e-mail, what they see, and who gets nothing', async () => {
    const { user, calendar } = await shown()
    await press(user, 'Preview invitation')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('This will e-mail 3 people')).toBeVisible()
    for (const name of ['Oliver Webb', 'Director of Public Health person', 'Safeguarding Nurse person'])
      expect(within(dialog).getByText(new RegExp(`^${name}`))).toBeVisible()
    expect(dialog).toHaveTextContent('18 April 2018, Wednesday, 10:00 to 16:00 UK time (BST)')
    expect(dialog).toHaveTextContent('Superintendent: vacant')
    expect(dialog).toHaveTextContent('Medical Director: not known yet')
    expect(dialog).toHaveTextContent('18 April 2018 is in the past')
    expect(dialog).not.toHaveTextContent(note)
    await press(user, 'Not now')
    expect(calendar.events).toEqual([])
  })

  it('reads as the words that were set', async () => {
    const { user } = await shown({ template: { text: 'Come to {venue}.\nInternal: no lunch' } })
    await press(user, 'Preview invitation')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('Come to Hydra Suite.')).toBeVisible()
    expect(dialog).not.toHaveTextContent('no lunch')
  })

  it('is sent once and says so in words', async () => {
    const { user, calendar } = await shown()
    await press(user, 'Preview invitation')
    await press(user, 'Send invitation')
    expect(
      await screen.findByText('One event is in your calendar; 3 people have been invited.'),
    ).toBeVisible()
    expect(calendar.events).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Preview invitation' })).toBeNull()
    expect(screen.getByText('The invited know it as it is planned now.')).toBeVisible()
  })

  it('that failed half-way is kept, and trying again finishes it with one event', async () => {
    const { user, calendar } = await shown()
    calendar.failNext('after')
    await press(user, 'Preview invitation')
    await press(user, 'Send invitation')
    expect(await screen.findByText(/Trying again finishes it; nobody gets it twice/)).toBeVisible()
    await press(user, 'Try again')
    expect(await screen.findByText(/One event is in your calendar/)).toBeVisible()
    expect(calendar.events).toHaveLength(1)
  })

  it('of an exercise that changed meanwhile is shown anew before anything is sent', async () => {
    const { user, calendar, exercises } = await shown()
    await press(user, 'Preview invitation')
    const doctor = anInvitee({ role: 'Doctor', name: 'Mary Bell' })
    exercises.change('1', (value) => ({ ...value, invitees: [...value.invitees, doctor] }))
    await press(user, 'Send invitation')
    expect(await screen.findByText(/nothing was sent/)).toBeVisible()
    expect(screen.getByText('This will e-mail 4 people')).toBeVisible()
    expect(calendar.events).toEqual([])
    await press(user, 'Send invitation')
    expect(await screen.findByText(/4 people have been invited/)).toBeVisible()
  })

  it('that names another unit’s day is kept back, and says what to change', async () => {
    const { user, calendar } = await shown({ exercise: { agenda: 'As on 12 September' } })
    await press(user, 'Preview invitation')
    expect(
      await screen.findByText(/The text names 12 September 2018, the day of another exercise/),
    ).toBeVisible()
    expect(await button('Send invitation')).toHaveAttribute('aria-disabled', 'true')
    await press(user, 'Send invitation')
    expect(calendar.events).toEqual([])
  })

  it('can be seen by an officer, who is told why they can not send it', async () => {
    await shown({ me: amira })
    const preview = await button('Preview invitation')
    expect(preview).toHaveAttribute('aria-disabled', 'true')
    expect(preview).toHaveAccessibleDescription('Only exercise coordinators send invitations.')
  })
})

describe('a change', () => {
  it('is shown with who hears of it, needs a reason, and is sent once', async () => {
    const all = await draw({ sent: true })
    all.exercises.change('1', (value) => ({ ...value, date: '2018-04-25' }))
    all.show()
    const { user, calendar } = all
    expect(await screen.findByText(/Moved from 18 April 2018, 10:00–16:00 to 25 April 2018/)).toBeVisible()
    await press(user, 'Preview the change')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('This will e-mail 3 people')).toBeVisible()
    expect(await button('Send the change')).toHaveAttribute('aria-disabled', 'true')
    await user.type(screen.getByLabelText(/^Why/), 'The suite is taken.')
    await press(user, 'Send the change')
    expect(await screen.findByText('The event is changed; 3 people were e-mailed.')).toBeVisible()
    expect(calendar.mails).toHaveLength(3)
    expect(screen.getByText('The invited know it as it is planned now.')).toBeVisible()
  })

  it('of somebody who joins late e-mails them alone', async () => {
    const { user, calendar } = await shown({ sent: true })
    await press(user, 'Add somebody late')
    await user.type(screen.getByLabelText(/^Name/), 'Ann Late')
    await user.type(screen.getByLabelText(/^E-mail address/), 'ann@partner.example')
    await user.selectOptions(screen.getByLabelText(/^Role/), 'Medical Director')
    await press(user, 'Add and preview')
    expect(await screen.findByText('This will e-mail 1 person')).toBeVisible()
    await press(user, 'Send the change')
    expect(await screen.findByText('The event is changed; 1 person was e-mailed.')).toBeVisible()
    expect(calendar.mails.map(({ to, kind }) => [to, kind])).toEqual([['ann@partner.example', 'invitation']])
  })

  it('is left to the organiser of an own calendar, and others are told so', async () => {
    await shown({ sent: true, me: tom })
    expect(await button('Call it off')).toHaveAccessibleDescription(
      'The event is in the calendar of Ruth Mbeki, who alone can change it.',
    )
  })
})

describe('calling it off', () => {
  it('names everybody, needs a reason, and tells them once', async () => {
    const { user, calendar, exercises } = await shown({ sent: true })
    await press(user, 'Call it off')
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('This will e-mail 3 people')).toBeVisible()
    await user.type(within(dialog).getByLabelText(/^Why/), 'Flooded')
    await user.click(within(dialog).getByRole('button', { name: 'Call it off' }))
    expect(await screen.findByText('Called off: 3 people were told why.')).toBeVisible()
    expect(calendar.mails.map(({ kind }) => kind)).toEqual(['cancellation', 'cancellation', 'cancellation'])
    expect(exercises.current('1').value.status).toBe('cancelled')
  })
})
