import type { IsoDate } from '../../domain/calendarDays.ts'

/** One day of the programme: the unit by its short name, its boroughs by their full ones. */
export interface ExerciseDay {
  readonly date: IsoDate
  readonly unit: string
  readonly boroughs: readonly string[]
  readonly note: string
}

/** The SPASE programme of 2018: twelve Wednesdays, one for each unit, 32 boroughs together. */
export const exerciseDays: readonly ExerciseDay[] = [
  {
    date: '2018-04-18',
    unit: 'Camden and Islington',
    boroughs: ['Camden', 'Islington'],
    note: 'First day of the programme: two facilitators stay behind to note what should change.',
  },
  {
    date: '2018-04-25',
    unit: 'Barking and Dagenham, Havering and Redbridge',
    boroughs: ['Barking and Dagenham', 'Havering', 'Redbridge'],
    note: 'The unit was merged last. Ask its office which superintendents are still in post.',
  },
  {
    date: '2018-05-16',
    unit: 'Hounslow, Ealing and Hillingdon',
    boroughs: ['Hounslow', 'Ealing', 'Hillingdon'],
    note: 'The suite is booked for maintenance on the day after. Leave by 17:00.',
  },
  {
    date: '2018-06-13',
    unit: 'Richmond, Kingston, Wandsworth and Merton',
    boroughs: ['Richmond upon Thames', 'Kingston upon Thames', 'Wandsworth', 'Merton'],
    note: 'Four boroughs in one room: use the long table and a third facilitator.',
  },
  {
    date: '2018-06-20',
    unit: 'Waltham Forest and Newham',
    boroughs: ['Waltham Forest', 'Newham'],
    note: 'No partner addresses so far. The unit was reminded by telephone.',
  },
  {
    date: '2018-07-18',
    unit: 'Harrow, Brent and Barnet',
    boroughs: ['Harrow', 'Brent', 'Barnet'],
    note: 'Last day before the summer. A swap is possible only with Hackney and Tower Hamlets.',
  },
  {
    date: '2018-09-12',
    unit: 'Hackney and Tower Hamlets',
    boroughs: ['Hackney', 'Tower Hamlets'],
    note: 'A new commander starts in August. Invite the post, not the present holder.',
  },
  {
    date: '2018-10-10',
    unit: 'Bexley, Greenwich and Lewisham',
    boroughs: ['Bexley', 'Greenwich', 'Lewisham'],
    note: 'Facilitators are short this week. Do not offer the second scenario.',
  },
  {
    date: '2018-10-17',
    unit: 'Sutton, Croydon and Bromley',
    boroughs: ['Sutton', 'Croydon', 'Bromley'],
    note: 'A children’s services director asked to observe. Decide before invitations go.',
  },
  {
    date: '2018-11-07',
    unit: 'Lambeth and Southwark',
    boroughs: ['Lambeth', 'Southwark'],
    note: 'First day after the clocks went back. Check the times in the calendar.',
  },
  {
    date: '2018-11-21',
    unit: 'Hammersmith, Westminster and Kensington',
    boroughs: ['Hammersmith and Fulham', 'Westminster', 'Kensington and Chelsea'],
    note: 'Many national bodies sit here. Invite only those who serve the three boroughs.',
  },
  {
    date: '2018-12-12',
    unit: 'Enfield and Haringey',
    boroughs: ['Enfield', 'Haringey'],
    note: 'Last day of the year. Collect feedback for the review of the programme.',
  },
]
