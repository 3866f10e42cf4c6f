/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { bookingKey } from '../../../src/domain/bookingLadder.ts'
import { RunsPage } from '../../../src/tab/features/training/runs/RunsPage.tsx'
import { aBooking, aCourse, aPartner, aRun, signedInAs, theCoordinator } from '../../support/places.ts'
import { drawTraining, type TrainingGiven } from '../../support/trainingScreen.tsx'

const today = aRun({ date: '2021-06-01' })
const alice = aPartner('Alice')
const booking = aBooking(alice, 'booked', { runDate: '2021-06-01' })
const seat = {
  booking: bookingKey(today.key, alice),
  agency: '',
  borough: '',
  state: 'booked',
  until: null,
} as const
const draw = (given: TrainingGiven = {}) =>
  drawTraining(<RunsPage />, `#/training/run~${today.key}`, {
    ...{ me: theCoordinator, runs: [{ ...today, seats: [seat] }], bookings: [booking] },
    ...given,
  })

describe('attendance', () => {
  it('is entered with one press, and puts what was finished among the completions', async () => {
    const { user, bookings, completions } = draw()
    const person = await screen.findByRole('group', { name: 'Alice: who came' })
    await user.click(within(person).getByRole('button', { name: 'Here' }))
    await waitFor(() => expect(bookings.peek('1').value.state).toBe('attended'))
    expect((await completions.all()).rows).toMatchObject([
      { value: { personName: 'Alice', result: 'completed' } },
    ])
    expect(await within(person).findByRole('button', { name: /Here/, pressed: true })).toBeVisible()
  })

  it('that was wrong is put right with another press', async () => {
    const { user, bookings } = draw()
    const person = await screen.findByRole('group', { name: 'Alice: who came' })
    await user.click(within(person).getByRole('button', { name: 'Here' }))
    await waitFor(() => expect(bookings.peek('1').value.state).toBe('attended'))
    await user.click(within(person).getByRole('button', { name: 'Not here' }))
    await waitFor(() => expect(bookings.peek('1').value.state).toBe('no-show'))
  })

  it('offers pass and fail only where the course has them', async () => {
    draw({ courses: [aCourse({ assessed: true, canFail: true })] })
    const person = await screen.findByRole('group', { name: 'Alice: who came' })
    expect(
      within(person)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual([...['Passed', 'Did not pass', 'Here, no result yet', 'Partly', 'Not here']])
  })

  it('counts somebody who came without a place, and takes no place for them', async () => {
    const { user, bookings, runs } = draw()
    await user.click(await screen.findByRole('button', { name: 'Somebody came without a place' }))
    await user.type(screen.getByLabelText(/^Name/), 'Bob')
    expect(screen.getByRole('button', { name: 'Enter them' })).toHaveAccessibleDescription(/e-mail address/)
    await user.type(screen.getByLabelText(/^E-mail address/), 'bob@camden.example')
    await user.click(screen.getByRole('button', { name: 'Enter them' }))
    await waitFor(async () => expect((await bookings.all()).rows).toHaveLength(2))
    expect(bookings.peek('2').value).toMatchObject({ personName: 'Bob', state: 'attended' })
    expect(runs.peek('1').value.seats).toHaveLength(1)
  })

  it('comes back as it was with a sentence when it could not be saved', async () => {
    const { user, bookings } = draw()
    const person = await screen.findByRole('group', { name: 'Alice: who came' })
    bookings.goOffline()
    await user.click(within(person).getByRole('button', { name: 'Here' }))
    expect((await screen.findAllByText(/could not be reached.*Press the button again/))[0]).toBeVisible()
    expect(within(person).queryByRole('button', { pressed: true })).toBeNull()
  })

  it.each([
    ['is not there before the day', { runs: [aRun({ date: '2021-06-02' })] }],
    ['is not there for others than coordinators', { me: signedInAs(1) }],
  ])('%s', async (_case, given) => {
    draw(given)
    expect(await screen.findByRole('heading', { name: 'Places' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: /who came/ })).toBeNull()
  })
})
