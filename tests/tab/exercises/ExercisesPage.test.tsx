/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Exercise } from '../../../src/domain/exercise.ts'
import { M365Error } from '../../../src/domain/m365Error.ts'
import type { Person } from '../../../src/domain/roles.ts'
import type { Setting } from '../../../src/domain/setting.ts'
import type { Venue } from '../../../src/domain/venue.ts'
import { ExercisesPage } from '../../../src/tab/features/exercises/ExercisesPage.tsx'
import type { Services } from '../../../src/tab/ui/services.tsx'
import { allTwelve, amira, anExercise, june, ruth } from '../../support/exercises.ts'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { drawPage, listOf } from '../../support/tabScreen.tsx'

const note = 'A swap is possible only with Hackney and Tower Hamlets'

function draw(options: { me?: Person; address?: string; values?: readonly Exercise[] } = {}) {
  const exercises = new MemoryListStore<Exercise>(options.values ?? [anExercise({ internalNote: note })])
  const services: Partial<Services> = {
    ...{ me: options.me ?? ruth, clock: june, exercises, venues: listOf<Venue>() },
    settings: new MemoryListStore<Setting>(),
    schedules: { freeBusy: async () => ({ busy: [], unknown: [] }) },
  }
  drawPage(<ExercisesPage />, options.address ?? '#/exercises', '2021-06-01', services)
  return { exercises, user: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const tab = (name: string) => screen.findByRole('tab', { name })

/** Everybody here is planned for a year to come, so that nothing is past. */
const thisAutumn = anExercise({ date: '2021-09-15', internalNote: note })

describe('the programme of a year', () => {
  it('opens with the units: each with its day and how far it has come', async () => {
    draw({ values: allTwelve() })
    const units = await screen.findByRole('list', { name: 'Units and their exercises in 2018' })
    expect(within(units).getAllByRole('listitem')).toHaveLength(13)
    const lambeth = within(units).getByRole('button', { name: /^Lambeth and Southwark/ })
    expect(lambeth).toHaveTextContent('Wednesday 7 November')
    expect(lambeth).toHaveTextContent('Past, nobody invited')
    expect(within(units).getByText('No date in 2018')).toBeVisible()
    expect(screen.getByText(/^12 exercises in 2018/)).toHaveTextContent('No date for City of London.')
  })

  it('begins with the gap that presses most, and leads to where it is closed', async () => {
    const { user } = draw({ values: [thisAutumn] })
    const missing = await screen.findByRole('region', { name: 'What is missing' })
    expect(missing).toHaveTextContent('Nobody has been invited yet for Camden and Islington, 106 days left.')
    await user.click(within(missing).getByRole('button', { name: 'Open its invitation' }))
    expect(await tab('Invitation')).toHaveAttribute('aria-selected', 'true')
  })

  it('names everybody who would be e-mailed before invitations to several go out', async () => {
    const { user } = draw({ values: [thisAutumn] })
    await user.click(await button('Invite to several'))
    expect(await screen.findByText(/^Oliver Webb, Director of Public Health person/)).toBeVisible()
  })

  it('draws a map for the eye only: no key and no screen reader has to walk over it', async () => {
    draw({ values: allTwelve() })
    const map = await screen.findByTestId('unit-map')
    expect(map).toHaveAttribute('aria-hidden', 'true')
    expect(map.querySelectorAll('button')).toHaveLength(33)
    expect(map.querySelectorAll('button:not([tabindex="-1"])')).toHaveLength(0)
    expect(map).toHaveTextContent('18 Apr')
  })

  it('shows the year as a calendar whose taken days say for whom', async () => {
    const { user } = draw({ values: allTwelve() })
    await user.click(await tab('Year'))
    expect(await button('Wednesday 18 April: Camden and Islington, Past, nobody invited')).toBeVisible()
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(12)
    expect(screen.getByTitle('Good Friday')).toBeVisible()
  })

  it('is a list by month, in which a borough is searched for', async () => {
    const { user } = draw({ values: allTwelve() })
    await user.click(await tab('List'))
    const search = await screen.findByRole('searchbox', { name: 'Search by borough' })
    await user.type(search, 'hamlets')
    expect(screen.getByText('1 of 12 exercises')).toBeVisible()
    expect(screen.getByRole('button', { name: /Tower Hamlets/ })).toBeVisible()
    await user.type(search, ' of Leeds')
    expect(screen.getByText('No exercise there')).toBeVisible()
  })

  it('of a year without one says what can be done', async () => {
    draw({ values: allTwelve(), address: '#/exercises?year=2019' })
    expect(await screen.findByText('No exercise is planned for 2019')).toBeVisible()
    expect(await button('Copy 2018 to 2019')).toBeVisible()
  })

  it('copied to another year says which exercises were called off and stay behind', async () => {
    const values = [thisAutumn, anExercise({ date: '2021-10-13', unit: 'Enfield', status: 'cancelled' })]
    const { user } = draw({ values })
    await user.click(await button('Invite to several'))
    expect(await screen.findByText(/^Called off: Enfield/)).toBeVisible()
    await user.click(await button('Not now'))
    await user.click(await button('Copy to 2022'))
    expect(await screen.findByText(/^Called off in 2021 and not copied: Enfield\./)).toBeVisible()
  })

  it('with nobody to invite says so instead of asking to choose', async () => {
    const { user } = draw({ values: [anExercise({ date: '2021-10-13', status: 'cancelled' })] })
    await user.click(await button('Invite to several'))
    expect(await screen.findByText('There is nobody to invite just now')).toBeVisible()
  })

  it('is not empty during an outage', async () => {
    const exercises = new MemoryListStore<Exercise>()
    exercises.fail(new M365Error('unavailable', 'Microsoft 365 could not answer just now.'))
    drawPage(<ExercisesPage />, '#/exercises', '2021-06-01', { me: ruth, clock: june, exercises })
    expect(await screen.findByText("Microsoft 365 can't be reached")).toBeVisible()
    expect(screen.queryByText(/No exercise/)).toBeNull()
  })
})

describe('one exercise', () => {
  it('opens at its plan, the keyboard on its name, and leads back', async () => {
    const { user } = draw()
    await user.click(await button(/^Camden and Islington/))
    expect(screen.getByRole('heading', { name: 'Camden and Islington' })).toHaveFocus()
    expect(await tab('Plan')).toHaveAttribute('aria-selected', 'true')
    await user.click(await button('All exercises'))
    expect(await screen.findByRole('list', { name: /^Units/ })).toBeVisible()
  })

  it('of an old link is not there, and the page says so', async () => {
    draw({ address: '#/exercises/99' })
    expect(await screen.findByText('This exercise is not there')).toBeVisible()
  })

  it('shows the internal note to coordinators, labelled', async () => {
    draw({ address: '#/exercises/1' })
    expect(await screen.findByLabelText('Internal: never sent')).toHaveTextContent(note)
  })

  it('is changed with a reason, and the history tells it', async () => {
    const { user, exercises } = draw({ values: [thisAutumn], address: '#/exercises/1' })
    await user.click(await button('Change the plan'))
    const day = screen.getByLabelText(/^Day/)
    await user.clear(day)
    await user.type(day, '2021-09-22')
    await user.click(await button('Save the plan'))
    expect((await screen.findAllByText(/^Say why/))[0]).toBeVisible()
    await user.type(screen.getByLabelText(/^Why it changes/), 'The suite is repaired')
    await user.click(await button('Save the plan'))
    expect(await screen.findByText('Day: 15 September 2021 → 22 September 2021')).toBeVisible()
    expect(screen.getByText('Why: The suite is repaired')).toBeVisible()
    expect((await exercises.get('1')).value.date).toBe('2021-09-22')
  })

  it('says while it is typed what speaks against a day', async () => {
    const other = anExercise({ date: '2021-09-22', key: 'other', unit: 'Enfield', boroughs: ['Enfield'] })
    const { user } = draw({ values: [thisAutumn, other], address: '#/exercises/1' })
    await user.click(await button('Change the plan'))
    const day = screen.getByLabelText(/^Day/)
    await user.clear(day)
    await user.type(day, '2021-09-22')
    expect(
      await screen.findByText(/The suite is taken on that day by the exercise for Enfield/),
    ).toBeVisible()
  })

  it('to which nobody was invited is called off with a reason', async () => {
    const { user, exercises } = draw({ values: [thisAutumn], address: '#/exercises/1' })
    await user.click(await button('Call off'))
    await user.click(await button('Call it off'))
    expect(await screen.findByText('Say why in a few words.')).toBeVisible()
    await user.type(screen.getByLabelText(/^Why/), 'No room')
    await user.click(await button('Call it off'))
    expect(await screen.findByText(/It was called off: No room/)).toBeVisible()
    expect((await exercises.get('1')).value.status).toBe('cancelled')
    expect(await button('Change the plan')).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('a new exercise', () => {
  it('is planned from its unit and day, and opens', async () => {
    const { user, exercises } = draw({ values: [thisAutumn] })
    await user.click(await button('Plan an exercise'))
    await user.selectOptions(screen.getByRole('combobox', { name: /^Unit/ }), 'Enfield and Haringey')
    await user.type(screen.getByLabelText(/^Day/), '2021-10-13')
    await user.click(await button('Plan it'))
    expect(await screen.findByRole('heading', { name: 'Enfield and Haringey' })).toBeVisible()
    const made = (await exercises.all()).rows.find(({ value }) => value.date === '2021-10-13')?.value
    expect(made).toMatchObject({ venue: 'Hydra Suite', start: '09:30', type: 'SPASE' })
  })

  it('says beside each field what is missing', async () => {
    const { user } = draw({ values: [thisAutumn] })
    await user.click(await button('Plan an exercise'))
    await user.click(await button('Plan it'))
    expect(await screen.findByText('Choose the day.')).toBeVisible()
    expect(screen.getByText('Say which unit it is for.')).toBeVisible()
  })

  it('of another unit reads its boroughs as they are typed', async () => {
    const { user } = draw({ values: [thisAutumn] })
    await user.click(await button('Plan an exercise'))
    await user.selectOptions(screen.getByRole('combobox', { name: /^Unit/ }), 'Another unit…')
    await user.type(screen.getByRole('textbox', { name: /^Boroughs/ }), 'Kensington & Barking and Dagenham')
    expect(screen.getByText('Read as: Kensington and Chelsea · Barking and Dagenham')).toBeVisible()
  })
})

describe('an officer', () => {
  it('chooses their unit and sees its date, without people, notes or other units', async () => {
    const values = [thisAutumn, anExercise({ date: '2021-10-13', unit: 'Enfield', boroughs: ['Enfield'] })]
    const { user } = draw({ me: { ...amira, signInName: 'amira@x.example' }, values })
    await user.selectOptions(await screen.findByLabelText(/^Your unit/), 'Camden and Islington')
    expect(await screen.findByText('15 September 2021, Wednesday')).toBeVisible()
    expect(screen.queryByText(new RegExp(note))).toBeNull()
    expect(screen.queryByText('Oliver Webb')).toBeNull()
    expect(screen.queryByText(/13 October 2021/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Plan an exercise' })).toBeNull()
  })

  it('with a place in the room sees their unit at once', async () => {
    const oliver = { ...amira, objectId: 'oliver', signInName: 'oliver.webb@thameside.example' }
    draw({ me: oliver, values: [thisAutumn] })
    await waitFor(() => expect(screen.getByLabelText(/^Your unit/)).toHaveValue('Camden and Islington'))
    expect(await screen.findByText('15 September 2021, Wednesday')).toBeVisible()
    expect(screen.getByText(/^You have a place as Borough Commander/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Ask for a place' })).toBeNull()
  })
})
