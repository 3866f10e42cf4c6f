import fc from 'fast-check'
import { placeCounts } from '../../src/domain/allotments.ts'
import { placesByGroup } from '../../src/domain/placesByGroup.ts'
import type { Allotment, Seat } from '../../src/domain/runPlaces.ts'
import { aRun } from '../support/places.ts'

const today = '2021-06-01'
const since = '2021-05-01T09:00:00.000Z'
const kept: Allotment = { agency: 'Camden Council', borough: 'Camden', places: 3, releaseOn: '2021-06-10' }

function seat(agency: string, borough: string, state: Seat['state'] = 'booked', booking = 'b'): Seat {
  return { booking, agency, borough, state, until: state === 'offered' ? since : null }
}

describe('places by agency and borough', () => {
  it('count those who have one, those who are asked, those who wait and what is kept', () => {
    const run = aRun({
      capacity: 10,
      allotments: [kept],
      seats: [seat('Camden Council', 'Camden'), seat('Lambeth Council', 'Lambeth', 'offered')],
      waiting: [{ booking: 'w', agency: 'Lambeth Council', borough: 'Lambeth', since }],
    })
    const nothing = { booked: 0, offered: 0, kept: 0, releaseOn: null, waiting: 0 }
    expect(placesByGroup(run, today)).toEqual([
      {
        ...nothing,
        agency: 'Camden Council',
        borough: 'Camden',
        booked: 1,
        kept: 2,
        releaseOn: '2021-06-10',
      },
      { ...nothing, agency: 'Lambeth Council', borough: 'Lambeth', offered: 1, waiting: 1 },
    ])
  })

  it('keep nothing any more on the day of the release', () => {
    const run = aRun({ capacity: 10, allotments: [kept] })
    expect(placesByGroup(run, '2021-06-09')).toMatchObject([{ kept: 3 }])
    expect(placesByGroup(run, '2021-06-10')).toEqual([])
  })

  it('are one line however an agency is written', () => {
    const run = aRun({
      seats: [seat('Camden Council', 'Camden'), seat('camden council ', 'CAMDEN', 'booked', 'c')],
    })
    expect(placesByGroup(run, today)).toMatchObject([{ agency: 'Camden Council', booked: 2 }])
  })

  it('add up to the places of the run', () => {
    const names = fc.constantFrom('A', 'B', 'C')
    const boroughs = fc.constantFrom('', 'X', 'Y')
    const seats = fc.array(
      fc.tuple(names, boroughs, fc.constantFrom('booked' as const, 'offered' as const)),
      {
        maxLength: 20,
      },
    )
    const allotments = fc.uniqueArray(
      fc.record({ agency: names, borough: boroughs, places: fc.integer({ min: 1, max: 5 }) }),
      {
        selector: ({ agency, borough }) => `${agency}/${borough}`,
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(seats, allotments, (taken, keeps) => {
        const run = aRun({
          capacity: 60,
          seats: taken.map(([agency, borough, state], index) => seat(agency, borough, state, String(index))),
          allotments: keeps.map((one) => ({ ...one, releaseOn: '2021-06-10' })),
        })
        const groups = placesByGroup(run, today)
        const sum = (of: 'booked' | 'offered' | 'kept') => groups.reduce((all, group) => all + group[of], 0)
        const { booked, offered, kept: keptNow } = placeCounts(run, today)
        expect([sum('booked'), sum('offered'), sum('kept')]).toEqual([booked, offered, keptNow])
      }),
    )
  })
})
