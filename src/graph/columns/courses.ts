import { courseModes } from '../../domain/course.ts'
import { boolean, choice, declareList, note, text } from './columnTypes.ts'

/** The catalogue of courses. */
export const coursesList = declareList('Courses', 'The courses that there are.', {
  CourseTitle: text('What the course is called.'),
  Audience: note('Who it is for (JSON).'),
  Mandatory: boolean('Its audience has to take it.'),
  SelfApply: boolean('People apply for it themselves.'),
  Assessed: boolean('It ends with an assessment.'),
  CanFail: boolean('It can be failed.'),
  CourseLength: note('How long it takes.'),
  Frequency: note('How often it is to be taken.'),
  Mode: choice('How it is held.', courseModes),
  Provider: note('Who provides it.'),
  Trainers: note('Who teaches.'),
  ExternalInputs: note('Who from outside takes part (JSON).'),
  About: note('What it is about.'),
  Details: note('Frequency in months, hours, group size, what follows a failure, accreditation (JSON).'),
  Materials: note('What is taught from, with owner and copyright (JSON).'),
  Scenarios: note('Scenarios that are worked through (JSON).'),
  Themes: note('The subjects under which questions are asked (JSON).'),
  History: note('Who changed what and when (JSON).'),
})
