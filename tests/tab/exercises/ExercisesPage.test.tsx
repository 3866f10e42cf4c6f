/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { M365Error } from '../../../src/domain/m365Error.ts'
import type { Person } from '../../../src/domain/roles.ts'
import { ExercisesPage } from '../../../src/tab/features/exercises/ExercisesPage.tsx'
import { calendarShelf } from '../../support/calendarShelf.ts'
import { allTwelve, amira, anExercise, exerciseShelf, june, ruth } from '../../support/exercises.ts'
import { drawPage } from '../../support/tabScreen.tsx'

const note = 'A swap is possible only with Hackney and Tower Hamlets'

function draw(options: { me?: Person; address?: string; values?: ReturnType<typeof allTwelve> } = {}) {
  const exercises = exerciseShelf(...(options.values ?? [anExercise({ internalNote: note })]))
  const calendar = calendarShelf()
  const services = { me: options.me ?? ruth, clock: june, exercises, calendar, calendars: calendar }
  drawPage(<ExercisesPage />, options.address ?? '#/exercises/1', '2021-06-01', services)
  return { exercises, calendar, user: userEvent.setup() }
}

const button = (name: string) => screen.findByRole('button', { name })
const press = async (user: ReturnType<typeof userEvent.setup>, name: string) => user.click(await button(name))

describe('the year of exercises', () => {
  it('shows the twelve days under their months, each with its unit in the name', async () => {
    draw({ values: allTwelve(), address: '#/exercises' })
    expect(await screen.findByText('12 exercises')).toBeVisible()
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'April 2018',
      'May 2018',
      'June 2018',
      'July 2018',
      'September 2018',
      'October 2018',
      'November 2018',
      'December 2018',
    ])
    const row = screen.getByRole('button', { name: /Lambeth and Southwark/ })
    expect(row).toHaveTextContent('7 November 2018, Wednesday')
    expect(row).toHaveTextContent('Planned for a date now past')
    expect(row).toHaveTextContent('2 of 3 required roles known, 0 accepted')
    expect(row).toHaveTextContent('Missing: Superintendent')
  })

  it('finds an exercise by borough and says when there is none', async () => {
    const { user } = draw({ values: allTwelve(), address: '#/exercises' })
    const search = await screen.findByRole('searchbox', { name: 'Search by borough' })
    await user.type(search, 'hamlets')
    expect(screen.getByText('1 of 12 exercises')).toBeVisible()
    expect(screen.getByRole('button', { name: /Tower Hamlets/ })).toBeVisible()
    await user.type(search, ' of Leeds')
    expect(screen.getByText('No exercise there')).toBeVisible()
    await press(user, 'Show all exercises')
    expect(screen.getByText('12 exercises')).toBeVisible()
  })

  it('opens beside the list and closes again', async () => {
    const { user } = draw({ address: '#/exercises' })
    await user.click(await screen.findByRole('button', { name: /Camden and Islington/ }))
    expect(screen.getByRole('heading', { name: 'Camden and Islington' })).toHaveFocus()
    await press(user, 'Close')
    expect(screen.queryByRole('heading', { name: 'Camden and Islington' })).toBeNull()
  })

  it('says that an exercise of an old link is not there', async () => {
    draw({ address: '#/exercises/99' })
    expect(await screen.findByText('This exercise is not there')).toBeVisible()
  })

  it('is not empty during an outage', async () => {
    const exercises = {
      ...exerciseShelf(),
      changesSince: async () => {
        throw new M365Error('unavailable', 'Microsoft 365 could not answer just now.')
      },
    }
    drawPage(<ExercisesPage />, '#/exercises', '2021-06-01', { me: ruth, clock: june, exercises })
    expect(await screen.findByText("Microsoft 365 can't be reached")).toBeVisible()
    expect(screen.queryByText(/No exercise/)).toBeNull()
  })
})

describe('who is coming', () => {
  it('names people, vacancies and unknown roles, police and partners apart', async () => {
    draw()
    const police = await screen.findByRole('region', { name: 'Police' })
    const lines = within(police).getAllByRole('listitem')
    expect(lines[0]).toHaveTextContent(/Borough Commander.*Oliver Webb.*Required.*Not invited yet/)
    expect(lines[1]).toHaveTextContent(/Superintendent.*Vacant.*Required/)
    const partners = within(screen.getByRole('region', { name: 'Partners' })).getAllByRole('listitem')
    expect(partners[2]).toHaveTextContent(/Medical Director.*Not known yet.*Optional/)
  })

  it('shows the internal note to coordinators, labelled, and to nobody else', async () => {
    draw()
    expect(await screen.findByLabelText('Internal: never sent')).toHaveTextContent(note)
  })

  it('hides the internal note from an officer', async () => {
    draw({ me: amira })
    await screen.findByRole('region', { name: 'Police' })
    expect(screen.queryByText(new RegExp(note))).toBeNull()
  })
})

describe('answers', () => {
  it('given in Outlook appear to the organiser', async () => {
    const { user, calendar, exercises } = draw()
    await press(user, 'Preview invitation')
    await press(user, 'Send invitation')
    expect((await screen.findAllByText('No answer yet')).length).toBe(3)
    calendar.answer('public.health@partner.example', 'tentative')
    calendar.answer('oliver.webb@thameside.example', 'accepted')
    await press(user, 'Read answers again')
    expect(await screen.findByText('Accepted')).toBeVisible()
    expect(screen.getByText('Tentative')).toBeVisible()
    expect(exercises.current('1').value.invitees[0]?.response).toBe('accepted')
  })
})
