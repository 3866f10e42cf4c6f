import type { Requirement } from '../../domain/requirement.ts'

const asked = { exemptions: [], retired: false, history: [] } as const

/** Who needs what, from what inspections and letters ask for. */
export const sampleRequirements: readonly Requirement[] = [
  {
    ...asked,
    key: 'cait-refresher',
    title: 'Safeguarding refresher for child abuse investigators',
    courseKey: 'public-protection-cpd',
    roles: ['Child abuse investigator', 'Child abuse detective sergeant'],
    ...{ kind: 'every', everyMonths: 12, from: '2020-11-01', graceDays: 90, because: 'IX/3841/20' },
    exemptions: [
      {
        ...{ person: '0061', personName: 'Wendy Harlow', why: 'On maternity leave', until: '2021-09-30' },
        ...{ at: '2021-03-01T09:00:00.000Z', by: 'Ruth Mbeki' },
      },
    ],
  },
  {
    ...asked,
    key: 'cait-visits',
    title: 'Visits of the child abuse teams',
    courseKey: 'child-abuse-team-visit',
    roles: ['Child abuse investigator', 'Child abuse detective sergeant'],
    ...{ kind: 'rotational', everyMonths: 12, from: '2020-06-01', graceDays: 0, because: 'IX/3841/20' },
  },
  {
    ...asked,
    key: 'scaidp',
    title: 'Accreditation of child abuse investigators',
    courseKey: 'scaidp',
    roles: ['Child abuse investigator', 'Child abuse detective sergeant'],
    ...{
      kind: 'certificate',
      everyMonths: 36,
      from: '2018-01-01',
      graceDays: 365,
      because: 'College of Policing',
    },
  },
  {
    ...asked,
    key: 'conference-liaison',
    title: 'Conference liaison officers and their sergeants',
    courseKey: 'conference-liaison',
    roles: ['Conference liaison officer', 'Child abuse detective sergeant'],
    ...{ kind: 'once', everyMonths: null, from: '2021-04-20', graceDays: 180, because: 'IX/3841/20' },
  },
  {
    ...asked,
    key: 'traffic-patrol',
    title: 'Traffic patrol for Roads Policing',
    courseKey: 'traffic-patrol',
    roles: ['Roads Policing officer', 'Roads Policing inspector'],
    ...{
      kind: 'every',
      everyMonths: 6,
      from: '2021-01-01',
      graceDays: 60,
      because: 'Roads policing report, 16',
    },
  },
  {
    ...asked,
    key: 'safelives',
    title: 'SafeLives programme for response and detectives',
    courseKey: 'safelives-programme',
    roles: ['Response sergeant', 'Response officer', 'Community Safety Unit detective'],
    ...{
      kind: 'once',
      everyMonths: null,
      from: '2019-01-01',
      graceDays: 180,
      because: 'Domestic abuse programme',
    },
  },
  {
    ...asked,
    key: 'community-safety-unit',
    title: 'Community Safety Unit course before joining',
    courseKey: 'community-safety-unit',
    roles: ['Community Safety Unit detective'],
    ...{
      kind: 'once',
      everyMonths: null,
      from: '2019-01-01',
      graceDays: 30,
      because: 'Domestic abuse policy',
    },
  },
]
