import { type Instant, writeDate, writeInstant } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import type { PlaceEffect } from './waitingList.ts'

/** When and where a run is held: `16 June 2021, 09:00 to 17:00 UK time, Town Hall`. */
export function sayRun(run: Pick<CourseRun, 'date' | 'start' | 'end' | 'venue'>): string {
  const where = run.venue === '' ? '' : `, ${run.venue}`
  return `${writeDate(run.date)}, ${run.start} to ${run.end} UK time${where}`
}

/** The reason of whoever gave a place or a request back and said no more. */
export const givenBack = 'Given back.'

/** Why a booking moved, as its history keeps it and as the person reads it. */
export function sayPlaceReason(
  { because }: Pick<PlaceEffect, 'because'>,
  run: Pick<CourseRun, 'changedWhy' | 'date' | 'start' | 'end' | 'venue'>,
): string {
  switch (because) {
    case 'place-free':
      return 'A place was free.'
    case 'nothing-free':
      return 'There was no free place to give.'
    case 'freed':
      return 'A place became free.'
    case 'free-elsewhere':
      return 'A place is free on this date of the course, while the one asked for is full.'
    case 'accepted':
      return 'The offered place was taken.'
    case 'declined':
      return 'The offered place was turned down.'
    case 'not-answered':
      return 'The offer was not answered in time.'
    case 'given-back':
      return givenBack
    case 'cancelled':
      return withReason('The run was cancelled', run.changedWhy)
    case 'moved':
      return withReason(`The run was moved to ${sayRun(run)}`, run.changedWhy)
    case 'put-right':
      return 'The run shows it so; a change had broken off.'
  }
}

/** `until 16 June 2021 at 14:05`. */
export const untilWords = (until: Instant) => `until ${writeInstant(until)}`

function withReason(sentence: string, why: string): string {
  return why === '' ? `${sentence}.` : `${sentence}: ${why}`
}

/** 1 becomes `1st`, 22 `22nd`, 13 `13th`. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}
