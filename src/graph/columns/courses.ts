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
})
