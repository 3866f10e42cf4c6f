import { addMonths } from '../../domain/addMonths.ts'
import { addDays } from '../../domain/calendarDays.ts'
import type { Completion } from '../../domain/completion.ts'
import { completionOf } from '../../domain/completionImport.ts'
import type { StaffMember } from '../../domain/staff.ts'
import { sampleCourses } from './courses.ts'
import { sampleDomain } from './posts.ts'

/** A team of the sample: its people as `name`, or `name: account` for those who have one in the tenant. */
interface Team {
  readonly team: string
  readonly borough: string
  readonly role: string
  readonly people: readonly string[]
}

const teams: readonly Team[] = [
  {
    ...{ team: 'Child Abuse Investigation Team North', borough: 'Camden', role: 'Child abuse investigator' },
    people: [
      ...['Alan Pike', 'Bridget Cole', 'Carl Dunmore', 'Deepa Anand', 'Ewan Strachan', 'Freya Lund'],
      ...['Graham Tully', 'Hattie Rowe', 'Imran Saleem'],
    ],
  },
  {
    ...{ team: 'Child Abuse Investigation Team South', borough: 'Lambeth', role: 'Child abuse investigator' },
    people: [
      ...['Jade Okoro', 'Kit Barlow', 'Laura Finch', 'Moses Adeyemi', 'Nell Quigley', 'Owen Pryce'],
      ...['Petra Novak', 'Wendy Harlow'],
    ],
  },
  {
    ...{ team: 'Child Abuse Investigation Team North', borough: 'Camden' },
    ...{ role: 'Child abuse detective sergeant', people: ['Rachel Stone', 'Sunil Bhatt'] },
  },
  {
    ...{ team: 'Child Abuse Investigation Team South', borough: 'Lambeth' },
    ...{ role: 'Child abuse detective sergeant', people: ['Tara Nolan'] },
  },
  {
    ...{ team: 'Public Protection', borough: '', role: 'Conference liaison officer' },
    people: ['Una Marsh', 'Victor Hale', 'Will Pember', 'Xenia Roth', 'Yasmin Idris'],
  },
  {
    ...{ team: 'Roads Policing', borough: '', role: 'Roads Policing officer' },
    people: [
      ...[
        'Zack Morley',
        'Abbie Thorne',
        'Ben Castle',
        'Cath Lowry',
        'Dev Malik',
        'Ella Brandon',
        'Finn Oakes',
      ],
      ...[
        'Gwen Parry',
        'Harry Lister',
        'Isla Munro',
        'Jack Benning',
        'Kate Solomon',
        'Leo Amado',
        'Mia Forde',
      ],
      ...['Ned Harcourt', 'Oona Reilly', 'Paul Denby', 'Quin Taylor', 'Rosa Lamb'],
    ],
  },
  {
    ...{ team: 'Roads Policing', borough: '', role: 'Roads Policing inspector' },
    people: ['Gareth Lloyd: 07'],
  },
  {
    ...{ team: 'Response A', borough: 'Camden', role: 'Response sergeant' },
    people: ['Amira Hassan: 01'],
  },
  {
    ...{ team: 'Response A', borough: 'Camden', role: 'Response officer' },
    people: ['Sid Farrow', 'Tess Ogden', 'Umar Aziz', 'Vera Lyle', 'Wes Haddon', 'Yvonne Clay'],
  },
  {
    ...{ team: 'Response B', borough: 'Islington', role: 'Response officer' },
    people: ['Zoe Merrick', 'Adam Frost', 'Beth Lowe', 'Colin Gray', 'Dora Nash', 'Eric Boone'],
  },
  {
    ...{ team: 'Community Safety Unit', borough: 'Camden', role: 'Community Safety Unit detective' },
    people: ['Daniel Okafor: 02', 'Faye Hurst', 'Glen Ames', 'Holly Reeve', 'Ivor Dale'],
  },
  {
    ...{ team: 'Public Protection', borough: '', role: 'Child abuse detective sergeant' },
    people: ['Fiona Grant: 11'],
  },
]

