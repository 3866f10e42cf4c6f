import { type Course, courseModes } from '../../../../domain/course.ts'
import type { CourseFacts, CourseRefusal } from '../../../../domain/courseChange.ts'
import { frequencyKinds, type Material, undetailed } from '../../../../domain/courseDetails.ts'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'

/** What the fields begin with for a course that is not there yet. */
export const emptyCourse: Course = {
  ...undetailed,
  ...{ key: '', title: '', audience: [], mandatory: false, selfApply: true, assessed: false, canFail: false },
  ...{
    length: '',
    frequency: '',
    mode: 'in person',
    provider: '',
    trainers: '',
    externalInputs: [],
    about: '',
  },
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no')

/** A course as its fields show it: lists as lines, materials one to a line with their parts. */
export function valuesOf(course: Course): Values {
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    title: course.title,
    about: course.about,
    audience: course.audience.join('\n'),
    mandatory: yesOrNo(course.mandatory),
    selfApply: yesOrNo(course.selfApply),
    assessed: yesOrNo(course.assessed),
    canFail: yesOrNo(course.canFail),
    ifFailed: course.ifFailed,
    length: course.length,
    hours: number(course.hours),
    frequency: course.frequency,
    frequencyKind: course.frequencyKind,
    everyMonths: number(course.everyMonths),
    mode: course.mode,
    groupSize: course.groupSize,
    provider: course.provider,
    trainers: course.trainers,
    trainerQualification: course.trainerQualification,
    externalInputs: course.externalInputs.join('\n'),
    materials: course.materials.map(writeMaterial).join('\n'),
    scenarios: course.scenarios.join('\n'),
    accreditation: course.accreditation,
    themes: course.themes.join('\n'),
    why: '',
  }
}

/** The facts that the fields hold. */
export function factsOf(values: Values): CourseFacts {
  const yes = (name: string) => values[name] === 'yes'
  return {
    title: wordsOf(values, 'title'),
    about: wordsOf(values, 'about'),
    audience: linesOf(values, 'audience'),
    mandatory: yes('mandatory'),
    selfApply: yes('selfApply'),
    assessed: yes('assessed'),
    canFail: yes('assessed') && yes('canFail'),
    ifFailed: wordsOf(values, 'ifFailed'),
    length: wordsOf(values, 'length'),
    hours: numberOf(values, 'hours'),
    frequency: wordsOf(values, 'frequency'),
    frequencyKind: frequencyKinds.find((kind) => kind === values.frequencyKind) ?? 'as needed',
    everyMonths: numberOf(values, 'everyMonths'),
    mode: courseModes.find((mode) => mode === values.mode) ?? 'in person',
    groupSize: wordsOf(values, 'groupSize'),
    provider: wordsOf(values, 'provider'),
    trainers: wordsOf(values, 'trainers'),
    trainerQualification: wordsOf(values, 'trainerQualification'),
    externalInputs: linesOf(values, 'externalInputs'),
    materials: linesOf(values, 'materials').map(readMaterial),
    scenarios: linesOf(values, 'scenarios'),
    accreditation: wordsOf(values, 'accreditation'),
    themes: linesOf(values, 'themes'),
  }
}

function linesOf(values: Values, name: string): readonly string[] {
  return wordsOf(values, name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function numberOf(values: Values, name: string): number | null {
  const typed = wordsOf(values, name).replace(',', '.')
  if (typed === '') return null
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN
}

/** `Title | owner | copyright | link`; what is left out at the end is empty. */
export function writeMaterial({ title, owner, copyright, link }: Material): string {
  return [title, owner, copyright, link].join(' | ').replace(/( \| )+$/, '')
}

/** Reads what `writeMaterial` writes. */
export function readMaterial(line: string): Material {
  const [title = '', owner = '', copyright = '', link = ''] = line.split('|').map((part) => part.trim())
  return { title, owner, copyright, link }
}

/** Beside which field a refusal stands; the whole form where none is named. */
export const fieldOfCourseRefusal: Partial<Record<CourseRefusal | 'title-taken', string>> = {
  'no-title': 'title',
  'title-taken': 'title',
  'no-months': 'everyMonths',
  'months-range': 'everyMonths',
  'hours-range': 'hours',
  'fail-unassessed': 'assessed',
  'material-title': 'materials',
  'material-link': 'materials',
  'no-why': 'why',
}

const refusals: Readonly<Record<CourseRefusal | 'title-taken', string>> = {
  'not-yours': 'Only training coordinators change the catalogue.',
  'no-title': 'Give the course a title.',
  'title-taken': 'There is a course with this title already. Give it another, or change that one.',
  'no-months': 'Say after how many months it is to be taken again.',
  'months-range': 'Give the months as a number from 1 to 120.',
  'hours-range': 'Give the hours as a number from 0 to 2,000, such as 7 or 3.5.',
  'fail-unassessed': 'A course that is not assessed cannot be failed.',
  'material-title': 'Begin each line with the title of the material.',
  'material-link': 'A link has to begin with https:// or http://.',
  'no-why': 'Say why: it goes into the history that answers questions about changes.',
  'nothing-changed': 'Nothing has been changed yet.',
}

/** Why a course could not be saved, and what to do next. */
export function sayCourseRefusal(code: CourseRefusal | 'title-taken'): string {
  return refusals[code]
}
