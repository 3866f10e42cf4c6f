import type { Course } from '../../../../domain/course.ts'

const modes: Record<Course['mode'], string> = {
  online: 'Online',
  'in person': 'In person',
  blended: 'Blended: partly online, partly in person',
}

/** How a course is held. */
export function modeWords({ mode }: Pick<Course, 'mode'>): string {
  return modes[mode]
}

/** The same in a word or two, for the catalogue. */
export function shortMode({ mode }: Pick<Course, 'mode'>): string {
  return modes[mode].replace(/:.*/, '')
}

/** Who decides that somebody takes part. Both can be true: a course can be mandatory and still be applied for. */
export function obligationWords({ mandatory, selfApply }: Pick<Course, 'mandatory' | 'selfApply'>): string[] {
  const words = [mandatory ? 'Mandatory' : 'Not mandatory']
  return selfApply ? [...words, 'People apply themselves'] : words
}

/** The same as one phrase: `Mandatory; people apply themselves`. */
export function writeTakingPart(course: Pick<Course, 'mandatory' | 'selfApply'>): string {
  return obligationWords(course)
    .map((words, place) => (place === 0 ? words : words.toLowerCase()))
    .join('; ')
}

/** Whether it ends in an assessment, and whether that can be failed. */
export function assessmentWords({ assessed, canFail }: Pick<Course, 'assessed' | 'canFail'>): string {
  if (!assessed) return 'Not assessed'
  return canFail ? 'Assessed, and can be failed' : 'Assessed'
}

/** Words of a fact, or the plain statement that the catalogue does not give it. */
export function given(text: string): string {
  return text.trim() === '' ? 'Not stated' : text
}
