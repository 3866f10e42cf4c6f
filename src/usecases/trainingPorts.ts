import type { Booking, BookingState } from '../domain/booking.ts'
import type { Bulletin } from '../domain/bulletin.ts'
import type { IsoDate } from '../domain/calendarDays.ts'
import type { Completion } from '../domain/completion.ts'
import type { CourseRun } from '../domain/course.ts'
import type { CoverRollUp } from '../domain/cover.ts'
import type { TakenBy } from '../domain/coverTally.ts'
import type { PlaceDispute } from '../domain/dispute.ts'
import type { Feedback } from '../domain/feedback.ts'
import type { FoiPack } from '../domain/foiPack.ts'
import type { ManagementInformation } from '../domain/managementInformation.ts'
import type { TrainingMessage } from '../domain/ownMessages.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { LineResult, TrainingTable, TrainingTableResult } from '../domain/trainingTable.ts'
import type { Venue } from '../domain/venue.ts'
import type {
  Addressee,
  ArrivedCard,
  Channel,
  CourseStore,
  Delivery,
  ListStore,
  Messenger,
  ReadRows,
  RunStore,
} from './ports.ts'

/** Reads files of learning and personnel systems, and writes what became of them. */
export interface TrainingFiles {
  /** Never throws: a file that is not read is refused with a sentence. */
  read(file: { readonly bytes: Uint8Array; readonly name: string }): Promise<TrainingTableResult>
  /** What became of each line, as CSV. */
  results(results: readonly LineResult[]): Promise<Uint8Array>
  /** The lines to mend, as they stood in the file, with the reasons, as CSV. */
  rejects(table: TrainingTable, results: readonly LineResult[]): Promise<Uint8Array>
}

export type VenueStore = ListStore<Venue>
export type RequirementStore = ListStore<Requirement>
export type DisputeStore = ListStore<PlaceDispute>

export interface BookingStore extends ListStore<Booking> {
  /** Bookings of one run (one indexed key). */
  ofRun(runKey: string): Promise<ReadRows<Booking>>
  /** Bookings of one person (one indexed key). */
  ofPerson(objectId: string): Promise<ReadRows<Booking>>
  /** Bookings of all runs of a course (one indexed key); for reports, not for screens. */
  ofCourse(courseKey: string): Promise<ReadRows<Booking>>
  /** Bookings that somebody made for others (one indexed key). */
  arrangedBy(objectId: string): Promise<ReadRows<Booking>>
  /** Bookings that stand on one step of the ladder (one indexed key); for steps that few stand on at a time. */
  inState(state: BookingState): Promise<ReadRows<Booking>>
  /** Bookings of runs on the day or later (one indexed key); for reports and jobs, not for screens. */
  onOrAfter(day: IsoDate): Promise<ReadRows<Booking>>
  /** Bookings that the calendar has to follow (one indexed key). */
  eventsDue(): Promise<ReadRows<Booking>>
}

/** The dates of courses by the keys under which they are looked for. */
export interface DatedRunStore extends RunStore {
  /** Runs on the day or later (one indexed key). */
  onOrAfter(day: IsoDate): Promise<ReadRows<CourseRun>>
  /** Runs of one course (one indexed key). */
  ofCourse(courseKey: string): Promise<ReadRows<CourseRun>>
}

/** A page of what people finished, as far as the rules of cover look at it. */
export interface TakenPage {
  readonly taken: readonly TakenBy[]
}

/** How far such a reading got. `restarted` says that the token was too old and everything was read. */
export interface TakenRead {
  readonly token: string
  readonly restarted: boolean
  readonly rows: number
  readonly removed: number
  readonly unreadable: number
}

export interface CompletionStore extends ListStore<Completion> {
  /** What one person finished (one indexed key). */
  ofPerson(person: string): Promise<ReadRows<Completion>>
  /** What each of a team's people finished: one indexed key a person, many in one request. */
  ofPeople(people: readonly string[]): Promise<ReadRows<Completion>>
  /** Everybody who took a course (one indexed key); for reports, not for screens. */
  ofCourse(courseKey: string): Promise<ReadRows<Completion>>
  /**
   * What was finished since a token, page by page and nothing held, for the service alone; null reads everything. After a
   * restart the pages come again from the first.
   */
  takenSince(token: string | null, onPage: (page: TakenPage) => void): Promise<TakenRead>
}

export interface StaffStore extends ListStore<StaffMember> {
  /** Everybody of one team (one indexed key). */
  ofTeam(team: string): Promise<ReadRows<StaffMember>>
  /** Everybody in a role (one indexed key); for the service, not for screens. */
  ofRole(role: string): Promise<ReadRows<StaffMember>>
  /** Whoever has an e-mail address (one indexed key), in whatever case it is written. */
  ofAddress(address: string): Promise<ReadRows<StaffMember>>
  /** Certain people: one indexed key each, many in one request. */
  ofKeys(keys: readonly string[]): Promise<ReadRows<StaffMember>>
}

export interface CoverStore extends ListStore<CoverRollUp> {
  /** The figures of one requirement, team by team (one indexed key). */
  ofRequirement(requirement: string): Promise<ReadRows<CoverRollUp>>
  /** The figures of one team, requirement by requirement (one indexed key); the force is the team `*`. */
  ofTeam(team: string): Promise<ReadRows<CoverRollUp>>
  /** Figures that the calendar alone changes on or before the day (one indexed key). */
  changingBy(day: IsoDate): Promise<ReadRows<CoverRollUp>>
  /** Figures of teams in which somebody is to be told of it on or before the day (one indexed key). */
  tellingBy(day: IsoDate): Promise<ReadRows<CoverRollUp>>
}

export interface FeedbackStore extends ListStore<Feedback> {
  /** The answers about one run (one indexed key). */
  ofRun(runKey: string): Promise<ReadRows<Feedback>>
  /** The answers about all runs of a course (one indexed key). */
  ofCourse(courseKey: string): Promise<ReadRows<Feedback>>
}

/** Every list that training works with. */
export interface TrainingStores {
  readonly courses: CourseStore
  readonly runs: DatedRunStore
  readonly bookings: BookingStore
  readonly venues: VenueStore
  readonly completions: CompletionStore
  readonly requirements: RequirementStore
  readonly staff: StaffStore
  readonly cover: CoverStore
  readonly feedback: FeedbackStore
  readonly disputes: DisputeStore
}

/** Tells people about training, beside their deadlines. It never throws for one person's sake. */
export interface TrainingMessenger extends Pick<Messenger, 'arrivedSince'> {
  /**
   * By the first channel that takes it: the chat, the activity feed, mail; people without an account by mail alone.
   * @param leaving is told before the message leaves by a channel that cannot be asked afterwards; false keeps it back
   */
  tell(
    to: Addressee,
    message: TrainingMessage,
    others: readonly ArrivedCard[],
    leaving: (channel: Channel) => Promise<boolean>,
  ): Promise<Delivery>
}

/** Writes what training is told about as files; each gives the bytes of one. */
export interface TrainingDocuments {
  bulletinWord(bulletin: Bulletin): Promise<Uint8Array>
  foiWord(pack: FoiPack): Promise<Uint8Array>
  /** @param titleOf the title of a course by its key */
  informationExcel(
    information: ManagementInformation,
    titleOf: (courseKey: string) => string,
  ): Promise<Uint8Array>
}
