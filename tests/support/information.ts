import type { Booking } from '../../src/domain/booking.ts'
import type { Completion } from '../../src/domain/completion.ts'
import type { CourseRun } from '../../src/domain/course.ts'
import type { Feedback } from '../../src/domain/feedback.ts'
import type { TrainingMessage } from '../../src/domain/ownMessages.ts'
import type { Addressee, ArrivedCard, Channel, Delivery, ReadRows } from '../../src/usecases/ports.ts'
import type { TrainingMessenger } from '../../src/usecases/trainingPorts.ts'
import { MemoryListStore } from './memoryListStore.ts'

abstract class Searchable<T extends { readonly key: string }> extends MemoryListStore<T> {
  protected async where(wanted: (value: T) => boolean): Promise<ReadRows<T>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => wanted(value)), unreadable }
  }
}

/** Answers about runs in memory. */
export class MemoryFeedback extends Searchable<Feedback> {
  ofRun = (key: string) => this.where((one) => one.runKey === key)
  ofCourse = (key: string) => this.where((one) => one.courseKey === key)
}

/** Dates in memory. */
export class MemoryDates extends Searchable<CourseRun> {
  onOrAfter = (day: string) => this.where((one) => one.date >= day)
  ofCourse = (key: string) => this.where((one) => one.courseKey === key)
}

/** Bookings in memory, as far as information asks for them. */
export class MemoryAttendance extends Searchable<Booking> {
  ofRun = (key: string) => this.where((one) => one.runKey === key)
  onOrAfter = (day: string) => this.where((one) => one.runDate >= day)
}

/** Completions in memory. */
export class MemoryFinished extends Searchable<Completion> {
  ofCourse = (key: string) => this.where((one) => one.courseKey === key)
}

/** A messenger that writes down what it was told to tell, and by whom it was refused. */
export class RecordingTrainingMessenger implements TrainingMessenger {
  readonly told: { readonly to: Addressee; readonly message: TrainingMessage }[] = []
  /** What becomes of the next messages; sent in the chat when there is none left. */
  readonly answers: Delivery[] = []

  async tell(
    to: Addressee,
    message: TrainingMessage,
    _others: readonly ArrivedCard[],
    leaving: (channel: Channel) => Promise<boolean>,
  ): Promise<Delivery> {
    const answer = this.answers.shift()
    if (answer) return answer
    this.told.push({ to, message })
    if (to.objectId === '') await leaving('mail')
    const channel: Channel = to.objectId === '' ? 'mail' : 'teams'
    return { state: 'sent', conversation: 'a', activity: String(this.told.length), channel }
  }

  async arrivedSince(): Promise<ArrivedCard | false | null | 'unread'> {
    return false
  }
}
