import type { RestsOn } from '../../domain/cover.ts'
import { undecided } from '../../domain/decisions.ts'
import type { Recommendation } from '../../domain/recommendation.ts'
import type { Report } from '../../domain/report.ts'
import type { StatutoryClock } from '../../domain/statutoryClock.ts'

const nothingYet = {
  ...{ setTo: null, extensionAskedOn: null, stoppedOn: null, resumedOn: null },
  ...{ respondedOn: null, publishedOn: null },
}

/** Learning recommendations of the IOPC; they come by letter and stand in no board paper before the next one. */
export const learningReport: Report = {
  key: 'learning-recommendations-safeguarding-training-2021-04',
  title: 'Learning recommendations: safeguarding training (IX/3841/20)',
  typeLine: 'Paragraph 28A of schedule 3 to the Police Reform Act 2002, IOPC',
  published: { text: '20th April 2021', date: '2021-04-20', precision: 'day' },
  claims: [],
  narrative:
    'The letter follows the death of a newborn child. Treat what it says of the family as OFFICIAL-SENSITIVE.',
  order: 18,
  importedAs: '',
  source: 'iopc-28a',
  scope: 'force',
  publishers: ['IOPC'],
  clocks: [
    {
      ...nothingYet,
      kind: 'paragraph-28B',
      from: '2021-04-20',
      note: 'Professional Standards drafts the answer.',
    },
  ],
}

/** Its two recommendations: training that is mandatory, and training that has to be made first. */
export const learningRows: readonly Recommendation[] = [
  learningRow(
    '1',
    'Every officer and member of staff who investigates child abuse should have safeguarding training that fits their work. It should be mandatory, and refreshed each year on top of what their accreditation asks for.',
    'We accept it. Learning and Development lists who has been trained and when.',
    'head-of-learning',
    [
      rests('cait-refresher', 'Safeguarding refresher for child abuse investigators', 95),
      rests('cait-visits', 'Visits of the child abuse teams', 90),
    ],
  ),
  learningRow(
    '2',
    'Conference liaison officers and the detective sergeants who supervise them should have training of their own: working with partner agencies, assessing risk, and briefing in the IIMARCH order.',
    'We accept it. No such course exists here; the College has been asked whether another force has one.',
    'ppu-di',
    [rests('conference-liaison', 'Conference liaison officers and their sergeants', 95)],
  ),
]

function rests(requirement: string, title: string, atLeast: number): RestsOn {
  return { requirement, title, atLeast, note: '' }
}

function learningRow(
  number: string,
  text: string,
  progress: string,
  ownerPost: string,
  restsOn: readonly RestsOn[],
): Recommendation {
  const reportKey = learningReport.key
  return {
    ...undecided,
    ...{
      key: `${reportKey}/${number}`,
      reportKey,
      number,
      numberInferred: false,
      order: 51 + Number(number),
    },
    ...{ kind: 'recommendation', status: 'AMBER', text, progress, elements: [], doubts: [], ownerPost },
    due: [{ text: 'To be set', verb: 'none', date: null, precision: null, purpose: '', tags: [] }],
    ...{ history: [], importedAs: '', applies: 'yes', addressees: ['The force'], restsOn },
  }
}

/** Clocks of reports in the sample paper, by the report's place in it: answered, answered late, running. */
export const clocksByPlace: Readonly<Record<number, StatutoryClock>> = {
  1: answered('2021-03-11', '2021-04-28', 'Published with the policing body’s own comments.'),
  2: answered('2021-02-10', '2021-04-07', 'One day late: the last day was the Tuesday after Easter.'),
  3: {
    ...nothingYet,
    kind: 'super-complaint',
    from: '2020-12-17',
    setTo: '2021-06-17',
    note: 'Six months from publication, as recommendation 8 asks.',
  },
  4: answered('2020-12-08', '2021-01-27', ''),
}

function answered(from: string, respondedOn: string, note: string): StatutoryClock {
  return { ...nothingYet, kind: 'section-55', from, respondedOn, publishedOn: respondedOn, note }
}
