import type { NewEntryRefusal } from '../../../../domain/newEntry.ts'
import type { Problems } from '../../../ui/form/formValues.ts'

const sentences: Readonly<Record<NewEntryRefusal, readonly [field: string, sentence: string]>> = {
  'secretary-only': ['', 'Only the board secretary or an administrator may add to the register.'],
  'no-title': ['title', 'Give the title under which it was published.'],
  'no-text': ['text', 'Write what is recommended.'],
  'no-number': ['number', 'Give its number in the report, such as 4 or 4a.'],
  'not-a-number': ['number', 'Use up to three digits and a letter at most, such as 4a.'],
  'not-a-date': ['day', 'Choose a day that exists.'],
  'date-in-future': ['day', 'This day has not come yet.'],
  'due-before-published': ['day', 'The report was not published yet on that day.'],
  'too-long': ['text', 'This is too long: a title may have 255 characters, a recommendation 20,000.'],
  'already-there': ['', 'The register holds one of that name or number already. Open it there.'],
  'no-such-report': ['', 'This report is not in the register any more.'],
}

/** Says beside its field why a report or a recommendation was not added. */
export function sayNewEntryRefusal(code: NewEntryRefusal): Problems {
  const [field, sentence] = sentences[code]
  return { [field]: sentence }
}

/** How exactly a day is meant. */
export const precisionChoices = [
  ['day', 'That day'],
  ['month', 'Only its month'],
] as const
