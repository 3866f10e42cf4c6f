import { type Requirement, type RequirementKind, requirementKinds } from '../../../../domain/requirement.ts'
import type { RequirementDraft, RequirementRefusal } from '../../../../domain/requirementRules.ts'
import type { RequirementSaved } from '../../../../usecases/changeRequirement.ts'
import { namesOf, type Values, wordsOf } from '../../../ui/form/formValues.ts'
import type { EditOutcome } from '../../../ui/form/useEdit.ts'

/** What a requirement puts into the fields. */
export function requirementValues(requirement: Requirement): Values {
  const { title, courseKey, roles, kind, everyMonths, from, graceDays, because } = requirement
  return {
    ...{ title, courseKey, kind, from, because, roles: roles.join('\n'), why: '' },
    everyMonths: everyMonths === null ? '' : String(everyMonths),
    graceDays: String(graceDays),
  }
}

/** The requirement that the fields describe; the rules say what is wrong with it. */
export function draftOf(values: Values): RequirementDraft {
  const months = wordsOf(values, 'everyMonths')
  const grace = wordsOf(values, 'graceDays')
  return {
    ...{ title: wordsOf(values, 'title'), courseKey: wordsOf(values, 'courseKey') },
    ...{
      roles: namesOf(values, 'roles'),
      because: wordsOf(values, 'because'),
      from: wordsOf(values, 'from'),
    },
    kind: requirementKinds.find((one): one is RequirementKind => one === values.kind) ?? 'once',
    everyMonths: months === '' ? null : Number(months),
    graceDays: grace === '' ? 0 : Number(grace),
  }
}

/** How often, as people choose it. */
export const kindChoices: readonly (readonly [RequirementKind, string])[] = [
  ['once', 'Once: what was taken counts for good'],
  ['every', 'Again and again: it counts for so many months'],
  ['certificate', 'A certificate: it counts until the day on it'],
  ['rotational', 'Visits of the team: newcomers get the next one within so many months'],
]

const sentences: Readonly<Record<RequirementRefusal, string>> = {
  'coordinators-only': 'Only a training coordinator or an administrator may change what is asked for.',
  'no-title': 'Give it a title.',
  'no-course': 'Choose the course.',
  'no-roles': 'Name at least one role, as the staff list writes it.',
  'no-months': 'Say after how many months.',
  'bad-months': 'Write a whole number of months from 1 to 120.',
  'bad-grace': 'Write a whole number of days from 0 to 730.',
  'not-a-date': 'Choose a day.',
  'no-reason': 'Say why. The reason goes into the history.',
  'no-person': 'Choose the person.',
  'nothing-changed': 'This is what it says already.',
  'not-exempt': 'They are not exempt any more.',
  'too-many-exemptions': 'More people than that cannot be exempt one by one; leave their role out instead.',
}

const fieldOf: Readonly<Partial<Record<RequirementRefusal, string>>> = {
  ...{ 'no-title': 'title', 'no-course': 'courseKey', 'no-roles': 'roles', 'no-months': 'everyMonths' },
  ...{ 'bad-months': 'everyMonths', 'bad-grace': 'graceDays', 'no-reason': 'why', 'no-person': 'person' },
}

/** What became of saving, for the form. */
export function savedOutcome(saved: RequirementSaved): EditOutcome<Requirement> {
  if (saved.ok) return { ok: true, row: saved.row }
  if (saved.code === 'changed-meanwhile') return { ok: false, theirs: saved.theirs }
  const day = saved.code === 'not-a-date' ? 'from' : ''
  return { ok: false, problems: { [fieldOf[saved.code] ?? day]: sentences[saved.code] } }
}
