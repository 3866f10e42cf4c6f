import { requirementKinds } from '../../domain/requirement.ts'
import { boolean, choice, declareList, note, number, text } from './columnTypes.ts'

/** Which roles need which course. */
export const requirementsList = declareList('Requirements', 'Which roles need which course, and how often.', {
  RequirementTitle: text('What is asked for.'),
  CourseKey: text('Key of the course.', { indexed: true }),
  Roles: note('The roles that need it, as the staff list writes them (JSON).'),
  Kind: choice(
    'Once, every so often, for newcomers of a team that is visited, or a certificate.',
    requirementKinds,
  ),
  EveryMonths: number('Months after which it lapses; empty for once.'),
  FromDay: text('The day from which it holds, YYYY-MM-DD.'),
  GraceDays: number('Days that somebody new in a role has.'),
  Because: text('What asks for it.'),
  Exemptions: note('To whom it does not apply, and why (JSON).'),
  Retired: boolean('It is not asked for any more.'),
  History: note('Who changed what and when (JSON).'),
})
