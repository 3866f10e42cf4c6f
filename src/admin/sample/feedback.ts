import { addDays, type IsoDate } from '../../domain/calendarDays.ts'
import type { PlaceDispute } from '../../domain/dispute.ts'
import type { Feedback, FeedbackStage } from '../../domain/feedback.ts'

/** Useful, applied, recommend, and words where there are any; nought leaves a question out. */
type Given = readonly [useful: number, applied: number, recommend: number, comment?: string]

/** Answers of the sample: enough of them on some dates, too few to be shown on one. */
export const sampleFeedback: readonly Feedback[] = [
  ...answers('what-to-do-if', '2021-01-27', 'at-once', 1, [
    [5, 4, 5, 'The case about the school was the best part.'],
    [4, 4, 4],
    [5, 5, 5],
    [3, 3, 4, 'The morning was too full; the afternoon could have been longer.'],
    [4, 4, 5],
    [4, 3, 4],
    [5, 4, 5, 'Meeting the social workers of my borough helped more than the slides.'],
    [2, 2, 3, 'I knew most of it.'],
    [4, 4, 4],
  ]),
  ...answers('what-to-do-if', '2021-01-27', 'three-months', 91, [
    [4, 4, 4, 'I have made two referrals since and knew what to write.'],
    [4, 3, 4],
    [5, 4, 5],
    [3, 2, 4, 'Nothing like it has come up in my work yet.'],
    [4, 4, 0],
    [4, 5, 5],
  ]),
  ...answers('what-to-do-if', '2021-05-12', 'at-once', 1, [
    [5, 5, 5],
    [4, 4, 4],
    [4, 5, 5, 'Please keep the mixed tables.'],
    [3, 4, 4],
    [5, 4, 5],
    [4, 4, 4, 'Hard to park near the town hall.'],
    [5, 5, 5],
  ]),
  ...answers('what-to-do-if', '2021-03-10', 'at-once', 2, [
    [4, 4, 4],
    [5, 4, 5],
  ]),
  ...answers('achieving-best-evidence', '2021-02-22', 'at-once', 1, [
    [5, 5, 5, 'The interview practice with feedback was worth the whole week.'],
    [5, 4, 5],
    [4, 4, 4],
    [5, 5, 5],
    [4, 5, 5, 'More time in the interview suite, please.'],
    [5, 4, 4],
  ]),
  ...answers('joint-investigation', '2021-03-23', 'at-once', 1, [
    [4, 4, 4],
    [3, 3, 3],
    [5, 4, 5],
  ]),
]

/** One dispute that was decided and one that is open. */
export const sampleDisputes: readonly PlaceDispute[] = [
  dispute(
    'joint-investigation-2021-05-25',
    ['Lambeth Council', 'Southwark Council'],
    'Both asked for the last four places on the same morning.',
    '2021-05-11T10:20:00.000Z',
    'Two places each; whoever has none is first in line on 24 June.',
  ),
  dispute(
    'what-to-do-if-2021-06-15',
    ['Camden Council', 'Islington Council'],
    'Islington says that six places kept for Camden are too many, as two were left empty in May.',
    '2021-05-27T14:05:00.000Z',
    '',
  ),
]

function answers(
  courseKey: string,
  runDate: IsoDate,
  stage: FeedbackStage,
  days: number,
  given: readonly Given[],
): readonly Feedback[] {
  return given.map(([useful, applied, recommend, comment = ''], index) => ({
    key: `sample/${courseKey}/${runDate}/${stage}/${index + 1}`,
    ...{ runKey: `${courseKey}-${runDate}`, courseKey, stage, comment },
    ...{ useful: useful || null, applied: applied || null, recommend: recommend || null },
    answeredOn: addDays(runDate, days + (index % 3)),
  }))
}

function dispute(
  runKey: string,
  agencies: readonly string[],
  note: string,
  at: string,
  decision: string,
): PlaceDispute {
  const by = { by: 'Sample', byObject: 'import', field: 'dispute', via: 'import' } as const
  const decidedAt = decision === '' ? null : `${at.slice(0, 8)}13T09:00:00.000Z`
  return {
    ...{ key: `${runKey}/${at}`, runKey, agencies, note, raisedBy: 'Ruth Mbeki', raisedAt: at },
    ...{ decision, decidedBy: decision === '' ? '' : 'Ruth Mbeki', decidedAt },
    history: [
      { ...by, at, from: '', to: `Raised: ${note}` },
      ...(decidedAt === null ? [] : [{ ...by, at: decidedAt, from: '', to: `Decided: ${decision}` }]),
    ],
  }
}
