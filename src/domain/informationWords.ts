import { lateDays } from './placeTally.ts'

/** How each figure about places is counted; beside the figures on screen and in the workbook. */
export const countedHow: readonly (readonly [figure: string, how: string])[] = [
  ['Dates', 'Dates of courses that are over and were not cancelled.'],
  ['Places', 'The capacity of those dates together.'],
  [
    'Registered',
    `People who had a place on the day, and those who gave it back ${lateDays} days before it or later.`,
  ],
  ['Attended', 'Everybody who was there, for the whole or a part, with a booking or without.'],
  ['Of places', 'Attended as a share of the places: how full the rooms were.'],
  [
    'Of registered',
    'Those who attended with a booking, as a share of those registered: how reliable bookings were.',
  ],
  ['No-shows', 'Had a place and did not come.'],
  ['Late cancellations', `Gave their place back ${lateDays} days before the date or later.`],
  ['Unscheduled', 'Attended without ever having had a place.'],
  ['Not recorded', 'Had a place, and nobody has said whether they came.'],
  ['Left waiting', 'Asked for a place and were still waiting on the day.'],
  ['Unused', 'Places on which nobody sat. A place whose attendance is not recorded is not called unused.'],
  ['Median wait', 'Days from asking for a place to having one; half waited longer and half shorter.'],
  ['Kept and unused', 'Places kept for an agency or a borough that none of its people had on the day.'],
]
