import type { AnswerRefusal } from '../../../usecases/answerOffer.ts'
import type { ChangeRunRefusal, PlanRunRefusal } from '../../../usecases/changeRun.ts'
import type { DecideRequestRefusal } from '../../../usecases/decideRequest.ts'
import type { RequestRefusal } from '../../../usecases/requestPlace.ts'

type PlaceCode = AnswerRefusal | DecideRequestRefusal | RequestRefusal
type RunCode = ChangeRunRefusal | PlanRunRefusal

const aboutPlaces: Readonly<Record<PlaceCode, string>> = {
  'run-cancelled': 'This date was cancelled. Nothing was booked; look for another date of the course.',
  'run-begun': 'This date has begun or is over, so places can no longer be changed here.',
  'run-not-open': 'This date is not open for bookings yet.',
  'waiting-full': 'The waiting list is full. Look for another date of the course.',
  'offer-gone': 'The offer has ended, and the place went to the next person who waits.',
  'no-place': 'There is no place to give back on this date any more.',
  'no-such-run': 'This date is not there any more.',
  'too-busy':
    'Very many people are booking this date just now. Nothing was changed; try again in a few seconds.',
  'not-agreed': 'A coordinator has not agreed to this request yet.',
  'no-such-course': 'The course of this date is not in the catalogue any more.',
  'course-withdrawn': 'The course is no longer offered.',
  'not-for-others':
    'You may not book for people of this organisation. Its own coordinator can, and so can the training coordinators.',
  'nobody-named': 'Name the person and give their e-mail address, so that they can be told.',
  over: 'This date is over for them; the result stays.',
  'booked-elsewhere':
    'There is already a place on another date of this course. Give that place back first, then book this one.',
  'no-such-booking': 'This booking is not there any more.',
  'not-yours': 'Only the person, whoever booked for them and the coordinators may answer this.',
  'not-a-coordinator': 'Only training coordinators may do this.',
  'not-requested': 'This request was answered in the meantime.',
  'why-missing': 'Say why: the person is told.',
  'changed-meanwhile': 'Somebody else changed this in the meantime. Look at it again, then decide.',
}

const aboutRuns: Readonly<Record<RunCode, string>> = {
  'too-many-allotted': 'More places are kept than are left beside those who have one. Keep fewer.',
  'no-agency': 'Name the agency for which places are kept.',
  'allotted-twice': 'The same agency and borough is there twice. Keep its places in one line.',
  'no-places': 'Give the number of places as a whole number from 1.',
  'bad-release': 'Places are kept until a day no later than the day of the run.',
  'why-missing': 'Say why: everybody on this date is told.',
  'run-cancelled': 'This date was cancelled; it stays as it is.',
  'run-held': 'This date has been held; only its debrief can still be written.',
  'not-planned': 'This date is open already.',
  'not-yet': 'It has not begun yet.',
  'no-change': 'Nothing would change.',
  'bad-day': 'Give the day.',
  'past-day': 'This day has passed.',
  'bad-times': 'Give the beginning and a later end, such as 09:00 and 17:00.',
  'bad-capacity': 'Give the number of places as a whole number from 1 to 300.',
  'places-taken':
    'More people have a place than there would be. Nobody loses a place by this; give some back first.',
  'bad-minimum': 'Give the minimum as a whole number from 0 up to the number of places.',
  'not-a-coordinator': 'Only training coordinators may change dates.',
  'no-such-run': 'This date is not there any more.',
  'no-such-course': 'The course is not in the catalogue any more.',
  'too-busy':
    'Very many people are booking this date just now. Nothing was changed; try again in a few seconds.',
}

/** Why something about a place could not be done, and what to do next. */
export function sayPlaceRefusal(code: PlaceCode): string {
  return aboutPlaces[code]
}

/** Why a date could not be changed, and what to do next. */
export function sayRunRefusal(code: RunCode): string {
  return aboutRuns[code]
}
