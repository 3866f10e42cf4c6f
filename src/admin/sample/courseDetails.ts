import type { CourseDetails } from '../../domain/courseDetails.ts'
import type { Change } from '../../domain/recommendation.ts'

const domesticAbuse = ['domestic abuse']
const childProtection = ['child protection', 'safeguarding']
const diverse = [
  'Victims and perpetrators of different genders',
  'Victims and perpetrators of different backgrounds',
]
const ownMaterial = { owner: 'Learning and Development', copyright: 'Thameside Police', link: '' }

/** How teaching changed while people could not meet, and after. */
const throughCovid: readonly Change[] = [
  heldChange(
    '2020-03-30',
    'in person',
    'online',
    'People could not meet; it was taught over Microsoft Teams.',
  ),
  heldChange(
    '2021-04-12',
    'online',
    'blended',
    'Parts stayed online and as eLearning; the rest is in a room again.',
  ),
]

/** What the catalogue of the sample says beyond the headings, by the key of the course. */
export const sampleCourseDetails: Readonly<Record<string, Partial<CourseDetails>>> = {
  'foundation-officers': {
    ...{
      frequencyKind: 'once',
      groupSize: '24 to 48 in the hall',
      themes: domesticAbuse,
      scenarios: diverse,
    },
    trainerQualification: 'Experience as police officers or staff; no outside qualification is asked for',
    materials: [{ title: 'Domestic abuse: lesson plan and slides', ...ownMaterial }],
    history: throughCovid,
  },
  'foundation-university': {
    ...{ frequencyKind: 'once', themes: domesticAbuse, scenarios: diverse },
    materials: [
      {
        title: 'Domestic abuse: university module',
        owner: 'Babcock',
        copyright: 'Babcock and the universities',
        link: '',
      },
    ],
  },
  'foundation-pcso': {
    ...{ frequencyKind: 'once', groupSize: '12 to 20', themes: domesticAbuse, scenarios: diverse, hours: 7 },
    history: throughCovid,
  },
  'foundation-public-access': {
    ...{ frequencyKind: 'once', groupSize: '15', themes: domesticAbuse, hours: 2.5 },
    history: throughCovid,
  },
  'community-safety-unit': {
    ...{ frequencyKind: 'once', groupSize: '12 to 16', themes: domesticAbuse, scenarios: diverse },
    trainerQualification: 'Detectives with experience of a Community Safety Unit',
    materials: [
      { title: 'Community Safety Unit course folder', ...ownMaterial },
      { title: 'Input by Refuge', owner: 'Refuge', copyright: 'Refuge', link: '' },
    ],
  },
  pip2: {
    ...{ frequencyKind: 'once', groupSize: '18 to 24', themes: ['domestic abuse', 'investigation'] },
    ifFailed: 'The officer repeats the part that was failed; without it they do not become a detective.',
    trainerQualification: 'Experienced detectives',
    accreditation: 'Professionalising Investigation Programme, level 2',
  },
  'safelives-programme': {
    ...{ frequencyKind: 'once', groupSize: '30', themes: domesticAbuse, hours: 7, scenarios: diverse },
    trainerQualification: 'Trainers of SafeLives',
    materials: [{ title: 'SafeLives programme', owner: 'SafeLives', copyright: 'SafeLives', link: '' }],
  },
  'public-protection-cpd': {
    ...{ frequencyKind: 'every', everyMonths: 12, groupSize: 'up to 60', hours: 7 },
    themes: [...childProtection, 'information sharing'],
    scenarios: ['The voice of the child', 'Harmful practices', 'Vulnerable people drawn into radicalisation'],
  },
  'child-abuse-team-visit': {
    ...{ frequencyKind: 'rotational', everyMonths: 12, groupSize: 'one team, up to 12', hours: 14 },
    ...{
      themes: childProtection,
      scenarios: ['Referrals', 'Children on a protection plan', 'Linked investigations'],
    },
  },
  scaidp: {
    ...{ frequencyKind: 'every', everyMonths: 12, groupSize: 'up to 18', themes: childProtection },
    ifFailed: 'The investigator is not accredited and repeats the part that was failed.',
    accreditation: 'SCAIDP, watched centrally by the lead officer for child protection',
    scenarios: ['A concern without an allegation', 'An adult who is victim and suspect at once'],
  },
  'conference-liaison': { frequencyKind: 'once', themes: [...childProtection, 'information sharing'] },
  'traffic-patrol': {
    ...{ frequencyKind: 'once', groupSize: 'up to 8', hours: 8, themes: ['roads policing'] },
    ifFailed: 'The module is repeated.',
    accreditation: 'Module by module, in the force’s own record',
  },
  'joint-investigation': {
    ...{ frequencyKind: 'once', groupSize: '16', hours: 21, themes: childProtection },
    trainerQualification: 'One trainer of each agency, both with experience of joint investigations',
  },
  'achieving-best-evidence': {
    ...{ frequencyKind: 'once', groupSize: '12', hours: 35, themes: childProtection },
    ifFailed: 'The interview is recorded once more within three months.',
    scenarios: ['A child of nursery age', 'A witness with a learning disability'],
  },
  'what-to-do-if': {
    ...{
      frequencyKind: 'every',
      everyMonths: 36,
      groupSize: '20 to 30',
      hours: 3.5,
      themes: childProtection,
    },
    materials: [
      {
        title: 'What to do if you are worried a child is being abused',
        owner: 'Department for Education',
        copyright: 'Crown copyright',
        link: 'https://www.gov.uk/government/publications/what-to-do-if-youre-worried-a-child-is-being-abused--2',
      },
    ],
  },
}

function heldChange(day: string, from: string, to: string, why: string): Change {
  return {
    at: `${day}T09:00:00.000Z`,
    by: 'Learning and Development',
    byObject: 'import',
    field: 'course',
    from: `Held: ${from}`,
    to: `Held: ${to}`,
    why,
    via: 'import',
  }
}
