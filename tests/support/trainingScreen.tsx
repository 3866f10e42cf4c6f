import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import type { Booking } from '../../src/domain/booking.ts'
import type { Completion } from '../../src/domain/completion.ts'
import type { Course, CourseRun } from '../../src/domain/course.ts'
import { forceNameKey, writeForceName } from '../../src/domain/forceName.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { Person } from '../../src/domain/roles.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type { StaffMember } from '../../src/domain/staff.ts'
import type { Venue } from '../../src/domain/venue.ts'
import { AnnouncerProvider } from '../../src/tab/ui/announcer.tsx'
import type { Services } from '../../src/tab/ui/services.tsx'
import { coverStores } from './cover.ts'
import { MemoryListStore } from './memoryListStore.ts'
import { aCourse, aRun, force, MemoryBookings, MemoryRuns, signedInAs } from './places.ts'
import { MovableClock } from './reminders.ts'
import { drawPage, listOf } from './tabScreen.tsx'

export interface TrainingGiven {
  readonly me?: Person
  readonly courses?: readonly Course[]
  readonly runs?: readonly CourseRun[]
  readonly bookings?: readonly Booking[]
  readonly venues?: readonly Venue[]
  readonly settings?: readonly Setting[]
  readonly staff?: readonly StaffMember[]
  readonly requirements?: readonly Requirement[]
  readonly completions?: readonly Completion[]
  readonly recommendations?: readonly Recommendation[]
}

/** Draws a screen of Training on the morning of 1 June 2021 over lists in memory, and gives the lists. */
export function drawTraining(page: ReactNode, address: string, given: TrainingGiven = {}) {
  const { settings: _settings, clock: _clock, ...cover } = coverStores(given)
  const named: Setting = {
    key: forceNameKey,
    value: writeForceName(force),
    changedBy: 'import',
    changedByName: 'Sample',
  }
  const lists = {
    ...cover,
    courses: new MemoryListStore(given.courses ?? [aCourse()]),
    runs: new MemoryRuns(given.runs ?? [aRun()]),
    bookings: new MemoryBookings(given.bookings ?? []),
    venues: new MemoryListStore(given.venues ?? []),
    settings: new MemoryListStore([named, ...(given.settings ?? [])]),
  }
  const services: Partial<Services> = {
    ...lists,
    recommendations: { ...listOf(...(given.recommendations ?? [])) } as Services['recommendations'],
    me: given.me ?? signedInAs(1),
    clock: new MovableClock('2021-06-01T08:00:00.000Z'),
  }
  drawPage(<AnnouncerProvider>{page}</AnnouncerProvider>, address, '2021-06-01', services)
  return { ...lists, user: userEvent.setup() }
}
