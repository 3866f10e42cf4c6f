import type { Course } from '../../domain/course.ts'
import { undetailed } from '../../domain/courseDetails.ts'

const shared = {
  ...undetailed,
  mandatory: false,
  selfApply: true,
  assessed: false,
  canFail: false,
  mode: 'in person',
  provider: 'Safeguarding Children Development Unit, for all boroughs',
  externalInputs: [],
} as const

/** The courses of the programme that police and partner agencies of all boroughs share. */
export const sharedCourses: readonly Course[] = [
  {
    ...shared,
    key: 'joint-investigation',
    title: 'Joint Investigation',
    audience: ['Child abuse investigators', 'Social workers'],
    mandatory: true,
    length: 'Three days',
    frequency: 'Once, before investigating together',
    trainers: 'A detective and a social worker, together',
    about:
      'How police and social workers plan and carry out an investigation together: strategy discussions, roles, records and information shared between agencies.',
  },
  {
    ...shared,
    key: 'achieving-best-evidence',
    title: 'Achieving Best Evidence',
    audience: ['Child abuse investigators', 'Social workers'],
    assessed: true,
    canFail: true,
    length: 'Five days',
    frequency: 'Once, before interviewing',
    trainers: 'Interview trainers of both agencies',
    about:
      'Interviewing children and vulnerable witnesses so that it counts in court. Ends with a recorded interview.',
  },
  {
    ...shared,
    key: 'what-to-do-if',
    title: 'What to do if you are worried about a child',
    audience: ['Everybody who works with children', 'Health visitors', 'School staff', 'Police officers'],
    length: 'Half a day',
    frequency: 'Every three years',
    trainers: 'Trainers of the safeguarding boards',
    about: 'Noticing, telling and recording: the first step for every agency, the same in every borough.',
  },
]
