import type { AttentionCode } from './attention.ts'
import type { AskName, Figure } from './figures.ts'
import { kindWords } from './recommendation.ts'
import type { Report } from './report.ts'
import type { DueBand } from './rowFacts.ts'

/** How near a deadline is, in words. */
export const dueBandWords: Readonly<Record<DueBand, string>> = {
  overdue: 'Overdue',
  '30': 'Due within 30 days',
  '60': 'Due in 31 to 60 days',
  '90': 'Due in 61 to 90 days',
  later: 'Due later',
  'no-date': 'No date set',
}

const words: Readonly<Partial<Record<AskName, Readonly<Record<string, string>>>>> = {
  standing: {
    open: 'Open for the force',
    waiting: 'Waiting for another body',
    done: 'Implemented',
    closed: 'Closed',
  },
  kind: kindWords,
  due: dueBandWords,
  slip: {
    none: 'Not slipped',
    '90': 'Slipped up to 90 days',
    '180': 'Slipped 91 to 180 days',
    '365': 'Slipped 181 to 365 days',
    more: 'Slipped more than a year',
    event: 'Now awaits an event',
    'no-date': 'Never had a date',
  },
  moved: {
    '0': 'Never extended',
    '1': 'Extended once',
    '2': 'Extended twice',
    '3': 'Extended three times or more',
  },
  age: {
    'half-year': 'Published up to 6 months ago',
    year: 'Published 6 to 12 months ago',
    'two-years': 'Published 1 to 2 years ago',
    'three-years': 'Published 2 to 3 years ago',
    older: 'Published more than 3 years ago',
    unknown: 'Publication date not known',
  },
  owner: {
    held: 'Post with a holder',
    deputy: 'Post vacant, deputy in charge',
    vacant: 'Post vacant',
    none: 'No owner',
    unknown: 'Post not in the list of posts',
  },
}

/** One answer in words: `Due within 30 days`, a report's title, `Waits for the Home Office`. */
export function sayAnswer(name: AskName, answer: string, reports: ReadonlyMap<string, Report>): string {
  if (name === 'report') return reports.get(answer)?.title ?? answer
  if (name === 'diverges') return sayDivergence(answer)
  if (name === 'attention') return attentionWords[answer as AttentionCode] ?? answer
  if (name === 'awaits') return answer === '' ? 'No counterparty named' : answer
  return words[name]?.[answer] ?? answer
}

/** All of a figure in words, for the register that shows the rows behind it. */
export function sayFigure(figure: Figure, reports: ReadonlyMap<string, Report>): string {
  return figure.map(([name, answer]) => sayAnswer(name, answer, reports)).join(', ')
}

function sayDivergence(answer: string): string {
  const [asserted, suggested] = answer.split('>')
  return `${asserted}, where the rules suggest ${suggested}`
}

/** What a person should see to, as the name of a group of rows. */
export const attentionWords: Readonly<Record<AttentionCode, string>> = {
  'no-next-date': 'Milestone met, no next date',
  'no-deadline': 'Open without a deadline',
  'no-owner': 'Open without an owner',
  'vacant-owner': 'Open, and the post is vacant',
  'unknown-owner': 'Open, and the post is not in the list',
  'white-without-counterparty': 'WHITE, and no body is named',
  'white-without-product': 'WHITE, and nothing is named that is awaited',
  'white-without-next-chase': 'WHITE without a next chase',
  'chase-due': 'A chase is due',
  'white-for-years': 'WHITE for more than a year after its day',
  'red-without-rationale': 'RED without a rationale',
  'green-without-evidence': 'Green without evidence',
  'green-without-sign-off': 'Green without a sign-off',
  'cover-fell': 'Green, and the training has fallen',
  'sign-off-waiting': 'A sign-off waits for an answer',
  'demonstration-over': 'The demonstration period is over',
  'demonstration-not-agreed': 'The demonstration period is over and nobody has agreed',
  'aligned-deadlines-differ': 'Aligned deadlines differ',
  'depends-on-open-row': 'Depends on a row that is open',
  'applies-undecided': 'Not decided whether it applies to the force',
  'inspectorate-behind': 'Green here, not yet with the inspectorate',
  'inspectorate-disagrees': 'Complete with the inspectorate, open here',
}
