import { appliesWords } from '../../domain/decisions.ts'
import { recommendationKinds, statuses } from '../../domain/recommendation.ts'
import { boolean, choice, declareList, note, number, text } from './columnTypes.ts'

/**
 * One recommendation per row, with all that changes together with it. `PaperOrder` is not called Order because
 * SharePoint has a hidden column of that name in every list.
 */
export const recommendationsList = declareList(
  'Recommendations',
  'Recommendations, areas for improvement and causes of concern.',
  {
    ReportKey: text('Key of the report.', { indexed: true }),
    Number: text('The number in the report, such as 4a.'),
    Kind: choice('What it is.', recommendationKinds),
    Status: choice('The status that the force gives it.', statuses, { indexed: true }),
    OpenDeadline: text('The day by which the force still has to act, YYYY-MM-DD; empty when there is none.', {
      indexed: true,
    }),
    OwnerPost: text('Key of the post that owns it.', { indexed: true }),
    Applies: choice('Whether it applies to the force; empty until somebody decided.', appliesWords, {
      indexed: true,
    }),
    NextChase: text(
      'The day on which another body is to be asked again, YYYY-MM-DD; empty when there is none.',
      {
        indexed: true,
      },
    ),
    AnsweredOn: text('The day of the newest answer to a request for a later deadline or a sign-off.', {
      indexed: true,
    }),
    WaitingSince: text(
      'The day since which a decision about it is awaited, YYYY-MM-DD; empty when none is.',
      { indexed: true },
    ),
    RestsOn: text('Whether it rests on training: yes, or empty.', { indexed: true }),
    Text: note('The recommendation.'),
    Progress: note('Where the work stands.'),
    Elements: note('Its numbered parts (JSON).'),
    Due: note('The history of its due date (JSON).'),
    Doubts: note('What a person should look at (JSON).'),
    History: note('Who changed what and when (JSON).'),
    Links: note('Other recommendations that it hangs together with (JSON).'),
    Evidence: note('What shows that it was done (JSON).'),
    Decisions: note(
      'What else people decided about it: addressees, sign-off, counterparty and the like (JSON).',
    ),
    PaperOrder: number('Place in the paper, counted from 1.'),
    NumberInferred: boolean('The paper does not give the number; it was worked out.'),
    ImportedAs: text('Fingerprint of the paper row that was last imported.'),
  },
)
