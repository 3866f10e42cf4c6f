/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { agencyCoordinatorsKey, writeAgencyCoordinators } from '../../../src/domain/agencyCoordinators.ts'
import { bookingKey } from '../../../src/domain/bookingLadder.ts'
import { RunsPage } from '../../../src/tab/features/training/runs/RunsPage.tsx'
import {
  aBooking,
  aCourse,
  anOfficer,
  aPartner,
  aRun,
  force,
  officerId,
  signedInAs,
  theCoordinator,
} from '../../support/places.ts'
import { drawTraining, type TrainingGiven } from '../../support/trainingScreen.tsx'

const key = aRun().key
const address = `#/training/run~${key}`
const draw = (given: TrainingGiven = {}) => drawTraining(<RunsPage />, address, given)
const other = anOfficer(2)
const taken = {
  booking: bookingKey(key, other),
  agency: force,
  borough: '',
  state: 'booked',
  until: null,
} as const
const full = aRun({ capacity: 1, seats: [taken] })

describe('an officer on the page of a date', () => {
  it('has a place after two presses and without typing anything', async () => {
    const { user, bookings, runs } = draw()
    await user.click(await screen.findByRole('button', { name: /^Book a place/ }))
    await user.click(screen.getByRole('button', { name: 'Book this place' }))
    expect(await screen.findByText(/^A place is booked:/)).toBeVisible()
    expect((await bookings.byKey(`${key}/${officerId(1)}`))?.value).toMatchObject({
      state: 'booked',
      organisation: force,
    })
    expect(runs.peek('1').value.seats).toHaveLength(1)
  })

  it('is told that they wait, and where in the line, when every place is taken', async () => {
    const { user } = draw({ runs: [full], bookings: [aBooking(other, 'booked')] })
    await user.click(await screen.findByRole('button', { name: /^Join the waiting list/ }))
    await user.click(screen.getByRole('button', { name: 'Join the list' }))
    expect((await screen.findAllByText(/^First and only one in line/))[0]).toBeVisible()
  })

  it('asks where people do not apply for the course themselves', async () => {
    const { user, bookings } = draw({ courses: [aCourse({ selfApply: false })] })
    await user.click(await screen.findByRole('button', { name: /^Ask for a place/ }))
    await user.click(screen.getByRole('button', { name: 'Ask for this place' }))
    expect((await screen.findAllByText('Asked for; a coordinator has to agree.'))[0]).toBeVisible()
    expect(bookings.peek('1').value.state).toBe('requested')
  })

  it('gives the place back, and the next in line is offered it', async () => {
    const mine = aBooking(anOfficer(1), 'booked')
    const waiting = aBooking(other, 'waiting')
    const run = aRun({
      capacity: 1,
      seats: [{ booking: mine.key, agency: force, borough: '', state: 'booked', until: null }],
      waiting: [{ booking: waiting.key, agency: force, borough: '', since: waiting.requestedAt }],
    })
    const { user, bookings } = draw({ runs: [run], bookings: [mine, waiting] })
    await user.click(await screen.findByRole('button', { name: /^Give the place back/ }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Give it back' }))
    await waitFor(async () => expect((await bookings.byKey(waiting.key))?.value.state).toBe('offered'))
    expect((await bookings.byKey(mine.key))?.value.state).toBe('withdrawn')
  })

  it('sees who has places by agency, and nobody’s name', async () => {
    draw({ runs: [full], bookings: [aBooking(other, 'booked')] })
    expect(await screen.findByRole('rowheader', { name: force })).toBeVisible()
    expect(screen.queryByText(other.personName)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Book for somebody' })).toBeNull()
  })

  it('cannot book a cancelled date, and reads why', async () => {
    draw({ runs: [aRun({ status: 'cancelled', changedWhy: 'No trainer.' })] })
    expect(await screen.findByText(/This date was cancelled\. No trainer\./)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Book a place/ })).toBeNull()
  })

  it('keeps the window open with a sentence when Microsoft 365 cannot be reached, and books once after all', async () => {
    const { user, bookings, runs } = draw()
    await user.click(await screen.findByRole('button', { name: /^Book a place/ }))
    runs.goOffline()
    await user.click(screen.getByRole('button', { name: 'Book this place' }))
    expect(await screen.findAllByText(/could not be reached.*nothing is booked twice/)).not.toEqual([])
    runs.recover()
    await user.click(screen.getByRole('button', { name: 'Book this place' }))
    expect(await screen.findByText(/^A place is booked:/)).toBeVisible()
    expect((await bookings.all()).rows).toHaveLength(1)
  })
})

describe('whoever books for people without an account', () => {
  const settings = [
    {
      key: agencyCoordinatorsKey,
      value: writeAgencyCoordinators([
        { agency: 'Camden Council', person: officerId(5), personName: 'Officer 5' },
      ]),
      ...{ changedBy: 'x', changedByName: 'X' },
    },
  ]

  it('names them and where mail reaches them', async () => {
    const { user, bookings } = draw({ me: signedInAs(5), settings })
    await user.click(await screen.findByRole('button', { name: 'Book for somebody' }))
    await user.type(screen.getByLabelText(/^Name/), 'Alice Brennan')
    await user.type(screen.getByLabelText(/^E-mail address/), 'alice@camden.example')
    await user.click(screen.getByRole('button', { name: 'Book' }))
    expect((await screen.findAllByText(/^Alice Brennan: A place is booked/))[0]).toBeVisible()
    expect(bookings.peek('1').value).toMatchObject({
      ...{ person: '', organisation: 'Camden Council', arrangedBy: officerId(5), state: 'booked' },
    })
  })

  it('is told when it is not their organisation', async () => {
    const { user, bookings } = draw({ me: signedInAs(5), settings })
    await user.click(await screen.findByRole('button', { name: 'Book for somebody' }))
    await user.type(screen.getByLabelText(/^Name/), 'Lucy Fenn')
    await user.type(screen.getByLabelText(/^E-mail address/), 'lucy@lambeth.example')
    await user.clear(screen.getByRole('combobox', { name: /^Organisation/ }))
    await user.type(screen.getByRole('combobox', { name: /^Organisation/ }), 'Lambeth Council')
    await user.click(screen.getByRole('button', { name: 'Book' }))
    expect((await screen.findAllByText(/You may not book for people of this organisation/))[0]).toBeVisible()
    expect((await bookings.all()).rows).toEqual([])
  })
})

describe('a coordinator', () => {
  const me = theCoordinator

  it('sees everybody by the step on which they stand, and answers a request', async () => {
    const asked = aBooking(aPartner('Alice'), 'requested')
    const { user, bookings } = draw({ me, bookings: [asked] })
    await user.click(await screen.findByRole('button', { name: /^Agree: Alice/ }))
    await waitFor(async () => expect((await bookings.byKey(asked.key))?.value.state).toBe('booked'))
    expect(await screen.findByText('Booked (1)')).toBeVisible()
  })

  it('has to say why a request is declined', async () => {
    const asked = aBooking(aPartner('Alice'), 'requested')
    const { user, bookings } = draw({ me, bookings: [asked] })
    await user.click(await screen.findByRole('button', { name: /^Decline: Alice/ }))
    const dialog = screen.getByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }))
    expect((await screen.findAllByText('Say why: the person is told.'))[0]).toBeVisible()
    await user.type(within(dialog).getByLabelText(/^Why/), 'Not for this role')
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }))
    await waitFor(() => expect(bookings.peek('1').value.state).toBe('declined'))
  })

  it('moves a date with a reason, and what was typed stays when the day has passed', async () => {
    const { user, runs } = draw({ me })
    await user.click(await screen.findByRole('button', { name: 'Move' }))
    const dialog = screen.getByRole('dialog')
    const day = within(dialog).getByLabelText(/^Day/)
    await user.clear(day)
    await user.type(day, '2021-05-31')
    await user.type(within(dialog).getByLabelText(/^Why/), 'The hall is closed')
    await user.click(within(dialog).getByRole('button', { name: 'Move it' }))
    expect(await within(dialog).findByText('This day has passed.')).toBeVisible()
    await user.clear(day)
    await user.type(day, '2021-07-20')
    await user.click(within(dialog).getByRole('button', { name: 'Move it' }))
    await waitFor(() =>
      expect(runs.peek('1').value).toMatchObject({ date: '2021-07-20', changedWhy: 'The hall is closed' }),
    )
  })

  it('reads on a date how many more bookings it needs', async () => {
    draw({ me, runs: [aRun({ minimum: 2, seats: [taken] })] })
    expect(await screen.findByText(/held from 2 bookings on: 1 more is needed/)).toBeVisible()
  })
})
