import type { Booking } from '../../src/domain/booking.ts'
import type { CourseRun } from '../../src/domain/course.ts'
import type { TrainingMessage } from '../../src/domain/ownMessages.ts'
import type { PlaceNotice } from '../../src/domain/placeNotices.ts'
import type { Venue } from '../../src/domain/venue.ts'
import type { Addressee, Delivery } from '../../src/usecases/ports.ts'
import type { TrainingMessenger } from '../../src/usecases/trainingPorts.ts'
import { calendarShelf } from './calendarShelf.ts'
import { MemoryListStore } from './memoryListStore.ts'
import { aRun, placesScene } from './places.ts'
import { MemoryLedger } from './reminders.ts'

const venue: Venue = {
  ...{ key: 'hall', name: 'Town Hall', address: '1 High Street\nCamden', borough: 'Camden', capacity: 40 },
  ...{ access: 'Step-free', roomAddress: '' },
}

/** Keeps what people are told, and says what becomes of it. */
export class RecordingTold implements TrainingMessenger {
  readonly told: { readonly to: string; readonly notice: PlaceNotice }[] = []
  readonly next: Delivery[] = []

  async tell(to: Addressee, message: TrainingMessage): Promise<Delivery> {
    if (message.kind !== 'place') throw new Error(message.kind)
    this.told.push({ to: to.objectId || (to.address ?? ''), notice: message })
    return this.next.shift() ?? { state: 'sent', conversation: 'c', activity: `a${this.told.length}` }
  }

  async arrivedSince(): Promise<false> {
    return false
  }
}

/** All that the service keeps places with: stores, a ledger, a messenger that records and a calendar. */
export function keptScene(runs: readonly CourseRun[] = [aRun({ venueKey: 'hall' })]) {
  return {
    ...placesScene(runs),
    venues: new MemoryListStore([venue]),
    ledger: new MemoryLedger(),
    messenger: new RecordingTold(),
    calendar: calendarShelf(),
    answerLink: async (booking: Booking) => `https://service.example/offer/${booking.personName}`,
  }
}
