import type { TrainingStores } from '../usecases/trainingPorts.ts'
import { bookingStore } from './lists/bookings.ts'
import { completionStore } from './lists/completions.ts'
import { courseStore } from './lists/courses.ts'
import { coverStore } from './lists/cover.ts'
import { disputeStore } from './lists/disputes.ts'
import { feedbackStore } from './lists/feedback.ts'
import { requirementStore } from './lists/requirements.ts'
import { runStore } from './lists/runs.ts'
import { staffStore } from './lists/staff.ts'
import { venueStore } from './lists/venues.ts'
import type { SiteContext } from './site.ts'

/** Every list that training works with. */
export function trainingStores(site: SiteContext): TrainingStores {
  return {
    courses: courseStore(site),
    runs: runStore(site),
    bookings: bookingStore(site),
    venues: venueStore(site),
    completions: completionStore(site),
    requirements: requirementStore(site),
    staff: staffStore(site),
    cover: coverStore(site),
    feedback: feedbackStore(site),
    disputes: disputeStore(site),
  }
}
