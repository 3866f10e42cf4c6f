import { sampleBookings } from '../../src/admin/sample/bookings.ts'
import { sampleCourses } from '../../src/admin/sample/courses.ts'
import { force, sampleBookFor } from '../../src/admin/sample/participants.ts'
import { sampleRuns } from '../../src/admin/sample/runs.ts'
import { sampleVenues } from '../../src/admin/sample/venues.ts'
import { agencyCoordinatorsKey, readAgencyCoordinators } from '../../src/domain/agencyCoordinators.ts'
import { allotmentRefusal } from '../../src/domain/allotments.ts'
import { bookingsBehind, isResult } from '../../src/domain/bookingLadder.ts'
import type { Completion } from '../../src/domain/completion.ts'
import { gapsOf } from '../../src/domain/courseGaps.ts'
import { forceNameKey, readForceName } from '../../src/domain/forceName.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type { Venue } from '../../src/domain/venue.ts'
import { loadSamplePlaces } from '../../src/usecases/loadSamplePlaces.ts'
import { june } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { MemoryBookings, MemoryRuns } from '../support/places.ts'

const sample = {
  ...{ venues: sampleVenues, runs: sampleRuns, bookings: sampleBookings, courses: sampleCourses },
  ...{ force, bookFor: sampleBookFor },
}
const now = '2021-06-01T08:00:00.000Z'

async function load() {
  const ports = {
    venues: new MemoryListStore<Venue>(),
    runs: new MemoryRuns([]),
    bookings: new MemoryBookings([]),
    completions: new MemoryListStore<Completion>(),
    kept: new MemoryListStore<Setting>(),
    people: {
      byAddress: async (address: string) => ({ objectId: `id of ${address}`, name: address, address }),
    },
    clock: june,
  }
  const load = async () => {
    const created: number[] = []
    await loadSamplePlaces(sample, ports, (count) => created.push(count.created))
    return created
  }
  return { ports, created: await load(), again: load }
}

describe('the places of the sample', () => {
  it('are loaded once', async () => {
    const { created, again } = await load()
    expect(created.every((count) => count > 0)).toBe(true)
    expect(await again()).toEqual(created.map(() => 0))
  })

  it('are never more than there are, and every booking stands where its date says', async () => {
    const { ports } = await load()
    const { rows: runs } = await ports.runs.all()
    for (const { value: run } of runs) {
      const bookings = (await ports.bookings.ofRun(run.key)).rows.map(({ value }) => value)
      expect(run.seats.length).toBeLessThanOrEqual(run.capacity)
      expect(bookingsBehind(run, bookings, now)).toEqual([])
    }
  })

  it('keep no more for agencies than are left', async () => {
    const { ports } = await load()
    const { rows: runs } = await ports.runs.all()
    const today = '2021-06-01'
    expect(runs.filter(({ value }) => allotmentRefusal(value, value.allotments, today) !== null)).toEqual([])
  })

  it('have a result for everybody who was booked on a date that is over', async () => {
    const { ports } = await load()
    const { rows } = await ports.bookings.all()
    const past = rows.map(({ value }) => value).filter(({ runDate }) => runDate < '2021-06-01')
    expect(past.filter(({ state }) => !isResult(state) && state !== 'withdrawn')).toEqual([])
    const finished = past.filter(({ state }) => isResult(state) && state !== 'no-show')
    expect((await ports.completions.all()).rows).toHaveLength(finished.length)
  })

  it('say what the force is called and who books for partners', async () => {
    const { ports } = await load()
    const name = await ports.kept.byKey(forceNameKey)
    expect(readForceName(name?.value ?? null)).toBe(force)
    const setting = await ports.kept.byKey(agencyCoordinatorsKey)
    expect(readAgencyCoordinators(setting?.value ?? null).map(({ agency }) => agency)).toEqual([
      'Camden Council',
      'Islington Council',
    ])
  })
})

describe('the venues of the sample', () => {
  it('have room for every date that is held in them', () => {
    const room = new Map(sampleVenues.map(({ key, capacity }) => [key, capacity]))
    const tooMany = sampleRuns.filter(
      ({ venueKey, capacity }) => venueKey !== '' && capacity > (room.get(venueKey) ?? 0),
    )
    expect(tooMany).toEqual([])
  })
})

describe('the courses of the sample', () => {
  it('name the theme under which they are asked for', () => {
    expect(sampleCourses.filter((course) => gapsOf(course).includes('themes'))).toEqual([])
  })

  it('count seven under domestic abuse', () => {
    expect(sampleCourses.filter(({ themes }) => themes.includes('domestic abuse'))).toHaveLength(7)
  })
})
