import { bookingsList } from './bookings.ts'
import type { ListDeclaration } from './columnTypes.ts'
import { completionsList } from './completions.ts'
import { contactsList } from './contacts.ts'
import { coursesList } from './courses.ts'
import { coverList } from './cover.ts'
import { disputesList } from './disputes.ts'
import { exercisesList } from './exercises.ts'
import { feedbackList } from './feedback.ts'
import { paperPartsList } from './paperParts.ts'
import { papersList } from './papers.ts'
import { postsList } from './posts.ts'
import { recommendationsList } from './recommendations.ts'
import { reminderLedgerList } from './reminderLedger.ts'
import { reportsList } from './reports.ts'
import { requirementsList } from './requirements.ts'
import { runsList } from './runs.ts'
import { settingsList } from './settings.ts'
import { staffList } from './staff.ts'
import { venuesList } from './venues.ts'

/** Every list of the product, in the order in which provisioning creates them. */
export const everyList: readonly ListDeclaration[] = [
  reportsList,
  recommendationsList,
  postsList,
  coursesList,
  runsList,
  bookingsList,
  completionsList,
  exercisesList,
  contactsList,
  reminderLedgerList,
  papersList,
  paperPartsList,
  settingsList,
  venuesList,
  requirementsList,
  staffList,
  coverList,
  feedbackList,
  disputesList,
]
