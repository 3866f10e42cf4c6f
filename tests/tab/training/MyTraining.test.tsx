/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import '@testing-library/jest-dom'
import { screen, within } from '@testing-library/react'
import type { BookingState } from '../../../src/domain/booking.ts'
import { MyTraining } from '../../../src/tab/features/training/mine/MyTraining.tsx'
import { sayNeed, sayNeeds } from '../../../src/tab/features/training/mine/needWords.ts'
import type { TrainingNeed } from '../../../src/usecases/readMyTraining.ts'
import { completion, member, requirement } from '../../support/cover.ts'
import { aBooking, anOfficer, aRun, force, officerId } from '../../support/places.ts'
import { drawTraining, type TrainingGiven } from '../../support/trainingScreen.tsx'

const me = officerId(1)
const need = requirement({ courseKey: 'what-to-do-if', title: 'Worried about a child', roles: ['Constable'] })
const staff = [member({ key: me, role: 'Constable', team: 'Response A' })]
const draw = (given: TrainingGiven = {}) =>
  drawTraining(<MyTraining />, '#/training/mine', { staff, requirements: [need], ...given })

describe('my training', () => {
  it('says what is needed, and gives a place in two presses', async () => {
    const { user, bookings } = draw()
    expect(await screen.findByText(/One thing is still to do, and you have no place yet/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Book a place: What to do if, 16 July 2021/ }))
    await user.click(screen.getByRole('button', { name: 'Book this place' }))
    expect(await screen.findByText(/One thing is still to do, and you have a place/)).toBeVisible()
    expect(bookings.peek('1').value).toMatchObject({ state: 'booked', borough: 'Camden' })
  })

  it('says until when it counts where it is done, and offers no date', async () => {
    draw({ completions: [completion({ person: me, courseKey: 'what-to-do-if' })] })
    expect(await screen.findByText(/Everything that your role asks for is done/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Book a place/ })).toBeNull()
    expect(screen.getByRole('row', { name: /What to do if 10 January 2021 Completed no end/ })).toBeVisible()
  })

  it('says so where the course has no date yet', async () => {
    draw({ runs: [] })
    expect(await screen.findByText(/There is no date yet/)).toBeVisible()
  })

  it('says so where the staff list does not know the person', async () => {
    draw({ staff: [] })
    expect(await screen.findByText(/The staff list does not know you/)).toBeVisible()
  })

  it('puts an offer before everything else, to be taken or declined', async () => {
    const offered = aBooking(anOfficer(1), 'offered', { offerUntil: '2021-06-03T09:00:00.000Z' })
    const run = aRun({
      seats: [
        { booking: offered.key, agency: force, borough: '', state: 'offered', until: offered.offerUntil },
      ],
    })
    const { user, bookings } = draw({ requirements: [], runs: [run], bookings: [offered] })
    const [first] = await screen.findAllByRole('heading', { level: 2 })
    expect(first).toHaveTextContent('My places')
    expect(screen.getByText(/kept until 3 June 2021 at 10:00/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Take the place/ }))
    expect(await screen.findByText('Booked')).toBeVisible()
    expect(bookings.peek('1').value.state).toBe('booked')
  })

  it('shows places that they arranged for others, by name', async () => {
    const arranged = aBooking({ ...anOfficer(9), person: '', personName: 'Alice' }, 'booked', {
      arrangedBy: me,
    })
    draw({ requirements: [], bookings: [arranged] })
    const heading = await screen.findByRole('heading', { name: 'Places I arranged for others' })
    expect(within(heading.parentElement as HTMLElement).getByText(/^Alice/)).toBeVisible()
  })
})

test.each<[Pick<TrainingNeed, 'state' | 'by' | 'taken'>, string]>([
  [{ state: 'in-grace', by: '2021-06-01', taken: null }, 'Needed by 1 June 2021, today.'],
  [{ state: 'in-grace', by: '2021-06-02', taken: null }, 'Needed by 2 June 2021, tomorrow.'],
  [
    { state: 'due', by: '2021-06-30', taken: '2020-06-30' },
    'Needed by 30 June 2021, in 29 days. Last taken on 30 June 2020.',
  ],
  [{ state: 'lapsed', by: '2021-05-31', taken: null }, 'It was needed by 31 May 2021.'],
  [{ state: 'current', by: '2022-01-10', taken: null }, 'It counts until 10 January 2022.'],
  [{ state: 'current', by: null, taken: '2021-01-10' }, 'Last taken on 10 January 2021.'],
  [{ state: 'exempt', by: null, taken: null }, 'It is not asked of you.'],
])('%p is said as %p', (standing, sentence) => {
  expect(sayNeed(standing, '2021-06-01')).toBe(sentence)
})

const open = (state?: BookingState): Pick<TrainingNeed, 'state' | 'booking'> => ({
  state: 'lapsed',
  booking: state ? { id: '1', etag: '1', value: aBooking(anOfficer(1), state) } : null,
})

test.each<[Pick<TrainingNeed, 'state' | 'booking'>[], string]>([
  [[open()], 'One thing is still to do, and you have no place yet.'],
  [[open('requested')], 'One thing is still to do, and you have asked for a place.'],
  [[open('waiting')], 'One thing is still to do, and you have asked for a place.'],
  [[open('offered')], 'One thing is still to do, and you have asked for a place.'],
  [[open('booked')], 'One thing is still to do, and you have a place.'],
  [[open('booked'), open('booked')], '2 things are still to do, and you have a place for each.'],
  [[open(), open()], '2 things are still to do, and you have no place yet.'],
  [[open('booked'), open()], '2 things are still to do, 1 of them without a place.'],
  [
    [open('booked'), open('waiting')],
    '2 things are still to do, 1 of them without a place; one is asked for.',
  ],
  [
    [open('waiting'), open('waiting')],
    '2 things are still to do, and you have no place yet; 2 are asked for.',
  ],
])('a wish for a place is none (%#)', (needs, sentence) => {
  expect(sayNeeds(needs)).toBe(sentence)
})
