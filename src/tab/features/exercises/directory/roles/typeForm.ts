import { type ExerciseType, isTime, typeNamed } from '../../../../../domain/exerciseType.ts'
import { slugOf } from '../../../../../domain/report.ts'
import { type Problems, type Values, wordsOf } from '../../../../ui/form/formValues.ts'

/** What a form about a kind of exercise begins with; a new one has the roles of the one that it was begun from. */
export function valuesOfType(type: ExerciseType | null): Values {
  return {
    name: type?.name ?? '',
    fullName: type?.fullName ?? '',
    about: type?.about ?? '',
    start: type?.defaultStart ?? '09:30',
    end: type?.defaultEnd ?? '16:30',
    agenda: type?.agenda ?? '',
    joining: type?.joining ?? '',
  }
}

/** The kind of exercise that the form describes. */
export function typeIn(values: Values, from: ExerciseType, isNew: boolean): ExerciseType {
  const name = wordsOf(values, 'name')
  return {
    key: isNew ? slugOf(name) : from.key,
    name,
    fullName: wordsOf(values, 'fullName') || name,
    about: wordsOf(values, 'about'),
    roles: from.roles,
    defaultStart: values.start ?? '',
    defaultEnd: values.end ?? '',
    agenda: wordsOf(values, 'agenda'),
    joining: wordsOf(values, 'joining'),
  }
}

/** Longest name of a kind, in characters: it stands in the subject of invitations. */
const longestName = 60

/** What cannot stay as it is, beside its field. */
export function typeProblems(type: ExerciseType, others: readonly ExerciseType[]): Problems {
  const problems: Record<string, string> = {}
  if (type.name === '' || type.key === '') problems.name = 'Give it a name.'
  else if (type.name.length > longestName)
    problems.name = `At most ${longestName} characters: it stands in the subject.`
  else if (typeNamed(others, type.name) || others.some(({ key }) => key === type.key))
    problems.name = 'There is a kind of that name already.'
  if (!isTime(type.defaultStart)) problems.start = 'Give a time of day, such as 09:30.'
  if (!isTime(type.defaultEnd) || type.defaultEnd <= type.defaultStart)
    problems.end = 'It has to end after it starts.'
  return problems
}