/** Who came lately, by name; everybody else has been there since 2019. */
const came: Readonly<Record<string, string>> = {
  'Hattie Rowe': '2021-02-15',
  'Imran Saleem': '2021-05-17',
  'Petra Novak': '2021-04-12',
  'Amira Hassan': '2021-02-01',
  'Yasmin Idris': '2021-05-04',
  'Ivor Dale': '2021-05-10',
}

/** Everybody who needs training; invented, but for those who sign in to the sample. */
export const sampleStaff: readonly StaffMember[] = teams
  .flatMap(({ people, ...place }) => people.map((person) => ({ person, ...place })))
  .map(({ person, team, borough, role }, index) => {
    const [name = '', account] = person.split(': ')
    const number = name === 'Wendy Harlow' ? '0061' : String(1_001 + index)
    const address = `${name.toLowerCase().replace(' ', '.')}@${sampleDomain}`
    return {
      ...{ key: account ? `00000000-0000-4000-8000-0000000000${account}` : number, staffNumber: number },
      ...{ name, address: account ? address : '', role, team, borough, movedFrom: '' },
      ...{ inRoleSince: came[name] ?? '2019-09-02', until: null },
    }
  })

/** Who took a course, on the first day and, spread over the team, so many days after it. */
interface Taken {
  readonly course: string
  readonly roles: readonly string[]
  readonly from: string
  /** Days from one person to the next. */
  readonly step: number
  /** Names of those who did not take it. */
  readonly without: readonly string[]
  readonly failed?: readonly string[]
}

const investigators = ['Child abuse investigator', 'Child abuse detective sergeant']
const taken: readonly Taken[] = [
  {
    ...{ course: 'public-protection-cpd', roles: investigators, from: '2020-05-20', step: 14 },
    without: ['Hattie Rowe', 'Imran Saleem', 'Petra Novak', 'Wendy Harlow'],
  },
  {
    ...{ course: 'child-abuse-team-visit', roles: ['Child abuse investigator'], from: '2020-11-23', step: 0 },
    without: ['Hattie Rowe', 'Imran Saleem', 'Petra Novak'],
  },
  {
    ...{ course: 'scaidp', roles: investigators, from: '2018-07-09', step: 45 },
    without: ['Imran Saleem', 'Hattie Rowe'],
    failed: ['Kit Barlow'],
  },
  {
    ...{ course: 'traffic-patrol', roles: ['Roads Policing officer', 'Roads Policing inspector'], step: 4 },
    ...{ from: '2021-01-12', without: [] },
  },
  {
    ...{ course: 'safelives-programme', roles: ['Response officer', 'Response sergeant'], step: 21 },
    ...{ from: '2019-11-04', without: ['Amira Hassan', 'Vera Lyle', 'Beth Lowe', 'Eric Boone'] },
  },
  {
    ...{ course: 'safelives-programme', roles: ['Community Safety Unit detective'], step: 30 },
    ...{ from: '2020-01-15', without: ['Ivor Dale', 'Daniel Okafor'] },
  },
  {
    ...{ course: 'community-safety-unit', roles: ['Community Safety Unit detective'], step: 30 },
    ...{ from: '2019-10-07', without: ['Ivor Dale'] },
  },
]

/** What they have finished, as the learning system said in the spring. */
export const sampleCompletions: readonly Completion[] = taken.flatMap((one) => {
  const course = sampleCourses.find(({ key }) => key === one.course)
  const people = sampleStaff.filter(
    ({ role, name }) => one.roles.includes(role) && !one.without.includes(name),
  )
  return people.flatMap(({ key, name, inRoleSince }, index) => {
    const day = addDays(one.from, index * one.step)
    if (!course || day < inRoleSince.slice(0, 4)) return []
    const result = one.failed?.includes(name) ? 'failed' : course.assessed ? 'passed' : 'completed'
    const expiresOn = one.course === 'scaidp' && result === 'passed' ? addMonths(day, 36) : null
    const rest = { runKey: '', recordedOn: '2021-05-28', source: 'Learning system, May 2021', expiresOn }
    return [completionOf({ person: key, personName: name }, course, day, { ...rest, result })]
  })
})
